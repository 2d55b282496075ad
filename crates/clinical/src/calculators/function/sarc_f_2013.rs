//! SARC-F screen for sarcopenia.

use crate::definition::{
    Calculator, Category, Choice, DEFAULTS, Formula, Reference, below, choice, rest, score, text,
};
use crate::handles::{OneOf, one_of};

const TROUBLE: &[Choice] = &[
    choice("none", "none", "nenhuma"),
    choice("some", "some", "alguma"),
    choice("a-lot", "a lot, or unable", "muita, ou incapaz"),
];
const TROUBLE_POINTS: &[(&str, f64)] = &[("none", 0.0), ("some", 1.0), ("a-lot", 2.0)];
const NUMBER: &[Choice] = &[
    choice("none", "none", "nenhuma"),
    choice("1-to-3", "1 to 3", "1 a 3"),
    choice("4-or-more", "4 or more", "4 ou mais"),
];

const STRENGTH: OneOf = one_of(
    "sarcf_lifting",
    TROUBLE,
    "Difficulty lifting and carrying 4.5 kg",
    "Dificuldade para levantar e carregar 4,5 kg",
);
const WALKING: OneOf = one_of(
    "sarcf_walking",
    TROUBLE,
    "Difficulty walking across a room",
    "Dificuldade para atravessar um cômodo",
);
const RISING: OneOf = one_of(
    "sarcf_rising",
    TROUBLE,
    "Difficulty rising from a chair or bed",
    "Dificuldade para levantar da cama ou cadeira",
);
const STAIRS: OneOf = one_of(
    "sarcf_stairs",
    TROUBLE,
    "Difficulty climbing ten steps",
    "Dificuldade para subir dez degraus",
);
const FALLS: OneOf = one_of(
    "sarcf_falls",
    NUMBER,
    "Falls in the last year",
    "Quedas no último ano",
);

/// The definition.
pub static CALCULATOR: Calculator = Calculator {
    id: "sarc-f-2013",
    version: "1.0.0",
    category: Category::Function,
    title: text("SARC-F", "SARC-F"),
    description: text(
        "Screen for sarcopenia by five questions, 0 to 10 points; strength and muscle are measured \
         when it is positive. It misses many who have sarcopenia.",
        "Rastreio de sarcopenia por cinco perguntas, de 0 a 10 pontos; força e músculo são medidos \
         quando positivo. Deixa escapar muitos que têm sarcopenia.",
    ),
    aliases: &["SARC-F", "sarcopenia"],
    inputs: &[
        STRENGTH.input,
        WALKING.input,
        RISING.input,
        STAIRS.input,
        FALLS.input,
    ],
    results: &[score(
        text("SARC-F score", "Pontuação do SARC-F"),
        &[
            below(4.0, "negative", "negative screen", "rastreio negativo"),
            rest("positive", "positive screen", "rastreio positivo"),
        ],
    )],
    reference: Reference {
        citation: "Malmstrom TK, Morley JE. SARC-F: a simple questionnaire to rapidly diagnose \
                   sarcopenia. J Am Med Dir Assoc 2013;14:531-532.",
        doi: Some("10.1016/j.jamda.2013.05.018"),
        pmid: Some("23810110"),
    },
    formula: Formula::score(&[
        STRENGTH.adds(TROUBLE_POINTS),
        WALKING.adds(TROUBLE_POINTS),
        RISING.adds(TROUBLE_POINTS),
        STAIRS.adds(TROUBLE_POINTS),
        FALLS.adds(&[("none", 0.0), ("1-to-3", 1.0), ("4-or-more", 2.0)]),
    ]),
    ..DEFAULTS
};
