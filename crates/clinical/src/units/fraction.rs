//! Fractions and ratios.

use super::{QuantityKind, Unit, affine, kind, loinc, unit};

const PERCENT: &[Unit] = &[unit("%", 1.0)];

/// Glycated haemoglobin: NGSP percent, or IFCC mmol/mol.
pub static HBA1C: QuantityKind = kind(
    "hba1c",
    &[unit("%", 1.0), affine("mmol/mol", 0.091_48, 1.0, 2.152)],
    (3.0, 20.0),
    7.0,
    &[loinc("4548-4", &["%"]), loinc("59261-8", &["mmol/mol"])],
);
/// International normalised ratio.
pub static INR: QuantityKind = QuantityKind {
    bare: true,
    ..kind(
        "inr",
        &[unit("1", 1.0)],
        (0.5, 20.0),
        1.5,
        &[loinc("6301-6", &["1"]), loinc("34714-6", &["1"])],
    )
};
/// Oxygen saturation by pulse oximetry.
pub static OXYGEN_SATURATION: QuantityKind = kind(
    "oxygen-saturation",
    PERCENT,
    (10.0, 100.0),
    97.0,
    &[loinc("2708-6", &["%"]), loinc("59408-5", &["%"])],
);
/// Fraction of inspired oxygen.
pub static FIO2: QuantityKind = kind(
    "fio2",
    PERCENT,
    (15.0, 100.0),
    21.0,
    &[loinc("3150-0", &["%"])],
);
/// Share of immature forms among the leukocytes.
pub static BANDS: QuantityKind = kind("immature-leukocytes", PERCENT, (0.0, 100.0), 3.0, &[]);
/// Share of the body's surface that is burned.
pub static BURNED_AREA: QuantityKind = kind("burned-area", PERCENT, (0.5, 100.0), 30.0, &[]);
