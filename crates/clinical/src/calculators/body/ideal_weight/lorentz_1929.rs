//! Ideal body weight by Lorentz.

use super::IDEAL_WEIGHT;
use crate::definition::{
    ADULT, Calculator, Category, DEFAULTS, Formula, NoResult, Outcome, Reference, Validity, text,
};
use crate::inputs::{HEIGHT, SEX};
use crate::sex::Sex;
use crate::values::Values;

/// The least height of the equation; below it the weight soon reaches zero.
pub(crate) const FROM_130: Validity = HEIGHT.from(130.0);

/// cm.
pub(crate) fn equation(sex: Sex, height: f64) -> f64 {
    height - 100.0 - (height - 150.0) / sex.pick(4.0, 2.5)
}

/// The definition.
pub static CALCULATOR: Calculator = Calculator {
    id: "ibw-lorentz-1929",
    version: "1.0.0",
    category: Category::Body,
    title: text(
        "Ideal body weight (Lorentz 1929)",
        "Peso corporal ideal (Lorentz 1929)",
    ),
    description: text(
        "Ideal body weight of an adult from sex and height.",
        "Peso corporal ideal de um adulto por sexo e altura.",
    ),
    inputs: &[SEX.input, HEIGHT.input],
    results: &[IDEAL_WEIGHT],
    validity: &[FROM_130],
    assumptions: &[
        ADULT,
        text(
            "For women the divisor is 2.5; some sources print 2.",
            "Para mulheres o divisor é 2,5; algumas fontes trazem 2.",
        ),
    ],
    reference: Reference {
        citation: "Lorentz FH, 1929, from secondary sources; divisor 4 for men and 2.5 for women \
               (some sources print 2 for women).",
        doi: None,
        pmid: None,
    },
    formula: Formula::Equation(calculate),
    ..DEFAULTS
};

fn calculate(values: &Values) -> Result<Outcome, NoResult> {
    Ok(Outcome::number(
        "ideal_weight",
        equation(values.of(SEX)?, values.of(HEIGHT)?),
    ))
}
