//! Rates: of heart and breath, and of drugs.

use super::{QuantityKind, Unit, kind, loinc, unit};

const PER_MINUTE: &[Unit] = &[unit("/min", 1.0)];

/// Heart rate.
pub static HEART_RATE: QuantityKind = kind(
    "heart-rate",
    PER_MINUTE,
    (10.0, 350.0),
    75.0,
    &[loinc("8867-4", &["/min"])],
);
/// Respiratory rate.
pub static RESPIRATORY_RATE: QuantityKind = kind(
    "respiratory-rate",
    PER_MINUTE,
    (1.0, 120.0),
    16.0,
    &[loinc("9279-1", &["/min"])],
);
/// Volume of urine in a time.
pub static URINE_OUTPUT: QuantityKind = kind(
    "urine-output",
    &[unit("mL/d", 1.0), unit("L/d", 1000.0), unit("mL/h", 24.0)],
    (0.0, 20_000.0),
    1500.0,
    &[],
);
/// Rate of a drug by body weight.
pub static DRUG_RATE: QuantityKind = kind(
    "drug-rate",
    &[unit("ug/kg/min", 1.0)],
    (0.0, 100.0),
    0.1,
    &[],
);
