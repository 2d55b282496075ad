//! CHA2DS2-VASc score for the risk of stroke in atrial fibrillation.

use crate::definition::{
    Calculator, Category, Criterion, DEFAULTS, Formula, Input, Outcome, Reference, chosen,
    less_than, more, score, text,
};
use crate::inputs::{
    ADULTS, AGE, CONGESTIVE_HEART_FAILURE, DIABETES, HYPERTENSION, SEX, STROKE_TIA_THROMBOEMBOLISM,
    VASCULAR_DISEASE,
};
use crate::values::Values;

const SEX_POINTS: Criterion = SEX.adds(&[("male", 0.0), ("female", 1.0)]);

const CRITERIA: &[Criterion] = &[
    AGE.adds_by(&[less_than(65.0, 0.0), less_than(75.0, 1.0), more(2.0)]),
    SEX_POINTS,
    CONGESTIVE_HEART_FAILURE.adds(1.0),
    HYPERTENSION.adds(1.0),
    DIABETES.adds(1.0),
    STROKE_TIA_THROMBOEMBOLISM.adds(2.0),
    VASCULAR_DISEASE.adds(1.0),
];

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
    version: "2.0.0",
    category: Category::Heart,
    title: text("CHA2DS2-VASc score", "Escore CHA2DS2-VASc"),
    description: text(
        "Risk of stroke and thromboembolism in adults with atrial fibrillation without moderate to \
         severe mitral stenosis or a mechanical valve, 0 to 9 points. The class counts the points \
         without that for sex: a woman with no other is at low risk. Not for people without atrial \
         fibrillation.",
        "Risco de AVC e tromboembolismo em adultos com fibrilação atrial sem estenose mitral \
         moderada a grave nem prótese mecânica, de 0 a 9 pontos. A classe conta os pontos sem o do \
         sexo: uma mulher sem nenhum outro tem risco baixo. Não se aplica a pessoas sem \
         fibrilação atrial.",
    ),
    aliases: &[
        "stroke",
        "atrial fibrillation",
        "AVC",
        "fibrilação atrial",
        "FA",
        "CHADS-VASc",
    ],
    inputs: INPUTS,
    results: &[score(
        text("CHA2DS2-VASc score", "Escore CHA2DS2-VASc"),
        &[
            chosen(
                "low",
                "low risk: no point but for sex",
                "risco baixo: nenhum ponto além do sexo",
            ),
            chosen(
                "intermediate",
                "intermediate risk: one point without that for sex",
                "risco intermediário: um ponto sem contar o sexo",
            ),
            chosen("high", "high risk", "risco alto"),
        ],
    )],
    reference: Reference {
        citation: "Lip GYH, Nieuwlaat R, Pisters R, Lane DA, Crijns HJGM. Refining clinical risk \
                   stratification for predicting stroke and thromboembolism in atrial \
                   fibrillation using a novel risk factor-based approach: the Euro Heart Survey \
                   on atrial fibrillation. Chest 2010;137:263-272.",
        doi: Some("10.1378/chest.09-1584"),
        pmid: Some("19762550"),
    },
    validity: &[ADULTS],
    formula: Formula::concluded(CRITERIA, conclude),
    ..DEFAULTS
};

/// The guidelines treat by the risk that is not the sex's.
fn conclude(values: &Values, outcome: Outcome) -> Outcome {
    let of_sex = SEX_POINTS.points(values).ok().flatten().unwrap_or_default();
    let risk = match outcome.last().unwrap_or_default() - of_sex {
        ..1.0 => "low",
        1.0..2.0 => "intermediate",
        _ => "high",
    };
    outcome.meaning(risk)
}
