//! Glomerular filtration rate by the CKD-EPI creatinine equation of 2021.

use super::{CkdEpi, STANDARDIZED, staged};
use crate::definition::{
    Calculator, Category, DEFAULTS, Formula, NoResult, Outcome, Reference, text,
};
use crate::inputs::{ADULTS, AGE, CREATININE, SEX};
use crate::values::Values;

/// The definition.
pub static CALCULATOR: Calculator = Calculator {
    id: "egfr-ckd-epi-2021",
    version: "1.0.0",
    category: Category::Kidney,
    title: text(
        "Glomerular filtration rate (CKD-EPI 2021)",
        "Taxa de filtração glomerular (CKD-EPI 2021)",
    ),
    description: text(
        "Estimates the glomerular filtration rate of an adult from creatinine, age and sex, \
         without race, with the KDIGO category. A single value is not a diagnosis of chronic \
         kidney disease, which takes at least three months; not for acute kidney injury, and \
         misleading with unusual muscle mass.",
        "Estima a taxa de filtração glomerular de um adulto por creatinina, idade e sexo, sem \
         raça, com a categoria KDIGO. Um único valor não é diagnóstico de doença renal crônica, \
         que exige ao menos três meses; não usar na lesão renal aguda; engana quando a massa \
         muscular é incomum.",
    ),
    aliases: &["TFG", "GFR", "RFG", "TFGe", "DRC", "CKD"],
    inputs: &[SEX.input, AGE.input, CREATININE.input],
    results: &[staged("98979-8")],
    validity: &[ADULTS],
    assumptions: &[STANDARDIZED],
    reference: Reference {
        citation: "Inker LA, Eneanya ND, Coresh J, et al. New creatinine- and cystatin C-based \
                   equations to estimate GFR without race. N Engl J Med 2021;385:1737-1749.",
        doi: Some("10.1056/NEJMoa2102953"),
        pmid: None,
    },
    formula: Formula::Equation(calculate),
    ..DEFAULTS
};

const EQUATION: CkdEpi = CkdEpi {
    factor: 142.0,
    below_knot: (-0.302, -0.241),
    above_knot: -1.200,
    per_year: 0.9938,
    female: 1.012,
};

fn calculate(values: &Values) -> Result<Outcome, NoResult> {
    EQUATION.estimate(values)
}
