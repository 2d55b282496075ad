//! Khorana score: thrombosis during chemotherapy.

use crate::definition::{
    ADULT, Calculator, Category, Choice, Criterion, DEFAULTS, Formula, Reference, at_most, below,
    choice, greatest, less_than, more, rest, score, text,
};
use crate::handles::{Flag, OneOf, flag, one_of};
use crate::inputs::{HEMOGLOBIN, LEUKOCYTES, PLATELETS};

const SITES: &[Choice] = &[
    choice("very-high", "stomach or pancreas", "estômago ou pâncreas"),
    choice(
        "high",
        "lung, lymphoma, gynaecological, bladder or testicular",
        "pulmão, linfoma, ginecológico, bexiga ou testículo",
    ),
    choice("other", "another site", "outro sítio"),
];
const CANCER_SITE: OneOf = one_of(
    "cancer_site",
    SITES,
    "Primary site of the cancer",
    "Sítio primário do câncer",
)
.defined(
    "Where the tumour began, not where it spread to.",
    "Onde o tumor começou, não para onde se disseminou.",
);
const STIMULATING_AGENT: Flag = flag(
    "erythropoiesis_stimulating_agent",
    "Use of an erythropoiesis-stimulating agent",
    "Uso de agente estimulador da eritropoese",
);
const BMI_35: Flag = flag(
    "bmi_35_or_more",
    "Body mass index of 35 kg/m² or more",
    "Índice de massa corporal de 35 kg/m² ou mais",
);

const CRITERIA: &[Criterion] = &[
    CANCER_SITE.adds(&[("very-high", 2.0), ("high", 1.0), ("other", 0.0)]),
    PLATELETS.adds_by(&[less_than(350.0, 0.0), more(1.0)]),
    greatest(&[
        HEMOGLOBIN.adds_by(&[less_than(10.0, 1.0), more(0.0)]),
        STIMULATING_AGENT.adds(1.0),
    ]),
    LEUKOCYTES.adds_by(&[at_most(11.0, 0.0), more(1.0)]),
    BMI_35.adds(1.0),
];

/// The definition.
pub static CALCULATOR: Calculator = Calculator {
    id: "khorana-2008",
    version: "1.0.0",
    category: Category::Haematology,
    title: text("Khorana score", "Escore de Khorana"),
    description: text(
        "Risk of venous thromboembolism of an adult outpatient who starts chemotherapy, from the \
         site of the cancer and values before chemotherapy, 0 to 6 points. Tumours of the brain \
         and myeloma were not in the cohort.",
        "Risco de tromboembolismo venoso de um adulto ambulatorial que inicia quimioterapia, pelo \
         sítio do câncer e valores anteriores a ela, de 0 a 6 pontos. Tumores cerebrais e mieloma \
         não estavam na coorte.",
    ),
    aliases: &[
        "câncer",
        "cancer",
        "TEV",
        "VTE",
        "trombose",
        "quimioterapia",
        "chemotherapy",
    ],
    inputs: &[
        CANCER_SITE.input,
        PLATELETS.input,
        HEMOGLOBIN.input,
        STIMULATING_AGENT.input,
        LEUKOCYTES.input,
        BMI_35.input,
    ],
    results: &[score(
        text("Khorana score", "Escore de Khorana"),
        &[
            below(1.0, "low", "low risk", "risco baixo"),
            below(
                3.0,
                "intermediate",
                "intermediate risk",
                "risco intermediário",
            ),
            rest("high", "high risk", "risco alto"),
        ],
    )],
    assumptions: &[
        ADULT,
        text(
            "The blood values are of before chemotherapy.",
            "Os valores do sangue são anteriores à quimioterapia.",
        ),
    ],
    reference: Reference {
        citation: "Khorana AA, Kuderer NM, Culakova E, Lyman GH, Francis CW. Development and \
                   validation of a predictive model for chemotherapy-associated thrombosis. Blood \
                   2008;111:4902-4907.",
        doi: Some("10.1182/blood-2007-10-116327"),
        pmid: Some("18216292"),
    },
    formula: Formula::score(CRITERIA),
    ..DEFAULTS
};
