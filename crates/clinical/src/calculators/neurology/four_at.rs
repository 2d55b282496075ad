//! 4AT, a short test for delirium.

use crate::definition::{
    Calculator, Category, Choice, Criterion, DEFAULTS, Formula, Reference, below, choice, rest,
    score, text,
};
use crate::handles::{Flag, OneOf, flag, one_of};

const STATES: &[Choice] = &[
    choice(
        "normal",
        "normal, fully alert and not agitated",
        "normal, alerta e sem agitação",
    ),
    choice(
        "mild-sleepiness",
        "sleepy for less than 10 seconds after waking, then normal",
        "sonolento por menos de 10 segundos ao acordar, depois normal",
    ),
    choice(
        "clearly-abnormal",
        "clearly abnormal: very drowsy or agitated",
        "claramente anormal: muito sonolento ou agitado",
    ),
];
const MISTAKES: &[Choice] = &[
    choice("none", "no mistake", "nenhum erro"),
    choice("one", "one mistake", "um erro"),
    choice(
        "two-or-more",
        "two or more mistakes, or not testable",
        "dois ou mais erros, ou não testável",
    ),
];
const MONTHS: &[Choice] = &[
    choice(
        "seven-or-more",
        "seven months or more in order",
        "sete meses ou mais na ordem",
    ),
    choice(
        "fewer-than-seven",
        "begins but does not reach seven, or refuses",
        "começa mas não chega a sete, ou recusa",
    ),
    choice(
        "not-testable",
        "cannot begin: too unwell, drowsy or inattentive",
        "não consegue começar: mal-estar, sonolência ou desatenção",
    ),
];
const ALERTNESS: OneOf = one_of("alertness", STATES, "Alertness", "Nível de alerta").defined(
    "As observed; wake a sleeping person by voice or touch.",
    "Como observado; acorde por voz ou toque quem estiver dormindo.",
);
const ORIENTATION: OneOf = one_of(
    "amt4_mistakes",
    MISTAKES,
    "Orientation (AMT4)",
    "Orientação (AMT4)",
)
.defined(
    "Age, date of birth, place and current year.",
    "Idade, data de nascimento, lugar e ano atual.",
);
const ATTENTION: OneOf = one_of(
    "months_backwards",
    MONTHS,
    "Attention: months backwards from December",
    "Atenção: meses de trás para frente, de dezembro",
);
const CHANGE: Flag = flag(
    "acute_or_fluctuating_change",
    "Acute change or fluctuating course",
    "Mudança aguda ou curso flutuante",
)
.defined(
    "Of alertness, thinking or another mental function, begun within 2 weeks and still present in \
     the last 24 hours.",
    "Do alerta, do pensamento ou de outra função mental, iniciada nas últimas 2 semanas e ainda \
     presente nas últimas 24 horas.",
);

const CRITERIA: &[Criterion] = &[
    ALERTNESS.adds(&[
        ("normal", 0.0),
        ("mild-sleepiness", 0.0),
        ("clearly-abnormal", 4.0),
    ]),
    ORIENTATION.adds(&[("none", 0.0), ("one", 1.0), ("two-or-more", 2.0)]),
    ATTENTION.adds(&[
        ("seven-or-more", 0.0),
        ("fewer-than-seven", 1.0),
        ("not-testable", 2.0),
    ]),
    CHANGE.adds(4.0),
];

/// The definition.
pub static CALCULATOR: Calculator = Calculator {
    id: "4at",
    version: "1.0.0",
    category: Category::Neurology,
    title: text("4AT test for delirium", "Teste 4AT para delirium"),
    description: text(
        "Short test for delirium and cognitive impairment, 0 to 12 points, of use at the first \
         contact. It is no diagnosis, and 0 does not exclude delirium when little is known of how \
         the person was before.",
        "Teste breve para delirium e comprometimento cognitivo, de 0 a 12 pontos, de uso no \
         primeiro contato. Não é diagnóstico, e 0 não exclui delirium quando pouco se sabe do \
         estado anterior da pessoa.",
    ),
    aliases: &["4AT", "delirium", "confusão aguda"],
    inputs: &[
        ALERTNESS.input,
        ORIENTATION.input,
        ATTENTION.input,
        CHANGE.input,
    ],
    results: &[score(
        text("4AT score", "Pontuação do 4AT"),
        &[
            below(
                1.0,
                "unlikely",
                "delirium or severe cognitive impairment unlikely",
                "delirium ou comprometimento cognitivo grave improvável",
            ),
            below(
                4.0,
                "cognitive-impairment",
                "possible cognitive impairment",
                "possível comprometimento cognitivo",
            ),
            rest("delirium", "possible delirium", "possível delirium"),
        ],
    )],
    reference: Reference {
        citation: "Bellelli G, Morandi A, Davis DHJ, et al. Validation of the 4AT, a new \
                   instrument for rapid delirium screening: a study in 234 hospitalised older \
                   people. Age Ageing 2014;43:496-502.",
        doi: Some("10.1093/ageing/afu021"),
        pmid: Some("24590568"),
    },
    formula: Formula::score(CRITERIA),
    ..DEFAULTS
};
