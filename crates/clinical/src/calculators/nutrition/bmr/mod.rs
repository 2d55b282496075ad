//! What the energy calculators share.

pub mod adult;

crate::calculators::family! {
    roza_shizgal_1984,
    harris_benedict_1919,
    mifflin_st_jeor_1990,
    schofield_1985,
    katch_mcardle,
    cunningham_1980,
}

use core::ops::RangeInclusive;

use crate::definition::{NoResult, Output, OutputKind, text};
use crate::inputs::{AGE, HEIGHT, WEIGHT};

/// Rates that a body can live on, in kcal/d.
pub(crate) const PLAUSIBLE: RangeInclusive<f64> = 100.0..=10_000.0;

/// The result of the calculators of the basal metabolic rate.
pub(crate) const BMR: Output = Output {
    name: "bmr",
    title: text("Basal metabolic rate", "Taxa metabólica basal"),
    unit: "kcal/d",
    digits: 0,
    loinc: None,
    kind: OutputKind::Measurement,
    by: None,
    interpretations: &[],
};

/// What is the matter where an equation gives a rate that no body has.
const IMPOSSIBLE: NoResult = NoResult::together(
    &[WEIGHT.input.name, HEIGHT.input.name, AGE.input.name],
    text(
        "weight, height and age together give a basal metabolic rate outside 100 to 10000 kcal/d",
        "peso, altura e idade juntos dão uma taxa metabólica basal fora de 100 a 10000 kcal/d",
    ),
);

/// A basal rate from weight, height and age, if a body can have it.
pub(crate) fn possible(kilocalories: f64) -> Result<f64, NoResult> {
    if PLAUSIBLE.contains(&kilocalories) {
        Ok(kilocalories)
    } else {
        Err(IMPOSSIBLE)
    }
}
