//! LDL cholesterol by the Friedewald equation.

use super::{LDL, LIPIDS, estimate};
use crate::definition::{
    Calculator, Category, DEFAULTS, Formula, NoResult, Outcome, Reference, text,
};
use crate::inputs::TRIGLYCERIDES;
use crate::round::steady;
use crate::values::Values;

/// The definition.
pub static CALCULATOR: Calculator = Calculator {
    id: "ldl-friedewald-1972",
    version: "1.0.1",
    category: Category::Metabolism,
    title: text(
        "LDL cholesterol (Friedewald 1972)",
        "Colesterol LDL (Friedewald 1972)",
    ),
    description: text(
        "Estimates the LDL cholesterol from a lipid panel with triglycerides under 400 mg/dL. It \
         underestimates a low LDL when triglycerides are high, and does not hold in type III \
         hyperlipoproteinemia.",
        "Estima o colesterol LDL a partir de um perfil lipídico com triglicerídeos abaixo de \
         400 mg/dL. Subestima um LDL baixo quando os triglicerídeos são altos e não vale na \
         hiperlipoproteinemia tipo III.",
    ),
    inputs: LIPIDS,
    results: &[LDL],
    validity: &[TRIGLYCERIDES.less_than(400.0)],
    assumptions: &[text(
        "The sample was taken fasting, as in the publication.",
        "A amostra foi colhida em jejum, como na publicação.",
    )],
    reference: Reference {
        citation: "Friedewald WT, Levy RI, Fredrickson DS. Estimation of the concentration of \
                   low-density lipoprotein cholesterol in plasma, without use of the preparative \
                   ultracentrifuge. Clin Chem 1972;18:499-502.",
        doi: Some("10.1093/clinchem/18.6.499"),
        pmid: None,
    },
    formula: Formula::Equation(calculate),
    ..DEFAULTS
};

fn calculate(values: &Values) -> Result<Outcome, NoResult> {
    let outcome = estimate(values, |total, hdl, triglycerides| {
        total - hdl - triglycerides / 5.0
    })?;
    let low = outcome.last().is_some_and(|ldl| steady(ldl) < 70.0);
    let unsure = low && values.of(TRIGLYCERIDES)? >= 150.0;
    Ok(outcome.warn_if(
        unsure,
        text(
            "With triglycerides of 150 mg/dL or more and an LDL below 70 mg/dL this equation \
             underestimates: use Martin-Hopkins or Sampson, or measure it.",
            "Com triglicerídeos de 150 mg/dL ou mais e LDL abaixo de 70 mg/dL esta equação \
             subestima: use Martin-Hopkins ou Sampson, ou meça.",
        ),
    ))
}
