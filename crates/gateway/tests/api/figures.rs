//! The figures of an adult.

use ports::Error;
use proptest::prelude::*;
use serde_json::{Value, json};
use wire::Violation;

use crate::common::{
    TOOK, answer, ask_of, json as body_of, pairs, post, post_to, problem, violations,
};
use crate::fakes::{Fake, says};

const PERSON: &str = r#"{"weight": 70, "height": 1.75, "age": 30, "gender": "male"}"#;
const PATHS: [&str; 3] = ["/api/v1/health-metrics", "/api/v1/bmi", "/api/v1/bmr"];

#[test]
fn an_answer_carries_figures_units_and_where_they_come_from() {
    let found = answer(&post("/api/v1/health-metrics", PERSON));
    let formulas = found["formulas"].as_array().expect("formulas").iter();
    let ids: Vec<_> = formulas
        .map(|one| {
            assert!(one["version"].is_string() && one["citation"].is_string());
            one["id"].clone()
        })
        .collect();
    let editions = [
        "bmi",
        "bmr-roza-shizgal-1984",
        "ibw-lorentz-1929",
        "body-fat-deurenberg-1991",
        "tdee",
    ];
    assert_eq!(ids, editions.map(Value::from));
    let expected = json!({
        "bmi": 22.857_142_857_142_858,
        "classification": "normal",
        "healthy": true,
        "bmr": 1_695.667_000_000_000_1,
        "ideal_weight": 68.75,
        "body_fat_percentage": 18.128_571_428_571_426,
        "daily_calories": 2_713.067_200_000_000_4,
        "activity": {"factor": 1.6, "source": "age_default"},
        "assumptions": found["assumptions"],
        "warnings": [],
        "formulas": found["formulas"],
        "units": {
            "bmi": "kg/m2",
            "bmr": "kcal/d",
            "ideal_weight": "kg",
            "body_fat_percentage": "%",
            "daily_calories": "kcal/d"
        },
        "computed_by": "wasm_component",
        "processing_time_us": TOOK
    });
    assert_eq!(found, expected);
    assert_eq!(found["assumptions"].as_array().map(Vec::len), Some(1));
}

#[test]
fn the_specialised_answers_have_their_own_figure_only() {
    let bmi = answer(&post("/api/v1/bmi", PERSON));
    assert_eq!(bmi["units"], json!({"bmi": "kg/m2"}));
    let bmr = answer(&post("/api/v1/bmr", PERSON));
    assert_eq!(bmr["units"], json!({"bmr": "kcal/d"}));
    assert_eq!(bmr["bmr"], 1_695.667_000_000_000_1);
    assert!(bmr.get("bmi").is_none());
}

#[test]
fn the_figures_speak_portuguese() {
    let headers = [
        ("content-type", "application/json"),
        ("accept-language", "pt-BR"),
    ];
    let ask = |body: &str| {
        ask_of(
            &Fake::default(),
            "POST",
            PATHS[0],
            &headers,
            body.as_bytes(),
        )
    };
    let response = ask(PERSON);
    assert_eq!(response.header("content-language"), Some("pt-BR"));
    let said = answer(&response)["assumptions"].to_string();
    assert!(said.contains("fator de atividade"), "{said}");
    let refused = problem(&ask(r#"{"age": 30.5}"#), 422, "invalid-input").to_string();
    assert!(refused.contains("é obrigatório"), "{refused}");
    assert!(refused.contains("número inteiro"), "{refused}");
}

/// Each name stands for an input in the unit it has always had.
#[test]
fn what_was_sent_reaches_the_validator_in_its_units() {
    let ports = Fake::default();
    let body = r#"{"gender": "female", "weight": 70.5, "height": 1.75, "age": 30.0,
                   "activity_level": 1.55}"#;
    answer(&post_to(&ports, "/api/v1/health-metrics", body));
    let checked = ports.checked.borrow();
    let checked: Vec<Value> = checked
        .iter()
        .map(|text| serde_json::from_str(text).expect("JSON"))
        .collect();
    let expected = json!({
        "weight": {"value": 70.5, "unit": "kg"},
        "height": {"value": 1.75, "unit": "m"},
        "age": {"value": 30, "unit": "a"},
        "sex": "female",
        "activity_level": 1.55
    });
    assert_eq!(checked, [expected]);
}

/// What is wrong in the eyes of the gateway and of the validator is said together.
#[test]
fn every_violation_is_reported_at_once() {
    let ports = Fake::default();
    let body = r#"{"weight": 70, "weight": 80.5, "height": "1.75", "age": null, "a/b~c": true,
                  "gender": 1, "list": [1, [2]], "activity_level": 1.3}"#;
    let refused = problem(
        &post_to(&ports, "/api/v1/health-metrics", body),
        422,
        "invalid-input",
    );
    let expected = [
        ("/weight", "duplicate-field"),
        ("/height", "wrong-type"),
        ("/age", "missing"),
        ("/gender", "wrong-type"),
        ("/activity_level", "not-a-choice"),
        ("/a~1b~0c", "unknown-field"),
        ("/list", "unknown-field"),
    ];
    assert_eq!(violations(&refused), pairs(&expected));
    let calculated = ports.evaluated.borrow().len();
    assert_eq!(calculated, 0, "what is refused is not calculated");
}

