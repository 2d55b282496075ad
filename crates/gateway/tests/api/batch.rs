//! Many evaluations in one request.

use serde_json::{Value, json};

use crate::common::{ask, ask_of, problem, text};
use crate::fakes::{Fake, broken, says};

const HEADERS: &[(&str, &str)] = &[("content-type", "application/x-ndjson")];

fn case(id: &str, weight: f64, unit: &str) -> String {
    format!(
        r#"{{"id": {id}, "calculator": "bmi", "inputs": {{"weight": {{"value": {weight}, "unit": "{unit}"}}, "height": {{"value": 175, "unit": "cm"}}}}}}"#
    )
}

/// The lines of the answer to a batch.
fn batch(body: &str) -> Vec<Value> {
    let response = ask("POST", "/api/v1/batch", HEADERS, body.as_bytes());
    assert_eq!(response.status, 200);
    assert_eq!(
        response.header("content-type"),
        Some("application/x-ndjson")
    );
    let lines = text(&response).lines();
    lines
        .map(|line| serde_json::from_str(line).expect("JSON"))
        .collect()
}

#[test]
fn a_bad_line_spoils_nothing_but_itself() {
    let good = case("\"a\"", 70.0, "kg");
    let refused = case("7", 70.0, "lb");
    let unknown = r#"{"id": "c", "calculator": "nope", "inputs": {}}"#;
    let huge = format!("{{\"id\": \"{}\"}}", "x".repeat(70_000));
    let body = format!("{good}\n\n{refused}\n{{\n{unknown}\n[1]\n{huge}\n{{\"id\":\"e\"}}\n{good}");
    let lines = batch(&body);
    let found: Vec<_> = lines
        .iter()
        .map(|line| (line["line"].clone(), line["status"].clone()))
        .collect();
    let expected = [
        (1, 200),
        (3, 422),
        (4, 400),
        (5, 404),
        (6, 422),
        (7, 413),
        (8, 422),
        (9, 200),
    ];
    assert_eq!(
        found,
        expected.map(|(line, status)| (json!(line), json!(status)))
    );
    assert_eq!(lines[0]["id"], "a");
    assert_eq!(lines[0]["evaluation"]["results"][0]["display"], "22.9");
    assert_eq!(lines[1]["id"], 7);
    let pointer = &lines[1]["problem"]["violations"][0]["pointer"];
    assert_eq!(pointer, "/inputs/weight/unit");
    assert_eq!(lines[6]["id"], "e");
    assert_eq!(lines[7]["evaluation"], lines[0]["evaluation"]);
}

#[test]
fn a_batch_of_a_thousand_keeps_its_order() {
    let weight = |n: usize| 40.0 + n as f64 / 10.0;
    let cases: Vec<_> = (0..1000)
        .map(|n| case(&n.to_string(), weight(n), "kg"))
        .collect();
    let lines = batch(&cases.join("\n"));
    assert_eq!(lines.len(), 1000);
    for (n, line) in lines.iter().enumerate() {
        assert_eq!((&line["id"], &line["status"]), (&json!(n), &json!(200)));
        let found = &line["evaluation"]["inputs"]["weight"]["value"];
        let close = (found.as_f64().unwrap_or_default() - weight(n)).abs() < 1e-9;
        assert!(close, "{line}");
    }
    let more = format!("{}\n{}", cases.join("\n"), case("1000", 70.0, "kg"));
    let response = ask("POST", "/api/v1/batch", HEADERS, more.as_bytes());
    problem(&response, 413, "too-many-cases");
}

/// An id comes back character by character, whatever a number or a text it is.
#[test]
fn ids_come_back_as_they_came() {
    for id in [
        "18446744073709551616",
        "0.1000000000000000055",
        "1E5",
        "-0",
        r#""\u00e9""#,
        r#""é""#,
        r#"{"a": [1.0]}"#,
        "false",
    ] {
        for unit in ["kg", "lb"] {
            let body = case(id, 70.0, unit);
            let response = ask("POST", "/api/v1/batch", HEADERS, body.as_bytes());
            let start = format!("{{\"id\":{id},\"line\":1,");
            assert!(text(&response).starts_with(&start), "{}", text(&response));
        }
    }
}

#[test]
fn a_line_with_two_ids_has_none() {
    let body = case("1, \"id\": 2", 70.0, "kg");
    for body in [body, case("null", 70.0, "kg")] {
        let lines = batch(&body);
        assert!(lines[0].get("id").is_none(), "{}", lines[0]);
    }
    let lines = batch(&case("1, \"id\": 1", 70.0, "kg"));
    assert_eq!(lines[0]["status"], 422);
}

#[test]
fn the_lines_speak_portuguese() {
    let body = format!("{}\n{{\n{}", case("1", 70.0, "lb"), case("2", 70.0, "kg"));
    let mut headers = HEADERS.to_vec();
    headers.push(("accept-language", "pt-BR"));
    let response = ask("POST", "/api/v1/batch", &headers, body.as_bytes());
    assert_eq!(response.header("content-language"), Some("pt-BR"));
    let said = text(&response);
    for sentence in [
        "Entrada inválida",
        "A linha não é JSON.",
        "peso adequado (eutrofia)",
    ] {
        assert!(said.contains(sentence), "{said}");
    }
}

/// Fewer, more or other lines than were sent: nobody knows whose they are.
#[test]
fn lines_that_are_none_are_an_internal_error() {
    let whole = r#"{"id":1,"error":{"code":"invalid-json","violations":[]}}"#;
    let neither = r#"{"id":1}"#;
    let more = [whole; 3].join("\n");
    for said in ["", "{}", "[]", "not JSON", whole, neither, &more] {
        let ports = Fake {
            evaluate_many: says(said),
            ..Fake::default()
        };
        let body = format!("{}\n{}", case("1", 70.0, "kg"), case("2", 70.0, "kg"));
        let response = ask_of(&ports, "POST", "/api/v1/batch", HEADERS, body.as_bytes());
        problem(&response, 500, "internal-error");
    }
    let body = case("1", 70.0, "kg");
    let response = ask_of(&broken(), "POST", "/api/v1/batch", HEADERS, body.as_bytes());
    problem(&response, 500, "internal-error");
}
