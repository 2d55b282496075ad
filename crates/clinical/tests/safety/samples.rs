//! Inputs of an ordinary person, for any calculator.

use clinical::definition::{Input, Kind};
use clinical::{Calculator, Raw};

use crate::{Inputs, ask, quantity};

/// An ordinary value in the canonical unit, by the name of the input.
fn ordinary(name: &str) -> Option<f64> {
    Some(match name {
        "weight" => 70.0,
        "height" => 170.0,
        "waist" => 85.0,
        "hip" => 100.0,
        "neck" => 38.0,
        "lean_body_mass" => 55.0,
        "creatinine" => 1.5,
        "bilirubin" => 2.5,
        "bun" => 15.0,
        "glucose" => 95.0,
        "insulin" => 8.0,
        "total_cholesterol" => 200.0,
        "hdl_cholesterol" => 50.0,
        "triglycerides" => 150.0,
        "sodium" => 130.0,
        "chloride" => 104.0,
        "bicarbonate" => 24.0,
        "calcium" => 9.0,
        "albumin" => 3.0,
        "hba1c" => 7.0,
        "inr" => 1.5,
        "systolic_bp" => 125.0,
        "diastolic_bp" => 80.0,
        "mean_arterial_pressure" => 90.0,
        "heart_rate" => 75.0,
        "respiratory_rate" => 16.0,
        "temperature" => 36.8,
        "oxygen_saturation" => 97.0,
        "fio2" => 21.0,
        "pao2" => 90.0,
        "platelets" => 250.0,
        "qt" => 400.0,
        "cycle_length" => 28.0,
        _ => return None,
    })
}

/// Inputs that are only sent in certain cases, which the samples are not.
const CONDITIONAL: [&str; 2] = ["vasopressor_dose", "hip"];

/// Inputs the calculator accepts: everything it requires, and what is optional
/// without a condition.
pub(crate) fn of(calculator: &'static Calculator) -> Inputs {
    let wanted = calculator
        .inputs
        .iter()
        .filter(|input| input.required || !CONDITIONAL.contains(&input.name));
    let inputs: Inputs = wanted
        .map(|input| (input.name.to_owned(), value(calculator, input)))
        .collect();
    if let Err(violations) = ask(calculator, &inputs) {
        panic!("the sample of {} is refused: {violations:?}", calculator.id);
    }
    inputs
}

fn value(calculator: &Calculator, input: &Input) -> Raw {
    match input.kind {
        Kind::Quantity(kind) => {
            let number = ordinary(input.name);
            let number = number.unwrap_or_else(|| panic!("no ordinary value for {}", input.name));
            quantity(number, kind.canonical().code)
        }
        Kind::Age => {
            let limit = calculator
                .validity
                .iter()
                .find(|limit| limit.input == "age");
            let years = limit.map_or(50.0, |limit| 50_f64.clamp(limit.least, limit.greatest));
            quantity(years, "a")
        }
        Kind::Boolean => Raw::Boolean(false),
        Kind::Integer {
            least, greatest, ..
        } => Raw::Number(f64::from(if input.name == "minute" {
            5
        } else {
            least.midpoint(greatest)
        })),
        Kind::Choice(choices) => Raw::Text(choices[0].code.to_owned()),
        Kind::Date => {
            let day = if input.name == "on" {
                "2026-06-01"
            } else {
                "2026-02-01"
            };
            Raw::Text(day.to_owned())
        }
    }
}
