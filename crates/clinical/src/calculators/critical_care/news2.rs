//! National Early Warning Score 2.

use crate::definition::{
    Calculator, Category, Choice, DEFAULTS, Formula, Input, NoResult, Outcome, Output, OutputKind,
    Points, Reference, choice, chosen, text,
};
use crate::handles::{Flag, Integer, OneOf, flag, integer, one_of};
use crate::inputs::{
    AGE, HEART_RATE, OXYGEN_SATURATION, RESPIRATORY_RATE, SYSTOLIC_BP, TEMPERATURE,
};
use crate::round::steady;
use crate::values::Values;

const ACVPU: &[Choice] = &[
    choice("A", "alert", "alerta"),
    choice("C", "new confusion", "confusão mental de início recente"),
    choice("V", "responds to voice", "responde à voz"),
    choice("P", "responds to pain", "responde à dor"),
    choice("U", "unresponsive", "não responde"),
];

const SPO2_SCALE: Integer = integer(
    "spo2_scale",
    (1, 2),
    "SpO2 scale (2 for hypercapnic respiratory failure)",
    "Escala de SpO2 (2 para insuficiência respiratória hipercápnica)",
)
.defined(
    "2 only when a competent clinician has prescribed a target of 88 to 92 %.",
    "2 só quando um profissional habilitado prescreveu o alvo de 88 a 92 %.",
);
const SUPPLEMENTAL_OXYGEN: Flag = flag(
    "supplemental_oxygen",
    "Supplemental oxygen",
    "Oxigênio suplementar",
);
const CONSCIOUSNESS: OneOf = one_of(
    "consciousness",
    ACVPU,
    "Consciousness (ACVPU)",
    "Consciência (ACVPU)",
);

const INPUTS: &[Input] = &[
    AGE.input,
    RESPIRATORY_RATE.input,
    OXYGEN_SATURATION.input,
    SPO2_SCALE.input,
    SUPPLEMENTAL_OXYGEN.input,
    SYSTOLIC_BP.input,
    HEART_RATE.input,
    CONSCIOUSNESS.input,
    TEMPERATURE.input,
];

/// The definition.
pub static CALCULATOR: Calculator = Calculator {
    id: "news2",
    version: "2.0.0",
    category: Category::CriticalCare,
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
    aliases: &["early warning", "deterioração", "sinais vitais", "NEWS"],
    inputs: INPUTS,
    results: &[Output {
        name: "score",
        title: text("NEWS2 score", "Escore NEWS2"),
        unit: "1",
        digits: 0,
        loinc: None,
        kind: OutputKind::Score,
        by: None,
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
    validity: &[AGE.from(16.0)],
    reference: Reference {
        citation: "Royal College of Physicians. National Early Warning Score (NEWS) 2: \
                   Standardising the assessment of acute-illness severity in the NHS. London: \
                   RCP, 2017.",
        doi: None,
        pmid: None,
    },
    formula: Formula::Equation(calculate),
    ..DEFAULTS
};

/// The chart has whole numbers, and tenths for the temperature: what lies between two of
/// its steps counts as the nearer one.
fn step(value: f64, per_unit: f64) -> f64 {
    (steady(value * per_unit) + 0.5).floor() / per_unit
}

fn items(values: &Values) -> Result<[Points; 7], NoResult> {
    let respiratory_rate = match step(values.of(RESPIRATORY_RATE)?, 1.0) {
        ..=8.0 => 3.0,
        ..=11.0 => 1.0,
        ..=20.0 => 0.0,
        ..=24.0 => 2.0,
        _ => 3.0,
    };
    let systolic = match step(values.of(SYSTOLIC_BP)?, 1.0) {
        ..=90.0 => 3.0,
        ..=100.0 => 2.0,
        ..=110.0 => 1.0,
        ..=219.0 => 0.0,
        _ => 3.0,
    };
    let heart_rate = match step(values.of(HEART_RATE)?, 1.0) {
        ..=40.0 => 3.0,
        ..=50.0 => 1.0,
        ..=90.0 => 0.0,
        ..=110.0 => 1.0,
        ..=130.0 => 2.0,
        _ => 3.0,
    };
    let temperature = match step(values.of(TEMPERATURE)?, 10.0) {
        ..=35.0 => 3.0,
        ..=36.0 => 1.0,
        ..=38.0 => 0.0,
        ..=39.0 => 1.0,
        _ => 2.0,
    };
    let consciousness = match values.of(CONSCIOUSNESS)? {
        "A" => 0.0,
        "C" | "V" | "P" | "U" => 3.0,
        _ => return Err(NoResult::Defect("a level of consciousness has no points")),
    };
    Ok([
        RESPIRATORY_RATE.gives(respiratory_rate),
        OXYGEN_SATURATION.gives(saturation(values)?),
        values.points_if(SUPPLEMENTAL_OXYGEN, 2.0)?,
        SYSTOLIC_BP.gives(systolic),
        HEART_RATE.gives(heart_rate),
        CONSCIOUSNESS.gives(consciousness),
        TEMPERATURE.gives(temperature),
    ])
}

fn calculate(values: &Values) -> Result<Outcome, NoResult> {
    let items = items(values)?;
    let total: f64 = items.iter().map(|item| item.points).sum();
    let extreme = items.iter().any(|item| item.points >= 3.0);
    let risk = match total {
        ..5.0 if extreme => "low-medium",
        ..5.0 => "low",
        ..7.0 => "medium",
        _ => "high",
    };
    Ok(Outcome::score(items).meaning(risk))
}

fn saturation(values: &Values) -> Result<f64, NoResult> {
    let saturation = step(values.of(OXYGEN_SATURATION)?, 1.0);
    if values.of(SPO2_SCALE)? < 2.0 {
        return Ok(match saturation {
            ..=91.0 => 3.0,
            ..=93.0 => 2.0,
            ..=95.0 => 1.0,
            _ => 0.0,
        });
    }
    // Scale 2 aims at 88 to 92 %: more than that is only wrong when oxygen is
    // being given.
    Ok(match (saturation, values.of(SUPPLEMENTAL_OXYGEN)?) {
        (..=83.0, _) => 3.0,
        (..=85.0, _) => 2.0,
        (..=87.0, _) => 1.0,
        (..=92.0, _) | (_, false) => 0.0,
        (..=94.0, true) => 1.0,
        (..=96.0, true) => 2.0,
        (_, true) => 3.0,
    })
}
