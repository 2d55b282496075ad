//! MASCC risk index for febrile neutropenia.

use crate::definition::{
    Calculator, Category, Choice, Criterion, DEFAULTS, Formula, Reference, below, choice,
    less_than, more, rest, score, text,
};
use crate::handles::{Flag, OneOf, flag, one_of};
use crate::inputs::{ADULTS, AGE};

const BURDENS: &[Choice] = &[
    choice(
        "none-or-mild",
        "no or mild symptoms",
        "sintomas ausentes ou leves",
    ),
    choice("moderate", "moderate symptoms", "sintomas moderados"),
    choice(
        "severe",
        "severe symptoms or moribund",
        "sintomas graves ou moribundo",
    ),
];
const BURDEN: OneOf = one_of(
    "burden_of_illness",
    BURDENS,
    "Burden of the febrile illness",
    "Intensidade da doença febril",
)
.defined(
    "The general state at presentation, by the whole impression.",
    "O estado geral na apresentação, pela impressão de conjunto.",
);
const HYPOTENSION: Flag = flag("hypotension", "Hypotension", "Hipotensão").defined(
    "Systolic pressure below 90 mmHg.",
    "Pressão sistólica abaixo de 90 mmHg.",
);
const COPD: Flag = flag(
    "active_copd",
    "Active chronic obstructive pulmonary disease",
    "DPOC ativa",
)
.defined(
    "Active chronic bronchitis, emphysema, or need of oxygen, steroids or bronchodilators at the \
     time of fever.",
    "Bronquite crônica ativa, enfisema, ou necessidade de oxigênio, corticoide ou broncodilatador \
     no episódio febril.",
);
const FUNGAL: Flag = flag(
    "haematological_cancer_with_fungal_infection",
    "Haematological malignancy with a previous fungal infection",
    "Neoplasia hematológica com infecção fúngica prévia",
)
.defined(
    "A solid tumour, or a haematological malignancy without a previous fungal infection, is no.",
    "Tumor sólido, ou neoplasia hematológica sem infecção fúngica prévia, é não.",
);
const DEHYDRATION: Flag = flag(
    "dehydration_needing_iv_fluids",
    "Dehydration that needs fluids into a vein",
    "Desidratação que exige hidratação venosa",
);
const INPATIENT: Flag = flag(
    "in_hospital_at_onset",
    "In hospital when the fever began",
    "Internado quando a febre começou",
);

const CRITERIA: &[Criterion] = &[
    BURDEN.adds(&[("none-or-mild", 5.0), ("moderate", 3.0), ("severe", 0.0)]),
    HYPOTENSION.adds_unless(5.0),
    COPD.adds_unless(4.0),
    FUNGAL.adds_unless(4.0),
    DEHYDRATION.adds_unless(3.0),
    INPATIENT.adds_unless(3.0),
    AGE.adds_by(&[less_than(60.0, 2.0), more(0.0)]),
];

/// The definition.
pub static CALCULATOR: Calculator = Calculator {
    id: "mascc-2000",
    version: "1.0.0",
    category: Category::Infection,
    title: text(
        "MASCC index for febrile neutropenia",
        "Índice MASCC para neutropenia febril",
    ),
    description: text(
        "Risk of serious complications in adults with fever and neutropenia after chemotherapy, 0 \
         to 26 points: the more points, the lower the risk. It does not by itself allow treatment \
         at home.",
        "Risco de complicações graves em adultos com febre e neutropenia após quimioterapia, de 0 \
         a 26 pontos: quanto mais pontos, menor o risco. Sozinho não autoriza o tratamento \
         domiciliar.",
    ),
    aliases: &["MASCC", "neutropenia febril", "febrile neutropenia"],
    inputs: &[
        BURDEN.input,
        HYPOTENSION.input,
        COPD.input,
        FUNGAL.input,
        DEHYDRATION.input,
        INPATIENT.input,
        AGE.input,
    ],
    results: &[score(
        text("MASCC index", "Índice MASCC"),
        &[
            below(21.0, "not-low", "not low risk", "risco não baixo"),
            rest("low", "low risk", "risco baixo"),
        ],
    )],
    validity: &[ADULTS],
    reference: Reference {
        citation: "Klastersky J, Paesmans M, Rubenstein EB, et al. The Multinational Association \
                   for Supportive Care in Cancer risk index: a multinational scoring system for \
                   identifying low-risk febrile neutropenic cancer patients. J Clin Oncol \
                   2000;18:3038-3051.",
        doi: Some("10.1200/JCO.2000.18.16.3038"),
        pmid: Some("10944139"),
    },
    formula: Formula::score(CRITERIA),
    ..DEFAULTS
};
