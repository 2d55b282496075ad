//! What the energy calculators share.

use crate::definition::{Outcome, Output, text};
use crate::quantity::EnergyRate;

/// The result of the calculators of the basal metabolic rate.
pub(crate) const BMR: Output = Output {
    name: "bmr",
    title: text("Basal metabolic rate", "Taxa metabólica basal"),
    unit: "kcal/d",
    digits: 0,
    loinc: None,
    interpretations: &[],
};

/// A basal rate, if a body can have it; otherwise nothing.
pub(crate) fn basal(kilocalories: f64) -> Outcome {
    let possible = EnergyRate::PLAUSIBLE.contains(&kilocalories);
    Outcome::number("bmr", if possible { kilocalories } else { f64::NAN })
}
