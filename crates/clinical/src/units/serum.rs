//! Enzymes and proteins of serum, and what is measured a second time.

use super::{QuantityKind, Unit, kind, loinc, part, unit};

// One katal turns over a mole each second, one unit a micromole each minute.
const ACTIVITY: &[Unit] = &[unit("U/L", 1.0), unit("ukat/L", 60.0)];
const ACTIVITY_CODES: &[&str] = &["U/L", "ukat/L"];

/// Aspartate aminotransferase.
pub static AST: QuantityKind = kind(
    "aspartate-aminotransferase",
    ACTIVITY,
    (1.0, 30_000.0),
    45.0,
    &[loinc("1920-8", ACTIVITY_CODES)],
);
/// Upper limit of normal of a laboratory for aspartate aminotransferase.
pub static AST_LIMIT: QuantityKind = kind(
    "aspartate-aminotransferase-limit",
    ACTIVITY,
    (10.0, 120.0),
    40.0,
    &[],
);
/// Alanine aminotransferase.
pub static ALT: QuantityKind = kind(
    "alanine-aminotransferase",
    ACTIVITY,
    (1.0, 30_000.0),
    40.0,
    &[loinc("1742-6", ACTIVITY_CODES)],
);
/// Lactate dehydrogenase.
pub static LDH: QuantityKind = kind(
    "lactate-dehydrogenase",
    ACTIVITY,
    (20.0, 50_000.0),
    250.0,
    &[loinc("2532-0", ACTIVITY_CODES)],
);
/// C-reactive protein.
pub static CRP: QuantityKind = kind(
    "c-reactive-protein",
    &[unit("mg/L", 1.0), unit("mg/dL", 10.0)],
    (0.0, 1000.0),
    20.0,
    &[loinc("1988-5", &["mg/L", "mg/dL"])],
);
/// Total bilirubin on a later day: the same quantity without a code of its own, which
/// belongs to the first one.
pub static BILIRUBIN_LATER: QuantityKind = kind(
    "bilirubin",
    &[unit("mg/dL", 1.0), part("umol/L", 17.1)],
    (0.05, 80.0),
    2.5,
    &[],
);
/// Rise of the nitrogen of urea between two days, which can be negative.
pub static BUN_RISE: QuantityKind = kind(
    "blood-urea-nitrogen-rise",
    &[unit("mg/dL", 1.0)],
    (-150.0, 150.0),
    2.0,
    &[],
);
/// Rise of urea between two days, which can be negative.
pub static UREA_RISE: QuantityKind = kind(
    "urea-rise",
    &[unit("mg/dL", 1.0), unit("mmol/L", 6.006)],
    (-320.0, 320.0),
    4.0,
    &[],
);
/// Base excess of blood; a deficit is negative.
pub static BASE_EXCESS: QuantityKind = kind(
    "base-excess",
    &[unit("mmol/L", 1.0), unit("meq/L", 1.0)],
    (-40.0, 40.0),
    -2.0,
    &[
        loinc("1925-7", &["mmol/L", "meq/L"]),
        loinc("11555-0", &["mmol/L", "meq/L"]),
    ],
);
/// Volume of fluid that stays in the body: what was given less what left it.
pub static FLUID_BALANCE: QuantityKind = kind(
    "fluid-balance",
    &[unit("L", 1.0), part("mL", 1000.0)],
    (-10.0, 40.0),
    2.0,
    &[],
);
