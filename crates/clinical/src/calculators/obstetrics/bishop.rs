//! Bishop score of the cervix before induction of labour.

use crate::definition::{
    Calculator, Category, Choice, Criterion, DEFAULTS, Formula, Reference, at_most, below, choice,
    less_than, more, rest, score, text,
};
use crate::handles::{Integer, OneOf, integer, one_of};

const EFFACEMENTS: &[Choice] = &[
    choice("0-to-30", "0 to 30 %", "0 a 30 %"),
    choice("40-to-50", "40 to 50 %", "40 a 50 %"),
    choice("60-to-70", "60 to 70 %", "60 a 70 %"),
    choice("80-or-more", "80 % or more", "80 % ou mais"),
];
const CONSISTENCIES: &[Choice] = &[
    choice("firm", "firm", "firme"),
    choice("medium", "medium", "intermediária"),
    choice("soft", "soft", "amolecida"),
];
const POSITIONS: &[Choice] = &[
    choice("posterior", "posterior", "posterior"),
    choice("mid", "mid-position", "intermediária"),
    choice("anterior", "anterior", "anterior"),
];

const DILATION: Integer = integer(
    "cervical_dilation",
    (0, 10),
    "Dilation of the cervix (whole cm)",
    "Dilatação do colo (cm inteiros)",
);
const EFFACEMENT: OneOf = one_of(
    "cervical_effacement",
    EFFACEMENTS,
    "Effacement of the cervix",
    "Esvaecimento do colo",
);
const STATION: Integer = integer(
    "fetal_station",
    (-3, 2),
    "Station of the presenting part (-3 to +2)",
    "Altura da apresentação (-3 a +2)",
)
.defined(
    "In thirds from the ischial spines, as Bishop had it: 0 at the spines, -3 at the inlet.",
    "Em terços a partir das espinhas ciáticas, como em Bishop: 0 nas espinhas, -3 no estreito \
     superior.",
);
const CONSISTENCY: OneOf = one_of(
    "cervical_consistency",
    CONSISTENCIES,
    "Consistency of the cervix",
    "Consistência do colo",
);
const POSITION: OneOf = one_of(
    "cervical_position",
    POSITIONS,
    "Position of the cervix",
    "Posição do colo",
);

const CRITERIA: &[Criterion] = &[
    DILATION.adds_by(&[
        less_than(1.0, 0.0),
        at_most(2.0, 1.0),
        at_most(4.0, 2.0),
        more(3.0),
    ]),
    EFFACEMENT.adds(&[
        ("0-to-30", 0.0),
        ("40-to-50", 1.0),
        ("60-to-70", 2.0),
        ("80-or-more", 3.0),
    ]),
    STATION.adds_by(&[
        at_most(-3.0, 0.0),
        at_most(-2.0, 1.0),
        at_most(0.0, 2.0),
        more(3.0),
    ]),
    CONSISTENCY.adds(&[("firm", 0.0), ("medium", 1.0), ("soft", 2.0)]),
    POSITION.adds(&[("posterior", 0.0), ("mid", 1.0), ("anterior", 2.0)]),
];

/// The definition.
pub static CALCULATOR: Calculator = Calculator {
    id: "bishop-1964",
    version: "1.0.0",
    category: Category::Obstetrics,
    title: text("Bishop score", "Índice de Bishop"),
    description: text(
        "How ripe the cervix is before an induction of labour, 0 to 13 points. Bishop described \
         it in women who had given birth before, with a single fetus, head first; modified forms \
         count otherwise. It does not say whether to induce.",
        "Quão maduro está o colo antes da indução do parto, de 0 a 13 pontos. Bishop o descreveu \
         em mulheres que já tinham parido, com feto único e cefálico; formas modificadas contam \
         de outro modo. Não decide se há indicação de induzir.",
    ),
    aliases: &[
        "indução do parto",
        "induction of labour",
        "colo uterino",
        "cervical ripening",
        "maturação cervical",
    ],
    inputs: &[
        DILATION.input,
        EFFACEMENT.input,
        STATION.input,
        CONSISTENCY.input,
        POSITION.input,
    ],
    results: &[score(
        text("Bishop score", "Índice de Bishop"),
        &[
            below(
                7.0,
                "unfavourable",
                "unfavourable cervix",
                "colo desfavorável",
            ),
            below(9.0, "intermediate", "intermediate", "intermediário"),
            rest(
                "favourable",
                "favourable: vaginal birth as likely as after spontaneous labour",
                "favorável: parto vaginal tão provável quanto no trabalho de parto espontâneo",
            ),
        ],
    )],
    reference: Reference {
        citation: "Bishop EH. Pelvic scoring for elective induction. Obstet Gynecol \
                   1964;24:266-268.",
        doi: None,
        pmid: Some("14199536"),
    },
    assumptions: &[text(
        "Up to 6 points are unfavourable and more than 8 favourable, as the American College of \
         Obstetricians and Gynecologists has it; between the two it says nothing.",
        "Até 6 pontos são desfavoráveis e mais de 8 favoráveis, como no American College of \
         Obstetricians and Gynecologists; entre os dois ele nada afirma.",
    )],
    formula: Formula::score(CRITERIA),
    ..DEFAULTS
};
