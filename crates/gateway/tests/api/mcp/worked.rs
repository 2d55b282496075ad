//! Every calculator by its tool, on the cases whose answers are known: the same answer as
//! from the JSON API, whether it is one or a refusal.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use clinical::calculators;
use serde_json::{Value, json};

use super::asking::{Client, Request, result_in};
use super::tools::tool;
use crate::checker::fits;
use crate::common::{JSON, ask, json as read};
use crate::{bodies, recorded};

const CASES: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../clinical/tests/cases");
const VECTORS: &str = include_str!("../../../../clinical/tests/calculators/vectors.json");

#[expect(
    clippy::disallowed_methods,
    reason = "a new calculator brings a new file"
)]
fn read_file(path: &Path) -> Value {
    let text = std::fs::read_to_string(path).expect("a file");
    serde_json::from_str(&text).expect("JSON")
}

/// Inputs by calculator: of the tables of worked cases, of the published vectors, and of
/// what was answered before.
fn cases() -> BTreeMap<String, Vec<Value>> {
    let mut all: BTreeMap<String, Vec<Value>> = BTreeMap::new();
    let mut add = |id: &str, inputs: &Value| {
        all.entry(id.to_owned()).or_default().push(inputs.clone());
    };
    for entry in Path::new(CASES).read_dir().expect("cases") {
        let path = entry.expect("a file").path();
        let id = path
            .file_stem()
            .and_then(|name| name.to_str())
            .expect("a name");
        for case in read_file(&path).as_array().expect("cases") {
            add(id, &case["inputs"]);
        }
    }
    let vectors: Value = serde_json::from_str(VECTORS).expect("vectors");
    for vector in vectors.as_array().expect("vectors") {
        add(
            vector["calculator"].as_str().expect("an id"),
            &vector["inputs"],
        );
    }
    // Its figures are recorded as flat fields only.
    add(
        "health-metrics",
        &json!({
            "sex": "male", "age": {"value": 30, "unit": "a"},
            "weight": {"value": 70, "unit": "kg"}, "height": {"value": 1.75, "unit": "m"},
        }),
    );
    for document in recorded::answered() {
        let id = document.target.strip_prefix("/api/v1/calculators/");
        let body: Option<Value> = serde_json::from_str(&document.body).ok();
        if let (Some(id), Some(body), true) = (id, body, bodies::is_own(&document)) {
            add(id, &body["inputs"]);
        }
    }
    all
}

#[test]
fn a_tool_answers_what_the_api_answers() {
    let schema = tool("evaluate_calculator")["outputSchema"].clone();
    let mut evaluated = BTreeSet::new();
    let mut asked = 0;
    for (id, inputs) in cases() {
        for (position, inputs) in inputs.iter().enumerate() {
            let (client, language) = match position % 2 {
                0 => (Client::Modern, "en"),
                _ => (Client::Legacy, "pt-BR"),
            };
            let arguments = json!({"id": id, "inputs": inputs, "language": language});
            let params = json!({"name": "evaluate_calculator", "arguments": arguments});
            let result = result_in(&Request::new(client, "tools/call", &params).ask());
            let found = &result["structuredContent"];
            fits(&schema, found).unwrap_or_else(|error| panic!("{id}: {error}"));
            let headers = [JSON, &[("accept-language", language)]].concat();
            let body = json!({"inputs": inputs}).to_string();
            let target = format!("/api/v1/calculators/{id}");
            let api = ask("POST", &target, &headers, body.as_bytes());
            let mut expected = read(&api);
            if let Some(evaluation) = expected.as_object_mut() {
                evaluation.shift_remove("processing_time_us");
            }
            assert_eq!(found, &expected, "{id} {inputs}");
            assert_eq!(result["isError"], api.status != 200, "{id} {inputs}");
            if api.status == 200 {
                evaluated.insert(id.clone());
                complete(&result);
            }
            asked += 1;
        }
    }
    assert!(asked > 200, "{asked}");
    let known: BTreeSet<_> = calculators::all().map(|one| one.id.to_owned()).collect();
    let never: Vec<_> = known.difference(&evaluated).collect();
    assert!(never.is_empty(), "no worked case is answered for {never:?}");
}

/// Whatever a client reads of an answer, it has all that belongs to a figure.
#[track_caller]
fn complete(result: &Value) {
    let text = result["content"][0]["text"].as_str().expect("a text");
    let text: Value = serde_json::from_str(text).expect("JSON");
    for found in [&text, &result["structuredContent"]] {
        for name in ["calculator", "version"] {
            assert!(found[name].is_string(), "{name} in {found}");
        }
        for name in ["warnings", "assumptions"] {
            assert!(found[name].is_array(), "{name} in {found}");
        }
        assert!(found["reference"]["citation"].is_string(), "{found}");
        let results = found["results"].as_array().expect("results");
        for one in results {
            assert!(one["unit"].is_string() || one["kind"] == "date", "{one}");
        }
    }
    let id = text["calculator"].as_str().expect("an id");
    let link = &result["content"][1];
    assert_eq!(link["type"], "resource_link");
    assert_eq!(link["uri"], format!("medical://calculators/{id}"));
}
