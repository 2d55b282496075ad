//! IMPROVE: thrombosis in acutely ill medical inpatients.

use crate::definition::{
    Calculator, Category, Criterion, DEFAULTS, Formula, Reference, at_most, below, more, rest,
    score, text,
};
use crate::handles::{Flag, flag};
use crate::inputs::{self, ADULTS, AGE, INTENSIVE_CARE_STAY, PREVIOUS_VTE};

const THROMBOPHILIA: Flag = inputs::KNOWN_THROMBOPHILIA.defined(
    "A congenital or acquired condition with an excess risk of thrombosis.",
    "Condição congênita ou adquirida com risco aumentado de trombose.",
);
const LEG_PARALYSIS: Flag = flag(
    "lower_limb_paralysis",
    "Paralysis or paresis of a lower limb",
    "Paralisia ou paresia de membro inferior",
)
.defined(
    "Now: the leg falls to the bed within 5 seconds.",
    "Atual: a perna cai no leito em até 5 segundos.",
);
const CANCER: Flag = flag(
    "cancer_within_5_years",
    "Cancer now or within 5 years",
    "Câncer atual ou nos últimos 5 anos",
)
.defined(
    "But skin cancer other than melanoma.",
    "Exceto câncer de pele não melanoma.",
);
const IMMOBILIZED: Flag = flag(
    "immobilized_7_days",
    "Immobilized for 7 days or more",
    "Imobilizado por 7 dias ou mais",
)
.defined(
    "Confined to bed or chair, with or without going to the bathroom, before and during the stay.",
    "Restrito ao leito ou à cadeira, com ou sem ir ao banheiro, antes e durante a internação.",
);

const CRITERIA: &[Criterion] = &[
    PREVIOUS_VTE.adds(3.0),
    THROMBOPHILIA.adds(2.0),
    LEG_PARALYSIS.adds(2.0),
    CANCER.adds(2.0),
    IMMOBILIZED.adds(1.0),
    INTENSIVE_CARE_STAY.adds(1.0),
    AGE.adds_by(&[at_most(60.0, 0.0), more(1.0)]),
];

/// The definition.
pub static CALCULATOR: Calculator = Calculator {
    id: "improve-vte-2011",
    version: "1.0.0",
    category: Category::Haematology,
    title: text(
        "IMPROVE risk score for venous thromboembolism",
        "Escore IMPROVE de risco de tromboembolismo venoso",
    ),
    description: text(
        "Risk of venous thromboembolism within 3 months of an adult in hospital for an acute \
         medical illness, from seven factors during the stay, 0 to 12 points. The risk of bleeding \
         is another score.",
        "Risco de tromboembolismo venoso em 3 meses de um adulto internado por doença clínica \
         aguda, por sete fatores durante a internação, de 0 a 12 pontos. O risco de sangramento é \
         outro escore.",
    ),
    aliases: &[
        "IMPROVE",
        "TEV",
        "VTE",
        "tromboprofilaxia",
        "thromboprophylaxis",
    ],
    inputs: &[
        PREVIOUS_VTE.input,
        THROMBOPHILIA.input,
        LEG_PARALYSIS.input,
        CANCER.input,
        IMMOBILIZED.input,
        INTENSIVE_CARE_STAY.input,
        AGE.input,
    ],
    results: &[score(
        text("IMPROVE score", "Escore IMPROVE"),
        &[
            below(2.0, "low", "low risk", "risco baixo"),
            below(4.0, "moderate", "moderate risk", "risco moderado"),
            rest("high", "high risk", "risco alto"),
        ],
    )],
    validity: &[ADULTS],
    reference: Reference {
        citation: "Spyropoulos AC, Anderson FA, FitzGerald G, et al. Predictive and associative \
                   models to identify hospitalized medical patients at risk for VTE. Chest \
                   2011;140:706-714.",
        doi: Some("10.1378/chest.10-1944"),
        pmid: Some("21436241"),
    },
    formula: Formula::score(CRITERIA),
    ..DEFAULTS
};
