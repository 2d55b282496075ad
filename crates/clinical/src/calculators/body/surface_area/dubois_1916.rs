//! Body surface area by Du Bois.

use super::BSA;
use crate::definition::{
    Calculator, Category, DEFAULTS, Formula, NoResult, Outcome, Reference, text,
};
use crate::inputs::{HEIGHT, WEIGHT};
use crate::values::Values;

/// The definition.
pub static CALCULATOR: Calculator = Calculator {
    id: "bsa-dubois-1916",
    version: "1.0.1",
    category: Category::Body,
    title: text(
        "Body surface area (Du Bois 1916)",
        "Superfície corporal (Du Bois 1916)",
    ),
    description: text(
        "Body surface area from weight and height, for indexing measurements and dosing drugs. It was \
         derived from nine people and underestimates in infants and in obesity.",
        "Superfície corporal por peso e altura, para indexação de medidas e doses de fármacos. Foi \
         derivada de nove pessoas e subestima em lactentes e na obesidade.",
    ),
    inputs: &[WEIGHT.input, HEIGHT.input],
    results: &[BSA],
    reference: Reference {
        citation: "Du Bois D, Du Bois EF. A formula to estimate the approximate surface area if height \
                   and weight be known. Arch Intern Med 1916;17:863-871.",
        doi: Some("10.1001/archinte.1916.00080130010002"),
        pmid: None,
    },
    formula: Formula::Equation(calculate),
    ..DEFAULTS
};

/// kg and cm.
fn equation(weight: f64, height: f64) -> f64 {
    0.007_184 * weight.powf(0.425) * height.powf(0.725)
}

fn calculate(values: &Values) -> Result<Outcome, NoResult> {
    Ok(Outcome::number(
        "bsa",
        equation(values.of(WEIGHT)?, values.of(HEIGHT)?),
    ))
}
