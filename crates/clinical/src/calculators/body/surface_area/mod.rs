//! What the calculators of the body surface area share.

crate::calculators::family! {
    mosteller_1987,
    dubois_1916,
    haycock_1978,
}

use crate::definition::{Output, OutputKind, text};

/// Their result.
pub(crate) const BSA: Output = Output {
    name: "bsa",
    title: text("Body surface area", "Superfície corporal"),
    unit: "m2",
    digits: 2,
    loinc: Some("3140-1"),
    kind: OutputKind::Measurement,
    by: None,
    interpretations: &[],
};
