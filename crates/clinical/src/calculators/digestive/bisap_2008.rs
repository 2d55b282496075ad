//! BISAP: severity of acute pancreatitis on the first day.

use crate::definition::{
    Calculator, Category, Criterion, DEFAULTS, Formula, Reference, at_most, below, less_than, more,
    rest, score, text,
};
use crate::handles::{Integer, integer};
use crate::inputs::{ADULTS, AGE, BUN, GLASGOW_COMA_SCALE, PLEURAL_EFFUSION, UREA, UREA_OR_BUN};

const SIRS_CRITERIA: Integer = integer(
    "sirs_criteria",
    (0, 4),
    "How many of the four SIRS criteria are met",
    "Quantos dos quatro critérios de SIRS estão presentes",
)
.defined(
    "Temperature below 36 or above 38 °C; heart rate above 90/min; respiratory rate above 20/min \
     or PaCO2 below 32 mmHg; leukocytes above 12 or below 4 ×10⁹/L, or more than 10 % immature \
     forms.",
    "Temperatura abaixo de 36 ou acima de 38 °C; frequência cardíaca acima de 90/min; frequência \
     respiratória acima de 20/min ou PaCO2 abaixo de 32 mmHg; leucócitos acima de 12 ou abaixo de \
     4 ×10⁹/L, ou mais de 10 % de formas imaturas.",
);

/// More than 25 mg/dL of urea nitrogen, which is 8.9 mmol/L or 53.5 mg/dL of urea.
const CRITERIA: &[Criterion] = &[
    UREA.adds_in(&[
        ("mmol/L", &[at_most(8.9, 0.0), more(1.0)]),
        ("mg/dL", &[at_most(53.5, 0.0), more(1.0)]),
    ]),
    BUN.adds_in(&[
        ("mmol/L", &[at_most(8.9, 0.0), more(1.0)]),
        ("mg/dL", &[at_most(25.0, 0.0), more(1.0)]),
    ]),
    GLASGOW_COMA_SCALE.adds_by(&[less_than(15.0, 1.0), more(0.0)]),
    SIRS_CRITERIA.adds_by(&[less_than(2.0, 0.0), more(1.0)]),
    AGE.adds_by(&[at_most(60.0, 0.0), more(1.0)]),
    PLEURAL_EFFUSION.adds(1.0),
];

/// The definition.
pub static CALCULATOR: Calculator = Calculator {
    id: "bisap-2008",
    version: "1.0.0",
    category: Category::Digestive,
    title: text("BISAP score", "Escore BISAP"),
    description: text(
        "Risk of death in hospital from acute pancreatitis in adults, from the worst values of \
         the first 24 hours, 0 to 5 points.",
        "Risco de morte hospitalar por pancreatite aguda em adultos, pelos piores valores das \
         primeiras 24 horas, de 0 a 5 pontos.",
    ),
    aliases: &["pancreatite aguda", "acute pancreatitis"],
    inputs: &[
        UREA.optional().input,
        BUN.optional().input,
        GLASGOW_COMA_SCALE.input,
        SIRS_CRITERIA.input,
        AGE.input,
        PLEURAL_EFFUSION.input,
    ],
    alternatives: &[UREA_OR_BUN],
    results: &[score(
        text("BISAP score", "Escore BISAP"),
        &[
            below(
                3.0,
                "lower",
                "0 to 2 points: low risk of death",
                "0 a 2 pontos: risco baixo de morte",
            ),
            rest(
                "higher",
                "3 points or more: increased risk of death",
                "3 pontos ou mais: risco aumentado de morte",
            ),
        ],
    )],
    assumptions: &[text(
        "The limit is 25 mg/dL of urea nitrogen, which is 53.5 mg/dL of urea.",
        "O limite é 25 mg/dL de nitrogênio ureico, que são 53,5 mg/dL de ureia.",
    )],
    validity: &[ADULTS],
    reference: Reference {
        citation: "Wu BU, Johannes RS, Sun X, Tabak Y, Conwell DL, Banks PA. The early prediction \
                   of mortality in acute pancreatitis: a large population-based study. Gut \
                   2008;57:1698-1703.",
        doi: Some("10.1136/gut.2008.152702"),
        pmid: Some("18519429"),
    },
    formula: Formula::score(CRITERIA),
    ..DEFAULTS
};
