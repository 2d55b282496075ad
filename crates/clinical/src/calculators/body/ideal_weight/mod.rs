//! What the calculators of the ideal body weight share.

crate::calculators::family! {
    devine_1974,
    robinson_1983,
    miller_1983,
    hamwi_1964,
    lorentz_1929,
}

use crate::definition::{ADULT, Output, OutputKind, Text, Validity, text};
use crate::inputs::HEIGHT;

/// Their result.
pub(crate) const IDEAL_WEIGHT: Output = Output {
    name: "ideal_weight",
    title: text("Ideal body weight", "Peso corporal ideal"),
    unit: "kg",
    digits: 1,
    loinc: Some("50064-5"),
    kind: OutputKind::Measurement,
    by: None,
    interpretations: &[],
};

/// 60 inches in cm: where the equations that count inches begin.
const FIVE_FEET: f64 = 152.4;

/// The limit of those equations: below it they were never derived, and a
/// straight line would soon reach a weight of zero.
pub(crate) const FROM_FIVE_FEET: Validity = HEIGHT.from(FIVE_FEET);

/// What they assume.
pub(crate) const ASSUMPTIONS: &[Text] = &[ADULT];

/// A weight in kg at 60 inches, and so much more for each inch over; cm.
pub(crate) fn by_inches(height: f64, at_five_feet: f64, per_inch: f64) -> f64 {
    // The difference first: at 60 inches it is exactly zero.
    at_five_feet + per_inch * ((height - FIVE_FEET) / 2.54)
}
