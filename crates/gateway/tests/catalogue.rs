//! The catalogue at the API's boundary, over the real definitions.

mod native;

use gateway::{respond, route};
use http::{HeaderMap, HeaderValue, Method, StatusCode};
use native::Native;
use proptest::prelude::*;
use serde_json::{Value, json};

fn headers(pairs: &[(&'static str, &'static str)]) -> HeaderMap {
    let pairs = pairs.iter().map(|(name, value)| {
        (
            http::HeaderName::from_static(name),
            HeaderValue::from_static(value),
        )
    });
    pairs.collect()
}

fn send(method: Method, target: &str, headers: &HeaderMap, body: &str) -> http::Response<Vec<u8>> {
    match route(&method, target, headers) {
        Ok(route) => {
            let body = Ok(body.as_bytes().to_vec());
            respond(route, body, &Native, "2026-06-15T12:00:00Z", &|| 42)
        }
        Err(refusal) => *refusal,
    }
}

fn read(response: &http::Response<Vec<u8>>) -> (u16, Value) {
    let document = serde_json::from_slice(response.body()).expect("JSON");
    (response.status().as_u16(), document)
}

fn get(target: &str) -> (u16, Value) {
    read(&send(Method::GET, target, &HeaderMap::new(), ""))
}

fn post(target: &str, body: &Value) -> (u16, Value) {
    let headers = headers(&[("content-type", "application/json")]);
    read(&send(Method::POST, target, &headers, &body.to_string()))
}

fn bmi(weight: f64, unit: &str) -> Value {
    json!({"inputs": {
        "weight": {"value": weight, "unit": unit},
        "height": {"value": 175, "unit": "cm"}
    }})
}

#[test]
fn an_evaluation_says_everything() {
    let (status, answer) = post("/api/v1/calculators/bmi", &bmi(70.0, "kg"));
    assert_eq!(status, 200, "{answer}");
    let expected = json!({
        "calculator": "bmi",
        "version": "1.0.0",
        "category": "body",
        "title": "Body mass index",
        "language": "en",
        "results": [{
            "name": "bmi",
            "title": "Body mass index",
            "value": 22.857_142_857_142_858,
            "unit": "kg/m2",
            "display": "22.9",
            "interpretation": {"code": "normal", "text": "normal weight"},
            "loinc": "39156-5"
        }],
        "warnings": [],
        "assumptions": ["No age was sent: adult classes assumed."],
        "inputs": {
            "weight": {"value": 70, "unit": "kg"},
            "height": {"value": 175, "unit": "cm"}
        },
        "labels": {"weight": {"title": "Weight"}, "height": {"title": "Height"}},
        "reference": {"citation": answer["reference"]["citation"]},
        "processing_time_us": 42
    });
    assert_eq!(answer, expected);
}

#[test]
fn refusals_point_at_the_input() {
    for (body, pointer, code) in [
        (bmi(70.0, "lb"), "/inputs/weight/unit", "unknown-unit"),
        (bmi(7000.0, "kg"), "/inputs/weight/value", "out-of-range"),
        (
            json!({"inputs": {"weight": 70}}),
            "/inputs/weight",
            "missing-unit",
        ),
        (
            json!({"inputs": {"a/b": 1}}),
            "/inputs/a~1b",
            "unknown-field",
        ),
        (json!({"inputs": []}), "/inputs", "wrong-type"),
        (json!({}), "/inputs", "missing"),
        (json!({"inputs": {}, "x": 1}), "/x", "unknown-field"),
        (json!([]), "", "wrong-type"),
    ] {
        let (status, problem) = post("/api/v1/calculators/bmi", &body);
        assert_eq!(status, 422, "{body}");
        let violations = problem["violations"].as_array().expect("violations");
        let named = violations
            .iter()
            .any(|one| one["pointer"] == pointer && one["code"] == code);
        assert!(named, "{body}: {problem}");
    }
    let (status, problem) = post("/api/v1/calculators/nope", &bmi(70.0, "kg"));
    assert_eq!(
        (status, &problem["code"]),
        (404, &json!("unknown-calculator"))
    );
}

