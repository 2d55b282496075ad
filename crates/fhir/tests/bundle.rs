//! Evaluations, refusals and capabilities out.

#[allow(dead_code, reason = "each test file uses some of the helpers")]
mod common;

use common::{accepted, bundle_of, evaluate, height, parameters, weight};
use fhir::{Issue, IssueCode, Provenance};
use serde_json::{Value, json};

const NOW: &str = "2026-01-31T12:00:00Z";

/// FHIR forbids null, and empty texts, arrays and objects.
#[track_caller]
fn nothing_empty(value: &Value, path: &str) {
    match value {
        Value::Null => panic!("null at {path}"),
        Value::String(text) => assert!(!text.is_empty(), "empty text at {path}"),
        Value::Array(members) => {
            assert!(!members.is_empty(), "empty array at {path}");
            for member in members {
                nothing_empty(member, path);
            }
        }
        Value::Object(members) => {
            assert!(!members.is_empty(), "empty object at {path}");
            for (name, member) in members {
                nothing_empty(member, &format!("{path}/{name}"));
            }
        }
        Value::Bool(_) | Value::Number(_) => {}
    }
}

fn child_pugh() -> Value {
    json!({
        "bilirubin": {"value": 2.6, "unit": "mg/dL"},
        "albumin": {"value": 3.7, "unit": "g/dL"},
        "inr": 2,
        "ascites": "none",
        "encephalopathy": "none",
    })
}

fn adult() -> Value {
    json!({
        "sex": "male",
        "age": {"value": 30, "unit": "a"},
        "weight": {"value": 70, "unit": "kg"},
        "height": {"value": 175, "unit": "cm"},
    })
}

fn with(mut inputs: Value, name: &str, value: Value) -> Value {
    inputs[name] = value;
    inputs
}

fn clearance() -> Value {
    let creatinine = json!({"value": 80, "unit": "umol/L"});
    let mut inputs = with(adult(), "creatinine", creatinine);
    inputs.as_object_mut().expect("an object").remove("height");
    inputs
}

#[test]
fn observations_hold_nothing_empty() {
    let sized =
        json!({"weight": {"value": 70, "unit": "kg"}, "height": {"value": 175, "unit": "cm"}});
    for (calculator, inputs) in [
        ("bmi", sized),
        ("child-pugh", child_pugh()),
        ("creatinine-clearance-cockcroft-gault", clearance()),
        ("bmr-roza-shizgal-1984", adult()),
        ("tdee", with(adult(), "activity_level", json!("light"))),
        ("body-fat-deurenberg-1991", adult()),
    ] {
        for language in ["en", "pt-BR"] {
            let evaluation = evaluate(calculator, &inputs, language);
            let bundle = fhir::bundle(&evaluation, &Provenance::default(), NOW);
            nothing_empty(&bundle, calculator);
            let results = evaluation["results"].as_array().expect("results").len();
            assert_eq!(bundle["entry"].as_array().map(Vec::len), Some(results));
        }
    }
}

#[test]
fn a_bmi_is_a_vital_sign() {
    let request = accepted(&parameters("bmi", &[bundle_of(&[weight(), height()])]));
    let evaluation = evaluate("bmi", &request.inputs, "en");
    let bundle = fhir::bundle(&evaluation, &request.provenance, NOW);
    let bmi = &bundle["entry"][0]["resource"];
    assert_eq!(
        bmi["meta"]["profile"][0],
        "http://hl7.org/fhir/StructureDefinition/bmi"
    );
    assert_eq!(bmi["status"], "final");
    assert_eq!(bmi["category"][0]["coding"][0]["code"], "vital-signs");
    assert_eq!(
        bmi["code"]["coding"],
        json!([
            {"system": "http://loinc.org", "code": "39156-5"},
            {"system": "urn:medical-platform:calculator-result", "code": "bmi/bmi"},
        ])
    );
    assert_eq!(
        bmi["valueQuantity"],
        json!({
            "value": 22.857_142_857_142_858,
            "unit": "kg/m2",
            "system": "http://unitsofmeasure.org",
            "code": "kg/m2",
        })
    );
    assert_eq!(bmi["subject"], json!({"reference": "Patient/p"}));
    assert_eq!(bmi["effectiveDateTime"], "2026-01-30");
    assert_eq!(bmi["issued"], NOW);
    assert_eq!(bmi["derivedFrom"][1]["reference"], "Observation/h");
    assert_eq!(bmi["interpretation"][0]["text"], "normal weight");
    assert_eq!(bmi["method"]["coding"][0]["version"], "1.0.0");
    assert_eq!(bmi["device"]["display"], "Medical platform bmi 1.0.0");
    assert_eq!(
        bmi["note"][0]["text"],
        "Assumption: No age was sent: adult classes assumed."
    );

    // The profile wants a subject and a time, whatever was sent.
    let bundle = fhir::bundle(&evaluation, &Provenance::default(), NOW);
    let bmi = &bundle["entry"][0]["resource"];
    assert_eq!(bmi["subject"], json!({"display": "not stated"}));
    assert_eq!(bmi["effectiveDateTime"], NOW);
}

