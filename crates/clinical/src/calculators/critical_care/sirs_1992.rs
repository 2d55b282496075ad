//! Systemic inflammatory response syndrome.

use crate::definition::{
    ADULT, Calculator, Category, Criterion, DEFAULTS, Formula, Reference, at_most, below, greatest,
    less_than, more, rest, score, text,
};
use crate::handles::{Quantity, quantity};
use crate::inputs::{HEART_RATE, LEUKOCYTES, PACO2, RESPIRATORY_RATE, TEMPERATURE};
use crate::units;

const BANDS: Quantity = quantity(
    "bands",
    &units::BANDS,
    "Immature neutrophils (bands)",
    "Formas jovens (bastonetes)",
)
.optional();
const CARBON_DIOXIDE: Quantity = PACO2.optional();

const CRITERIA: &[Criterion] = &[
    TEMPERATURE.adds_by(&[less_than(36.0, 1.0), at_most(38.0, 0.0), more(1.0)]),
    HEART_RATE.adds_by(&[at_most(90.0, 0.0), more(1.0)]),
    greatest(&[
        RESPIRATORY_RATE.adds_by(&[at_most(20.0, 0.0), more(1.0)]),
        CARBON_DIOXIDE.adds_by(&[less_than(32.0, 1.0), more(0.0)]),
    ]),
    greatest(&[
        LEUKOCYTES.adds_by(&[less_than(4.0, 1.0), at_most(12.0, 0.0), more(1.0)]),
        BANDS.adds_by(&[at_most(10.0, 0.0), more(1.0)]),
    ]),
];

/// The definition.
pub static CALCULATOR: Calculator = Calculator {
    id: "sirs-1992",
    version: "1.0.0",
    category: Category::CriticalCare,
    title: text("SIRS criteria", "Critérios de SIRS (SRIS)"),
    description: text(
        "How many of the four signs of a systemic inflammatory response an adult has. Inflammation \
         has many causes; since 2016 sepsis is defined by organ failure instead.",
        "Quantos dos quatro sinais de resposta inflamatória sistêmica um adulto tem. A inflamação \
         tem muitas causas; desde 2016 a sepse é definida por disfunção orgânica.",
    ),
    aliases: &["SRIS", "SIRS", "sepse", "resposta inflamatória", "sepsis"],
    inputs: &[
        TEMPERATURE.input,
        HEART_RATE.input,
        RESPIRATORY_RATE.input,
        CARBON_DIOXIDE.input,
        LEUKOCYTES.input,
        BANDS.input,
    ],
    results: &[score(
        text("SIRS criteria present", "Critérios de SIRS presentes"),
        &[
            below(2.0, "absent", "no SIRS", "sem SIRS"),
            rest("present", "SIRS", "SIRS presente"),
        ],
    )],
    assumptions: &[ADULT],
    reference: Reference {
        citation: "Bone RC, Balk RA, Cerra FB, et al. Definitions for sepsis and organ failure and \
                   guidelines for the use of innovative therapies in sepsis. Chest \
                   1992;101:1644-1655.",
        doi: Some("10.1378/chest.101.6.1644"),
        pmid: Some("1303622"),
    },
    formula: Formula::score(CRITERIA),
    ..DEFAULTS
};
