//! Basal metabolic rate, Mifflin-St Jeor 1990.

use super::{BMR, possible};
use crate::definition::{
    Calculator, Category, DEFAULTS, Formula, NoResult, Outcome, Reference, text,
};
use crate::inputs::{ADULT_HEIGHT, ADULTS, AGE, HEIGHT, SEX, WEIGHT};
use crate::sex::Sex;
use crate::values::Values;

/// The definition.
pub static CALCULATOR: Calculator = Calculator {
    id: "bmr-mifflin-st-jeor-1990",
    version: "1.1.0",
    category: Category::Nutrition,
    title: text(
        "Basal metabolic rate (Mifflin-St Jeor 1990)",
        "Taxa metabólica basal (Mifflin-St Jeor 1990)",
    ),
    description: text(
        "Energy an adult needs at rest, from sex, age, weight and height.",
        "Energia que um adulto gasta em repouso, por sexo, idade, peso e altura.",
    ),
    inputs: &[SEX.input, AGE.input, WEIGHT.input, HEIGHT.input],
    results: &[BMR],
    validity: &[ADULTS, ADULT_HEIGHT],
    reference: Reference {
        citation: "Mifflin MD, St Jeor ST, Hill LA, Scott BJ, Daugherty SA, Koh YO. A new predictive equation for resting energy expenditure in healthy individuals. Am J Clin Nutr 1990;51:241-247.",
        doi: Some("10.1093/ajcn/51.2.241"),
        pmid: None,
    },
    formula: Formula::Equation(calculate),
    ..DEFAULTS
};

/// Years, kg and cm.
pub(crate) fn equation(sex: Sex, age: f64, weight: f64, height: f64) -> f64 {
    10.0 * weight + 6.25 * height - 5.0 * age + sex.pick(5.0, -161.0)
}

fn calculate(values: &Values) -> Result<Outcome, NoResult> {
    let (age, weight, height) = (values.of(AGE)?, values.of(WEIGHT)?, values.of(HEIGHT)?);
    let rate = equation(values.of(SEX)?, age, weight, height);
    Ok(Outcome::number("bmr", possible(rate)?))
}
