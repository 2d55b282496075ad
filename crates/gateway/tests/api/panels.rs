//! Panels over HTTP.

use serde_json::{Value, json};

use crate::common::{answer, get, pairs, post_to, problem, violations};
use crate::fakes::{Fake, says};

const KIDNEY: &str = "/api/v1/panels/kidney";

fn post(target: &str, inputs: &Value) -> api::Response {
    crate::common::post(target, &json!({ "inputs": inputs }).to_string())
}

#[test]
fn panels_are_listed_with_their_members_and_inputs() {
    let list = answer(&get("/api/v1/panels"));
    let panels = list["panels"].as_array().expect("panels");
    assert_eq!(list["total"], panels.len());
    let of = |id: &str| {
        panels
            .iter()
            .find(|one| one["id"] == id)
            .expect("the panel")
    };
    for id in [
        "kidney",
        "liver",
        "sepsis",
        "cardiovascular-risk",
        "adult-nutrition",
        "health-metrics",
    ] {
        for member in of(id)["calculators"].as_array().expect("members") {
            let id = member["id"].as_str().expect("an id");
            assert_eq!(
                get(&format!("/api/v1/calculators/{id}")).status,
                200,
                "{id}"
            );
        }
    }
    let inputs = of("kidney")["inputs"].as_array().expect("inputs");
    let named = inputs.iter().filter(|one| one["name"] == "creatinine");
    assert_eq!(named.count(), 1);
}

#[test]
fn a_panel_answers_what_it_can_and_says_what_is_missing() {
    let inputs = json!({
        "sex": "female", "age": {"value": 50, "unit": "a"},
        "creatinine": {"value": 1.2, "unit": "mg/dL"}
    });
    let found = answer(&post(KIDNEY, &inputs));
    assert_eq!(found["panel"], "kidney");
    let of = |id: &str| {
        let mut all = found["calculators"].as_array().expect("members").iter();
        all.find(|one| one["calculator"] == id)
            .expect("the member")
            .clone()
    };
    let filtration = of("egfr-ckd-epi-2021");
    let alone = answer(&post("/api/v1/calculators/egfr-ckd-epi-2021", &inputs));
    assert_eq!(filtration["evaluation"]["results"], alone["results"]);
    assert_eq!(filtration["evaluation"]["reference"], alone["reference"]);
    let clearance = of("creatinine-clearance-cockcroft-gault");
    assert_eq!(clearance["evaluation"], Value::Null);
    assert_eq!(clearance["missing"][0]["pointer"], "/inputs/weight");
    assert_eq!(clearance["missing"][0]["code"], "missing");
}

#[test]
fn what_is_of_no_use_is_refused_once() {
    let inputs = json!({"creatinine": {"value": 1.2, "unit": "mg"}, "weight": 70});
    let response = post(KIDNEY, &inputs);
    let mut found = violations(&problem(&response, 422, "invalid-input"));
    found.sort();
    let expected = [
        ("/inputs/creatinine/unit", "unknown-unit"),
        ("/inputs/weight", "missing-unit"),
    ];
    assert_eq!(found, pairs(&expected));
    problem(
        &post("/api/v1/panels/nothing", &json!({})),
        404,
        "unknown-panel",
    );
    problem(&crate::common::post(KIDNEY, "{}"), 422, "invalid-input");
    problem(&crate::common::post(KIDNEY, "{"), 400, "invalid-json");
}

/// What a component says of another panel is not passed on.
#[test]
fn another_panel_is_no_answer() {
    let other = r#"{"panel": "liver", "title": "Liver", "language": "en", "calculators": []}"#;
    for lie in [other, "{}", "[]"] {
        let fake = Fake {
            evaluate_panel: says(lie),
            ..Fake::default()
        };
        let response = post_to(&fake, KIDNEY, r#"{"inputs": {}}"#);
        problem(&response, 500, "internal-error");
    }
}
