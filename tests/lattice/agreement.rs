//! Every wiring is the same application: it answers the same bytes.

use anyhow::{Context as _, ensure};
use harness::http::Response;
use harness::lattice::{Lattice, Wiring};
use serde_json::Value;

use crate::application::Application;
use crate::requests::{Request, every_request};

/// Headers that are the component's alone; a server around it may add to others,
/// as compression does to `vary`.
const HEADERS: [&str; 4] = ["content-type", "content-language", "cache-control", "allow"];

/// What one wiring answered to every request.
pub(crate) struct Answers {
    wiring: Wiring,
    answers: Vec<(Request, String)>,
}

/// Asks this wiring everything, and compares with those that were asked before.
pub(crate) fn wirings_agree(application: &Application, wiring: Wiring) -> anyhow::Result<()> {
    let answers = ask(application.deployed(wiring)?)?;
    let mut asked = application.answers();
    for before in asked.iter() {
        ensure!(before.answers.len() == answers.len(), "other requests");
        for ((request, one), (same, other)) in before.answers.iter().zip(&answers) {
            ensure!(request == same, "other requests: {request}, {same}");
            ensure!(
                one == other,
                "{request}\n{}: {one}\n{}: {other}",
                before.wiring.name(),
                wiring.name()
            );
        }
    }
    println!("{} answers agree", answers.len());
    asked.push(Answers { wiring, answers });
    Ok(())
}

fn ask(lattice: &Lattice) -> anyhow::Result<Vec<(Request, String)>> {
    let client = lattice.client();
    let catalogue = client.get("/api/v1/calculators")?.json();
    let ids = catalogue["calculators"].as_array().context("a list")?;
    let mut definitions = Vec::new();
    for id in ids.iter().filter_map(|one| one["id"].as_str()) {
        let definition = client.get(&format!("/api/v1/calculators/{id}"))?.json();
        definitions.push(definition);
    }
    let mut answers = Vec::new();
    for request in every_request(&definitions)? {
        let headers: Vec<_> = request.headers.iter().map(|(a, b)| (*a, *b)).collect();
        let response = client.send(request.method, &request.path, &headers, &request.body)?;
        let answer = steady(&response);
        answers.push((request, answer));
    }
    ensure!(answers.len() > 600, "only {} requests", answers.len());
    Ok(answers)
}

/// Status, headers and body as text, without what is the clock's: how long it
/// took, and the moment of the answer wherever FHIR wants it.
pub(crate) fn steady(response: &Response) -> String {
    let mut body = response.body.clone();
    let document = response.json();
    if let Some(moment) = document["timestamp"].as_str() {
        body = body.replace(moment, "NOW");
        // Entries are named by their content, in which the moment stands.
        for entry in document["entry"].as_array().into_iter().flatten() {
            if let Some(url) = entry["fullUrl"].as_str() {
                body = body.replace(url, "NAME");
            }
        }
    }
    if let Some(took) = response
        .json()
        .get("processing_time_us")
        .map(Value::to_string)
    {
        let text = format!("\"processing_time_us\":{took}");
        body = body.replace(&text, "\"processing_time_us\":0");
    }
    let headers = HEADERS.map(|name| format!("{name}: {}", response.header(name).unwrap_or("-")));
    format!("{}\n{}\n\n{body}", response.status, headers.join("\n"))
}
