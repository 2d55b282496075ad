//! `validator`: inputs as they were read, or every problem.

use serde_json::{Value, json};
use wasmtime::Store;

use super::{Guest, sandbox};

wasmtime::component::bindgen!({
    path: "../wit/validation",
    world: "validator",
    exports: { default: async },
});

use exports::medical::validation::validation::{CheckError, Context};

async fn validator() -> (Store<Guest>, Validator) {
    let (mut store, component, linker) = sandbox("validator.wasm", ());
    let instance = Validator::instantiate_async(&mut store, &component, &linker).await;
    (store, instance.expect("an instance"))
}

/// Checks inputs of a calculator; a trap is none of the answers.
async fn check(calculator: &str, inputs: &str, today: &str) -> Result<String, CheckError> {
    let (mut store, instance) = validator().await;
    let context = Context {
        today: today.to_owned(),
        language: "en".to_owned(),
    };
    let validation = instance.medical_validation_validation();
    let found = validation
        .call_check(&mut store, calculator, inputs, &context)
        .await;
    found.expect("no trap")
}

const TODAY: &str = "2026-06-15";

#[tokio::test]
async fn inputs_come_back_as_they_were_read() {
    let inputs = r#"{"weight": {"value": 154.5, "unit": "[lb_av]"}, "activity_level": 1.375,
        "height": {"value": 1.75, "unit": "m"}, "birth_date": "1996-01-31", "sex": "female"}"#;
    let found = check("health-metrics", inputs, TODAY).await;
    let found: Value = serde_json::from_str(&found.expect("accepted")).expect("JSON");
    let expected = json!({
        "sex": "female",
        "birth_date": "1996-01-31",
        "on": TODAY,
        "weight": {"value": 154.5, "unit": "[lb_av]"},
        "height": {"value": 1.75, "unit": "m"},
        "activity_level": "light",
    });
    assert_eq!(found, expected);
}

#[tokio::test]
async fn every_problem_at_once() {
    let inputs = r#"{"weight": "70", "height": {"value": 175, "unit": "m"}, "age": 30,
        "sex": "x", "activity_level": 9, "activity_level": 9, "colour": []}"#;
    let found = check("health-metrics", inputs, TODAY).await;
    let Err(CheckError::Refused(found)) = found else {
        panic!("{found:?}");
    };
    let mut found: Vec<_> = found
        .iter()
        .map(|one| (one.field.as_str(), one.code.as_str()))
        .collect();
    found.sort_unstable();
    let expected = [
        ("activity_level", "duplicate-field"),
        ("age", "missing-unit"),
        ("colour", "unknown-field"),
        ("height/value", "out-of-range"),
        ("sex", "not-a-choice"),
        ("weight", "wrong-type"),
    ];
    assert_eq!(found, expected);
}

#[tokio::test]
async fn no_text_traps() {
    let deep = "[".repeat(100_000);
    let strange = format!("{{\"weight\": \"{}\"}}", "💉".repeat(1000));
    for inputs in [
        "",
        "{",
        "[]",
        "null",
        "1",
        "{\"a\": \"\\ud800\"}",
        "{}",
        &deep,
        &strange,
    ] {
        assert!(check("bmi", inputs, TODAY).await.is_err());
    }
    let unknown = check("nope", "{}", TODAY).await;
    assert!(matches!(unknown, Err(CheckError::UnknownCalculator)));
    let never = check("bmi", "{}", "soon").await;
    assert!(matches!(never, Err(CheckError::InvalidContext)));
}