#[test]
fn what_the_validator_refuses_is_named_as_it_was_sent() {
    let violation = |field: &str| Violation {
        field: field.to_owned(),
        code: "out-of-range".to_owned(),
        message: format!("{field} is none"),
    };
    let ports = Fake {
        check: Some(Err(Error::Refused(vec![
            violation("sex"),
            violation("height/value"),
        ]))),
        ..Fake::default()
    };
    let refused = problem(&post_to(&ports, PATHS[0], PERSON), 422, "invalid-input");
    let expected = [("/height", "out-of-range"), ("/gender", "out-of-range")];
    assert_eq!(violations(&refused), pairs(&expected));
    assert_eq!(refused["violations"][1]["message"], "gender is none");
    assert_eq!(ports.evaluated.borrow().len(), 0);
}

/// A validator that says yes but gives nothing back, or not all, breaks its contract.
#[test]
fn nothing_is_calculated_from_what_the_validator_did_not_return() {
    let partly = r#"{"weight": {"value": 70, "unit": "kg"}}"#;
    for path in PATHS {
        for said in ["", "[]", "{}", "null", partly] {
            let ports = Fake {
                check: says(said),
                ..Fake::default()
            };
            problem(&post_to(&ports, path, PERSON), 500, "internal-error");
            assert_eq!(ports.evaluated.borrow().len(), 0, "{path}: {said:?}");
        }
    }
}

#[test]
fn what_the_validator_returned_is_what_is_calculated() {
    let returned = r#"{"weight":{"value":80,"unit":"kg"},"height":{"value":2,"unit":"m"},"age":{"value":30,"unit":"a"},"sex":"male"}"#;
    let ports = Fake {
        check: says(returned),
        ..Fake::default()
    };
    let found = answer(&post_to(&ports, "/api/v1/bmi", PERSON));
    assert_eq!(found["bmi"], 20.0);
    assert_eq!(*ports.evaluated.borrow(), [returned]);
}

#[test]
fn an_evaluation_of_another_kind_is_no_figure() {
    for said in ["", "[]", "{}", "not JSON"] {
        let ports = Fake {
            evaluate: says(said),
            ..Fake::default()
        };
        for path in PATHS {
            problem(&post_to(&ports, path, PERSON), 500, "internal-error");
        }
    }
    let other = post(
        "/api/v1/calculators/bmi",
        r#"{"inputs": {"weight": {"value": 70, "unit": "kg"}, "height": {"value": 1.75, "unit": "m"}}}"#,
    );
    let ports = Fake {
        evaluate: Some(Ok(body_of(&other).to_string())),
        ..Fake::default()
    };
    problem(
        &post_to(&ports, "/api/v1/bmi", PERSON),
        500,
        "internal-error",
    );
}

#[test]
fn a_flood_of_fields_is_one_violation() {
    let fields: Vec<_> = (0..5_000).map(|i| format!("\"f{i}\": 1")).collect();
    let body = format!("{{{}}}", fields.join(","));
    let refused = problem(&post("/api/v1/bmi", &body), 422, "invalid-input");
    assert_eq!(violations(&refused), pairs(&[("", "too-many-fields")]));
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    /// The same index by each of its three ways.
    #[test]
    fn three_computations_of_an_index_agree(
        weight in 40.0..160.0_f64,
        height in 1.4..2.1_f64,
        age in 18..=83_u8,
        female in any::<bool>(),
    ) {
        let gender = if female { "female" } else { "male" };
        let person = json!({"weight": weight, "height": height, "age": age, "gender": gender});
        let person = person.to_string();
        let direct = answer(&post("/api/v1/bmi", &person))["bmi"].clone();
        let inputs = json!({"inputs": {
            "weight": {"value": weight, "unit": "kg"},
            "height": {"value": height, "unit": "m"},
            "age": {"value": age, "unit": "a"},
        }});
        let found = answer(&post("/api/v1/calculators/bmi", &inputs.to_string()));
        prop_assert_eq!(&found["results"][0]["value"], &direct);
        let all = post("/api/v1/health-metrics", &person);
        // A body fat below zero is refused, and with it the whole answer.
        if all.status == 200 {
            prop_assert_eq!(&body_of(&all)["bmi"], &direct);
        } else {
            problem(&all, 422, "invalid-input");
        }
    }
}
