//! HAS-BLED score for the risk of bleeding in atrial fibrillation.

use crate::definition::{
    Calculator, Category, DEFAULTS, Formula, Input, NoResult, Outcome, Reference, below, rest,
    score, text,
};
use crate::handles::{Flag, flag};
use crate::inputs::AGE;
use crate::values::Values;

const UNCONTROLLED_HYPERTENSION: Flag = flag(
    "uncontrolled_hypertension",
    "Uncontrolled hypertension (systolic pressure above 160 mm[Hg])",
    "Hipertensão não controlada (pressão sistólica acima de 160 mm[Hg])",
);
const ABNORMAL_RENAL_FUNCTION: Flag = flag(
    "abnormal_renal_function",
    "Abnormal kidney function",
    "Função renal anormal",
);
const ABNORMAL_LIVER_FUNCTION: Flag = flag(
    "abnormal_liver_function",
    "Abnormal liver function",
    "Função hepática anormal",
);
const STROKE: Flag = flag("stroke", "Previous stroke", "AVC prévio");
const BLEEDING_HISTORY: Flag = flag(
    "bleeding_history",
    "Previous bleeding or predisposition to it",
    "Sangramento prévio ou predisposição a ele",
);
const LABILE_INR: Flag = flag("labile_inr", "Labile INR", "INR lábil");
const ANTIPLATELET_OR_NSAID: Flag = flag(
    "antiplatelet_or_nsaid",
    "Antiplatelet drug or NSAID",
    "Antiagregante plaquetário ou AINE",
);
const ALCOHOL_EXCESS: Flag = flag(
    "alcohol_excess",
    "Excess of alcohol",
    "Consumo excessivo de álcool",
);

const INPUTS: &[Input] = &[
    AGE.input,
    UNCONTROLLED_HYPERTENSION.input,
    ABNORMAL_RENAL_FUNCTION.input,
    ABNORMAL_LIVER_FUNCTION.input,
    STROKE.input,
    BLEEDING_HISTORY.input,
    LABILE_INR.input,
    ANTIPLATELET_OR_NSAID.input,
    ALCOHOL_EXCESS.input,
];

/// The definition.
pub static CALCULATOR: Calculator = Calculator {
    id: "has-bled",
    version: "1.0.0",
    category: Category::Heart,
    title: text("HAS-BLED score", "Escore HAS-BLED"),
    description: text(
        "Risk of major bleeding within a year in people with atrial fibrillation, 0 to 9 points. \
         A high score asks for correcting what can be corrected; it is no reason by itself \
         against anticoagulation.",
        "Risco de sangramento maior em um ano em pessoas com fibrilação atrial, de 0 a 9 pontos. \
         Um escore alto pede a correção do que pode ser corrigido; não é por si só motivo contra \
         a anticoagulação.",
    ),
    inputs: INPUTS,
    results: &[score(
        text("HAS-BLED score", "Escore HAS-BLED"),
        &[
            below(
                3.0,
                "not-high",
                "no high risk of bleeding",
                "sem risco alto de sangramento",
            ),
            rest("high", "high risk of bleeding", "risco alto de sangramento"),
        ],
    )],
    reference: Reference {
        citation: "Pisters R, Lane DA, Nieuwlaat R, de Vos CB, Crijns HJGM, Lip GYH. A novel \
                   user-friendly score (HAS-BLED) to assess 1-year risk of major bleeding in \
                   patients with atrial fibrillation: the Euro Heart Survey. Chest \
                   2010;138:1093-1100.",
        doi: None,
        pmid: Some("20299623"),
    },
    formula: Formula::Equation(calculate),
    ..DEFAULTS
};

fn calculate(values: &Values) -> Result<Outcome, NoResult> {
    let age = if values.of(AGE)? > 65.0 { 1.0 } else { 0.0 };
    Ok(Outcome::score([
        AGE.gives(age),
        values.points_if(UNCONTROLLED_HYPERTENSION, 1.0)?,
        values.points_if(ABNORMAL_RENAL_FUNCTION, 1.0)?,
        values.points_if(ABNORMAL_LIVER_FUNCTION, 1.0)?,
        values.points_if(STROKE, 1.0)?,
        values.points_if(BLEEDING_HISTORY, 1.0)?,
        values.points_if(LABILE_INR, 1.0)?,
        values.points_if(ANTIPLATELET_OR_NSAID, 1.0)?,
        values.points_if(ALCOHOL_EXCESS, 1.0)?,
    ]))
}
