//! Body mass index and the WHO classes for adults.

use core::ops::RangeInclusive;

use crate::definition::{
    Calculator, Category, DEFAULTS, Formula, NoResult, Outcome, Output, OutputKind, Reference,
    below, rest, text,
};
use crate::inputs::{AGE, HEIGHT, WEIGHT};
use crate::values::Values;

/// Indices that a person can have, in kg/m2.
pub(crate) const PLAUSIBLE: RangeInclusive<f64> = 5.0..=150.0;

/// kg and cm.
pub(crate) fn equation(weight: f64, height: f64) -> f64 {
    // Squared in cm, most heights are exact: 64 kg at 160 cm is 25, not a hair
    // below it and in another class.
    weight * 10_000.0 / (height * height)
}

/// The index with the WHO classes for adults.
pub(crate) const BMI: Output = Output {
    name: "bmi",
    title: text("Body mass index", "Índice de massa corporal"),
    unit: "kg/m2",
    digits: 1,
    loinc: Some("39156-5"),
    kind: OutputKind::Measurement,
    by: None,
    interpretations: &[
        below(16.0, "severe-thinness", "severe thinness", "magreza grave"),
        below(
            17.0,
            "moderate-thinness",
            "moderate thinness",
            "magreza moderada",
        ),
        below(18.5, "mild-thinness", "mild thinness", "magreza leve"),
        below(25.0, "normal", "normal weight", "peso normal"),
        below(30.0, "overweight", "overweight", "sobrepeso"),
        below(
            35.0,
            "obesity-class-1",
            "obesity class I",
            "obesidade grau I",
        ),
        below(
            40.0,
            "obesity-class-2",
            "obesity class II",
            "obesidade grau II",
        ),
        rest("obesity-class-3", "obesity class III", "obesidade grau III"),
    ],
};

/// Where it comes from.
pub(crate) const REFERENCE: Reference = Reference {
    citation: "World Health Organization. Obesity: preventing and managing the global \
               epidemic. WHO Technical Report Series 894. Geneva, 2000.",
    doi: None,
    pmid: None,
};

/// The definition.
pub static CALCULATOR: Calculator = Calculator {
    id: "bmi",
    version: "1.0.0",
    category: Category::Body,
    title: text("Body mass index", "Índice de massa corporal"),
    description: text(
        "Weight relative to height, with the WHO classes for adults. Below 18 years the index has \
         no class of its own: read it on a BMI-for-age chart.",
        "Peso em relação à altura, com as classes da OMS para adultos. Abaixo de 18 anos o índice \
         não tem classe própria: leia-o em uma curva de IMC para a idade.",
    ),
    inputs: &[WEIGHT.input, HEIGHT.input, AGE.optional().input],
    results: &[BMI],
    reference: REFERENCE,
    formula: Formula::Equation(calculate),
    ..DEFAULTS
};

fn calculate(values: &Values) -> Result<Outcome, NoResult> {
    let index = equation(values.of(WEIGHT)?, values.of(HEIGHT)?);
    let outcome = Outcome::number("bmi", index);
    Ok(match values.find(AGE) {
        Some(age) if age < 18.0 => outcome.uninterpreted().warn_if(
            true,
            text(
                "Below 18 years there is no adult class: read the index on a BMI-for-age chart.",
                "Abaixo de 18 anos não há classe de adulto: leia o índice em uma curva de IMC para \
                 a idade.",
            ),
        ),
        sent => outcome.assume_if(
            sent.is_none(),
            text(
                "No age was sent: adult classes assumed.",
                "Idade não enviada: classes de adulto assumidas.",
            ),
        ),
    })
}
