//! Glomerular filtration rate by the CKD-EPI creatinine-cystatin C equation of 2021.

use super::{CYSTATIN_STANDARDIZED, STANDARDIZED, staged};
use crate::definition::{
    Calculator, Category, DEFAULTS, Formula, NoResult, Outcome, Reference, text,
};
use crate::inputs::{ADULTS, AGE, CREATININE, CYSTATIN_C, SEX};
use crate::values::Values;

/// The definition.
pub static CALCULATOR: Calculator = Calculator {
    id: "egfr-ckd-epi-2021-cr-cys",
    version: "1.0.0",
    category: Category::Kidney,
    title: text(
        "Glomerular filtration rate (CKD-EPI 2021, creatinine and cystatin C)",
        "Taxa de filtração glomerular (CKD-EPI 2021, creatinina e cistatina C)",
    ),
    description: text(
        "Estimates the glomerular filtration rate of an adult from creatinine, cystatin C, age and \
         sex, without race, with the KDIGO category; more exact than creatinine alone, above all \
         where muscle mass is unusual. Inflammation, steroids, thyroid disease, smoking and \
         obesity change cystatin C. Not for acute kidney injury.",
        "Estima a taxa de filtração glomerular de um adulto por creatinina, cistatina C, idade e \
         sexo, sem raça, com a categoria KDIGO; mais exata que a creatinina isolada, sobretudo \
         quando a massa muscular é incomum. Inflamação, corticoide, doença da tireoide, tabagismo \
         e obesidade alteram a cistatina C. Não usar na lesão renal aguda.",
    ),
    aliases: &[
        "eGFRcr-cys",
        "TFGe creatinina-cistatina",
        "cistatina C",
        "cystatin",
        "CKD-EPI",
    ],
    inputs: &[SEX.input, AGE.input, CREATININE.input, CYSTATIN_C.input],
    results: &[staged("98980-6")],
    validity: &[ADULTS],
    assumptions: &[STANDARDIZED, CYSTATIN_STANDARDIZED],
    reference: Reference {
        citation: "Inker LA, Eneanya ND, Coresh J, et al. New creatinine- and cystatin C-based \
                   equations to estimate GFR without race. N Engl J Med 2021;385:1737-1749.",
        doi: Some("10.1056/NEJMoa2102953"),
        pmid: Some("34554658"),
    },
    formula: Formula::Equation(calculate),
    ..DEFAULTS
};

fn calculate(values: &Values) -> Result<Outcome, NoResult> {
    let sex = values.of(SEX)?;
    let creatinine = values.of(CREATININE)? / sex.pick(0.9, 0.7);
    let cystatin = values.of(CYSTATIN_C)? / 0.8;
    let egfr = 135.0
        * creatinine.min(1.0).powf(sex.pick(-0.144, -0.219))
        * creatinine.max(1.0).powf(-0.544)
        * cystatin.min(1.0).powf(-0.323)
        * cystatin.max(1.0).powf(-0.778)
        * 0.9961_f64.powf(values.of(AGE)?)
        * sex.pick(1.0, 0.963);
    Ok(Outcome::number("egfr", egfr))
}
