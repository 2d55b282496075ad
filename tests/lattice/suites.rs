//! What others wrote to find fault: JSONTestSuite, and schemathesis on the OpenAPI
//! document.

use std::path::PathBuf;

use anyhow::{Context as _, anyhow, ensure};
use harness::http::{Client, Response};
use harness::lattice::Lattice;
use harness::{command, root};
use serde_json::Value;

use crate::surfaces::BMI;

/// How many ask at once.
const CLIENTS: usize = 8;

/// Bytes of a text that are sent: no body may have more than 64 KiB. The texts that have
/// more are brackets without end, which are no JSON wherever they are cut.
const LONGEST: usize = 60_000;

/// Seconds that a pass of schemathesis may take; it takes some twenty.
const LONGEST_PASS: &str = "300";

/// What scripts/test.sh installed and a variable names.
fn installed(variable: &str) -> anyhow::Result<PathBuf> {
    let path = std::env::var_os(variable);
    let path = path.with_context(|| format!("{variable} is not set: run scripts/test.sh"))?;
    Ok(path.into())
}

/// Texts that are JSON (`y_`), are none (`n_`), or are only to some (`i_`), wherever a
/// body can hold one.
pub(crate) fn texts_that_are_json_or_nearly(lattice: &Lattice) -> anyhow::Result<()> {
    let suite = installed("MEDICAL_JSON_SUITE")?.join("data/parsing.js");
    let suite = std::fs::read_to_string(&suite).with_context(|| suite.display().to_string())?;
    let (_, cases) = suite.split_once("export default").context("the list")?;
    let cases: Vec<Value> = serde_json::from_str(cases.trim().trim_end_matches(';'))?;
    ensure!(cases.len() > 300, "only {} texts", cases.len());
    std::thread::scope(|scope| {
        let shares = cases.chunks(cases.len().div_ceil(CLIENTS)).map(|share| {
            let client = lattice.client();
            scope.spawn(move || share.iter().try_for_each(|case| everywhere(&client, case)))
        });
        for share in shares.collect::<Vec<_>>() {
            share.join().map_err(|_| anyhow!("a client panicked"))??;
        }
        Ok(())
    })
}

/// A text in six places of a body.
fn everywhere(client: &Client, case: &Value) -> anyhow::Result<()> {
    let name = case["name"].as_str().context("a name")?;
    let text = case["input"].as_str().context("a text")?;
    let text = text.get(..LONGEST).unwrap_or(text);
    let height = r#""height": {"value": 1.75, "unit": "m"}"#;
    for body in [
        text.to_owned(),
        format!(r#"{{"inputs": {text}}}"#),
        format!(r#"{{"inputs": {{"weight": {{"value": {text}, "unit": "kg"}}, {height}}}}}"#),
    ] {
        judge(name, &client.post(BMI, body)?)?;
    }
    let quantity = r#""system": "http://unitsofmeasure.org", "code": "kg""#;
    let fhir = format!(
        r#"{{"resourceType": "Parameters", "parameter": [
            {{"name": "calculator", "valueString": "bmi"}},
            {{"name": "weight", "valueQuantity": {{"value": {text}, {quantity}}}}}]}}"#
    );
    judge(name, &client.post("/fhir/$evaluate", fhir)?)?;
    let hook = format!(
        r#"{{"hook": "patient-view", "hookInstance": "1", "prefetch": {{"more": {text}}},
            "context": {{"patientId": "1"}}}}"#
    );
    judge(name, &client.post("/cds-services/body-figures", hook)?)?;
    if text.contains('\n') {
        return Ok(());
    }
    let line = format!(
        r#"{{"id": {text}, "calculator": "bmi",
            "inputs": {{"weight": {{"value": 70, "unit": "kg"}}, {height}}}}}"#
    );
    in_a_line(client, name, &line.replace('\n', ""))
}

/// What is no JSON is never answered, what is JSON is never called none, and nothing
/// breaks.
fn judge(name: &str, response: &Response) -> anyhow::Result<()> {
    ensure!(response.status < 500, "{name}: {response:?}");
    if name.starts_with("n_") {
        ensure!(
            (400..500).contains(&response.status),
            "{name}: {response:?}"
        );
    }
    if name.starts_with("y_") {
        ensure!(
            !response.body.contains("invalid-json"),
            "{name}: {response:?}"
        );
    }
    Ok(())
}

/// The same of a line of a batch, which has a status of its own.
fn in_a_line(client: &Client, name: &str, line: &str) -> anyhow::Result<()> {
    let headers = [("content-type", "application/x-ndjson")];
    let response = client.post_with("/api/v1/batch", line, &headers)?;
    ensure!(response.status == 200, "{name}: {response:?}");
    let status = response.json()["status"].as_u64().unwrap_or_default();
    ensure!((200..500).contains(&status), "{name}: {response:?}");
    ensure!(
        !name.starts_with("n_") || status != 200,
        "{name}: {response:?}"
    );
    ensure!(
        !name.starts_with("y_") || status == 200,
        "{name}: {response:?}"
    );
    Ok(())
}

/// What fits the OpenAPI document is answered, what does not is refused, and every answer
/// is one that it describes. `tests/schemathesis` says how that is asked.
pub(crate) fn requests_made_from_the_document(lattice: &Lattice) -> anyhow::Result<()> {
    let python = installed("MEDICAL_SCHEMATHESIS_PYTHON")?;
    let settings = root().join("tests/schemathesis");
    let document = format!("http://{}/openapi.json", lattice.address());
    let scratch = tempfile::tempdir()?;
    for mode in ["positive", "negative"] {
        let output = command("timeout")
            .arg(LONGEST_PASS)
            .arg(&python)
            .args(["-m", "schemathesis.cli", "--no-color", "--config-file"])
            .arg(settings.join("schemathesis.toml"))
            .args(["run", &document, "--mode", mode])
            .env("SCHEMATHESIS_HOOKS", settings.join("checks.py"))
            .env("PYTHONDONTWRITEBYTECODE", "1")
            .env("NO_PROXY", "*")
            .current_dir(scratch.path())
            .output()?;
        let said = String::from_utf8_lossy(&output.stdout);
        let errors = String::from_utf8_lossy(&output.stderr);
        ensure!(output.status.success(), "{mode}: {said}\n{errors}");
    }
    Ok(())
}
