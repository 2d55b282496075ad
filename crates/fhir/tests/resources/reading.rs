//! Parameters in: what is read, what is refused, and where it points.

use fhir::{IssueCode, Provenance};
use serde_json::{Value, json};
use text::Language;

use crate::support::{
    accepted, bundle_of, coded, definition, evaluation_refused, height, observation, only,
    parameters, read, refused, weight,
};

const ENTRY: &str = "Parameters.parameter.where(name='bundle').resource.entry";

fn named(name: &str, kind: &str, value: Value) -> Value {
    json!({"name": name, kind: value})
}

fn quantity(name: &str, value: f64, code: &str) -> Value {
    let quantity = json!({"value": value, "system": fhir::UCUM, "code": code});
    named(name, "valueQuantity", quantity)
}

#[test]
fn a_bundle_of_observations() {
    let unrelated = observation("x", "1234-5", 1.0, "kg");
    let request = accepted(&parameters(
        "bmi",
        &[bundle_of(&[weight(), unrelated, height()])],
    ));
    assert_eq!(request.calculator, "bmi");
    assert_eq!(
        request.inputs,
        json!({
            "weight": {"value": 70.0, "unit": "kg"},
            "height": {"value": 175.0, "unit": "cm"},
        })
    );
    assert_eq!(
        request.origins["height"],
        format!("{ENTRY}[2].resource.value")
    );
    let expected = Provenance {
        subject: Some(json!({"reference": "Patient/p"})),
        effective: Some("2026-01-30".to_owned()),
        derived_from: vec![
            json!({"reference": "Observation/w"}),
            json!({"reference": "Observation/h"}),
        ],
        preliminary: false,
    };
    assert_eq!(request.provenance, expected);
}

#[test]
fn observations_one_by_one() {
    let one = |resource: Value| json!({"name": "observation", "resource": resource});
    let mut early = weight();
    early["status"] = json!("preliminary");
    early["effectiveDateTime"] = json!("2026-01-29");
    let request = accepted(&parameters("bmi", &[one(early), one(height())]));
    assert_eq!(
        request.origins["height"],
        "Parameters.parameter.where(name='observation')[1].resource.value"
    );
    assert!(request.provenance.preliminary);
    assert_eq!(request.provenance.effective.as_deref(), Some("2026-01-30"));
}

/// No calculator of systolic and diastolic pressure is needed to read a panel.
#[test]
fn a_blood_pressure_panel() {
    let mut map = definition("bmi", Language::English).expect("a definition");
    map.id = "map".into();
    for (input, (name, loinc)) in map
        .inputs
        .iter_mut()
        .zip([("systolic_bp", "8480-6"), ("diastolic_bp", "8462-4")])
    {
        input.name = name.into();
        input.loinc = vec![loinc.into()];
        input.units = vec!["mm[Hg]".into()];
    }
    let part = |loinc: &str, value: u8| {
        let quantity = json!({"value": value, "system": fhir::UCUM, "code": "mm[Hg]"});
        json!({"code": coded(loinc), "valueQuantity": quantity})
    };
    let panel = json!({
        "resourceType": "Observation",
        "status": "amended",
        "code": coded("85354-9"),
        "component": [part("8462-4", 80), part("8480-6", 120)],
    });
    let body = parameters("map", &[bundle_of(&[panel])]);
    let request = fhir::parse(&body, &map).expect("a request");
    assert_eq!(
        request.inputs,
        json!({
            "diastolic_bp": {"value": 80, "unit": "mm[Hg]"},
            "systolic_bp": {"value": 120, "unit": "mm[Hg]"},
        })
    );
    assert_eq!(
        request.origins["systolic_bp"],
        format!("{ENTRY}[0].resource.component[1].value")
    );
}

#[test]
fn named_values() {
    let request = accepted(&parameters(
        "child-pugh",
        &[
            quantity("bilirubin", 2.6, "mg/dL"),
            quantity("albumin", 3.7, "g/dL"),
            named("inr", "valueDecimal", json!(2.1)),
            named("ascites", "valueCode", json!("none")),
            named("encephalopathy", "valueString", json!("grade-1-2")),
            named(
                "subject",
                "valueReference",
                json!({"reference": "Patient/1"}),
            ),
        ],
    ));
    assert_eq!(
        request.inputs["bilirubin"],
        json!({"value": 2.6, "unit": "mg/dL"})
    );
    assert_eq!(request.inputs["inr"], json!(2.1));
    assert_eq!(request.inputs["encephalopathy"], json!("grade-1-2"));
    assert_eq!(
        request.provenance.subject,
        Some(json!({"reference": "Patient/1"}))
    );
    assert_eq!(
        request.origins["ascites"],
        "Parameters.parameter.where(name='ascites').value"
    );
}

fn patient(gender: &str) -> Value {
    json!({"name": "patient", "resource": {
        "resourceType": "Patient", "id": "p", "birthDate": "1990-02-01", "gender": gender,
    }})
}

