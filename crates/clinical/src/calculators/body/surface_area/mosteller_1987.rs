//! Body surface area by Mosteller.

use super::BSA;
use crate::definition::{
    Calculator, Category, DEFAULTS, Formula, NoResult, Outcome, Reference, text,
};
use crate::inputs::{HEIGHT, WEIGHT};
use crate::values::Values;

/// The definition.
pub static CALCULATOR: Calculator = Calculator {
    id: "bsa-mosteller-1987",
    version: "1.0.1",
    category: Category::Body,
    title: text(
        "Body surface area (Mosteller 1987)",
        "Superfície corporal (Mosteller 1987)",
    ),
    description: text(
        "Body surface area of children and adults from weight and height, for dosing drugs and \
         indexing measurements. A protocol may name another formula; do not mix them in one course of \
         treatment.",
        "Superfície corporal de crianças e adultos por peso e altura, para doses de fármacos e \
         indexação de medidas. Um protocolo pode pedir outra fórmula; não as misture em um mesmo \
         tratamento.",
    ),
    inputs: &[WEIGHT.input, HEIGHT.input],
    results: &[BSA],
    reference: Reference {
        citation: "Mosteller RD. Simplified calculation of body-surface area. N Engl J Med \
                   1987;317:1098.",
        doi: Some("10.1056/NEJM198710223171717"),
        pmid: Some("3657876"),
    },
    formula: Formula::Equation(calculate),
    ..DEFAULTS
};

/// kg and cm.
fn equation(weight: f64, height: f64) -> f64 {
    (height * weight / 3600.0).sqrt()
}

fn calculate(values: &Values) -> Result<Outcome, NoResult> {
    Ok(Outcome::number(
        "bsa",
        equation(values.of(WEIGHT)?, values.of(HEIGHT)?),
    ))
}
