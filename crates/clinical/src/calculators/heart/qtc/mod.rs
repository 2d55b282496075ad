//! What the corrections of the QT interval for the heart rate share.

crate::calculators::family! {
    bazett_1920,
    fridericia_1920,
    framingham_1992,
    hodges_1983,
    rautaharju_2014,
}

use crate::definition::{Input, NoResult, Outcome, Output, OutputKind, Text, text};
use crate::inputs::{HEART_RATE, QT};
use crate::round::steady;
use crate::units;
use crate::values::Values;

/// Their inputs.
pub(crate) const INPUTS: &[Input] = &[QT.input, HEART_RATE.input];

/// Their result.
pub(crate) const QTC: Output = Output {
    name: "qtc",
    title: text("Corrected QT interval", "Intervalo QT corrigido"),
    unit: "ms",
    digits: 0,
    loinc: Some("8636-3"),
    kind: OutputKind::Measurement,
    by: None,
    interpretations: &[],
};

/// What they all rest on.
pub(crate) const ASSUMPTIONS: &[Text] = &[text(
    "The rhythm is regular: the RR interval is 60 s divided by the heart rate.",
    "O ritmo é regular: o intervalo RR é 60 s dividido pela frequência cardíaca.",
)];

/// The linear corrections leave what a heart can have at extreme rates.
const NO_HEART: NoResult = NoResult::together(
    &[QT.input.name, HEART_RATE.input.name],
    text(
        "the QT interval and the heart rate together give a corrected interval outside 100 to \
         900 ms; this correction does not hold for them",
        "o intervalo QT e a frequência cardíaca juntos dão um intervalo corrigido fora de 100 a \
         900 ms; esta correção não vale para eles",
    ),
);

/// The QT interval in ms and the heart rate per minute through a correction.
pub(crate) fn correct(
    values: &Values,
    correction: fn(f64, f64) -> f64,
) -> Result<Outcome, NoResult> {
    let qtc = correction(values.of(QT)?, values.of(HEART_RATE)?);
    if !units::QT.plausible(qtc) {
        return Err(NO_HEART);
    }
    Ok(Outcome::number("qtc", qtc).warn_if(
        steady(qtc) >= 500.0,
        text(
            "500 ms or more: the risk of torsades de pointes is high; look for drugs and \
             electrolytes that prolong QT.",
            "500 ms ou mais: o risco de torsades de pointes é alto; procure fármacos e distúrbios \
             eletrolíticos que prolongam o QT.",
        ),
    ))
}

/// Length of one heartbeat in seconds.
pub(crate) fn rr(heart_rate: f64) -> f64 {
    60.0 / heart_rate
}
