//! HAS-BLED score for the risk of bleeding in atrial fibrillation.

use super::common::score;
use crate::definition::{Calculator, Category, Input, Outcome, Reference, below, rest, text};
use crate::inputs::{AGE, boolean};
use crate::values::Values;

const INPUTS: &[Input] = &[
    AGE,
    boolean(
        "uncontrolled_hypertension",
        "Uncontrolled hypertension (systolic pressure above 160 mm[Hg])",
        "Hipertensão não controlada (pressão sistólica acima de 160 mm[Hg])",
    ),
    boolean(
        "abnormal_renal_function",
        "Abnormal kidney function",
        "Função renal anormal",
    ),
    boolean(
        "abnormal_liver_function",
        "Abnormal liver function",
        "Função hepática anormal",
    ),
    boolean("stroke", "Previous stroke", "AVC prévio"),
    boolean(
        "bleeding_history",
        "Previous bleeding or predisposition to it",
        "Sangramento prévio ou predisposição a ele",
    ),
    boolean("labile_inr", "Labile INR", "INR lábil"),
    boolean(
        "antiplatelet_or_nsaid",
        "Antiplatelet drug or NSAID",
        "Antiagregante plaquetário ou AINE",
    ),
    boolean(
        "alcohol_excess",
        "Excess of alcohol",
        "Consumo excessivo de álcool",
    ),
];

/// The definition.
pub static CALCULATOR: Calculator = Calculator {
    id: "has-bled",
    version: "1.0.0",
    category: Category::Scores,
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
    validity: &[],
    assumptions: &[],
    reference: Reference {
        citation: "Pisters R, Lane DA, Nieuwlaat R, de Vos CB, Crijns HJGM, Lip GYH. A novel \
                   user-friendly score (HAS-BLED) to assess 1-year risk of major bleeding in \
                   patients with atrial fibrillation: the Euro Heart Survey. Chest \
                   2010;138:1093-1100.",
        doi: None,
        pmid: Some("20299623"),
    },
    check: None,
    calculate,
};

fn calculate(values: &Values) -> Outcome {
    let age = if values.age() > 65.0 { 1.0 } else { 0.0 };
    Outcome::score(&[
        ("age", age),
        values.points_if("uncontrolled_hypertension", 1.0),
        values.points_if("abnormal_renal_function", 1.0),
        values.points_if("abnormal_liver_function", 1.0),
        values.points_if("stroke", 1.0),
        values.points_if("bleeding_history", 1.0),
        values.points_if("labile_inr", 1.0),
        values.points_if("antiplatelet_or_nsaid", 1.0),
        values.points_if("alcohol_excess", 1.0),
    ])
}
