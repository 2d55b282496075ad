//! Karnofsky performance status.

use crate::definition::{
    Calculator, Category, Choice, DEFAULTS, Formula, Outcome, Output, OutputKind, Range, Reference,
    at_most, choice, more, output, score, text, within,
};
use crate::handles::{OneOf, one_of};
use crate::values::Values;

const STATES: &[Choice] = &[
    choice(
        "normal",
        "100: normal, no complaint, no sign of disease",
        "100: normal, sem queixa nem sinal de doença",
    ),
    choice(
        "minor-signs",
        "90: normal activity, minor signs or symptoms",
        "90: atividade normal, sinais ou sintomas leves",
    ),
    choice(
        "with-effort",
        "80: normal activity with effort",
        "80: atividade normal com esforço",
    ),
    choice(
        "cares-for-self",
        "70: cares for self, unable to work",
        "70: cuida de si, não consegue trabalhar",
    ),
    choice(
        "occasional-help",
        "60: needs occasional help",
        "60: precisa de ajuda ocasional",
    ),
    choice(
        "considerable-help",
        "50: needs considerable help and frequent medical care",
        "50: precisa de muita ajuda e de cuidado médico frequente",
    ),
    choice(
        "disabled",
        "40: disabled, needs special care",
        "40: incapacitado, precisa de cuidado especial",
    ),
    choice(
        "severely-disabled",
        "30: severely disabled, hospital indicated, death not imminent",
        "30: muito incapacitado, internação indicada, morte não iminente",
    ),
    choice(
        "very-ill",
        "20: very ill, in need of active support",
        "20: muito doente, precisa de suporte ativo",
    ),
    choice("moribund", "10: moribund", "10: moribundo"),
    choice("dead", "0: dead", "0: óbito"),
];
const STATE: OneOf = one_of("karnofsky_state", STATES, "Performance", "Desempenho");

/// The grade of the ECOG by the table of the ECOG-ACRIN group.
const ECOG: &[Range] = &[
    at_most(0.0, 5.0),
    at_most(20.0, 4.0),
    at_most(40.0, 3.0),
    at_most(60.0, 2.0),
    at_most(80.0, 1.0),
    more(0.0),
];

/// The definition.
pub static CALCULATOR: Calculator = Calculator {
    id: "karnofsky-1949",
    version: "1.0.0",
    category: Category::Function,
    title: text("Karnofsky performance status", "Escala de Karnofsky"),
    description: text(
        "How far a person with cancer is able to work and care for him- or herself, 100 to 0 in \
         steps of 10, with the ECOG grade that the ECOG-ACRIN group sets beside it. The two scales \
         are not the same.",
        "Quanto uma pessoa com câncer consegue trabalhar e cuidar de si, de 100 a 0 em passos de \
         10, com o grau ECOG que o grupo ECOG-ACRIN põe ao lado. As duas escalas não são iguais.",
    ),
    aliases: &["KPS", "Karnofsky", "performance status"],
    inputs: &[STATE.input],
    results: &[
        Output {
            loinc: Some("89243-0"),
            ..score(
                text("Karnofsky performance status", "Desempenho de Karnofsky"),
                &[],
            )
        },
        output(
            OutputKind::Score,
            "ecog",
            text("Corresponding ECOG grade", "Grau ECOG correspondente"),
            "1",
            0,
        ),
    ],
    reference: Reference {
        citation: "Karnofsky DA, Burchenal JH. The clinical evaluation of chemotherapeutic agents \
                   in cancer. In: MacLeod CM, ed. Evaluation of chemotherapeutic agents. New York: \
                   Columbia University Press; 1949:191-205.",
        doi: None,
        pmid: None,
    },
    sources: &[Reference {
        citation: "Oken MM, Creech RH, Tormey DC, et al. Toxicity and response criteria of the \
                   Eastern Cooperative Oncology Group. Am J Clin Oncol 1982;5:649-655; comparison \
                   of the two scales by the ECOG-ACRIN Cancer Research Group.",
        doi: Some("10.1097/00000421-198212000-00014"),
        pmid: None,
    }],
    formula: Formula::concluded(
        &[STATE.adds(&[
            ("normal", 100.0),
            ("minor-signs", 90.0),
            ("with-effort", 80.0),
            ("cares-for-self", 70.0),
            ("occasional-help", 60.0),
            ("considerable-help", 50.0),
            ("disabled", 40.0),
            ("severely-disabled", 30.0),
            ("very-ill", 20.0),
            ("moribund", 10.0),
            ("dead", 0.0),
        ])],
        conclude,
    ),
    ..DEFAULTS
};

fn conclude(_: &Values, outcome: Outcome) -> Outcome {
    let ecog = outcome.last().and_then(|status| within(ECOG, status));
    match ecog {
        Some(ecog) => outcome.and("ecog", ecog),
        None => outcome,
    }
}
