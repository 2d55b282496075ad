//! Glasgow coma scale with the pupils.

use crate::definition::{
    Calculator, Category, Criterion, DEFAULTS, Formula, Reference, less_than, more, score, text,
};
use crate::handles::{Integer, integer};
use crate::inputs::GLASGOW_COMA_SCALE;

const PUPILS: Integer = integer(
    "unreactive_pupils",
    (0, 2),
    "Pupils that do not react to light",
    "Pupilas sem reação à luz",
);

const CRITERIA: &[Criterion] = &[
    GLASGOW_COMA_SCALE.adds_itself(),
    PUPILS.adds_by(&[less_than(1.0, 0.0), less_than(2.0, -1.0), more(-2.0)]),
];

/// The definition.
pub static CALCULATOR: Calculator = Calculator {
    id: "gcs-p-2018",
    version: "1.0.0",
    category: Category::Neurology,
    title: text(
        "Glasgow coma scale with pupils (GCS-P)",
        "Escala de coma de Glasgow com resposta pupilar (ECG-P)",
    ),
    description: text(
        "Severity of a head injury: the sum of the Glasgow coma scale less the pupils that do not \
         react to light, 1 to 15. A pupil that cannot react for a reason in the eye itself does not \
         count.",
        "Gravidade do traumatismo cranioencefálico: soma da escala de coma de Glasgow menos as \
         pupilas sem reação à luz, de 1 a 15. Não conta a pupila que não reage por causa ocular.",
    ),
    aliases: &["GCS-P", "ECG-P", "Glasgow", "pupilas", "TCE", "head injury"],
    inputs: &[GLASGOW_COMA_SCALE.input, PUPILS.input],
    results: &[score(text("GCS-P", "ECG-P"), &[])],
    assumptions: &[text(
        "All three parts of the scale could be tested.",
        "As três partes da escala puderam ser testadas.",
    )],
    reference: Reference {
        citation: "Brennan PM, Murray GD, Teasdale GM. Simplifying the use of prognostic \
                   information in traumatic brain injury. Part 1: The GCS-Pupils score: an \
                   extended index of clinical severity. J Neurosurg 2018;128:1612-1620.",
        doi: Some("10.3171/2017.12.JNS172780"),
        pmid: Some("29631516"),
    },
    formula: Formula::score(CRITERIA),
    ..DEFAULTS
};
