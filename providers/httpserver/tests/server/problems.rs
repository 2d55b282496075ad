//! What the server says in a component's place, and to whom.

use crate::common::server;
use serde_json::{Value, json};

fn body(answer: &str) -> Value {
    let (_, body) = answer.split_once("\r\n\r\n").expect("a body");
    serde_json::from_str(body).expect("JSON")
}

#[tokio::test]
async fn refusals_are_of_the_vocabulary_of_all() {
    let server = server(&[], &[]).await;
    let answer = server.get("/failed").await;
    assert!(answer.contains("content-language: en\r\n"), "{answer}");
    assert_eq!(
        body(&answer),
        json!({
            "type": "urn:medical-api:problem:no-answer",
            "title": "No answer",
            "status": 502,
            "code": "no-answer",
            "detail": "The application failed; there is no answer to this request.",
        })
    );
}

#[tokio::test]
async fn refusals_are_in_the_language_of_the_client() {
    let server = server(&[("max_body_bytes", "10")], &[]).await;
    let answer = server
        .head(
            "POST / HTTP/1.1\r\nhost: a\r\naccept-language: en;q=0.4, pt-BR\r\n\
             content-length: 11\r\nexpect: 100-continue\r\n",
        )
        .await;
    assert!(answer.contains("content-language: pt-BR\r\n"), "{answer}");
    let problem = body(&answer);
    assert_eq!(problem["code"], "body-too-large");
    assert_eq!(problem["title"], "Corpo grande demais");
    assert_eq!(problem["detail"], "O corpo pode ter até 10 bytes.");
}

#[tokio::test]
async fn fhir_clients_read_an_operation_outcome() {
    let server = server(&[("max_body_bytes", "10")], &[]).await;
    let answer = server
        .head(
            "POST /fhir/$evaluate HTTP/1.1\r\nhost: a\r\ncontent-length: 11\r\n\
             expect: 100-continue\r\n",
        )
        .await;
    assert!(answer.starts_with("HTTP/1.1 413"), "{answer}");
    let media_type = "content-type: application/fhir+json\r\n";
    assert!(answer.contains(media_type), "{answer}");
    let detail = "The body may have up to 10 bytes.";
    let coding = json!([{"system": "urn:medical-platform:issue", "code": "body-too-large"}]);
    assert_eq!(
        body(&answer),
        json!({
            "resourceType": "OperationOutcome",
            "issue": [{
                "severity": "error",
                "code": "too-long",
                "details": {"coding": coding, "text": detail},
                "diagnostics": detail,
            }],
        })
    );
}

#[tokio::test]
async fn a_status_that_is_no_answer_is_not_passed_on() {
    let server = server(&[], &[]).await;
    for status in ["100", "101", "199", "600", "999"] {
        let answer = server.get(&format!("/status/{status}")).await;
        assert!(answer.starts_with("HTTP/1.1 502"), "{status}: {answer}");
        assert_eq!(body(&answer)["code"], "no-answer");
    }
    for status in ["200", "304", "412", "599"] {
        let answer = server.get(&format!("/status/{status}")).await;
        let line = format!("HTTP/1.1 {status}");
        assert!(answer.starts_with(&line), "{status}: {answer}");
    }
}
