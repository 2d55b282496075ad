//! Estimated date of delivery by Naegele's rule.

use jiff::ToSpan;
use jiff::civil::Date;

use crate::definition::{
    Calculator, Category, DEFAULTS, Formula, NoResult, Outcome, Output, OutputKind, Reference,
    Text, text,
};
use crate::handles::{Quantity, quantity};
use crate::inputs::LAST_MENSTRUAL_PERIOD;
use crate::units;
use crate::values::Values;
use crate::violation::{Code, Finding};

const USUAL_CYCLE: f64 = 28.0;

const CYCLE_LENGTH: Quantity = quantity(
    "cycle_length",
    &units::CYCLE_LENGTH,
    "Length of the menstrual cycle",
    "Duração do ciclo menstrual",
)
.optional();

/// The definition.
pub static CALCULATOR: Calculator = Calculator {
    id: "due-date-naegele",
    version: "1.1.0",
    category: Category::Obstetrics,
    title: text(
        "Estimated date of delivery (Naegele)",
        "Data provável do parto (DPP, Naegele)",
    ),
    description: text(
        "Date of delivery from the first day of the last menstrual period: 280 days later, \
         shifted by the length of the cycle (ACOG). The calendar rule, 7 days on and 3 months back, \
         can differ by up to 3 days. An early ultrasound measurement dates better.",
        "Data do parto pelo primeiro dia da última menstruação: 280 dias depois, ajustada pela \
         duração do ciclo (ACOG). A regra do calendário, mais 7 dias e menos 3 meses, pode diferir \
         em até 3 dias. A ultrassonografia precoce data melhor.",
    ),
    aliases: &["DPP", "DUM", "gestação", "pregnancy", "EDD"],
    inputs: &[LAST_MENSTRUAL_PERIOD.input, CYCLE_LENGTH.input],
    results: &[Output {
        name: "due_date",
        title: text("Estimated date of delivery", "Data provável do parto (DPP)"),
        unit: "",
        digits: 0,
        loinc: Some("11779-6"),
        kind: OutputKind::Date,
        by: None,
        interpretations: &[],
    }],
    reference: Reference {
        citation: "American College of Obstetricians and Gynecologists. Committee Opinion No. 700: \
                   Methods for estimating the due date. Obstet Gynecol 2017;129:e150-e154.",
        doi: Some("10.1097/AOG.0000000000002046"),
        pmid: None,
    },
    check: Some(check),
    formula: Formula::Equation(calculate),
    ..DEFAULTS
};

const BEYOND_THE_CALENDAR: NoResult = NoResult::together(
    &[LAST_MENSTRUAL_PERIOD.input.name],
    text(
        "last_menstrual_period gives a date of delivery after the year 9999",
        "last_menstrual_period dá uma data do parto depois do ano 9999",
    ),
);

/// A date has no fractions of a day.
fn check(values: &Values) -> Vec<Finding> {
    match values.find(CYCLE_LENGTH) {
        Some(cycle) if cycle.fract() != 0.0 => vec![Finding {
            input: "cycle_length/value",
            code: Code::NotWhole,
            text: text(
                "cycle_length must be a whole number of days",
                "cycle_length deve ser um número inteiro de dias",
            ),
        }],
        _ => Vec::new(),
    }
}

/// What the rule of the calendar gives: 7 days on, 3 months back, a year on.
fn by_calendar(last: Date, shift: i64) -> Option<Date> {
    let year_on = last
        .checked_add(7.days())
        .ok()?
        .checked_sub(3.months())
        .ok()?;
    year_on
        .checked_add(1.year())
        .ok()?
        .checked_add(shift.days())
        .ok()
}

const CALENDAR_DIFFERS: Text = text(
    "The calendar rule in use in Brazil (7 days on, 3 months back) gives another date, by up to 3 \
     days.",
    "A regra do calendário usada no Brasil (mais 7 dias, menos 3 meses) dá outra data, com \
     diferença de até 3 dias.",
);

fn calculate(values: &Values) -> Result<Outcome, NoResult> {
    let sent = values.find(CYCLE_LENGTH);
    // Exact: whole, and 15 to 60 days.
    let shift = (sent.unwrap_or(USUAL_CYCLE) - USUAL_CYCLE) as i64;
    let last = values.of(LAST_MENSTRUAL_PERIOD)?;
    let due = last
        .checked_add((280 + shift).days())
        .map_err(|_| BEYOND_THE_CALENDAR)?;
    Ok(Outcome::date("due_date", due)
        .warn_if(by_calendar(last, shift) != Some(due), CALENDAR_DIFFERS)
        .assume_if(
            sent.is_none(),
            text(
                "No cycle length was sent: 28 days assumed.",
                "Duração do ciclo não enviada: 28 dias assumidos.",
            ),
        ))
}
