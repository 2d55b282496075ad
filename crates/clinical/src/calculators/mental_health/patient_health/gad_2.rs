//! GAD-2, the first two questions of the GAD-7.

use super::{ASKED, CONTROL, NERVOUS, POINTS};
use crate::definition::{
    Calculator, Category, DEFAULTS, Formula, Reference, below, rest, score, text,
};

/// The definition.
pub static CALCULATOR: Calculator = Calculator {
    id: "gad-2",
    version: "1.0.0",
    category: Category::MentalHealth,
    title: text("GAD-2 anxiety screen", "Rastreio de ansiedade GAD-2"),
    description: text(
        "First step of a screening for anxiety, 0 to 6 points: from 3 on the GAD-7 follows.",
        "Primeira etapa do rastreio de ansiedade, de 0 a 6 pontos: a partir de 3 segue-se o GAD-7.",
    ),
    aliases: &["GAD2", "ansiedade", "anxiety"],
    inputs: &[NERVOUS.input, CONTROL.input],
    results: &[score(
        text("GAD-2 score", "Pontuação do GAD-2"),
        &[
            below(3.0, "negative", "negative screen", "rastreio negativo"),
            rest(
                "positive",
                "positive screen: ask the GAD-7",
                "rastreio positivo: aplicar o GAD-7",
            ),
        ],
    )],
    assumptions: &[ASKED],
    reference: Reference {
        citation: "Kroenke K, Spitzer RL, Williams JBW, Monahan PO, Löwe B. Anxiety disorders in \
                   primary care: prevalence, impairment, comorbidity, and detection. Ann Intern \
                   Med 2007;146:317-325.",
        doi: Some("10.7326/0003-4819-146-5-200703060-00004"),
        pmid: Some("17339617"),
    },
    formula: Formula::score(&[NERVOUS.adds(POINTS), CONTROL.adds(POINTS)]),
    ..DEFAULTS
};
