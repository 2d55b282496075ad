//! Quick SOFA for suspected infection outside intensive care.

use crate::definition::{
    Calculator, Category, DEFAULTS, Formula, NoResult, Outcome, Reference, below, rest, score, text,
};
use crate::handles::{Flag, flag};
use crate::inputs::{RESPIRATORY_RATE, SYSTOLIC_BP};
use crate::values::Values;

const ALTERED_MENTATION: Flag = flag(
    "altered_mentation",
    "Altered mentation",
    "Alteração do estado mental",
);

/// The definition.
pub static CALCULATOR: Calculator = Calculator {
    id: "qsofa",
    version: "1.0.0",
    category: Category::CriticalCare,
    title: text("qSOFA score", "Escore qSOFA"),
    description: text(
        "Finds adults with suspected infection who are likely to do badly, 0 to 3 points. It does \
         not diagnose sepsis, and a negative score does not rule it out.",
        "Identifica adultos com suspeita de infecção com provável evolução desfavorável, de 0 a 3 \
         pontos. Não diagnostica sepse, e um escore negativo não a exclui.",
    ),
    inputs: &[
        RESPIRATORY_RATE.input,
        SYSTOLIC_BP.input,
        ALTERED_MENTATION.input,
    ],
    results: &[score(
        text("qSOFA score", "Escore qSOFA"),
        &[
            below(2.0, "negative", "negative", "negativo"),
            rest(
                "positive",
                "positive: poor outcome more likely",
                "positivo: evolução desfavorável mais provável",
            ),
        ],
    )],
    reference: Reference {
        citation: "Singer M, Deutschman CS, Seymour CW, et al. The Third International Consensus \
                   Definitions for Sepsis and Septic Shock (Sepsis-3). JAMA 2016;315:801-810.",
        doi: None,
        pmid: Some("26903338"),
    },
    formula: Formula::Equation(calculate),
    ..DEFAULTS
};

fn calculate(values: &Values) -> Result<Outcome, NoResult> {
    let point = |holds: bool| if holds { 1.0 } else { 0.0 };
    Ok(Outcome::score([
        RESPIRATORY_RATE.gives(point(values.of(RESPIRATORY_RATE)? >= 22.0)),
        SYSTOLIC_BP.gives(point(values.of(SYSTOLIC_BP)? <= 100.0)),
        values.points_if(ALTERED_MENTATION, 1.0)?,
    ]))
}
