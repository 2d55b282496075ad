//! Child-Pugh score for the severity of liver cirrhosis.

use crate::definition::{
    ADULT, Calculator, Category, Choice, Criterion, DEFAULTS, Formula, Input, Reference, at_most,
    below, choice, less_than, more, rest, score, text,
};
use crate::handles::{OneOf, one_of};
use crate::inputs::{ALBUMIN, BILIRUBIN, INR};

const ASCITES_GRADES: &[Choice] = &[
    choice("none", "none", "ausente"),
    choice("slight", "slight", "leve"),
    choice("moderate-severe", "moderate to severe", "moderada a grave"),
];
const ENCEPHALOPATHY_GRADES: &[Choice] = &[
    choice("none", "none", "ausente"),
    choice("grade-1-2", "grade 1 or 2", "grau 1 ou 2"),
    choice("grade-3-4", "grade 3 or 4", "grau 3 ou 4"),
];

const ASCITES: OneOf = one_of("ascites", ASCITES_GRADES, "Ascites", "Ascite");
const ENCEPHALOPATHY: OneOf = one_of(
    "encephalopathy",
    ENCEPHALOPATHY_GRADES,
    "Hepatic encephalopathy",
    "Encefalopatia hepática",
);

/// The table prints bilirubin in both units; a converted limit would be another one.
const CRITERIA: &[Criterion] = &[
    BILIRUBIN.adds_in(&[
        (
            "mg/dL",
            &[less_than(2.0, 1.0), at_most(3.0, 2.0), more(3.0)],
        ),
        (
            "umol/L",
            &[less_than(34.0, 1.0), at_most(51.0, 2.0), more(3.0)],
        ),
    ]),
    ALBUMIN.adds_by(&[less_than(2.8, 3.0), at_most(3.5, 2.0), more(1.0)]),
    INR.adds_by(&[less_than(1.7, 1.0), at_most(2.3, 2.0), more(3.0)]),
    ASCITES.adds(&[("none", 1.0), ("slight", 2.0), ("moderate-severe", 3.0)]),
    ENCEPHALOPATHY.adds(&[("none", 1.0), ("grade-1-2", 2.0), ("grade-3-4", 3.0)]),
];

const INPUTS: &[Input] = &[
    BILIRUBIN.input,
    ALBUMIN.input,
    INR.input,
    ASCITES.input,
    ENCEPHALOPATHY.input,
];

/// The definition.
pub static CALCULATOR: Calculator = Calculator {
    id: "child-pugh",
    version: "2.0.0",
    category: Category::Liver,
    title: text("Child-Pugh score", "Escore de Child-Pugh"),
    description: text(
        "Severity of liver cirrhosis from bilirubin, albumin, INR, ascites and encephalopathy, \
         5 to 15 points. The limits of bilirubin for primary biliary cholangitis (4 and 10 mg/dL) \
         are not used.",
        "Gravidade da cirrose hepática por bilirrubina, albumina, INR, ascite e encefalopatia, \
         de 5 a 15 pontos. Os limites de bilirrubina para colangite biliar primária (4 e 10 mg/dL) \
         não são usados.",
    ),
    aliases: &["cirrose", "cirrhosis", "CTP", "Child"],
    inputs: INPUTS,
    results: &[score(
        text("Child-Pugh score", "Escore de Child-Pugh"),
        &[
            below(
                7.0,
                "A",
                "class A: well compensated",
                "classe A: bem compensada",
            ),
            below(
                10.0,
                "B",
                "class B: significant functional compromise",
                "classe B: comprometimento funcional significativo",
            ),
            rest("C", "class C: decompensated", "classe C: descompensada"),
        ],
    )],
    reference: Reference {
        citation: "Pugh RN, Murray-Lyon IM, Dawson JL, Pietroni MC, Williams R. Transection of the \
                   oesophagus for bleeding oesophageal varices. Br J Surg 1973;60:646-649.",
        doi: Some("10.1002/bjs.1800600817"),
        pmid: Some("4541913"),
    },
    assumptions: &[ADULT],
    formula: Formula::score(CRITERIA),
    ..DEFAULTS
};