#[test]
fn three_bad_inputs_are_three_violations() {
    let body = json!({"inputs": {
        "sex": "other",
        "age": {"value": 30},
        "creatinine": {"value": 80, "unit": "mg/dL"}
    }});
    let (status, problem) = post("/api/v1/calculators/egfr-ckd-epi-2021", &body);
    assert_eq!(status, 422);
    assert_eq!(
        problem["violations"].as_array().map(Vec::len),
        Some(3),
        "{problem}"
    );
    assert!(
        problem.to_string().contains("umol/L"),
        "the other unit is named: {problem}"
    );
}

#[test]
fn languages_and_formats_are_negotiated() {
    let body = bmi(70.0, "kg").to_string();
    for (accept, language, media_type, text) in [
        (
            "*/*",
            "pt-BR,pt;q=0.9,en;q=0.8",
            "application/json",
            "peso normal",
        ),
        (
            "application/json",
            "fr, en;q=0.5",
            "application/json",
            "normal weight",
        ),
        ("text/plain", "pt", "text/plain; charset=utf-8", "22,9"),
        (
            "text/markdown;q=0.9",
            "en",
            "text/markdown; charset=utf-8",
            "22.9",
        ),
        (
            "application/fhir+json",
            "en",
            "application/fhir+json",
            "\"Bundle\"",
        ),
        ("image/png", "", "application/json", "normal weight"),
    ] {
        let headers = headers(&[
            ("content-type", "application/json"),
            ("accept", accept),
            ("accept-language", language),
        ]);
        let response = send(Method::POST, "/api/v1/calculators/bmi", &headers, &body);
        assert_eq!(response.headers()["content-type"], media_type, "{accept}");
        let written = String::from_utf8_lossy(response.body());
        assert!(written.contains(text), "{accept}, {language}: {written}");
    }
}

#[test]
fn calculators_are_found_by_text_and_category() {
    let (status, all) = get("/api/v1/calculators");
    let count = clinical::calculators::all().count();
    assert_eq!((status, &all["total"]), (200, &json!(count)));
    let ids = |target: &str| -> Vec<String> {
        let (_, found) = get(target);
        let found = found["calculators"].as_array().expect("a list").iter();
        found
            .map(|one| one["id"].as_str().unwrap_or_default().to_owned())
            .collect()
    };
    assert!(ids("/api/v1/calculators?text=MASS+index").contains(&"bmi".to_owned()));
    assert_eq!(
        ids("/api/v1/calculators?text=bmi&category=scores"),
        Vec::<String>::new()
    );
    assert!(ids("/api/v1/calculators?category=scores").contains(&"child-pugh".to_owned()));
    let portuguese = headers(&[("accept-language", "pt-BR")]);
    let response = send(
        Method::GET,
        "/api/v1/calculators?text=indice%20massa",
        &portuguese,
        "",
    );
    assert_eq!(response.headers()["content-language"], "pt-BR");
    assert!(
        read(&response)
            .1
            .to_string()
            .contains("Índice de massa corporal")
    );
    assert_eq!(get("/api/v1/calculators?category=nope").0, 422);
}

#[test]
fn a_definition_has_a_schema_that_its_own_limits_agree_with() {
    for calculator in clinical::calculators::all() {
        let (status, definition) = get(&format!("/api/v1/calculators/{}", calculator.id));
        assert_eq!(status, 200);
        let schema = &definition["schema"];
        for input in calculator.inputs {
            assert!(
                schema["properties"][input.name].is_object(),
                "{}",
                calculator.id
            );
        }
        assert_eq!(schema["additionalProperties"], false);
    }
    assert_eq!(get("/api/v1/calculators/nope").0, 404);
}

#[test]
fn other_methods_are_refused() {
    let response = send(
        Method::DELETE,
        "/api/v1/calculators/bmi",
        &HeaderMap::new(),
        "",
    );
    assert_eq!(response.status(), StatusCode::METHOD_NOT_ALLOWED);
    assert_eq!(response.headers()["allow"], "GET, HEAD, POST");
}

