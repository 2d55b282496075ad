//! Finnish diabetes risk score.

use crate::calculators::body::bmi;
use crate::definition::{
    Calculator, Category, Choice, DEFAULTS, Formula, Input, NoResult, Outcome, Reference, below,
    choice, rest, score, text,
};
use crate::handles::{Flag, OneOf, flag, one_of};
use crate::inputs::{ADULT_HEIGHT, ADULT_WAIST, ADULTS, AGE, HEIGHT, SEX, WAIST, WEIGHT};
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

const DAILY_PHYSICAL_ACTIVITY: Flag = flag(
    "daily_physical_activity",
    "At least 30 minutes of physical activity a day",
    "Ao menos 30 minutos de atividade física por dia",
);
const DAILY_VEGETABLES: Flag = flag(
    "daily_vegetables",
    "Vegetables, fruit or berries every day",
    "Verduras, legumes ou frutas todos os dias",
);
const ANTIHYPERTENSIVE_MEDICATION: Flag = flag(
    "antihypertensive_medication",
    "Medication for high blood pressure",
    "Medicação para pressão alta",
);
const HISTORY_HIGH_GLUCOSE: Flag = flag(
    "history_high_glucose",
    "High blood glucose found at any time",
    "Glicose alta no sangue em algum momento",
);
const FAMILY_HISTORY: OneOf = one_of(
    "family_history",
    RELATIVES,
    "Relatives with diabetes",
    "Parentes com diabetes",
);

const INPUTS: &[Input] = &[
    AGE.input,
    SEX.input,
    WEIGHT.input,
    HEIGHT.input,
    WAIST.input,
    DAILY_PHYSICAL_ACTIVITY.input,
    DAILY_VEGETABLES.input,
    ANTIHYPERTENSIVE_MEDICATION.input,
    HISTORY_HIGH_GLUCOSE.input,
    FAMILY_HISTORY.input,
];

/// The definition.
pub static CALCULATOR: Calculator = Calculator {
    id: "findrisc",
    version: "2.0.0",
    category: Category::Metabolism,
    title: text("FINDRISC", "FINDRISC"),
    description: text(
        "Risk of type 2 diabetes within 10 years in adults without diabetes, 0 to 26 points, in \
         the form with family history.",
        "Risco de diabetes tipo 2 em 10 anos em adultos sem diabetes, de 0 a 26 pontos, na forma \
         com história familiar.",
    ),
    aliases: &["diabetes", "risco de diabetes"],
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
    reference: Reference {
        citation: "Lindström J, Tuomilehto J. The diabetes risk score: a practical tool to \
                   predict type 2 diabetes risk. Diabetes Care 2003;26:725-731.",
        doi: Some("10.2337/diacare.26.3.725"),
        pmid: Some("12610029"),
    },
    sources: &[Reference {
        citation: "Finnish Diabetes Association. Type 2 diabetes risk assessment form (the form \
                   with family history, 0 to 26 points).",
        doi: None,
        pmid: None,
    }],
    validity: &[ADULTS, ADULT_HEIGHT, ADULT_WAIST],
    formula: Formula::Equation(calculate),
    ..DEFAULTS
};

fn calculate(values: &Values) -> Result<Outcome, NoResult> {
    // Completed years: the form's ">64" begins with the 65th birthday.
    let age = match values.of(AGE)? {
        ..45.0 => 0.0,
        45.0..55.0 => 2.0,
        55.0..65.0 => 3.0,
        _ => 4.0,
    };
    let index = match steady(bmi::equation(values.of(WEIGHT)?, values.of(HEIGHT)?)) {
        ..25.0 => 0.0,
        25.0..=30.0 => 1.0,
        _ => 3.0,
    };
    let (wide, wider) = values.of(SEX)?.pick((94.0, 102.0), (80.0, 88.0));
    let waist = match values.of(WAIST)? {
        waist if waist < wide => 0.0,
        waist if waist <= wider => 3.0,
        _ => 4.0,
    };
    let family = match values.of(FAMILY_HISTORY)? {
        "none" => 0.0,
        "second-degree" => 3.0,
        "first-degree" => 5.0,
        _ => return Err(NoResult::Defect("a relative has no points")),
    };
    let unless = |habit: Flag, points| {
        let kept = values.of(habit)?;
        Ok(habit.gives(if kept { 0.0 } else { points }))
    };
    Ok(Outcome::score([
        AGE.gives(age),
        // The body mass index, under the first input that makes it.
        WEIGHT.gives(index),
        WAIST.gives(waist),
        unless(DAILY_PHYSICAL_ACTIVITY, 2.0)?,
        unless(DAILY_VEGETABLES, 1.0)?,
        values.points_if(ANTIHYPERTENSIVE_MEDICATION, 2.0)?,
        values.points_if(HISTORY_HIGH_GLUCOSE, 5.0)?,
        FAMILY_HISTORY.gives(family),
    ]))
}
