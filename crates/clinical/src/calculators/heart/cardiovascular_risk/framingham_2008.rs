//! Framingham general cardiovascular risk profile, with laboratory values.

use super::{RISK, SMOKER, TREATED_HYPERTENSION, risk};
use crate::definition::{
    Calculator, Category, DEFAULTS, Formula, NoResult, Outcome, Output, Reference, chosen, text,
};
use crate::inputs::{AGE, DIABETES, HDL_CHOLESTEROL, SEX, SYSTOLIC_BP, TOTAL_CHOLESTEROL};
use crate::round::steady;
use crate::values::Values;

/// The definition.
pub static CALCULATOR: Calculator = Calculator {
    id: "framingham-cvd-2008",
    version: "2.0.0",
    category: Category::Heart,
    title: text(
        "Framingham general cardiovascular risk (2008)",
        "Risco cardiovascular geral de Framingham (2008)",
    ),
    description: text(
        "Risk of a first cardiovascular event of any kind within 10 years, for people from 30 to \
         74 years without cardiovascular disease.",
        "Risco de um primeiro evento cardiovascular de qualquer tipo em 10 anos, para pessoas de \
         30 a 74 anos sem doença cardiovascular. Edição antiga no Brasil: a diretriz de dislipidemias \
         da SBC de 2025 adota o escore PREVENT.",
    ),
    inputs: &[
        SEX.input,
        AGE.input,
        TOTAL_CHOLESTEROL.input,
        HDL_CHOLESTEROL.input,
        SYSTOLIC_BP.input,
        TREATED_HYPERTENSION.input,
        SMOKER.input,
        DIABETES.input,
    ],
    results: &[Output {
        interpretations: &[
            chosen("low", "low risk", "risco baixo"),
            chosen("intermediate", "intermediate risk", "risco intermediário"),
            chosen("high", "high risk", "risco alto"),
        ],
        ..RISK
    }],
    validity: &[
        AGE.between(30.0, 74.0),
        TOTAL_CHOLESTEROL.between(100.0, 405.0),
        HDL_CHOLESTEROL.between(10.0, 100.0),
        SYSTOLIC_BP.between(90.0, 200.0),
    ],
    aliases: &["escore global de risco", "ERG", "colesterol", "infarto"],
    assumptions: &[text(
        "The classes are those of the Brazilian guideline of 2017: below 5 % low, 5 to 20 % in men \
         and 5 to 10 % in women intermediate, above that high.",
        "As classes são as da diretriz brasileira de 2017: abaixo de 5 % baixo, de 5 a 20 % em \
         homens e de 5 a 10 % em mulheres intermediário, acima disso alto.",
    )],
    sources: &[Reference {
        citation: "Faludi AA, Izar MCO, Saraiva JFK, et al. Atualização da Diretriz Brasileira de \
                   Dislipidemias e Prevenção da Aterosclerose 2017 (the classes). Arq Bras Cardiol \
                   2017;109(2 Supl 1):1-76.",
        doi: Some("10.5935/abc.20170121"),
        pmid: None,
    }],
    reference: Reference {
        citation: "D'Agostino RB Sr, Vasan RS, Pencina MJ, et al. General cardiovascular risk \
                   profile for use in primary care: the Framingham Heart Study. Circulation \
                   2008;117:743-753.",
        doi: Some("10.1161/CIRCULATIONAHA.107.699579"),
        pmid: None,
    },
    formula: Formula::Equation(calculate),
    ..DEFAULTS
};

struct Coefficients {
    age: f64,
    total: f64,
    hdl: f64,
    treated: f64,
    untreated: f64,
    smoker: f64,
    diabetes: f64,
    mean: f64,
    survival: f64,
}

const MEN: Coefficients = Coefficients {
    age: 3.061_17,
    total: 1.123_70,
    hdl: -0.932_63,
    treated: 1.998_81,
    untreated: 1.933_03,
    smoker: 0.654_51,
    diabetes: 0.573_67,
    mean: 23.9802,
    survival: 0.889_36,
};
const WOMEN: Coefficients = Coefficients {
    age: 2.328_88,
    total: 1.209_04,
    hdl: -0.708_33,
    treated: 2.822_63,
    untreated: 2.761_57,
    smoker: 0.528_73,
    diabetes: 0.691_54,
    mean: 26.1931,
    survival: 0.950_12,
};

fn calculate(values: &Values) -> Result<Outcome, NoResult> {
    let table = values.of(SEX)?.pick(&MEN, &WOMEN);
    let either =
        |flag, yes: f64, no: f64| values.of(flag).map(|holds| if holds { yes } else { no });
    let pressure = either(TREATED_HYPERTENSION, table.treated, table.untreated)?;
    let sum = table.age * values.of(AGE)?.ln()
        + table.total * values.of(TOTAL_CHOLESTEROL)?.ln()
        + table.hdl * values.of(HDL_CHOLESTEROL)?.ln()
        + pressure * values.of(SYSTOLIC_BP)?.ln()
        + either(SMOKER, table.smoker, 0.0)?
        + either(DIABETES, table.diabetes, 0.0)?;
    let risk = risk(sum, table.mean, table.survival);
    let high = values.of(SEX)?.pick(20.0, 10.0);
    let class = match steady(risk) {
        ..5.0 => "low",
        risk if risk <= high => "intermediate",
        _ => "high",
    };
    Ok(Outcome::number("risk", risk).meaning(class))
}
