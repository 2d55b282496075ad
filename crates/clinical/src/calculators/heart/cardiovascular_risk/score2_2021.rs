//! SCORE2, the European cardiovascular risk from 40 to 69 years.

use super::score2::{ASSUMPTIONS, Centre, GUIDELINE, INPUTS, Model, RESULTS, calibrated, check};
use crate::definition::{
    Calculator, Category, DEFAULTS, Formula, NoResult, Outcome, Reference, text,
};
use crate::inputs::AGE;
use crate::values::Values;

const CENTRE: Centre = Centre {
    age: (60.0, 5.0),
    pressure: (120.0, 20.0),
    total: (6.0, 1.0),
    hdl: (1.3, 0.5),
};

const MEN: Model = Model {
    age: 0.3742,
    smoker: 0.6012,
    pressure: 0.2777,
    total: 0.1458,
    hdl: -0.2698,
    smoker_age: -0.0755,
    pressure_age: -0.0255,
    total_age: -0.0281,
    hdl_age: 0.0426,
    mean: 0.0,
    survival: 0.9605,
    scales: [
        (-0.5699, 0.7476),
        (-0.1565, 0.8009),
        (0.3207, 0.9360),
        (0.5836, 0.8294),
    ],
};

const WOMEN: Model = Model {
    age: 0.4648,
    smoker: 0.7744,
    pressure: 0.3131,
    total: 0.1002,
    hdl: -0.2606,
    smoker_age: -0.1088,
    pressure_age: -0.0277,
    total_age: -0.0226,
    hdl_age: 0.0613,
    mean: 0.0,
    survival: 0.9776,
    scales: [
        (-0.7380, 0.7019),
        (-0.3143, 0.7701),
        (0.5710, 0.9369),
        (0.9412, 0.8329),
    ],
};

/// The definition.
pub static CALCULATOR: Calculator = Calculator {
    id: "score2-2021",
    version: "1.0.0",
    category: Category::Heart,
    title: text(
        "European cardiovascular risk (SCORE2, 2021)",
        "Risco cardiovascular europeu (SCORE2, 2021)",
    ),
    description: text(
        "Risk of a first cardiovascular death, heart attack or stroke within 10 years, from 40 to \
         69 years of age, for people of Europe without cardiovascular disease and without \
         diabetes. Not calibrated for Brazil, whose guidelines use PREVENT.",
        "Risco de uma primeira morte cardiovascular, infarto ou AVC em 10 anos, dos 40 aos 69 anos \
         de idade, para pessoas da Europa sem doença cardiovascular e sem diabetes. Sem calibração \
         para o Brasil, cujas diretrizes usam o PREVENT.",
    ),
    aliases: &["SCORE", "ESC", "Europe", "Europa"],
    inputs: INPUTS,
    results: RESULTS,
    validity: &[AGE.between(40.0, 69.0)],
    assumptions: ASSUMPTIONS,
    reference: Reference {
        citation: "SCORE2 working group and ESC Cardiovascular risk collaboration. SCORE2 risk \
                   prediction algorithms: new models to estimate 10-year risk of cardiovascular \
                   disease in Europe. Eur Heart J 2021;42:2439-2454.",
        doi: Some("10.1093/eurheartj/ehab309"),
        pmid: Some("34120177"),
    },
    sources: &[GUIDELINE],
    check: Some(check),
    formula: Formula::Equation(calculate),
    ..DEFAULTS
};

fn calculate(values: &Values) -> Result<Outcome, NoResult> {
    calibrated(values, (&MEN, &WOMEN), &CENTRE)
}
