//! Basal metabolic rate at any age, Schofield 1985, from the weight.

use super::BMR;
use crate::definition::{
    Calculator, Category, DEFAULTS, Formula, NoResult, Outcome, Reference, text,
};
use crate::handles::{Quantity, quantity};
use crate::inputs::{AGE, SEX, WEIGHT};
use crate::sex::Sex;
use crate::units;
use crate::values::Values;

/// Clients send it along; with it, a weight in the wrong unit is noticed.
const HEIGHT_UNUSED: Quantity = quantity(
    "height",
    &units::HEIGHT,
    "Height (not used by the equation; only checked for plausibility against the weight)",
    "Altura (não usada pela equação; só verifica a plausibilidade do peso)",
)
.optional();

/// The definition.
pub static CALCULATOR: Calculator = Calculator {
    id: "bmr-schofield-1985",
    version: "1.0.0",
    category: Category::Nutrition,
    title: text(
        "Basal metabolic rate (Schofield 1985)",
        "Taxa metabólica basal (Schofield 1985)",
    ),
    description: text(
        "Energy a person of any age needs at rest, from sex, age and weight, with one straight \
         line for each of six age groups; the rate jumps where one group ends. It tends to \
         overestimate in people with obesity and in people who live in the tropics.",
        "Energia que uma pessoa de qualquer idade gasta em repouso, por sexo, idade e peso, com \
         uma reta para cada uma de seis faixas etárias; a taxa dá um salto onde uma faixa termina. \
         Tende a superestimar em pessoas com obesidade e em habitantes dos trópicos.",
    ),
    inputs: &[SEX.input, AGE.input, WEIGHT.input, HEIGHT_UNUSED.input],
    results: &[BMR],
    reference: Reference {
        citation: "Schofield WN. Predicting basal metabolic rate, new standards and review of \
                   previous work. Hum Nutr Clin Nutr 1985;39 Suppl 1:5-41.",
        doi: None,
        pmid: None,
    },
    formula: Formula::Equation(calculate),
    ..DEFAULTS
};

/// Completed years and kg.
fn equation(sex: Sex, age: f64, weight: f64) -> f64 {
    let (per_kg, constant) = match age {
        ..3.0 => sex.pick((59.512, -30.4), (58.317, -31.1)),
        ..10.0 => sex.pick((22.706, 504.3), (20.315, 485.9)),
        ..18.0 => sex.pick((17.686, 658.2), (13.384, 692.6)),
        ..30.0 => sex.pick((15.057, 692.2), (14.818, 486.6)),
        ..60.0 => sex.pick((11.472, 873.1), (8.126, 845.6)),
        _ => sex.pick((11.711, 587.7), (9.082, 658.5)),
    };
    per_kg * weight + constant
}

const NOTHING_TO_LIVE_ON: NoResult = NoResult::together(
    &[WEIGHT.input.name, AGE.input.name],
    text(
        "weight and age together give a basal metabolic rate of zero or less; check both values \
         and their units",
        "peso e idade juntos dão uma taxa metabólica basal igual a zero ou menos; confira os dois \
         valores e suas unidades",
    ),
);

fn calculate(values: &Values) -> Result<Outcome, NoResult> {
    let rate = equation(values.of(SEX)?, values.of(AGE)?, values.of(WEIGHT)?);
    // Newborns need less than any adult could live on, but more than nothing.
    if rate <= 0.0 {
        return Err(NOTHING_TO_LIVE_ON);
    }
    Ok(Outcome::number("bmr", rate))
}
