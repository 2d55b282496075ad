//! Glomerular filtration rate of children and young adults by the CKiD U25 equations.

use super::{CYSTATIN_STANDARDIZED, EGFR, STANDARDIZED};
use crate::definition::{
    Calculator, Category, DEFAULTS, Formula, NoResult, Outcome, Output, Reference, text,
};
use crate::inputs::{AGE, CREATININE, CYSTATIN_C, HEIGHT, SEX};
use crate::sex::Sex;
use crate::values::Values;
use crate::violation::{Code, Finding};

/// The definition.
pub static CALCULATOR: Calculator = Calculator {
    id: "ckid-u25-2021",
    version: "1.0.0",
    category: Category::Kidney,
    title: text(
        "Glomerular filtration rate from 1 to 25 years (CKiD U25, 2021)",
        "Taxa de filtração glomerular de 1 a 25 anos (CKiD U25, 2021)",
    ),
    description: text(
        "Estimates the glomerular filtration rate of a child or young adult with chronic kidney \
         disease from height and creatinine, from cystatin C, or from both by their mean, with \
         constants that change with age and sex. Not for acute kidney injury and not under one \
         year.",
        "Estima a taxa de filtração glomerular de criança ou adulto jovem com doença renal crônica \
         por estatura e creatinina, por cistatina C, ou por ambas pela média, com constantes que \
         mudam com idade e sexo. Não usar na lesão renal aguda nem antes de um ano.",
    ),
    aliases: &[
        "CKiD",
        "U25",
        "Schwartz",
        "TFG pediátrica",
        "paediatric eGFR",
    ],
    inputs: &[
        SEX.input,
        AGE.input,
        HEIGHT.optional().input,
        CREATININE.optional().input,
        CYSTATIN_C.optional().input,
    ],
    results: &[
        EGFR,
        Output {
            name: "egfr_creatinine",
            title: text(
                "By height and creatinine alone",
                "Só por estatura e creatinina",
            ),
            ..EGFR
        },
        Output {
            name: "egfr_cystatin",
            title: text("By cystatin C alone", "Só por cistatina C"),
            ..EGFR
        },
    ],
    validity: &[AGE.between(1.0, 25.0)],
    assumptions: &[STANDARDIZED, CYSTATIN_STANDARDIZED],
    reference: Reference {
        citation: "Pierce CB, Muñoz A, Ng DK, Warady BA, Furth SL, Schwartz GJ. Age- and \
                   sex-dependent clinical equations to estimate glomerular filtration rates in \
                   children and young adults with chronic kidney disease. Kidney Int \
                   2021;99:948-956.",
        doi: Some("10.1016/j.kint.2020.10.047"),
        pmid: Some("33301749"),
    },
    check: Some(check),
    formula: Formula::Equation(calculate),
    ..DEFAULTS
};

fn check(values: &Values) -> Vec<Finding> {
    let missing = |input, text| Finding {
        input,
        code: Code::Missing,
        text,
    };
    match (values.find(CREATININE), values.find(CYSTATIN_C)) {
        (None, None) => vec![missing(
            CREATININE.input.name,
            text(
                "creatinine with height, or cystatin_c, or all three are required",
                "creatinine com height, ou cystatin_c, ou os três são obrigatórios",
            ),
        )],
        (Some(_), _) if values.find(HEIGHT).is_none() => vec![missing(
            HEIGHT.input.name,
            text(
                "height is required with creatinine",
                "height é obrigatória com creatinine",
            ),
        )],
        _ => Vec::new(),
    }
}

fn calculate(values: &Values) -> Result<Outcome, NoResult> {
    let sex = values.of(SEX)?;
    let age = values.of(AGE.in_days())? / 365.25;
    let by_creatinine = match (values.find(CREATININE), values.find(HEIGHT)) {
        (Some(creatinine), Some(height)) => {
            Some(creatinine_constant(sex, age) * height / 100.0 / creatinine)
        }
        _ => None,
    };
    let cystatin = values.find(CYSTATIN_C);
    let by_cystatin = cystatin.map(|cystatin| cystatin_constant(sex, age) / cystatin);
    match (by_creatinine, by_cystatin) {
        (Some(one), Some(other)) => Ok(Outcome::number("egfr", f64::midpoint(one, other))
            .and("egfr_creatinine", one)
            .and("egfr_cystatin", other)),
        (Some(only), None) | (None, Some(only)) => Ok(Outcome::number("egfr", only)),
        (None, None) => Err(NoResult::Defect("a check let nothing through")),
    }
}

fn creatinine_constant(sex: Sex, age: f64) -> f64 {
    if age < 12.0 {
        sex.pick(39.0, 36.1) * 1.008_f64.powf(age - 12.0)
    } else if age < 18.0 {
        sex.pick(39.0, 36.1) * sex.pick(1.045_f64, 1.023).powf(age - 12.0)
    } else {
        sex.pick(50.8, 41.4)
    }
}

/// It rises until 15 years in boys and until 12 in girls, and falls from there.
fn cystatin_constant(sex: Sex, age: f64) -> f64 {
    let (peak, top) = (sex.pick(15.0, 12.0), sex.pick(87.2, 79.9));
    if age < peak {
        top * sex.pick(1.011_f64, 1.004).powf(age - peak)
    } else if age < 18.0 {
        top * sex.pick(0.960_f64, 0.974).powf(age - peak)
    } else {
        sex.pick(77.1, 68.3)
    }
}
