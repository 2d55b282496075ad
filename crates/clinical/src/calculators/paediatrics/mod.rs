//! Growth and illness of children.

use crate::definition::{Outcome, Output, OutputKind, below, output, rest, text};

super::speciality! {
    calculators: who_growth, blood_pressure_screening, capurro, holliday_segar,
        mid_parental_height, new_ballard, silverman_andersen;
    families: ;
}

/// Completed weeks of gestation, as the examination of a newborn estimates them.
const BIRTH_AGE_WEEKS: Output = Output {
    interpretations: &[
        below(37.0, "preterm", "preterm", "pré-termo"),
        below(42.0, "term", "term", "a termo"),
        rest("post-term", "post-term", "pós-termo"),
    ],
    ..output(
        OutputKind::Measurement,
        "weeks",
        text(
            "Completed weeks of gestation",
            "Semanas completas de gestação",
        ),
        "wk",
        0,
    )
};
/// What the completed weeks leave.
const BIRTH_AGE_DAYS: Output = output(
    OutputKind::Measurement,
    "days",
    text(
        "Days beyond the completed weeks",
        "Dias além das semanas completas",
    ),
    "d",
    0,
);

/// An age in whole days as completed weeks and what they leave.
fn weeks_and_days(outcome: Outcome, days: f64) -> Outcome {
    let weeks = (days / 7.0).floor();
    outcome
        .and(BIRTH_AGE_WEEKS.name, weeks)
        .and(BIRTH_AGE_DAYS.name, days - 7.0 * weeks)
}
