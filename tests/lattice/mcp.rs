//! The Model Context Protocol, asked by the clients that others wrote.

use std::io::Write as _;
use std::process::Stdio;

use anyhow::{Context as _, ensure};
use harness::lattice::Lattice;
use harness::{command, root};
use serde_json::{Value, json};

use crate::SECONDS;
use crate::catalogue::vectors;

/// Seconds that the clients may take for all that they ask; they take a few.
const LONGEST: &str = "300";

/// Everything that a client can do, by the official clients of the current revision and of
/// those before it. An evaluation is the one that the JSON API gives.
pub(crate) fn clients_of_others(lattice: &Lattice) -> anyhow::Result<()> {
    let modules = std::env::var_os("MEDICAL_MCP_MODULES")
        .context("MEDICAL_MCP_MODULES is not set: run scripts/test.sh")?;
    let mut clients = command("timeout")
        .args([LONGEST, "node"])
        .arg(root().join("tests/mcp/clients.mjs"))
        .arg(modules)
        .arg(format!("http://{}/mcp", lattice.address()))
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()?;
    let cases = cases(lattice)?;
    let mut stdin = clients.stdin.take().context("no standard input")?;
    stdin.write_all(cases.join("\n").as_bytes())?;
    drop(stdin);
    let output = clients.wait_with_output()?;
    let said = String::from_utf8_lossy(&output.stdout);
    let errors = String::from_utf8_lossy(&output.stderr);
    ensure!(output.status.success(), "{said}\n{errors}");
    Ok(())
}

/// Evaluations whose answers are published, and what is answered over HTTP.
fn cases(lattice: &Lattice) -> anyhow::Result<Vec<String>> {
    let client = lattice.client();
    let mut cases = Vec::new();
    for (position, vector) in vectors()?.into_iter().enumerate() {
        let language = ["en", "pt-BR"][position % 2];
        let id = vector["calculator"].as_str().context("an id")?;
        let path = format!("/api/v1/calculators/{id}");
        let body = json!({"inputs": vector["inputs"]}).to_string();
        let response = client.post_with(&path, body, &[("accept-language", language)])?;
        let mut answer = response.json();
        // It says how long this request took.
        if let Some(answer) = answer.as_object_mut() {
            answer.remove("processing_time_us");
        }
        let case = json!({
            "id": id,
            "inputs": vector["inputs"],
            "language": language,
            "status": response.status,
            "answer": answer,
        });
        cases.push(case.to_string());
    }
    Ok(cases)
}

/// A page of another host is refused, and so is one whose own name somebody lets point here.
pub(crate) fn pages_of_others_may_not_ask(lattice: &Lattice) -> anyhow::Result<()> {
    let address = lattice.address();
    let body = r#"{"jsonrpc": "2.0", "id": 1, "method": "initialize",
        "params": {"protocolVersion": "2025-11-25"}}"#;
    let own = format!("http://{address}");
    let host = address.to_string();
    for (host, origin, status) in [
        (host.as_str(), own.as_str(), "200"),
        (&host, "https://elsewhere.example", "403"),
        (&host, "null", "403"),
        ("elsewhere.example", "http://elsewhere.example", "421"),
    ] {
        let request = format!(
            "POST /mcp HTTP/1.1\r\nhost: {host}\r\norigin: {origin}\r\nconnection: close\r\n\
             sec-allowed-origin: {origin}\r\ncontent-type: application/json\r\n\
             content-length: {}\r\n\r\n{body}",
            body.len(),
        );
        let answer = lattice.client().raw(request.as_bytes(), SECONDS)?;
        let line = format!("HTTP/1.1 {status}");
        ensure!(answer.starts_with(&line), "{host} {origin}: {answer}");
        let (_, body) = answer.split_once("\r\n\r\n").context("a body")?;
        let body: Value = serde_json::from_str(body).context("JSON")?;
        ensure!(body["jsonrpc"] == "2.0", "{body}");
        ensure!(body["error"].is_object() == (status != "200"), "{body}");
    }
    Ok(())
}
