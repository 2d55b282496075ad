//! What the calculators of body fat share.

crate::calculators::family! {
    deurenberg_1991,
    navy_1984,
    gallagher_2000,
}

use core::ops::RangeInclusive;

use crate::definition::{NoResult, Outcome, Output, OutputKind, text};

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
const IMPOSSIBLE: NoResult = NoResult::together(
    &[],
    text(
        "these inputs together give a share of fat that no living body has; the equation has no \
         answer to them",
        "estas entradas juntas dão uma proporção de gordura que nenhum corpo vivo tem; a equação \
         não tem resposta para elas",
    ),
);

/// A share, if a body can have it.
pub(crate) fn possible(percent: f64) -> Result<Outcome, NoResult> {
    if !POSSIBLE.contains(&percent) {
        return Err(IMPOSSIBLE);
    }
    Ok(Outcome::number("body_fat", percent))
}
