//! Temperatures.

use super::{QuantityKind, affine, kind, loinc, unit};

/// Body temperature.
pub static TEMPERATURE: QuantityKind = kind(
    "temperature",
    &[unit("Cel", 1.0), affine("[degF]", 5.0, 9.0, -160.0 / 9.0)],
    (20.0, 46.0),
    36.8,
    &[loinc("8310-5", &["Cel", "[degF]"])],
);
