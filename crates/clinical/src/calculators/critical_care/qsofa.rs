//! Quick SOFA for suspected infection outside intensive care.

use crate::definition::{
    ADULT, Calculator, Category, Criterion, DEFAULTS, Formula, Reference, at_most, below,
    less_than, more, rest, score, text,
};
use crate::handles::{Flag, flag};
use crate::inputs::{RESPIRATORY_RATE, SYSTOLIC_BP};

const ALTERED_MENTATION: Flag = flag(
    "altered_mentation",
    "Altered mentation",
    "Alteração do estado mental (Glasgow < 15)",
)
.defined(
    "Glasgow coma scale below 15.",
    "Escala de coma de Glasgow abaixo de 15.",
);

const CRITERIA: &[Criterion] = &[
    RESPIRATORY_RATE.adds_by(&[less_than(22.0, 0.0), more(1.0)]),
    SYSTOLIC_BP.adds_by(&[at_most(100.0, 1.0), more(0.0)]),
    ALTERED_MENTATION.adds(1.0),
];

/// The definition.
pub static CALCULATOR: Calculator = Calculator {
    id: "qsofa",
    version: "1.0.1",
    category: Category::CriticalCare,
    title: text("qSOFA score", "Escore qSOFA"),
    description: text(
        "Finds adults with suspected infection who are likely to do badly, 0 to 3 points. It does \
         not diagnose sepsis, and a negative score does not rule it out.",
        "Identifica adultos com suspeita de infecção com provável evolução desfavorável, de 0 a 3 \
         pontos. Não diagnostica sepse, e um escore negativo não a exclui.",
    ),
    aliases: &["sepsis", "sepse", "quick SOFA"],
    inputs: &[
        RESPIRATORY_RATE.input,
        SYSTOLIC_BP.input,
        ALTERED_MENTATION.input,
    ],
    results: &[score(
        text("qSOFA score", "Escore qSOFA"),
        &[
            below(2.0, "negative", "negative", "negativo").hl7("NEG"),
            rest(
                "positive",
                "positive: poor outcome more likely",
                "positivo: evolução desfavorável mais provável",
            )
            .hl7("POS"),
        ],
    )],
    reference: Reference {
        citation: "Singer M, Deutschman CS, Seymour CW, et al. The Third International Consensus \
                   Definitions for Sepsis and Septic Shock (Sepsis-3). JAMA 2016;315:801-810.",
        doi: Some("10.1001/jama.2016.0287"),
        pmid: Some("26903338"),
    },
    assumptions: &[ADULT],
    formula: Formula::score(CRITERIA),
    ..DEFAULTS
};
