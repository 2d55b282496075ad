//! What an Observation says, and when it contradicts itself.

use fhir::IssueCode;
use serde_json::{Value, json};

use crate::support::{
    accepted, bundle_of, coded, evaluation_refused, height, observation, only, parameters, refused,
    weight,
};

const RESOURCE: &str = "Parameters.parameter.where(name='bundle').resource.entry[0].resource";

fn clearance(creatinine: Value) -> Value {
    let calculator = "creatinine-clearance-cockcroft-gault";
    parameters(calculator, &[bundle_of(&[creatinine])])
}

#[test]
fn a_code_and_a_unit_that_contradict_each_other_are_refused() {
    let place = format!("{RESOURCE}.value.code");
    for (code, right, wrong) in [
        ("2160-0", "mg/dL", "umol/L"),
        ("14682-9", "umol/L", "mg/dL"),
    ] {
        let request = accepted(&clearance(observation("c", code, 1.4, right)));
        assert_eq!(request.inputs["creatinine"]["unit"], right);
        let issues = refused(&clearance(observation("c", code, 1.4, wrong)));
        let expected = (IssueCode::CodeInvalid, "unknown-unit", place.as_str());
        assert_eq!(only(&issues), expected, "{code} {wrong}");
        assert!(issues[0].text.contains("contradict"), "{}", issues[0].text);
    }
    // Two codes of which one excludes the unit, in either order.
    for codes in [["2160-0", "14682-9"], ["14682-9", "2160-0"]] {
        let mut both = observation("c", codes[0], 1.4, "mg/dL");
        let second = coded(codes[1])["coding"][0].clone();
        both["code"]["coding"]
            .as_array_mut()
            .expect("codings")
            .push(second);
        assert_eq!(only(&refused(&clearance(both))).2, place);
    }
    // A unit of nothing: the evaluation names those that there are.
    let request = accepted(&clearance(observation("c", "2160-0", 1.4, "kg")));
    let issues = evaluation_refused(&request);
    assert!(issues.iter().any(|issue| issue.text.contains("mg/dL")));
}

/// FHIR's rule qty-3: a code has a system.
#[test]
fn a_code_without_its_system_is_no_unit() {
    let expected = |place: &str| (IssueCode::CodeInvalid, "unknown-unit", place.to_owned());
    let found = |body: &Value| {
        let issues = refused(body);
        let (code, ours, place) = only(&issues);
        assert_eq!(ours, "unknown-unit");
        (code, "unknown-unit", place.to_owned())
    };
    for system in [
        None,
        Some(Value::Null),
        Some(json!("http://snomed.info/sct")),
    ] {
        let mut quantity = json!({"value": 70, "code": "kg"});
        if let Some(system) = system {
            quantity["system"] = system;
        }
        let mut observation = weight();
        observation["valueQuantity"] = quantity.clone();
        let body = parameters("bmi", &[bundle_of(&[observation])]);
        assert_eq!(found(&body), expected(&format!("{RESOURCE}.value.system")));
        let named = json!({"name": "weight", "valueQuantity": quantity});
        let place = "Parameters.parameter.where(name='weight').value.system";
        assert_eq!(found(&parameters("bmi", &[named])), expected(place));
    }
}

#[test]
fn null_is_nothing() {
    let mut observation = weight();
    for name in [
        "modifierExtension",
        "implicitRules",
        "dataAbsentReason",
        "valueString",
    ] {
        observation[name] = Value::Null;
    }
    let request = accepted(&parameters("bmi", &[bundle_of(&[observation])]));
    assert_eq!(
        request.inputs["weight"],
        json!({"value": 70.0, "unit": "kg"})
    );
}

/// Wherever it stands: each of these elements can have modifiers.
#[test]
fn a_modifier_is_refused() {
    let modifier = json!([{"url": "http://example.org/not"}]);
    let mut named = json!({"name": "weight", "valueQuantity": weight()["valueQuantity"]});
    named["modifierExtension"] = modifier.clone();
    let place = "Parameters.parameter.where(name='weight').modifierExtension";
    let issues = refused(&parameters("bmi", &[named]));
    assert_eq!(only(&issues), (IssueCode::NotSupported, "modifier", place));
    let mut bundle = bundle_of(&[weight(), height()]);
    bundle["resource"]["implicitRules"] = json!("http://example.org/rules");
    let place = "Parameters.parameter.where(name='bundle').resource.implicitRules";
    let issues = refused(&parameters("bmi", &[bundle]));
    assert_eq!(only(&issues).2, place);
}

#[test]
fn the_time_is_the_effective_one_or_else_that_of_issue() {
    let period = json!({"start": "2026-01-01", "end": "2026-01-02"});
    let effective = |times: &[(&str, Value)]| {
        let mut timed = [weight(), height()];
        for observation in &mut timed {
            observation["effectiveDateTime"] = Value::Null;
            for (name, time) in times {
                observation[*name] = time.clone();
            }
        }
        accepted(&parameters("bmi", &[bundle_of(&timed)]))
            .provenance
            .effective
    };
    let instant = json!("2026-01-03T08:00:00Z");
    let issued = ("issued", json!("2026-01-04T08:00:00Z"));
    let found = |times: &[(&str, Value)]| effective(times).expect("a time");
    assert_eq!(found(std::slice::from_ref(&issued)), "2026-01-04T08:00:00Z");
    assert_eq!(
        found(&[issued.clone(), ("effectivePeriod", period)]),
        "2026-01-02"
    );
    assert_eq!(
        found(&[issued.clone(), ("effectiveInstant", instant)]),
        "2026-01-03T08:00:00Z"
    );
    // A day that the calendar does not have is no time, and no other stands in for it.
    assert_eq!(
        effective(&[issued, ("effectiveDateTime", json!("2026-02-30"))]),
        None
    );
    assert_eq!(effective(&[]), None);
}
