//! Inputs of an ordinary person, for any calculator.

use clinical::definition::{Input, Kind};
use clinical::units::AGE;
use clinical::{Calculator, Raw};

use serde_json::Value as Json;

use crate::{Inputs, ask, quantity};

/// Inputs that are only sent in certain cases, which the samples are not.
const CONDITIONAL: [&str; 2] = ["vasopressor_dose", "hip"];

/// Inputs the calculator accepts: those of its first worked case that has an answer,
/// or else everything it requires, and what is optional without a condition.
pub(crate) fn of(calculator: &'static Calculator) -> Inputs {
    if let Some(inputs) = of_a_case(calculator.id) {
        return inputs;
    }
    let wanted = calculator
        .inputs
        .iter()
        .filter(|input| input.required || !CONDITIONAL.contains(&input.name))
        .filter(|input| {
            // Of alternatives the first.
            let mut groups = calculator.alternatives.iter();
            !groups.any(|group| group[1..].contains(&input.name))
        });
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
        Kind::Quantity(kind) => quantity(kind.ordinary, kind.canonical().code),
        Kind::Age => {
            let limit = calculator
                .validity
                .iter()
                .find(|limit| limit.input == "age");
            let ordinary = AGE.ordinary;
            let years = limit.map_or(ordinary, |limit| {
                ordinary.clamp(limit.least, limit.greatest)
            });
            quantity(years, AGE.canonical().code)
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

/// Numbers from 0 to 1 from a generator that repeats itself on every run.
pub(crate) fn numbers() -> impl FnMut() -> f64 {
    let mut state = 1_u64;
    move || {
        state = state
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1);
        (state >> 11) as f64 / (1_u64 << 53) as f64
    }
}

/// Plausible inputs, most of them of no one in particular.
pub(crate) fn any(calculator: &'static Calculator, next: &mut impl FnMut() -> f64) -> Inputs {
    let base = of(calculator);
    let inputs = calculator.inputs.iter();
    let wanted = inputs.filter(|input| input.required || next() < 0.5);
    let wanted: Vec<&Input> = wanted.collect();
    // Of most, two in three inputs are those of someone: all at random describe no one.
    let share = if next() < 0.8 { 0.65 } else { 0.0 };
    let value = |input: &Input, share: f64| match input.kind {
        Kind::Quantity(kind) => {
            let span = kind.greatest - kind.least;
            // Half of them near the ordinary value: far from it, most inputs
            // describe no one together.
            let near = (share * 4.0 - 1.0).clamp(0.5, 1.5) * kind.ordinary;
            let number = if share < 0.5 {
                kind.least + 2.0 * share * span
            } else {
                near
            };
            quantity(
                number.clamp(kind.least, kind.greatest),
                kind.canonical().code,
            )
        }
        Kind::Age => quantity((share * 100.0).floor(), AGE.canonical().code),
        Kind::Boolean => Raw::Boolean(share < 0.5),
        Kind::Integer {
            least, greatest, ..
        } => Raw::Number((f64::from(least) + share * f64::from(greatest - least)).round()),
        Kind::Choice(choices) => Raw::Text(
            choices[(share * choices.len() as f64) as usize]
                .code
                .to_owned(),
        ),
        Kind::Date => Raw::Text("2026-06-01".to_owned()),
    };
    let inputs = wanted.into_iter();
    inputs
        .map(|input| {
            let known = base.iter().find(|(name, _)| name == input.name);
            match known.filter(|_| next() < share) {
                Some(known) => known.clone(),
                None => (input.name.to_owned(), value(input, next())),
            }
        })
        .collect()
}

/// The inputs of the first worked case that has an answer.
#[expect(clippy::disallowed_methods, reason = "worked cases are files")]
fn of_a_case(id: &str) -> Option<Inputs> {
    let file = format!("{}/tests/cases/{id}.json", env!("CARGO_MANIFEST_DIR"));
    let cases: Vec<Json> = serde_json::from_str(&std::fs::read_to_string(file).ok()?)
        .unwrap_or_else(|error| panic!("the cases of {id}: {error}"));
    let answered = cases.iter().find(|case| case["refused"].is_null());
    answered.map(|case| members(&case["inputs"]))
}

/// Named raw values from a JSON object.
fn members(json: &Json) -> Inputs {
    let members = json.as_object().expect("the inputs of a case").iter();
    members
        .map(|(name, value)| (name.clone(), raw(value)))
        .collect()
}

fn raw(json: &Json) -> Raw {
    match json {
        Json::Null => Raw::Null,
        Json::Bool(value) => Raw::Boolean(*value),
        Json::Number(number) => Raw::Number(number.as_f64().expect("a finite number")),
        Json::String(text) => Raw::Text(text.clone()),
        Json::Array(_) => Raw::List,
        Json::Object(_) => Raw::Object(members(json)),
    }
}
