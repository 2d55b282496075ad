//! Values that stand for those of patients and clients: sent in every place of a request
//! that has room for one, and looked for where nothing of a request may stay.

use std::io;
use std::path::{Path, PathBuf};
use std::time::Duration;

use anyhow::ensure;

use crate::http::Client;

/// Figures and what is calculated from them; no time in a log has so many digits.
const FIGURES: [&str; 3] = ["71.31713131", "1.73131717", "23.792528"];

/// What all others begin with.
const TEXTS: &str = "zzcanary";

/// Until a bare refusal has come.
const LISTEN: Duration = Duration::from_secs(5);

/// What follows stands in headers of every request. A valid trace and a UUID as the
/// request's id are logged, as by them a request is found again; other texts are not.
const HEADERS: [(&str, &str); 12] = [
    ("authorization", "Bearer zzcanary-token"),
    ("cookie", "session=zzcanary-cookie"),
    ("idempotency-key", "zzcanary-key"),
    ("x-request-id", "zzcanary-request"),
    ("traceparent", "00-zzcanary-trace-00f067aa0ba902b7-01"),
    ("tracestate", "vendor=zzcanary-state"),
    ("x-forwarded-for", "zzcanary-client"),
    ("user-agent", "zzcanary-agent"),
    ("x-name", "zzcanary-header"),
    ("mcp-protocol-version", "2025-11-25"),
    ("mcp-method", "zzcanary-method"),
    ("mcp-name", "zzcanary-tool"),
];

const BMI: &str = "/api/v1/calculators/bmi";

/// Method, target, body, and the status of the answer: through every component, and to
/// every kind of refusal.
const REQUESTS: [(&str, &str, &str, u16); 13] = [
    ("POST", BMI, INPUTS, 200),
    (
        "POST",
        "/api/v1/calculators/bmi?name=zzcanary-query",
        INPUTS,
        200,
    ),
    (
        "POST",
        BMI,
        r#"{"inputs": {"zzcanary-name": "zzcanary-value"}}"#,
        422,
    ),
    ("POST", BMI, r#"{"inputs": zzcanary-broken"#, 400),
    (
        "POST",
        "/api/v1/calculators/zzcanary-calculator",
        INPUTS,
        404,
    ),
    ("POST", "/api/v1/people/zzcanary-path", INPUTS, 404),
    ("GET", "/livez?name=zzcanary-query", "", 200),
    ("ZZCANARY", BMI, INPUTS, 405),
    (
        "POST",
        "/api/v1/health-metrics?name=zzcanary-query",
        PERSON,
        422,
    ),
    ("POST", "/api/v1/batch", LINE, 200),
    ("POST", "/fhir/$evaluate", RESOURCE, 422),
    ("POST", "/cds-services/body-figures", HOOK, 412),
    ("POST", "/mcp", CALL, 200),
];

const INPUTS: &str = r#"{"inputs": {"weight": {"value": 71.31713131, "unit": "kg"},
    "height": {"value": 1.73131717, "unit": "m"}}}"#;

const PERSON: &str = r#"{"weight": 71.31713131, "height": 1.73131717, "age": 31,
    "gender": "zzcanary-gender", "zzcanary-field": "zzcanary-value"}"#;

const LINE: &str = r#"{"id": "zzcanary-case", "calculator": "bmi", "inputs": {"weight": {"value": 71.31713131, "unit": "kg"}, "height": {"value": 1.73131717, "unit": "m"}}}"#;

const RESOURCE: &str = r#"{"resourceType": "Parameters", "parameter": [
    {"name": "calculator", "valueString": "bmi"},
    {"name": "subject", "valueReference": {"reference": "Patient/zzcanary-patient"}},
    {"name": "weight", "valueString": "zzcanary-value"}]}"#;

const HOOK: &str = r#"{"hook": "patient-view",
    "hookInstance": "d1577c69-dfbe-44ad-ba6d-3e05e953b2ea",
    "fhirServer": "https://zzcanary-server.example",
    "fhirAuthorization": {"access_token": "zzcanary-access", "token_type": "Bearer",
        "expires_in": 300, "scope": "patient/*.rs", "subject": "zzcanary-subject"},
    "context": {"userId": "Practitioner/zzcanary-user", "patientId": "zzcanary-patient"},
    "prefetch": {"patient": {"resourceType": "Patient", "gender": "male",
        "birthDate": "1980-01-01", "name": [{"family": "zzcanary-family"}]}}}"#;

