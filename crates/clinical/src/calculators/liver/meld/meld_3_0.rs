//! Model for end-stage liver disease, MELD 3.0.

use super::{DIALYSIS, SCORE, at_least_one, creatinine, points};
use crate::definition::{
    Calculator, Category, DEFAULTS, Formula, NoResult, Outcome, Reference, text,
};
use crate::inputs::{AGE, ALBUMIN, BILIRUBIN, CREATININE, INR, SEX, SODIUM};
use crate::values::Values;

/// The definition.
pub static CALCULATOR: Calculator = Calculator {
    id: "meld-3.0",
    version: "1.0.1",
    category: Category::Liver,
    title: text("MELD 3.0", "MELD 3.0"),
    description: text(
        "Severity of end-stage liver disease from 12 years of age, from sex, bilirubin, sodium, \
         INR, creatinine and albumin, 6 to 40.",
        "Gravidade da doença hepática terminal a partir de 12 anos, por sexo, bilirrubina, sódio, \
         INR, creatinina e albumina, de 6 a 40.",
    ),
    aliases: &["transplante", "transplant", "cirrose"],
    inputs: &[
        SEX.input,
        AGE.input,
        BILIRUBIN.input,
        SODIUM.input,
        INR.input,
        CREATININE.input,
        ALBUMIN.input,
        DIALYSIS.input,
    ],
    results: &[SCORE],
    // Younger children have a score of their own, PELD.
    validity: &[AGE.from(12.0)],
    assumptions: &[
        text(
            "Bilirubin and INR below 1 count as 1; creatinine counts from 1 to 3 mg/dL, dialysis \
             as 3 mg/dL.",
            "Bilirrubina e INR abaixo de 1 contam como 1; a creatinina conta de 1 a 3 mg/dL, a \
             diálise como 3 mg/dL.",
        ),
        text(
            "Sodium counts from 125 to 137 mmol/L, albumin from 1.5 to 3.5 g/dL.",
            "O sódio conta de 125 a 137 mmol/L, a albumina de 1,5 a 3,5 g/dL.",
        ),
    ],
    reference: Reference {
        citation: "Kim WR, Mannalithara A, Heimbach JK, et al. MELD 3.0: the Model for End-Stage \
                   Liver Disease updated for the modern era. Gastroenterology 2021;161:1887-1895.",
        doi: Some("10.1053/j.gastro.2021.08.050"),
        pmid: Some("34481845"),
    },
    formula: Formula::Equation(calculate),
    ..DEFAULTS
};

fn calculate(values: &Values) -> Result<Outcome, NoResult> {
    // The term evens out women's lower creatinine. Adolescents of either sex
    // have less muscle too and all get it.
    let adolescent = values.of(AGE)? < 18.0;
    let female = values.of(SEX)?.pick(0.0, 1.33);
    let constitution = if adolescent { 1.33 } else { female };
    let bilirubin = at_least_one(values, BILIRUBIN)?.ln();
    let inr = at_least_one(values, INR)?.ln();
    let creatinine = creatinine(values, 3.0)?.ln();
    let sodium = 137.0 - values.of(SODIUM)?.clamp(125.0, 137.0);
    let albumin = 3.5 - values.of(ALBUMIN)?.clamp(1.5, 3.5);
    let score = constitution + 4.56 * bilirubin + 0.82 * sodium - 0.24 * sodium * bilirubin
        + 9.09 * inr
        + 11.14 * creatinine
        + 1.85 * albumin
        - 1.83 * albumin * creatinine
        + 6.0;
    Ok(Outcome::number("score", points(score)).assume_if(
        adolescent,
        text(
            "From 12 to 17 years everyone gets the 1.33 points of women.",
            "De 12 a 17 anos todos recebem os 1,33 pontos das mulheres.",
        ),
    ))
}
