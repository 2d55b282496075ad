//! Before, during and after an operation; injuries and burns.

super::speciality! {
    calculators: parkland_1968, aldrete_kroulik_1995, apfel_1999, rcri_1999;
    families: head_and_neck_injury, heart_surgery;
}

use crate::handles::{Flag, flag};

/// Diabetes that needs insulin.
pub(crate) const INSULIN: Flag = flag(
    "insulin_treatment",
    "Diabetes treated with insulin",
    "Diabetes em uso de insulina",
);
