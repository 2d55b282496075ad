//! What the cardiovascular risk equations have in common.

crate::calculators::family! {
    ascvd_pce_2013,
    framingham_2008,
    prevent_2023,
    score2_2021,
    score2_op_2021,
}

mod score2;

use crate::definition::{Output, OutputKind, text};
use crate::handles::{Flag, flag};

/// Whether the systolic pressure was measured under treatment.
pub(crate) const TREATED_HYPERTENSION: Flag = flag(
    "treated_hypertension",
    "Treatment for hypertension",
    "Tratamento para hipertensão",
);
/// Smoking now.
pub(crate) const SMOKER: Flag = flag("smoker", "Current smoker", "Tabagista atual");

/// The risk in ten years.
pub(crate) const RISK: Output = Output {
    name: "risk",
    title: text("10-year risk", "Risco em 10 anos"),
    unit: "%",
    digits: 1,
    loinc: None,
    kind: OutputKind::Risk,
    by: None,
    interpretations: &[],
};

/// Risk in percent from a Cox model: the sum of a person's terms, the mean of
/// that sum in the cohort, and the survival at that mean.
pub(crate) fn risk(sum: f64, mean: f64, survival: f64) -> f64 {
    100.0 * (1.0 - survival.powf((sum - mean).exp()))
}
