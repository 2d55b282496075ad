//! Model for end-stage liver disease, the original score.

use super::{DIALYSIS, SCORE, laboratory, points};
use crate::definition::{
    Calculator, Category, DEFAULTS, Formula, NoResult, Outcome, Reference, text,
};
use crate::inputs::{BILIRUBIN, CREATININE, INR};
use crate::values::Values;

/// The definition.
pub static CALCULATOR: Calculator = Calculator {
    id: "meld-2001",
    version: "1.0.1",
    category: Category::Liver,
    title: text("MELD score (UNOS 2002)", "Escore MELD (UNOS 2002)"),
    description: text(
        "Severity of end-stage liver disease from bilirubin, INR and creatinine, 6 to 40. \
         The form with limits that the UNOS introduced in 2002. Allocation of organs uses later \
         editions.",
        "Gravidade da doença hepática terminal por bilirrubina, INR e creatinina, de 6 a 40. A \
         forma com limites que a UNOS adotou em 2002. A alocação de órgãos usa edições posteriores.",
    ),
    aliases: &["transplante", "transplant", "cirrose"],
    inputs: &[BILIRUBIN.input, INR.input, CREATININE.input, DIALYSIS.input],
    results: &[SCORE],
    assumptions: &[
        super::FROM_TWELVE,
        text(
            "Values below 1 count as 1, creatinine above 4 mg/dL or dialysis as 4 mg/dL.",
            "Valores abaixo de 1 contam como 1; creatinina acima de 4 mg/dL ou diálise, como 4 mg/dL.",
        ),
    ],
    reference: Reference {
        citation: "Kamath PS, Wiesner RH, Malinchoc M, et al. A model to predict survival in \
                   patients with end-stage liver disease. Hepatology 2001;33:464-470.",
        doi: Some("10.1053/jhep.2001.22172"),
        pmid: Some("11172350"),
    },
    formula: Formula::Equation(calculate),
    ..DEFAULTS
};

fn calculate(values: &Values) -> Result<Outcome, NoResult> {
    Ok(Outcome::number("score", points(laboratory(values)?)))
}
