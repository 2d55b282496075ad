//! Pulse pressure: the systolic pressure less the diastolic.

use crate::definition::{
    Calculator, Category, DEFAULTS, Formula, NoResult, Outcome, Output, OutputKind, Reference, text,
};
use crate::inputs::{DIASTOLIC_BP, SYSTOLIC_BP};
use crate::values::Values;

/// The definition.
pub static CALCULATOR: Calculator = Calculator {
    id: "pulse-pressure",
    version: "1.0.0",
    category: Category::Heart,
    title: text("Pulse pressure", "Pressão de pulso"),
    description: text(
        "The difference between the systolic and the diastolic pressure of one measurement. It \
         describes; it has no class of its own here.",
        "A diferença entre as pressões sistólica e diastólica de uma mesma medida. É descritiva; \
         não tem classe própria aqui.",
    ),
    inputs: &[SYSTOLIC_BP.input, DIASTOLIC_BP.input],
    results: &[Output {
        name: "pulse_pressure",
        title: text("Pulse pressure", "Pressão de pulso"),
        unit: "mm[Hg]",
        digits: 0,
        loinc: None,
        kind: OutputKind::Measurement,
        by: None,
        interpretations: &[],
    }],
    assumptions: &[text(
        "Both pressures are of the same measurement.",
        "As duas pressões são da mesma medida.",
    )],
    reference: Reference {
        citation: "Definition: systolic pressure less diastolic pressure.",
        doi: None,
        pmid: None,
    },
    formula: Formula::Equation(calculate),
    ..DEFAULTS
};

fn calculate(values: &Values) -> Result<Outcome, NoResult> {
    let pulse = values.of(SYSTOLIC_BP)? - values.of(DIASTOLIC_BP)?;
    Ok(Outcome::number("pulse_pressure", pulse))
}