/// The document is reviewed like code. To accept a change, run the test with
/// `UPDATE_GOLDEN=1`.
#[test]
fn openapi_is_the_golden_file() {
    let (status, document) = get("/openapi.json");
    assert_eq!(status, 200);
    let found = serde_json::to_string_pretty(&document).expect("JSON") + "\n";
    if std::env::var_os("UPDATE_GOLDEN").is_some() {
        let path = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/openapi.json");
        std::fs::write(path, &found).expect("the golden file");
    } else {
        let golden = include_str!("openapi.json");
        assert!(
            found == golden,
            "openapi.json has changed; see UPDATE_GOLDEN"
        );
    }
    for calculator in clinical::calculators::all() {
        let path = format!("/api/v1/calculators/{}", calculator.id);
        assert!(document["paths"][path]["post"].is_object());
    }
}

fn batch(body: &str) -> (u16, Vec<Value>) {
    let headers = headers(&[("content-type", "application/x-ndjson")]);
    let response = send(Method::POST, "/api/v1/batch", &headers, body);
    let text = String::from_utf8_lossy(response.body()).into_owned();
    let lines = text
        .lines()
        .map(|line| serde_json::from_str(line).expect("JSON"));
    (response.status().as_u16(), lines.collect())
}

#[test]
fn a_bad_line_spoils_nothing_but_itself() {
    let good = json!({"id": "a", "calculator": "bmi", "inputs": bmi(70.0, "kg")["inputs"]});
    let refused = json!({"id": 7, "calculator": "bmi", "inputs": bmi(70.0, "lb")["inputs"]});
    let unknown = json!({"id": "c", "calculator": "nope", "inputs": {}});
    let huge = format!("{{\"id\": \"{}\"}}", "x".repeat(70_000));
    let body = format!("{good}\n\n{refused}\n{{\n{unknown}\n[1]\n{huge}\n{{\"id\":\"e\"}}\n{good}");
    let (status, lines) = batch(&body);
    assert_eq!(status, 200);
    let found: Vec<_> = lines
        .iter()
        .map(|line| (line["line"].clone(), line["status"].clone()))
        .collect();
    let expected = [
        (1, 200),
        (3, 422),
        (4, 400),
        (5, 404),
        (6, 422),
        (7, 413),
        (8, 422),
        (9, 200),
    ];
    assert_eq!(
        found,
        expected.map(|(line, status)| (json!(line), json!(status)))
    );
    assert_eq!(lines[0]["id"], "a");
    assert_eq!(lines[0]["evaluation"]["results"][0]["display"], "22.9");
    assert_eq!(lines[1]["id"], 7);
    let pointer = &lines[1]["problem"]["violations"][0]["pointer"];
    assert_eq!(pointer, "/inputs/weight/unit");
    assert_eq!(lines[6]["id"], "e");
}

#[test]
fn a_batch_of_a_thousand_keeps_its_order() {
    let case = |n: usize| {
        let weight = 40.0 + n as f64 / 10.0;
        json!({"id": n, "calculator": "bmi", "inputs": bmi(weight, "kg")["inputs"]}).to_string()
    };
    let body: Vec<_> = (0..1000).map(case).collect();
    let (status, lines) = batch(&body.join("\n"));
    assert_eq!((status, lines.len()), (200, 1000));
    for (n, line) in lines.iter().enumerate() {
        assert_eq!((&line["id"], &line["status"]), (&json!(n), &json!(200)));
        let weight = &line["evaluation"]["inputs"]["weight"]["value"];
        let close = (weight.as_f64().unwrap_or_default() - (40.0 + n as f64 / 10.0)).abs() < 1e-9;
        assert!(close, "{line}");
    }
    let (status, lines) = batch(&format!("{}\n{}", body.join("\n"), case(1000)));
    assert_eq!((status, &lines[0]["code"]), (413, &json!("too-many-cases")));
}

