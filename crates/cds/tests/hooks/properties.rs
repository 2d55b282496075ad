//! What holds for every input.

use proptest::prelude::*;
use serde_json::{Map, Value, json};

use crate::support::{
    Answer, ENGLISH, LANGUAGES, Request, answers, assert_well_formed, bundle, definitions,
    evaluation, one, plan, violation,
};
use crate::{body_figures, kidney_function, news2};

const SERVICES: [&str; 3] = ["body-figures", "kidney-function", "news2"];

/// JSON in which the words of FHIR stand in all the wrong places.
fn anything() -> impl Strategy<Value = Value> {
    let words = prop::sample::select(vec![
        "Bundle",
        "Observation",
        "Patient",
        "final",
        "male",
        "2026-01-01",
        "1288992",
        "2026-01-01T00:00:00Z",
        "http://loinc.org",
        "29463-7",
        "85354-9",
        "é\u{0}T",
        "",
        "http://unitsofmeasure.org",
        "kg",
        "bmi",
        "outside-validity",
    ]);
    let names = prop::sample::select(vec![
        "resourceType",
        "entry",
        "resource",
        "status",
        "code",
        "coding",
        "system",
        "subject",
        "reference",
        "effectiveDateTime",
        "effectivePeriod",
        "end",
        "issued",
        "component",
        "value",
        "valueQuantity",
        "valueInteger",
        "id",
        "gender",
        "birthDate",
        "results",
        "display",
        "reference",
        "interpretation",
        "calculator",
        "title",
        "version",
        "warnings",
    ]);
    let leaf = prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::from),
        any::<i64>().prop_map(Value::from),
        any::<f64>().prop_map(Value::from),
        words.prop_map(Value::from),
        any::<String>().prop_map(Value::from),
    ];
    leaf.prop_recursive(6, 64, 6, move |inner| {
        let members = prop::collection::vec((names.clone(), inner.clone()), 0..6);
        prop_oneof![
            prop::collection::vec(inner, 0..4).prop_map(Value::from),
            members.prop_map(|members| {
                let members = members
                    .into_iter()
                    .map(|(name, value)| (name.to_owned(), value));
                Value::Object(members.collect::<Map<_, _>>())
            }),
        ]
    })
}

/// A valid request in which the value at some place is another.
fn mangled(mut body: Value, place: usize, value: Value) -> Value {
    let mut pointers = Vec::new();
    collect(&body, String::new(), &mut pointers);
    let pointer = &pointers[place % pointers.len()];
    *body.pointer_mut(pointer).unwrap() = value;
    body
}

fn collect(value: &Value, pointer: String, pointers: &mut Vec<String>) {
    match value {
        Value::Object(members) => members
            .iter()
            .for_each(|(name, value)| collect(value, format!("{pointer}/{name}"), pointers)),
        Value::Array(items) => items
            .iter()
            .enumerate()
            .for_each(|(index, value)| collect(value, format!("{pointer}/{index}"), pointers)),
        _ => {}
    }
    pointers.push(pointer);
}

fn requests() -> [Request; 3] {
    [
        body_figures::request(),
        kidney_function::request(),
        news2::request(),
    ]
}

