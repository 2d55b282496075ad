//! Ideal body weight by Devine.

use super::{ASSUMPTIONS, FROM_FIVE_FEET, IDEAL_WEIGHT, by_inches};
use crate::definition::{
    Calculator, Category, DEFAULTS, Formula, NoResult, Outcome, Reference, text,
};
use crate::inputs::{HEIGHT, SEX};
use crate::sex::Sex;
use crate::values::Values;

/// The definition.
pub static CALCULATOR: Calculator = Calculator {
    id: "ibw-devine-1974",
    version: "1.0.0",
    category: Category::Body,
    title: text(
        "Ideal body weight (Devine 1974)",
        "Peso corporal ideal (Devine 1974)",
    ),
    description: text(
        "Ideal body weight of an adult of 152.4 cm (5 feet) or more, from sex and height; made for \
         dosing gentamicin and since used for many drugs. It is a reference for doses and ventilator \
         settings, not a weight to aim for.",
        "Peso corporal ideal de um adulto de 152,4 cm (5 pés) ou mais, por sexo e altura; criado para \
         doses de gentamicina e depois usado para muitos fármacos. É uma referência para doses e \
         ajustes de ventilação, não um peso a ser atingido.",
    ),
    inputs: &[SEX.input, HEIGHT.input],
    results: &[IDEAL_WEIGHT],
    validity: &[FROM_FIVE_FEET],
    assumptions: ASSUMPTIONS,
    reference: Reference {
        citation: "Devine BJ. Gentamicin therapy. Drug Intell Clin Pharm 1974;8:650-655.",
        doi: None,
        pmid: None,
    },
    formula: Formula::Equation(calculate),
    ..DEFAULTS
};

/// cm.
pub(crate) fn equation(sex: Sex, height: f64) -> f64 {
    let (at_five_feet, per_inch) = sex.pick((50.0, 2.3), (45.5, 2.3));
    by_inches(height, at_five_feet, per_inch)
}

fn calculate(values: &Values) -> Result<Outcome, NoResult> {
    Ok(Outcome::number(
        "ideal_weight",
        equation(values.of(SEX)?, values.of(HEIGHT)?),
    ))
}
