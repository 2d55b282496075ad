//! Finnish diabetes risk score.

use super::common::score;
use crate::calculators::body::bmi;
use crate::definition::{
    Calculator, Category, Choice, Input, Kind, Outcome, Reference, below, choice, required, rest,
    text,
};
use crate::inputs::{AGE, HEIGHT, SEX, WAIST, WEIGHT, boolean};
use crate::round::steady;
use crate::values::Values;

const RELATIVES: &[Choice] = &[
    choice("none", "none", "nenhum"),
    choice(
        "second-degree",
        "grandparent, aunt, uncle or first cousin",
        "avós, tios ou primos de primeiro grau",
    ),
    choice(
        "first-degree",
        "parent, sibling or own child",
        "pais, irmãos ou filhos",
    ),
];

const INPUTS: &[Input] = &[
    AGE,
    SEX,
    WEIGHT,
    HEIGHT,
    WAIST,
    boolean(
        "daily_physical_activity",
        "At least 30 minutes of physical activity a day",
        "Ao menos 30 minutos de atividade física por dia",
    ),
    boolean(
        "daily_vegetables",
        "Vegetables, fruit or berries every day",
        "Verduras, legumes ou frutas todos os dias",
    ),
    boolean(
        "antihypertensive_medication",
        "Medication for high blood pressure",
        "Medicação para pressão alta",
    ),
    boolean(
        "history_high_glucose",
        "High blood glucose found at any time",
        "Glicose alta no sangue em algum momento",
    ),
    required(
        "family_history",
        Kind::Choice(RELATIVES),
        "Relatives with diabetes",
        "Parentes com diabetes",
    ),
];

/// The definition.
pub static CALCULATOR: Calculator = Calculator {
    id: "findrisc",
    version: "1.0.0",
    category: Category::Scores,
    title: text("FINDRISC", "FINDRISC"),
    description: text(
        "Risk of type 2 diabetes within 10 years in adults without diabetes, 0 to 26 points, in \
         the form with family history.",
        "Risco de diabetes tipo 2 em 10 anos em adultos sem diabetes, de 0 a 26 pontos, na forma \
         com história familiar.",
    ),
    inputs: INPUTS,
    results: &[score(
        text("FINDRISC score", "Escore FINDRISC"),
        &[
            below(7.0, "low", "low risk", "risco baixo"),
            below(
                12.0,
                "slightly-elevated",
                "slightly elevated risk",
                "risco levemente elevado",
            ),
            below(15.0, "moderate", "moderate risk", "risco moderado"),
            below(21.0, "high", "high risk", "risco alto"),
            rest("very-high", "very high risk", "risco muito alto"),
        ],
    )],
    validity: &[],
    assumptions: &[],
    reference: Reference {
        citation: "Lindström J, Tuomilehto J. The diabetes risk score: a practical tool to \
                   predict type 2 diabetes risk. Diabetes Care 2003;26:725-731.",
        doi: None,
        pmid: Some("12610029"),
    },
    check: None,
    calculate,
};

fn calculate(values: &Values) -> Outcome {
    // Completed years: the form's ">64" begins with the 65th birthday.
    let age = match values.age() {
        ..45.0 => 0.0,
        45.0..55.0 => 2.0,
        55.0..65.0 => 3.0,
        _ => 4.0,
    };
    let index = match steady(bmi::equation(values.weight(), values.height())) {
        ..25.0 => 0.0,
        25.0..=30.0 => 1.0,
        _ => 3.0,
    };
    let (wide, wider) = values.sex().pick((94.0, 102.0), (80.0, 88.0));
    let waist = match steady(values.number("waist")) {
        waist if waist < wide => 0.0,
        waist if waist <= wider => 3.0,
        _ => 4.0,
    };
    let family = match values.code("family_history") {
        "none" => 0.0,
        "second-degree" => 3.0,
        _ => 5.0,
    };
    let unless = |name, points| (name, if values.flag(name) { 0.0 } else { points });
    Outcome::score(&[
        ("age", age),
        // The body mass index, under the first input that makes it.
        ("weight", index),
        ("waist", waist),
        unless("daily_physical_activity", 2.0),
        unless("daily_vegetables", 1.0),
        values.points_if("antihypertensive_medication", 2.0),
        values.points_if("history_high_glucose", 5.0),
        ("family_history", family),
    ])
}
