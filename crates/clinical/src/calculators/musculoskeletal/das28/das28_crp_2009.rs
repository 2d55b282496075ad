//! DAS28 with C-reactive protein.

use super::{ASSUMPTIONS, GLOBAL_HEALTH, RESULT, SWOLLEN, TENDER, das28};
use crate::definition::{
    Calculator, Category, DEFAULTS, Formula, NoResult, Outcome, Reference, text,
};
use crate::inputs::C_REACTIVE_PROTEIN;
use crate::values::Values;

/// The definition.
pub static CALCULATOR: Calculator = Calculator {
    id: "das28-crp-2009",
    version: "1.0.0",
    category: Category::Musculoskeletal,
    title: text("DAS28 with CRP", "DAS28-PCR"),
    description: text(
        "Activity of rheumatoid arthritis from the tender and the swollen ones of 28 joints, \
         C-reactive protein and the patient's own assessment. The feet do not count. It runs lower \
         than DAS28 with ESR, whose classes it is given here.",
        "Atividade da artrite reumatoide pelas articulações dolorosas e edemaciadas entre 28, pela \
         proteína C reativa e pela avaliação do próprio paciente. Os pés não contam. Costuma ser \
         mais baixo que o DAS28-VHS, cujas classes são usadas aqui.",
    ),
    aliases: &["DAS28", "rheumatoid arthritis", "artrite reumatoide", "PCR"],
    inputs: &[
        TENDER.input,
        SWOLLEN.input,
        C_REACTIVE_PROTEIN.input,
        GLOBAL_HEALTH.input,
    ],
    results: &[RESULT],
    assumptions: ASSUMPTIONS,
    reference: Reference {
        citation: "Wells G, Becker JC, Teng J, et al. Validation of the 28-joint Disease Activity \
                   Score (DAS28) and European League Against Rheumatism response criteria based on \
                   C-reactive protein against disease progression in patients with rheumatoid \
                   arthritis, and comparison with the DAS28 based on erythrocyte sedimentation \
                   rate. Ann Rheum Dis 2009;68:954-960.",
        doi: Some("10.1136/ard.2007.084459"),
        pmid: Some("18490431"),
    },
    formula: Formula::Equation(calculate),
    ..DEFAULTS
};

fn calculate(values: &Values) -> Result<Outcome, NoResult> {
    das28(values, 0.36 * values.of(C_REACTIVE_PROTEIN)?.ln_1p() + 0.96)
}
