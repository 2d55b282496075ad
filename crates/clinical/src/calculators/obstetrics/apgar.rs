//! Apgar score of the newborn.

use crate::definition::{
    Calculator, Category, Criterion, DEFAULTS, Formula, Input, Outcome, Reference, below, rest,
    score, text,
};
use crate::handles::{Integer, integer};
use crate::values::Values;
use crate::violation::{Code, Finding};

const fn sign(name: &'static str, en: &'static str, pt: &'static str) -> Integer {
    integer(name, (0, 2), en, pt)
}

const HEART_RATE: Integer = sign(
    "heart_rate_points",
    "Heart rate (points)",
    "Frequência cardíaca (pontos)",
);
const RESPIRATORY_EFFORT: Integer = sign(
    "respiratory_effort_points",
    "Respiratory effort (points)",
    "Esforço respiratório (pontos)",
);
const MUSCLE_TONE: Integer = sign(
    "muscle_tone_points",
    "Muscle tone (points)",
    "Tônus muscular (pontos)",
);
const REFLEX_IRRITABILITY: Integer = sign(
    "reflex_irritability_points",
    "Reflex irritability (points)",
    "Irritabilidade reflexa (pontos)",
);
const SKIN_COLOR: Integer = sign(
    "skin_color_points",
    "Skin colour (points)",
    "Cor da pele (pontos)",
);
const MINUTE: Integer = integer(
    "minute",
    (1, 20),
    "Minutes after birth: 1, 5, 10, 15 or 20",
    "Minutos após o nascimento: 1, 5, 10, 15 ou 20",
)
.defined(
    "The score is repeated every 5 minutes up to 20 while it stays below 7.",
    "O índice é repetido a cada 5 minutos até 20 enquanto ficar abaixo de 7.",
);

const CRITERIA: &[Criterion] = &[
    HEART_RATE.adds_itself(),
    RESPIRATORY_EFFORT.adds_itself(),
    MUSCLE_TONE.adds_itself(),
    REFLEX_IRRITABILITY.adds_itself(),
    SKIN_COLOR.adds_itself(),
];

const INPUTS: &[Input] = &[
    HEART_RATE.input,
    RESPIRATORY_EFFORT.input,
    MUSCLE_TONE.input,
    REFLEX_IRRITABILITY.input,
    SKIN_COLOR.input,
    MINUTE.input,
];

/// The definition.
pub static CALCULATOR: Calculator = Calculator {
    id: "apgar",
    version: "1.1.0",
    category: Category::Obstetrics,
    title: text("Apgar score", "Índice de Apgar"),
    description: text(
        "Condition of a newborn 1 to 20 minutes after birth, 0 to 10 points. It does not \
         decide on resuscitation and does not predict the outcome of a single child.",
        "Condição do recém-nascido 1 a 20 minutos após o nascimento, de 0 a 10 pontos. Não \
         decide a reanimação e não prediz a evolução de uma criança.",
    ),
    aliases: &["recém-nascido", "newborn", "sala de parto"],
    inputs: INPUTS,
    results: &[score(
        text("Apgar score", "Índice de Apgar"),
        &[
            below(4.0, "low", "low", "baixo").hl7("L"),
            below(
                7.0,
                "moderately-abnormal",
                "moderately abnormal",
                "moderadamente anormal",
            )
            .hl7("A"),
            rest("reassuring", "reassuring", "tranquilizador").hl7("N"),
        ],
    )],
    reference: Reference {
        citation: "Apgar V. A proposal for a new method of evaluation of the newborn infant. Curr \
                   Res Anesth Analg 1953;32:260-267. Classes of the 5-minute score: American \
                   Academy of Pediatrics, American College of Obstetricians and Gynecologists. \
                   The Apgar score. Pediatrics 2015;136:819-822.",
        doi: None,
        pmid: Some("13083014"),
    },
    check: Some(check),
    formula: Formula::concluded(CRITERIA, conclude),
    ..DEFAULTS
};

fn check(values: &Values) -> Vec<Finding> {
    match values.find(MINUTE) {
        None | Some(1.0 | 5.0 | 10.0 | 15.0 | 20.0) => Vec::new(),
        Some(_) => vec![Finding {
            input: MINUTE.input.name,
            code: Code::NotAChoice,
            text: text(
                "minute must be 1, 5, 10, 15 or 20",
                "minute deve ser 1, 5, 10, 15 ou 20",
            ),
        }],
    }
}

/// The classes are defined for the fifth minute only, and each minute has its code.
fn conclude(values: &Values, outcome: Outcome) -> Outcome {
    match values.find(MINUTE) {
        Some(1.0) => outcome.loinc("9272-6").uninterpreted(),
        Some(5.0) => outcome.loinc("9274-2"),
        Some(10.0) => outcome.loinc("9271-8").uninterpreted(),
        _ => outcome.uninterpreted(),
    }
}
