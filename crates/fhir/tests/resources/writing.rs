//! Evaluations, refusals and capabilities out.

use fhir::{Issue, IssueCode, Provenance};
use serde_json::{Value, json};
use text::Language;
use wire::{Evaluation, Found, Number, OutputKind};

use crate::support::{accepted, bundle_of, evaluate, height, parameters, read, weight};

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
        for language in Language::ALL {
            let evaluation = evaluate(calculator, &inputs, language);
            let bundle = fhir::bundle(&evaluation, &Provenance::default(), NOW);
            nothing_empty(&bundle, calculator);
            let results = evaluation.results.len();
            assert_eq!(bundle["entry"].as_array().map(Vec::len), Some(results));
        }
    }
}

#[test]
fn a_bmi_is_a_vital_sign() {
    let request = accepted(&parameters("bmi", &[bundle_of(&[weight(), height()])]));
    let evaluation = evaluate("bmi", &request.inputs, Language::English);
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
    assert_eq!(bmi["method"]["coding"][0]["version"], "1.1.0");
    assert_eq!(bmi["device"]["display"], "Medical platform bmi 1.1.0");
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
    let evaluation = evaluate("child-pugh", &child_pugh(), Language::Portuguese);
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

fn found(name: &'static str, kind: OutputKind, value: f64, unit: &'static str) -> Found<'static> {
    Found {
        name: name.into(),
        title: name.into(),
        kind,
        value: wire::Value::Number(Number(value)),
        unit: Some(unit.into()),
        display: value.to_string().into(),
        interpretation: None,
        loinc: None,
        formula: None,
    }
}

fn with_results(results: Vec<Found<'static>>) -> Evaluation<'static> {
    Evaluation {
        results,
        items: Vec::new(),
        ..evaluate("child-pugh", &child_pugh(), Language::English)
    }
}

#[test]
fn other_results() {
    let provenance = Provenance {
        preliminary: true,
        ..Provenance::default()
    };
    let due = Found {
        value: wire::Value::Date("2026-10-01".into()),
        unit: None,
        ..found("due", OutputKind::Date, 0.0, "")
    };
    let evaluation = with_results(vec![
        found("ratio", OutputKind::Laboratory, 0.5, "1"),
        found("map", OutputKind::Measurement, 93.3, "mm[Hg]"),
        due,
        found("score", OutputKind::Score, 3.0, "1"),
        found("ten_year_risk", OutputKind::Risk, 7.5, "%"),
        found("ratio", OutputKind::Score, 0.5, "1"),
    ]);
    let bundle = fhir::bundle(&evaluation, &provenance, NOW);
    nothing_empty(&bundle, "results");
    let observations: Vec<_> = bundle["entry"]
        .as_array()
        .expect("entries")
        .iter()
        .map(|entry| &entry["resource"])
        .collect();
    let categories: Vec<_> = observations
        .iter()
        .map(|one| {
            one["category"][0]["coding"][0]["code"]
                .as_str()
                .expect("a code")
        })
        .collect();
    let expected = ["laboratory", "exam", "exam", "survey", "survey", "survey"];
    assert_eq!(categories, expected);
    assert_eq!(observations[0]["status"], "preliminary");
    let unit = |at: usize| &observations[at]["valueQuantity"]["code"];
    assert_eq!(unit(0), "1");
    assert_eq!(observations[2]["valueDateTime"], "2026-10-01");
    // Points, and a ratio of a score.
    assert_eq!((unit(3), unit(5)), (&json!("{score}"), &json!("1")));

    let items = Evaluation {
        results: Vec::new(),
        ..evaluate("child-pugh", &child_pugh(), Language::English)
    };
    let bundle = fhir::bundle(&items, &Provenance::default(), NOW);
    nothing_empty(&bundle, "items");
    let observation = &bundle["entry"][0]["resource"];
    assert_eq!(
        observation["dataAbsentReason"]["coding"][0]["code"],
        "unknown"
    );
    assert_eq!(observation["component"][0]["valueQuantity"]["value"], 2);
}

/// The full URLs of the entries of a Bundle.
fn full_urls(evaluation: &Evaluation<'_>, now: &str) -> Vec<String> {
    let bundle = fhir::bundle(evaluation, &Provenance::default(), now);
    let entries = bundle["entry"].as_array().expect("entries").iter();
    let urls = entries.map(|entry| entry["fullUrl"].as_str().expect("a URL").to_owned());
    urls.collect()
}

#[test]
fn a_full_url_names_one_result_and_no_other() {
    let score = || found("score", OutputKind::Score, 3.0, "1");
    let first = with_results(vec![score()]);
    let urls = full_urls(&first, NOW);
    assert!(urls[0].starts_with("urn:uuid:"), "{}", urls[0]);
    // Version 5 of the variant of RFC 9562.
    let versioned = urls[0].as_bytes();
    assert_eq!(versioned["urn:uuid:".len() + 14], b'5');
    assert!(b"89ab".contains(&versioned["urn:uuid:".len() + 19]));
    assert_eq!(full_urls(&first, NOW), urls, "of the same content");

    let other_name = with_results(vec![found("other", OutputKind::Score, 3.0, "1")]);
    let other_value = with_results(vec![found("score", OutputKind::Score, 4.0, "1")]);
    let other_version = Evaluation {
        version: "9.0.0".into(),
        ..with_results(vec![score()])
    };
    let mut all = vec![
        urls[0].clone(),
        full_urls(&first, "2026-02-01T00:00:00Z")[0].clone(),
    ];
    for other in [other_name, other_value, other_version] {
        all.extend(full_urls(&other, NOW));
    }
    all.sort();
    all.dedup();
    assert_eq!(all.len(), 5);
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
        text: "The body is not JSON.".to_owned(),
        our_code: None,
    };
    nothing_empty(&fhir::operation_outcome(&[bare]), "bare");
    nothing_empty(&fhir::operation_outcome(&[]), "none");
}