#[test]
fn a_patient_has_a_birth_date_and_a_sex() {
    let on = named("on", "valueDate", json!("2026-01-31"));
    let creatinine = quantity("creatinine", 1.0, "mg/dL");
    let body = |patient: Value| {
        let others = [
            patient,
            bundle_of(&[weight()]),
            creatinine.clone(),
            on.clone(),
        ];
        parameters("creatinine-clearance-cockcroft-gault", &others)
    };
    let request = accepted(&body(patient("female")));
    assert_eq!(request.inputs["birth_date"], "1990-02-01");
    assert_eq!(request.inputs["sex"], "female");
    assert_eq!(request.inputs["on"], "2026-01-31");
    assert_eq!(request.provenance.effective.as_deref(), Some("2026-01-31"));
    assert_eq!(
        request.provenance.subject,
        Some(json!({"reference": "Patient/p"}))
    );

    // Another gender is nobody's constant: the sex is missing, and this is why.
    let request = accepted(&body(patient("other")));
    assert_eq!(request.inputs.get("sex"), None);
    let issues = evaluation_refused(&request);
    assert_eq!(
        only(&issues),
        (
            IssueCode::Required,
            "missing",
            "Parameters.parameter.where(name='patient').resource.gender"
        )
    );

    // What a calculator does not take is not sent to it.
    let request = accepted(&parameters("child-pugh", &[patient("male")]));
    assert_eq!(request.inputs, json!({}));
}

#[test]
fn two_values_for_one_input_are_ambiguous() {
    let two = parameters("bmi", &[bundle_of(&[weight(), height(), weight()])]);
    let place = format!("{ENTRY}[2].resource.value");
    let expected = (IssueCode::BusinessRule, "ambiguous", place.as_str());
    assert_eq!(only(&refused(&two)), expected);
    let both = parameters(
        "bmi",
        &[quantity("weight", 70.0, "kg"), bundle_of(&[weight()])],
    );
    assert_eq!(only(&refused(&both)).1, "ambiguous");
    let twice = quantity("weight", 70.0, "kg");
    let twice = parameters("bmi", &[twice.clone(), twice]);
    let place = "Parameters.parameter.where(name='weight')[1].value";
    let expected = (IssueCode::BusinessRule, "ambiguous", place);
    assert_eq!(only(&refused(&twice)), expected);
}

#[test]
fn two_subjects_are_refused() {
    let about = |reference: &str| {
        let mut other = height();
        other["subject"] = json!({"reference": reference});
        parameters("bmi", &[bundle_of(&[weight(), other])])
    };
    let place = format!("{ENTRY}[1].resource.subject");
    let expected = (IssueCode::BusinessRule, "other-subject", place.as_str());
    assert_eq!(only(&refused(&about("Patient/q"))), expected);
    accepted(&about("https://example.org/fhir/Patient/p/_history/2"));
}

#[test]
fn a_patient_of_another_id_is_another_one() {
    let about = |id: &str| {
        let patient = json!({"fullUrl": "urn:uuid:9a4b7e2c-1d2f-4a6b-8c3d-5e6f7a8b9c0d",
            "resource": {"resourceType": "Patient", "id": id}});
        let entries = json!([patient, {"resource": weight()}, {"resource": height()}]);
        let bundle = json!({"resourceType": "Bundle", "type": "collection", "entry": entries});
        parameters("bmi", &[json!({"name": "bundle", "resource": bundle})])
    };
    accepted(&about("p"));
    assert_eq!(only(&refused(&about("q"))).1, "other-subject");
}

/// A result must not bear the date of one day and the age of another.
#[test]
fn an_age_counts_on_the_day_of_the_measurement() {
    let body = |time: &str| {
        let mut old = weight();
        old["effectiveDateTime"] = json!(time);
        let creatinine = quantity("creatinine", 1.0, "mg/dL");
        let others = [patient("female"), bundle_of(&[old]), creatinine];
        parameters("creatinine-clearance-cockcroft-gault", &others)
    };
    let request = accepted(&body("2010-06-01T23:30:00-03:00"));
    assert_eq!(request.inputs["on"], "2010-06-01");
    let effective = request.provenance.effective.as_deref();
    assert_eq!(effective, Some("2010-06-01T23:30:00-03:00"));
    // No day to count on: age and result are of now.
    let request = accepted(&body("2010"));
    assert_eq!(request.inputs.get("on"), None);
    assert_eq!(request.provenance.effective, None);
}

#[test]
fn only_what_was_observed_counts() {
    for status in ["entered-in-error", "cancelled", "registered", "unknown", ""] {
        let mut wrong = weight();
        wrong["status"] = json!(status);
        let place = format!("{ENTRY}[0].resource.status");
        let expected = (IssueCode::BusinessRule, "status", place.as_str());
        assert_eq!(
            only(&refused(&parameters("bmi", &[bundle_of(&[wrong])]))),
            expected
        );
    }
    let mut absent = weight();
    let reason = json!({"coding": [{"code": "unknown"}]});
    absent["dataAbsentReason"] = reason;
    let request = accepted(&parameters(
        "bmi",
        &[bundle_of(&[absent, weight(), height()])],
    ));
    assert_eq!(request.provenance.derived_from.len(), 2);
}

