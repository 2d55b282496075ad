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
    version: "1.0.0",
    category: Category::Liver,
    title: text("MELD-Na score (2016)", "Escore MELD-Na (2016)"),
    description: text(
        "Severity of end-stage liver disease from bilirubin, INR, creatinine and sodium, 6 to 40, \
         as the OPTN used it from 2016.",
        "Gravidade da doença hepática terminal por bilirrubina, INR, creatinina e sódio, de 6 a \
         40, como a OPTN usou a partir de 2016.",
    ),
    inputs: &[
        BILIRUBIN.input,
        INR.input,
        CREATININE.input,
        DIALYSIS.input,
        SODIUM.input,
    ],
    results: &[SCORE],
    assumptions: &[
        text(
            "Values below 1 count as 1, creatinine above 4 mg/dL or dialysis as 4 mg/dL.",
            "Valores abaixo de 1 contam como 1; creatinina acima de 4 mg/dL ou diálise, como \
             4 mg/dL.",
        ),
        text(
            "Sodium counts from 125 to 137 mmol/L, and only where the score without it exceeds 11.",
            "O sódio conta de 125 a 137 mmol/L, e só quando o escore sem ele excede 11.",
        ),
    ],
    reference: Reference {
        citation: "Organ Procurement and Transplantation Network. Policy 9: Allocation of Livers \
                   and Liver-Intestines. 2016.",
        doi: None,
        pmid: None,
    },
    formula: Formula::Equation(calculate),
    ..DEFAULTS
};

fn calculate(values: &Values) -> Result<Outcome, NoResult> {
    // Rounded to a tenth of a point before sodium enters, so a score that
    // displays as 11.0 does not exceed 11.
    let initial = round(10.0 * laboratory(values)?) / 10.0;
    let deficit = 137.0 - values.of(SODIUM)?.clamp(125.0, 137.0);
    let score = if initial > 11.0 {
        initial + 1.32 * deficit - 0.033 * initial * deficit
    } else {
        initial
    };
    Ok(Outcome::number("score", points(score)))
}
