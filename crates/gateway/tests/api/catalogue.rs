//! The catalogue, over the real definitions.

use serde_json::{Value, json};

use crate::common::{
    TOOK, answer, ask, ask_of, get, pairs, post, post_to, problem, text, violations,
};
use crate::fakes::{Fake, broken, says};

const BMI: &str = "/api/v1/calculators/bmi";

fn bmi(weight: f64, unit: &str) -> Value {
    json!({"inputs": {
        "weight": {"value": weight, "unit": unit},
        "height": {"value": 175, "unit": "cm"}
    }})
}

#[test]
fn an_evaluation_says_everything() {
    let found = answer(&post(BMI, &bmi(70.0, "kg").to_string()));
    let expected = json!({
        "calculator": "bmi",
        "version": "1.1.0",
        "category": "body",
        "title": "Body mass index",
        "language": "en",
        "results": [{
            "name": "bmi",
            "title": "Body mass index",
            "kind": "measurement",
            "value": 22.857_142_857_142_858,
            "unit": "kg/m2",
            "display": "22.9",
            "interpretation": {"code": "normal", "text": "normal weight", "hl7": "N"},
            "loinc": "39156-5"
        }],
        "warnings": [],
        "assumptions": ["No age was sent: adult classes assumed."],
        "inputs": {
            "weight": {"value": 70, "unit": "kg"},
            "height": {"value": 175, "unit": "cm"}
        },
        "labels": {"weight": {"title": "Weight"}, "height": {"title": "Height"}},
        "reference": {"citation": found["reference"]["citation"]},
        "processing_time_us": TOOK
    });
    assert_eq!(found, expected);
}

