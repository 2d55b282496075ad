//! What the editions of MELD have in common.

crate::calculators::family! {
    meld_2001,
    meld_na_2016,
    meld_3_0,
}

use crate::definition::{NoResult, Output, Text, score, text};
use crate::handles::{Flag, Quantity, flag};
use crate::inputs::{BILIRUBIN, CREATININE, INR};
use crate::values::Values;

/// Younger children have a score of their own, PELD.
pub(crate) const FROM_TWELVE: Text = text(
    "The person is 12 years old or older.",
    "A pessoa tem 12 anos ou mais.",
);

/// Counts as the greatest creatinine of the edition.
pub(crate) const DIALYSIS: Flag = flag(
    "dialysis_twice_last_week",
    "Dialysis at least twice in the last week",
    "Diálise ao menos duas vezes na última semana",
);

/// The score. The terms are logarithms, so it has no item table.
pub(crate) const SCORE: Output = score(text("MELD score", "Escore MELD"), &[]);

/// Creatinine as the score counts it: 1 at least, `cap` at most and on dialysis.
pub(crate) fn creatinine(values: &Values, cap: f64) -> Result<f64, NoResult> {
    Ok(if values.of(DIALYSIS)? {
        cap
    } else {
        values.of(CREATININE)?.max(1.0).min(cap)
    })
}

/// A value that counts as 1 at least, so that no logarithm is negative.
pub(crate) fn at_least_one(values: &Values, input: Quantity) -> Result<f64, NoResult> {
    Ok(values.of(input)?.max(1.0))
}

/// The three laboratory values of the 2001 score, unrounded.
pub(crate) fn laboratory(values: &Values) -> Result<f64, NoResult> {
    let creatinine = creatinine(values, 4.0)?;
    let bilirubin = at_least_one(values, BILIRUBIN)?;
    let inr = at_least_one(values, INR)?;
    Ok(10.0 * (0.957 * creatinine.ln() + 0.378 * bilirubin.ln() + 1.120 * inr.ln() + 0.643))
}

/// Halves up; the tolerance keeps the last bit of a logarithm from deciding.
pub(crate) fn round(value: f64) -> f64 {
    (value + 0.5 + 1e-9).floor()
}

/// The score as it is given: whole, 6 to 40.
pub(crate) fn points(value: f64) -> f64 {
    round(value).clamp(6.0, 40.0)
}
