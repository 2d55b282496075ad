//! Clients whose requests cost as much as a request may, or never end: everyone else's
//! answers stay what they were, and come.

use std::time::Duration;

use anyhow::{Context as _, ensure};
use bytes::Bytes;
use harness::eventually;
use harness::lattice::HTTP_SERVER;
use harness::load::{Expect, Outcome, Plan, Prepared, get, post, start};
use serde_json::json;

use crate::setting::{Setting, UNNOTICED, never_wrong};
use crate::table::Row;

/// How many of them there are, each with its next request at once.
const NEIGHBOURS: usize = 12;

/// Cases of a batch, and parts of a document: as many as are read, and far more.
const CASES: usize = 1_000;
const PARTS: usize = 9_000;

/// The component of tests/endless, its route, and the name of its link.
const ENDLESS: &str = "endless";

pub(crate) fn dear_requests(setting: &Setting) -> anyhow::Result<()> {
    let what = format!("batches of {CASES} cases, documents of {PARTS} parts, over and over");
    let requests = vec![batch(), subjects(), unknown_inputs()];
    let outcome = beside(setting, "dear requests", what, requests)?;
    // What is read is answered, what is too much is refused; neither is a fault.
    never_wrong(&outcome, &[400, 413, 422])?;
    ensure!(outcome.failed == 0, "{outcome:?}");
    Ok(())
}

/// Calls that would never end take no thread from the others', and are ended.
pub(crate) fn endless_calls(setting: &Setting) -> anyhow::Result<()> {
    let file = std::env::var("MEDICAL_ENDLESS").context("MEDICAL_ENDLESS: run scripts/test.sh")?;
    let (image, route) = (format!("file://{file}"), format!("path=/{ENDLESS}"));
    let wash = |arguments: &[&str]| setting.lattice.wash(arguments);
    wash(&[
        "start",
        "component",
        &image,
        ENDLESS,
        "--max-instances",
        "64",
    ])?;
    wash(&["config", "put", ENDLESS, &route, "deadline_ms=8000"])?;
    let link = [
        "--interface",
        "incoming-handler",
        "--source-config",
        ENDLESS,
    ];
    let named = ["--link-name", ENDLESS];
    let ends = [HTTP_SERVER, ENDLESS, "wasi", "http"];
    wash(&[&["link", "put"], &ends[..], &link[..], &named[..]].concat())?;
    eventually("the route", Duration::from_secs(30), || {
        let status = setting.lattice.client().get("/endless")?.status;
        ensure!(status == 502 || status == 504, "{status}");
        Ok(())
    })?;
    let what = "calls of a component that never ends";
    let outcome = beside(
        setting,
        "endless calls",
        what.to_owned(),
        vec![sent(get("/endless"))],
    );
    let ends = [HTTP_SERVER, "wasi", "http"];
    wash(&[&["link", "del"], &ends[..], &named[..]].concat())?;
    wash(&["stop", "component", ENDLESS])?;
    let outcome = outcome?;
    never_wrong(&outcome, &[502, 503, 504])?;
    ensure!(outcome.right() == 0 && outcome.failed == 0, "{outcome:?}");
    Ok(())
}

/// Lets the neighbours send these, over and over, beside the steady load, which may not
/// notice.
fn beside(
    setting: &Setting,
    case: &'static str,
    what: String,
    requests: Vec<Prepared>,
) -> anyhow::Result<Outcome> {
    let duration = Duration::from_secs(setting.sized(60, 6));
    let mut neighbours = None;
    setting.under_load(
        "others, meanwhile",
        format!("the steady load beside {NEIGHBOURS} clients with {case}"),
        &UNNOTICED,
        || {
            let load = start(Plan {
                requests,
                ..setting.plan(NEIGHBOURS, duration)
            });
            std::thread::sleep(duration);
            neighbours = Some(load.stop()?);
            Ok(None)
        },
    )?;
    let outcome = neighbours.context("there were no neighbours")?;
    let row = Row::of(case, what, &outcome, None);
    println!("{row}");
    println!("  after {:?}", outcome.latencies);
    setting.record(row);
    Ok(outcome)
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
