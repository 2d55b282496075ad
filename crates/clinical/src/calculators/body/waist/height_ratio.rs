//! Waist-height ratio and the bands of early health risk.

use core::ops::RangeInclusive;

use super::{quotient, refuse_outside};
use crate::definition::{
    ADULT, Calculator, Category, DEFAULTS, Formula, NoResult, Outcome, Output, OutputKind,
    Reference, below, rest, text,
};
use crate::inputs::{HEIGHT, WAIST};
use crate::values::Values;
use crate::violation::Finding;

/// Slimmer than any body below; above, the rule for all calculators decides.
const POSSIBLE: RangeInclusive<f64> = 0.25..=f64::INFINITY;

/// The definition.
pub static CALCULATOR: Calculator = Calculator {
    id: "waist-height-ratio",
    version: "1.0.0",
    category: Category::Body,
    title: text("Waist-height ratio", "Relação cintura-estatura"),
    description: text(
        "Waist circumference over height, a screening for risk from central fat in an adult, with \
         the same bands for both sexes: keep the waist below half the height. Not for pregnancy.",
        "Circunferência da cintura dividida pela altura, um rastreamento do risco da gordura \
         central em um adulto, com as mesmas faixas para ambos os sexos: manter a cintura abaixo \
         da metade da altura. Não se aplica à gravidez.",
    ),
    inputs: &[WAIST.input, HEIGHT.input],
    results: &[Output {
        name: "ratio",
        title: text("Waist-height ratio", "Relação cintura-estatura"),
        unit: "1",
        digits: 2,
        loinc: None,
        kind: OutputKind::Measurement,
        by: None,
        interpretations: &[
            below(
                0.5,
                "no-increased-risk",
                "no increased risk by this measure",
                "sem risco aumentado por esta medida",
            ),
            below(0.6, "increased-risk", "increased risk", "risco aumentado"),
            rest("very-high-risk", "very high risk", "risco muito alto"),
        ],
    }],
    assumptions: &[ADULT],
    reference: Reference {
        citation: "Ashwell M, Gibson S. Waist-to-height ratio as an indicator of 'early health \
                   risk': simpler and more predictive than using a 'matrix' based on BMI and waist \
                   circumference. BMJ Open 2016;6:e010159.",
        doi: Some("10.1136/bmjopen-2015-010159"),
        pmid: None,
    },
    check: Some(check),
    formula: Formula::Equation(calculate),
    ..DEFAULTS
};

fn check(values: &Values) -> Vec<Finding> {
    let message = text(
        "waist and height together give a ratio below 0.25; check both values and their units",
        "cintura e altura juntas dão uma relação abaixo de 0,25; confira os dois valores e suas \
         unidades",
    );
    refuse_outside(&POSSIBLE, values, [WAIST, HEIGHT], message)
}

fn calculate(values: &Values) -> Result<Outcome, NoResult> {
    let ratio = quotient(values.of(WAIST)?, values.of(HEIGHT)?);
    Ok(Outcome::number("ratio", ratio))
}
