//! Body mass index of an adult, with what clients send along for other figures.

use super::bmi;
use crate::calculators::nutrition::tdee::ACTIVITY_LEVEL;
use crate::definition::{Calculator, Category, DEFAULTS, Formula, NoResult, Outcome, Output, text};
use crate::inputs::{ADULT_HEIGHT, ADULTS, AGE, HEIGHT, SEX, WEIGHT};
use crate::values::Values;

/// The definition.
pub static CALCULATOR: Calculator = Calculator {
    id: "adult-bmi",
    version: "1.1.0",
    category: Category::Body,
    title: text(
        "Body mass index of an adult",
        "Índice de massa corporal de um adulto",
    ),
    description: text(
        "Weight relative to height, with the WHO classes, for adults only. Sex and activity level \
         may be sent along and change nothing.",
        "Peso em relação à altura, com as classes da OMS, só para adultos. Sexo e nível de \
         atividade podem ser enviados junto e nada mudam.",
    ),
    inputs: &[
        WEIGHT.input,
        HEIGHT.input,
        AGE.optional().input,
        SEX.optional().input,
        ACTIVITY_LEVEL.optional().input,
    ],
    results: &[Output {
        by: Some(&bmi::CALCULATOR),
        ..bmi::BMI
    }],
    validity: &[ADULTS, ADULT_HEIGHT],
    reference: bmi::REFERENCE,
    formula: Formula::Equation(calculate),
    ..DEFAULTS
};

fn calculate(values: &Values) -> Result<Outcome, NoResult> {
    Ok(
        Outcome::number("bmi", bmi::equation(values.of(WEIGHT)?, values.of(HEIGHT)?)).assume_if(
            values.find(AGE).is_none(),
            text(
                "No age was sent: the class is the one for adults.",
                "Idade não enviada: a classe é a de adultos.",
            ),
        ),
    )
}
