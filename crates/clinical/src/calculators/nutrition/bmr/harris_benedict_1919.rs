//! Basal metabolic rate, Harris-Benedict 1919.

use super::{BMR, possible};
use crate::definition::{
    Calculator, Category, DEFAULTS, Formula, NoResult, Outcome, Reference, text,
};
use crate::inputs::{ADULT_HEIGHT, ADULTS, AGE, HEIGHT, SEX, WEIGHT};
use crate::sex::Sex;
use crate::values::Values;

/// The definition.
pub static CALCULATOR: Calculator = Calculator {
    id: "bmr-harris-benedict-1919",
    version: "1.1.0",
    category: Category::Nutrition,
    title: text(
        "Basal metabolic rate (Harris-Benedict 1919)",
        "Taxa metabólica basal (Harris-Benedict 1919)",
    ),
    description: text(
        "Energy an adult needs at rest, from sex, age, weight and height.",
        "Energia que um adulto gasta em repouso, por sexo, idade, peso e altura.",
    ),
    inputs: &[SEX.input, AGE.input, WEIGHT.input, HEIGHT.input],
    results: &[BMR],
    validity: &[ADULTS, ADULT_HEIGHT],
    reference: Reference {
        citation: "Harris JA, Benedict FG. A biometric study of basal metabolism in man. Carnegie Institution of Washington Publication 279. Washington, 1919.",
        doi: None,
        pmid: None,
    },
    formula: Formula::Equation(calculate),
    ..DEFAULTS
};

/// Years, kg and cm.
pub(crate) fn equation(sex: Sex, age: f64, weight: f64, height: f64) -> f64 {
    let (constant, per_kg, per_cm, per_year) = sex.pick(
        (66.4730, 13.7516, 5.0033, 6.7550),
        (655.0955, 9.5634, 1.8496, 4.6756),
    );
    constant + per_kg * weight + per_cm * height - per_year * age
}

fn calculate(values: &Values) -> Result<Outcome, NoResult> {
    let (age, weight, height) = (values.of(AGE)?, values.of(WEIGHT)?, values.of(HEIGHT)?);
    let rate = equation(values.of(SEX)?, age, weight, height);
    Ok(Outcome::number("bmr", possible(rate)?))
}
