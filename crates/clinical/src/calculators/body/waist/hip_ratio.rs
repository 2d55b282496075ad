//! Waist-hip ratio and the risk that the WHO ties to it.

use core::ops::RangeInclusive;

use super::quotient;
use crate::definition::{
    ADULT, Calculator, Category, DEFAULTS, Formula, NoResult, Outcome, Output, OutputKind,
    Reference, chosen, text,
};
use crate::inputs::{ADULT_HIP, ADULT_WAIST, HIP, SEX, WAIST};
use crate::values::Values;
use crate::violation::Finding;

/// Wider than any body's, narrow enough to notice inches among centimetres.
const POSSIBLE: RangeInclusive<f64> = 0.4..=2.0;

/// The definition.
pub static CALCULATOR: Calculator = Calculator {
    id: "waist-hip-ratio",
    version: "1.1.0",
    category: Category::Body,
    title: text("Waist-hip ratio", "Relação cintura-quadril"),
    description: text(
        "Waist over hip circumference, a measure of how fat is distributed in an adult, with the \
         WHO threshold for each sex. Not for pregnancy; some populations have thresholds of their \
         own.",
        "Circunferência da cintura dividida pela do quadril, uma medida da distribuição da gordura \
         em um adulto, com o limiar da OMS para cada sexo. Não se aplica à gravidez; algumas \
         populações têm limiares próprios.",
    ),
    inputs: &[SEX.input, WAIST.input, HIP.input],
    results: &[Output {
        name: "ratio",
        title: text("Waist-hip ratio", "Relação cintura-quadril"),
        unit: "1",
        digits: 2,
        loinc: None,
        kind: OutputKind::Measurement,
        by: None,
        interpretations: &[
            chosen(
                "low-risk",
                "below the threshold of substantially increased risk",
                "abaixo do limiar de risco substancialmente aumentado",
            ),
            chosen(
                "increased-risk",
                "substantially increased risk of metabolic complications",
                "risco substancialmente aumentado de complicações metabólicas",
            )
            .hl7("H"),
        ],
    }],
    assumptions: &[ADULT],
    reference: Reference {
        citation: "World Health Organization. Waist circumference and waist-hip ratio: report of a \
                   WHO expert consultation, Geneva, 8-11 December 2008. Geneva, 2011.",
        doi: None,
        pmid: None,
    },
    validity: &[ADULT_WAIST, ADULT_HIP],
    check: Some(check),
    formula: Formula::Equation(calculate),
    ..DEFAULTS
};

fn check(values: &Values) -> Vec<Finding> {
    let message = text(
        "waist and hip together give a ratio outside 0.4 to 2; check both values and their units",
        "cintura e quadril juntos dão uma relação fora de 0,4 a 2; confira os dois valores e suas \
         unidades",
    );
    match (values.find(WAIST), values.find(HIP)) {
        (Some(waist), Some(hip)) if !POSSIBLE.contains(&(waist / hip)) => {
            Finding::together(&[WAIST.input.name, HIP.input.name], message)
        }
        _ => Vec::new(),
    }
}

fn calculate(values: &Values) -> Result<Outcome, NoResult> {
    let ratio = quotient(values.of(WAIST)?, values.of(HIP)?);
    let increased = ratio >= values.of(SEX)?.pick(0.90, 0.85);
    let meaning = if increased {
        "increased-risk"
    } else {
        "low-risk"
    };
    Ok(Outcome::number("ratio", ratio).meaning(meaning))
}
