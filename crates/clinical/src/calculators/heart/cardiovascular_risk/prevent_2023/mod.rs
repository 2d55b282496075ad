//! PREVENT equations of the American Heart Association for the risk of cardiovascular
//! disease, with their tables of coefficients.

mod ten_years;
mod thirty_years;

use super::{SMOKER, TREATED_HYPERTENSION};
use crate::definition::{
    Calculator, Category, DEFAULTS, Formula, Input, NoResult, Outcome, Output, OutputKind,
    Reference, Text, Validity, output, text,
};
use crate::handles::{Flag, Quantity, flag};
use crate::inputs::{
    self, AGE, ALBUMIN_CREATININE_RATIO, BMI, DIABETES, EGFR, HDL_CHOLESTEROL, SEX, SYSTOLIC_BP,
    TOTAL_CHOLESTEROL,
};
use crate::values::Values;

const CURRENT_SMOKER: Flag = SMOKER.defined(
    "Any cigarette within the last 30 days.",
    "Qualquer cigarro nos últimos 30 dias.",
);
const CKD_EPI_EGFR: Quantity = EGFR.defined(
    "By the CKD-EPI equation of 2021, without race: egfr-ckd-epi-2021.",
    "Pela equação CKD-EPI de 2021, sem raça: egfr-ckd-epi-2021.",
);
const STATIN: Flag = flag("statin", "Statin in use", "Uso de estatina");
const HBA1C: Quantity = inputs::HBA1C.optional();
const ACR: Quantity = ALBUMIN_CREATININE_RATIO.optional();

const INPUTS: &[Input] = &[
    SEX.input,
    AGE.input,
    TOTAL_CHOLESTEROL.input,
    HDL_CHOLESTEROL.input,
    SYSTOLIC_BP.input,
    TREATED_HYPERTENSION.input,
    DIABETES.input,
    CURRENT_SMOKER.input,
    BMI.input,
    CKD_EPI_EGFR.input,
    STATIN.input,
    HBA1C.input,
    ACR.input,
];

const fn risk(name: &'static str, en: &'static str, pt: &'static str) -> Output {
    output(OutputKind::Risk, name, text(en, pt), "%", 1)
}

const RESULTS: &[Output] = &[
    risk(
        "cvd_risk_10_years",
        "10-year risk of cardiovascular disease",
        "Risco de doença cardiovascular em 10 anos",
    ),
    risk(
        "ascvd_risk_10_years",
        "10-year risk of atherosclerotic cardiovascular disease",
        "Risco de doença cardiovascular aterosclerótica em 10 anos",
    ),
    risk(
        "heart_failure_risk_10_years",
        "10-year risk of heart failure",
        "Risco de insuficiência cardíaca em 10 anos",
    ),
    risk(
        "cvd_risk_30_years",
        "30-year risk of cardiovascular disease",
        "Risco de doença cardiovascular em 30 anos",
    ),
    risk(
        "ascvd_risk_30_years",
        "30-year risk of atherosclerotic cardiovascular disease",
        "Risco de doença cardiovascular aterosclerótica em 30 anos",
    ),
    risk(
        "heart_failure_risk_30_years",
        "30-year risk of heart failure",
        "Risco de insuficiência cardíaca em 30 anos",
    ),
];

/// The definition.
pub static CALCULATOR: Calculator = Calculator {
    id: "prevent-2023",
    version: "1.0.0",
    category: Category::Heart,
    title: text(
        "Cardiovascular risk (PREVENT, AHA 2023)",
        "Risco cardiovascular (PREVENT, AHA 2023)",
    ),
    description: text(
        "Risk of a first atherosclerotic event (heart attack, coronary death, stroke), of heart \
         failure and of either, within 10 years from 30 to 79 years of age and within 30 years \
         from 30 to 59. For people without known cardiovascular disease. Derived in the United \
         States; the Brazilian guidelines of 2025 use it.",
        "Risco de um primeiro evento aterosclerótico (infarto, morte coronariana, AVC), de \
         insuficiência cardíaca e de qualquer um deles, em 10 anos dos 30 aos 79 anos de idade e \
         em 30 anos dos 30 aos 59. Para pessoas sem doença cardiovascular conhecida. Derivado \
         nos Estados Unidos; as diretrizes brasileiras de 2025 o utilizam.",
    ),
    aliases: &[
        "PREVENT",
        "AHA",
        "risco cardiovascular global",
        "primary prevention",
        "prevenção primária",
        "heart failure risk",
    ],
    inputs: INPUTS,
    results: RESULTS,
    validity: &[
        AGE.between(30.0, 79.0),
        TOTAL_CHOLESTEROL.between(130.0, 320.0),
        HDL_CHOLESTEROL.between(20.0, 100.0),
        SYSTOLIC_BP.between(90.0, 200.0),
        Validity {
            exclusive: true,
            ..BMI.between(18.5, 40.0)
        },
        EGFR.between(15.0, 150.0),
        HBA1C.between(3.0, 15.0),
        ACR.between(0.1, 25_000.0),
    ],
    assumptions: &[text(
        "The person has had no heart attack, stroke or heart failure.",
        "A pessoa não teve infarto, AVC nem insuficiência cardíaca.",
    )],
    reference: Reference {
        citation: "Khan SS, Matsushita K, Sang Y, et al. Development and validation of the \
                   American Heart Association's PREVENT equations, tables S12. Circulation \
                   2024;149:430-449.",
        doi: Some("10.1161/CIRCULATIONAHA.123.067626"),
        pmid: Some("37947085"),
    },
    formula: Formula::Equation(calculate),
    ..DEFAULTS
};

/// One number for each term of [`terms`].
type Equation = [f64; 28];

