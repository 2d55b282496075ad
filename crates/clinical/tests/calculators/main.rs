//! The calculators one by one: published and worked values, thresholds from both
//! sides, both systems of units, and who is refused.

mod body;
mod cases;
mod figures;
mod laboratory;
mod score_cases;
mod scores;
mod vectors;

use clinical::{Context, Error, Evaluation, Language, Raw, Violation, calculators, evaluate};
use serde_json::Value as Json;

/// Named raw values, as a request has them.
type Inputs = Vec<(String, Raw)>;

/// The evaluation of a calculator, or why the inputs were refused.
fn ask(id: &str, inputs: &Inputs, language: Language) -> Result<Evaluation, Vec<Violation>> {
    let context = Context {
        today: "2026-01-01".parse().expect("a date"),
        language,
    };
    let calculator = calculators::find(id).unwrap_or_else(|| panic!("no calculator {id}"));
    evaluate(calculator, inputs, &context).map_err(|error| match error {
        Error::Refused(violations) => violations,
        Error::Defect(what) => panic!("{id}: {what}"),
    })
}

/// An input with its unit.
fn measured(name: &str, value: f64, unit: &str) -> (String, Raw) {
    let members = vec![
        ("value".to_owned(), Raw::Number(value)),
        ("unit".to_owned(), Raw::Text(unit.to_owned())),
    ];
    (name.to_owned(), Raw::Object(members))
}

/// Raw values from JSON.
fn raw(json: &Json) -> Raw {
    match json {
        Json::Null => Raw::Null,
        Json::Bool(value) => Raw::Boolean(*value),
        Json::Number(number) => Raw::Number(number.as_f64().expect("a finite number")),
        Json::String(text) => Raw::Text(text.clone()),
        Json::Array(_) => Raw::List,
        Json::Object(members) => {
            let members = members.iter();
            Raw::Object(
                members
                    .map(|(name, value)| (name.clone(), raw(value)))
                    .collect(),
            )
        }
    }
}

/// Named raw values from a JSON object.
fn members(json: &Json) -> Inputs {
    match raw(json) {
        Raw::Object(members) => members,
        other => panic!("no inputs: {other:?}"),
    }
}
