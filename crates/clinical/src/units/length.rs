//! Lengths: height, circumferences, distances.

use super::{QuantityKind, Unit, kind, loinc, unit};

const LENGTH: &[Unit] = &[unit("cm", 1.0), unit("m", 100.0), unit("[in_i]", 2.54)];
const LENGTH_CODES: &[&str] = &["cm", "m", "[in_i]"];

/// Body height.
pub static HEIGHT: QuantityKind = kind(
    "body-height",
    LENGTH,
    (20.0, 280.0),
    170.0,
    &[loinc("8302-2", LENGTH_CODES)],
);
/// Circumference of the waist.
pub static WAIST: QuantityKind = kind(
    "circumference",
    LENGTH,
    (10.0, 300.0),
    85.0,
    &[loinc("8280-0", LENGTH_CODES)],
);
/// Circumference of the hip.
pub static HIP: QuantityKind = kind("circumference", LENGTH, (10.0, 300.0), 100.0, &[]);
/// Circumference of the neck.
pub static NECK: QuantityKind = kind("circumference", LENGTH, (10.0, 300.0), 38.0, &[]);
/// Height above the sea.
pub static ALTITUDE: QuantityKind = kind("altitude", &[unit("m", 1.0)], (0.0, 5500.0), 0.0, &[]);
/// Distance walked in a test.
pub static WALKED_DISTANCE: QuantityKind = kind(
    "walked-distance",
    &[unit("m", 1.0), unit("[ft_i]", 0.3048)],
    (1.0, 1200.0),
    450.0,
    &[],
);
