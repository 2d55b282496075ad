//! What SCORE2 and its edition for older people share: the inputs, the regions and
//! their calibration, the classes of the guideline that goes with them.

use super::{RISK, SMOKER};
use crate::definition::{
    Choice, Input, Interpretation, NoResult, Outcome, Output, Reference, Text, choice, chosen, text,
};
use crate::handles::{Flag, OneOf, one_of};
use crate::inputs::{AGE, DIABETES, HDL_CHOLESTEROL, SEX, SYSTOLIC_BP, TOTAL_CHOLESTEROL};
use crate::round::steady;
use crate::values::Values;
use crate::violation::Finding;

const REGIONS: &[Choice] = &[
    choice(
        "low",
        "low risk, as Spain, France and the United Kingdom",
        "risco baixo, como Espanha, França e Reino Unido",
    ),
    choice(
        "moderate",
        "moderate risk, as Portugal, Italy and Germany",
        "risco moderado, como Portugal, Itália e Alemanha",
    ),
    choice(
        "high",
        "high risk, as Poland, Croatia and Turkey",
        "risco alto, como Polônia, Croácia e Turquia",
    ),
    choice(
        "very-high",
        "very high risk, as Romania, Ukraine and Egypt",
        "risco muito alto, como Romênia, Ucrânia e Egito",
    ),
];

const REGION: OneOf = one_of("score2_region", REGIONS, "Risk region", "Região de risco").defined(
    "The European Society of Cardiology puts the countries of Europe and around the Mediterranean \
     in four regions by their cardiovascular deaths. Brazil is in none: there is no calibration \
     for it.",
    "A Sociedade Europeia de Cardiologia divide os países da Europa e do entorno do Mediterrâneo em \
     quatro regiões pela mortalidade cardiovascular. O Brasil não está em nenhuma: não há \
     calibração para ele.",
);

const NO_DIABETES: Flag = DIABETES.refused_when(
    true,
    "SCORE2 and SCORE2-OP are for people without diabetes",
    "o SCORE2 e o SCORE2-OP são para pessoas sem diabetes",
);

/// The inputs of both.
pub(super) const INPUTS: &[Input] = &[
    REGION.input,
    SEX.input,
    AGE.input,
    SMOKER.input,
    SYSTOLIC_BP.input,
    TOTAL_CHOLESTEROL.input,
    HDL_CHOLESTEROL.input,
    NO_DIABETES.input,
];

const CLASSES: &[Interpretation] = &[
    chosen(
        "low-to-moderate",
        "low to moderate risk for the age",
        "risco baixo a moderado para a idade",
    ),
    chosen("high", "high risk for the age", "risco alto para a idade"),
    chosen(
        "very-high",
        "very high risk for the age",
        "risco muito alto para a idade",
    ),
];

/// The result of both.
pub(super) const RESULTS: &[Output] = &[Output {
    interpretations: CLASSES,
    ..RISK
}];

/// What both rest on.
pub(super) const ASSUMPTIONS: &[Text] = &[
    text(
        "The person has no known atherosclerotic cardiovascular disease, chronic kidney disease or \
         familial hypercholesterolaemia.",
        "A pessoa não tem doença cardiovascular aterosclerótica conhecida, doença renal crônica nem \
         hipercolesterolemia familiar.",
    ),
    text(
        "The risk is that of the chosen region of Europe; for Brazil there is no calibration.",
        "O risco é o da região europeia escolhida; para o Brasil não há calibração.",
    ),
    text(
        "The classes are those of the European guideline of 2021: high from 2.5 % below 50 years, \
         5 % to 69 and 7.5 % from 70; very high from 7.5, 10 and 15 %.",
        "As classes são as da diretriz europeia de 2021: alto a partir de 2,5 % antes dos 50 anos, \
         5 % até os 69 e 7,5 % desde os 70; muito alto a partir de 7,5, 10 e 15 %.",
    ),
];

/// HDL is a part of the total.
pub(super) fn check(values: &Values) -> Vec<Finding> {
    match (values.find(TOTAL_CHOLESTEROL), values.find(HDL_CHOLESTEROL)) {
        (Some(total), Some(hdl)) if hdl >= total => Finding::together(
            &[TOTAL_CHOLESTEROL.input.name, HDL_CHOLESTEROL.input.name],
            text(
                "the HDL cholesterol must be below the total; check the values and their units",
                "o colesterol HDL deve ser menor que o total; confira os valores e as unidades",
            ),
        ),
        _ => Vec::new(),
    }
}