#[test]
fn what_cannot_be_translated_is_refused() {
    let with = |name: &str, value: Value| {
        let mut changed = weight();
        changed[name] = value;
        refused(&parameters("bmi", &[bundle_of(&[changed])]))
    };
    let base = format!("{ENTRY}[0].resource");
    let bound = json!({"value": 70, "comparator": "<", "system": fhir::UCUM, "code": "kg"});
    let issues = with("valueQuantity", bound);
    assert_eq!(only(&issues).2, format!("{base}.value.comparator"));
    let other = json!({"value": 70, "system": "http://example.org", "code": "kg"});
    let issues = with("valueQuantity", other);
    assert_eq!(only(&issues).0, IssueCode::CodeInvalid);
    assert_eq!(only(&with("valueQuantity", json!(70))).1, "wrong-type");
    assert_eq!(
        only(&with("valueString", json!("70 kg"))).1,
        "duplicate-field"
    );
    let issues = with("modifierExtension", json!([{"url": "http://example.org"}]));
    assert_eq!(only(&issues).2, format!("{base}.modifierExtension"));

    let mut text = weight();
    text.as_object_mut()
        .expect("an object")
        .remove("valueQuantity");
    text["valueInteger"] = json!(70);
    let issues = refused(&parameters("bmi", &[bundle_of(&[text])]));
    assert_eq!(only(&issues).0, IssueCode::Structure);
}

#[test]
fn a_unit_is_never_guessed() {
    let mut bare = weight();
    bare["valueQuantity"] = json!({"value": 70, "unit": "kg"});
    let request = accepted(&parameters("bmi", &[bundle_of(&[bare])]));
    assert_eq!(request.inputs["weight"], json!({"value": 70}));
    let issues = evaluation_refused(&request);
    let found: Vec<_> = issues
        .iter()
        .map(|issue| (issue.code, issue.expression.as_deref().unwrap_or_default()))
        .collect();
    let place = format!("{ENTRY}[0].resource.value.code");
    let missing = "Parameters.parameter.where(name='height')";
    assert_eq!(
        found,
        [
            (IssueCode::Required, place.as_str()),
            (IssueCode::Required, missing)
        ]
    );
}

#[test]
fn violations_point_into_what_was_sent() {
    let request = accepted(&parameters(
        "bmr-roza-shizgal-1984",
        &[
            json!({"name": "patient", "resource": {"resourceType": "Patient", "birthDate": "2020"}}),
            quantity("weight", 70.0, "KG"),
            quantity("height", 1750.0, "cm"),
            named("sex", "valueInteger", json!(1)),
        ],
    ));
    let issues = evaluation_refused(&request);
    let place = |name: &str, below: &str| {
        let place = format!("Parameters.parameter.where(name='{name}'){below}");
        issues
            .iter()
            .find(|one| one.expression == Some(place.clone()))
    };
    let code = |name, below| place(name, below).map(|issue| issue.code);
    assert_eq!(
        code("patient", ".resource.birthDate"),
        Some(IssueCode::Value)
    );
    assert_eq!(code("weight", ".value.code"), Some(IssueCode::CodeInvalid));
    assert_eq!(code("height", ".value.value"), Some(IssueCode::Value));
    assert_eq!(code("sex", ".value"), Some(IssueCode::Structure));
}

#[test]
fn other_bodies() {
    let issues = refused(&json!([]));
    assert_eq!(only(&issues), (IssueCode::Structure, "wrong-resource", ""));
    let issues = refused(&json!({"resourceType": "Bundle"}));
    assert_eq!(only(&issues).1, "wrong-resource");
    let place = "Parameters.parameter.where(name='calculator')";
    let issues = refused(&json!({"resourceType": "Parameters"}));
    assert_eq!(only(&issues), (IssueCode::Required, "missing", place));
    let issues = refused(&parameters("no-such", &[]));
    assert_eq!(only(&issues).0, IssueCode::NotFound);

    let issues = refused(&parameters(
        "bmi",
        &[
            json!({"name": "bundle", "resource": {"resourceType": "Patient"}}),
            json!({"name": "patient"}),
            json!({"name": "a') or true or ('", "valueString": "x"}),
            json!({"name": "weight", "valueRange": {}}),
            json!({"name": "height", "resource": height()}),
            json!({"name": "subject", "valueString": "Patient/1"}),
        ],
    ));
    let places: Vec<_> = issues
        .iter()
        .filter_map(|issue| issue.expression.as_deref())
        .collect();
    assert_eq!(
        places,
        [
            "Parameters.parameter.where(name='bundle').resource",
            "Parameters.parameter.where(name='patient').resource",
            "Parameters.parameter[3]",
            "Parameters.parameter.where(name='weight').value",
            "Parameters.parameter.where(name='height')",
            "Parameters.parameter.where(name='subject').value",
        ]
    );
    let issues = read(&json!([]), Language::Portuguese).expect_err("a refusal");
    assert_eq!(
        issues[0].text,
        "o corpo deve ser um recurso Parameters do FHIR"
    );
}
