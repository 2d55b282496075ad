//! Which measurement is used, and which never.

use serde_json::{Value, json};

use crate::body_figures::request;
use crate::support::{bundle, measured, one};

const WEIGHT: &str = "29463-7";

fn weight(value: f64, time: &str) -> Value {
    measured(WEIGHT, value, "kg", time)
}

/// The weight that these Observations give, in kg.
fn used(observations: &[Value]) -> Option<f64> {
    let plan = request().with("weight", bundle(observations)).plan().ok()?;
    plan.questions()[0].inputs["weight"]["value"].as_f64()
}

fn changed(mut observation: Value, name: &str, value: Value) -> Value {
    observation[name] = value;
    observation
}

#[test]
fn the_newest_is_used_wherever_it_stands() {
    let times = [
        ("2025-12-31", "2026-01-01"),
        ("2025-12-31T23:59:59Z", "2026-01-01T00:00:00Z"),
        // 20:00 in UTC, and two hours later.
        ("2026-01-02T01:00:00+05:00", "2026-01-01T19:00:00-03:00"),
        ("2025", "2026-01"),
        ("2026-01-01T23:00:00Z", "2026-01-02"),
    ];
    for (older, newer) in times {
        let (older, newer) = (weight(60.0, older), weight(70.0, newer));
        assert_eq!(used(&[older.clone(), newer.clone()]), Some(70.0));
        assert_eq!(used(&[newer, older]), Some(70.0));
    }
}

#[test]
fn of_two_that_differ_and_can_both_be_newest_there_is_none() {
    let times = [
        ("2026-01-01", "2026-01-01"),
        ("2026-01-01T12:00:00Z", "2026-01-01T09:00:00-03:00"),
        ("2026-01-01T12:00:00Z", "2026-01-01"),
        ("2026-01-01", "2026"),
    ];
    for (one, other) in times {
        let differing = [weight(60.0, one), weight(70.0, other)];
        assert_eq!(used(&differing), None, "{one} {other}");
        let equal = [measured(WEIGHT, 70, "kg", one), weight(70.0, other)];
        assert_eq!(used(&equal), Some(70.0), "{one} {other}");
    }
    let units = [
        weight(70.0, "2026"),
        measured(WEIGHT, 70.0, "[lb_av]", "2026"),
    ];
    assert_eq!(used(&units), None);
}

#[test]
fn only_what_holds_is_used() {
    for (status, expected) in [
        ("final", 70.0),
        ("amended", 70.0),
        ("corrected", 70.0),
        ("entered-in-error", 60.0),
        ("preliminary", 60.0),
        ("cancelled", 60.0),
        ("unknown", 60.0),
        ("FINAL", 60.0),
    ] {
        let newest = changed(weight(70.0, "2026-01-02"), "status", json!(status));
        let found = used(&[weight(60.0, "2026-01-01"), newest]);
        assert_eq!(found, Some(expected), "{status}");
    }
    let mistaken = changed(weight(70.0, "2026"), "status", json!("entered-in-error"));
    assert_eq!(used(&[mistaken]), None);
}

#[test]
fn a_quantity_is_usable_only_as_a_number_with_a_ucum_unit() {
    let quantities = [
        json!({"value": 70, "unit": "kg"}),
        json!({"value": 70, "code": "kg"}),
        json!({"value": 70, "code": "kg", "system": "http://snomed.info/sct"}),
        json!({"value": 70, "code": "", "system": "http://unitsofmeasure.org"}),
        json!({"value": "70", "code": "kg", "system": "http://unitsofmeasure.org"}),
        json!({"code": "kg", "system": "http://unitsofmeasure.org"}),
        json!({
            "value": 70, "comparator": "<", "code": "kg", "system": "http://unitsofmeasure.org"
        }),
        json!("70 kg"),
    ];
    for quantity in quantities {
        let newest = changed(weight(1.0, "2026-01-02"), "valueQuantity", quantity.clone());
        // An older one would pass for the current one.
        let both = [weight(60.0, "2026-01-01"), newest];
        assert_eq!(used(&both), None, "{quantity}");
    }
}

#[test]
fn what_says_that_nothing_was_measured_is_no_measurement() {
    let absent = changed(weight(1.0, "2026-01-02"), "valueQuantity", Value::Null);
    let absent = changed(absent, "dataAbsentReason", json!({"text": "not done"}));
    assert_eq!(used(&[weight(60.0, "2026-01-01"), absent]), Some(60.0));
}

