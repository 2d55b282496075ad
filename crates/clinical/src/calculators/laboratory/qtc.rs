//! What the corrections of the QT interval for the heart rate share.

use crate::definition::{Input, Outcome, Output, Text, text};
use crate::inputs::{HEART_RATE, QT};
use crate::units;
use crate::values::Values;

/// Their inputs.
pub(crate) const INPUTS: &[Input] = &[QT, HEART_RATE];

/// Their result.
pub(crate) const QTC: Output = Output {
    name: "qtc",
    title: text("Corrected QT interval", "Intervalo QT corrigido"),
    unit: "ms",
    digits: 0,
    loinc: None,
    interpretations: &[],
};

/// What they all rest on.
pub(crate) const ASSUMPTIONS: &[Text] = &[text(
    "The rhythm is regular: the RR interval is 60 s divided by the heart rate.",
    "O ritmo é regular: o intervalo RR é 60 s dividido pela frequência cardíaca.",
)];

/// The QT interval in ms and the heart rate per minute through a correction;
/// nothing where it gives an interval that no heart has, as the linear ones do at
/// extreme rates.
pub(crate) fn correct(values: &Values, correction: fn(f64, f64) -> f64) -> Outcome {
    let qtc = correction(values.number("qt"), values.number("heart_rate"));
    let possible = units::QT.plausible(qtc);
    Outcome::number("qtc", if possible { qtc } else { f64::NAN })
}

/// Length of one heartbeat in seconds.
pub(crate) fn rr(heart_rate: f64) -> f64 {
    60.0 / heart_rate
}
