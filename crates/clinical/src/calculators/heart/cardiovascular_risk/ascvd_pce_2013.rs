//! Pooled cohort equations for atherosclerotic cardiovascular disease.

use super::{RISK, SMOKER, TREATED_HYPERTENSION, risk};
use crate::definition::{
    Calculator, Category, Choice, DEFAULTS, Formula, Input, NoResult, Outcome, Output, Reference,
    below, choice, rest, text,
};
use crate::handles::{OneOf, one_of};
use crate::inputs::{AGE, DIABETES, HDL_CHOLESTEROL, SEX, SYSTOLIC_BP, TOTAL_CHOLESTEROL};
use crate::values::Values;

const RACES: &[Choice] = &[
    choice("white", "white", "branca"),
    choice("african-american", "African American", "afro-americana"),
    choice("other", "other", "outra"),
];

const RACE: OneOf = one_of(
    "race",
    RACES,
    "Race, as the equations group it",
    "Raça, como as equações a agrupam",
);

const INPUTS: &[Input] = &[
    SEX.input,
    RACE.input,
    AGE.input,
    TOTAL_CHOLESTEROL.input,
    HDL_CHOLESTEROL.input,
    SYSTOLIC_BP.input,
    TREATED_HYPERTENSION.input,
    SMOKER.input,
    DIABETES.input,
];

/// The definition.
pub static CALCULATOR: Calculator = Calculator {
    id: "ascvd-pce-2013",
    version: "1.1.0",
    category: Category::Heart,
    title: text(
        "ASCVD risk (pooled cohort equations)",
        "Risco de doença cardiovascular aterosclerótica (Pooled Cohort Equations)",
    ),
    description: text(
        "Risk of a first heart attack, coronary death or stroke within 10 years, for people from \
         40 to 79 years without cardiovascular disease.",
        "Risco de primeiro infarto, morte coronariana ou AVC em 10 anos, para pessoas de 40 a 79 \
         anos sem doença cardiovascular. Edição antiga no Brasil: a diretriz de dislipidemias da SBC \
         de 2025 adota o escore PREVENT.",
    ),
    inputs: INPUTS,
    results: &[Output {
        interpretations: &[
            below(5.0, "low", "low risk", "risco baixo"),
            below(7.5, "borderline", "borderline risk", "risco limítrofe"),
            below(
                20.0,
                "intermediate",
                "intermediate risk",
                "risco intermediário",
            ),
            rest("high", "high risk", "risco alto"),
        ],
        loinc: Some("79423-0"),
        ..RISK
    }],
    validity: &[
        AGE.between(40.0, 79.0),
        TOTAL_CHOLESTEROL.between(130.0, 320.0),
        HDL_CHOLESTEROL.between(20.0, 100.0),
        SYSTOLIC_BP.between(90.0, 200.0),
    ],
    aliases: &[
        "PCE",
        "DCVA",
        "ACC/AHA",
        "colesterol",
        "infarto",
        "heart attack",
    ],
    sources: &[Reference {
        citation: "Arnett DK, Blumenthal RS, Albert MA, et al. 2019 ACC/AHA guideline on the \
                   primary prevention of cardiovascular disease (the classes). Circulation \
                   2019;140:e596-e646.",
        doi: Some("10.1161/CIR.0000000000000678"),
        pmid: None,
    }],
    reference: Reference {
        citation: "Goff DC Jr, Lloyd-Jones DM, Bennett G, et al. 2013 ACC/AHA guideline on the \
                   assessment of cardiovascular risk, Table A. Circulation 2014;129(25 Suppl \
                   2):S49-S73.",
        doi: Some("10.1161/01.cir.0000437741.48606.98"),
        pmid: None,
    },
    formula: Formula::Equation(calculate),
    ..DEFAULTS
};

/// A column of Table A. Each pair is the term and its product with ln age.
struct Coefficients {
    age: f64,
    age_squared: f64,
    total: (f64, f64),
    hdl: (f64, f64),
    treated: (f64, f64),
    untreated: (f64, f64),
    smoker: (f64, f64),
    diabetes: f64,
    mean: f64,
    survival: f64,
}

const WHITE_WOMEN: Coefficients = Coefficients {
    age: -29.799,
    age_squared: 4.884,
    total: (13.540, -3.114),
    hdl: (-13.578, 3.149),
    treated: (2.019, 0.0),
    untreated: (1.957, 0.0),
    smoker: (7.574, -1.665),
    diabetes: 0.661,
    mean: -29.18,
    survival: 0.9665,
};
const AFRICAN_AMERICAN_WOMEN: Coefficients = Coefficients {
    age: 17.114,
    age_squared: 0.0,
    total: (0.940, 0.0),
    hdl: (-18.920, 4.475),
    treated: (29.291, -6.432),
    untreated: (27.820, -6.087),
    smoker: (0.691, 0.0),
    diabetes: 0.874,
    mean: 86.61,
    survival: 0.9533,
};
const WHITE_MEN: Coefficients = Coefficients {
    age: 12.344,
    age_squared: 0.0,
    total: (11.853, -2.664),
    hdl: (-7.990, 1.769),
    treated: (1.797, 0.0),
    untreated: (1.764, 0.0),
    smoker: (7.837, -1.795),
    diabetes: 0.658,
    mean: 61.18,
    survival: 0.9144,
};
const AFRICAN_AMERICAN_MEN: Coefficients = Coefficients {
    age: 2.469,
    age_squared: 0.0,
    total: (0.302, 0.0),
    hdl: (-0.307, 0.0),
    treated: (1.916, 0.0),
    untreated: (1.809, 0.0),
    smoker: (0.549, 0.0),
    diabetes: 0.645,
    mean: 19.54,
    survival: 0.8954,
};

fn calculate(values: &Values) -> Result<Outcome, NoResult> {
    let race = values.of(RACE)?;
    let table = if race == "african-american" {
        values
            .of(SEX)?
            .pick(&AFRICAN_AMERICAN_MEN, &AFRICAN_AMERICAN_WOMEN)
    } else {
        values.of(SEX)?.pick(&WHITE_MEN, &WHITE_WOMEN)
    };
    let age = values.of(AGE)?.ln();
    let term = |(alone, with_age): (f64, f64), value: f64| (alone + with_age * age) * value;
    let either = |flag, yes: f64| values.of(flag).map(|holds| if holds { yes } else { 0.0 });
    let pressure = if values.of(TREATED_HYPERTENSION)? {
        table.treated
    } else {
        table.untreated
    };
    let sum = table.age * age
        + table.age_squared * age * age
        + term(table.total, values.of(TOTAL_CHOLESTEROL)?.ln())
        + term(table.hdl, values.of(HDL_CHOLESTEROL)?.ln())
        + term(pressure, values.of(SYSTOLIC_BP)?.ln())
        + term(table.smoker, either(SMOKER, 1.0)?)
        + either(DIABETES, table.diabetes)?;
    Ok(Outcome::number("risk", risk(sum, table.mean, table.survival)).warn_if(
        race == "other",
        text(
            "The equations were derived in white and African American people only. The result \
             uses the coefficients for white people and can be too high or too low.",
            "As equações foram derivadas apenas em pessoas brancas e afro-americanas. O resultado \
             usa os coeficientes para pessoas brancas e pode ser alto ou baixo demais.",
        ),
    ))
}
