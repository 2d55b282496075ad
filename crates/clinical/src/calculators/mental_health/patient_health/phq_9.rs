//! PHQ-9, nine questions on depression.

use super::{ASKED, INTEREST, MOOD, POINTS, question};
use crate::definition::{
    Calculator, Category, Criterion, DEFAULTS, Formula, Outcome, Output, OutputKind, Reference,
    below, output, rest, score, text,
};
use crate::handles::OneOf;
use crate::values::Values;

const SLEEP: OneOf = question(
    "phq_sleep",
    "Trouble with sleep, or too much of it",
    "Dificuldade com o sono, ou sono demais",
);
const ENERGY: OneOf = question(
    "phq_energy",
    "Tired or without energy",
    "Cansaço ou falta de energia",
);
const APPETITE: OneOf = question(
    "phq_appetite",
    "Poor appetite, or eating too much",
    "Falta de apetite, ou comer demais",
);
const WORTH: OneOf = question(
    "phq_self_worth",
    "Feeling bad about oneself, or a failure",
    "Sentir-se mal consigo, ou fracassado",
);
const CONCENTRATION: OneOf = question(
    "phq_concentration",
    "Trouble concentrating",
    "Dificuldade para se concentrar",
);
const MOVEMENT: OneOf = question(
    "phq_psychomotor",
    "Slow in moving or speaking, or restless",
    "Lentidão ao mover-se ou falar, ou agitação",
);
const SELF_HARM: OneOf = question(
    "phq_self_harm",
    "Thoughts of being better off dead or of hurting oneself",
    "Pensar que seria melhor estar morto ou em se ferir",
);

const CRITERIA: &[Criterion] = &[
    INTEREST.adds(POINTS),
    MOOD.adds(POINTS),
    SLEEP.adds(POINTS),
    ENERGY.adds(POINTS),
    APPETITE.adds(POINTS),
    WORTH.adds(POINTS),
    CONCENTRATION.adds(POINTS),
    MOVEMENT.adds(POINTS),
    SELF_HARM.adds(POINTS),
];

/// The definition.
pub static CALCULATOR: Calculator = Calculator {
    id: "phq-9",
    version: "1.0.0",
    category: Category::MentalHealth,
    title: text(
        "PHQ-9 depression questionnaire",
        "Questionário de depressão PHQ-9",
    ),
    description: text(
        "Severity of depressive symptoms in the last two weeks, 0 to 27 points. It screens and \
         follows, it does not diagnose. Any answer but never to the last question asks for an \
         assessment of the risk of suicide, whatever the sum.",
        "Gravidade dos sintomas depressivos nas últimas duas semanas, de 0 a 27 pontos. Rastreia e \
         acompanha, não diagnostica. Qualquer resposta diferente de nenhuma vez à última pergunta \
         exige avaliar o risco de suicídio, seja qual for a soma.",
    ),
    aliases: &["PHQ9", "depressão", "depression"],
    inputs: &[
        INTEREST.input,
        MOOD.input,
        SLEEP.input,
        ENERGY.input,
        APPETITE.input,
        WORTH.input,
        CONCENTRATION.input,
        MOVEMENT.input,
        SELF_HARM.input,
    ],
    results: &[
        Output {
            loinc: Some("44261-6"),
            ..score(
                text("PHQ-9 score", "Pontuação do PHQ-9"),
                &[
                    below(
                        5.0,
                        "minimal",
                        "none or minimal symptoms",
                        "sintomas ausentes ou mínimos",
                    ),
                    below(10.0, "mild", "mild symptoms", "sintomas leves"),
                    below(15.0, "moderate", "moderate symptoms", "sintomas moderados"),
                    below(
                        20.0,
                        "moderately-severe",
                        "moderately severe symptoms",
                        "sintomas moderadamente graves",
                    ),
                    rest("severe", "severe symptoms", "sintomas graves"),
                ],
            )
        },
        Output {
            interpretations: &[
                below(1.0, "none", "no such thoughts", "sem esses pensamentos"),
                rest(
                    "assess-risk",
                    "assess the risk of suicide now",
                    "avaliar agora o risco de suicídio",
                ),
            ],
            ..output(
                OutputKind::Score,
                "self_harm",
                text(
                    "Thoughts of death or self-harm (item 9)",
                    "Pensamentos de morte ou de se ferir (item 9)",
                ),
                "1",
                0,
            )
        },
    ],
    assumptions: &[ASKED],
    reference: Reference {
        citation: "Kroenke K, Spitzer RL, Williams JBW. The PHQ-9: validity of a brief depression \
                   severity measure. J Gen Intern Med 2001;16:606-613.",
        doi: Some("10.1046/j.1525-1497.2001.016009606.x"),
        pmid: Some("11556941"),
    },
    formula: Formula::concluded(CRITERIA, conclude),
    ..DEFAULTS
};

fn conclude(_: &Values, outcome: Outcome) -> Outcome {
    let named = SELF_HARM.input.name;
    let item = outcome.items.iter().find(|item| item.item == named);
    let Some(points) = item.map(|item| item.points) else {
        return outcome;
    };
    outcome.and("self_harm", points).warn_if(
        points > 0.0,
        text(
            "Item 9 is positive: assess the risk of suicide now, whatever the sum.",
            "O item 9 é positivo: avalie agora o risco de suicídio, seja qual for a soma.",
        ),
    )
}
