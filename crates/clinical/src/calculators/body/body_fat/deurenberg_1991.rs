//! Body fat from the body mass index, by Deurenberg; the equation for adults.

use core::ops::RangeInclusive;

use super::{BODY_FAT, possible};
use crate::calculators::body::bmi;
use crate::definition::{
    Calculator, Category, DEFAULTS, Formula, NoResult, Outcome, Reference, Validity, text,
};
use crate::inputs::{AGE, HEIGHT, SEX, WEIGHT};
use crate::sex::Sex;
use crate::values::Values;

/// Ages in the group the equation was derived in, in years.
pub(crate) const AGES: Validity = AGE.between(7.0, 83.0);

/// Range of the body mass index in that group, in kg/m2. Outside it the
/// equation still answers, with a warning.
pub(crate) const DERIVATION_BMI: RangeInclusive<f64> = 13.9..=40.9;

/// Years and kg/m2; the paper has one equation from 16 years and one below.
pub(crate) fn equation(sex: Sex, age: f64, bmi: f64) -> f64 {
    let male = sex.pick(1.0, 0.0);
    if age > 15.0 {
        1.20 * bmi + 0.23 * age - 10.8 * male - 5.4
    } else {
        1.51 * bmi - 0.70 * age - 3.6 * male + 1.4
    }
}

/// What is measured of the body.
const BODY: &[&str] = &[HEIGHT.input.name, WEIGHT.input.name];

/// The definition.
pub static CALCULATOR: Calculator = Calculator {
    id: "body-fat-deurenberg-1991",
    version: "1.0.0",
    category: Category::Body,
    title: text(
        "Body fat (Deurenberg 1991)",
        "Gordura corporal (Deurenberg 1991)",
    ),
    description: text(
        "Share of fat in the body from the body mass index, age and sex.",
        "Percentual de gordura corporal pelo índice de massa corporal, idade e sexo.",
    ),
    inputs: &[SEX.input, AGE.input, WEIGHT.input, HEIGHT.input],
    results: &[BODY_FAT],
    validity: &[AGES],
    reference: Reference {
        citation: "Deurenberg P, Weststrate JA, Seidell JC. Body mass index as a measure of body \
               fatness: age- and sex-specific prediction formulas. Br J Nutr 1991;65:105-114. \
               doi:10.1079/BJN19910073",
        doi: Some("10.1079/BJN19910073"),
        pmid: None,
    },
    formula: Formula::Equation(calculate),
    ..DEFAULTS
};

fn calculate(values: &Values) -> Result<Outcome, NoResult> {
    let bmi = bmi::equation(values.of(WEIGHT)?, values.of(HEIGHT)?);
    Ok(possible(equation(values.of(SEX)?, values.of(AGE)?, bmi), BODY)?.warn_if(
        !DERIVATION_BMI.contains(&bmi),
        text(
            "The body mass index is outside 13.9 to 40.9 kg/m2, the range in which the equation was \
             derived.",
            "O índice de massa corporal está fora de 13,9 a 40,9 kg/m2, a faixa em que a equação \
             foi derivada.",
        ),
    ))
}
