//! Basal metabolic rate of an adult, with what clients send along for other
//! figures.

use super::roza_shizgal_1984 as roza_shizgal;
use super::{BMR, possible};
use crate::calculators::nutrition::tdee::ACTIVITY_LEVEL;
use crate::definition::{Calculator, Category, DEFAULTS, Formula, NoResult, Outcome, Output, text};
use crate::inputs::{ADULT_HEIGHT, ADULTS, AGE, HEIGHT, SEX, WEIGHT};
use crate::values::Values;

/// The definition.
pub static CALCULATOR: Calculator = Calculator {
    id: "adult-bmr",
    version: "1.1.0",
    category: Category::Nutrition,
    title: text(
        "Basal metabolic rate of an adult",
        "Taxa metabólica basal de um adulto",
    ),
    description: text(
        "Energy an adult needs at rest, by the Harris-Benedict equation as revised in 1984. An \
         activity level may be sent along and changes nothing.",
        "Energia que um adulto gasta em repouso, pela equação de Harris-Benedict revisada em 1984. \
         Um nível de atividade pode ser enviado junto e nada muda.",
    ),
    inputs: &[
        WEIGHT.input,
        HEIGHT.input,
        AGE.input,
        SEX.input,
        ACTIVITY_LEVEL.optional().input,
    ],
    results: &[Output {
        by: Some(&roza_shizgal::CALCULATOR),
        ..BMR
    }],
    validity: &[ADULTS, ADULT_HEIGHT],
    reference: roza_shizgal::REFERENCE,
    formula: Formula::Equation(calculate),
    ..DEFAULTS
};

fn calculate(values: &Values) -> Result<Outcome, NoResult> {
    let (age, weight, height) = (values.of(AGE)?, values.of(WEIGHT)?, values.of(HEIGHT)?);
    let rate = roza_shizgal::equation(values.of(SEX)?, age, weight, height);
    Ok(Outcome::number("bmr", possible(rate)?))
}
