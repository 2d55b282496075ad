//! Apgar score of the newborn.

use super::common::score;
use crate::definition::{
    Calculator, Category, Input, Kind, Outcome, Reference, below, required, rest, text,
};
use crate::evaluate::both_languages;
use crate::values::{Typed, Values};
use crate::violation::{Code, Violation};

const MINUTE: &str = "minute";

const fn sign(name: &'static str, en: &'static str, pt: &'static str) -> Input {
    let kind = Kind::Integer {
        least: 0,
        greatest: 2,
        or: None,
    };
    required(name, kind, en, pt)
}

const INPUTS: &[Input] = &[
    sign(
        "heart_rate_points",
        "Heart rate (points)",
        "Frequência cardíaca (pontos)",
    ),
    sign(
        "respiratory_effort_points",
        "Respiratory effort (points)",
        "Esforço respiratório (pontos)",
    ),
    sign(
        "muscle_tone_points",
        "Muscle tone (points)",
        "Tônus muscular (pontos)",
    ),
    sign(
        "reflex_irritability_points",
        "Reflex irritability (points)",
        "Irritabilidade reflexa (pontos)",
    ),
    sign(
        "skin_color_points",
        "Skin colour (points)",
        "Cor da pele (pontos)",
    ),
    required(
        MINUTE,
        Kind::Integer {
            least: 1,
            greatest: 10,
            or: None,
        },
        "Minutes after birth: 1, 5 or 10",
        "Minutos após o nascimento: 1, 5 ou 10",
    ),
];

/// The definition.
pub static CALCULATOR: Calculator = Calculator {
    id: "apgar",
    version: "1.0.0",
    category: Category::Scores,
    title: text("Apgar score", "Índice de Apgar"),
    description: text(
        "Condition of a newborn 1, 5 or 10 minutes after birth, 0 to 10 points. It does not \
         decide on resuscitation and does not predict the outcome of a single child.",
        "Condição do recém-nascido 1, 5 ou 10 minutos após o nascimento, de 0 a 10 pontos. Não \
         decide a reanimação e não prediz a evolução de uma criança.",
    ),
    inputs: INPUTS,
    results: &[score(
        text("Apgar score", "Índice de Apgar"),
        &[
            below(4.0, "low", "low", "baixo"),
            below(
                7.0,
                "moderately-abnormal",
                "moderately abnormal",
                "moderadamente anormal",
            ),
            rest("reassuring", "reassuring", "tranquilizador"),
        ],
    )],
    validity: &[],
    assumptions: &[],
    reference: Reference {
        citation: "Apgar V. A proposal for a new method of evaluation of the newborn infant. Curr \
                   Res Anesth Analg 1953;32:260-267. Classes of the 5-minute score: American \
                   Academy of Pediatrics, American College of Obstetricians and Gynecologists. \
                   The Apgar score. Pediatrics 2015;136:819-822.",
        doi: None,
        pmid: Some("13083014"),
    },
    check: Some(check),
    calculate,
};

fn check(values: &Values) -> Vec<Violation> {
    match values.get(MINUTE) {
        None | Some(Typed::Integer(1 | 5 | 10)) => Vec::new(),
        Some(_) => {
            let message = text("minute must be 1, 5 or 10", "minute deve ser 1, 5 ou 10");
            vec![Violation::new(
                MINUTE,
                Code::NotAChoice,
                both_languages(message),
            )]
        }
    }
}

fn calculate(values: &Values) -> Outcome {
    let points = |name| (name, values.number(name));
    let outcome = Outcome::score(&[
        points("heart_rate_points"),
        points("respiratory_effort_points"),
        points("muscle_tone_points"),
        points("reflex_irritability_points"),
        points("skin_color_points"),
    ]);
    // The classes are defined for the fifth minute only.
    match values.get(MINUTE) {
        Some(Typed::Integer(1)) => outcome.loinc("9272-6").uninterpreted(),
        Some(Typed::Integer(5)) => outcome.loinc("9274-2"),
        Some(Typed::Integer(10)) => outcome.loinc("9271-8").uninterpreted(),
        _ => Outcome::number("score", f64::NAN),
    }
}
