//! Body mass index and the WHO classes for adults.

use core::ops::RangeInclusive;

use crate::definition::{
    Calculator, Category, DEFAULTS, Formula, NoResult, Outcome, Output, OutputKind, Reference,
    Text, below, rest, text,
};
use crate::inputs::{ADULT_HEIGHT, AGE, HEIGHT, WEIGHT};
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
        below(16.0, "severe-thinness", "severe thinness", "magreza grave").hl7("L"),
        below(
            17.0,
            "moderate-thinness",
            "moderate thinness",
            "magreza moderada",
        )
        .hl7("L"),
        below(18.5, "mild-thinness", "mild thinness", "magreza leve").hl7("L"),
        below(25.0, "normal", "normal weight", "peso adequado (eutrofia)").hl7("N"),
        below(30.0, "overweight", "overweight", "sobrepeso").hl7("H"),
        below(
            35.0,
            "obesity-class-1",
            "obesity class I",
            "obesidade grau I",
        )
        .hl7("H"),
        below(
            40.0,
            "obesity-class-2",
            "obesity class II",
            "obesidade grau II",
        )
        .hl7("H"),
        rest("obesity-class-3", "obesity class III", "obesidade grau III").hl7("H"),
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
    version: "1.1.0",
    category: Category::Body,
    title: text("Body mass index", "Índice de massa corporal"),
    description: text(
        "Weight relative to height, with the WHO classes for adults. Below 18 years the index has \
         no class of its own: read it on a BMI-for-age chart. Not for pregnancy.",
        "Peso em relação à altura, com as classes da OMS para adultos. Abaixo de 18 anos o índice \
         não tem classe própria: leia-o em uma curva de IMC para a idade. Não se aplica à \
         gestação.",
    ),
    aliases: &["IMC", "obesity", "obesidade", "Quetelet"],
    inputs: &[WEIGHT.input, HEIGHT.input, AGE.optional().input],
    results: &[BMI],
    reference: REFERENCE,
    formula: Formula::Equation(calculate),
    ..DEFAULTS
};

const CHILD: Text = text(
    "Below 18 years there is no adult class: read the index on a BMI-for-age chart.",
    "Abaixo de 18 anos não há classe de adulto: leia o índice em uma curva de IMC para a idade.",
);
const SHORT: Text = text(
    "Below 100 cm and without an age there is no class: adult classes are for adults.",
    "Abaixo de 100 cm e sem idade não há classe: as classes de adulto são para adultos.",
);
const TEENAGER: Text = text(
    "At 18 and 19 years the WHO reference and Brazil's SISVAN still use BMI for age.",
    "Aos 18 e 19 anos a referência da OMS e o SISVAN ainda usam o IMC para a idade.",
);
const OLDER: Text = text(
    "From 60 years Brazil's SISVAN has limits of its own: up to 22 low weight, above 22 and below \
     27 adequate, 27 or more overweight.",
    "A partir de 60 anos o SISVAN tem limites próprios: até 22 baixo peso, acima de 22 e abaixo de \
     27 adequado, 27 ou mais sobrepeso.",
);
const ADULT_ASSUMED: Text = text(
    "No age was sent: adult classes assumed.",
    "Idade não enviada: classes de adulto assumidas.",
);

fn calculate(values: &Values) -> Result<Outcome, NoResult> {
    let (weight, height) = (values.of(WEIGHT)?, values.of(HEIGHT)?);
    let outcome = Outcome::number("bmi", equation(weight, height));
    Ok(match values.find(AGE) {
        Some(..18.0) => outcome.uninterpreted().warn_if(true, CHILD),
        Some(age) => outcome
            .warn_if(age < 20.0, TEENAGER)
            .warn_if(age >= 60.0, OLDER),
        None if height < ADULT_HEIGHT.least => outcome.uninterpreted().warn_if(true, SHORT),
        None => outcome.assume_if(true, ADULT_ASSUMED),
    })
}
