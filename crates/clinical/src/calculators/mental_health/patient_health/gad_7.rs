//! GAD-7, seven questions on anxiety.

use super::{ASKED, CONTROL, NERVOUS, POINTS, question};
use crate::definition::{
    Calculator, Category, Criterion, DEFAULTS, Formula, Output, Reference, below, rest, score, text,
};
use crate::handles::OneOf;

const WORRY: OneOf = question(
    "gad_worry",
    "Too much worry about different things",
    "Preocupação demais com coisas diversas",
);
const RELAX: OneOf = question("gad_relax", "Trouble relaxing", "Dificuldade para relaxar");
const RESTLESS: OneOf = question(
    "gad_restless",
    "Too restless to sit still",
    "Agitação que não deixa ficar parado",
);
const IRRITABLE: OneOf = question(
    "gad_irritable",
    "Easily annoyed or irritable",
    "Aborrecimento ou irritação com facilidade",
);
const AFRAID: OneOf = question(
    "gad_afraid",
    "Fear that something awful may happen",
    "Medo de que algo terrível aconteça",
);

const CRITERIA: &[Criterion] = &[
    NERVOUS.adds(POINTS),
    CONTROL.adds(POINTS),
    WORRY.adds(POINTS),
    RELAX.adds(POINTS),
    RESTLESS.adds(POINTS),
    IRRITABLE.adds(POINTS),
    AFRAID.adds(POINTS),
];

/// The definition.
pub static CALCULATOR: Calculator = Calculator {
    id: "gad-7",
    version: "1.0.0",
    category: Category::MentalHealth,
    title: text(
        "GAD-7 anxiety questionnaire",
        "Questionário de ansiedade GAD-7",
    ),
    description: text(
        "Severity of anxiety in the last two weeks, 0 to 21 points; from 10 on a generalised \
         anxiety disorder is likely enough to look for it. It does not diagnose.",
        "Gravidade da ansiedade nas últimas duas semanas, de 0 a 21 pontos; a partir de 10 um \
         transtorno de ansiedade generalizada é provável o bastante para ser investigado. Não \
         diagnostica.",
    ),
    aliases: &["GAD7", "ansiedade", "anxiety", "TAG"],
    inputs: &[
        NERVOUS.input,
        CONTROL.input,
        WORRY.input,
        RELAX.input,
        RESTLESS.input,
        IRRITABLE.input,
        AFRAID.input,
    ],
    results: &[Output {
        loinc: Some("70274-6"),
        ..score(
            text("GAD-7 score", "Pontuação do GAD-7"),
            &[
                below(5.0, "minimal", "minimal anxiety", "ansiedade mínima"),
                below(10.0, "mild", "mild anxiety", "ansiedade leve"),
                below(15.0, "moderate", "moderate anxiety", "ansiedade moderada"),
                rest("severe", "severe anxiety", "ansiedade grave"),
            ],
        )
    }],
    assumptions: &[ASKED],
    reference: Reference {
        citation: "Spitzer RL, Kroenke K, Williams JBW, Löwe B. A brief measure for assessing \
                   generalized anxiety disorder: the GAD-7. Arch Intern Med 2006;166:1092-1097.",
        doi: Some("10.1001/archinte.166.10.1092"),
        pmid: Some("16717171"),
    },
    formula: Formula::score(CRITERIA),
    ..DEFAULTS
};