#[test]
fn a_score_has_its_items() {
    let evaluation = evaluate("child-pugh", &child_pugh(), "pt-BR");
    let bundle = fhir::bundle(&evaluation, &Provenance::default(), NOW);
    let score = &bundle["entry"][0]["resource"];
    assert_eq!(score["category"][0]["coding"][0]["code"], "survey");
    assert_eq!(score["valueQuantity"]["value"], 7);
    assert_eq!(score["valueQuantity"]["code"], "{score}");
    assert_eq!(
        score["interpretation"][0]["coding"][0]["code"],
        "child-pugh/B"
    );
    let items = score["component"].as_array().expect("components");
    assert_eq!(items.len(), 5);
    assert_eq!(items[0]["code"]["text"], "Bilirrubina total");
    assert_eq!(items[0]["valueQuantity"]["value"], 2);
    assert_eq!(score.get("subject"), None);
}

#[test]
fn other_results() {
    let provenance = Provenance {
        preliminary: true,
        ..Provenance::default()
    };
    let evaluation = json!({
        "calculator": "c",
        "category": "laboratory",
        "version": "1.0.0",
        "title": "C",
        "results": [
            {"name": "ratio", "value": 0.5, "unit": "1"},
            {"name": "map", "value": 93.3, "unit": "mm[Hg]"},
            {"name": "due", "value": "2026-10-01"},
            {"name": "absent"},
        ],
    });
    let bundle = fhir::bundle(&evaluation, &provenance, NOW);
    let entries = bundle["entry"].as_array().expect("entries");
    assert_eq!(entries.len(), 3);
    let category = |at: usize| &entries[at]["resource"]["category"][0]["coding"][0]["code"];
    assert_eq!(entries[0]["resource"]["status"], "preliminary");
    assert_eq!(entries[0]["resource"]["valueQuantity"]["code"], "1");
    assert_eq!(entries[0]["fullUrl"], "urn:medical-platform:result:c:ratio");
    assert_eq!(category(0), "laboratory");
    assert_eq!(category(1), "exam");
    assert_eq!(entries[2]["resource"]["valueDateTime"], "2026-10-01");

    let items = json!([{"item": "Eye", "input": "eye", "points": 4}]);
    let evaluation = json!({"calculator": "g", "title": "G", "results": [], "items": items});
    let bundle = fhir::bundle(&evaluation, &Provenance::default(), NOW);
    nothing_empty(&bundle, "g");
    let observation = &bundle["entry"][0]["resource"];
    assert_eq!(
        observation["dataAbsentReason"]["coding"][0]["code"],
        "unknown"
    );
    assert_eq!(observation["component"][0]["valueQuantity"]["value"], 4);
}

#[test]
fn refusals_are_an_operation_outcome() {
    let issue = Issue {
        code: IssueCode::CodeInvalid,
        expression: Some("Parameters.parameter.where(name='weight').value.code".to_owned()),
        text: "weight.unit must be one of kg, g".to_owned(),
        our_code: Some("unknown-unit".to_owned()),
    };
    let expected = json!({
        "resourceType": "OperationOutcome",
        "issue": [{
            "severity": "error",
            "code": "code-invalid",
            "details": {
                "coding": [{"system": "urn:medical-platform:issue", "code": "unknown-unit"}],
                "text": "weight.unit must be one of kg, g",
            },
            "diagnostics": "weight.unit must be one of kg, g",
            "expression": ["Parameters.parameter.where(name='weight').value.code"],
        }],
    });
    assert_eq!(fhir::operation_outcome(&[issue]), expected);
    let bare = Issue {
        code: IssueCode::Structure,
        expression: None,
        text: "the body is not JSON".to_owned(),
        our_code: None,
    };
    nothing_empty(&fhir::operation_outcome(&[bare]), "bare");
    nothing_empty(&fhir::operation_outcome(&[]), "none");
}

#[test]
fn the_capability_statement_says_what_there_is() {
    let statement = fhir::capability_statement("0.1.0", "2026-01-31");
    nothing_empty(&statement, "statement");
    assert_eq!(statement["fhirVersion"], "4.0.1");
    assert_eq!(statement["kind"], "instance");
    assert_eq!(statement["rest"][0]["operation"][0]["name"], "evaluate");
}

/// One resource a line, for tests/fhir/validate.py:
/// `cargo test -p fhir --test bundle -- --nocapture resources`.
#[test]
fn resources_for_validation() {
    let inputs =
        json!({"weight": {"value": 70, "unit": "kg"}, "height": {"value": 175, "unit": "cm"}});
    for (calculator, inputs) in [
        ("bmi", inputs),
        ("child-pugh", child_pugh()),
        ("creatinine-clearance-cockcroft-gault", clearance()),
    ] {
        let evaluation = evaluate(calculator, &inputs, "en");
        println!("{}", fhir::bundle(&evaluation, &Provenance::default(), NOW));
    }
    let issues = fhir::parse("{", &json!([])).expect_err("a refusal");
    println!("{}", fhir::operation_outcome(&issues));
    println!("{}", fhir::capability_statement("0.1.0", "2026-01-31"));
}
