//! Members that stand twice: two systems can read two values from such a document.

use serde_json::{Value, json};
use wire::json::Error;

use crate::support::{bundle_of, height, parameters, weight};
use crate::twice::twice;

fn document() -> Value {
    let patient = json!({"name": "patient", "resource": {
        "resourceType": "Patient", "id": "p", "birthDate": "1990-02-01", "gender": "female",
    }});
    let mut timed = height();
    timed["effectivePeriod"] = json!({"start": "2026-01-01", "end": "2026-01-02"});
    timed["component"] = json!([{"code": timed["code"], "dataAbsentReason": {"text": "-"}}]);
    let others = [
        json!({"name": "weight", "valueQuantity": weight()["valueQuantity"]}),
        json!({"name": "subject", "valueReference": {"reference": "Patient/p"}}),
        json!({"name": "on", "valueDate": "2026-01-31"}),
        json!({"name": "observation", "resource": weight()}),
        bundle_of(&[weight(), timed]),
        patient,
    ];
    parameters("bmi", &others)
}

#[test]
fn each_member_of_a_request_that_stands_twice_is_refused() {
    let document = document();
    let all = twice(&document);
    assert!(all.len() > 80, "{}", all.len());
    for (member, text) in all {
        assert_eq!(wire::json::parse(&text), Err(Error::Duplicate(member)));
    }
    assert_eq!(wire::json::parse(&document.to_string()), Ok(document));
}
