//! VTE-BLEED: bleeding during anticoagulation for venous thromboembolism.

use crate::criterion::sum_with;
use crate::definition::{
    Calculator, Category, Criterion, DEFAULTS, Formula, NoResult, Outcome, Output, Reference,
    below, less_than, more, rest, score, text,
};
use crate::handles::{Flag, flag};
use crate::inputs::{ADULTS, AGE, HEMOGLOBIN, SEX, SYSTOLIC_BP};
use crate::sex::Sex;
use crate::values::Values;

const ACTIVE_CANCER: Flag = flag("cancer_active_at_thromboembolism", "Active cancer", "Câncer ativo").defined(
    "Diagnosed or treated within 6 months before the thromboembolism, or recurrent or progressive; \
     not basal or squamous cell of the skin.",
    "Diagnosticado ou tratado nos 6 meses antes do tromboembolismo, ou recidivado ou em progressão; \
     não o basocelular ou espinocelular de pele.",
);
const BLEEDING_HISTORY: Flag = flag(
    "history_of_bleeding",
    "History of bleeding",
    "História de sangramento",
)
.defined(
    "Major or clinically relevant, rectal, frequent from the nose, or haematuria.",
    "Maior ou clinicamente relevante, retal, nasal frequente, ou hematúria.",
);
const RENAL_DYSFUNCTION: Flag = flag(
    "creatinine_clearance_below_60",
    "Creatinine clearance below 60 mL/min",
    "Clearance de creatinina abaixo de 60 mL/min",
)
.defined("By Cockcroft-Gault.", "Por Cockcroft-Gault.");

/// Beside pressure and haemoglobin, which count by the sex.
const CRITERIA: &[Criterion] = &[
    ACTIVE_CANCER.adds(2.0),
    BLEEDING_HISTORY.adds(1.5),
    AGE.adds_by(&[less_than(60.0, 0.0), more(1.5)]),
    RENAL_DYSFUNCTION.adds(1.5),
];

/// The definition.
pub static CALCULATOR: Calculator = Calculator {
    id: "vte-bleed-2016",
    version: "1.0.0",
    category: Category::Haematology,
    title: text("VTE-BLEED score", "Escore VTE-BLEED"),
    description: text(
        "Risk of major bleeding of an adult on stable anticoagulation, after the first 30 days, \
         for venous thromboembolism, 0 to 9 points. A high score is a reason to mend what can be \
         mended, not to withhold treatment.",
        "Risco de sangramento maior de um adulto em anticoagulação estável, após os primeiros 30 \
         dias, por tromboembolismo venoso, de 0 a 9 pontos. Escore alto é motivo para corrigir o \
         que for corrigível, não para negar o tratamento.",
    ),
    aliases: &[
        "TEV",
        "VTE",
        "sangramento",
        "bleeding",
        "anticoagulação",
        "anticoagulation",
    ],
    inputs: &[
        SEX.input,
        AGE.input,
        ACTIVE_CANCER.input,
        SYSTOLIC_BP.input,
        HEMOGLOBIN.input,
        BLEEDING_HISTORY.input,
        RENAL_DYSFUNCTION.input,
    ],
    results: &[Output {
        digits: 1,
        ..score(
            text("VTE-BLEED score", "Escore VTE-BLEED"),
            &[
                below(
                    2.0,
                    "low",
                    "low risk of bleeding",
                    "risco baixo de sangramento",
                ),
                rest("high", "high risk of bleeding", "risco alto de sangramento"),
            ],
        )
    }],
    validity: &[ADULTS],
    reference: Reference {
        citation: "Klok FA, Hösel V, Clemens A, et al. Prediction of bleeding events in patients \
                   with venous thromboembolism on stable anticoagulation treatment. Eur Respir J \
                   2016;48:1369-1376.",
        doi: Some("10.1183/13993003.00280-2016"),
        pmid: Some("27471209"),
    },
    formula: Formula::Equation(calculate),
    ..DEFAULTS
};

fn calculate(values: &Values) -> Result<Outcome, NoResult> {
    let sex = values.of(SEX)?;
    let pressure = sex == Sex::Male && values.of(SYSTOLIC_BP)? >= 140.0;
    let anemia = values.of(HEMOGLOBIN)? < sex.pick(13.0, 12.0);
    let items = vec![
        SYSTOLIC_BP.gives(if pressure { 1.0 } else { 0.0 }),
        HEMOGLOBIN.gives(if anemia { 1.5 } else { 0.0 }),
    ];
    sum_with(values, items, CRITERIA)
}