#[test]
fn the_capability_statement_leads_to_the_operation() {
    let statement = fhir::capability_statement("0.1.0");
    nothing_empty(&statement, "statement");
    assert_eq!(statement["fhirVersion"], "4.0.1");
    assert_eq!(statement["kind"], "instance");
    assert_eq!(statement["url"], "metadata");
    let operation = &statement["rest"][0]["operation"][0];
    assert_eq!(operation["name"], "evaluate");
    let definition = fhir::operation_definition();
    nothing_empty(&definition, "definition");
    assert_eq!(definition["url"], operation["definition"]);
    assert_eq!(definition["url"], "OperationDefinition/evaluate");
    assert_eq!(definition["code"], operation["name"]);
}

/// What the definition offers is what is read.
#[test]
fn every_parameter_of_the_operation_is_known() {
    let definition = fhir::operation_definition();
    let all = definition["parameter"].as_array().expect("parameters");
    let taken = all.iter().filter(|one| one["use"] == "in");
    for name in taken.map(|one| one["name"].as_str().expect("a name")) {
        let issues = read(
            &parameters("bmi", &[json!({"name": name})]),
            Language::English,
        );
        let issues = issues.err().unwrap_or_default();
        let unknown = |issue: &Issue| issue.our_code.as_deref() == Some("unknown-field");
        assert!(!issues.iter().any(unknown), "{name}");
    }
}

/// One resource a line, for tests/fhir/validate.py:
/// `cargo test -p fhir --test resources -- --nocapture for_validation`.
#[test]
fn resources_for_validation() {
    let inputs =
        json!({"weight": {"value": 70, "unit": "kg"}, "height": {"value": 175, "unit": "cm"}});
    for (calculator, inputs) in [
        ("bmi", inputs),
        ("child-pugh", child_pugh()),
        ("creatinine-clearance-cockcroft-gault", clearance()),
    ] {
        let evaluation = evaluate(calculator, &inputs, Language::English);
        println!("{}", fhir::bundle(&evaluation, &Provenance::default(), NOW));
    }
    let issues = fhir::calculator(&json!({}), Language::English).expect_err("a refusal");
    println!("{}", fhir::operation_outcome(&issues));
    println!("{}", fhir::capability_statement("0.1.0"));
    println!("{}", fhir::operation_definition());
}
