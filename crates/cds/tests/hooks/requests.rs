//! What is no request, or one without the data it needs.

use cds::Refusal;
use serde_json::{Value, json};

use crate::body_figures;
use crate::support::{ENGLISH, Request, definitions, plan};

fn refusal(service: &str, body: &Value) -> Refusal {
    plan(service, body, definitions(ENGLISH)).err().unwrap()
}

#[test]
fn an_unknown_service_is_said_before_the_body_is_read() {
    assert_eq!(cds::calculators("other"), None);
    assert_eq!(refusal("other", &json!([])), Refusal::UnknownService);
}

#[test]
fn another_hook_is_refused() {
    let request = Request::new("kidney-function", "patient-view");
    assert_eq!(request.plan().err().unwrap(), Refusal::WrongHook);
}

#[test]
fn a_request_has_hook_instance_and_patient() {
    let valid = body_figures::request().body;
    let changes = [
        ("/hook", json!(7), "hook is required"),
        ("/hookInstance", Value::Null, "hookInstance is required"),
        ("/hookInstance", json!(""), "hookInstance is required"),
        ("/context", json!([]), "context is required"),
        (
            "/context/patientId",
            json!(1),
            "context.patientId is required",
        ),
        ("/prefetch", json!("no"), "prefetch must be an object"),
        (
            "/prefetch/patient/id",
            json!("2"),
            "prefetch.patient must be",
        ),
        ("", json!([]), "the body must be a JSON object"),
    ];
    for (pointer, value, expected) in changes {
        let mut body = valid.clone();
        *body.pointer_mut(pointer).unwrap() = value;
        match refusal("body-figures", &body) {
            Refusal::InvalidRequest(what) => {
                assert!(what.en.starts_with(expected), "{}", what.en);
                assert_ne!(what.en, what.pt);
            }
            other => panic!("{pointer}: {other:?}"),
        }
    }
}

#[test]
fn without_prefetch_everything_is_missing() {
    for absent in [None, Some(Value::Null), Some(json!({}))] {
        let missing = |service, hook: &str| {
            let mut request = Request::new(service, hook);
            match &absent {
                Some(value) => request.body["prefetch"] = value.clone(),
                None => drop(request.body.as_object_mut().unwrap().remove("prefetch")),
            }
            match request.plan().err().unwrap() {
                Refusal::MissingData(names) => names.join(" "),
                other => panic!("{other:?}"),
            }
        };
        assert_eq!(missing("body-figures", "patient-view"), "weight height");
        assert_eq!(
            missing("kidney-function", "order-select"),
            "creatinine patient"
        );
        assert_eq!(
            missing("news2", "patient-view"),
            "respiratory_rate oxygen_saturation systolic_bp heart_rate temperature clinical patient"
        );
    }
}

#[test]
fn what_is_no_bundle_of_observations_is_missing() {
    let outcome = json!({"resourceType": "OperationOutcome", "issue": []});
    let empty = json!({"resourceType": "Bundle", "type": "searchset", "total": 0});
    for value in [
        Value::Null,
        json!("123"),
        json!([]),
        json!({}),
        outcome,
        empty,
    ] {
        body_figures::request()
            .with("weight", value)
            .assert_missing(&["weight"]);
    }
}

/// Each is looked at for every input that comes in its prefetch; the request has a Patient
/// and two Observations besides.
#[test]
fn at_most_2000_observations_and_components() {
    let with = |count: usize| {
        let mut body = body_figures::request().body;
        let panel = json!({
            "resourceType": "Observation",
            "component": vec![json!({}); count - 4],
        });
        body["prefetch"]["unasked"] = panel;
        plan("body-figures", &body, definitions(ENGLISH)).map(|_| ())
    };
    assert_eq!(with(2_000), Ok(()));
    assert_eq!(with(2_001), Err(Refusal::TooMany(2_000)));
}
