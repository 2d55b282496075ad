//! Creatinine clearance by Cockcroft and Gault.

use crate::definition::{
    Calculator, Category, DEFAULTS, Formula, NoResult, Outcome, Output, OutputKind, Reference, text,
};
use crate::inputs::{ADULTS, AGE, CREATININE, SEX, WEIGHT};
use crate::values::Values;

/// The definition.
pub static CALCULATOR: Calculator = Calculator {
    id: "creatinine-clearance-cockcroft-gault",
    version: "1.0.1",
    category: Category::Kidney,
    title: text(
        "Creatinine clearance (Cockcroft-Gault)",
        "Clearance (depuração) de creatinina (Cockcroft-Gault)",
    ),
    description: text(
        "Estimates the creatinine clearance of an adult with stable kidney function, mostly for \
         dosing drugs. It is not indexed to body surface area.",
        "Estima a depuração de creatinina de um adulto com função renal estável, sobretudo para \
         ajuste de doses. Não é indexada à superfície corporal.",
    ),
    aliases: &["ClCr", "CrCl", "clearance", "ajuste de dose"],
    inputs: &[SEX.input, AGE.input, WEIGHT.input, CREATININE.input],
    results: &[Output {
        name: "clearance",
        title: text(
            "Creatinine clearance",
            "Clearance (depuração) de creatinina",
        ),
        unit: "mL/min",
        digits: 0,
        loinc: Some("35591-7"),
        kind: OutputKind::Laboratory,
        by: None,
        interpretations: &[],
    }],
    validity: &[ADULTS],
    assumptions: &[text(
        "The weight is the actual body weight.",
        "O peso é o peso corporal real.",
    )],
    reference: Reference {
        citation: "Cockcroft DW, Gault MH. Prediction of creatinine clearance from serum \
                   creatinine. Nephron 1976;16:31-41.",
        doi: Some("10.1159/000180580"),
        pmid: None,
    },
    formula: Formula::Equation(calculate),
    ..DEFAULTS
};

fn calculate(values: &Values) -> Result<Outcome, NoResult> {
    let factor = values.of(SEX)?.pick(1.0, 0.85);
    let creatinine = values.of(CREATININE)?;
    let clearance = (140.0 - values.of(AGE)?) * values.of(WEIGHT)? / (72.0 * creatinine) * factor;
    Ok(Outcome::number("clearance", clearance))
}
