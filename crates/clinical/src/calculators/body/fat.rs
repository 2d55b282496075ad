//! What the calculators of body fat share.

use crate::definition::{Outcome, Output, text};
use crate::quantity::BodyFat;

/// Their result.
pub(crate) const BODY_FAT: Output = Output {
    name: "body_fat",
    title: text("Body fat", "Gordura corporal"),
    unit: "%",
    digits: 1,
    loinc: None,
    interpretations: &[],
};

/// A share, if a body can have it; otherwise nothing.
pub(crate) fn possible(percent: f64) -> Outcome {
    let fat = BodyFat::from_percent(percent).map_or(f64::NAN, BodyFat::percent);
    Outcome::number("body_fat", fat)
}
