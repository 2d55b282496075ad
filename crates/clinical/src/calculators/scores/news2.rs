//! National Early Warning Score 2.

use crate::definition::{
    Calculator, Category, Choice, Input, Kind, Outcome, Output, Reference, choice, chosen, from,
    required, text,
};
use crate::inputs::{AGE, HEART_RATE, RESPIRATORY_RATE, SYSTOLIC_BP, boolean, quantity};
use crate::round::steady;
use crate::units;
use crate::values::Values;

const CONSCIOUSNESS: &[Choice] = &[
    choice("A", "alert", "alerta"),
    choice("C", "new confusion", "confusão nova"),
    choice("V", "responds to voice", "responde à voz"),
    choice("P", "responds to pain", "responde à dor"),
    choice("U", "unresponsive", "não responde"),
];

const INPUTS: &[Input] = &[
    AGE,
    RESPIRATORY_RATE,
    quantity(
        "oxygen_saturation",
        &units::OXYGEN_SATURATION,
        "Oxygen saturation",
        "Saturação de oxigênio",
    ),
    required(
        "spo2_scale",
        Kind::Integer {
            least: 1,
            greatest: 2,
            or: None,
        },
        "SpO2 scale (2 for hypercapnic respiratory failure)",
        "Escala de SpO2 (2 para insuficiência respiratória hipercápnica)",
    ),
    boolean(
        "supplemental_oxygen",
        "Supplemental oxygen",
        "Oxigênio suplementar",
    ),
    SYSTOLIC_BP,
    HEART_RATE,
    required(
        "consciousness",
        Kind::Choice(CONSCIOUSNESS),
        "Consciousness (ACVPU)",
        "Consciência (ACVPU)",
    ),
    quantity(
        "temperature",
        &units::TEMPERATURE,
        "Temperature",
        "Temperatura",
    ),
];

/// The definition.
pub static CALCULATOR: Calculator = Calculator {
    id: "news2",
    version: "1.0.0",
    category: Category::Scores,
    title: text(
        "National Early Warning Score 2",
        "National Early Warning Score 2",
    ),
    description: text(
        "Acute deterioration from 16 years of age, from vital signs, 0 to 20 points. Not for \
         pregnancy. It supports clinical judgement and does not replace it.",
        "Deterioração aguda a partir de 16 anos, por sinais vitais, de 0 a 20 pontos. Não se \
         aplica à gestação. Apoia o julgamento clínico e não o substitui.",
    ),
    inputs: INPUTS,
    results: &[Output {
        name: "score",
        title: text("NEWS2 score", "Escore NEWS2"),
        unit: "1",
        digits: 0,
        loinc: None,
        interpretations: &[
            chosen("low", "low clinical risk", "risco clínico baixo"),
            chosen(
                "low-medium",
                "low to medium clinical risk: one parameter scores 3",
                "risco clínico baixo a médio: um parâmetro soma 3",
            ),
            chosen("medium", "medium clinical risk", "risco clínico médio"),
            chosen("high", "high clinical risk", "risco clínico alto"),
        ],
    }],
    validity: &[from("age", 16.0)],
    assumptions: &[],
    reference: Reference {
        citation: "Royal College of Physicians. National Early Warning Score (NEWS) 2: \
                   Standardising the assessment of acute-illness severity in the NHS. London: \
                   RCP, 2017.",
        doi: None,
        pmid: None,
    },
    check: None,
    calculate,
};

// The chart prints whole numbers, and tenths for temperature. A measurement
// between two of its steps is above the lower band and so in the higher one:
// 36.05 Cel is above 36.0 and scores as 36.1.
fn calculate(values: &Values) -> Outcome {
    let respiratory_rate = match values.number("respiratory_rate") {
        ..=8.0 => 3.0,
        ..=11.0 => 1.0,
        ..=20.0 => 0.0,
        ..=24.0 => 2.0,
        _ => 3.0,
    };
    let systolic = match values.number("systolic_bp") {
        ..=90.0 => 3.0,
        ..=100.0 => 2.0,
        ..=110.0 => 1.0,
        ..=219.0 => 0.0,
        _ => 3.0,
    };
    let heart_rate = match values.number("heart_rate") {
        ..=40.0 => 3.0,
        ..=50.0 => 1.0,
        ..=90.0 => 0.0,
        ..=110.0 => 1.0,
        ..=130.0 => 2.0,
        _ => 3.0,
    };
    let temperature = match steady(values.number("temperature")) {
        ..=35.0 => 3.0,
        ..=36.0 => 1.0,
        ..=38.0 => 0.0,
        ..=39.0 => 1.0,
        _ => 2.0,
    };
    let consciousness = match values.code("consciousness") {
        "A" => 0.0,
        _ => 3.0,
    };
    let items = [
        ("respiratory_rate", respiratory_rate),
        ("oxygen_saturation", saturation(values)),
        values.points_if("supplemental_oxygen", 2.0),
        ("systolic_bp", systolic),
        ("heart_rate", heart_rate),
        ("consciousness", consciousness),
        ("temperature", temperature),
    ];
    let total: f64 = items.iter().map(|(_, points)| points).sum();
    let extreme = items.iter().any(|&(_, points)| points >= 3.0);
    let risk = match total {
        ..5.0 if extreme => "low-medium",
        ..5.0 => "low",
        ..7.0 => "medium",
        _ => "high",
    };
    Outcome::score(&items).meaning(risk)
}

fn saturation(values: &Values) -> f64 {
    let saturation = values.number("oxygen_saturation");
    if values.number("spo2_scale") < 2.0 {
        return match saturation {
            ..=91.0 => 3.0,
            ..=93.0 => 2.0,
            ..=95.0 => 1.0,
            _ => 0.0,
        };
    }
    // Scale 2 aims at 88 to 92 %: more than that is only wrong when oxygen is
    // being given.
    match (saturation, values.flag("supplemental_oxygen")) {
        (..=83.0, _) => 3.0,
        (..=85.0, _) => 2.0,
        (..=87.0, _) => 1.0,
        (..=92.0, _) | (_, false) => 0.0,
        (..=94.0, true) => 1.0,
        (..=96.0, true) => 2.0,
        (_, true) => 3.0,
    }
}
