//! Worked cases of published and third-party sources, through the same door as
//! every request. `vectors.json` says where each comes from.

use clinical::Language;
use clinical::definition::Value;
use serde_json::Value as Json;

use crate::{ask, members};

#[test]
fn every_vector() {
    let vectors: Vec<Json> =
        serde_json::from_str(include_str!("vectors.json")).expect("the vectors");
    let mut failures = Vec::new();
    for vector in &vectors {
        let id = &vector["id"];
        let calculator = vector["calculator"].as_str().expect("an id");
        let asked = ask(calculator, &members(&vector["inputs"]), Language::English);
        let found = match asked {
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
