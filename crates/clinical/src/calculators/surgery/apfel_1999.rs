//! Apfel's score of nausea and vomiting after an operation.

use crate::definition::{
    ADULT, Calculator, Category, Criterion, DEFAULTS, Formula, Outcome, OutputKind, Reference,
    output, score, text,
};
use crate::handles::{Flag, flag};
use crate::inputs::SEX;
use crate::values::Values;

const SMOKER: Flag = flag("smoker", "Smoker", "Tabagista");
const HISTORY: Flag = flag(
    "ponv_or_motion_sickness",
    "Motion sickness, or nausea or vomiting after an earlier operation",
    "Cinetose, ou náusea ou vômito após operação anterior",
);
const OPIOIDS: Flag = flag(
    "postoperative_opioids",
    "Opioids after the operation",
    "Opioides no pós-operatório",
);

const CRITERIA: &[Criterion] = &[
    SEX.adds(&[("male", 0.0), ("female", 1.0)]),
    SMOKER.adds_unless(1.0),
    HISTORY.adds(1.0),
    OPIOIDS.adds(1.0),
];
/// Percent with nausea or vomiting, by points.
const RISKS: [f64; 5] = [10.0, 21.0, 39.0, 61.0, 79.0];

/// The definition.
pub static CALCULATOR: Calculator = Calculator {
    id: "apfel-1999",
    version: "1.0.0",
    category: Category::Surgery,
    title: text("Apfel score", "Escore de Apfel"),
    description: text(
        "Risk of nausea or vomiting in the 24 hours after an operation under inhaled general \
         anaesthesia without prophylaxis, in adults, 0 to 4 points.",
        "Risco de náusea ou vômito nas 24 horas após operação sob anestesia geral inalatória sem \
         profilaxia, em adultos, de 0 a 4 pontos.",
    ),
    aliases: &[
        "NVPO",
        "PONV",
        "náusea e vômito pós-operatório",
        "antiemético",
    ],
    inputs: &[SEX.input, SMOKER.input, HISTORY.input, OPIOIDS.input],
    results: &[
        score(text("Apfel score", "Escore de Apfel"), &[]),
        output(
            OutputKind::Risk,
            "risk",
            text(
                "Nausea or vomiting within 24 hours",
                "Náusea ou vômito em 24 horas",
            ),
            "%",
            0,
        ),
    ],
    assumptions: &[ADULT],
    reference: Reference {
        citation: "Apfel CC, Laara E, Koivuranta M, Greim CA, Roewer N. A simplified risk score for \
                   predicting postoperative nausea and vomiting: conclusions from \
                   cross-validations between two centers. Anesthesiology 1999;91:693-700.",
        doi: Some("10.1097/00000542-199909000-00022"),
        pmid: Some("10485781"),
    },
    formula: Formula::concluded(CRITERIA, conclude),
    ..DEFAULTS
};

fn conclude(_: &Values, outcome: Outcome) -> Outcome {
    let points = outcome.last().unwrap_or(0.0);
    let mut risks = (0..).map(f64::from).zip(RISKS);
    match risks.find(|(sum, _)| *sum == points) {
        Some((_, risk)) => outcome.and("risk", risk),
        None => outcome,
    }
}