#[test]
fn refusals_point_at_the_input() {
    let body = |text: &str| text.to_owned();
    for (body, violation) in [
        (
            bmi(70.0, "lb").to_string(),
            ("/inputs/weight/unit", "unknown-unit"),
        ),
        (
            bmi(7000.0, "kg").to_string(),
            ("/inputs/weight/value", "out-of-range"),
        ),
        (
            body(r#"{"inputs": {"weight": 70}}"#),
            ("/inputs/weight", "missing-unit"),
        ),
        (
            body(r#"{"inputs": {"a/b": 1}}"#),
            ("/inputs/a~1b", "unknown-field"),
        ),
        (body(r#"{"inputs": []}"#), ("/inputs", "wrong-type")),
        (body("{}"), ("/inputs", "missing")),
        (body(r#"{"inputs": {}, "x": 1}"#), ("/x", "unknown-field")),
        (
            body(r#"{"inputs": {}, "inputs": {}}"#),
            ("/inputs", "duplicate-field"),
        ),
        (body("[]"), ("", "wrong-type")),
    ] {
        let refused = problem(&post(BMI, &body), 422, "invalid-input");
        let found = violations(&refused);
        assert!(found.contains(&pairs(&[violation])[0]), "{body}: {found:?}");
    }
}

#[test]
fn what_is_no_json_among_the_inputs_is_no_json() {
    for inputs in [
        r#"{"weight": 01}"#,
        r#"{"weight": {"value": 1e400}}"#,
        r#"{"x": ["\ud800"]}"#,
        r#"{"x": [1, {"y": "\u0000}]}"#,
    ] {
        let body = format!("{{\"inputs\": {inputs}}}");
        problem(&post(BMI, &body), 400, "invalid-json");
    }
}

/// Where there is no such calculator, nothing that is wrong with the body matters.
#[test]
fn an_unknown_calculator_is_one_whatever_was_sent() {
    let nope = "/api/v1/calculators/nope";
    problem(&get(nope), 404, "unknown-calculator");
    for body in [
        bmi(70.0, "kg").to_string().as_str(),
        "",
        "{",
        "[]",
        "{}",
        r#"{"inputs": {}, "inputs": {}}"#,
    ] {
        problem(&post(nope, body), 404, "unknown-calculator");
    }
}

#[test]
fn three_bad_inputs_are_three_violations() {
    let body = r#"{"inputs": {
        "sex": "other",
        "age": {"value": 30},
        "creatinine": {"value": 80, "unit": "mg/dL"}
    }}"#;
    let refused = post("/api/v1/calculators/egfr-ckd-epi-2021", body);
    let refused = problem(&refused, 422, "invalid-input");
    assert_eq!(violations(&refused).len(), 3, "{refused}");
    let named = refused.to_string().contains("umol/L");
    assert!(named, "the other unit is named: {refused}");
}

/// What is accepted, in which languages; and the media type and a part of the answer.
const FORMS: [(&str, &str, &str, &str); 7] = [
    (
        "*/*",
        "pt-BR,pt;q=0.9,en;q=0.8",
        "application/json",
        "peso adequado (eutrofia)",
    ),
    (
        "application/json",
        "fr, en;q=0.5",
        "application/json",
        "normal weight",
    ),
    ("text/plain", "pt", "text/plain; charset=utf-8", "22,9"),
    (
        "text/markdown;q=0.9",
        "en",
        "text/markdown; charset=utf-8",
        "22.9",
    ),
    (
        "application/fhir+json",
        "en",
        "application/fhir+json",
        "\"Bundle\"",
    ),
    (
        "application/fhir+json; fhirVersion=4.0",
        "en",
        "application/fhir+json",
        "\"Bundle\"",
    ),
    ("image/png", "", "application/json", "normal weight"),
];

#[test]
fn languages_and_formats_are_negotiated() {
    let body = bmi(70.0, "kg").to_string();
    for (accept, language, media_type, said) in FORMS {
        let headers = [
            ("content-type", "application/json"),
            ("accept", accept),
            ("accept-language", language),
        ];
        let response = ask("POST", BMI, &headers, body.as_bytes());
        assert_eq!(
            response.header("content-type"),
            Some(media_type),
            "{accept}"
        );
        assert_eq!(response.header("vary"), Some("accept, accept-language"));
        let written = text(&response);
        assert!(written.contains(said), "{accept}, {language}: {written}");
    }
    let headers = [
        ("content-type", "application/json"),
        ("accept", "application/fhir+json; fhirVersion=5.0"),
    ];
    problem(
        &ask("POST", BMI, &headers, body.as_bytes()),
        406,
        "not-acceptable",
    );
}

fn ids(target: &str) -> Vec<String> {
    let found = answer(&get(target));
    let found = found["calculators"].as_array().expect("a list").iter();
    found
        .map(|one| one["id"].as_str().unwrap_or_default().to_owned())
        .collect()
}

#[test]
fn calculators_are_found_by_text_and_category() {
    let all = answer(&get("/api/v1/calculators"));
    let count = clinical::calculators::all().count();
    assert_eq!(all["total"], count);
    assert!(ids("/api/v1/calculators?text=MASS+index").contains(&"bmi".to_owned()));
    assert!(ids("/api/v1/calculators?text=bmi&category=liver").is_empty());
    assert!(ids("/api/v1/calculators?category=liver").contains(&"child-pugh".to_owned()));
    let of_all: Vec<String> = clinical::definition::Category::ALL
        .iter()
        .flat_map(|one| ids(&format!("/api/v1/calculators?category={}", one.code())))
        .collect();
    assert_eq!(of_all, ids("/api/v1/calculators"));
    let response = ask(
        "GET",
        "/api/v1/calculators?text=indice%20massa",
        &[("accept-language", "pt-BR")],
        b"",
    );
    assert_eq!(response.header("content-language"), Some("pt-BR"));
    assert!(text(&response).contains("Índice de massa corporal"));
    for query in [
        "category=nope".to_owned(),
        format!("text={}", "a+".repeat(17)),
    ] {
        let refused = get(&format!("/api/v1/calculators?{query}"));
        problem(&refused, 422, "invalid-input");
    }
}

/// What people call a calculator finds it, first, in either language and without accents.
#[test]
fn people_find_calculators_by_what_they_call_them() {
    for (text, first) in [
        ("IMC", "bmi"),
        ("TFG", "egfr-ckd-epi-2021"),
        ("gfr", "egfr-ckd-epi-2021"),
        ("clearance", "creatinine-clearance-cockcroft-gault"),
        (
            "depuracao+creatinina",
            "creatinine-clearance-cockcroft-gault",
        ),
        ("TEP", "wells-pe-2000"),
        ("dpp", "due-date-naegele"),
        ("glasgow", "glasgow-coma-scale"),
    ] {
        let found = ids(&format!("/api/v1/calculators?text={text}"));
        assert!(
            found.first().is_some_and(|id| id == first),
            "{text}: {found:?}"
        );
    }
    // By speciality, in both languages.
    for text in ["rim", "kidney"] {
        let found = ids(&format!("/api/v1/calculators?text={text}"));
        assert!(
            found.contains(&"egfr-schwartz-2009".to_owned()),
            "{text}: {found:?}"
        );
    }
}

#[test]
fn each_calculator_has_a_definition() {
    for calculator in clinical::calculators::all() {
        let target = format!("/api/v1/calculators/{}", calculator.id);
        let definition = answer(&get(&target));
        assert_eq!(definition["id"], calculator.id);
        let schema = &definition["schema"];
        for input in calculator.inputs {
            let property = &schema["properties"][input.name];
            assert!(property.is_object(), "{}", calculator.id);
        }
        assert_eq!(schema["additionalProperties"], false);
        let document = answer(&get("/openapi.json"));
        for method in ["get", "post"] {
            assert!(document["paths"][&target][method].is_object());
        }
    }
}

/// Nothing of what a port says is passed on when it is not what it should be.
#[test]
fn a_broken_calculator_is_an_internal_error() {
    let body = bmi(70.0, "kg").to_string();
    for said in ["[]", "{}", "", "not JSON", "null"] {
        let ports = Fake {
            summaries: says(if said == "[]" { "{}" } else { said }),
            definitions: says(said),
            evaluate: says(said),
            ..Fake::default()
        };
        problem(&post_to(&ports, BMI, &body), 500, "internal-error");
        for path in ["/api/v1/calculators", BMI, "/cds-services"] {
            let response = ask_of(&ports, "GET", path, &[], b"");
            problem(&response, 500, "internal-error");
        }
    }
    problem(&post_to(&broken(), BMI, &body), 500, "internal-error");
    problem(&post_to(&broken(), BMI, "{"), 500, "internal-error");
}

/// The figures or the definition of another calculator do not pass for those of the one
/// that was asked for.
#[test]
fn what_belongs_to_another_calculator_is_not_passed_on() {
    let body = bmi(70.0, "kg").to_string();
    let other = "/api/v1/calculators/bsa-mosteller-1987";
    let ports = Fake {
        evaluate: says(text(&post(BMI, &body))),
        definitions: says(&format!("[{}]", text(&get(BMI)))),
        ..Fake::default()
    };
    problem(&post_to(&ports, other, &body), 500, "internal-error");
    let response = ask_of(&ports, "GET", other, &[], b"");
    problem(&response, 500, "internal-error");
}

#[test]
fn a_report_that_cannot_be_written_is_an_internal_error() {
    let ports = Fake {
        render: Some(Err(ports::Error::Broken)),
        ..Fake::default()
    };
    for accept in ["text/plain", "text/markdown"] {
        let headers = [("content-type", "application/json"), ("accept", accept)];
        let body = bmi(70.0, "kg").to_string();
        let response = ask_of(&ports, "POST", BMI, &headers, body.as_bytes());
        problem(&response, 500, "internal-error");
    }
}
