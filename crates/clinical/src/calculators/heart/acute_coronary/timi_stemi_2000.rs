//! TIMI risk score for infarction with ST elevation.

use super::KILLIP_CLASS;
use crate::definition::{
    Calculator, Category, Criterion, DEFAULTS, Formula, Outcome, Output, OutputKind, Reference,
    at_most, less_than, more, output, score, text, within,
};
use crate::handles::{Flag, flag};
use crate::inputs::{ADULTS, AGE, HEART_RATE, SYSTOLIC_BP, WEIGHT};
use crate::values::Values;

const DIABETES_HYPERTENSION_OR_ANGINA: Flag = flag(
    "diabetes_hypertension_or_angina",
    "History of diabetes, hypertension or angina",
    "História de diabetes, hipertensão ou angina",
);
const ANTERIOR_OR_LBBB: Flag = flag(
    "anterior_st_elevation_or_lbbb",
    "Anterior ST elevation or left bundle branch block",
    "Supradesnivelamento de ST anterior ou bloqueio de ramo esquerdo",
);
const LATE: Flag = flag(
    "time_to_treatment_over_4_hours",
    "More than 4 hours from onset to treatment",
    "Mais de 4 horas do início ao tratamento",
);

const CRITERIA: &[Criterion] = &[
    AGE.adds_by(&[less_than(65.0, 0.0), less_than(75.0, 2.0), more(3.0)]),
    DIABETES_HYPERTENSION_OR_ANGINA.adds(1.0),
    SYSTOLIC_BP.adds_by(&[less_than(100.0, 3.0), more(0.0)]),
    HEART_RATE.adds_by(&[at_most(100.0, 0.0), more(2.0)]),
    KILLIP_CLASS.adds(&[("I", 0.0), ("II", 2.0), ("III", 2.0), ("IV", 2.0)]),
    WEIGHT.adds_by(&[less_than(67.0, 1.0), more(0.0)]),
    ANTERIOR_OR_LBBB.adds(1.0),
    LATE.adds(1.0),
];

const MORTALITY: Output = output(
    OutputKind::Risk,
    "mortality_30_days",
    text(
        "Death within 30 days, in the trial",
        "Morte em 30 dias, no ensaio",
    ),
    "%",
    1,
);

/// The definition.
pub static CALCULATOR: Calculator = Calculator {
    id: "timi-stemi-2000",
    version: "1.0.0",
    category: Category::Heart,
    title: text(
        "TIMI score for STEMI",
        "Escore TIMI para IAM com supra de ST",
    ),
    description: text(
        "Risk of death within 30 days in infarction with ST elevation, 0 to 14 points. Derived in \
         people who had fibrinolysis; with primary angioplasty fewer die.",
        "Risco de morte em 30 dias no infarto com supradesnivelamento de ST, de 0 a 14 pontos. \
         Derivado em pessoas submetidas a fibrinólise; com angioplastia primária morrem menos.",
    ),
    aliases: &["TIMI", "STEMI", "IAMCSST", "infarction", "infarto"],
    inputs: &[
        AGE.input,
        DIABETES_HYPERTENSION_OR_ANGINA.input,
        SYSTOLIC_BP.input,
        HEART_RATE.input,
        KILLIP_CLASS.input,
        WEIGHT.input,
        ANTERIOR_OR_LBBB.input,
        LATE.input,
    ],
    results: &[score(text("TIMI score", "Escore TIMI"), &[]), MORTALITY],
    validity: &[ADULTS],
    reference: Reference {
        citation: "Morrow DA, Antman EM, Charlesworth A, et al. TIMI risk score for ST-elevation \
                   myocardial infarction: a convenient, bedside, clinical score for risk \
                   assessment at presentation. Circulation 2000;102:2031-2037.",
        doi: Some("10.1161/01.CIR.102.17.2031"),
        pmid: Some("11044416"),
    },
    formula: Formula::concluded(CRITERIA, conclude),
    ..DEFAULTS
};

/// The publication gives one risk for more than 8 points.
fn conclude(_: &Values, outcome: Outcome) -> Outcome {
    let table = [
        less_than(1.0, 0.8),
        less_than(2.0, 1.6),
        less_than(3.0, 2.2),
        less_than(4.0, 4.4),
        less_than(5.0, 7.3),
        less_than(6.0, 12.4),
        less_than(7.0, 16.1),
        less_than(8.0, 23.4),
        less_than(9.0, 26.8),
        more(35.9),
    ];
    match outcome.last().and_then(|points| within(&table, points)) {
        Some(risk) => outcome.and(MORTALITY.name, risk),
        None => outcome,
    }
}
