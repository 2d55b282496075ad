//! What the estimates of the LDL cholesterol share.

use crate::definition::{Input, Outcome, Output, text};
use crate::inputs::{HDL_CHOLESTEROL, TOTAL_CHOLESTEROL, TRIGLYCERIDES};
use crate::values::Values;

/// Their inputs.
pub(crate) const LIPIDS: &[Input] = &[TOTAL_CHOLESTEROL, HDL_CHOLESTEROL, TRIGLYCERIDES];

/// Their result.
pub(crate) const LDL: Output = Output {
    name: "ldl",
    title: text("LDL cholesterol", "Colesterol LDL"),
    unit: "mg/dL",
    digits: 0,
    loinc: Some("13457-7"),
    interpretations: &[],
};

/// Total and HDL cholesterol and triglycerides through an equation in mg/dL;
/// nothing where it gives less than no LDL.
pub(crate) fn estimate(values: &Values, equation: fn(f64, f64, f64) -> f64) -> Outcome {
    let ldl = equation(
        values.number("total_cholesterol"),
        values.number("hdl_cholesterol"),
        values.number("triglycerides"),
    );
    Outcome::number("ldl", if ldl >= 0.0 { ldl } else { f64::NAN })
}
