//! 4Ts score for heparin-induced thrombocytopenia.

use crate::definition::{
    ADULT, Calculator, Category, Choice, Criterion, DEFAULTS, Formula, Reference, below, choice,
    rest, score, text,
};
use crate::handles::{OneOf, one_of};

const FALLS: &[Choice] = &[
    choice(
        "over-50-and-nadir-20-or-more",
        "fall of more than 50 % and lowest count of 20 ×10⁹/L or more",
        "queda maior que 50 % e menor contagem de 20 ×10⁹/L ou mais",
    ),
    choice(
        "30-to-50-or-nadir-10-to-19",
        "fall of 30 to 50 %, or lowest count of 10 to 19 ×10⁹/L",
        "queda de 30 a 50 %, ou menor contagem de 10 a 19 ×10⁹/L",
    ),
    choice(
        "below-30-or-nadir-below-10",
        "fall of less than 30 %, or lowest count below 10 ×10⁹/L",
        "queda menor que 30 %, ou menor contagem abaixo de 10 ×10⁹/L",
    ),
];
const TIMES: &[Choice] = &[
    choice(
        "days-5-to-10-or-rapid-after-30-days",
        "clearly between days 5 and 10, or within a day after heparin in the last 30 days",
        "claramente entre os dias 5 e 10, ou em até 1 dia após heparina nos últimos 30 dias",
    ),
    choice(
        "unclear-or-after-day-10-or-rapid-after-100-days",
        "probably between days 5 and 10 but unclear, after day 10, or within a day after heparin 30 \
         to 100 days ago",
        "provavelmente entre os dias 5 e 10, mas incerto; após o dia 10; ou em até 1 dia após \
         heparina há 30 a 100 dias",
    ),
    choice(
        "before-day-4-without-exposure",
        "before day 4 without recent heparin",
        "antes do dia 4 sem heparina recente",
    ),
];
const THROMBOSES: &[Choice] = &[
    choice(
        "new-or-necrosis-or-reaction",
        "new proven thrombosis, skin necrosis, or acute reaction to intravenous heparin",
        "trombose nova comprovada, necrose de pele, ou reação aguda à heparina intravenosa",
    ),
    choice(
        "progressive-or-suspected",
        "progressive, recurrent or suspected thrombosis, or red skin lesions",
        "trombose progressiva, recorrente ou suspeita, ou lesões eritematosas de pele",
    ),
    choice("none", "none", "nenhuma"),
];
const CAUSES: &[Choice] = &[
    choice("none-apparent", "none apparent", "nenhuma aparente"),
    choice("possible", "possible", "possível"),
    choice("definite", "definite", "definida"),
];

const THROMBOCYTOPENIA: OneOf = one_of(
    "thrombocytopenia",
    FALLS,
    "Thrombocytopenia: fall and lowest count",
    "Trombocitopenia: queda e menor contagem",
);
const TIMING: OneOf = one_of(
    "timing_of_fall",
    TIMES,
    "Timing of the fall",
    "Tempo da queda",
)
.defined(
    "The first day of the heparin that immunized is day 0.",
    "O primeiro dia da heparina que sensibilizou é o dia 0.",
);
const THROMBOSIS: OneOf = one_of(
    "thrombosis_or_sequelae",
    THROMBOSES,
    "Thrombosis or other sequelae",
    "Trombose ou outras sequelas",
);
const OTHER_CAUSES: OneOf = one_of(
    "other_causes",
    CAUSES,
    "Another cause of thrombocytopenia",
    "Outra causa de trombocitopenia",
);

const CRITERIA: &[Criterion] = &[
    THROMBOCYTOPENIA.adds(&[
        ("over-50-and-nadir-20-or-more", 2.0),
        ("30-to-50-or-nadir-10-to-19", 1.0),
        ("below-30-or-nadir-below-10", 0.0),
    ]),
    TIMING.adds(&[
        ("days-5-to-10-or-rapid-after-30-days", 2.0),
        ("unclear-or-after-day-10-or-rapid-after-100-days", 1.0),
        ("before-day-4-without-exposure", 0.0),
    ]),
    THROMBOSIS.adds(&[
        ("new-or-necrosis-or-reaction", 2.0),
        ("progressive-or-suspected", 1.0),
        ("none", 0.0),
    ]),
    OTHER_CAUSES.adds(&[("none-apparent", 2.0), ("possible", 1.0), ("definite", 0.0)]),
];

/// The definition.
pub static CALCULATOR: Calculator = Calculator {
    id: "four-ts-2006",
    version: "1.0.0",
    category: Category::Haematology,
    title: text(
        "4Ts score for heparin-induced thrombocytopenia",
        "Escore 4T para trombocitopenia induzida por heparina",
    ),
    description: text(
        "Probability of heparin-induced thrombocytopenia before testing, 0 to 8 points. A low score \
         makes it very unlikely; a higher one has to be confirmed by antibodies.",
        "Probabilidade pré-teste de trombocitopenia induzida por heparina (TIH), de 0 a 8 pontos. \
         Escore baixo a torna muito improvável; escore maior deve ser confirmado por anticorpos.",
    ),
    aliases: &[
        "4T",
        "4 Ts",
        "HIT",
        "TIH",
        "heparina",
        "heparin",
        "plaquetopenia",
    ],
    inputs: &[
        THROMBOCYTOPENIA.input,
        TIMING.input,
        THROMBOSIS.input,
        OTHER_CAUSES.input,
    ],
    results: &[score(
        text("4Ts score", "Escore 4T"),
        &[
            below(4.0, "low", "low probability", "probabilidade baixa"),
            below(
                6.0,
                "intermediate",
                "intermediate probability",
                "probabilidade intermediária",
            ),
            rest("high", "high probability", "probabilidade alta"),
        ],
    )],
    assumptions: &[ADULT],
    reference: Reference {
        citation: "Lo GK, Juhl D, Warkentin TE, Sigouin CS, Eichler P, Greinacher A. Evaluation of \
                   pretest clinical score (4 T's) for the diagnosis of heparin-induced \
                   thrombocytopenia in two clinical settings. J Thromb Haemost 2006;4:759-765.",
        doi: Some("10.1111/j.1538-7836.2006.01787.x"),
        pmid: Some("16634744"),
    },
    formula: Formula::score(CRITERIA),
    ..DEFAULTS
};
