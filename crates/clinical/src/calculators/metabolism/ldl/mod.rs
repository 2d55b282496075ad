//! What the estimates of the LDL cholesterol share.

crate::calculators::family! {
    friedewald_1972,
    martin_hopkins_2013,
    sampson_2020,
}

use crate::definition::{Input, NoResult, Outcome, Output, OutputKind, text};
use crate::inputs::{HDL_CHOLESTEROL, TOTAL_CHOLESTEROL, TRIGLYCERIDES};
use crate::values::Values;

/// Their inputs.
pub(crate) const LIPIDS: &[Input] = &[
    TOTAL_CHOLESTEROL.input,
    HDL_CHOLESTEROL.input,
    TRIGLYCERIDES.input,
];

/// Their result.
pub(crate) const LDL: Output = Output {
    name: "ldl",
    title: text("LDL cholesterol", "Colesterol LDL"),
    unit: "mg/dL",
    digits: 0,
    loinc: Some("13457-7"),
    kind: OutputKind::Laboratory,
    by: None,
    interpretations: &[],
};

/// Less than no LDL is no one's.
const BELOW_ZERO: NoResult = NoResult::together(
    &[
        TOTAL_CHOLESTEROL.input.name,
        HDL_CHOLESTEROL.input.name,
        TRIGLYCERIDES.input.name,
    ],
    text(
        "the three lipids together give an LDL cholesterol below zero; check the values and their \
         units",
        "os três lipídios juntos dão um colesterol LDL abaixo de zero; confira os valores e suas \
         unidades",
    ),
);

/// Total and HDL cholesterol and triglycerides through an equation in mg/dL.
pub(crate) fn estimate(
    values: &Values,
    equation: fn(f64, f64, f64) -> f64,
) -> Result<Outcome, NoResult> {
    let ldl = equation(
        values.of(TOTAL_CHOLESTEROL)?,
        values.of(HDL_CHOLESTEROL)?,
        values.of(TRIGLYCERIDES)?,
    );
    if ldl < 0.0 {
        return Err(BELOW_ZERO);
    }
    Ok(Outcome::number("ldl", ldl))
}
