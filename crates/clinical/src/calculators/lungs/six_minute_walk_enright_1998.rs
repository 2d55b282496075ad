//! Distance that healthy adults walk in six minutes, by Enright and Sherrill.

use crate::definition::{
    Calculator, Category, DEFAULTS, Formula, NoResult, Outcome, OutputKind, Reference, output, text,
};
use crate::handles::{Quantity, quantity};
use crate::inputs::{AGE, HEIGHT, SEX, WEIGHT};
use crate::sex::Sex;
use crate::units;
use crate::values::Values;

const WALKED: Quantity = quantity(
    "walked_distance",
    &units::WALKED_DISTANCE,
    "Distance walked in six minutes",
    "Distância percorrida em seis minutos",
)
.optional();

/// The definition.
pub static CALCULATOR: Calculator = Calculator {
    id: "six-minute-walk-enright-1998",
    version: "1.0.0",
    category: Category::Lungs,
    title: text(
        "Six-minute walk: reference distance",
        "Teste de caminhada de seis minutos: distância de referência",
    ),
    description: text(
        "Distance that a healthy adult of 40 to 80 years walks in six minutes, its lower limit, \
         and the share of it that was walked. The equations explain some 40 % of the difference \
         between people; they come from the United States.",
        "Distância que um adulto saudável de 40 a 80 anos percorre em seis minutos, seu limite \
         inferior, e a porcentagem percorrida. As equações explicam cerca de 40 % da diferença \
         entre pessoas; vêm dos Estados Unidos.",
    ),
    aliases: &["TC6M", "6MWT", "6MWD", "caminhada de 6 minutos"],
    inputs: &[
        SEX.input,
        AGE.input,
        HEIGHT.input,
        WEIGHT.input,
        WALKED.input,
    ],
    results: &[
        output(
            OutputKind::Measurement,
            "reference_distance",
            text("Reference distance", "Distância de referência"),
            "m",
            0,
        ),
        output(
            OutputKind::Measurement,
            "lower_limit",
            text("Lower limit of normal", "Limite inferior da normalidade"),
            "m",
            0,
        ),
        output(
            OutputKind::Measurement,
            "percent_of_reference",
            text(
                "Share of the reference distance",
                "Porcentagem da distância de referência",
            ),
            "%",
            0,
        ),
    ],
    validity: &[AGE.between(40.0, 80.0), HEIGHT.from(120.0)],
    assumptions: &[text(
        "It was a first test by the standard protocol.",
        "Foi um primeiro teste pelo protocolo padronizado.",
    )],
    reference: Reference {
        citation: "Enright PL, Sherrill DL. Reference equations for the six-minute walk in healthy \
                   adults. Am J Respir Crit Care Med 1998;158:1384-1387.",
        doi: Some("10.1164/ajrccm.158.5.9710086"),
        pmid: Some("9817683"),
    },
    formula: Formula::Equation(calculate),
    ..DEFAULTS
};

fn calculate(values: &Values) -> Result<Outcome, NoResult> {
    let (age, height, weight) = (values.of(AGE)?, values.of(HEIGHT)?, values.of(WEIGHT)?);
    let (reference, margin) = match values.of(SEX)? {
        Sex::Male => (7.57 * height - 5.02 * age - 1.76 * weight - 309.0, 153.0),
        Sex::Female => (2.11 * height - 2.29 * weight - 5.78 * age + 667.0, 139.0),
    };
    if reference <= margin {
        return Err(NoResult::outside(
            &[AGE.input.name, HEIGHT.input.name, WEIGHT.input.name],
            text(
                "the equation has no plausible distance for this build; it was made of people of \
                 ordinary height and weight",
                "a equação não dá distância plausível para esta compleição; foi feita com pessoas \
                 de altura e peso comuns",
            ),
        ));
    }
    let outcome =
        Outcome::number("reference_distance", reference).and("lower_limit", reference - margin);
    Ok(match values.find(WALKED) {
        Some(walked) => outcome.and("percent_of_reference", 100.0 * walked / reference),
        None => outcome,
    })
}
