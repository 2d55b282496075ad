//! What holds for every resource.

use fhir::read::{Newest, Time};
use proptest::prelude::*;
use serde_json::{Value, json};
use text::Language;
use wire::Evaluation;

use crate::support::{bundle_of, coded, evaluate, parameters, read};

fn bmi() -> Evaluation<'static> {
    let inputs =
        json!({"weight": {"value": 70, "unit": "kg"}, "height": {"value": 175, "unit": "cm"}});
    evaluate("bmi", &inputs, Language::English)
}

/// Any JSON, with the names that matter here more often than chance has them.
fn any_json() -> impl Strategy<Value = Value> {
    let texts = prop_oneof![
        Just("Parameters".to_owned()),
        Just("Bundle".to_owned()),
        Just("Observation".to_owned()),
        Just("Patient".to_owned()),
        Just("bmi".to_owned()),
        Just("final".to_owned()),
        Just("weight".to_owned()),
        Just("calculator".to_owned()),
        Just("29463-7".to_owned()),
        Just("http://loinc.org".to_owned()),
        Just("2026-01-31T10:00:00+0é:00".to_owned()),
        ".*",
    ];
    let names = prop_oneof![
        Just("resourceType"),
        Just("parameter"),
        Just("name"),
        Just("resource"),
        Just("entry"),
        Just("valueString"),
        Just("valueQuantity"),
        Just("code"),
        Just("coding"),
        Just("system"),
        Just("status"),
        Just("component"),
        Just("value"),
        Just("subject"),
        Just("reference"),
        Just("fullUrl"),
        Just("birthDate"),
        Just("gender"),
        Just("effectiveDateTime"),
        Just("results"),
        Just("items"),
        Just("unit"),
        Just("points"),
        Just("valueDate"),
    ];
    let leaf = prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::from),
        any::<f64>().prop_map(Value::from),
        texts.prop_map(Value::from),
    ];
    leaf.prop_recursive(5, 64, 6, move |inner| {
        prop_oneof![
            prop::collection::vec(inner.clone(), 0..6).prop_map(Value::from),
            prop::collection::btree_map(names.clone(), inner, 0..6).prop_map(|members| {
                Value::Object(
                    members
                        .into_iter()
                        .map(|(name, value)| (name.to_owned(), value))
                        .collect(),
                )
            }),
        ]
    })
}

proptest! {
    #[test]
    fn no_json_panics(any in any_json(), name in prop_oneof![
        Just("bundle"), Just("observation"), Just("patient"), Just("subject"), Just("on"),
        Just("weight"), Just("age"),
    ]) {
        let _ = read(&any, Language::English);
        let mut resource = any.clone();
        if let Some(resource) = resource.as_object_mut() {
            let kind = if name == "patient" { "Patient" } else { "Observation" };
            resource.insert("resourceType".to_owned(), json!(kind));
            resource.insert("code".to_owned(), coded("29463-7"));
            resource.insert("status".to_owned(), json!("final"));
        }
        let mut parameter = any.clone();
        if let Some(parameter) = parameter.as_object_mut() {
            parameter.insert("name".to_owned(), json!(name));
        }
        for sent in [
            parameter,
            bundle_of(&[resource.clone()]),
            json!({"name": name, "resource": resource}),
            json!({"name": name, "valueDate": any.clone()}),
        ] {
            if let Ok(request) = read(&parameters("bmi", &[sent]), Language::English) {
                let _ = fhir::bundle(&bmi(), &request.provenance, "2026-01-31T00:00:00Z");
            }
        }
    }

    #[test]
    fn no_text_panics(text in ".*") {
        let on = json!({"name": "on", "valueDate": text});
        let _ = read(&parameters("bmi", &[on]), Language::English);
        let _ = Time::parse(&text);
    }

    #[test]
    fn the_newest_are_those_that_no_other_is_after(
        times in prop::collection::vec(a_time(), 0..8),
    ) {
        let times: Vec<_> = times.iter().filter_map(|text| Time::parse(text)).collect();
        let newest: Newest<'_> = times.iter().copied().collect();
        for time in &times {
            let passed = times.iter().any(|other| time.is_before(other));
            prop_assert_eq!(newest.admits(time), !passed);
        }
    }
}

/// A time of few days, in every precision.
fn a_time() -> impl Strategy<Value = String> {
    let clocks = prop::sample::select(vec![
        "T00:30:00Z",
        "T12:00:00+14:00",
        "T12:00:00-03:00",
        "T23:59:60Z",
        "T23:59:59.999Z",
    ]);
    let day = (2025..2027, 1..3, 1..4).prop_map(|(y, m, d)| format!("{y}-{m:02}-{d:02}"));
    prop_oneof![
        (2025..2027).prop_map(|year: i32| year.to_string()),
        (2025..2027, 1..3).prop_map(|(year, month)| format!("{year}-{month:02}")),
        day.clone(),
        (day, clocks).prop_map(|(day, clock)| format!("{day}{clock}")),
    ]
}
