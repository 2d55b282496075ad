//! Lengths: height, circumferences, distances.

use super::{QuantityKind, Unit, kind, loinc, part, unit};

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
pub static NECK: QuantityKind = kind(
    "circumference",
    LENGTH,
    (10.0, 300.0),
    38.0,
    &[loinc("56074-8", LENGTH_CODES)],
);
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
/// Circumference of a child's head.
pub static HEAD: QuantityKind = kind(
    "head-circumference",
    LENGTH,
    (15.0, 75.0),
    46.0,
    &[loinc("9843-4", LENGTH_CODES)],
);
/// Height of a parent, who is not the patient.
pub static PARENT_HEIGHT: QuantityKind = kind("parent-height", LENGTH, (100.0, 250.0), 168.0, &[]);

/// What an ultrasound examination of a fetus measures.
const FETAL: &[Unit] = &[unit("cm", 1.0), part("mm", 10.0)];
const FETAL_CODES: &[&str] = &["cm", "mm"];
/// Crown-rump length of an embryo or fetus; reported in millimetres.
pub static CROWN_RUMP: QuantityKind = kind(
    "crown-rump-length",
    &[unit("mm", 1.0), unit("cm", 10.0)],
    (1.0, 120.0),
    55.0,
    &[loinc("11957-8", FETAL_CODES)],
);
/// Biparietal diameter of a fetus.
pub static BIPARIETAL: QuantityKind = kind(
    "biparietal-diameter",
    FETAL,
    (1.0, 13.0),
    8.0,
    &[loinc("11820-8", FETAL_CODES)],
);
/// Circumference of the head of a fetus.
pub static FETAL_HEAD: QuantityKind = kind(
    "fetal-head-circumference",
    FETAL,
    (4.0, 45.0),
    30.0,
    &[loinc("11984-2", FETAL_CODES)],
);
/// Circumference of the abdomen of a fetus.
pub static FETAL_ABDOMEN: QuantityKind = kind(
    "fetal-abdominal-circumference",
    FETAL,
    (4.0, 50.0),
    28.0,
    &[loinc("11979-2", FETAL_CODES)],
);
/// Length of the femur of a fetus.
pub static FEMUR: QuantityKind = kind(
    "femur-length",
    FETAL,
    (0.5, 10.0),
    6.0,
    &[loinc("11963-6", FETAL_CODES)],
);
/// Mark on a scale of ten centimetres.
pub static VISUAL_ANALOGUE: QuantityKind = kind(
    "visual-analogue-scale",
    &[unit("mm", 1.0), unit("cm", 10.0)],
    (0.0, 100.0),
    40.0,
    &[],
);
