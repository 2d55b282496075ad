//! CURB-65 score for the severity of community-acquired pneumonia.

use super::common::score;
use crate::definition::{Calculator, Category, Outcome, Reference, below, rest, text};
use crate::inputs::{AGE, BUN, DIASTOLIC_BP, RESPIRATORY_RATE, SYSTOLIC_BP, boolean};
use crate::values::{Typed, Values};

/// The definition.
pub static CALCULATOR: Calculator = Calculator {
    id: "curb-65",
    version: "1.0.0",
    category: Category::Scores,
    title: text("CURB-65 score", "Escore CURB-65"),
    description: text(
        "Severity of community-acquired pneumonia in adults, by risk of death within 30 days, 0 \
         to 5 points.",
        "Gravidade da pneumonia adquirida na comunidade em adultos, pelo risco de morte em 30 \
         dias, de 0 a 5 pontos.",
    ),
    inputs: &[
        boolean("confusion", "New confusion", "Confusão nova"),
        BUN,
        RESPIRATORY_RATE,
        SYSTOLIC_BP,
        DIASTOLIC_BP,
        AGE,
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

fn calculate(values: &Values) -> Outcome {
    let point = |holds: bool| if holds { 1.0 } else { 0.0 };
    let low = values.number("systolic_bp") < 90.0 || values.number("diastolic_bp") <= 60.0;
    Outcome::score(&[
        values.points_if("confusion", 1.0),
        ("bun", point(uraemic(values))),
        (
            "respiratory_rate",
            point(values.number("respiratory_rate") >= 30.0),
        ),
        // One item for both pressures, under the first of them.
        ("systolic_bp", point(low)),
        ("age", point(values.age() >= 65.0)),
    ])
}

/// Urea of more than 7 mmol/L. The limit in mg/dL, 19, is a rounded conversion:
/// each is compared in its own unit, or exactly 7 mmol/L would score.
fn uraemic(values: &Values) -> bool {
    match values.get("bun") {
        Some(Typed::Quantity {
            sent,
            unit: "mmol/L",
            ..
        }) => sent > 7.0,
        _ => values.number("bun") > 19.0,
    }
}
