//! Body fat from the body mass index, by Gallagher.

use super::{BODY_FAT, possible};
use crate::calculators::body::bmi;
use crate::definition::{
    Calculator, Category, DEFAULTS, Formula, NoResult, Outcome, Reference, text,
};
use crate::inputs::{ADULT_HEIGHT, ADULTS, AGE, HEIGHT, SEX, WEIGHT};
use crate::sex::Sex;
use crate::values::Values;

/// Greatest body mass index in the group the equation was derived in, in kg/m2.
const DERIVATION_BMI: f64 = 35.0;

/// What is measured of the body.
const BODY: &[&str] = &[HEIGHT.input.name, WEIGHT.input.name];

/// The definition.
pub static CALCULATOR: Calculator = Calculator {
    id: "body-fat-gallagher-2000",
    version: "1.1.0",
    category: Category::Body,
    title: text(
        "Body fat (Gallagher 2000)",
        "Gordura corporal (Gallagher 2000)",
    ),
    description: text(
        "Share of fat in the body of an adult from the body mass index, age and sex. This is the \
         equation without a term for ethnicity; it tends to underestimate in Asian people. It \
         cannot tell muscle from fat.",
        "Percentual de gordura corporal de um adulto pelo índice de massa corporal, idade e sexo. \
         Esta é a equação sem termo de etnia; tende a subestimar em pessoas asiáticas. Não \
         distingue músculo de gordura.",
    ),
    inputs: &[SEX.input, AGE.input, WEIGHT.input, HEIGHT.input],
    results: &[BODY_FAT],
    validity: &[ADULTS, ADULT_HEIGHT],
    reference: Reference {
        citation: "Gallagher D, Heymsfield SB, Heo M, Jebb SA, Murgatroyd PR, Sakamoto Y. Healthy \
                   percentage body fat ranges: an approach for developing guidelines based on body \
                   mass index. Am J Clin Nutr 2000;72:694-701.",
        doi: Some("10.1093/ajcn/72.3.694"),
        pmid: Some("10966886"),
    },
    formula: Formula::Equation(calculate),
    ..DEFAULTS
};

/// Years and kg/m2.
fn equation(sex: Sex, age: f64, bmi: f64) -> f64 {
    let male = sex.pick(1.0, 0.0);
    64.5 - 848.0 / bmi + 0.079 * age - 16.4 * male + 0.05 * male * age + 39.0 * male / bmi
}

fn calculate(values: &Values) -> Result<Outcome, NoResult> {
    let bmi = bmi::equation(values.of(WEIGHT)?, values.of(HEIGHT)?);
    Ok(possible(equation(values.of(SEX)?, values.of(AGE)?, bmi), BODY)?.warn_if(
        bmi > DERIVATION_BMI,
        text(
            "The body mass index is above 35 kg/m2, beyond the range in which the equation was \
             derived.",
            "O índice de massa corporal está acima de 35 kg/m2, além da faixa em que a equação foi \
             derivada.",
        ),
    ))
}
