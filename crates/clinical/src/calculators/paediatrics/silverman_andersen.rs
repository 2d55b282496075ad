//! Silverman-Andersen score of the respiratory effort of a newborn.

use crate::definition::{
    Calculator, Category, Choice, Criterion, DEFAULTS, Formula, Reference, below, choice, rest,
    score, text,
};
use crate::handles::{OneOf, one_of};

const MOVEMENTS: &[Choice] = &[
    choice(
        "together",
        "chest and abdomen rise together",
        "tórax e abdome sobem juntos",
    ),
    choice(
        "lag",
        "the chest lags behind in inspiration",
        "o tórax se atrasa na inspiração",
    ),
    choice(
        "see-saw",
        "the chest sinks while the abdomen rises",
        "o tórax afunda enquanto o abdome sobe (balancim)",
    ),
];
const DEGREES: &[Choice] = &[
    choice("none", "none", "ausente"),
    choice("slight", "slight", "discreta"),
    choice("marked", "marked", "acentuada"),
];
const GRUNTS: &[Choice] = &[
    choice("none", "none", "ausente"),
    choice(
        "stethoscope",
        "audible with a stethoscope only",
        "audível só com estetoscópio",
    ),
    choice(
        "naked-ear",
        "audible without a stethoscope",
        "audível sem estetoscópio",
    ),
];

const MOVEMENT: OneOf = one_of(
    "chest_abdomen_movement",
    MOVEMENTS,
    "Movement of chest and abdomen",
    "Movimento toracoabdominal",
);
const INTERCOSTAL: OneOf = one_of(
    "intercostal_retraction",
    DEGREES,
    "Retraction of the lower intercostal spaces",
    "Tiragem intercostal inferior",
);
const XIPHOID: OneOf = one_of(
    "xiphoid_retraction",
    DEGREES,
    "Xiphoid retraction",
    "Retração xifoide",
);
const NOSTRILS: OneOf = one_of(
    "nasal_flaring",
    DEGREES,
    "Nasal flaring",
    "Batimento de asas do nariz",
);
const GRUNT: OneOf = one_of(
    "expiratory_grunt",
    GRUNTS,
    "Expiratory grunt",
    "Gemido expiratório",
);

const CRITERIA: &[Criterion] = &[
    MOVEMENT.adds(&[("together", 0.0), ("lag", 1.0), ("see-saw", 2.0)]),
    INTERCOSTAL.adds(&[("none", 0.0), ("slight", 1.0), ("marked", 2.0)]),
    XIPHOID.adds(&[("none", 0.0), ("slight", 1.0), ("marked", 2.0)]),
    NOSTRILS.adds(&[("none", 0.0), ("slight", 1.0), ("marked", 2.0)]),
    GRUNT.adds(&[("none", 0.0), ("stethoscope", 1.0), ("naked-ear", 2.0)]),
];

/// The definition.
pub static CALCULATOR: Calculator = Calculator {
    id: "silverman-andersen",
    version: "1.0.0",
    category: Category::Paediatrics,
    title: text("Silverman-Andersen score", "Boletim de Silverman-Andersen"),
    description: text(
        "Respiratory effort of a newborn, 0 to 10 points; unlike in the Apgar score, more is \
         worse. It does not see apnoea or exhaustion: a tiring child scores less.",
        "Esforço respiratório do recém-nascido, de 0 a 10 pontos; ao contrário do Apgar, mais é \
         pior. Não percebe apneia nem exaustão: a criança que cansa pontua menos.",
    ),
    aliases: &[
        "BSA",
        "desconforto respiratório",
        "respiratory distress",
        "recém-nascido",
        "newborn",
    ],
    inputs: &[
        MOVEMENT.input,
        INTERCOSTAL.input,
        XIPHOID.input,
        NOSTRILS.input,
        GRUNT.input,
    ],
    results: &[score(
        text("Silverman-Andersen score", "Boletim de Silverman-Andersen"),
        &[
            below(
                1.0,
                "none",
                "no respiratory distress",
                "sem desconforto respiratório",
            ),
            below(
                4.0,
                "mild",
                "mild respiratory distress",
                "desconforto respiratório leve",
            ),
            below(
                7.0,
                "moderate",
                "moderate respiratory distress",
                "desconforto respiratório moderado",
            ),
            rest(
                "severe",
                "severe respiratory distress",
                "desconforto respiratório grave",
            ),
        ],
    )],
    reference: Reference {
        citation: "Silverman WA, Andersen DH. A controlled clinical trial of effects of water mist \
                   on obstructive respiratory signs, death rate and necropsy findings among \
                   premature infants. Pediatrics 1956;17:1-10.",
        doi: Some("10.1542/peds.17.1.1"),
        pmid: None,
    },
    assumptions: &[text(
        "The classes are later than the paper.",
        "As classes são posteriores ao artigo.",
    )],
    formula: Formula::score(CRITERIA),
    ..DEFAULTS
};
