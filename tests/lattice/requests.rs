//! Requests of every kind that the application knows, and many that it refuses.

use std::fmt;

use anyhow::Context as _;
use serde_json::{Map, Value, json};

use crate::catalogue::vectors;
use crate::surfaces::{BMI, BMI_BODY, chart, parameters};
use crate::{METRICS, PERSON};

/// A request, in full.
#[derive(PartialEq)]
pub(crate) struct Request {
    pub(crate) method: &'static str,
    pub(crate) path: String,
    pub(crate) headers: Vec<(&'static str, &'static str)>,
    pub(crate) body: Vec<u8>,
}

impl fmt::Display for Request {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let body = String::from_utf8_lossy(&self.body);
        let start: String = body.chars().take(500).collect();
        write!(
            f,
            "{} {} {:?} {start}",
            self.method, self.path, self.headers
        )
    }
}

const JSON: (&str, &str) = ("content-type", "application/json");
const FHIR: (&str, &str) = ("content-type", "application/fhir+json");
const LINES: (&str, &str) = ("content-type", "application/x-ndjson");

/// How an evaluation can be had, with the language.
const FORMS: [(&str, &str); 5] = [
    ("application/json", "en"),
    ("application/json", "pt-BR"),
    ("text/plain", "pt-BR"),
    ("text/markdown", "en"),
    ("application/fhir+json", "en"),
];

/// The same list each time.
///
/// `definitions` are the catalogue's.
pub(crate) fn every_request(definitions: &[Value]) -> anyhow::Result<Vec<Request>> {
    let mut all = documents(definitions);
    all.extend(figures());
    all.extend(refusals());
    all.extend(samples(definitions)?);
    all.extend(cases()?);
    all.extend(records());
    all.extend(messages()?);
    Ok(all)
}

fn request(
    method: &'static str,
    path: impl Into<String>,
    headers: &[(&'static str, &'static str)],
    body: impl AsRef<[u8]>,
) -> Request {
    Request {
        method,
        path: path.into(),
        headers: headers.to_vec(),
        body: body.as_ref().to_vec(),
    }
}

fn documents(definitions: &[Value]) -> Vec<Request> {
    let mut paths: Vec<String> = [
        "/livez",
        "/readyz",
        "/version",
        "/openapi.json",
        "/api/v1/calculators",
        "/api/v1/calculators?category=liver&text=meld",
        "/api/v1/calculators?category=nothing",
        "/api/v1/calculators/nothing",
        "/fhir/metadata",
        "/cds-services",
        "/",
        "/%2e%2e/livez",
        METRICS,
    ]
    .map(str::to_owned)
    .into();
    for definition in definitions {
        let id = definition["id"].as_str().unwrap_or_default();
        paths.push(format!("/api/v1/calculators/{id}"));
    }
    let mut all = Vec::new();
    for path in paths {
        all.push(request("GET", &path, &[], ""));
        all.push(request("GET", &path, &[("accept-language", "pt-BR")], ""));
    }
    all.push(request("HEAD", "/livez", &[], ""));
    all
}

fn figures() -> Vec<Request> {
    let mut all = Vec::new();
    for path in [METRICS, "/api/v1/bmi", "/api/v1/bmr"] {
        all.push(request("POST", path, &[JSON], PERSON));
        for weight in [40.0, 61.7, 93.25, 170.0, 700.0] {
            for (gender, age) in [("female", 44), ("male", 90), ("other", 17)] {
                let body = json!({
                    "weight": weight, "height": 1.62, "age": age, "gender": gender,
                    "activity_level": 1.55
                });
                all.push(request("POST", path, &[JSON], body.to_string()));
            }
        }
    }
    all
}

fn refusals() -> Vec<Request> {
    let mut all = Vec::new();
    let deep = "[".repeat(60_000);
    let long = format!("{}{PERSON}", " ".repeat(64 * 1024));
    for body in [
        "",
        " ",
        "{",
        "{}",
        "[70]",
        "{\"weight\": NaN}",
        "{\"weight\": 1e999}",
        r#"{"weight": "NaN", "height": "1.75", "age": true, "gender": 1}"#,
        r#"{"weight": 70, "weight": 71, "height": 175, "shoe/size": 42}"#,
        &deep,
        &long,
    ] {
        for path in [METRICS, BMI, "/api/v1/batch", "/fhir/$evaluate"] {
            for kind in [JSON, FHIR, LINES] {
                all.push(request("POST", path, &[kind], body));
            }
        }
    }
    for method in ["GET", "PUT", "DELETE", "PATCH", "BREW"] {
        all.push(request(method, "/api/v1/bmr", &[JSON], "{}"));
        all.push(request(method, "/api/v1/nothing", &[JSON], "{}"));
    }
    all.push(request("POST", METRICS, &[], PERSON));
    all.push(request("POST", METRICS, &[JSON], [0, 159, 146, 150]));
    let plain = ("content-type", "text/plain");
    all.push(request("POST", METRICS, &[plain], PERSON));
    for accept in ["image/png", "*/*", "text/plain;q=0.1, text/markdown", ""] {
        all.push(request("POST", BMI, &[JSON, ("accept", accept)], BMI_BODY));
    }
    all
}

