//! Performance status of the Eastern Cooperative Oncology Group.

use crate::definition::{
    Calculator, Category, Choice, DEFAULTS, Formula, Output, Reference, choice, score, text,
};
use crate::handles::{OneOf, one_of};

const STATES: &[Choice] = &[
    choice(
        "fully-active",
        "0: fully active, as before the disease",
        "0: plenamente ativo, como antes da doença",
    ),
    choice(
        "restricted-in-strenuous-activity",
        "1: restricted in strenuous activity, but walks and does light work",
        "1: restrição a esforço intenso, mas anda e faz trabalho leve",
    ),
    choice(
        "no-work",
        "2: walks and cares for self, but cannot work; up more than half of the day",
        "2: anda e se cuida, mas não trabalha; de pé mais da metade do dia",
    ),
    choice(
        "limited-self-care",
        "3: only limited self-care; in bed or chair more than half of the day",
        "3: autocuidado limitado; no leito ou cadeira mais da metade do dia",
    ),
    choice(
        "completely-disabled",
        "4: completely disabled, no self-care, all day in bed or chair",
        "4: totalmente incapaz, sem autocuidado, sempre no leito ou cadeira",
    ),
    choice("dead", "5: dead", "5: óbito"),
];
const STATE: OneOf = one_of("ecog_state", STATES, "Performance", "Desempenho");

/// The definition.
pub static CALCULATOR: Calculator = Calculator {
    id: "ecog-1982",
    version: "1.0.0",
    category: Category::Function,
    title: text("ECOG performance status", "Escala de desempenho ECOG"),
    description: text(
        "How far a person with cancer is able to work, walk and care for him- or herself, 0 to 5.",
        "Quanto uma pessoa com câncer consegue trabalhar, andar e cuidar de si, de 0 a 5.",
    ),
    aliases: &["ECOG", "Zubrod", "performance status", "PS"],
    inputs: &[STATE.input],
    results: &[Output {
        loinc: Some("89247-1"),
        ..score(text("ECOG performance status", "Desempenho ECOG"), &[])
    }],
    reference: Reference {
        citation: "Oken MM, Creech RH, Tormey DC, et al. Toxicity and response criteria of the \
                   Eastern Cooperative Oncology Group. Am J Clin Oncol 1982;5:649-655.",
        doi: Some("10.1097/00000421-198212000-00014"),
        pmid: None,
    },
    formula: Formula::score(&[STATE.adds(&[
        ("fully-active", 0.0),
        ("restricted-in-strenuous-activity", 1.0),
        ("no-work", 2.0),
        ("limited-self-care", 3.0),
        ("completely-disabled", 4.0),
        ("dead", 5.0),
    ])]),
    ..DEFAULTS
};
