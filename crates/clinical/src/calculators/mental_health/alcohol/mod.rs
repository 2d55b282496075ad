//! Questions about drinking.

crate::calculators::family! {
    audit,
    audit_c,
    cage_1984,
}

use crate::definition::{Choice, Criterion, Text, choice, text};
use crate::handles::{OneOf, one_of};

const DAYS: &[Choice] = &[
    choice("never", "never", "nunca"),
    choice(
        "monthly-or-less",
        "monthly or less",
        "uma vez por mês ou menos",
    ),
    choice(
        "2-to-4-a-month",
        "2 to 4 times a month",
        "2 a 4 vezes por mês",
    ),
    choice(
        "2-to-3-a-week",
        "2 to 3 times a week",
        "2 a 3 vezes por semana",
    ),
    choice(
        "4-or-more-a-week",
        "4 or more times a week",
        "4 ou mais vezes por semana",
    ),
];
const DRINKS: &[Choice] = &[
    choice("1-or-2", "1 or 2", "1 ou 2"),
    choice("3-or-4", "3 or 4", "3 ou 4"),
    choice("5-or-6", "5 or 6", "5 ou 6"),
    choice("7-to-9", "7 to 9", "7 a 9"),
    choice("10-or-more", "10 or more", "10 ou mais"),
];
/// How often something happens.
const OFTEN: &[Choice] = &[
    choice("never", "never", "nunca"),
    choice(
        "less-than-monthly",
        "less than monthly",
        "menos de uma vez por mês",
    ),
    choice("monthly", "monthly", "mensalmente"),
    choice("weekly", "weekly", "semanalmente"),
    choice(
        "daily",
        "daily or almost daily",
        "todos ou quase todos os dias",
    ),
];
const OFTEN_POINTS: &[(&str, f64)] = &[
    ("never", 0.0),
    ("less-than-monthly", 1.0),
    ("monthly", 2.0),
    ("weekly", 3.0),
    ("daily", 4.0),
];

pub(crate) const FREQUENCY: OneOf = one_of(
    "drinking_days",
    DAYS,
    "How often alcohol is drunk",
    "Com que frequência bebe álcool",
);
pub(crate) const QUANTITY: OneOf = one_of(
    "drinks_a_day",
    DRINKS,
    "Drinks on a typical day of drinking",
    "Doses em um dia típico em que bebe",
)
.defined(
    "A drink has 10 g of alcohol. Someone who never drinks is 1-or-2, which gives no points.",
    "Uma dose tem 10 g de álcool. Quem nunca bebe é 1-or-2, que não dá pontos.",
);
pub(crate) const BINGES: OneOf = one_of(
    "six_drinks_or_more",
    OFTEN,
    "How often six drinks or more on one occasion",
    "Com que frequência seis doses ou mais em uma ocasião",
);

/// The points of the three questions on consumption.
pub(crate) const CONSUMPTION: [Criterion; 3] = [
    FREQUENCY.adds(&[
        ("never", 0.0),
        ("monthly-or-less", 1.0),
        ("2-to-4-a-month", 2.0),
        ("2-to-3-a-week", 3.0),
        ("4-or-more-a-week", 4.0),
    ]),
    QUANTITY.adds(&[
        ("1-or-2", 0.0),
        ("3-or-4", 1.0),
        ("5-or-6", 2.0),
        ("7-to-9", 3.0),
        ("10-or-more", 4.0),
    ]),
    BINGES.adds(OFTEN_POINTS),
];

/// How the questions are meant.
pub(crate) const ASKED: Text = text(
    "The questions were asked in the words of the validated form, and drinks were counted as 10 g \
     of alcohol; the titles here only name the questions.",
    "As perguntas foram feitas com as palavras do formulário validado, e as doses foram contadas \
     como 10 g de álcool; os títulos aqui apenas nomeiam as perguntas.",
);
