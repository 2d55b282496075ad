//! Requests to the whole API, with every part in this process: no bytes are a server
//! error, no answer is much longer than its request, and what is said of each line of a
//! batch holds for it too.

use api::{Headers, Response, respond};
use gateway::API;
use inprocess::InProcess;
use ports::{Calculators as _, Context, Error, Ports, Validator as _};
use text::Language;

const JSON: &str = "application/json";
const FHIR: &str = "application/fhir+json";
const NOW: &str = "2026-06-15T12:00:00Z";

/// Bytes of an answer that do not come from the request: all that a refusal, an evaluation
/// or the list of calculators says.
const OWN: usize = 64 * 1024;

type Pairs<'a> = Vec<(&'a str, &'a [u8])>;

fn ask(method: &str, target: &str, headers: Pairs<'_>, body: &[u8]) -> Response {
    let owned = headers.iter();
    let owned = owned.map(|(name, value)| ((*name).to_owned(), value.to_vec()));
    let headers = Headers::new(owned.collect());
    let ports: &dyn Ports = &InProcess;
    let response = match API.find(method, target, &headers) {
        Ok(found) => {
            let fits = found.body_limit().is_none_or(|limit| body.len() <= limit);
            let body = if fits { body } else { b"{}" };
            respond(&found, &headers, Ok(body), ports, NOW, &|| 0)
        }
        Err(refusal) => refusal,
    };
    assert!(response.status < 500, "{}", said(&response));
    response
}

fn said(response: &Response) -> &str {
    core::str::from_utf8(&response.body).expect("text")
}

fn post(target: &str, media_type: &str, body: &[u8]) -> Response {
    let language: &[u8] = if body.len().is_multiple_of(2) {
        b"en"
    } else {
        b"pt-BR"
    };
    let headers = vec![
        ("content-type", media_type.as_bytes()),
        ("accept-language", language),
    ];
    let response = ask("POST", target, headers, body);
    let lines = body.iter().filter(|byte| **byte == b'\n').count();
    let longest = 4 * body.len() + OWN + lines * 3 * 1024;
    assert!(response.body.len() <= longest, "{}", said(&response));
    response
}

/// What the first byte chooses, and the rest.
fn chosen<'a, T: Copy>(all: &[T], bytes: &'a [u8]) -> Option<(T, &'a [u8])> {
    let (first, rest) = bytes.split_first()?;
    Some((all[usize::from(*first) % all.len()], rest))
}

fn joined(parts: &[&[u8]]) -> Vec<u8> {
    parts.concat()
}

/// Headers that say what a client wants, one a line.
pub(crate) fn headers(bytes: &[u8]) {
    let names = [
        "accept",
        "accept-language",
        "if-none-match",
        "prefer",
        "content-type",
        "content-encoding",
    ];
    let lines = bytes.split(|byte| *byte == b'\n');
    let sent: Pairs<'_> = lines
        .filter_map(|line| chosen(&names, line))
        .map(|(name, value)| (name, value.trim_ascii()))
        .collect();
    for (_, operation) in API.operations() {
        let example = operation.example;
        let mut headers = sent.clone();
        if let Some(body) = operation.body {
            headers.push(("content-type", body.media_types[0].as_bytes()));
        }
        let (method, body) = (operation.method.name(), example.body.as_bytes());
        ask(method, example.target, headers, body);
    }
}

/// Methods, paths and queries.
pub(crate) fn targets(bytes: &[u8]) {
    let starts = [
        "",
        "/api/v1/calculators",
        "/api/v1/calculators/",
        "/fhir/metadata?",
        "/cds-services/",
    ];
    let (Some((start, rest)), Ok(_)) = (chosen(&starts, bytes), core::str::from_utf8(bytes)) else {
        return;
    };
    let rest = String::from_utf8_lossy(rest);
    for method in ["GET", "HEAD", "POST", &rest] {
        let headers = vec![("content-type", JSON.as_bytes())];
        ask(method, &format!("{start}{rest}"), headers, b"{}");
    }
}

/// Flat fields.
pub(crate) fn figures(bytes: &[u8]) {
    for target in ["/api/v1/health-metrics", "/api/v1/bmi", "/api/v1/bmr"] {
        post(target, JSON, bytes);
    }
}

