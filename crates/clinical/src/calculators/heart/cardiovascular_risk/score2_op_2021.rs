//! SCORE2-OP, the European cardiovascular risk from 70 to 89 years.

use super::score2::{ASSUMPTIONS, Centre, GUIDELINE, INPUTS, Model, RESULTS, calibrated, check};
use crate::definition::{
    Calculator, Category, DEFAULTS, Formula, NoResult, Outcome, Reference, text,
};
use crate::inputs::AGE;
use crate::values::Values;

const CENTRE: Centre = Centre {
    age: (73.0, 1.0),
    pressure: (150.0, 1.0),
    total: (6.0, 1.0),
    hdl: (1.4, 1.0),
};

const MEN: Model = Model {
    age: 0.0634,
    smoker: 0.3524,
    pressure: 0.0094,
    total: 0.0850,
    hdl: -0.3564,
    smoker_age: -0.0247,
    pressure_age: -0.0005,
    total_age: 0.0073,
    hdl_age: 0.0091,
    mean: 0.0929,
    survival: 0.7576,
    scales: [(-0.34, 1.19), (0.01, 1.25), (0.08, 1.15), (0.05, 0.70)],
};

const WOMEN: Model = Model {
    age: 0.0789,
    smoker: 0.4921,
    pressure: 0.0102,
    total: 0.0605,
    hdl: -0.3040,
    smoker_age: -0.0255,
    pressure_age: -0.0004,
    total_age: -0.0009,
    hdl_age: 0.0154,
    mean: 0.2290,
    survival: 0.8082,
    scales: [(-0.52, 1.01), (-0.10, 1.10), (0.38, 1.09), (0.38, 0.69)],
};

/// The definition.
pub static CALCULATOR: Calculator = Calculator {
    id: "score2-op-2021",
    version: "1.0.0",
    category: Category::Heart,
    title: text(
        "European cardiovascular risk of older people (SCORE2-OP, 2021)",
        "Risco cardiovascular europeu em idosos (SCORE2-OP, 2021)",
    ),
    description: text(
        "Risk of a first cardiovascular death, heart attack or stroke within 10 years, from 70 to \
         89 years of age, for people of Europe without cardiovascular disease and without \
         diabetes. Not calibrated for Brazil, whose guidelines use PREVENT.",
        "Risco de uma primeira morte cardiovascular, infarto ou AVC em 10 anos, dos 70 aos 89 anos \
         de idade, para pessoas da Europa sem doença cardiovascular e sem diabetes. Sem calibração \
         para o Brasil, cujas diretrizes usam o PREVENT.",
    ),
    aliases: &["SCORE", "ESC", "Europe", "Europa", "elderly", "idoso"],
    inputs: INPUTS,
    results: RESULTS,
    validity: &[AGE.between(70.0, 89.0)],
    assumptions: ASSUMPTIONS,
    reference: Reference {
        citation: "SCORE2-OP working group and ESC Cardiovascular risk collaboration. SCORE2-OP \
                   risk prediction algorithms: estimating incident cardiovascular event risk in \
                   older persons in four geographical risk regions. Eur Heart J 2021;42:2455-2467.",
        doi: Some("10.1093/eurheartj/ehab312"),
        pmid: Some("34120185"),
    },
    sources: &[GUIDELINE],
    check: Some(check),
    formula: Formula::Equation(calculate),
    ..DEFAULTS
};

fn calculate(values: &Values) -> Result<Outcome, NoResult> {
    calibrated(values, (&MEN, &WOMEN), &CENTRE)
}
