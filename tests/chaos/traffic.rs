//! Requests whose answers are known.

use anyhow::{Context as _, ensure};
use harness::lattice::Lattice;
use harness::load::{Expect, Prepared, post};
use harness::root;
use serde_json::{Value, json};

/// Worked cases that each go once into the mix, and all into the batch.
const CASES: usize = 12;

const PERSON: &str = r#"{"weight": 70, "height": 1.75, "age": 30, "gender": "male"}"#;
const OBESE: &str = r#"{"weight": 80, "height": 1.6}"#;
const INPUTS: &str = r#"{"inputs": {"weight": {"value": 70, "unit": "kg"},
    "height": {"value": 1.75, "unit": "m"}}}"#;

/// A mix of requests. Each is sent once to a healthy application, the figures of
/// the answer are compared with published ones, and the answer is what every
/// later one has to be.
pub(crate) fn requests(lattice: &Lattice) -> anyhow::Result<Vec<Prepared>> {
    let mut requests = vec![
        known(lattice, "/api/v1/health-metrics", PERSON, |answer| {
            close(&answer["bmi"], 22.857_142_857, 1e-6)
                && close(&answer["bmr"], 1695.667, 1e-6)
                && close(&answer["ideal_weight"], 68.75, 1e-6)
                && close(&answer["body_fat_percentage"], 18.128_571_429, 1e-6)
                && close(&answer["daily_calories"], 2713.0672, 1e-6)
        })?,
        known(lattice, "/api/v1/bmi", OBESE, |answer| {
            close(&answer["bmi"], 31.25, 1e-9) && answer["classification"] == "obese"
        })?,
    ];
    let path = root().join("crates/clinical/tests/calculators/vectors.json");
    let vectors: Vec<Value> = serde_json::from_str(&std::fs::read_to_string(path)?)?;
    let worked = vectors
        .iter()
        .filter(|vector| !vector["refused"].is_string());
    // From all over the catalogue.
    let step = vectors.len() / (CASES + 4);
    let worked: Vec<&Value> = worked.step_by(step).take(CASES).collect();
    for vector in &worked {
        let id = vector["calculator"].as_str().context("an id")?;
        let body = json!({"inputs": vector["inputs"]}).to_string();
        let path = format!("/api/v1/calculators/{id}");
        let right = |answer: &Value| agrees(vector, &answer["results"][0]["value"]);
        requests.push(known(lattice, &path, &body, right)?);
    }
    requests.push(batch(lattice, &worked)?);
    requests.push(report(lattice)?);
    Ok(requests)
}

fn batch(lattice: &Lattice, vectors: &[&Value]) -> anyhow::Result<Prepared> {
    let line = |vector: &&Value| {
        json!({"calculator": vector["calculator"], "inputs": vector["inputs"]}).to_string()
    };
    let body = vectors.iter().map(line).collect::<Vec<_>>().join("\n");
    let headers = [("content-type", "application/x-ndjson")];
    let response = lattice
        .client()
        .post_with("/api/v1/batch", &body, &headers)?;
    ensure!(response.status == 200, "{response:?}");
    for (line, vector) in response.body.lines().zip(vectors) {
        let answer: Value = serde_json::from_str(line)?;
        let value = &answer["evaluation"]["results"][0]["value"];
        ensure!(agrees(vector, value), "{vector}: {answer}");
    }
    ensure!(response.body.lines().count() == vectors.len());
    let request = String::from_utf8(post("/api/v1/batch", &body).to_vec())?;
    Ok(Prepared {
        bytes: request.replacen("application/json", headers[0].1, 1).into(),
        expect: Expect::Body(response.body.into()),
    })
}

/// The answer that needs every component.
fn report(lattice: &Lattice) -> anyhow::Result<Prepared> {
    let (path, accept) = ("/api/v1/calculators/bmi", ("accept", "text/plain"));
    let response = lattice.client().post_with(path, INPUTS, &[accept])?;
    let right = response.status == 200 && response.body.contains("22.9");
    ensure!(right, "{path} {INPUTS}: {response:?}");
    let request = String::from_utf8(post(path, INPUTS).to_vec())?;
    let line = format!("{}: {}\r\ncontent-type", accept.0, accept.1);
    Ok(Prepared {
        bytes: request.replacen("content-type", &line, 1).into(),
        expect: Expect::Body(response.body.into()),
    })
}

fn known(
    lattice: &Lattice,
    path: &str,
    body: &str,
    right: impl Fn(&Value) -> bool,
) -> anyhow::Result<Prepared> {
    let response = lattice.client().post(path, body)?;
    ensure!(
        response.status == 200 && right(&response.json()),
        "{path} {body}: {response:?}"
    );
    Ok(Prepared {
        bytes: post(path, body),
        expect: Expect::Timed(response.body.into()),
    })
}

fn agrees(vector: &Value, value: &Value) -> bool {
    match vector["expected"].as_f64() {
        Some(expected) => close(
            value,
            expected,
            vector["tolerance"].as_f64().unwrap_or(1e-9),
        ),
        None => *value == vector["expected"],
    }
}

fn close(found: &Value, expected: f64, tolerance: f64) -> bool {
    let difference = found.as_f64().map(|found| (found - expected).abs());
    difference.is_some_and(|difference| difference <= tolerance)
}
