//! Volumes inside the body.

use super::{QuantityKind, kind, unit};

/// Volume of blood inside the skull.
pub static HEMATOMA_VOLUME: QuantityKind = kind(
    "hematoma-volume",
    &[unit("mL", 1.0), unit("cm3", 1.0)],
    (0.1, 300.0),
    20.0,
    &[],
);
