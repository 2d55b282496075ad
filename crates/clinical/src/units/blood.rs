//! What blood is made of, and how it clots.

use super::{QuantityKind, Unit, kind, loinc, part, unit};

// Haemoglobin in g/L typed as g/dL is ten times as much as anyone has.
const MASS: &[Unit] = &[unit("g/dL", 1.0), part("g/L", 10.0)];

/// Haemoglobin.
pub static HEMOGLOBIN: QuantityKind = kind(
    "hemoglobin",
    MASS,
    (2.0, 25.0),
    13.5,
    &[loinc("718-7", &["g/dL", "g/L"])],
);
/// Haematocrit.
pub static HEMATOCRIT: QuantityKind = kind(
    "hematocrit",
    &[unit("%", 1.0), unit("L/L", 100.0)],
    (5.0, 80.0),
    40.0,
    &[loinc("4544-3", &["%", "L/L"])],
);
/// Difference of two haematocrits, which can be negative.
pub static HEMATOCRIT_FALL: QuantityKind = kind(
    "hematocrit-fall",
    &[unit("%", 1.0), unit("L/L", 100.0)],
    (-30.0, 60.0),
    4.0,
    &[],
);
/// Prothrombin time of the patient.
pub static PROTHROMBIN_TIME: QuantityKind = kind(
    "prothrombin-time",
    &[unit("s", 1.0)],
    (7.0, 200.0),
    16.0,
    &[loinc("5902-2", &["s"])],
);
/// Prothrombin time of the laboratory's control.
pub static PROTHROMBIN_CONTROL: QuantityKind = kind(
    "prothrombin-time-control",
    &[unit("s", 1.0)],
    (8.0, 20.0),
    12.0,
    &[],
);
/// Seconds by which a prothrombin time exceeds the upper limit of normal.
pub static PROTHROMBIN_PROLONGATION: QuantityKind = kind(
    "prothrombin-time-prolongation",
    &[unit("s", 1.0)],
    (0.0, 190.0),
    1.0,
    &[],
);
/// Fibrinogen.
pub static FIBRINOGEN: QuantityKind = kind(
    "fibrinogen",
    &[unit("mg/dL", 1.0), unit("g/L", 100.0)],
    (10.0, 2000.0),
    300.0,
    &[loinc("3255-7", &["mg/dL", "g/L"])],
);
/// D-dimer: fibrinogen equivalents (FEU), or D-dimer itself (DDU), of which one makes
/// two. The unit without either is not admitted: the limits differ twofold. No assay
/// tells less than 20 ng/mL, but in mg/L most people have less than 20.
pub static D_DIMER: QuantityKind = kind(
    "d-dimer",
    &[
        unit("ng/mL{FEU}", 1.0),
        unit("ug/L{FEU}", 1.0),
        unit("ug/mL{FEU}", 1000.0),
        unit("mg/L{FEU}", 1000.0),
        unit("ng/mL{DDU}", 2.0),
        unit("ug/L{DDU}", 2.0),
        unit("ug/mL{DDU}", 2000.0),
        unit("mg/L{DDU}", 2000.0),
    ],
    (20.0, 200_000.0),
    400.0,
    &[
        loinc(
            "48065-7",
            &["ng/mL{FEU}", "ug/L{FEU}", "ug/mL{FEU}", "mg/L{FEU}"],
        ),
        loinc(
            "48066-5",
            &["ng/mL{DDU}", "ug/L{DDU}", "ug/mL{DDU}", "mg/L{DDU}"],
        ),
    ],
);
/// Erythrocyte sedimentation rate.
pub static ESR: QuantityKind = kind(
    "erythrocyte-sedimentation-rate",
    &[unit("mm/h", 1.0)],
    (1.0, 200.0),
    20.0,
    &[loinc("30341-2", &["mm/h"]), loinc("4537-7", &["mm/h"])],
);
/// pH of arterial blood.
pub static ARTERIAL_PH: QuantityKind = QuantityKind {
    bare: true,
    ..kind(
        "arterial-ph",
        &[unit("[pH]", 1.0)],
        (6.5, 8.0),
        7.4,
        &[loinc("2744-1", &["[pH]"])],
    )
};
