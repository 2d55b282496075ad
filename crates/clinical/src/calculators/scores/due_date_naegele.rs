//! Estimated date of delivery by Naegele's rule.

use jiff::ToSpan;

use crate::definition::{
    Calculator, Category, Kind, Outcome, Output, Reference, optional, required, text,
};
use crate::evaluate::both_languages;
use crate::units;
use crate::values::Values;
use crate::violation::{Code, Violation};

const CYCLE_LENGTH: &str = "cycle_length";
const USUAL_CYCLE: f64 = 28.0;

/// The definition.
pub static CALCULATOR: Calculator = Calculator {
    id: "due-date-naegele",
    version: "1.0.0",
    category: Category::Scores,
    title: text(
        "Estimated date of delivery (Naegele)",
        "Data provável do parto (Naegele)",
    ),
    description: text(
        "Date of delivery from the first day of the last menstrual period: 280 days later, \
         shifted by the length of the cycle. An early ultrasound measurement dates better.",
        "Data do parto pelo primeiro dia da última menstruação: 280 dias depois, ajustada pela \
         duração do ciclo. A ultrassonografia precoce data melhor.",
    ),
    inputs: &[
        required(
            "last_menstrual_period",
            Kind::Date,
            "First day of the last menstrual period",
            "Primeiro dia da última menstruação",
        ),
        optional(
            CYCLE_LENGTH,
            Kind::Quantity(&units::CYCLE_LENGTH),
            "Length of the menstrual cycle",
            "Duração do ciclo menstrual",
        ),
    ],
    results: &[Output {
        name: "due_date",
        title: text("Estimated date of delivery", "Data provável do parto"),
        unit: "",
        digits: 0,
        loinc: None,
        interpretations: &[],
    }],
    validity: &[],
    assumptions: &[],
    reference: Reference {
        citation: "American College of Obstetricians and Gynecologists. Committee Opinion No. 700: \
                   Methods for estimating the due date. Obstet Gynecol 2017;129:e150-e154.",
        doi: None,
        pmid: None,
    },
    check: Some(check),
    calculate,
};

/// A date has no fractions of a day.
fn check(values: &Values) -> Vec<Violation> {
    match values.number_if_sent(CYCLE_LENGTH) {
        Some(cycle) if cycle.fract() != 0.0 => {
            let message = text(
                "cycle_length must be a whole number of days",
                "cycle_length deve ser um número inteiro de dias",
            );
            let field = "cycle_length/value";
            vec![Violation::new(
                field,
                Code::NotWhole,
                both_languages(message),
            )]
        }
        _ => Vec::new(),
    }
}

fn calculate(values: &Values) -> Outcome {
    let sent = values.number_if_sent(CYCLE_LENGTH);
    // Exact: whole, and 15 to 60 days.
    let shift = (sent.unwrap_or(USUAL_CYCLE) - USUAL_CYCLE) as i64;
    let last = values.date("last_menstrual_period");
    match last.checked_add((280 + shift).days()) {
        Ok(due) => Outcome::date("due_date", due).assume_if(
            sent.is_none(),
            text(
                "No cycle length was sent: 28 days assumed.",
                "Duração do ciclo não enviada: 28 dias assumidos.",
            ),
        ),
        // Beyond the last year of the calendar.
        Err(_) => Outcome::number("due_date", f64::NAN),
    }
}
