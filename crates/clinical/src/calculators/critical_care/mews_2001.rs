//! Modified early warning score.

use crate::definition::{
    ADULT, Calculator, Category, Choice, Criterion, DEFAULTS, Formula, Reference, at_most, below,
    choice, less_than, more, rest, score, text,
};
use crate::handles::{OneOf, one_of};
use crate::inputs::{HEART_RATE, RESPIRATORY_RATE, SYSTOLIC_BP, TEMPERATURE};

const AVPU: &[Choice] = &[
    choice("A", "alert", "alerta"),
    choice("V", "responds to voice", "responde à voz"),
    choice("P", "responds to pain", "responde à dor"),
    choice("U", "unresponsive", "não responde"),
];
const RESPONSE: OneOf = one_of("avpu", AVPU, "Response (AVPU)", "Resposta (AVPU)");

/// The chart has whole numbers; what lies between two rows belongs to the next one,
/// but no limit that is printed as "from" is reached before.
const CRITERIA: &[Criterion] = &[
    SYSTOLIC_BP.adds_by(&[
        at_most(70.0, 3.0),
        at_most(80.0, 2.0),
        at_most(100.0, 1.0),
        less_than(200.0, 0.0),
        more(2.0),
    ]),
    HEART_RATE.adds_by(&[
        less_than(40.0, 2.0),
        at_most(50.0, 1.0),
        at_most(100.0, 0.0),
        at_most(110.0, 1.0),
        less_than(130.0, 2.0),
        more(3.0),
    ]),
    RESPIRATORY_RATE.adds_by(&[
        less_than(9.0, 2.0),
        at_most(14.0, 0.0),
        at_most(20.0, 1.0),
        less_than(30.0, 2.0),
        more(3.0),
    ]),
    TEMPERATURE.adds_by(&[less_than(35.0, 2.0), less_than(38.5, 0.0), more(2.0)]),
    RESPONSE.adds(&[("A", 0.0), ("V", 1.0), ("P", 2.0), ("U", 3.0)]),
];

/// The definition.
pub static CALCULATOR: Calculator = Calculator {
    id: "mews-2001",
    version: "1.0.0",
    category: Category::CriticalCare,
    title: text(
        "Modified early warning score (MEWS, Subbe 2001)",
        "Escore de alerta precoce modificado (MEWS, Subbe 2001)",
    ),
    description: text(
        "Risk that an adult on a medical ward deteriorates, from five signs, 0 to 14 points. Many \
         hospitals have changed it: these are the points of 2001.",
        "Risco de piora de um adulto em enfermaria clínica, por cinco sinais, de 0 a 14 pontos. \
         Muitos hospitais o modificaram: estes são os pontos de 2001.",
    ),
    aliases: &[
        "MEWS",
        "early warning",
        "alerta precoce",
        "deterioração clínica",
    ],
    inputs: &[
        SYSTOLIC_BP.input,
        HEART_RATE.input,
        RESPIRATORY_RATE.input,
        TEMPERATURE.input,
        RESPONSE.input,
    ],
    results: &[score(
        text("MEWS", "MEWS"),
        &[
            below(5.0, "below-5", "below 5", "abaixo de 5"),
            rest(
                "from-5",
                "5 or more: more deaths and more admissions to intensive care",
                "5 ou mais: mais óbitos e mais admissões em UTI",
            ),
        ],
    )],
    assumptions: &[ADULT],
    reference: Reference {
        citation: "Subbe CP, Kruger M, Rutherford P, Gemmel L. Validation of a modified Early \
                   Warning Score in medical admissions. QJM 2001;94:521-526.",
        doi: Some("10.1093/qjmed/94.10.521"),
        pmid: Some("11588210"),
    },
    formula: Formula::score(CRITERIA),
    ..DEFAULTS
};
