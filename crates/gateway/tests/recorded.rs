//! What the release before said, word for word: clients were built against it.
//!
//! `recorded/requests.ndjson` holds requests, `recorded/answers.ndjson` what that
//! release answered to each.

use std::fmt::Write as _;

use gateway::{respond, route};
use http::{HeaderMap, HeaderName, HeaderValue, Method};
use serde::{Deserialize, Serialize};

#[path = "../../../bench/native/src/services.rs"]
mod services;

#[derive(Deserialize)]
struct Request {
    method: String,
    path: String,
    headers: Vec<(String, String)>,
    body: String,
}

#[derive(Debug, PartialEq, Serialize, Deserialize)]
struct Answer {
    status: u16,
    headers: Vec<(String, String)>,
    body: String,
}

const FOLDER: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/recorded/");

fn ask(request: &Request) -> Answer {
    let mut headers = HeaderMap::new();
    for (name, value) in &request.headers {
        let name: HeaderName = name.parse().expect("a header name");
        headers.append(name, HeaderValue::from_str(value).expect("a header value"));
    }
    let method: Method = request.method.parse().expect("a method");
    let response = match route(&method, &request.path, &headers) {
        Ok(route) => respond(
            route,
            Ok(request.body.clone().into_bytes()),
            &services::Native,
            "2026-06-15T12:00:00Z",
            &|| 42,
        ),
        Err(refusal) => *refusal,
    };
    let header = |name: &str| {
        let value = response.headers().get(name)?.to_str().ok()?;
        Some((name.to_owned(), value.to_owned()))
    };
    Answer {
        status: response.status().as_u16(),
        headers: ["content-type", "content-language", "allow"]
            .into_iter()
            .filter_map(header)
            .collect(),
        body: String::from_utf8(response.into_body()).expect("text"),
    }
}

fn requests() -> Vec<Request> {
    let text = std::fs::read_to_string(format!("{FOLDER}requests.ndjson")).expect("requests");
    let requests = text.lines().map(serde_json::from_str);
    requests.collect::<Result<_, _>>().expect("requests")
}

#[test]
fn answers_are_those_of_the_release_before() {
    let file = format!("{FOLDER}answers.ndjson");
    let requests = requests();
    if std::env::var_os("RECORD").is_some() {
        let mut text = String::new();
        for request in &requests {
            let answer = serde_json::to_string(&ask(request)).expect("JSON");
            writeln!(text, "{answer}").expect("a String");
        }
        std::fs::write(&file, text).expect("the recording");
    }
    let recorded = std::fs::read_to_string(file).expect("the recording");
    assert_eq!(recorded.lines().count(), requests.len());
    for (request, recorded) in requests.iter().zip(recorded.lines()) {
        let recorded: Answer = serde_json::from_str(recorded).expect("an answer");
        let (method, path, body) = (&request.method, &request.path, &request.body);
        assert_eq!(ask(request), recorded, "{method} {path} {body}");
    }
}
