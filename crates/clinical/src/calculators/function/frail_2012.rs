//! FRAIL scale.

use crate::definition::{
    Calculator, Category, DEFAULTS, Formula, Reference, below, rest, score, text,
};
use crate::handles::{Flag, flag};

const FATIGUE: Flag = flag("fatigued_most_of_the_time", "Fatigue", "Fadiga").defined(
    "Tired all or most of the time in the last 4 weeks.",
    "Cansado o tempo todo ou a maior parte do tempo nas últimas 4 semanas.",
);
const RESISTANCE: Flag = flag(
    "difficulty_climbing_stairs",
    "Resistance: difficulty climbing stairs",
    "Resistência: dificuldade para subir escada",
)
.defined(
    "Ten steps without resting, alone and without aids.",
    "Dez degraus sem descansar, sozinho e sem apoio.",
);
const AMBULATION: Flag = flag(
    "difficulty_walking_300_m",
    "Ambulation: difficulty walking",
    "Deambulação: dificuldade para caminhar",
)
.defined(
    "Some hundred metres (about 300 m), alone and without aids.",
    "Algumas centenas de metros (cerca de 300 m), sozinho e sem apoio.",
);
const ILLNESSES: Flag = flag(
    "five_of_eleven_illnesses",
    "Illnesses: five or more of eleven",
    "Doenças: cinco ou mais de onze",
)
.defined(
    "Hypertension, diabetes, cancer (not a minor one of the skin), chronic lung disease, heart \
     attack, heart failure, angina, asthma, arthritis, stroke, kidney disease.",
    "Hipertensão, diabetes, câncer (exceto de pele de menor gravidade), doença pulmonar crônica, \
     infarto, insuficiência cardíaca, angina, asma, artrite, AVC, doença renal.",
);
const LOSS: Flag = flag(
    "weight_loss_over_5_percent",
    "Loss of weight of more than 5 %",
    "Perda de peso acima de 5 %",
)
.defined(
    "In one year, by the weight then and now.",
    "Em um ano, pelo peso de então e o de agora.",
);

/// The definition.
pub static CALCULATOR: Calculator = Calculator {
    id: "frail-2012",
    version: "1.0.0",
    category: Category::Function,
    title: text("FRAIL scale", "Escala FRAIL"),
    description: text(
        "Screen for frailty by five questions, 0 to 5 points.",
        "Rastreio de fragilidade por cinco perguntas, de 0 a 5 pontos.",
    ),
    aliases: &["FRAIL", "fragilidade", "frailty"],
    inputs: &[
        FATIGUE.input,
        RESISTANCE.input,
        AMBULATION.input,
        ILLNESSES.input,
        LOSS.input,
    ],
    results: &[score(
        text("FRAIL score", "Pontuação FRAIL"),
        &[
            below(1.0, "robust", "robust", "robusto"),
            below(3.0, "pre-frail", "pre-frail", "pré-frágil"),
            rest("frail", "frail", "frágil"),
        ],
    )],
    reference: Reference {
        citation: "Morley JE, Malmstrom TK, Miller DK. A simple frailty questionnaire (FRAIL) \
                   predicts outcomes in middle aged African Americans. J Nutr Health Aging \
                   2012;16:601-608.",
        doi: Some("10.1007/s12603-012-0084-2"),
        pmid: Some("22836700"),
    },
    formula: Formula::score(&[
        FATIGUE.adds(1.0),
        RESISTANCE.adds(1.0),
        AMBULATION.adds(1.0),
        ILLNESSES.adds(1.0),
        LOSS.adds(1.0),
    ]),
    ..DEFAULTS
};
