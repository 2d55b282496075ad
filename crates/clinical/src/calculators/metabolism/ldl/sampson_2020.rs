//! LDL cholesterol by the Sampson equation.

use super::{LDL, LIPIDS, estimate};
use crate::definition::{
    Calculator, Category, DEFAULTS, Formula, NoResult, Outcome, Reference, text,
};
use crate::inputs::TRIGLYCERIDES;
use crate::values::Values;

/// The definition.
pub static CALCULATOR: Calculator = Calculator {
    id: "ldl-sampson-2020",
    version: "1.0.0",
    category: Category::Metabolism,
    title: text(
        "LDL cholesterol (Sampson 2020)",
        "Colesterol LDL (Sampson 2020)",
    ),
    description: text(
        "Estimates the LDL cholesterol from a lipid panel with triglycerides up to 800 mg/dL; made \
         for high triglycerides and low LDL, where the Friedewald equation fails.",
        "Estima o colesterol LDL a partir de um perfil lipídico com triglicerídeos até 800 mg/dL; \
         feita para triglicerídeos altos e LDL baixo, em que a equação de Friedewald falha.",
    ),
    inputs: LIPIDS,
    results: &[LDL],
    validity: &[TRIGLYCERIDES.up_to(800.0)],
    reference: Reference {
        citation: "Sampson M, Ling C, Sun Q, et al. A new equation for calculation of low-density \
                   lipoprotein cholesterol in patients with normolipidemia and/or \
                   hypertriglyceridemia. JAMA Cardiol 2020;5:540-548.",
        doi: Some("10.1001/jamacardio.2020.0013"),
        pmid: None,
    },
    formula: Formula::Equation(calculate),
    ..DEFAULTS
};

fn calculate(values: &Values) -> Result<Outcome, NoResult> {
    estimate(values, |total, hdl, triglycerides| {
        let non_hdl = total - hdl;
        let carried_by_vldl = triglycerides / 8.56 + triglycerides * non_hdl / 2140.0
            - triglycerides * triglycerides / 16_100.0;
        total / 0.948 - hdl / 0.971 - carried_by_vldl - 9.44
    })
}
