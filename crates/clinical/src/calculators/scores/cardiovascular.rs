//! What the two cardiovascular risk equations have in common.

use crate::definition::{Input, Output, text};
use crate::inputs::boolean;

/// Whether the systolic pressure was measured under treatment.
pub(super) const TREATED_HYPERTENSION: Input = boolean(
    "treated_hypertension",
    "Treatment for hypertension",
    "Tratamento para hipertensão",
);
/// Smoking now.
pub(super) const SMOKER: Input = boolean("smoker", "Current smoker", "Tabagista atual");
/// Diabetes of any type.
pub(super) const DIABETES: Input = boolean("diabetes", "Diabetes", "Diabetes");

/// The risk in ten years.
pub(super) const RISK: Output = Output {
    name: "risk",
    title: text("10-year risk", "Risco em 10 anos"),
    unit: "%",
    digits: 1,
    loinc: None,
    interpretations: &[],
};

/// Risk in percent from a Cox model: the sum of a person's terms, the mean of
/// that sum in the cohort, and the survival at that mean.
pub(super) fn risk(sum: f64, mean: f64, survival: f64) -> f64 {
    100.0 * (1.0 - survival.powf((sum - mean).exp()))
}
