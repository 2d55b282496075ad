//! The documents that are printed from the tables. They are reviewed like code; to
//! accept a change, run these tests with `UPDATE_GOLDEN=1`.

use std::collections::BTreeMap;
use std::path::Path;

use api::openapi::{Sources, document};
use api::page::page;
use clinical::calculators;
use serde_json::{Map, Value};
use text::Language;
use wire::Definition;

fn golden(path: &str, golden: &str, found: &str) {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(path);
    if std::env::var_os("UPDATE_GOLDEN").is_some() {
        std::fs::write(&path, found).expect("the golden file");
    } else {
        assert!(golden == found, "{path:?} has changed; see UPDATE_GOLDEN");
    }
}

/// Inputs with a known answer, by calculator.
fn examples() -> BTreeMap<String, Value> {
    let cases: Value = serde_json::from_str(include_str!(
        "../../../clinical/tests/calculators/vectors.json"
    ))
    .expect("JSON");
    let cases = cases.as_array().expect("a list").iter();
    let answered = cases.filter(|case| case["expected"].is_number());
    let mut all = BTreeMap::new();
    for case in answered {
        let id = case["calculator"].as_str().expect("an id").to_owned();
        all.entry(id).or_insert_with(|| case["inputs"].clone());
    }
    for calculator in calculators::all() {
        let case = first_case(calculator.id);
        all.extend(case.map(|inputs| (calculator.id.to_owned(), inputs)));
    }
    all
}

/// The inputs of the first worked case of a calculator that has an answer.
#[expect(clippy::disallowed_methods, reason = "worked cases are files")]
fn first_case(id: &str) -> Option<Value> {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/../clinical/tests/cases");
    let text = std::fs::read_to_string(format!("{folder}/{id}.json")).ok()?;
    let cases: Vec<Value> = serde_json::from_str(&text).expect("cases");
    let answered = cases.iter().find(|case| case["refused"].is_null());
    answered.map(|case| case["inputs"].clone())
}

/// The definitions of the catalogue.
pub(crate) fn definitions() -> Vec<Definition<'static>> {
    let all = calculators::all();
    all.map(|one| evaluator::definition(one, Language::English))
        .collect()
}

/// The schemas that operations name.
pub(crate) fn schemas() -> Map<String, Value> {
    let mut with_figures = definitions();
    for id in ["adult-bmi", "adult-bmr"] {
        let found = calculators::find(id).expect("a calculator");
        with_figures.push(evaluator::definition(found, Language::English));
    }
    gateway::schemas(&with_figures).expect("schemas")
}

#[test]
fn openapi_is_the_golden_file() {
    let found = document(
        &gateway::API,
        &Sources {
            version: env!("CARGO_PKG_VERSION"),
            definitions: &definitions(),
            panels: &clinical::panels::ALL
                .iter()
                .map(|one| one.id)
                .collect::<Vec<_>>(),
            examples: &examples(),
            schemas: schemas(),
        },
    );
    let known = include_str!("../../src/platform/openapi.json");
    golden("src/platform/openapi.json", known, &lined(&found));
}

/// The document with a line for each path and each schema: it is served as it stands, so
/// it has no more white space than whoever reads its differences needs.
fn lined(document: &Value) -> String {
    let members = |value: &Value, between: &str| {
        let members = value.as_object().expect("an object").iter();
        let members =
            members.map(|(name, value)| format!("{}:{value}", Value::from(name.as_str())));
        members.collect::<Vec<_>>().join(between)
    };
    let mut head = document.clone();
    let paths = members(&head["paths"].take(), ",\n");
    let schemas = members(&head["components"]["schemas"].take(), ",\n");
    let responses = members(&head["components"]["responses"].take(), ",\n");
    let head = members(&head, ",\n");
    let written = format!("{{\n{head}\n}}\n");
    let written = written.replace("\"paths\":null", &format!("\"paths\":{{\n{paths}\n}}"));
    let written = written.replace(
        "\"schemas\":null",
        &format!("\"schemas\":{{\n{schemas}\n}}"),
    );
    let written = written.replace(
        "\"responses\":null}",
        &format!("\"responses\":{{\n{responses}\n}}}}"),
    );
    let read: Value = serde_json::from_str(&written).expect("the same document");
    assert_eq!(&read, document);
    written
}

#[test]
fn the_printed_page_is_the_golden_file() {
    let found = page(&gateway::API, api::page::VIOLATIONS);
    let known = include_str!("../../../../docs/api.md");
    golden("../../docs/api.md", known, &found);
}
