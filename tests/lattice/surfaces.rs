//! Other surfaces of the same definitions: reports, FHIR, CDS Hooks, the
//! command line.

use std::io::Write as _;
use std::process::Stdio;

use anyhow::{Context as _, ensure};
use harness::lattice::Lattice;
use harness::{command, root};
use serde_json::{Value, json};

use crate::catalogue::vectors;

pub(crate) const BMI: &str = "/api/v1/calculators/bmi";
pub(crate) const BMI_BODY: &str = r#"{"inputs": {"weight": {"value": 70, "unit": "kg"},
                                      "height": {"value": 1.75, "unit": "m"}}}"#;

pub(crate) fn reports_for_people(lattice: &Lattice) -> anyhow::Result<()> {
    for (media_type, language, expected) in [
        (
            "text/plain",
            "en",
            &["Body mass index", "22.9", "normal weight"][..],
        ),
        (
            "text/markdown",
            "pt-BR",
            &[
                "Índice de massa corporal",
                "22,9",
                "peso adequado (eutrofia)",
            ],
        ),
    ] {
        let headers = [("accept", media_type), ("accept-language", language)];
        let response = lattice.client().post_with(BMI, BMI_BODY, &headers)?;
        ensure!(response.status == 200, "{response:?}");
        let found = response.header("content-type").unwrap_or_default();
        ensure!(found.starts_with(media_type), "{response:?}");
        ensure!(
            response.header("content-language") == Some(language),
            "{response:?}"
        );
        for text in expected {
            ensure!(
                response.body.contains(text),
                "no {text:?} in {}",
                response.body
            );
        }
    }
    Ok(())
}

/// Every kind of answer passes a validator that others wrote.
pub(crate) fn fhir_is_valid(lattice: &Lattice) -> anyhow::Result<()> {
    let client = lattice.client();
    let mut resources = vec![
        client.get("/fhir/metadata")?.json(),
        client.get("/fhir/OperationDefinition/evaluate")?.json(),
    ];
    let accept = [("accept", "application/fhir+json")];
    for vector in vectors()? {
        if vector["refused"].is_string() {
            continue;
        }
        let id = vector["calculator"].as_str().context("an id")?;
        let body = json!({"inputs": vector["inputs"]}).to_string();
        let path = format!("/api/v1/calculators/{id}");
        let response = client.post_with(&path, body, &accept)?;
        ensure!(response.status == 200, "{vector}: {response:?}");
        resources.push(response.json());
    }
    let headers = [("content-type", "application/fhir+json")];
    for (weight, status, kind) in [(70.0, 200, "Bundle"), (7000.0, 422, "OperationOutcome")] {
        let body = parameters(weight).to_string();
        let response = client.post_with("/fhir/$evaluate", body, &headers)?;
        ensure!(response.status == status, "{response:?}");
        let resource = response.json();
        ensure!(resource["resourceType"] == kind, "{resource}");
        resources.push(resource);
    }
    for body in ["", "{", "[]"] {
        let response = client.post_with("/fhir/$evaluate", body, &headers)?;
        ensure!((400..500).contains(&response.status), "{response:?}");
        resources.push(response.json());
    }
    validate(&resources)
}

/// Weight and height as Observations with LOINC codes and UCUM quantities.
pub(crate) fn parameters(weight: f64) -> Value {
    let observation = |code: &str, value: f64, unit: &str| {
        json!({"fullUrl": format!("urn:example:{code}"), "resource": {
            "resourceType": "Observation",
            "id": format!("o-{code}"),
            "status": "final",
            "code": {"coding": [{"system": "http://loinc.org", "code": code}]},
            "subject": {"reference": "Patient/1"},
            "effectiveDateTime": "2026-06-01T10:00:00Z",
            "valueQuantity": {
                "value": value,
                "unit": unit,
                "system": "http://unitsofmeasure.org",
                "code": unit
            }
        }})
    };
    json!({
        "resourceType": "Parameters",
        "parameter": [
            {"name": "calculator", "valueString": "bmi"},
            {"name": "bundle", "resource": {
                "resourceType": "Bundle",
                "type": "collection",
                "entry": [observation("29463-7", weight, "kg"), observation("8302-2", 175.0, "cm")]
            }}
        ]
    })
}

