//! Scores of chest pain and of acute coronary syndromes.

crate::calculators::family! {
    heart_2008,
    timi_nstemi_2000,
    timi_stemi_2000,
    grace_2003,
    sgarbossa_1996,
    sgarbossa_modified_2012,
}

use crate::definition::{Choice, choice};
use crate::handles::{OneOf, one_of};

const KILLIP: &[Choice] = &[
    choice("I", "I: no heart failure", "I: sem insuficiência cardíaca"),
    choice(
        "II",
        "II: rales or raised jugular venous pressure",
        "II: estertores ou turgência jugular",
    ),
    choice("III", "III: pulmonary oedema", "III: edema agudo de pulmão"),
    choice("IV", "IV: cardiogenic shock", "IV: choque cardiogênico"),
];

/// Signs of heart failure on arrival.
pub(crate) const KILLIP_CLASS: OneOf =
    one_of("killip_class", KILLIP, "Killip class", "Classe de Killip");
