//! Lille model: whether alcoholic hepatitis answers to a week of corticosteroids.

use super::doubt_units;
use crate::definition::{
    Calculator, Category, Criterion, DEFAULTS, Formula, NoResult, Outcome, Output, OutputKind,
    Reference, at_most, below, more, output, rest, text,
};
use crate::handles::{Quantity, quantity};
use crate::inputs::{ADULTS, AGE, ALBUMIN, BILIRUBIN, CREATININE, PROTHROMBIN_TIME};
use crate::round::steady;
use crate::units;
use crate::values::Values;

const FIRST_BILIRUBIN: Quantity = BILIRUBIN.titled(text(
    "Total bilirubin before treatment (day 0)",
    "Bilirrubina total antes do tratamento (dia 0)",
));
const LATER_BILIRUBIN: Quantity = quantity(
    "bilirubin_day_7",
    &units::BILIRUBIN_LATER,
    "Total bilirubin on day 7 of treatment",
    "Bilirrubina total no dia 7 do tratamento",
);
const FIRST_ALBUMIN: Quantity = ALBUMIN
    .titled(text("Albumin (day 0)", "Albumina (dia 0)"))
    .defined(
        "Before any infusion of albumin.",
        "Antes de qualquer infusão de albumina.",
    );

/// Renal insufficiency, each unit by its own printed limit.
const RENAL: Criterion = CREATININE.adds_in(&[
    ("mg/dL", &[at_most(1.3, 0.0), more(1.0)]),
    ("umol/L", &[at_most(115.0, 0.0), more(1.0)]),
]);

const MODEL: Output = Output {
    interpretations: &[
        below(
            0.45,
            "response",
            "below 0.45: response to corticosteroids",
            "abaixo de 0,45: resposta ao corticoide",
        ),
        rest(
            "no-response",
            "0.45 or more: no response to corticosteroids",
            "0,45 ou mais: sem resposta ao corticoide",
        ),
    ],
    ..output(
        OutputKind::Score,
        "lille",
        text("Lille model", "Modelo de Lille"),
        "1",
        3,
    )
};

/// The definition.
pub static CALCULATOR: Calculator = Calculator {
    id: "lille-2007",
    version: "1.0.0",
    category: Category::Liver,
    title: text("Lille model", "Modelo de Lille"),
    description: text(
        "Response of severe alcoholic hepatitis to 7 days of corticosteroids, from 0 to 1: of \
         those above 0.45 a quarter lived for 6 months, of the others 85 %. Made with the \
         prothrombin time in seconds.",
        "Resposta da hepatite alcoólica grave a 7 dias de corticoide, de 0 a 1: dos que ficaram \
         acima de 0,45, um quarto viveu 6 meses; dos demais, 85 %. Feito com o tempo de \
         protrombina em segundos.",
    ),
    aliases: &[
        "hepatite alcoólica",
        "alcoholic hepatitis",
        "corticoide",
        "prednisolona",
    ],
    inputs: &[
        AGE.input,
        FIRST_ALBUMIN.input,
        FIRST_BILIRUBIN.input,
        LATER_BILIRUBIN.input,
        CREATININE.input,
        PROTHROMBIN_TIME.input,
    ],
    results: &[MODEL],
    assumptions: &[text(
        "Albumin, creatinine and prothrombin time are of day 0, before corticosteroids.",
        "Albumina, creatinina e tempo de protrombina são do dia 0, antes do corticoide.",
    )],
    validity: &[ADULTS],
    reference: Reference {
        citation: "Louvet A, Naveau S, Abdelnour M, et al. The Lille model: a new tool for \
                   therapeutic strategy in patients with severe alcoholic hepatitis treated with \
                   steroids. Hepatology 2007;45:1348-1354.",
        doi: Some("10.1002/hep.21607"),
        pmid: Some("17518367"),
    },
    formula: Formula::Equation(calculate),
    ..DEFAULTS
};

/// In g/L, umol/L and seconds, as published.
fn calculate(values: &Values) -> Result<Outcome, NoResult> {
    let micromoles = |milligrams: f64| 17.1 * milligrams;
    let first = micromoles(values.of(FIRST_BILIRUBIN)?);
    let fall = first - micromoles(values.of(LATER_BILIRUBIN)?);
    let renal = RENAL.points(values)?.unwrap_or_default();
    let response =
        3.19 - 0.101 * values.of(AGE)? + 0.147 * 10.0 * values.of(FIRST_ALBUMIN)? + 0.0165 * fall
            - 0.206 * renal
            - 0.0065 * first
            - 0.0096 * values.of(PROTHROMBIN_TIME)?;
    // The same as exp(-R) / (1 + exp(-R)), without a number that is too great.
    let model = steady(1.0 / (1.0 + response.exp()));
    Ok(doubt_units(values, Outcome::number(MODEL.name, model)))
}
