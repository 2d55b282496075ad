//! What the definitions of several scores have in common.

use crate::definition::{Interpretation, Output, Text};

/// The result of a score in whole points.
pub(super) const fn score(title: Text, interpretations: &'static [Interpretation]) -> Output {
    Output {
        name: "score",
        title,
        unit: "1",
        digits: 0,
        loinc: None,
        interpretations,
    }
}
