//! CHA2DS2-VASc score for the risk of stroke in atrial fibrillation.

use crate::definition::{
    Calculator, Category, DEFAULTS, Formula, Input, NoResult, Outcome, Reference, below, rest,
    score, text,
};
use crate::handles::{Flag, flag};
use crate::inputs::{AGE, SEX};
use crate::values::Values;

const CONGESTIVE_HEART_FAILURE: Flag = flag(
    "congestive_heart_failure",
    "Congestive heart failure or left ventricular dysfunction",
    "Insuficiência cardíaca congestiva ou disfunção ventricular esquerda",
);
const HYPERTENSION: Flag = flag("hypertension", "Hypertension", "Hipertensão");
const DIABETES: Flag = flag("diabetes", "Diabetes", "Diabetes");
const STROKE_TIA_THROMBOEMBOLISM: Flag = flag(
    "stroke_tia_thromboembolism",
    "Previous stroke, transient ischaemic attack or thromboembolism",
    "AVC, ataque isquêmico transitório ou tromboembolismo prévio",
);
const VASCULAR_DISEASE: Flag = flag(
    "vascular_disease",
    "Vascular disease (myocardial infarction, peripheral artery disease or aortic plaque)",
    "Doença vascular (infarto do miocárdio, doença arterial periférica ou placa aórtica)",
);

const INPUTS: &[Input] = &[
    AGE.input,
    SEX.input,
    CONGESTIVE_HEART_FAILURE.input,
    HYPERTENSION.input,
    DIABETES.input,
    STROKE_TIA_THROMBOEMBOLISM.input,
    VASCULAR_DISEASE.input,
];

/// The definition.
pub static CALCULATOR: Calculator = Calculator {
    id: "cha2ds2-vasc",
    version: "1.0.0",
    category: Category::Heart,
    title: text("CHA2DS2-VASc score", "Escore CHA2DS2-VASc"),
    description: text(
        "Risk of stroke and thromboembolism in people with atrial fibrillation without valvular \
         disease, 0 to 9 points. Not for people without atrial fibrillation.",
        "Risco de AVC e tromboembolismo em pessoas com fibrilação atrial não valvar, de 0 a 9 \
         pontos. Não se aplica a pessoas sem fibrilação atrial.",
    ),
    inputs: INPUTS,
    results: &[score(
        text("CHA2DS2-VASc score", "Escore CHA2DS2-VASc"),
        &[
            below(1.0, "low", "low risk", "risco baixo"),
            below(
                2.0,
                "intermediate",
                "intermediate risk",
                "risco intermediário",
            ),
            rest("high", "high risk", "risco alto"),
        ],
    )],
    reference: Reference {
        citation: "Lip GYH, Nieuwlaat R, Pisters R, Lane DA, Crijns HJGM. Refining clinical risk \
                   stratification for predicting stroke and thromboembolism in atrial \
                   fibrillation using a novel risk factor-based approach: the Euro Heart Survey \
                   on atrial fibrillation. Chest 2010;137:263-272.",
        doi: None,
        pmid: Some("19762550"),
    },
    formula: Formula::Equation(calculate),
    ..DEFAULTS
};

fn calculate(values: &Values) -> Result<Outcome, NoResult> {
    let age = match values.of(AGE)? {
        ..65.0 => 0.0,
        65.0..75.0 => 1.0,
        _ => 2.0,
    };
    Ok(Outcome::score([
        AGE.gives(age),
        SEX.gives(values.of(SEX)?.pick(0.0, 1.0)),
        values.points_if(CONGESTIVE_HEART_FAILURE, 1.0)?,
        values.points_if(HYPERTENSION, 1.0)?,
        values.points_if(DIABETES, 1.0)?,
        values.points_if(STROKE_TIA_THROMBOEMBOLISM, 2.0)?,
        values.points_if(VASCULAR_DISEASE, 1.0)?,
    ]))
}
