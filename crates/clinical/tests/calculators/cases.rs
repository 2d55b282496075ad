//! Worked cases as data: `tests/cases/<id>.json` holds those of one calculator. Each
//! says where it comes from.

use std::collections::BTreeMap;
use std::path::PathBuf;

use clinical::definition::Value;
use clinical::{Evaluation, Language, calculators};
use serde::Deserialize;
use serde_json::Value as Json;

use crate::{ask, members};

/// One worked case.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Case {
    /// The paper, the third party that was run, or the arithmetic.
    source: String,
    /// The inputs of a request.
    inputs: Json,
    /// Results by name: a number (to nine digits), a date, `null` where there must be
    /// none, or `{"value", "tolerance"}`.
    #[serde(default)]
    results: BTreeMap<String, Json>,
    /// Codes of the meanings of results, `null` where there must be none.
    #[serde(default)]
    meanings: BTreeMap<String, Option<String>>,
    /// Points by item.
    #[serde(default)]
    items: BTreeMap<String, f64>,
    /// How many warnings there must be.
    warnings: Option<usize>,
    /// Codes of refusals by field, instead of results: exactly these.
    #[serde(default)]
    refused: BTreeMap<String, String>,
}

/// The cases of a calculator; none where it has no file.
#[expect(clippy::disallowed_methods, reason = "worked cases are files")]
fn cases(id: &str) -> Vec<Case> {
    let file = folder().join(format!("{id}.json"));
    match std::fs::read_to_string(&file) {
        Ok(text) => serde_json::from_str(&text)
            .unwrap_or_else(|error| panic!("{}: {error}", file.display())),
        Err(_) => Vec::new(),
    }
}

/// The folder of all of them.
fn folder() -> PathBuf {
    PathBuf::from(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/cases"))
}

/// These have their cases in the modules beside this one.
const ELSEWHERE: [&str; 11] = [
    "ibw-robinson-1983",
    "ibw-miller-1983",
    "bsa-haycock-1978",
    "waist-height-ratio",
    "tdee",
    "bmr-cunningham-1980",
    "qtc-fridericia-1920",
    "qtc-framingham-1992",
    "serum-osmolality",
    "gestational-age",
    "health-metrics",
];

/// A calculator is believed when at least three cases that someone worked out say so;
/// the published vectors count too.
const LEAST: usize = 3;

/// Whether the cases of a calculator are a file.
pub(crate) fn has_file(id: &str) -> bool {
    !cases(id).is_empty()
}

#[test]
fn every_calculator_has_worked_cases() {
    let vectors: Vec<Json> =
        serde_json::from_str(include_str!("vectors.json")).expect("the vectors");
    let vectors = |id: &str| vectors.iter().filter(|one| one["calculator"] == id).count();
    let mut poor = Vec::new();
    for calculator in calculators::all() {
        let cases = cases(calculator.id);
        assert!(cases.iter().all(|one| !one.source.is_empty()));
        let answered = cases.iter().filter(|one| one.refused.is_empty()).count();
        if answered < LEAST && vectors(calculator.id) == 0 {
            poor.push(calculator.id);
        }
    }
    poor.retain(|id| !ELSEWHERE.contains(id));
    assert_eq!(poor, [""; 0], "calculators with fewer than {LEAST} cases");
}

#[test]
fn every_file_of_cases_belongs_to_a_calculator() {
    for entry in std::fs::read_dir(folder()).expect("the folder") {
        let path = entry.expect("an entry").path();
        let id = path.file_stem().and_then(|stem| stem.to_str());
        let known = id.and_then(calculators::find);
        assert!(known.is_some(), "{}", path.display());
    }
}

#[test]
fn every_case() {
    let mut failures = Vec::new();
    let mut count = 0;
    for calculator in calculators::every() {
        for (place, case) in cases(calculator.id).iter().enumerate() {
            count += 1;
            let found = ask(calculator.id, &members(&case.inputs), Language::English);
            let wrong = match found {
                Ok(found) => answered(case, &found),
                Err(violations) => {
                    let found = violations.iter();
                    let found = found.map(|one| (one.field.clone(), one.code.to_string()));
                    let found: BTreeMap<_, _> = found.collect();
                    (found != case.refused).then(|| format!("refused: {violations:?}"))
                }
            };
            failures.extend(wrong.map(|wrong| format!("{} [{place}]: {wrong}", calculator.id)));
        }
    }
    assert!(failures.is_empty(), "{}", failures.join("\n"));
    assert!(count > 0);
}

/// What is wrong with an answer, if anything.
fn answered(case: &Case, found: &Evaluation) -> Option<String> {
    if !case.refused.is_empty() {
        return Some(format!("answered, not refused as {:?}", case.refused));
    }
    for (name, expected) in &case.results {
        let result = found.results.iter().find(|one| one.output.name == name);
        let value = result.map(|one| one.value);
        if !same(expected, value) {
            return Some(format!("{name} is {value:?}, not {expected}"));
        }
    }
    for (name, expected) in &case.meanings {
        let result = found.results.iter().find(|one| one.output.name == name);
        let code = result
            .and_then(|one| one.interpretation)
            .map(|one| one.code);
        if code != expected.as_deref() {
            return Some(format!("{name} means {code:?}, not {expected:?}"));
        }
    }
    for (name, expected) in &case.items {
        let points = found.items.iter().find(|item| item.name == name);
        if points.map(|item| item.points) != Some(*expected) {
            return Some(format!("item {name} is {points:?}, not {expected}"));
        }
    }
    match case.warnings {
        Some(count) if count != found.warnings.len() => {
            Some(format!("warnings: {:?}, not {count}", found.warnings))
        }
        _ => None,
    }
}

fn same(expected: &Json, found: Option<Value>) -> bool {
    let near = |expected: &Json, found: f64, tolerance: f64| {
        let expected = expected.as_f64().expect("a number");
        (found - expected).abs() <= tolerance
    };
    match (expected, found) {
        (Json::Null, found) => found.is_none(),
        (Json::String(date), Some(Value::Date(found))) => *date == found.to_string(),
        (Json::Number(number), Some(Value::Number(found))) => near(
            expected,
            found,
            1e-9 * number.as_f64().unwrap_or(1.0).abs().max(1.0),
        ),
        (Json::Object(both), Some(Value::Number(found))) => {
            let tolerance = both["tolerance"].as_f64().expect("a tolerance");
            near(&both["value"], found, tolerance)
        }
        _ => false,
    }
}