/// Every calculator by its definition alone: each input at three places of its
/// range, whether that is answered or refused.
fn samples(definitions: &[Value]) -> anyhow::Result<Vec<Request>> {
    let mut all = Vec::new();
    for definition in definitions {
        let id = definition["id"].as_str().context("an id")?;
        let inputs = definition["inputs"].as_array().context("inputs")?;
        for place in [0.2, 0.4, 0.7] {
            let mut sample = Map::new();
            for input in inputs.iter().filter(|input| input["required"] == true) {
                let name = input["name"].as_str().context("a name")?;
                sample.insert(name.to_owned(), value(input, place));
            }
            let body = json!({ "inputs": sample }).to_string();
            let path = format!("/api/v1/calculators/{id}");
            all.push(request("POST", path, &[JSON], body));
        }
    }
    Ok(all)
}

fn value(input: &Value, place: f64) -> Value {
    let between = |range: &Value| {
        let end = |name: &str| range[name].as_f64().unwrap_or_default();
        end("least") + (end("greatest") - end("least")) * place
    };
    match input["kind"].as_str() {
        Some("quantity" | "age") => {
            let range = &input["plausible"];
            json!({"value": between(range).round(), "unit": range["unit"]})
        }
        Some("integer") => json!(between(input).round()),
        Some("choice") => input["choices"][usize::from(place > 0.5)]["code"].clone(),
        Some("boolean") => json!(place > 0.5),
        Some("date") => json!("2026-03-01"),
        _ => Value::Null,
    }
}

/// Every published case in every form, and all of them in one batch.
fn cases() -> anyhow::Result<Vec<Request>> {
    let mut all = Vec::new();
    let mut lines = Vec::new();
    for vector in vectors()? {
        let id = vector["calculator"].as_str().context("an id")?;
        let body = json!({"inputs": vector["inputs"]}).to_string();
        let path = format!("/api/v1/calculators/{id}");
        for (form, language) in FORMS {
            let headers = [JSON, ("accept", form), ("accept-language", language)];
            all.push(request("POST", &path, &headers, &body));
        }
        let line = json!({
            "id": vector["id"], "calculator": id, "inputs": vector["inputs"]
        });
        lines.push(line.to_string());
        lines.push(format!("{{\"id\": {}, broken", vector["id"]));
    }
    let batch = lines.join("\n");
    all.push(request("POST", "/api/v1/batch", &[LINES], &batch));
    let many = batch.repeat(8);
    all.push(request("POST", "/api/v1/batch", &[LINES], &many));
    Ok(all)
}

/// FHIR and CDS Hooks.
fn records() -> Vec<Request> {
    let mut all = Vec::new();
    for weight in [70.0, 120.0, 7000.0] {
        let body = parameters(weight).to_string();
        all.push(request("POST", "/fhir/$evaluate", &[FHIR], body));
    }
    for weight in [None, Some(70.0), Some(120.0), Some(7000.0)] {
        let body = chart(weight).to_string();
        for service in ["body-figures", "kidney-function", "news2", "nothing"] {
            let path = format!("/cds-services/{service}");
            all.push(request("POST", path, &[JSON], &body));
        }
    }
    all
}

/// The Model Context Protocol.
fn messages() -> anyhow::Result<Vec<Request>> {
    let mut all = Vec::new();
    let mut ask = |method: &str, params: Value| {
        let body = json!({"jsonrpc": "2.0", "id": 1, "method": method, "params": params});
        let version = ("mcp-protocol-version", "2025-11-25");
        all.push(request("POST", "/mcp", &[JSON, version], body.to_string()));
    };
    for method in ["initialize", "ping", "nothing", "resources/templates/list"] {
        ask(method, json!({"protocolVersion": "2025-11-25"}));
    }
    for cursor in ["", "bmi"] {
        ask("resources/list", json!({"cursor": cursor}));
    }
    ask("tools/list", json!({}));
    for path in ["", "?language=pt-BR", "/bmi", "/bmi/citation", "/nothing"] {
        let uri = format!("medical://calculators{path}");
        ask("resources/read", json!({"uri": uri}));
    }
    for arguments in [json!({}), json!({"text": "liver", "language": "pt-BR"})] {
        let call = json!({"name": "search_calculators", "arguments": arguments});
        ask("tools/call", call);
    }
    for vector in vectors()? {
        let arguments = json!({"id": vector["calculator"], "inputs": vector["inputs"]});
        let call = json!({"name": "evaluate_calculator", "arguments": arguments});
        ask("tools/call", call);
    }
    Ok(all)
}
