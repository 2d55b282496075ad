//! What the calculators of the body surface area share.

use crate::definition::{Output, text};

/// Their result.
pub(crate) const BSA: Output = Output {
    name: "bsa",
    title: text("Body surface area", "Superfície corporal"),
    unit: "m2",
    digits: 2,
    loinc: Some("8277-6"),
    interpretations: &[],
};
