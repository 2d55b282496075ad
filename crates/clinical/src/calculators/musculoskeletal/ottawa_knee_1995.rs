//! Ottawa knee rule.

use crate::definition::{
    Calculator, Category, Criterion, DEFAULTS, Formula, Reference, below, less_than, more, rest,
    score, text,
};
use crate::handles::{Flag, flag};
use crate::inputs::{ADULTS, AGE, CANNOT_BEAR_WEIGHT};

const PATELLA: Flag = flag(
    "isolated_patella_tenderness",
    "Tenderness of the patella and of no other bone",
    "Dor à palpação da patela e de nenhum outro osso",
);
const FIBULA: Flag = flag(
    "fibula_head_tenderness",
    "Tenderness at the head of the fibula",
    "Dor à palpação da cabeça da fíbula",
);
const FLEXION: Flag = flag(
    "cannot_flex_knee_90",
    "Cannot bend the knee to 90 degrees",
    "Não flete o joelho a 90 graus",
);

const CRITERIA: &[Criterion] = &[
    AGE.adds_by(&[less_than(55.0, 0.0), more(1.0)]),
    PATELLA.adds(1.0),
    FIBULA.adds(1.0),
    FLEXION.adds(1.0),
    CANNOT_BEAR_WEIGHT.adds(1.0),
];

/// The definition.
pub static CALCULATOR: Calculator = Calculator {
    id: "ottawa-knee-1995",
    version: "1.0.0",
    category: Category::Musculoskeletal,
    title: text("Ottawa knee rule", "Regra de Ottawa para o joelho"),
    description: text(
        "Whether an acute injury of the knee in an adult needs a radiograph: with one criterion or \
         more. Not where the examination is not reliable (intoxication, other painful injuries, \
         loss of feeling).",
        "Se um trauma agudo do joelho em adulto precisa de radiografia: com um critério ou mais. \
         Não se aplica se o exame não for confiável (intoxicação, outras lesões dolorosas, perda \
         de sensibilidade).",
    ),
    aliases: &["Ottawa", "joelho", "knee", "radiografia"],
    inputs: &[
        AGE.input,
        PATELLA.input,
        FIBULA.input,
        FLEXION.input,
        CANNOT_BEAR_WEIGHT.input,
    ],
    results: &[score(
        text("Criteria for a radiograph", "Critérios para radiografia"),
        &[
            below(
                1.0,
                "no-radiograph",
                "no radiograph needed",
                "radiografia desnecessária",
            ),
            rest("radiograph", "radiograph indicated", "radiografia indicada"),
        ],
    )],
    validity: &[ADULTS],
    reference: Reference {
        citation: "Stiell IG, Greenberg GH, Wells GA, et al. Derivation of a decision rule for the \
                   use of radiography in acute knee injuries. Ann Emerg Med 1995;26:405-413.",
        doi: Some("10.1016/S0196-0644(95)70106-0"),
        pmid: Some("7574120"),
    },
    formula: Formula::score(CRITERIA),
    ..DEFAULTS
};
