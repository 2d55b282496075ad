//! AUDIT-C, the three questions of the AUDIT on consumption.

use super::{ASKED, BINGES, CONSUMPTION, FREQUENCY, QUANTITY};
use crate::definition::{
    Calculator, Category, DEFAULTS, Formula, Outcome, Output, Reference, chosen, score, text,
};
use crate::inputs::SEX;
use crate::values::Values;

const RESULT: Output = Output {
    loinc: Some("75626-2"),
    ..score(
        text("AUDIT-C score", "Pontuação do AUDIT-C"),
        &[
            chosen("negative", "negative screen", "rastreio negativo"),
            chosen("positive", "positive screen", "rastreio positivo"),
        ],
    )
};

/// The definition.
pub static CALCULATOR: Calculator = Calculator {
    id: "audit-c",
    version: "1.0.0",
    category: Category::MentalHealth,
    title: text("AUDIT-C alcohol screen", "Rastreio de álcool AUDIT-C"),
    description: text(
        "Screen for hazardous drinking by three questions, 0 to 12 points: positive from 4 in men \
         and from 3 in women. When positive, ask the whole AUDIT.",
        "Rastreio de uso de risco de álcool por três perguntas, de 0 a 12 pontos: positivo a \
         partir de 4 em homens e de 3 em mulheres. Quando positivo, aplicar o AUDIT completo.",
    ),
    aliases: &["AUDIT-C", "álcool", "alcohol"],
    inputs: &[SEX.input, FREQUENCY.input, QUANTITY.input, BINGES.input],
    results: &[RESULT],
    assumptions: &[ASKED],
    reference: Reference {
        citation: "Bush K, Kivlahan DR, McDonell MB, Fihn SD, Bradley KA. The AUDIT alcohol \
                   consumption questions (AUDIT-C): an effective brief screening test for problem \
                   drinking. Arch Intern Med 1998;158:1789-1795.",
        doi: Some("10.1001/archinte.158.16.1789"),
        pmid: Some("9738608"),
    },
    formula: Formula::concluded(&CONSUMPTION, conclude),
    ..DEFAULTS
};

fn conclude(values: &Values, outcome: Outcome) -> Outcome {
    let limit = values.find(SEX).map(|sex| sex.pick(4.0, 3.0));
    let positive = outcome.last() >= limit;
    outcome.meaning(if positive { "positive" } else { "negative" })
}