/// A value beside a reason for having none is none: the record contradicts itself.
#[test]
fn a_reason_for_having_no_value_counts_before_a_value() {
    let reason = json!({"text": "not done"});
    let absent = changed(weight(1.0, "2026-01-02"), "dataAbsentReason", reason);
    assert_eq!(used(&[weight(60.0, "2026-01-01"), absent]), Some(60.0));
}

#[test]
fn null_is_nothing() {
    for name in [
        "modifierExtension",
        "implicitRules",
        "dataAbsentReason",
        "valueString",
    ] {
        let observation = changed(weight(70.0, "2026"), name, Value::Null);
        assert_eq!(used(&[observation]), Some(70.0), "{name}");
    }
}

#[test]
fn other_codes_and_systems_are_not_the_weight() {
    let local = json!({"coding": [{"system": "http://hospital.example", "code": WEIGHT}]});
    let without = json!({"coding": [{"code": WEIGHT}]});
    for code in [local, without, json!({"text": "weight"})] {
        assert_eq!(used(&[changed(weight(70.0, "2026"), "code", code)]), None);
    }
    assert_eq!(used(&[measured("8302-2", 170, "cm", "2026")]), None);
    let both = json!({"coding": [
        {"system": "http://hospital.example", "code": "W"},
        {"system": "http://loinc.org", "code": WEIGHT},
    ]});
    let translated = changed(weight(70.0, "2026"), "code", both);
    assert_eq!(used(&[translated]), Some(70.0));
}

#[test]
fn what_was_measured_in_someone_else_is_not_used() {
    for (reference, expected) in [
        ("Patient/1288992", true),
        ("https://fhir.example/Patient/1288992/_history/3", true),
        ("https://fhir.example/Patient/fhir/Patient/1288992", true),
        ("urn:uuid:d1577c69-dfbe-44ad-ba6d-3e05e953b2ea", true),
        ("Patient/1", false),
        ("https://fhir.example/Patient/1", false),
        ("Group/1288992", false),
    ] {
        let subject = json!({"reference": reference});
        let found = used(&[changed(weight(70.0, "2026"), "subject", subject)]);
        assert_eq!(found.is_some(), expected, "{reference}");
    }
}

#[test]
fn a_modifier_or_an_unknown_time_makes_it_unusable() {
    let modified = json!([{"url": "http://example.org/not", "valueBoolean": true}]);
    let modified = changed(weight(70.0, "2026"), "modifierExtension", modified);
    assert_eq!(used(&[modified]), None);
    let rules = json!("http://example.org/rules");
    let ruled = changed(weight(70.0, "2026"), "implicitRules", rules);
    assert_eq!(used(&[ruled]), None);
    for time in [
        "",
        "yesterday",
        "2026-02-30",
        "2026-13",
        "2026-01-01T10:00:00",
        "20260101",
    ] {
        assert_eq!(used(&[weight(70.0, time)]), None, "{time}");
        // It may be the newest: an older one would pass for the current one.
        let older = weight(60.0, "2024-01-01");
        assert_eq!(used(&[weight(70.0, time), older]), None, "{time}");
    }
}

/// A slip of the year would stand before every later measurement.
#[test]
fn what_is_dated_in_the_future_is_not_used() {
    let older = weight(60.0, "2024-01-01");
    for time in [
        "2062-06-01",
        "2026-02-02",
        "2026-02-02T00:00:00Z",
        "2026-03",
        "2027",
    ] {
        assert_eq!(used(&[weight(70.0, time), older.clone()]), None, "{time}");
    }
    // Where the day begins earlier it is tomorrow already.
    for time in ["2026-01-31", "2026-02-01T09:00:00+14:00", "2026-02", "2026"] {
        assert_eq!(
            used(&[weight(70.0, time), older.clone()]),
            Some(70.0),
            "{time}"
        );
    }
}

#[test]
fn the_time_of_issue_stands_in_for_an_effective_time() {
    let issued = |time| {
        let undated = changed(weight(70.0, "2026"), "effectiveDateTime", Value::Null);
        changed(undated, "issued", json!(time))
    };
    let older = weight(60.0, "2026-01-01");
    assert_eq!(
        used(&[issued("2026-01-02T00:00:00Z"), older.clone()]),
        Some(70.0)
    );
    assert_eq!(used(&[issued("2025-01-02T00:00:00Z"), older]), Some(60.0));
}

#[test]
fn a_unit_is_passed_on_as_it_is() {
    let request = request().with("weight", one(WEIGHT, 150, "[lb_av]", "2026"));
    let expected = json!({"value": 150, "unit": "[lb_av]"});
    assert_eq!(request.inputs()["weight"], expected);
}