/// The equations for men and for women.
struct Model {
    cvd: (Equation, Equation),
    ascvd: (Equation, Equation),
    heart_failure: (Equation, Equation),
}

/// One thing for each set of predictors.
struct By<T> {
    base: T,
    hba1c: T,
    albuminuria: T,
    both: T,
}

impl<T> By<T> {
    fn pick(&self, hba1c: bool, albuminuria: bool) -> &T {
        match (hba1c, albuminuria) {
            (false, false) => &self.base,
            (true, false) => &self.hba1c,
            (false, true) => &self.albuminuria,
            (true, true) => &self.both,
        }
    }
}

/// Which equations there were for what was sent. Those with both predictors also
/// hold an index of the neighbourhood in the United States, and a term for those who
/// have none.
const USED: By<Text> = By {
    base: text(
        "The base equations were used; send HbA1c or the albumin to creatinine ratio where they \
         are known.",
        "Foram usadas as equações básicas; envie HbA1c ou relação albumina/creatinina se \
         conhecidas.",
    ),
    hba1c: text(
        "The equations with HbA1c were used.",
        "Foram usadas as equações com HbA1c.",
    ),
    albuminuria: text(
        "The equations with the albumin to creatinine ratio were used.",
        "Foram usadas as equações com a relação albumina/creatinina.",
    ),
    both: text(
        "The equations with HbA1c and the albumin to creatinine ratio were used, with the social \
         deprivation index of the United States as unknown.",
        "Foram usadas as equações com HbA1c e relação albumina/creatinina, com o índice de \
         privação social dos Estados Unidos como desconhecido.",
    ),
};

const NOT_30_YEARS: Text = text(
    "There is no risk in 30 years: it was published for 30 to 59 years of age.",
    "Não há risco em 30 anos: ele foi publicado para 30 a 59 anos de idade.",
);

/// Cholesterol in mmol/L, as the publication converts it.
fn millimoles(cholesterol: f64) -> f64 {
    cholesterol * 0.025_86
}

/// One for what holds, zero for what does not.
fn indicator(values: &Values, flag: Flag) -> Result<f64, NoResult> {
    values.of(flag).map(|holds| f64::from(u8::from(holds)))
}

/// What each coefficient is multiplied with: age, lipids, pressure, body and kidneys,
/// centred and scaled, in two pieces where the line bends.
fn terms(values: &Values) -> Result<Equation, NoResult> {
    let either = |flag| indicator(values, flag);
    let age = (values.of(AGE)? - 55.0) / 10.0;
    let hdl = values.of(HDL_CHOLESTEROL)?;
    let non_hdl = millimoles(values.of(TOTAL_CHOLESTEROL)? - hdl) - 3.5;
    let hdl = (millimoles(hdl) - 1.3) / 0.3;
    let pressure = values.of(SYSTOLIC_BP)?;
    let high = (pressure.max(110.0) - 130.0) / 20.0;
    let (diabetes, smoker) = (either(DIABETES)?, either(CURRENT_SMOKER)?);
    let bmi = values.of(BMI)?;
    let obese = (bmi.max(30.0) - 30.0) / 5.0;
    let egfr = values.of(EGFR)?;
    let reduced = (egfr.min(60.0) - 60.0) / -15.0;
    let treated = either(TREATED_HYPERTENSION)?;
    let statin = either(STATIN)?;
    let both = values.find(HBA1C).is_some() && values.find(ACR).is_some();
    let glucose = values.find(HBA1C).map_or(0.0, |percent| percent - 5.3);
    Ok([
        age,
        age * age,
        non_hdl,
        hdl,
        (pressure.min(110.0) - 110.0) / 20.0,
        high,
        diabetes,
        smoker,
        (bmi.min(30.0) - 25.0) / 5.0,
        obese,
        reduced,
        (egfr.max(60.0) - 90.0) / -15.0,
        treated,
        statin,
        treated * high,
        statin * non_hdl,
        age * non_hdl,
        age * hdl,
        age * high,
        age * diabetes,
        age * smoker,
        age * obese,
        age * reduced,
        diabetes * glucose,
        (1.0 - diabetes) * glucose,
        values.find(ACR).map_or(0.0, f64::ln),
        // No index of social deprivation outside the United States.
        f64::from(u8::from(both)),
        1.0,
    ])
}

fn calculate(values: &Values) -> Result<Outcome, NoResult> {
    let terms = terms(values)?;
    let sex = values.of(SEX)?;
    let percent = |(men, women): &(Equation, Equation)| {
        let equation = sex.pick(men, women).iter();
        let odds: f64 = equation.zip(terms).map(|(one, term)| one * term).sum();
        100.0 / (1.0 + (-odds).exp())
    };
    let (hba1c, albuminuria) = (values.find(HBA1C).is_some(), values.find(ACR).is_some());
    let ten = ten_years::MODELS.pick(hba1c, albuminuria);
    let thirty = thirty_years::MODELS.pick(hba1c, albuminuria);
    let outcome = Outcome::number("cvd_risk_10_years", percent(&ten.cvd))
        .and("ascvd_risk_10_years", percent(&ten.ascvd))
        .and("heart_failure_risk_10_years", percent(&ten.heart_failure))
        .assume_if(true, *USED.pick(hba1c, albuminuria));
    if values.of(AGE)? >= 60.0 {
        return Ok(outcome.assume_if(true, NOT_30_YEARS));
    }
    Ok(outcome
        .and("cvd_risk_30_years", percent(&thirty.cvd))
        .and("ascvd_risk_30_years", percent(&thirty.ascvd))
        .and(
            "heart_failure_risk_30_years",
            percent(&thirty.heart_failure),
        ))
}
