//! Glomerular filtration rate by the CKD-EPI creatinine equation of 2009.

use super::{CkdEpi, STANDARDIZED, staged};
use crate::definition::{
    Calculator, Category, DEFAULTS, Formula, NoResult, Outcome, Reference, text,
};
use crate::inputs::{ADULTS, AGE, CREATININE, SEX};
use crate::values::Values;

/// The definition.
pub static CALCULATOR: Calculator = Calculator {
    id: "egfr-ckd-epi-2009",
    version: "1.0.1",
    category: Category::Kidney,
    title: text(
        "Glomerular filtration rate (CKD-EPI 2009)",
        "Taxa de filtração glomerular (CKD-EPI 2009)",
    ),
    description: text(
        "Estimates the glomerular filtration rate of an adult from creatinine, age and sex, with \
         the KDIGO category; for comparison with older results. The race coefficient of the \
         publication is left out on purpose. A single value is not a diagnosis of chronic kidney \
         disease, which takes at least three months; not for acute kidney injury, and misleading \
         with unusual muscle mass.",
        "Estima a taxa de filtração glomerular de um adulto por creatinina, idade e sexo, com a \
         categoria KDIGO; para comparação com resultados antigos. O coeficiente de raça da \
         publicação foi omitido de propósito. Um único valor não é diagnóstico de doença renal \
         crônica, que exige ao menos três meses; não usar na lesão renal aguda; engana quando a \
         massa muscular é incomum.",
    ),
    aliases: &["TFG", "GFR", "RFG", "TFGe", "DRC", "CKD"],
    inputs: &[SEX.input, AGE.input, CREATININE.input],
    results: &[staged("62238-1")],
    validity: &[ADULTS],
    assumptions: &[
        STANDARDIZED,
        text(
            "No race coefficient was applied.",
            "Nenhum coeficiente de raça foi aplicado.",
        ),
    ],
    reference: Reference {
        citation: "Levey AS, Stevens LA, Schmid CH, et al. A new equation to estimate glomerular \
                   filtration rate. Ann Intern Med 2009;150:604-612.",
        doi: Some("10.7326/0003-4819-150-9-200905050-00006"),
        pmid: Some("19414839"),
    },
    formula: Formula::Equation(calculate),
    ..DEFAULTS
};

const EQUATION: CkdEpi = CkdEpi {
    factor: 141.0,
    below_knot: (-0.411, -0.329),
    above_knot: -1.209,
    per_year: 0.993,
    female: 1.018,
};

fn calculate(values: &Values) -> Result<Outcome, NoResult> {
    EQUATION.estimate(values)
}
