//! CURB-65 score for the severity of community-acquired pneumonia.

use crate::definition::{
    Calculator, Category, Criterion, DEFAULTS, Formula, Reference, at_most, below, greatest,
    less_than, more, rest, score, text,
};
use crate::handles::Flag;
use crate::inputs::{
    self, ADULTS, AGE, BUN, DIASTOLIC_BP, RESPIRATORY_RATE, SYSTOLIC_BP, UREA, UREA_OR_BUN,
};

const CONFUSION: Flag = inputs::NEW_CONFUSION.defined(
    "New disorientation in person, place or time, or an abbreviated mental test of 8 or less.",
    "Desorientação nova em pessoa, lugar ou tempo, ou teste mental abreviado de 8 ou menos.",
);

/// Urea of more than 7 mmol/L. Each unit is compared in its own limit, or exactly
/// 7 mmol/L would score; 19 mg/dL of nitrogen is the rounded limit of the paper.
const CRITERIA: &[Criterion] = &[
    CONFUSION.adds(1.0),
    UREA.adds_in(&[
        ("mmol/L", &[at_most(7.0, 0.0), more(1.0)]),
        ("mg/dL", &[at_most(42.0, 0.0), more(1.0)]),
    ]),
    BUN.adds_in(&[
        ("mmol/L", &[at_most(7.0, 0.0), more(1.0)]),
        ("mg/dL", &[at_most(19.0, 0.0), more(1.0)]),
    ]),
    RESPIRATORY_RATE.adds_by(&[less_than(30.0, 0.0), more(1.0)]),
    greatest(&[
        SYSTOLIC_BP.adds_by(&[less_than(90.0, 1.0), more(0.0)]),
        DIASTOLIC_BP.adds_by(&[at_most(60.0, 1.0), more(0.0)]),
    ]),
    AGE.adds_by(&[less_than(65.0, 0.0), more(1.0)]),
];

/// The definition.
pub static CALCULATOR: Calculator = Calculator {
    id: "curb-65",
    version: "2.0.0",
    category: Category::Lungs,
    title: text("CURB-65 score", "Escore CURB-65"),
    description: text(
        "Severity of community-acquired pneumonia in adults, by risk of death within 30 days, 0 \
         to 5 points.",
        "Gravidade da pneumonia adquirida na comunidade em adultos, pelo risco de morte em 30 \
         dias, de 0 a 5 pontos.",
    ),
    inputs: &[
        CONFUSION.input,
        UREA.optional().input,
        BUN.optional().input,
        RESPIRATORY_RATE.input,
        SYSTOLIC_BP.input,
        DIASTOLIC_BP.input,
        AGE.input,
    ],
    alternatives: &[UREA_OR_BUN],
    aliases: &["pneumonia", "PAC", "CAP"],
    results: &[score(
        text("CURB-65 score", "Escore CURB-65"),
        &[
            below(2.0, "low", "low severity", "gravidade baixa"),
            below(3.0, "moderate", "moderate severity", "gravidade moderada"),
            rest("high", "high severity", "gravidade alta"),
        ],
    )],
    reference: Reference {
        citation: "Lim WS, van der Eerden MM, Laing R, et al. Defining community acquired \
                   pneumonia severity on presentation to hospital: an international derivation \
                   and validation study. Thorax 2003;58:377-382.",
        doi: Some("10.1136/thorax.58.5.377"),
        pmid: Some("12728155"),
    },
    assumptions: &[text(
        "The limit of urea is 7 mmol/L, which is 42 mg/dL; Brazilian texts round it to 50 mg/dL.",
        "O limite da ureia é 7 mmol/L, que são 42 mg/dL; textos brasileiros arredondam para 50 \
         mg/dL.",
    )],
    validity: &[ADULTS],
    formula: Formula::score(CRITERIA),
    ..DEFAULTS
};