#[test]
fn fhir_takes_observations_and_gives_observations() {
    let observation = |code: &str, value: f64, unit: &str| {
        json!({"resource": {
            "resourceType": "Observation",
            "status": "final",
            "code": {"coding": [{"system": "http://loinc.org", "code": code}]},
            "valueQuantity": {"value": value, "system": "http://unitsofmeasure.org", "code": unit}
        }})
    };
    let parameters = json!({
        "resourceType": "Parameters",
        "parameter": [
            {"name": "calculator", "valueString": "bmi"},
            {"name": "bundle", "resource": {
                "resourceType": "Bundle",
                "type": "collection",
                "entry": [observation("29463-7", 70.0, "kg"), observation("8302-2", 175.0, "cm")]
            }}
        ]
    });
    let headers = headers(&[("content-type", "application/fhir+json")]);
    for target in ["/fhir/$evaluate", "/fhir/%24evaluate"] {
        let response = send(Method::POST, target, &headers, &parameters.to_string());
        let (status, bundle) = read(&response);
        assert_eq!(status, 200, "{bundle}");
        assert_eq!(response.headers()["content-type"], "application/fhir+json");
        let result = &bundle["entry"][0]["resource"];
        assert_eq!(result["resourceType"], "Observation");
        assert_eq!(result["valueQuantity"]["code"], "kg/m2");
    }
    let mut wrong = parameters.clone();
    wrong["parameter"][1]["resource"]["entry"][0]["resource"]["valueQuantity"]["code"] =
        json!("lb");
    for (body, status) in [
        (wrong.to_string(), 422),
        ("{".to_owned(), 422),
        (String::new(), 400),
        (json!({"resourceType": "Patient"}).to_string(), 422),
    ] {
        let response = send(Method::POST, "/fhir/$evaluate", &headers, &body);
        let (found, outcome) = read(&response);
        assert_eq!(
            (found, &outcome["resourceType"]),
            (status, &json!("OperationOutcome")),
            "{body}"
        );
        assert_eq!(response.headers()["content-type"], "application/fhir+json");
    }
    let (status, statement) = get("/fhir/metadata");
    assert_eq!(
        (status, &statement["resourceType"]),
        (200, &json!("CapabilityStatement"))
    );
    let (status, outcome) = get("/fhir/nothing");
    assert_eq!(
        (status, &outcome["resourceType"]),
        (404, &json!("OperationOutcome"))
    );
}

#[test]
fn cds_hooks_answers_with_cards() {
    let (status, services) = get("/cds-services");
    assert_eq!(status, 200);
    assert!(
        services["services"]
            .as_array()
            .is_some_and(|all| all.len() >= 3)
    );
    let (status, problem) = post("/cds-services/nope", &json!({}));
    assert_eq!((status, &problem["code"]), (404, &json!("unknown-service")));
    let bare = json!({
        "hook": "patient-view",
        "hookInstance": "d1577c69-dfbe-44ad-ba6d-3e05e953b2ea",
        "context": {"userId": "Practitioner/1", "patientId": "1"}
    });
    let (status, problem) = post("/cds-services/body-figures", &bare);
    assert_eq!(
        (status, &problem["code"]),
        (412, &json!("missing-data")),
        "{problem}"
    );
    assert_eq!(post("/cds-services/body-figures", &json!([])).0, 400);
}

fn any_json() -> impl Strategy<Value = Value> {
    let leaf = prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::from),
        any::<f64>().prop_map(Value::from),
        prop::sample::select(vec!["kg", "cm", "bmi", "Parameters", "male", "x"])
            .prop_map(Value::from),
    ];
    leaf.prop_recursive(4, 32, 6, |inner| {
        let name = prop::sample::select(vec![
            "inputs",
            "weight",
            "height",
            "value",
            "unit",
            "calculator",
            "id",
            "resourceType",
            "parameter",
            "name",
            "resource",
            "prefetch",
            "context",
            "hook",
        ]);
        prop_oneof![
            prop::collection::vec(inner.clone(), 0..4).prop_map(Value::from),
            prop::collection::vec((name, inner), 0..5).prop_map(|members| {
                Value::Object(
                    members
                        .into_iter()
                        .map(|(n, v)| (n.to_owned(), v))
                        .collect(),
                )
            }),
        ]
    })
}

proptest! {
    /// No JSON of any shape is a server's error, on any surface.
    #[test]
    fn no_json_is_a_server_error(body in any_json()) {
        for (target, media_type) in [
            ("/api/v1/calculators/bmi", "application/json"),
            ("/api/v1/calculators/child-pugh", "application/json"),
            ("/api/v1/batch", "application/x-ndjson"),
            ("/fhir/$evaluate", "application/fhir+json"),
            ("/cds-services/body-figures", "application/json"),
            ("/cds-services/news2", "application/json"),
        ] {
            let headers = headers(&[("content-type", media_type)]);
            let response = send(Method::POST, target, &headers, &body.to_string());
            prop_assert!(response.status().as_u16() < 500, "{}: {}", target, body);
        }
    }
}
