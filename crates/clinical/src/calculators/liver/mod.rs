//! Severity of liver disease.

use crate::definition::{Outcome, Text, text};
use crate::inputs::{BILIRUBIN, PROTHROMBIN_TIME};
use crate::values::Values;

crate::calculators::speciality! {
    calculators:
        child_pugh, albi_2015, peld_2002,
        fib_4_2006, apri_2003, nafld_fibrosis_2007,
        maddrey_1978, gahs_2005, lille_2007, saag_1992;
    families: meld;
}

/// By the usual definition alcoholic hepatitis raises bilirubin above this, in mg/dL.
const LEAST_BILIRUBIN: f64 = 3.0;
/// Hardly a prothrombin time lasts so long, in s; an activity in percent is such a number.
const LONG_PROTHROMBIN_TIME: f64 = 40.0;

const NOT_SO_LOW: Text = text(
    "Alcoholic hepatitis has a bilirubin above 3 mg/dL (51 umol/L) by its usual definition: check \
     the diagnosis, the value and its unit.",
    "A hepatite alcoólica tem bilirrubina acima de 3 mg/dL (51 umol/L) pela definição usual: \
     confira o diagnóstico, o valor e a unidade.",
);
const NOT_SO_LONG: Text = text(
    "A prothrombin time of 40 s or more is rare: check that it is no activity in percent.",
    "Tempo de protrombina de 40 s ou mais é raro: confira se não é a atividade em porcentagem.",
);

/// Says of the numbers that alcoholic hepatitis does not have that a unit may be wrong.
fn doubt_units(values: &Values, outcome: Outcome) -> Outcome {
    let bilirubin = values.find(BILIRUBIN);
    let time = values.find(PROTHROMBIN_TIME);
    outcome
        .warn_if(
            bilirubin.is_some_and(|found| found <= LEAST_BILIRUBIN),
            NOT_SO_LOW,
        )
        .warn_if(
            time.is_some_and(|found| found >= LONG_PROTHROMBIN_TIME),
            NOT_SO_LONG,
        )
}
