//! CURB-65 score for the severity of community-acquired pneumonia.

use crate::definition::{
    Calculator, Category, NoResult, Outcome, Reference, below, rest, score, text,
};
use crate::handles::{Flag, flag};
use crate::inputs::{AGE, BUN, DIASTOLIC_BP, RESPIRATORY_RATE, SYSTOLIC_BP};
use crate::values::Values;

const CONFUSION: Flag = flag("confusion", "New confusion", "Confusão nova");

/// The definition.
pub static CALCULATOR: Calculator = Calculator {
    id: "curb-65",
    version: "1.0.0",
    category: Category::Lungs,
    title: text("CURB-65 score", "Escore CURB-65"),
    description: text(
        "Severity of community-acquired pneumonia in adults, by risk of death within 30 days, 0 \
         to 5 points.",
        "Gravidade da pneumonia adquirida na comunidade em adultos, pelo risco de morte em 30 \
         dias, de 0 a 5 pontos.",
    ),
    inputs: &[
        CONFUSION.input,
        BUN.input,
        RESPIRATORY_RATE.input,
        SYSTOLIC_BP.input,
        DIASTOLIC_BP.input,
        AGE.input,
    ],
    results: &[score(
        text("CURB-65 score", "Escore CURB-65"),
        &[
            below(2.0, "low", "low severity", "gravidade baixa"),
            below(3.0, "moderate", "moderate severity", "gravidade moderada"),
            rest("high", "high severity", "gravidade alta"),
        ],
    )],
    validity: &[],
    assumptions: &[],
    reference: Reference {
        citation: "Lim WS, van der Eerden MM, Laing R, et al. Defining community acquired \
                   pneumonia severity on presentation to hospital: an international derivation \
                   and validation study. Thorax 2003;58:377-382.",
        doi: None,
        pmid: Some("12728155"),
    },
    check: None,
    calculate,
};

fn calculate(values: &Values) -> Result<Outcome, NoResult> {
    let point = |holds: bool| if holds { 1.0 } else { 0.0 };
    let low = values.of(SYSTOLIC_BP)? < 90.0 || values.of(DIASTOLIC_BP)? <= 60.0;
    Ok(Outcome::score([
        values.points_if(CONFUSION, 1.0)?,
        BUN.gives(point(uraemic(values)?)),
        RESPIRATORY_RATE.gives(point(values.of(RESPIRATORY_RATE)? >= 30.0)),
        // One item for both pressures, under the first of them.
        SYSTOLIC_BP.gives(point(low)),
        AGE.gives(point(values.of(AGE)? >= 65.0)),
    ]))
}

/// Urea of more than 7 mmol/L. The limit in mg/dL, 19, is a rounded conversion:
/// each is compared in its own unit, or exactly 7 mmol/L would score.
fn uraemic(values: &Values) -> Result<bool, NoResult> {
    match values.as_sent(BUN)? {
        (urea, "mmol/L") => Ok(urea > 7.0),
        (nitrogen, "mg/dL") => Ok(nitrogen > 19.0),
        _ => Err(NoResult::Defect("a unit of bun has no limit")),
    }
}
