//! Many clients, rude clients, other origins, missing parts.

use std::time::{Duration, Instant};

use anyhow::ensure;
use harness::http::Client;
use harness::lattice::Lattice;
use harness::{canaries, eventually};
use serde_json::json;

use crate::figures::figures_of_the_example;
use crate::{METRICS, PERSON, SECONDS};

/// Each client's answers are its own; none is wrong and none is missing.
pub(crate) fn many_clients_at_once(lattice: &Lattice) -> anyhow::Result<()> {
    let clients = (1..=32_u32).map(|number| {
        let client = lattice.client();
        std::thread::spawn(move || -> anyhow::Result<()> {
            for turn in 0..10 {
                let weight = f64::from(40 + number * 2 + turn);
                let body = json!({"weight": weight, "height": 2});
                let response = client.post("/api/v1/bmi", body.to_string())?;
                ensure!(
                    response.status == 200 && response.took < SECONDS,
                    "{response:?}"
                );
                let bmi = response.json()["bmi"].as_f64().unwrap_or_default();
                ensure!((bmi - weight / 4.0).abs() < 1e-9, "{response:?}");
            }
            Ok(())
        })
    });
    for client in clients.collect::<Vec<_>>() {
        client
            .join()
            .map_err(|_| anyhow::anyhow!("a client panicked"))??;
    }
    Ok(())
}

/// Clients that hang up at any point of a request leave a service that answers.
pub(crate) fn cancelled_requests(lattice: &Lattice) -> anyhow::Result<()> {
    let request = format!(
        "POST {METRICS} HTTP/1.1\r\nhost: localhost\r\ncontent-type: application/json\r\n\
         content-length: {}\r\n\r\n{PERSON}",
        PERSON.len()
    );
    for round in 0..100 {
        let sent = request.len() - (round * 7) % request.len();
        let client: Client = lattice.client();
        client.raw(&request.as_bytes()[..sent], Duration::ZERO)?;
    }
    let response = lattice.client().post(METRICS, PERSON)?;
    ensure!(
        response.status == 200 && response.took < SECONDS,
        "{response:?}"
    );
    Ok(())
}

pub(crate) fn other_origins_may_not_read(lattice: &Lattice) -> anyhow::Result<()> {
    let request = "GET /livez HTTP/1.1\r\nhost: localhost\r\norigin: https://elsewhere.example\r\n\
                   connection: close\r\n\r\n";
    let answer = lattice.client().raw(request.as_bytes(), SECONDS)?;
    ensure!(answer.starts_with("HTTP/1.1 200"), "{answer}");
    let allowed = answer
        .to_lowercase()
        .contains("access-control-allow-origin");
    ensure!(!allowed, "{answer}");
    Ok(())
}

/// A figure, a field or a text that a client sent is nowhere in the logs, and nowhere in
/// what NATS keeps.
pub(crate) fn logs_hold_no_patient_data(lattice: &Lattice) -> anyhow::Result<()> {
    canaries::send(&lattice.client())?;
    let found = canaries::found(lattice.folder())?;
    ensure!(found.is_empty(), "{}", found.join("\n"));
    Ok(())
}

pub(crate) fn without_the_calculator(lattice: &Lattice) -> anyhow::Result<()> {
    lattice.stop_component("health-calculator")?;
    fails_in_seconds_and_says_no_figure(lattice)?;
    heals(lattice)
}

pub(crate) fn without_the_validator(lattice: &Lattice) -> anyhow::Result<()> {
    lattice.stop_component("validator")?;
    fails_in_seconds_and_says_no_figure(lattice)?;
    heals(lattice)
}

/// Nobody answers: a refusal at once that says when to come back.
pub(crate) fn without_the_gateway(lattice: &Lattice) -> anyhow::Result<()> {
    lattice.stop_component("medical-api")?;
    let response = lattice.client().post(METRICS, PERSON)?;
    ensure!(response.status == 503, "{response:?}");
    ensure!(response.header("retry-after") == Some("1"), "{response:?}");
    ensure!(response.json()["code"] == "unavailable", "{response:?}");
    ensure!(response.took < SECONDS, "{response:?}");
    heals(lattice)
}

pub(crate) fn fails_in_seconds_and_says_no_figure(lattice: &Lattice) -> anyhow::Result<()> {
    let client = lattice.client();
    for path in [METRICS, "/api/v1/bmi", "/api/v1/bmr"] {
        let response = client.post(path, PERSON)?;
        // The gateway ends with the call that nobody answered.
        ensure!(response.status == 502, "{path}: {response:?}");
        ensure!(response.json()["code"] == "no-answer", "{response:?}");
        ensure!(response.took < SECONDS, "{path} took {:?}", response.took);
        for figure in ["22.857", "1695", "68.75", "18.128", "2713"] {
            ensure!(!response.body.contains(figure), "{response:?}");
        }
    }
    let ready = client.get("/readyz")?;
    ensure!(ready.status >= 500 && ready.took < SECONDS, "{ready:?}");
    let live = client.get("/livez")?;
    ensure!(live.status == 200, "the gateway itself lives: {live:?}");
    Ok(())
}

pub(crate) fn heals(lattice: &Lattice) -> anyhow::Result<()> {
    lattice.resume_wadm();
    let started = Instant::now();
    eventually("the application heals", Duration::from_secs(90), || {
        let response = lattice.client().get("/readyz")?;
        ensure!(response.status == 200, "{response:?}");
        Ok(())
    })?;
    println!("healed after {:?}", started.elapsed());
    figures_of_the_example(lattice)
}

/// Evaluations go on without it; what it would have written fails at once.
pub(crate) fn without_the_formatter(lattice: &Lattice) -> anyhow::Result<()> {
    lattice.stop_component("formatter")?;
    let body = r#"{"inputs": {"weight": {"value": 70, "unit": "kg"},
                   "height": {"value": 175, "unit": "cm"}}}"#;
    let path = "/api/v1/calculators/bmi";
    let json = lattice.client().post(path, body)?;
    ensure!(json.status == 200, "{json:?}");
    let accept = [("accept", "text/markdown")];
    let report = lattice.client().post_with(path, body, &accept)?;
    ensure!(report.status == 502 && report.took < SECONDS, "{report:?}");
    ensure!(!report.body.contains("22.9"), "{report:?}");
    heals(lattice)?;
    let report = lattice.client().post_with(path, body, &accept)?;
    ensure!(report.status == 200, "{report:?}");
    Ok(())
}
