//! Masses: the body's, and the lean part of it.

use super::{QuantityKind, Unit, kind, loinc, part, unit};

const MASS: &[Unit] = &[
    unit("kg", 1.0),
    part("g", 1000.0),
    unit("[lb_av]", 0.453_592_37),
];
const MASS_CODES: &[&str] = &["kg", "g", "[lb_av]"];

/// Body weight.
pub static WEIGHT: QuantityKind = kind(
    "body-weight",
    MASS,
    (0.3, 650.0),
    70.0,
    &[loinc("29463-7", MASS_CODES)],
);
/// Lean body mass.
pub static LEAN_BODY_MASS: QuantityKind = kind("lean-body-mass", MASS, (5.0, 200.0), 55.0, &[]);
/// Body weight before the pregnancy.
pub static PRE_PREGNANCY_WEIGHT: QuantityKind = kind(
    "pre-pregnancy-weight",
    MASS,
    (25.0, 350.0),
    60.0,
    &[loinc("56077-1", MASS_CODES)],
);
/// Body mass index, where a formula takes it as such.
pub static BODY_MASS_INDEX: QuantityKind = kind(
    "body-mass-index",
    &[unit("kg/m2", 1.0)],
    (5.0, 150.0),
    25.0,
    &[loinc("39156-5", &["kg/m2"])],
);
