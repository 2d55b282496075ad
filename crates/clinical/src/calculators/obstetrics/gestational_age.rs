//! Gestational age from the last menstrual period.

use jiff::civil::Date;

use crate::definition::{
    Calculator, Category, DEFAULTS, Formula, NoResult, Outcome, Output, OutputKind, Reference, text,
};
use crate::handles::{Day, day};
use crate::inputs::LAST_MENSTRUAL_PERIOD;
use crate::values::Values;
use crate::violation::Finding;

/// 45 weeks: longer than any pregnancy, so one of the dates is wrong.
const LONGEST: i64 = 315;

const ON: Day = day("on", "Day of the age", "Dia da idade");

/// The definition.
pub static CALCULATOR: Calculator = Calculator {
    id: "gestational-age",
    version: "1.0.1",
    category: Category::Obstetrics,
    title: text("Gestational age", "Idade gestacional"),
    description: text(
        "Completed weeks and days since the first day of the last menstrual period. An early \
         ultrasound measurement dates better.",
        "Semanas e dias completos desde o primeiro dia da última menstruação. A ultrassonografia \
         precoce data melhor.",
    ),
    aliases: &["IG", "DUM", "gestação", "pregnancy"],
    inputs: &[LAST_MENSTRUAL_PERIOD.input, ON.input],
    results: &[
        Output {
            name: "weeks",
            title: text("Completed weeks", "Semanas completas"),
            unit: "wk",
            digits: 0,
            loinc: None,
            kind: OutputKind::Measurement,
            by: None,
            interpretations: &[],
        },
        Output {
            name: "days",
            title: text(
                "Days beyond the completed weeks",
                "Dias além das semanas completas",
            ),
            unit: "d",
            digits: 0,
            loinc: None,
            kind: OutputKind::Measurement,
            by: None,
            interpretations: &[],
        },
    ],
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

fn days(last: Date, on: Date) -> i64 {
    last.duration_until(on).as_hours() / 24
}

fn check(values: &Values) -> Vec<Finding> {
    let (Some(last), Some(on)) = (values.find(LAST_MENSTRUAL_PERIOD), values.find(ON)) else {
        return Vec::new();
    };
    if (0..=LONGEST).contains(&days(last, on)) {
        return Vec::new();
    }
    let message = text(
        "on must be the day of last_menstrual_period or later, by 315 days at most",
        "on deve ser o dia de last_menstrual_period ou posterior, no máximo 315 dias depois",
    );
    Finding::together(&[LAST_MENSTRUAL_PERIOD.input.name, ON.input.name], message)
}

fn calculate(values: &Values) -> Result<Outcome, NoResult> {
    let days = days(values.of(LAST_MENSTRUAL_PERIOD)?, values.of(ON)?);
    let age = Outcome::number("weeks", (days / 7) as f64).and("days", (days % 7) as f64);
    Ok(age.warn_if(
        days >= 42 * 7,
        text(
            "42 weeks or more: post-term, if the date of the last period is right.",
            "42 semanas ou mais: pós-termo, se a data da última menstruação estiver certa.",
        ),
    ))
}
