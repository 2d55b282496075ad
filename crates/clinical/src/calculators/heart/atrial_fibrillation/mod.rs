//! Scores of people with atrial fibrillation: the risk of stroke without and of
//! bleeding with anticoagulation.

crate::calculators::family! {
    cha2ds2_va_2024,
    chads2_2001,
    orbit_2015,
    atria_bleeding_2011,
    hemorr2hages_2006,
}

use crate::definition::{Text, text};

/// Whom the scores of bleeding were made for.
pub(crate) const ANTICOAGULATED: Text = text(
    "The person has atrial fibrillation and takes an oral anticoagulant, or is about to.",
    "A pessoa tem fibrilação atrial e usa anticoagulante oral, ou está para usar.",
);
/// Whom the scores of stroke were made for.
pub(crate) const NO_VALVE: Text = text(
    "The person has atrial fibrillation without moderate to severe mitral stenosis or a \
     mechanical valve.",
    "A pessoa tem fibrilação atrial sem estenose mitral moderada a grave nem prótese mecânica.",
);
