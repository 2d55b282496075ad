//! Basal metabolic rate by the Harris-Benedict equation as revised in 1984.

use super::{BMR, possible};
use crate::definition::{
    Calculator, Category, DEFAULTS, Formula, NoResult, Outcome, Reference, text,
};
use crate::inputs::{ADULT_HEIGHT, ADULTS, AGE, HEIGHT, SEX, WEIGHT};
use crate::sex::Sex;
use crate::values::Values;

/// Years, kg and cm.
pub(crate) fn equation(sex: Sex, age: f64, weight: f64, height: f64) -> f64 {
    let (constant, per_kg, per_cm, per_year) = sex.pick(
        (88.362, 13.397, 4.799, 5.677),
        (447.593, 9.247, 3.098, 4.330),
    );
    constant + per_kg * weight + per_cm * height - per_year * age
}

/// Where it comes from.
pub(crate) const REFERENCE: Reference = Reference {
    citation: "Roza AM, Shizgal HM. The Harris Benedict equation reevaluated: resting energy \
           requirements and the body cell mass. Am J Clin Nutr 1984;40:168-182. \
           doi:10.1093/ajcn/40.1.168",
    doi: Some("10.1093/ajcn/40.1.168"),
    pmid: None,
};

/// The definition.
pub static CALCULATOR: Calculator = Calculator {
    id: "bmr-roza-shizgal-1984",
    version: "1.1.0",
    category: Category::Nutrition,
    title: text(
        "Basal metabolic rate (Roza-Shizgal 1984)",
        "Taxa metabólica basal (Roza-Shizgal 1984)",
    ),
    description: text(
        "Energy an adult needs at rest, by the Harris-Benedict equation as revised in 1984.",
        "Energia que um adulto gasta em repouso, pela equação de Harris-Benedict revisada em 1984.",
    ),
    inputs: &[SEX.input, AGE.input, WEIGHT.input, HEIGHT.input],
    results: &[BMR],
    validity: &[ADULTS, ADULT_HEIGHT],
    reference: REFERENCE,
    formula: Formula::Equation(calculate),
    ..DEFAULTS
};

fn calculate(values: &Values) -> Result<Outcome, NoResult> {
    let (age, weight, height) = (values.of(AGE)?, values.of(WEIGHT)?, values.of(HEIGHT)?);
    let rate = equation(values.of(SEX)?, age, weight, height);
    Ok(Outcome::number("bmr", possible(rate)?))
}
