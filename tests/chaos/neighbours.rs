//! Clients whose requests cost as much as a request may: they get their answers, and
//! everyone else's stay what and when they were.

use std::time::Duration;

use anyhow::ensure;
use bytes::Bytes;
use harness::load::{Expect, Plan, Prepared, post, start};
use serde_json::json;

use crate::setting::{Setting, UNNOTICED, never_wrong};
use crate::table::Row;

/// How many of them there are, each with its next request at once.
const NEIGHBOURS: usize = 8;

/// Cases of a batch, and parts of a document: as many as are read, and far more.
const CASES: usize = 1_000;
const PARTS: usize = 9_000;

pub(crate) fn dear_requests(setting: &Setting) -> anyhow::Result<()> {
    let duration = Duration::from_secs(setting.sized(60, 3));
    let mut neighbours = None;
    setting.under_load(
        "others, meanwhile",
        format!("the steady load beside {NEIGHBOURS} clients with the dearest requests"),
        &UNNOTICED,
        || {
            let plan = Plan {
                requests: vec![batch(), subjects(), unknown_inputs()],
                ..setting.plan(NEIGHBOURS, duration)
            };
            let load = start(plan);
            std::thread::sleep(duration);
            neighbours = Some(load.stop()?);
            Ok(None)
        },
    )?;
    let Some(outcome) = neighbours else {
        anyhow::bail!("there were no neighbours");
    };
    let what = format!("batches of {CASES} cases, documents of {PARTS} parts, over and over");
    let row = Row::of("dear requests", what, &outcome, None);
    println!("{row}");
    println!("  after {:?}", outcome.latencies);
    setting.record(row);
    // What is read is answered, what is too much is refused; neither is a fault.
    never_wrong(&outcome, &[400, 413, 422])?;
    ensure!(outcome.failed == 0, "{outcome:?}");
    Ok(())
}

/// A batch that is as long as it may be.
fn batch() -> Prepared {
    let case = json!({"calculator": "bmi", "inputs": {
        "weight": {"value": 70, "unit": "kg"}, "height": {"value": 1.75, "unit": "m"}}});
    let body = vec![case.to_string(); CASES].join("\n");
    lines(&body)
}

/// A document of half a megabyte that names whom it is about over and over.
fn subjects() -> Prepared {
    let subject = |number| {
        json!({"name": "subject", "valueReference":
        {"reference": format!("Patient/{number}")}})
    };
    let parts: Vec<_> = (0..PARTS).map(subject).collect();
    let body = json!({"resourceType": "Parameters", "parameter": parts});
    sent(post("/fhir/$evaluate", &body.to_string()))
}

/// A batch whose cases have nothing but inputs that nobody knows.
fn unknown_inputs() -> Prepared {
    let inputs: serde_json::Map<_, _> = (0..PARTS / 2)
        .map(|number| (format!("unknown{number}"), json!(1)))
        .collect();
    let case = json!({"calculator": "bmi", "inputs": inputs});
    let body = vec![case.to_string(); 4].join("\n");
    lines(&body)
}

fn lines(body: &str) -> Prepared {
    let request = post("/api/v1/batch", body);
    let request = String::from_utf8_lossy(&request);
    sent(
        request
            .replacen("application/json", "application/x-ndjson", 1)
            .into(),
    )
}

fn sent(bytes: Bytes) -> Prepared {
    Prepared {
        bytes,
        expect: Expect::Any,
    }
}
