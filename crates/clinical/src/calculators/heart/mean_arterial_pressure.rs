//! Mean arterial pressure from the systolic and diastolic pressures.

use crate::definition::{
    Calculator, Category, DEFAULTS, Formula, NoResult, Outcome, Output, OutputKind, Reference, text,
};
use crate::inputs::{DIASTOLIC_BP, SYSTOLIC_BP};
use crate::values::Values;

/// The definition.
pub static CALCULATOR: Calculator = Calculator {
    id: "mean-arterial-pressure",
    version: "1.0.0",
    category: Category::Heart,
    title: text("Mean arterial pressure", "Pressão arterial média"),
    description: text(
        "Estimates the mean arterial pressure as the diastolic plus one third of the pulse \
         pressure. It differs from a pressure averaged by an arterial line, the more so at high \
         heart rates.",
        "Estima a pressão arterial média como a diastólica mais um terço da pressão de pulso. \
         Difere da média medida por cateter arterial, mais ainda em frequências cardíacas altas.",
    ),
    inputs: &[SYSTOLIC_BP.input, DIASTOLIC_BP.input],
    results: &[Output {
        name: "map",
        title: text("Mean arterial pressure", "Pressão arterial média"),
        unit: "mm[Hg]",
        digits: 0,
        loinc: Some("8478-0"),
        kind: OutputKind::Measurement,
        by: None,
        interpretations: &[],
    }],
    assumptions: &[text(
        "Diastole lasts two thirds of the heartbeat.",
        "A diástole dura dois terços do ciclo cardíaco.",
    )],
    reference: Reference {
        citation: "Convention: diastolic pressure plus one third of the pulse pressure.",
        doi: None,
        pmid: None,
    },
    formula: Formula::Equation(calculate),
    ..DEFAULTS
};

fn calculate(values: &Values) -> Result<Outcome, NoResult> {
    let diastolic = values.of(DIASTOLIC_BP)?;
    let pulse = values.of(SYSTOLIC_BP)? - diastolic;
    Ok(Outcome::number("map", diastolic + pulse / 3.0))
}
