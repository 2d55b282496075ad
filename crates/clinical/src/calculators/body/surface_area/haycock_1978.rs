//! Body surface area by Haycock.

use super::BSA;
use crate::definition::{
    Calculator, Category, DEFAULTS, Formula, NoResult, Outcome, Reference, text,
};
use crate::inputs::{HEIGHT, WEIGHT};
use crate::values::Values;

/// The definition.
pub static CALCULATOR: Calculator = Calculator {
    id: "bsa-haycock-1978",
    version: "1.0.1",
    category: Category::Body,
    title: text(
        "Body surface area (Haycock 1978)",
        "Superfície corporal (Haycock 1978)",
    ),
    description: text(
        "Body surface area of infants, children and adults from weight and height; common in \
         paediatrics. A protocol may name another formula; do not mix them in one course of treatment.",
        "Superfície corporal de lactentes, crianças e adultos por peso e altura; comum em pediatria. \
         Um protocolo pode pedir outra fórmula; não as misture em um mesmo tratamento.",
    ),
    inputs: &[WEIGHT.input, HEIGHT.input],
    results: &[BSA],
    reference: Reference {
        citation: "Haycock GB, Schwartz GJ, Wisotsky DH. Geometric method for measuring body surface \
                   area: a height-weight formula validated in infants, children, and adults. J Pediatr \
                   1978;93:62-66.",
        doi: Some("10.1016/S0022-3476(78)80601-5"),
        pmid: Some("650346"),
    },
    formula: Formula::Equation(calculate),
    ..DEFAULTS
};

/// kg and cm.
fn equation(weight: f64, height: f64) -> f64 {
    0.024_265 * weight.powf(0.5378) * height.powf(0.3964)
}

fn calculate(values: &Values) -> Result<Outcome, NoResult> {
    Ok(Outcome::number(
        "bsa",
        equation(values.of(WEIGHT)?, values.of(HEIGHT)?),
    ))
}
