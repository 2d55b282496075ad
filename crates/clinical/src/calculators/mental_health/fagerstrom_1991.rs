//! Fagerström test for nicotine dependence.

use crate::definition::{
    Calculator, Category, Choice, Criterion, DEFAULTS, Formula, Reference, below, choice, rest,
    score, text,
};
use crate::handles::{Flag, OneOf, flag, one_of};

const DELAYS: &[Choice] = &[
    choice(
        "within-5-min",
        "within 5 minutes",
        "nos primeiros 5 minutos",
    ),
    choice("6-to-30-min", "6 to 30 minutes", "6 a 30 minutos"),
    choice("31-to-60-min", "31 to 60 minutes", "31 a 60 minutos"),
    choice("over-60-min", "more than 60 minutes", "mais de 60 minutos"),
];
const NUMBERS: &[Choice] = &[
    choice("10-or-fewer", "10 or fewer", "10 ou menos"),
    choice("11-to-20", "11 to 20", "11 a 20"),
    choice("21-to-30", "21 to 30", "21 a 30"),
    choice("31-or-more", "31 or more", "31 ou mais"),
];
const DELAY: OneOf = one_of(
    "first_cigarette",
    DELAYS,
    "First cigarette after waking",
    "Primeiro cigarro depois de acordar",
);
const REFRAIN: Flag = flag(
    "hard_to_refrain",
    "Hard not to smoke where it is forbidden",
    "Dificuldade de não fumar onde é proibido",
);
const HARDEST: Flag = flag(
    "first_cigarette_is_the_hardest",
    "The first cigarette of the day is the hardest to give up",
    "O primeiro cigarro do dia é o mais difícil de largar",
);
const NUMBER: OneOf = one_of(
    "cigarettes_a_day",
    NUMBERS,
    "Cigarettes a day",
    "Cigarros por dia",
);
const MORNING: Flag = flag(
    "smokes_more_in_the_morning",
    "Smokes more in the first hours of the day than in the rest",
    "Fuma mais nas primeiras horas do dia do que no resto",
);
const ILL: Flag = flag(
    "smokes_when_ill_in_bed",
    "Smokes also when ill in bed most of the day",
    "Fuma mesmo doente, de cama a maior parte do dia",
);

const CRITERIA: &[Criterion] = &[
    DELAY.adds(&[
        ("within-5-min", 3.0),
        ("6-to-30-min", 2.0),
        ("31-to-60-min", 1.0),
        ("over-60-min", 0.0),
    ]),
    REFRAIN.adds(1.0),
    HARDEST.adds(1.0),
    NUMBER.adds(&[
        ("10-or-fewer", 0.0),
        ("11-to-20", 1.0),
        ("21-to-30", 2.0),
        ("31-or-more", 3.0),
    ]),
    MORNING.adds(1.0),
    ILL.adds(1.0),
];

/// The definition.
pub static CALCULATOR: Calculator = Calculator {
    id: "fagerstrom-1991",
    version: "1.0.0",
    category: Category::MentalHealth,
    title: text(
        "Fagerström test for nicotine dependence",
        "Teste de Fagerström para dependência de nicotina",
    ),
    description: text(
        "Dependence on nicotine of people who smoke cigarettes, 0 to 10 points. Not studied for \
         electronic cigarettes, water pipes or other products.",
        "Dependência de nicotina de quem fuma cigarros, de 0 a 10 pontos. Não estudado para \
         cigarros eletrônicos, narguilé ou outros produtos.",
    ),
    aliases: &["FTND", "Fagerstrom", "tabagismo", "smoking", "nicotina"],
    inputs: &[
        DELAY.input,
        REFRAIN.input,
        HARDEST.input,
        NUMBER.input,
        MORNING.input,
        ILL.input,
    ],
    results: &[score(
        text("Fagerström score", "Pontuação de Fagerström"),
        &[
            below(
                3.0,
                "very-low",
                "very low dependence",
                "dependência muito baixa",
            ),
            below(5.0, "low", "low dependence", "dependência baixa"),
            below(6.0, "moderate", "moderate dependence", "dependência média"),
            below(8.0, "high", "high dependence", "dependência elevada"),
            rest(
                "very-high",
                "very high dependence",
                "dependência muito elevada",
            ),
        ],
    )],
    reference: Reference {
        citation: "Heatherton TF, Kozlowski LT, Frecker RC, Fagerström KO. The Fagerström Test for \
                   Nicotine Dependence: a revision of the Fagerström Tolerance Questionnaire. Br J \
                   Addict 1991;86:1119-1127.",
        doi: Some("10.1111/j.1360-0443.1991.tb01879.x"),
        pmid: Some("1932883"),
    },
    formula: Formula::score(CRITERIA),
    ..DEFAULTS
};
