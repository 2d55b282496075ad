//! Ideal body weight by Hamwi.

use super::{ASSUMPTIONS, FROM_FIVE_FEET, IDEAL_WEIGHT, by_inches};
use crate::definition::{
    Calculator, Category, DEFAULTS, Formula, NoResult, Outcome, Reference, text,
};
use crate::inputs::{HEIGHT, SEX};
use crate::sex::Sex;
use crate::values::Values;

/// The definition.
pub static CALCULATOR: Calculator = Calculator {
    id: "ibw-hamwi-1964",
    version: "1.0.0",
    category: Category::Body,
    title: text(
        "Ideal body weight (Hamwi 1964)",
        "Peso corporal ideal (Hamwi 1964)",
    ),
    description: text(
        "Ideal body weight of an adult of 152.4 cm (5 feet) or more, of medium frame, from sex and \
         height; a rule of thumb of diabetes care. The rule was printed in pounds; these are its usual \
         constants in kg. It is not a weight to aim for without clinical judgement.",
        "Peso corporal ideal de um adulto de 152,4 cm (5 pés) ou mais, de compleição média, por sexo e \
         altura; uma regra prática do cuidado do diabetes. A regra foi publicada em libras; estas são \
         suas constantes usuais em kg. Não é um peso a ser atingido sem julgamento clínico.",
    ),
    inputs: &[SEX.input, HEIGHT.input],
    results: &[IDEAL_WEIGHT],
    validity: &[FROM_FIVE_FEET],
    assumptions: ASSUMPTIONS,
    reference: Reference {
        citation: "Hamwi GJ. Therapy: changing dietary concepts. In: Danowski TS, editor. Diabetes \
                   Mellitus: Diagnosis and Treatment. Vol. 1. New York: American Diabetes Association, \
                   1964:73-78.",
        doi: None,
        pmid: None,
    },
    formula: Formula::Equation(calculate),
    ..DEFAULTS
};

/// cm.
fn equation(sex: Sex, height: f64) -> f64 {
    let (at_five_feet, per_inch) = sex.pick((48.0, 2.7), (45.5, 2.2));
    by_inches(height, at_five_feet, per_inch)
}

fn calculate(values: &Values) -> Result<Outcome, NoResult> {
    Ok(Outcome::number(
        "ideal_weight",
        equation(values.of(SEX)?, values.of(HEIGHT)?),
    ))
}