proptest! {
    #[test]
    fn no_date_panics(today in any::<String>()) {
        for (service, request) in SERVICES.into_iter().zip(requests()) {
            drop(cds::plan(service, &request.body, definitions(ENGLISH), &today));
        }
    }

    #[test]
    fn no_json_panics(body in anything(), place in any::<usize>()) {
        for (service, request) in SERVICES.into_iter().zip(requests()) {
            drop(plan(service, &body, definitions(ENGLISH)));
            let body = mangled(request.body, place, body.clone());
            if let Ok(plan) = plan(service, &body, definitions(ENGLISH)) {
                for language in LANGUAGES {
                    assert_well_formed(&cds::cards(&plan, &answers(&plan, language), language));
                }
            }
        }
    }

    #[test]
    fn no_answer_panics(
        texts in any::<[String; 8]>(),
        value in any::<f64>(),
        violations in prop::collection::vec(any::<[String; 3]>(), 0..3),
    ) {
        let [title, display, unit, code, meaning, version, doi, warning] = texts;
        let violations = violations.iter().map(|[one, two, three]| violation(one, two, three));
        let violations: Vec<_> = violations.collect();
        for request in requests() {
            let plan = request.plan().unwrap();
            let calculator = plan.questions()[0].calculator;
            let mut whole =
                evaluation(calculator, &title, (value, &display, &unit), (&code, &meaning));
            whole.version = version.clone().into();
            whole.warnings = vec![warning.clone().into()];
            whole.reference.doi = Some(doi.clone().into());
            let mut other = whole.clone();
            other.calculator = title.clone().into();
            let answers: [Answer; 3] = [Ok(whole), Err(violations.clone()), Ok(other)];
            for language in LANGUAGES {
                assert_well_formed(&cds::cards(&plan, &answers, language));
                assert_well_formed(&cds::cards(&plan, &answers[1..], language));
            }
        }
    }

    #[test]
    fn body_figures_of_anyone_fit_a_card(
        weight in 0.1..800.0,
        height in 10.0..300.0,
        year in 1890..2027,
        gender in prop::sample::select(vec!["male", "female", "unknown"]),
    ) {
        let request = body_figures::request()
            .with("weight", one("29463-7", weight, "kg", "2026"))
            .with("height", one("8302-2", height, "cm", "2026"))
            .with("patient", crate::support::patient(gender, &format!("{year}-02-01")));
        let plan = request.plan().unwrap();
        for language in LANGUAGES {
            assert_well_formed(&cds::cards(&plan, &answers(&plan, language), language));
        }
    }

    #[test]
    fn rates_and_scores_of_anyone_fit_a_card(value in 0.0..200_000.0, clearance in 0.0..200_000.0) {
        let plan = kidney_function::request().plan().unwrap();
        let rate = |calculator: &str, value: f64, unit: &str| {
            let display = format!("{value:.0}");
            Ok(evaluation(calculator, "A title", (value, &display, unit), ("G3a", "a stage")))
        };
        let answers = [
            rate("egfr-ckd-epi-2021", value, "mL/min/{1.73_m2}"),
            rate("creatinine-clearance-cockcroft-gault", clearance, "mL/min"),
        ];
        for language in LANGUAGES {
            assert_well_formed(&cds::cards(&plan, &answers, language));
        }
    }

    #[test]
    fn the_order_of_a_bundle_does_not_matter(
        measurements in prop::collection::vec((40..100_i32, 1..28_u8, any::<bool>()), 1..6),
    ) {
        let observations: Vec<_> = measurements
            .iter()
            .map(|(weight, day, precise)| {
                let time = if *precise { "T12:00:00Z" } else { "" };
                let time = format!("2026-01-{day:02}{time}");
                crate::support::measured("29463-7", *weight, "kg", &time)
            })
            .collect();
        let used = |observations: &[Value]| {
            let request = body_figures::request().with("weight", bundle(observations));
            request.plan().map(|plan| plan.questions()[0].inputs["weight"].clone())
        };
        let reversed: Vec<_> = observations.iter().rev().cloned().collect();
        prop_assert_eq!(used(&observations), used(&reversed));
    }
}

#[test]
fn nothing_of_a_request_stands_in_a_refusal() {
    let secret = "0123-secret";
    for request in requests() {
        let mut body = request.body;
        for pointer in ["/context/patientId", "/prefetch/patient/birthDate"] {
            *body.pointer_mut(pointer).unwrap() = json!(secret);
        }
        for service in SERVICES {
            let refusal = plan(service, &body, definitions(ENGLISH));
            assert!(!format!("{:?}", refusal.err()).contains(secret));
        }
    }
}
