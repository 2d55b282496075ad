//! LRINEC: necrotizing fasciitis by laboratory values.

use crate::definition::{
    ADULT, Calculator, Category, Criterion, DEFAULTS, Formula, Reference, at_most, below,
    less_than, more, rest, score, text,
};
use crate::inputs::{C_REACTIVE_PROTEIN, CREATININE, GLUCOSE, HEMOGLOBIN, LEUKOCYTES, SODIUM};

/// Creatinine and glucose were printed in both units.
const CRITERIA: &[Criterion] = &[
    C_REACTIVE_PROTEIN.adds_by(&[less_than(150.0, 0.0), more(4.0)]),
    LEUKOCYTES.adds_by(&[less_than(15.0, 0.0), at_most(25.0, 1.0), more(2.0)]),
    HEMOGLOBIN.adds_by(&[less_than(11.0, 2.0), at_most(13.5, 1.0), more(0.0)]),
    SODIUM.adds_by(&[less_than(135.0, 2.0), more(0.0)]),
    CREATININE.adds_in(&[
        ("mg/dL", &[at_most(1.6, 0.0), more(2.0)]),
        ("umol/L", &[at_most(141.0, 0.0), more(2.0)]),
    ]),
    GLUCOSE.adds_in(&[
        ("mg/dL", &[at_most(180.0, 0.0), more(1.0)]),
        ("mmol/L", &[at_most(10.0, 0.0), more(1.0)]),
    ]),
];

/// The definition.
pub static CALCULATOR: Calculator = Calculator {
    id: "lrinec-2004",
    version: "1.0.0",
    category: Category::Infection,
    title: text("LRINEC score", "Escore LRINEC"),
    description: text(
        "Probability that a severe infection of soft tissue is necrotizing fasciitis, from six \
         laboratory values of an adult, 0 to 13 points. A low score does not exclude it: suspicion \
         at the bedside calls for a surgeon whatever the score.",
        "Probabilidade de uma infecção grave de partes moles ser fasciite necrosante, por seis \
         exames de um adulto, de 0 a 13 pontos. Escore baixo não a exclui: a suspeita clínica \
         exige cirurgião, qualquer que seja o escore.",
    ),
    aliases: &[
        "fasciite necrosante",
        "necrotizing fasciitis",
        "Fournier",
        "partes moles",
    ],
    inputs: &[
        C_REACTIVE_PROTEIN.input,
        LEUKOCYTES.input,
        HEMOGLOBIN.input,
        SODIUM.input,
        CREATININE.input,
        GLUCOSE.input,
    ],
    results: &[score(
        text("LRINEC score", "Escore LRINEC"),
        &[
            below(6.0, "low", "5 or less: low risk", "5 ou menos: risco baixo"),
            below(
                8.0,
                "intermediate",
                "6 or 7: intermediate risk",
                "6 ou 7: risco intermediário",
            ),
            rest("high", "8 or more: high risk", "8 ou mais: risco alto"),
        ],
    )],
    assumptions: &[ADULT],
    reference: Reference {
        citation: "Wong CH, Khin LW, Heng KS, Tan KC, Low CO. The LRINEC (Laboratory Risk \
                   Indicator for Necrotizing Fasciitis) score: a tool for distinguishing \
                   necrotizing fasciitis from other soft tissue infections. Crit Care Med \
                   2004;32:1535-1541.",
        doi: Some("10.1097/01.CCM.0000129486.35458.7D"),
        pmid: Some("15241098"),
    },
    formula: Formula::score(CRITERIA),
    ..DEFAULTS
};
