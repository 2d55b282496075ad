//! Counts of cells.

use super::{QuantityKind, kind, unit};

/// Platelets.
pub static PLATELETS: QuantityKind = kind(
    "platelets",
    &[unit("10*9/L", 1.0), unit("10*3/uL", 1.0)],
    (1.0, 3000.0),
    250.0,
    &[],
);
