//! Pressures: of blood, and of oxygen in it.

use super::{QuantityKind, Unit, kind, loinc, unit};

const PRESSURE: &[Unit] = &[unit("mm[Hg]", 1.0), unit("kPa", 7.500_62)];
const PRESSURE_CODES: &[&str] = &["mm[Hg]", "kPa"];

/// Systolic blood pressure.
pub static SYSTOLIC: QuantityKind = kind(
    "blood-pressure",
    PRESSURE,
    (20.0, 350.0),
    125.0,
    &[loinc("8480-6", PRESSURE_CODES)],
);
/// Diastolic blood pressure.
pub static DIASTOLIC: QuantityKind = kind(
    "blood-pressure",
    PRESSURE,
    (20.0, 350.0),
    80.0,
    &[loinc("8462-4", PRESSURE_CODES)],
);
/// Mean arterial pressure.
pub static MEAN_PRESSURE: QuantityKind = kind(
    "blood-pressure",
    PRESSURE,
    (20.0, 350.0),
    90.0,
    &[loinc("8478-0", PRESSURE_CODES)],
);
/// Systolic pressure of one limb; behind a closed artery it is very low.
pub static LIMB_PRESSURE: QuantityKind = kind("blood-pressure", PRESSURE, (5.0, 350.0), 125.0, &[]);
/// Partial pressure of oxygen in arterial blood.
pub static PAO2: QuantityKind = kind(
    "pao2",
    PRESSURE,
    (20.0, 700.0),
    90.0,
    &[loinc("2703-7", PRESSURE_CODES)],
);
/// Partial pressure of carbon dioxide in arterial blood. Nearly nobody has less than
/// 8 mmHg, but most people have 4.7 to 6 kPa.
pub static PACO2: QuantityKind = kind(
    "paco2",
    PRESSURE,
    (8.0, 200.0),
    40.0,
    &[loinc("2019-8", PRESSURE_CODES)],
);
/// Pressure of the air.
pub static BAROMETRIC: QuantityKind = kind(
    "barometric-pressure",
    &[
        unit("mm[Hg]", 1.0),
        unit("kPa", 7.500_62),
        unit("hPa", 0.750_062),
    ],
    (350.0, 800.0),
    760.0,
    &[],
);
