//! Glomerular filtration rate by the CKD-EPI cystatin C equation of 2012.

use super::{CYSTATIN_STANDARDIZED, staged};
use crate::definition::{
    Calculator, Category, DEFAULTS, Formula, NoResult, Outcome, Reference, text,
};
use crate::inputs::{ADULTS, AGE, CYSTATIN_C, SEX};
use crate::values::Values;

/// The definition.
pub static CALCULATOR: Calculator = Calculator {
    id: "egfr-ckd-epi-2012-cys",
    version: "1.0.0",
    category: Category::Kidney,
    title: text(
        "Glomerular filtration rate (CKD-EPI 2012, cystatin C)",
        "Taxa de filtração glomerular (CKD-EPI 2012, cistatina C)",
    ),
    description: text(
        "Estimates the glomerular filtration rate of an adult from cystatin C, age and sex, \
         without creatinine, with the KDIGO category. Where both are measured the equation with \
         both is more exact. Inflammation, steroids, thyroid disease, smoking and obesity change \
         cystatin C. Not for acute kidney injury.",
        "Estima a taxa de filtração glomerular de um adulto por cistatina C, idade e sexo, sem \
         creatinina, com a categoria KDIGO. Quando as duas são medidas, a equação com ambas é mais \
         exata. Inflamação, corticoide, doença da tireoide, tabagismo e obesidade alteram a \
         cistatina C. Não usar na lesão renal aguda.",
    ),
    aliases: &["eGFRcys", "TFGe cistatina C", "cystatin", "CKD-EPI"],
    inputs: &[SEX.input, AGE.input, CYSTATIN_C.input],
    results: &[staged("50210-4")],
    validity: &[ADULTS],
    assumptions: &[CYSTATIN_STANDARDIZED],
    reference: Reference {
        citation: "Inker LA, Schmid CH, Tighiouart H, et al. Estimating glomerular filtration rate \
                   from serum creatinine and cystatin C. N Engl J Med 2012;367:20-29.",
        doi: Some("10.1056/NEJMoa1114248"),
        pmid: Some("22762315"),
    },
    formula: Formula::Equation(calculate),
    ..DEFAULTS
};

fn calculate(values: &Values) -> Result<Outcome, NoResult> {
    let sex = values.of(SEX)?;
    let cystatin = values.of(CYSTATIN_C)? / 0.8;
    // 0.996 is what the paper of 2012 prints; the one of 2021 repeats it with one more
    // digit, 0.9962.
    let egfr = 133.0
        * cystatin.min(1.0).powf(-0.499)
        * cystatin.max(1.0).powf(-1.328)
        * 0.996_f64.powf(values.of(AGE)?)
        * sex.pick(1.0, 0.932);
    Ok(Outcome::number("egfr", egfr))
}