const CALL: &str = r#"{"jsonrpc": "2.0", "id": "zzcanary-id", "method": "tools/call",
    "params": {"name": "evaluate_calculator", "arguments": {"id": "bmi",
        "language": "pt-BR", "inputs": {"zzcanary-name": "zzcanary-value",
        "weight": {"value": 71.31713131, "unit": "kg"},
        "height": {"value": 1.73131717, "unit": "m"}}}}}"#;

/// What is refused before it is a request for anybody.
const RAW: [&str; 3] = [
    "GET /zzcanary-line\r\n\r\n",
    "GET / HTTP/1.1\r\nhost: localhost\r\nzzcanary header: x\r\nconnection: close\r\n\r\n",
    "GET /zzcanary HTTP/1.1\r\nhost: zzcanary.example\r\nconnection: close\r\n\r\n",
];

/// Sends them all.
///
/// # Errors
///
/// When an answer is another than expected: then some may not have gone everywhere.
pub fn send(client: &Client) -> anyhow::Result<()> {
    for (method, target, body, status) in REQUESTS {
        let kind = match target {
            "/api/v1/batch" => "application/x-ndjson",
            "/fhir/$evaluate" => "application/fhir+json",
            _ => "application/json",
        };
        let headers = [&HEADERS[..], &[("content-type", kind)]].concat();
        let response = client.send(method, target, &headers, body.as_bytes())?;
        ensure!(response.status == status, "{method} {target}: {response:?}");
    }
    let headers = [
        ("content-type", "application/json"),
        ("accept", "text/plain"),
    ];
    let report = client.send("POST", BMI, &headers, INPUTS.as_bytes())?;
    ensure!(report.status == 200, "{report:?}");
    for request in RAW {
        let answer = client.raw(request.as_bytes(), LISTEN)?;
        ensure!(answer.starts_with("HTTP/1.1 4"), "{request}: {answer}");
    }
    Ok(())
}

/// Where any of them was found in the logs of every process of a lattice, and in what its
/// NATS has stored.
///
/// # Errors
///
/// When there is nothing to look at, or it cannot be read.
pub fn found(lattice: &Path) -> anyhow::Result<Vec<String>> {
    let (logs, stored) = (logs(lattice)?, files(&lattice.join("jetstream"))?);
    let named = |name: &str| logs.iter().any(|log| log.ends_with(name));
    let complete = ["host-1.log", "wadm.log", "nats.log"]
        .into_iter()
        .all(named);
    ensure!(complete, "logs are missing: {logs:?}");
    let mut found = Vec::new();
    let mut application = false;
    for file in logs.iter().chain(&stored) {
        let Some(content) = still_there(std::fs::read(file))? else {
            continue;
        };
        let text = String::from_utf8_lossy(&content).into_owned();
        // Whoever searches what is stored can read it: the manifest is there.
        application |= file.starts_with(lattice.join("jetstream")) && text.contains("medical-app");
        for line in text.lines() {
            let canary = |canary: &&str| line.to_lowercase().contains(canary);
            if [TEXTS].iter().chain(&FIGURES).any(canary) {
                found.push(format!("{}: {line:.300}", file.display()));
            }
        }
    }
    ensure!(application, "the manifest is in none of {stored:?}");
    Ok(found)
}

/// Files with what the processes of a lattice have written.
///
/// # Errors
///
/// When the folder cannot be read.
pub fn logs(lattice: &Path) -> anyhow::Result<Vec<PathBuf>> {
    let mut logs = Vec::new();
    for entry in std::fs::read_dir(lattice)? {
        let path = entry?.path();
        let name = path
            .file_name()
            .unwrap_or_default()
            .to_string_lossy()
            .into_owned();
        if name.contains(".log") || name.ends_with(".out") {
            logs.push(path);
        }
    }
    Ok(logs)
}

/// NATS replaces and removes what it has stored while it is looked at.
fn still_there<T>(read: io::Result<T>) -> io::Result<Option<T>> {
    match read {
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(None),
        other => other.map(Some),
    }
}

/// Every file in a folder.
fn files(folder: &Path) -> anyhow::Result<Vec<PathBuf>> {
    let mut found = Vec::new();
    let Some(entries) = still_there(std::fs::read_dir(folder))? else {
        return Ok(found);
    };
    for entry in entries {
        let path = entry?.path();
        match path.is_dir() {
            true => found.extend(files(&path)?),
            false => found.push(path),
        }
    }
    Ok(found)
}
