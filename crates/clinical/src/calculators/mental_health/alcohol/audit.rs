//! AUDIT, ten questions of the World Health Organization on drinking.

use super::{ASKED, BINGES, CONSUMPTION, FREQUENCY, OFTEN, OFTEN_POINTS, QUANTITY};
use crate::definition::{
    Calculator, Category, Choice, Criterion, DEFAULTS, Formula, Outcome, OutputKind, Reference,
    below, choice, output, rest, score, text,
};
use crate::handles::{OneOf, one_of};
use crate::values::Values;

const WHEN: &[Choice] = &[
    choice("no", "no", "não"),
    choice(
        "before-the-last-year",
        "yes, but not in the last year",
        "sim, mas não no último ano",
    ),
    choice(
        "in-the-last-year",
        "yes, in the last year",
        "sim, no último ano",
    ),
];
const WHEN_POINTS: &[(&str, f64)] = &[
    ("no", 0.0),
    ("before-the-last-year", 2.0),
    ("in-the-last-year", 4.0),
];

const fn year(name: &'static str, en: &'static str, pt: &'static str) -> OneOf {
    one_of(name, OFTEN, en, pt).defined(
        "In the last year; never where the form lets it be skipped.",
        "No último ano; nunca (never) onde o formulário permite pular.",
    )
}

const STOP: OneOf = year(
    "drinking_could_not_stop",
    "Could not stop once begun",
    "Não conseguiu parar depois de começar",
);
const FAILED: OneOf = year(
    "drinking_failed_duties",
    "Failed to do what was expected",
    "Deixou de fazer o que se esperava",
);
const MORNING: OneOf = year(
    "drinking_in_the_morning",
    "Needed a drink in the morning",
    "Precisou beber pela manhã",
);
const GUILT: OneOf = year(
    "drinking_guilt",
    "Guilt or remorse after drinking",
    "Culpa ou remorso depois de beber",
);
const MEMORY: OneOf = year(
    "drinking_memory_loss",
    "Could not remember the night before",
    "Não lembrou o que houve na noite anterior",
);
const INJURY: OneOf = one_of(
    "drinking_injury",
    WHEN,
    "Someone injured by the drinking",
    "Alguém ferido por causa da bebida",
);
const CONCERN: OneOf = one_of(
    "drinking_concern_of_others",
    WHEN,
    "Others concerned, or advised to cut down",
    "Outros preocupados, ou conselho para reduzir",
);

const CRITERIA: &[Criterion] = &[
    CONSUMPTION[0],
    CONSUMPTION[1],
    CONSUMPTION[2],
    STOP.adds(OFTEN_POINTS),
    FAILED.adds(OFTEN_POINTS),
    MORNING.adds(OFTEN_POINTS),
    GUILT.adds(OFTEN_POINTS),
    MEMORY.adds(OFTEN_POINTS),
    INJURY.adds(WHEN_POINTS),
    CONCERN.adds(WHEN_POINTS),
];

/// The definition.
pub static CALCULATOR: Calculator = Calculator {
    id: "audit",
    version: "1.0.0",
    category: Category::MentalHealth,
    title: text(
        "AUDIT alcohol questionnaire",
        "Questionário de álcool AUDIT",
    ),
    description: text(
        "Hazardous or harmful drinking and possible dependence, 0 to 40 points, in the four zones \
         of the World Health Organization (2nd edition, 2001); with the sum of the first three \
         questions (AUDIT-C). It screens, it does not diagnose.",
        "Uso de risco ou nocivo de álcool e possível dependência, de 0 a 40 pontos, nas quatro \
         zonas da Organização Mundial da Saúde (2ª edição, 2001); com a soma das três primeiras \
         perguntas (AUDIT-C). Rastreia, não diagnostica.",
    ),
    aliases: &["AUDIT", "álcool", "alcohol", "etilismo"],
    inputs: &[
        FREQUENCY.input,
        QUANTITY.input,
        BINGES.input,
        STOP.input,
        FAILED.input,
        MORNING.input,
        GUILT.input,
        MEMORY.input,
        INJURY.input,
        CONCERN.input,
    ],
    results: &[
        score(
            text("AUDIT score", "Pontuação do AUDIT"),
            &[
                below(8.0, "zone-1", "zone I: low risk", "zona I: baixo risco"),
                below(
                    16.0,
                    "zone-2",
                    "zone II: hazardous drinking",
                    "zona II: uso de risco",
                ),
                below(
                    20.0,
                    "zone-3",
                    "zone III: harmful drinking",
                    "zona III: uso nocivo",
                ),
                rest(
                    "zone-4",
                    "zone IV: possible dependence",
                    "zona IV: possível dependência",
                ),
            ],
        ),
        output(
            OutputKind::Score,
            "audit_c",
            text(
                "AUDIT-C (first three questions)",
                "AUDIT-C (três primeiras perguntas)",
            ),
            "1",
            0,
        ),
    ],
    assumptions: &[ASKED],
    reference: Reference {
        citation: "Saunders JB, Aasland OG, Babor TF, de la Fuente JR, Grant M. Development of the \
                   Alcohol Use Disorders Identification Test (AUDIT): WHO collaborative project on \
                   early detection of persons with harmful alcohol consumption. II. Addiction \
                   1993;88:791-804.",
        doi: Some("10.1111/j.1360-0443.1993.tb02093.x"),
        pmid: Some("8329970"),
    },
    sources: &[Reference {
        citation: "Babor TF, Higgins-Biddle JC, Saunders JB, Monteiro MG. AUDIT: the Alcohol Use \
                   Disorders Identification Test. Guidelines for use in primary care. 2nd ed. \
                   Geneva: World Health Organization; 2001.",
        doi: None,
        pmid: None,
    }],
    formula: Formula::concluded(CRITERIA, conclude),
    ..DEFAULTS
};

fn conclude(_: &Values, outcome: Outcome) -> Outcome {
    let first = outcome.items.iter().take(CONSUMPTION.len());
    let consumption = first.map(|item| item.points).sum();
    outcome.and("audit_c", consumption)
}
