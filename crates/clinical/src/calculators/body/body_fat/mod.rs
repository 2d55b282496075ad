//! What the calculators of body fat share.

crate::calculators::family! {
    deurenberg_1991,
    navy_1984,
    gallagher_2000,
}

use core::ops::RangeInclusive;

use crate::definition::{NoResult, Outcome, Output, OutputKind, Text, text};

/// Shares that a living body can have, in percent: above 0 and below 100.
pub(crate) const POSSIBLE: RangeInclusive<f64> = f64::MIN_POSITIVE..=100.0_f64.next_down();

/// Their result.
pub(crate) const BODY_FAT: Output = Output {
    name: "body_fat",
    title: text("Body fat", "Gordura corporal"),
    unit: "%",
    digits: 1,
    loinc: None,
    kind: OutputKind::Measurement,
    by: None,
    interpretations: &[],
};

/// What is the matter where an equation gives another share.
const IMPOSSIBLE: Text = text(
    "these inputs together give a share of fat that no living body has; check height and unit \
     first",
    "estas entradas juntas dão uma proporção de gordura que nenhum corpo vivo tem; confira primeiro \
     a altura e sua unidade",
);

/// A share, if a body can have it; else the measurements that make it so.
pub(crate) fn possible(
    percent: f64,
    measured: &'static [&'static str],
) -> Result<Outcome, NoResult> {
    if !POSSIBLE.contains(&percent) {
        return Err(NoResult::together(measured, IMPOSSIBLE));
    }
    Ok(Outcome::number("body_fat", percent))
}
