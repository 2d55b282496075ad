//! CAGE, four questions on drinking.

use crate::definition::{
    Calculator, Category, DEFAULTS, Formula, Reference, below, rest, score, text,
};
use crate::handles::{Flag, flag};

const CUT: Flag = flag(
    "felt_should_cut_down",
    "Felt that the drinking should be cut down",
    "Sentiu que deveria reduzir a bebida",
);
const ANNOYED: Flag = flag(
    "annoyed_by_criticism",
    "Annoyed by criticism of the drinking",
    "Irritou-se com críticas à bebida",
);
const GUILTY: Flag = flag(
    "guilty_about_drinking",
    "Felt guilty about the drinking",
    "Sentiu culpa por beber",
);
const EYE_OPENER: Flag = flag(
    "morning_drink",
    "Drank in the morning to steady the nerves or for a hangover",
    "Bebeu pela manhã para acalmar-se ou pela ressaca",
);

/// The definition.
pub static CALCULATOR: Calculator = Calculator {
    id: "cage-1984",
    version: "1.0.0",
    category: Category::MentalHealth,
    title: text("CAGE alcohol screen", "Questionário CAGE"),
    description: text(
        "Screen for alcohol dependence by four questions about the whole life, 0 to 4 points. It \
         misses hazardous drinking of today: prefer the AUDIT for that.",
        "Rastreio de dependência de álcool por quatro perguntas sobre toda a vida, de 0 a 4 \
         pontos. Não detecta o uso de risco atual: para isso prefira o AUDIT.",
    ),
    aliases: &["CAGE", "álcool", "alcohol"],
    inputs: &[CUT.input, ANNOYED.input, GUILTY.input, EYE_OPENER.input],
    results: &[score(
        text("CAGE score", "Pontuação do CAGE"),
        &[
            below(2.0, "negative", "negative screen", "rastreio negativo"),
            rest("positive", "positive screen", "rastreio positivo"),
        ],
    )],
    reference: Reference {
        citation: "Ewing JA. Detecting alcoholism: the CAGE questionnaire. JAMA \
                   1984;252:1905-1907.",
        doi: Some("10.1001/jama.1984.03350140051025"),
        pmid: Some("6471323"),
    },
    formula: Formula::score(&[
        CUT.adds(1.0),
        ANNOYED.adds(1.0),
        GUILTY.adds(1.0),
        EYE_OPENER.adds(1.0),
    ]),
    ..DEFAULTS
};
