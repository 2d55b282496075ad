//! PHQ-2, the first two questions of the PHQ-9.

use super::{ASKED, INTEREST, MOOD, POINTS};
use crate::definition::{
    Calculator, Category, DEFAULTS, Formula, Output, Reference, below, rest, score, text,
};

/// The definition.
pub static CALCULATOR: Calculator = Calculator {
    id: "phq-2",
    version: "1.0.0",
    category: Category::MentalHealth,
    title: text("PHQ-2 depression screen", "Rastreio de depressão PHQ-2"),
    description: text(
        "First step of a screening for depression, 0 to 6 points: from 3 on the PHQ-9 follows. It \
         does not ask about thoughts of death.",
        "Primeira etapa do rastreio de depressão, de 0 a 6 pontos: a partir de 3 segue-se o PHQ-9. \
         Não pergunta sobre pensamentos de morte.",
    ),
    aliases: &["PHQ2", "depressão", "depression"],
    inputs: &[INTEREST.input, MOOD.input],
    results: &[Output {
        loinc: Some("55758-7"),
        ..score(
            text("PHQ-2 score", "Pontuação do PHQ-2"),
            &[
                below(3.0, "negative", "negative screen", "rastreio negativo"),
                rest(
                    "positive",
                    "positive screen: ask the PHQ-9",
                    "rastreio positivo: aplicar o PHQ-9",
                ),
            ],
        )
    }],
    assumptions: &[ASKED],
    reference: Reference {
        citation: "Kroenke K, Spitzer RL, Williams JBW. The Patient Health Questionnaire-2: \
                   validity of a two-item depression screener. Med Care 2003;41:1284-1292.",
        doi: Some("10.1097/01.MLR.0000093487.78664.3C"),
        pmid: Some("14583691"),
    },
    formula: Formula::score(&[INTEREST.adds(POINTS), MOOD.adds(POINTS)]),
    ..DEFAULTS
};
