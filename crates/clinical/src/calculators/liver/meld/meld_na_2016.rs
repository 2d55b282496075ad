//! Model for end-stage liver disease with sodium, OPTN 2016.

use super::{DIALYSIS, SCORE, laboratory, points, round};
use crate::definition::{
    Calculator, Category, DEFAULTS, Formula, NoResult, Outcome, Reference, text,
};
use crate::inputs::{BILIRUBIN, CREATININE, INR, SODIUM};
use crate::values::Values;

/// The definition.
pub static CALCULATOR: Calculator = Calculator {
    id: "meld-na-2016",
    version: "2.0.0",
    category: Category::Liver,
    title: text("MELD-Na score (2016)", "Escore MELD-Na (2016)"),
    description: text(
        "Severity of end-stage liver disease from bilirubin, INR, creatinine and sodium, 6 to 40, \
         as the OPTN used it from 2016.",
        "Gravidade da doença hepática terminal por bilirrubina, INR, creatinina e sódio, de 6 a \
         40, como a OPTN usou a partir de 2016.",
    ),
    aliases: &["MELD sódio", "transplante", "transplant", "cirrose"],
    inputs: &[
        BILIRUBIN.input,
        INR.input,
        CREATININE.input,
        DIALYSIS.input,
        SODIUM.input,
    ],
    results: &[SCORE],
    assumptions: &[
        super::FROM_TWELVE,
        text(
            "Values below 1 count as 1, creatinine above 4 mg/dL or dialysis as 4 mg/dL.",
            "Valores abaixo de 1 contam como 1; creatinina acima de 4 mg/dL ou diálise, como \
             4 mg/dL.",
        ),
        text(
            "The score without sodium is rounded to a whole number first; sodium counts from 125 to \
             137 mmol/L, and only where that number exceeds 11.",
            "O escore sem sódio é antes arredondado para um inteiro; o sódio conta de 125 a \
             137 mmol/L, e só quando esse número excede 11.",
        ),
    ],
    reference: Reference {
        citation: "Organ Procurement and Transplantation Network. Policy 9: Allocation of Livers \
                   and Liver-Intestines (MELD with sodium, in force from January 2016).",
        doi: None,
        pmid: None,
    },
    formula: Formula::Equation(calculate),
    ..DEFAULTS
};

fn calculate(values: &Values) -> Result<Outcome, NoResult> {
    // The policy rounds the sum to a tenth and then multiplies by 10: a whole number,
    // and only where that exceeds 11 does sodium enter.
    let initial = round(laboratory(values)?);
    let deficit = 137.0 - values.of(SODIUM)?.clamp(125.0, 137.0);
    let score = if initial > 11.0 {
        initial + 1.32 * deficit - 0.033 * initial * deficit
    } else {
        initial
    };
    Ok(Outcome::number("score", points(score)))
}
