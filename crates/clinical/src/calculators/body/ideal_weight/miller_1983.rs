//! Ideal body weight by Miller.

use super::{ASSUMPTIONS, FROM_FIVE_FEET, IDEAL_WEIGHT, by_inches};
use crate::definition::{
    Calculator, Category, DEFAULTS, Formula, NoResult, Outcome, Reference, text,
};
use crate::inputs::{HEIGHT, SEX};
use crate::sex::Sex;
use crate::values::Values;

/// The definition.
pub static CALCULATOR: Calculator = Calculator {
    id: "ibw-miller-1983",
    version: "1.0.0",
    category: Category::Body,
    title: text(
        "Ideal body weight (Miller 1983)",
        "Peso corporal ideal (Miller 1983)",
    ),
    description: text(
        "Ideal body weight of an adult of 152.4 cm (5 feet) or more, from sex and height, for dosing \
         drugs. It is a reference for doses, not a weight to aim for.",
        "Peso corporal ideal de um adulto de 152,4 cm (5 pés) ou mais, por sexo e altura, para doses \
         de fármacos. É uma referência para doses, não um peso a ser atingido.",
    ),
    inputs: &[SEX.input, HEIGHT.input],
    results: &[IDEAL_WEIGHT],
    validity: &[FROM_FIVE_FEET],
    assumptions: ASSUMPTIONS,
    reference: Reference {
        citation: "Miller DR, Carlson JD, et al. Determining ideal body weight (and mass). Am J Hosp \
                   Pharm 1983;40:1622.",
        doi: None,
        pmid: None,
    },
    formula: Formula::Equation(calculate),
    ..DEFAULTS
};

/// cm.
fn equation(sex: Sex, height: f64) -> f64 {
    let (at_five_feet, per_inch) = sex.pick((56.2, 1.41), (53.1, 1.36));
    by_inches(height, at_five_feet, per_inch)
}

fn calculate(values: &Values) -> Result<Outcome, NoResult> {
    Ok(Outcome::number(
        "ideal_weight",
        equation(values.of(SEX)?, values.of(HEIGHT)?),
    ))
}
