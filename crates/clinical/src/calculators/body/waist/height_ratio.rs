//! Waist-height ratio and the bands of early health risk.

use super::quotient;
use crate::definition::{
    ADULT, Calculator, Category, DEFAULTS, Formula, NoResult, Outcome, Output, OutputKind,
    Reference, below, rest, text,
};
use crate::inputs::{ADULT_HEIGHT, ADULT_WAIST, HEIGHT, WAIST};
use crate::values::Values;

/// The definition.
pub static CALCULATOR: Calculator = Calculator {
    id: "waist-height-ratio",
    version: "1.1.0",
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
    validity: &[ADULT_HEIGHT, ADULT_WAIST],
    formula: Formula::Equation(calculate),
    ..DEFAULTS
};

fn calculate(values: &Values) -> Result<Outcome, NoResult> {
    let ratio = quotient(values.of(WAIST)?, values.of(HEIGHT)?);
    Ok(Outcome::number("ratio", ratio))
}
