//! What the editions of MELD have in common.

use super::common::score;
use crate::definition::{Input, Output, text};
use crate::inputs::boolean;
use crate::values::Values;

/// Counts as the greatest creatinine of the edition.
pub(super) const DIALYSIS: Input = boolean(
    "dialysis_twice_last_week",
    "Dialysis at least twice in the last week",
    "Diálise ao menos duas vezes na última semana",
);

/// The score. The terms are logarithms, so it has no item table.
pub(super) const SCORE: Output = score(text("MELD score", "Escore MELD"), &[]);

/// Creatinine as the score counts it: 1 at least, `cap` at most and on dialysis.
pub(super) fn creatinine(values: &Values, cap: f64) -> f64 {
    if values.flag(DIALYSIS.name) {
        cap
    } else {
        values.number("creatinine").max(1.0).min(cap)
    }
}

/// A value that counts as 1 at least, so that no logarithm is negative.
pub(super) fn at_least_one(values: &Values, name: &str) -> f64 {
    values.number(name).max(1.0)
}

/// The three laboratory values of the 2001 score, unrounded.
pub(super) fn laboratory(values: &Values) -> f64 {
    let creatinine = creatinine(values, 4.0);
    let bilirubin = at_least_one(values, "bilirubin");
    let inr = at_least_one(values, "inr");
    10.0 * (0.957 * creatinine.ln() + 0.378 * bilirubin.ln() + 1.120 * inr.ln() + 0.643)
}

/// Halves up; the tolerance keeps the last bit of a logarithm from deciding.
pub(super) fn round(value: f64) -> f64 {
    (value + 0.5 + 1e-9).floor()
}

/// The score as it is given: whole, 6 to 40.
pub(super) fn points(value: f64) -> f64 {
    round(value).clamp(6.0, 40.0)
}