/// Runs the independent validator that `scripts/test.sh` installed.
fn validate(resources: &[Value]) -> anyhow::Result<()> {
    let python = std::env::var_os("MEDICAL_FHIR_PYTHON")
        .context("MEDICAL_FHIR_PYTHON is not set: run scripts/test.sh")?;
    let mut validator = command(python)
        .arg(root().join("tests/fhir/validate.py"))
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()?;
    let lines: Vec<String> = resources.iter().map(Value::to_string).collect();
    let mut stdin = validator.stdin.take().context("no standard input")?;
    stdin.write_all(lines.join("\n").as_bytes())?;
    drop(stdin);
    let output = validator.wait_with_output()?;
    let said = String::from_utf8_lossy(&output.stdout);
    let errors = String::from_utf8_lossy(&output.stderr);
    ensure!(output.status.success(), "{said}\n{errors}");
    Ok(())
}

pub(crate) fn cds_hooks(lattice: &Lattice) -> anyhow::Result<()> {
    let client = lattice.client();
    let services = client.get("/cds-services")?.json();
    let ids: Vec<_> = services["services"]
        .as_array()
        .context("services")?
        .iter()
        .collect();
    ensure!(ids.len() >= 3, "{services}");
    let path = "/cds-services/body-figures";
    let cards = client.post(path, chart(Some(120.0)).to_string())?;
    ensure!(cards.status == 200, "{cards:?}");
    let card = &cards.json()["cards"][0];
    ensure!(
        card["summary"]
            .as_str()
            .is_some_and(|text| (1..140).contains(&text.chars().count()))
    );
    ensure!(
        card["source"]["label"].is_string() && card["indicator"].is_string(),
        "{card}"
    );
    ensure!(!cards.body.contains("null"), "{cards:?}");
    let nothing = client.post(path, chart(Some(70.0)).to_string())?;
    ensure!(nothing.json() == json!({"cards": []}), "{nothing:?}");
    let missing = client.post(path, chart(None).to_string())?;
    ensure!(missing.status == 412, "{missing:?}");
    ensure!(client.post("/cds-services/nothing", "{}")?.status == 404);
    Ok(())
}

/// What an electronic health record asks about a patient, who has a weight or not.
pub(crate) fn chart(weight: Option<f64>) -> Value {
    let observation = |code: &str, value: f64, unit: &str| {
        json!({"resourceType": "Bundle", "type": "searchset", "entry": [{"resource": {
            "resourceType": "Observation",
            "status": "final",
            "code": {"coding": [{"system": "http://loinc.org", "code": code}]},
            "effectiveDateTime": "2026-06-01",
            "valueQuantity": {"value": value, "system": "http://unitsofmeasure.org", "code": unit}
        }}]})
    };
    let mut prefetch = json!({
        "patient": {"resourceType": "Patient", "gender": "male", "birthDate": "1980-01-01"},
        "height": observation("8302-2", 175.0, "cm"),
    });
    if let Some(weight) = weight {
        prefetch["weight"] = observation("29463-7", weight, "kg");
    }
    json!({
        "hook": "patient-view",
        "hookInstance": "d1577c69-dfbe-44ad-ba6d-3e05e953b2ea",
        "context": {"userId": "Practitioner/1", "patientId": "1"},
        "prefetch": prefetch
    })
}

/// The same question to the definitions in the program and to the server.
pub(crate) fn the_command_line_on_a_server(lattice: &Lattice) -> anyhow::Result<()> {
    let program =
        std::env::var_os("MEDICAL_CLI").context("MEDICAL_CLI is not set: run scripts/test.sh")?;
    let url = format!("http://{}", lattice.address());
    let ask = |server: bool, weight: &str| {
        let mut medical = command(&program);
        if server {
            medical.args(["--url", &url]);
        }
        medical.args([
            "--json", "run", "bmi", "--weight", weight, "--height", "1.75m",
        ]);
        medical.output()
    };
    let answers = [ask(false, "70kg")?, ask(true, "70kg")?];
    for output in &answers {
        ensure!(output.status.success(), "{output:?}");
        let answer: Value = serde_json::from_slice(&output.stdout)?;
        ensure!(answer["results"][0]["display"] == "22.9", "{answer}");
    }
    for server in [false, true] {
        let refused = ask(server, "7000kg")?;
        ensure!(refused.status.code() == Some(1), "{refused:?}");
    }
    Ok(())
}
