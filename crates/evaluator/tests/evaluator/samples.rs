//! Inputs that are known to mean something, of every calculator.

use std::sync::LazyLock;

use serde::Deserialize;
use serde_json::Value;

/// A calculator and the JSON object of its inputs.
#[derive(Debug, Clone, Deserialize)]
pub(crate) struct Sample {
    pub(crate) calculator: String,
    pub(crate) inputs: Value,
}

#[derive(Deserialize)]
struct Request {
    path: String,
    body: String,
}

/// What neither the vectors nor the recording have an answer of.
const OTHERS: &str = r#"[
    {"calculator": "health-metrics", "inputs": {"sex": "male", "activity_level": 1.55,
        "weight": {"value": 70, "unit": "kg"}, "height": {"value": 175, "unit": "cm"},
        "birth_date": "1990-01-31", "on": null}}
]"#;

/// The published vectors, and what the release before was asked; refused ones too.
pub(crate) static SAMPLES: LazyLock<Vec<Sample>> = LazyLock::new(samples);

fn samples() -> Vec<Sample> {
    let vectors = include_str!("../../../clinical/tests/calculators/vectors.json");
    let mut all: Vec<Sample> = serde_json::from_str(vectors).expect("vectors");
    let others: Vec<Sample> = serde_json::from_str(OTHERS).expect("samples");
    all.extend(others);
    all.extend(cases());
    let recorded = include_str!("../../../gateway/tests/api/recorded/requests.ndjson");
    for line in recorded.lines() {
        let request: Request = serde_json::from_str(line).expect("a request");
        let calculator = request.path.strip_prefix("/api/v1/calculators/");
        let Some(calculator) = calculator.filter(|_| !request.body.is_empty()) else {
            continue;
        };
        let body: Value = serde_json::from_str(&request.body).unwrap_or_default();
        if body["inputs"].is_object() {
            all.push(Sample {
                calculator: calculator.to_owned(),
                inputs: body["inputs"].clone(),
            });
        }
    }
    all
}

/// The worked cases of the catalogue.
#[expect(clippy::disallowed_methods, reason = "worked cases are files")]
fn cases() -> Vec<Sample> {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/../clinical/tests/cases");
    let mut found = Vec::new();
    for entry in std::fs::read_dir(folder).expect("the cases") {
        let path = entry.expect("an entry").path();
        let calculator = path.file_stem().and_then(|stem| stem.to_str());
        let calculator = calculator.expect("a calculator");
        let text = std::fs::read_to_string(&path).expect("a file");
        let cases: Vec<Value> = serde_json::from_str(&text).expect("cases");
        found.extend(cases.into_iter().map(|case| Sample {
            calculator: calculator.to_owned(),
            inputs: case["inputs"].clone(),
        }));
    }
    found
}
