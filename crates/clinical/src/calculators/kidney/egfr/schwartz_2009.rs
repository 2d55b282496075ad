//! Glomerular filtration rate of children by the bedside Schwartz equation.

use super::{EGFR, STANDARDIZED};
use crate::definition::{
    Calculator, Category, DEFAULTS, Formula, NoResult, Outcome, Output, Reference, text,
};
use crate::inputs::{AGE, CREATININE, HEIGHT};
use crate::values::Values;

/// The definition.
pub static CALCULATOR: Calculator = Calculator {
    id: "egfr-schwartz-2009",
    version: "1.0.1",
    category: Category::Kidney,
    title: text(
        "Glomerular filtration rate in children (Schwartz 2009)",
        "Taxa de filtração glomerular em crianças (Schwartz 2009)",
    ),
    description: text(
        "Estimates the glomerular filtration rate from 1 to 17 years of age from height and \
         creatinine (bedside equation). It was derived in children with chronic kidney disease \
         and is less reliable when the filtration is near normal; not for acute kidney injury. A \
         single value is not a diagnosis of chronic kidney disease.",
        "Estima a taxa de filtração glomerular de 1 a 17 anos de idade pela altura e creatinina \
         (equação à beira do leito). Foi derivada em crianças com doença renal crônica e é menos \
         confiável quando a filtração é quase normal; não usar na lesão renal aguda. Um único \
         valor não é diagnóstico de doença renal crônica.",
    ),
    aliases: &["TFG", "GFR", "RFG", "DRC"],
    inputs: &[HEIGHT.input, CREATININE.input, AGE.input],
    results: &[Output {
        loinc: Some("50384-7"),
        ..EGFR
    }],
    validity: &[AGE.between(1.0, 17.0)],
    assumptions: &[STANDARDIZED],
    reference: Reference {
        citation: "Schwartz GJ, Muñoz A, Schneider MF, Mak RH, Kaskel F, Warady BA, Furth SL. New \
                   equations to estimate GFR in children with CKD. J Am Soc Nephrol \
                   2009;20:629-637.",
        doi: Some("10.1681/ASN.2008030287"),
        pmid: Some("19158356"),
    },
    formula: Formula::Equation(calculate),
    ..DEFAULTS
};

fn calculate(values: &Values) -> Result<Outcome, NoResult> {
    let egfr = 0.413 * values.of(HEIGHT)? / values.of(CREATININE)?;
    Ok(Outcome::number("egfr", egfr))
}
