//! Counts of cells.

use super::{QuantityKind, Unit, kind, loinc, part, unit};

// Brazilian laboratories print cells per cubic millimetre, which is a microlitre.
const CELLS: &[Unit] = &[
    unit("10*9/L", 1.0),
    unit("10*3/uL", 1.0),
    part("/uL", 1000.0),
    part("/mm3", 1000.0),
];
const CELL_CODES: &[&str] = &["10*9/L", "10*3/uL", "/uL", "/mm3"];

/// Platelets.
pub static PLATELETS: QuantityKind = kind(
    "platelets",
    CELLS,
    (1.0, 3000.0),
    250.0,
    &[loinc("777-3", CELL_CODES), loinc("26515-7", CELL_CODES)],
);
/// Leukocytes.
pub static LEUKOCYTES: QuantityKind = kind(
    "leukocytes",
    CELLS,
    (0.1, 500.0),
    9.0,
    &[loinc("6690-2", CELL_CODES), loinc("26464-8", CELL_CODES)],
);
