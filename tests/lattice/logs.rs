//! What refused requests cost where they are written about.

use std::path::Path;
use std::time::Duration;

use anyhow::ensure;
use bytes::Bytes;
use harness::canaries::logs;
use harness::eventually;
use harness::lattice::Lattice;
use harness::load::{Expect, Plan, Prepared, get, once, post};

/// Requests of each kind.
const REQUESTS: usize = 1_000;

/// Most bytes of all logs for a request that has a line in the access log: 300, and some
/// where times have more digits because the machine is busy.
const LINE: u64 = 310;

/// The same for what is counted by cause, one line a second: a hundred lines for all.
const COUNTED: u64 = 20;

/// Until nothing more is written about requests that were answered.
const SETTLES_WITHIN: Duration = Duration::from_secs(30);
const SETTLES: Duration = Duration::from_millis(300);

/// Whoever floods the server with requests that are refused does not fill the disk.
pub(crate) fn a_refusal_costs_little_log(lattice: &Lattice) -> anyhow::Result<()> {
    let mut dear = Vec::new();
    for (name, status, most, request) in refusals() {
        let before = settled(lattice.folder())?;
        let plan = Plan {
            address: lattice.address(),
            requests: vec![
                Prepared {
                    bytes: request,
                    expect: Expect::Any,
                };
                REQUESTS
            ],
            connections: 8,
            duration: Duration::from_secs(60),
            rate: None,
            timeout: Duration::from_secs(10),
            keep_alive: true,
        };
        let outcome = once(&plan)?;
        let all = outcome.status(status) == REQUESTS as u64;
        ensure!(all, "{name}: {outcome:?}");
        let written = settled(lattice.folder())? - before;
        println!("{name}: {written} bytes of log for {REQUESTS} refusals");
        if written > most * REQUESTS as u64 {
            dear.push(format!("{name}: {written} bytes for {REQUESTS}"));
        }
    }
    ensure!(dear.is_empty(), "{dear:?}");
    Ok(())
}

/// Name, status, most bytes of log for each, request.
fn refusals() -> Vec<(&'static str, u16, u64, Bytes)> {
    let head = |line: &str, headers: &str| Bytes::from(format!("{line} HTTP/1.1\r\n{headers}\r\n"));
    let long = format!("host: localhost\r\nx-long: {}\r\n", "a".repeat(20_000));
    let many: String = (0..200)
        .map(|number| format!("x-{number}: a\r\n"))
        .collect();
    vec![
        ("no host", 400, LINE, head("GET /livez", "")),
        ("no path", 404, LINE, get("/nothing")),
        (
            "no method",
            405,
            LINE,
            head("DELETE /api/v1/bmi", "host: localhost\r\n"),
        ),
        (
            "too long",
            413,
            LINE,
            post("/api/v1/bmi", &" ".repeat(70_000)),
        ),
        (
            "elsewhere",
            421,
            LINE,
            head("GET /livez", "host: elsewhere.example\r\n"),
        ),
        ("no figures", 422, LINE, post("/api/v1/bmi", "{}")),
        ("long headers", 431, LINE, head("GET /livez", &long)),
        (
            "many headers",
            431,
            COUNTED,
            head("GET /livez", &format!("host: localhost\r\n{many}")),
        ),
        (
            "no HTTP",
            400,
            COUNTED,
            Bytes::from_static(b"nonsense\r\n\r\n"),
        ),
    ]
}

/// Bytes of all logs, once they do not grow any more.
fn settled(lattice: &Path) -> anyhow::Result<u64> {
    eventually("the logs have everything", SETTLES_WITHIN, || {
        let before = size(lattice)?;
        std::thread::sleep(SETTLES);
        let after = size(lattice)?;
        ensure!(
            before == after,
            "{} more bytes",
            after.saturating_sub(before)
        );
        Ok(after)
    })
}

fn size(lattice: &Path) -> anyhow::Result<u64> {
    let mut bytes = 0;
    for log in logs(lattice)? {
        bytes += log.metadata()?.len();
    }
    Ok(bytes)
}
