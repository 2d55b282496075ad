//! DAS28 with the erythrocyte sedimentation rate.

use super::{ASSUMPTIONS, GLOBAL_HEALTH, RESULT, SWOLLEN, TENDER, das28};
use crate::definition::{
    Calculator, Category, DEFAULTS, Formula, NoResult, Outcome, Reference, text,
};
use crate::handles::{Quantity, quantity};
use crate::units;
use crate::values::Values;

const ESR: Quantity = quantity(
    "erythrocyte_sedimentation_rate",
    &units::ESR,
    "Erythrocyte sedimentation rate",
    "Velocidade de hemossedimentação (VHS)",
)
.defined("In the first hour.", "Na primeira hora.");

/// The definition.
pub static CALCULATOR: Calculator = Calculator {
    id: "das28-esr-1995",
    version: "1.0.0",
    category: Category::Musculoskeletal,
    title: text("DAS28 with ESR", "DAS28-VHS"),
    description: text(
        "Activity of rheumatoid arthritis from the tender and the swollen ones of 28 joints, the \
         sedimentation rate and the patient's own assessment. The feet do not count. Not \
         interchangeable with DAS28 with CRP, which runs lower.",
        "Atividade da artrite reumatoide pelas articulações dolorosas e edemaciadas entre 28, pela \
         VHS e pela avaliação do próprio paciente. Os pés não contam. Não é intercambiável com o \
         DAS28-PCR, que costuma ser mais baixo.",
    ),
    aliases: &["DAS28", "rheumatoid arthritis", "artrite reumatoide", "VHS"],
    inputs: &[TENDER.input, SWOLLEN.input, ESR.input, GLOBAL_HEALTH.input],
    results: &[RESULT],
    assumptions: ASSUMPTIONS,
    reference: Reference {
        citation: "Prevoo MLL, van 't Hof MA, Kuper HH, et al. Modified disease activity scores \
                   that include twenty-eight-joint counts: development and validation in a \
                   prospective longitudinal study of patients with rheumatoid arthritis. Arthritis \
                   Rheum 1995;38:44-48.",
        doi: Some("10.1002/art.1780380107"),
        pmid: Some("7818570"),
    },
    formula: Formula::Equation(calculate),
    ..DEFAULTS
};

fn calculate(values: &Values) -> Result<Outcome, NoResult> {
    das28(values, 0.70 * values.of(ESR)?.ln())
}
