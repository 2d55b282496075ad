//! Simplified pulmonary embolism severity index.

use crate::definition::{
    Calculator, Category, Criterion, DEFAULTS, Formula, Reference, at_most, below, less_than, more,
    rest, score, text,
};
use crate::handles::{Flag, flag};
use crate::inputs::{ADULTS, AGE, HEART_RATE, HISTORY_OF_CANCER, OXYGEN_SATURATION, SYSTOLIC_BP};

const CARDIOPULMONARY_DISEASE: Flag = flag(
    "chronic_cardiopulmonary_disease",
    "Chronic cardiopulmonary disease",
    "Doença cardiopulmonar crônica",
)
.defined(
    "Heart failure or chronic lung disease.",
    "Insuficiência cardíaca ou doença pulmonar crônica.",
);

const CRITERIA: &[Criterion] = &[
    AGE.adds_by(&[at_most(80.0, 0.0), more(1.0)]),
    HISTORY_OF_CANCER.adds(1.0),
    CARDIOPULMONARY_DISEASE.adds(1.0),
    HEART_RATE.adds_by(&[less_than(110.0, 0.0), more(1.0)]),
    SYSTOLIC_BP.adds_by(&[less_than(100.0, 1.0), more(0.0)]),
    OXYGEN_SATURATION.adds_by(&[less_than(90.0, 1.0), more(0.0)]),
];

/// The definition.
pub static CALCULATOR: Calculator = Calculator {
    id: "spesi-2010",
    version: "1.0.0",
    category: Category::Lungs,
    title: text(
        "Simplified pulmonary embolism severity index (sPESI)",
        "Índice de gravidade da embolia pulmonar simplificado (sPESI)",
    ),
    description: text(
        "Risk of death within 30 days of an adult with confirmed acute pulmonary embolism, 0 to 6 \
         points. It is for deciding where to treat, not for making the diagnosis.",
        "Risco de morte em 30 dias de um adulto com embolia pulmonar aguda (TEP) confirmada, de 0 \
         a 6 pontos. Serve para decidir onde tratar, não para fazer o diagnóstico.",
    ),
    aliases: &["sPESI", "TEP", "embolia pulmonar", "pulmonary embolism"],
    inputs: &[
        AGE.input,
        HISTORY_OF_CANCER.input,
        CARDIOPULMONARY_DISEASE.input,
        HEART_RATE.input,
        SYSTOLIC_BP.input,
        OXYGEN_SATURATION.input,
    ],
    results: &[score(
        text("sPESI", "sPESI"),
        &[
            below(
                1.0,
                "low",
                "0 points: low risk (1.0 % died within 30 days)",
                "0 ponto: risco baixo (1,0 % morreram em 30 dias)",
            ),
            rest(
                "high",
                "1 point or more: high risk (10.9 % died within 30 days)",
                "1 ponto ou mais: risco alto (10,9 % morreram em 30 dias)",
            ),
        ],
    )],
    validity: &[ADULTS],
    reference: Reference {
        citation: "Jiménez D, Aujesky D, Moores L, et al. Simplification of the pulmonary embolism \
                   severity index for prognostication in patients with acute symptomatic \
                   pulmonary embolism. Arch Intern Med 2010;170:1383-1389.",
        doi: Some("10.1001/archinternmed.2010.199"),
        pmid: Some("20696966"),
    },
    formula: Formula::score(CRITERIA),
    ..DEFAULTS
};
