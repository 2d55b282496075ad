//! Glasgow alcoholic hepatitis score.

use super::doubt_units;
use crate::definition::{
    Calculator, Category, Criterion, DEFAULTS, Formula, Range, Reference, at_most, below,
    less_than, more, rest, score, text,
};
use crate::inputs::{ADULTS, AGE, BILIRUBIN, BUN, INR, LEUKOCYTES, UREA, UREA_OR_BUN};

const UREA_LIMITS: &[Range] = &[less_than(5.0, 1.0), more(2.0)];

/// Printed in mmol/L and umol/L; in mg/dL the same limits converted.
const CRITERIA: &[Criterion] = &[
    AGE.adds_by(&[less_than(50.0, 1.0), more(2.0)]),
    LEUKOCYTES.adds_by(&[less_than(15.0, 1.0), more(2.0)]),
    UREA.adds_in(&[
        ("mmol/L", UREA_LIMITS),
        ("mg/dL", &[less_than(30.03, 1.0), more(2.0)]),
    ]),
    BUN.adds_in(&[
        ("mmol/L", UREA_LIMITS),
        ("mg/dL", &[less_than(14.0, 1.0), more(2.0)]),
    ]),
    INR.adds_by(&[less_than(1.5, 1.0), at_most(2.0, 2.0), more(3.0)]),
    BILIRUBIN.adds_in(&[
        (
            "umol/L",
            &[less_than(125.0, 1.0), at_most(250.0, 2.0), more(3.0)],
        ),
        (
            "mg/dL",
            &[less_than(7.31, 1.0), at_most(14.62, 2.0), more(3.0)],
        ),
    ]),
];

/// The definition.
pub static CALCULATOR: Calculator = Calculator {
    id: "gahs-2005",
    version: "1.0.0",
    category: Category::Liver,
    title: text(
        "Glasgow alcoholic hepatitis score",
        "Escore de Glasgow para hepatite alcoólica",
    ),
    description: text(
        "Risk of death within 28 and 84 days from alcoholic hepatitis in adults, from age, \
         leukocytes, urea, INR and bilirubin, 5 to 12 points.",
        "Risco de morte em 28 e 84 dias por hepatite alcoólica em adultos, por idade, leucócitos, \
         ureia, INR (RNI) e bilirrubina, de 5 a 12 pontos.",
    ),
    aliases: &["GAHS", "hepatite alcoólica", "alcoholic hepatitis"],
    inputs: &[
        AGE.input,
        LEUKOCYTES.input,
        UREA.optional().input,
        BUN.optional().input,
        INR.input,
        BILIRUBIN.input,
    ],
    alternatives: &[UREA_OR_BUN],
    results: &[score(
        text(
            "Glasgow alcoholic hepatitis score",
            "Escore de Glasgow para hepatite alcoólica",
        ),
        &[
            below(
                9.0,
                "better",
                "below 9: better prognosis",
                "abaixo de 9: melhor prognóstico",
            ),
            rest(
                "poor",
                "9 or more: poor prognosis",
                "9 ou mais: prognóstico ruim",
            ),
        ],
    )],
    validity: &[ADULTS],
    reference: Reference {
        citation: "Forrest EH, Evans CD, Stewart S, et al. Analysis of factors predictive of \
                   mortality in alcoholic hepatitis and derivation and validation of the Glasgow \
                   alcoholic hepatitis score. Gut 2005;54:1174-1179.",
        doi: Some("10.1136/gut.2004.050781"),
        pmid: Some("16009691"),
    },
    formula: Formula::concluded(CRITERIA, doubt_units),
    ..DEFAULTS
};
