//! Whatever is sent, it is no fault of the server's.

use proptest::prelude::*;
use serde_json::Value;

use crate::common::{ask, get};

/// JSON of any shape, with names and values that mean something here among the others.
fn any_json() -> impl Strategy<Value = Value> {
    let leaf = prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::from),
        any::<i64>().prop_map(Value::from),
        any::<f64>().prop_map(Value::from),
        ".{0,8}".prop_map(Value::from),
        prop::sample::select(vec!["kg", "cm", "bmi", "Parameters", "male", "x"])
            .prop_map(Value::from),
    ];
    leaf.prop_recursive(4, 32, 6, |inner| {
        let known = prop::sample::select(vec![
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
        let name = prop_oneof![known.prop_map(str::to_owned), "[a-z_/~]{0,8}"];
        prop_oneof![
            prop::collection::vec(inner.clone(), 0..6).prop_map(Value::from),
            prop::collection::vec((name, inner), 0..6)
                .prop_map(|members| Value::Object(members.into_iter().collect())),
        ]
    })
}

const SURFACES: [(&str, &str); 10] = [
    ("/api/v1/health-metrics", "application/json"),
    ("/api/v1/bmi", "application/json"),
    ("/api/v1/bmr", "application/json"),
    ("/api/v1/calculators/bmi", "application/json"),
    ("/api/v1/calculators/child-pugh", "application/json"),
    ("/api/v1/batch", "application/x-ndjson"),
    ("/fhir/$evaluate", "application/fhir+json"),
    ("/cds-services/body-figures", "application/json"),
    ("/cds-services/news2", "application/json"),
    ("/mcp", "application/json"),
];

proptest! {
    /// No JSON of any shape is a server's error, on any surface.
    #[test]
    fn no_json_is_a_server_error(body in any_json()) {
        for (target, media_type) in SURFACES {
            let body = body.to_string();
            let headers = [("content-type", media_type)];
            let response = ask("POST", target, &headers, body.as_bytes());
            prop_assert!(response.status < 500, "{}: {}", target, body);
        }
    }

    #[test]
    fn no_bytes_are_a_server_error(body in prop::collection::vec(any::<u8>(), 0..200)) {
        for (target, media_type) in SURFACES {
            let headers = [("content-type", media_type)];
            let response = ask("POST", target, &headers, &body);
            let lines = target == "/api/v1/batch" && response.status == 200;
            prop_assert!(lines || (400..500).contains(&response.status), "{}", target);
        }
    }

    #[test]
    fn no_target_is_a_server_error(target in "[ -~]{0,40}") {
        prop_assert_eq!(get(&target).status, 404);
        for start in ["/api/v1/calculators", "/api/v1/calculators/", "/fhir/", "/cds-services/"] {
            let status = get(&format!("{start}{target}")).status;
            prop_assert!(status < 500, "{}", start);
        }
    }
}