/// The id of a calculator on the first line, and its inputs; what is checked is what is
/// evaluated.
pub(crate) fn inputs(bytes: &[u8]) {
    let Some(end) = bytes.iter().position(|byte| *byte == b'\n') else {
        return;
    };
    let (Ok(id), rest) = (core::str::from_utf8(&bytes[..end]), &bytes[end + 1..]) else {
        return;
    };
    let target = format!("/api/v1/calculators/{id}");
    post(&target, JSON, rest);
    post(&target, JSON, &joined(&[b"{\"inputs\":", rest, b"}"]));
    let Ok(text) = core::str::from_utf8(rest) else {
        return;
    };
    let context = Context {
        today: "2026-06-15",
        language: Language::English,
    };
    let checked = InProcess.check(id, text, &context);
    let evaluated = InProcess.evaluate(id, text, &context);
    match (checked, evaluated) {
        (Ok(checked), Ok(evaluated)) => {
            let again = InProcess.evaluate(id, &checked, &context);
            assert_eq!(again.as_ref(), Ok(&evaluated), "{text}");
        }
        // A formula can find more than a check, and never less.
        (Ok(_), Err(Error::Refused(_))) => {}
        (Err(one), Err(other)) => assert_eq!(one, other, "{text}"),
        other => panic!("{other:?}"),
    }
}

/// Lines of cases.
pub(crate) fn batch(bytes: &[u8]) {
    let response = post("/api/v1/batch", "application/x-ndjson", bytes);
    if response.status == 200 {
        for line in said(&response).lines() {
            let line: serde_json::Value = serde_json::from_str(line).expect("JSON");
            let status = line["status"].as_u64().expect("a status");
            assert!(status < 500, "{line}");
            assert_eq!(line["evaluation"].is_object(), status == 200, "{line}");
        }
    }
}

/// Parameters of FHIR, whole and as what follows the calculator.
pub(crate) fn parameters(bytes: &[u8]) {
    post("/fhir/$evaluate", FHIR, bytes);
    let before =
        br#"{"resourceType":"Parameters","parameter":[{"name":"calculator","valueCode":"bmi"},"#;
    post("/fhir/$evaluate", FHIR, &joined(&[before, bytes, b"]}"]));
}

/// A resource of FHIR, as an Observation, a Patient and a Bundle.
pub(crate) fn observations(bytes: &[u8]) {
    for (name, around) in [
        ("observation", ["", ""]),
        ("patient", ["", ""]),
        ("bundle", [r#"{"resourceType":"Bundle","entry":["#, "]}"]),
    ] {
        let before = format!(
            r#"{{"resourceType":"Parameters","parameter":[{{"name":"calculator","valueCode":"health-metrics"}},{{"name":"{name}","resource":{}"#,
            around[0]
        );
        let after = format!("{}}}]}}", around[1]);
        let body = joined(&[before.as_bytes(), bytes, after.as_bytes()]);
        post("/fhir/$evaluate", FHIR, &body);
    }
}

const SERVICES: [&str; 3] = ["body-figures", "kidney-function", "news2"];

/// Requests of CDS Hooks.
pub(crate) fn hooks(bytes: &[u8]) {
    for service in SERVICES {
        post(&format!("/cds-services/{service}"), JSON, bytes);
    }
}

/// What a client fetched for a service, in a request that is sound.
pub(crate) fn prefetch(bytes: &[u8]) {
    let hooks = ["patient-view", "order-sign", "order-select"];
    for service in SERVICES {
        for hook in hooks {
            let before = format!(
                r#"{{"hook":"{hook}","hookInstance":"1","context":{{"patientId":"1"}},"prefetch":"#
            );
            let body = joined(&[before.as_bytes(), bytes, b"}"]);
            post(&format!("/cds-services/{service}"), JSON, &body);
        }
    }
}

/// Messages of the Model Context Protocol, whole and as the parameters of each method, as
/// clients of both kinds send them.
pub(crate) fn messages(bytes: &[u8]) {
    message(None, "", bytes);
    let methods = [
        "tools/call",
        "tools/list",
        "resources/read",
        "resources/list",
        "initialize",
    ];
    for method in methods {
        for version in ["2026-07-28", "2025-11-25"] {
            let before = format!(r#"{{"jsonrpc":"2.0","id":1,"method":"{method}","params":"#);
            let body = joined(&[before.as_bytes(), bytes, b"}"]);
            message(Some(version), method, &body);
        }
    }
}

/// A message; one that gets a result gets no error.
fn message(version: Option<&str>, method: &str, body: &[u8]) {
    let read: serde_json::Value = serde_json::from_slice(body).unwrap_or_default();
    let params = &read["params"];
    let name = params["name"].as_str().or(params["uri"].as_str());
    let mut headers = vec![
        ("content-type", JSON.as_bytes()),
        ("mcp-method", method.as_bytes()),
        ("mcp-name", name.unwrap_or_default().as_bytes()),
    ];
    headers.extend(version.map(|version| ("mcp-protocol-version", version.as_bytes())));
    let response = ask("POST", "/mcp", headers, body);
    let longest = 4 * body.len() + OWN;
    assert!(response.body.len() <= longest, "{}", said(&response));
    if response.status != 202 {
        let answer: serde_json::Value = serde_json::from_str(said(&response)).expect("JSON");
        let (result, error) = (answer.get("result"), answer.get("error"));
        assert!(result.is_some() != error.is_some(), "{answer}");
    }
}
