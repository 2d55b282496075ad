//! Worked cases of published and third-party sources, through the same door as
//! every request. `vectors.json` says where each comes from.

use clinical::definition::Value;
use clinical::{Context, Language, Raw, calculators, evaluate};
use serde_json::Value as Json;

fn raw(json: &Json) -> Raw {
    match json {
        Json::Null => Raw::Null,
        Json::Bool(value) => Raw::Boolean(*value),
        Json::Number(number) => Raw::Number(number.as_f64().expect("a finite number")),
        Json::String(text) => Raw::Text(text.clone()),
        Json::Array(_) => Raw::List,
        Json::Object(members) => Raw::Object(
            members
                .iter()
                .map(|(name, value)| (name.clone(), raw(value)))
                .collect(),
        ),
    }
}

#[test]
fn every_vector() {
    let vectors: Vec<Json> =
        serde_json::from_str(include_str!("vectors.json")).expect("the vectors");
    let context = Context {
        today: "2026-01-01".parse().expect("a date"),
        language: Language::English,
    };
    let mut failures = Vec::new();
    for vector in &vectors {
        let id = &vector["id"];
        let calculator = vector["calculator"].as_str().expect("an id");
        let Some(calculator) = calculators::find(calculator) else {
            failures.push(format!("{id}: there is no calculator {calculator}"));
            continue;
        };
        let Raw::Object(inputs) = raw(&vector["inputs"]) else {
            panic!("{id}: inputs");
        };
        let found = match evaluate(calculator, &inputs, &context) {
            Ok(evaluation) => evaluation,
            Err(violations) if vector["refused"].is_string() => {
                let code = vector["refused"].as_str();
                if !violations.iter().any(|one| Some(one.code.as_str()) == code) {
                    failures.push(format!("{id}: refused otherwise: {violations:?}"));
                }
                continue;
            }
            Err(violations) => {
                failures.push(format!("{id}: {violations:?}"));
                continue;
            }
        };
        let value = found.results[0].value;
        match (&vector["expected"], value) {
            (Json::String(expected), Value::Date(date)) if *expected == date.to_string() => {}
            (Json::Number(expected), Value::Number(number)) => {
                let expected = expected.as_f64().expect("a number");
                let tolerance = vector["tolerance"].as_f64().unwrap_or(1e-9);
                if (number - expected).abs() > tolerance {
                    failures.push(format!("{id}: found {number}, expected {expected}"));
                }
            }
            (expected, value) => {
                failures.push(format!("{id}: found {value:?}, expected {expected}"));
            }
        }
    }
    assert!(failures.is_empty(), "{}", failures.join("\n"));
    assert!(vectors.len() > 90);
}
