//! Questionnaires of the patient health questionnaire: how often something bothered
//! someone in the last two weeks.

crate::calculators::family! {
    phq_9,
    phq_2,
    gad_7,
    gad_2,
}

use crate::definition::{Choice, Text, choice, text};
use crate::handles::{OneOf, one_of};

const FREQUENCIES: &[Choice] = &[
    choice("not-at-all", "not at all", "nenhuma vez"),
    choice("several-days", "several days", "vários dias"),
    choice(
        "more-than-half-the-days",
        "more than half the days",
        "mais da metade dos dias",
    ),
    choice(
        "nearly-every-day",
        "nearly every day",
        "quase todos os dias",
    ),
];

/// Their points, in every one of these questionnaires.
pub(crate) const POINTS: &[(&str, f64)] = &[
    ("not-at-all", 0.0),
    ("several-days", 1.0),
    ("more-than-half-the-days", 2.0),
    ("nearly-every-day", 3.0),
];

const fn question(name: &'static str, en: &'static str, pt: &'static str) -> OneOf {
    one_of(name, FREQUENCIES, en, pt).defined("In the last 2 weeks.", "Nas últimas 2 semanas.")
}

pub(crate) const INTEREST: OneOf = question(
    "phq_interest",
    "Little interest or enjoyment",
    "Pouco interesse ou prazer",
);
pub(crate) const MOOD: OneOf = question(
    "phq_mood",
    "Low, depressed or hopeless mood",
    "Humor triste, deprimido ou sem esperança",
);
pub(crate) const NERVOUS: OneOf = question(
    "gad_nervous",
    "Nervous, anxious or on edge",
    "Nervosismo, ansiedade ou tensão",
);
pub(crate) const CONTROL: OneOf = question(
    "gad_control",
    "Worry that cannot be stopped",
    "Preocupação que não se consegue parar",
);

/// How these questionnaires are meant.
pub(crate) const ASKED: Text = text(
    "The questions were asked in the words of the validated form; the titles here only name them.",
    "As perguntas foram feitas com as palavras do formulário validado; os títulos aqui apenas as \
     nomeiam.",
);
