//! The figures of body and energy that a check-up starts with, in one answer.

use super::bmi;
use super::body_fat::{self, deurenberg_1991 as deurenberg};
use super::ideal_weight::{self, lorentz_1929 as lorentz};
use crate::calculators::nutrition::bmr::{self, roza_shizgal_1984 as roza_shizgal};
use crate::calculators::nutrition::tdee::{self, ACTIVITY_LEVEL, factor, factor_by_age};
use crate::definition::{
    Calculator, Category, DEFAULTS, Formula, NoResult, Outcome, Output, OutputKind, Reference,
    Text, Validity, text,
};
use crate::inputs::{ADULTS, AGE, HEIGHT, SEX, WEIGHT};
use crate::values::Values;

/// What is assumed without a level of activity.
const BY_AGE: Text = text(
    "No activity level was sent: the activity factor is a default for the age, not an observation \
     of this person.",
    "Nível de atividade não enviado: o fator de atividade é um padrão para a idade, não uma \
     observação desta pessoa.",
);

const OUTSIDE_DERIVATION: Text = text(
    "The body mass index is outside 13.9 to 40.9 kg/m2, the range in which the body fat equation \
     (Deurenberg 1991) was derived.",
    "O índice de massa corporal está fora de 13,9 a 40,9 kg/m2, a faixa em que a equação de \
     gordura corporal (Deurenberg 1991) foi derivada.",
);

const FAR_OUTSIDE_DERIVATION: NoResult = NoResult::outside(
    &[WEIGHT.input.name, HEIGHT.input.name],
    text(
        "weight and height give a body mass index so far outside 13.9 to 40.9 kg/m2 that the body \
         fat equation (Deurenberg 1991) has no answer",
        "peso e altura dão um índice de massa corporal tão fora de 13,9 a 40,9 kg/m2 que a equação \
         de gordura corporal (Deurenberg 1991) não tem resposta",
    ),
);

const RESULTS: &[Output] = &[
    Output {
        by: Some(&bmi::CALCULATOR),
        ..bmi::BMI
    },
    Output {
        by: Some(&roza_shizgal::CALCULATOR),
        ..bmr::BMR
    },
    Output {
        by: Some(&lorentz::CALCULATOR),
        ..ideal_weight::IDEAL_WEIGHT
    },
    Output {
        name: "body_fat_percentage",
        by: Some(&deurenberg::CALCULATOR),
        ..body_fat::BODY_FAT
    },
    Output {
        name: "daily_calories",
        by: Some(&tdee::CALCULATOR),
        ..tdee::TDEE
    },
    Output {
        name: "activity_factor",
        title: text("Activity factor", "Fator de atividade"),
        unit: "1",
        digits: 3,
        loinc: None,
        kind: OutputKind::Measurement,
        by: None,
        interpretations: &[],
    },
];

/// The definition.
pub static CALCULATOR: Calculator = Calculator {
    id: "health-metrics",
    version: "1.0.0",
    category: Category::Body,
    title: text("Health metrics", "Métricas de saúde"),
    description: text(
        "Body mass index, basal metabolic rate, ideal weight, body fat and daily energy of an \
         adult, each by the edition that the catalogue has of its own. Where one of them has no \
         answer there is none at all: ask for the others by themselves.",
        "Índice de massa corporal, taxa metabólica basal, peso ideal, gordura corporal e energia \
         diária de um adulto, cada um pela edição que o catálogo tem em separado. Quando um deles \
         não tem resposta, não há nenhuma: peça os outros em separado.",
    ),
    inputs: &[
        SEX.input,
        AGE.input,
        WEIGHT.input,
        HEIGHT.input,
        ACTIVITY_LEVEL.optional().input,
    ],
    results: RESULTS,
    // The strictest of the parts.
    validity: &[
        Validity {
            greatest: deurenberg::AGES.greatest,
            ..ADULTS
        },
        lorentz::FROM_130,
    ],
    reference: Reference {
        citation: "Each figure is by the publication that its own calculator cites; the default \
                   activity factors by age are a convention of this platform.",
        doi: None,
        pmid: None,
    },
    formula: Formula::Equation(calculate),
    ..DEFAULTS
};

fn calculate(values: &Values) -> Result<Outcome, NoResult> {
    let (sex, age) = (values.of(SEX)?, values.of(AGE)?);
    let (weight, height) = (values.of(WEIGHT)?, values.of(HEIGHT)?);
    let index = bmi::equation(weight, height);
    let rate = bmr::possible(roza_shizgal::equation(sex, age, weight, height))?;
    let fat = deurenberg::equation(sex, age, index);
    if !body_fat::POSSIBLE.contains(&fat) {
        return Err(FAR_OUTSIDE_DERIVATION);
    }
    let stated = values.find(ACTIVITY_LEVEL);
    let factor = match stated {
        Some(level) => factor(level)?,
        None => factor_by_age(age),
    };
    Ok(Outcome::number("bmi", index)
        .and("bmr", rate)
        .and("ideal_weight", lorentz::equation(sex, height))
        .and("body_fat_percentage", fat)
        .and("daily_calories", rate * factor)
        .and("activity_factor", factor)
        .assume_if(stated.is_none(), BY_AGE)
        .warn_if(
            !deurenberg::DERIVATION_BMI.contains(&index),
            OUTSIDE_DERIVATION,
        ))
}
