//! Asking the API as its HTTP adapters do.

use api::{BodyError, Headers, Response, respond};
use gateway::API;
use ports::Ports;
use serde_json::Value;

/// A moment at which everything is asked.
pub(crate) const NOW: &str = "2026-06-15T12:00:00Z";

/// How long everything took, in microseconds.
pub(crate) const TOOK: u64 = 42;

/// Names and values.
pub(crate) type Pairs<'a> = &'a [(&'a str, &'a str)];

/// The answer to a request, whoever stands behind the ports and whatever could be read
/// of the body.
pub(crate) fn ask_reading(
    ports: &(dyn Ports + 'static),
    method: &str,
    target: &str,
    headers: Pairs<'_>,
    body: Result<&[u8], BodyError>,
) -> Response {
    let headers = headers
        .iter()
        .map(|(name, value)| ((*name).to_owned(), value.as_bytes().to_vec()));
    let headers = Headers::new(headers.collect());
    match API.find(method, target, &headers) {
        Ok(found) => respond(&found, &headers, body, ports, NOW, &|| TOOK),
        Err(refusal) => refusal,
    }
}

/// The answer to a request, whoever stands behind the ports.
pub(crate) fn ask_of(
    ports: &(dyn Ports + 'static),
    method: &str,
    target: &str,
    headers: Pairs<'_>,
    body: &[u8],
) -> Response {
    ask_reading(ports, method, target, headers, Ok(body))
}

/// The answer of the platform itself.
pub(crate) fn ask(method: &str, target: &str, headers: Pairs<'_>, body: &[u8]) -> Response {
    ask_of(&inprocess::InProcess, method, target, headers, body)
}

/// The header of JSON.
pub(crate) const JSON: Pairs<'_> = &[("content-type", "application/json")];

/// The answer to JSON.
pub(crate) fn post(target: &str, body: &str) -> Response {
    ask("POST", target, JSON, body.as_bytes())
}

/// The answer to JSON of whoever stands behind the ports.
pub(crate) fn post_to(ports: &(dyn Ports + 'static), target: &str, body: &str) -> Response {
    ask_of(ports, "POST", target, JSON, body.as_bytes())
}

/// The answer to a GET without headers.
pub(crate) fn get(target: &str) -> Response {
    ask("GET", target, &[], b"")
}

/// The body as text.
pub(crate) fn text(response: &Response) -> &str {
    core::str::from_utf8(&response.body).expect("text")
}

/// The body as JSON.
#[track_caller]
pub(crate) fn json(response: &Response) -> Value {
    serde_json::from_slice(&response.body).unwrap_or_else(|error| panic!("{error}: {response:?}"))
}

/// The body of a successful JSON answer, with the headers that each has.
#[track_caller]
pub(crate) fn answer(response: &Response) -> Value {
    assert_eq!(response.status, 200, "{}", text(response));
    assert_eq!(response.header("content-type"), Some("application/json"));
    assert_eq!(response.header("x-content-type-options"), Some("nosniff"));
    json(response)
}

/// A problem document of this status and code, with the headers and members that each
/// has.
#[track_caller]
pub(crate) fn problem(response: &Response, status: u16, code: &str) -> Value {
    let document = json(response);
    assert_eq!(response.status, status, "{document}");
    for (name, value) in [
        ("content-type", "application/problem+json"),
        ("cache-control", "no-store"),
        ("x-content-type-options", "nosniff"),
    ] {
        assert_eq!(response.header(name), Some(value), "{name}");
    }
    assert!(response.header("content-language").is_some());
    assert_eq!(document["status"], status);
    assert_eq!(document["code"], code, "{document}");
    assert_eq!(document["type"], format!("{}{code}", api::problem::TYPE));
    for member in ["title", "detail"] {
        assert!(document[member].is_string(), "{member} in {document}");
    }
    for (_, code) in violations(&document) {
        let mut known = api::page::VIOLATIONS.iter();
        assert!(known.any(|(one, _)| *one == code), "{code} is documented");
    }
    document
}

/// Pointer and code of each violation of a problem document.
pub(crate) fn violations(problem: &Value) -> Vec<(String, String)> {
    let all = problem["violations"].as_array().into_iter().flatten();
    let text = |value: &Value| value.as_str().unwrap_or_default().to_owned();
    all.map(|one| (text(&one["pointer"]), text(&one["code"])))
        .collect()
}

/// The same pairs, written down.
pub(crate) fn pairs(all: &[(&str, &str)]) -> Vec<(String, String)> {
    let all = all.iter();
    all.map(|(pointer, code)| ((*pointer).to_owned(), (*code).to_owned()))
        .collect()
}
