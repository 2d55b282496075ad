//! Child-Pugh score for the severity of liver cirrhosis.

use crate::definition::{
    Calculator, Category, Choice, DEFAULTS, Formula, Input, NoResult, Outcome, Output, OutputKind,
    Reference, below, choice, rest, text,
};
use crate::handles::{OneOf, one_of};
use crate::inputs::{ALBUMIN, BILIRUBIN, INR};
use crate::values::Values;

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
    version: "1.0.0",
    category: Category::Liver,
    title: text("Child-Pugh score", "Escore de Child-Pugh"),
    description: text(
        "Severity of liver cirrhosis from bilirubin, albumin, INR, ascites and encephalopathy, \
         5 to 15 points.",
        "Gravidade da cirrose hepática por bilirrubina, albumina, INR, ascite e encefalopatia, \
         de 5 a 15 pontos.",
    ),
    inputs: INPUTS,
    results: &[Output {
        name: "score",
        title: text("Child-Pugh score", "Escore de Child-Pugh"),
        unit: "1",
        digits: 0,
        loinc: None,
        kind: OutputKind::Score,
        by: None,
        interpretations: &[
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
    }],
    reference: Reference {
        citation: "Pugh RN, Murray-Lyon IM, Dawson JL, Pietroni MC, Williams R. Transection of the \
                   oesophagus for bleeding oesophageal varices. Br J Surg 1973;60:646-649.",
        doi: None,
        pmid: Some("4541913"),
    },
    formula: Formula::Equation(calculate),
    ..DEFAULTS
};

fn calculate(values: &Values) -> Result<Outcome, NoResult> {
    let bilirubin = match values.of(BILIRUBIN)? {
        ..2.0 => 1.0,
        2.0..=3.0 => 2.0,
        _ => 3.0,
    };
    let albumin = match values.of(ALBUMIN)? {
        ..2.8 => 3.0,
        2.8..=3.5 => 2.0,
        _ => 1.0,
    };
    let inr = match values.of(INR)? {
        ..1.7 => 1.0,
        1.7..=2.3 => 2.0,
        _ => 3.0,
    };
    let grade = |input| match values.of(input)? {
        "none" => Ok(1.0),
        "slight" | "grade-1-2" => Ok(2.0),
        "moderate-severe" | "grade-3-4" => Ok(3.0),
        _ => Err(NoResult::Defect("a grade has no points")),
    };
    Ok(Outcome::score([
        BILIRUBIN.gives(bilirubin),
        ALBUMIN.gives(albumin),
        INR.gives(inr),
        ASCITES.gives(grade(ASCITES)?),
        ENCEPHALOPATHY.gives(grade(ENCEPHALOPATHY)?),
    ]))
}