/// Where the classes come from.
pub(super) const GUIDELINE: Reference = Reference {
    citation: "Visseren FLJ, Mach F, Smulders YM, et al. 2021 ESC Guidelines on cardiovascular \
               disease prevention in clinical practice (the classes). Eur Heart J \
               2021;42:3227-3337.",
    doi: Some("10.1093/eurheartj/ehab484"),
    pmid: Some("34458905"),
};

/// The model of one sex, in the units that the publication has its hazards in.
pub(super) struct Model {
    pub(super) age: f64,
    pub(super) smoker: f64,
    pub(super) pressure: f64,
    pub(super) total: f64,
    pub(super) hdl: f64,
    pub(super) smoker_age: f64,
    pub(super) pressure_age: f64,
    pub(super) total_age: f64,
    pub(super) hdl_age: f64,
    /// The mean of the sum in the cohorts.
    pub(super) mean: f64,
    pub(super) survival: f64,
    /// Two scales for each region, in the order of the choices.
    pub(super) scales: [(f64, f64); 4],
}

/// What a publication subtracts, and what it divides by.
pub(super) struct Centre {
    pub(super) age: (f64, f64),
    pub(super) pressure: (f64, f64),
    pub(super) total: (f64, f64),
    pub(super) hdl: (f64, f64),
}

/// The sum of a person's terms.
fn sum(values: &Values, model: &Model, centre: &Centre) -> Result<f64, NoResult> {
    let scaled = |value: f64, (mean, step): (f64, f64)| (value - mean) / step;
    let millimoles = |cholesterol: f64| cholesterol / 38.67;
    let age = scaled(values.of(AGE)?, centre.age);
    let smoker = f64::from(u8::from(values.of(SMOKER)?));
    let pressure = scaled(values.of(SYSTOLIC_BP)?, centre.pressure);
    let total = scaled(millimoles(values.of(TOTAL_CHOLESTEROL)?), centre.total);
    let hdl = scaled(millimoles(values.of(HDL_CHOLESTEROL)?), centre.hdl);
    Ok(model.age * age
        + (model.smoker + model.smoker_age * age) * smoker
        + (model.pressure + model.pressure_age * age) * pressure
        + (model.total + model.total_age * age) * total
        + (model.hdl + model.hdl_age * age) * hdl)
}

/// The risk calibrated to the region, with its class.
pub(super) fn calibrated(
    values: &Values,
    (men, women): (&Model, &Model),
    centre: &Centre,
) -> Result<Outcome, NoResult> {
    let model = values.of(SEX)?.pick(men, women);
    let (first, second) = match values.of(REGION)? {
        "low" => model.scales[0],
        "moderate" => model.scales[1],
        "high" => model.scales[2],
        _ => model.scales[3],
    };
    // The complementary log-log of the risk before calibration.
    let hazard = sum(values, model, centre)? - model.mean;
    let uncalibrated = (-model.survival.ln()).ln() + hazard;
    let risk = 100.0 * -f64::exp_m1(-(first + second * uncalibrated).exp());
    let class = class(steady(risk), values.of(AGE)?);
    Ok(Outcome::number("risk", risk)
        .meaning(class)
        .warn_if(beyond_charts(values)?, BEYOND_CHARTS))
}

fn class(risk: f64, age: f64) -> &'static str {
    let (high, very_high) = if age < 50.0 {
        (2.5, 7.5)
    } else if age < 70.0 {
        (5.0, 10.0)
    } else {
        (7.5, 15.0)
    };
    if risk < high {
        "low-to-moderate"
    } else if risk < very_high {
        "high"
    } else {
        "very-high"
    }
}

const BEYOND_CHARTS: Text = text(
    "The charts of the publication go from 100 to 179 mmHg and from 3.0 to 6.9 mmol/L of non-HDL \
     cholesterol (116 to 270 mg/dL); beyond them the equation extrapolates.",
    "As tabelas da publicação vão de 100 a 179 mmHg e de 3,0 a 6,9 mmol/L de colesterol não HDL (116 \
     a 270 mg/dL); fora delas a equação extrapola.",
);

fn beyond_charts(values: &Values) -> Result<bool, NoResult> {
    let pressure = values.of(SYSTOLIC_BP)?;
    let non_hdl = values.of(TOTAL_CHOLESTEROL)? - values.of(HDL_CHOLESTEROL)?;
    let millimoles = steady(non_hdl / 38.67);
    Ok(!(100.0..180.0).contains(&pressure) || !(3.0..7.0).contains(&millimoles))
}
