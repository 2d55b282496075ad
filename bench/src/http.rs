//! The same request over HTTP to every system: throughput, latency, memory and
//! processor time.

mod tables;

use std::collections::BTreeMap;
use std::sync::OnceLock;
use std::time::Duration;

use anyhow::{Context as _, bail, ensure};
use harness::http::Client;
use harness::load::{Expect, Outcome, Plan, Prepared, post, run as send};
use serde::Serialize;

use crate::machine::{Usage, forget_peak, memory, usage};
use crate::report::{Page, median};
use crate::systems::{self, System};
use crate::{PERSON, Settings};

const PATH: &str = "/api/v1/health-metrics";

/// Connections of a closed loop that saturates: the sweep says why.
const CONNECTIONS: usize = 32;
const SWEEP: [usize; 4] = [1, 8, 32, 128];

/// Connections an open loop may use: more than it ever needs at half of what
/// saturates.
const OPEN_CONNECTIONS: usize = 128;

/// What was measured of one system; an entry for each round.
#[derive(Debug, Default, Serialize)]
struct Figures {
    name: &'static str,
    /// Right answers per second by number of connections.
    sweep: Vec<(usize, f64)>,
    /// Right answers per second in a closed loop.
    saturation: Vec<f64>,
    /// Milliseconds in an open loop at half of the median of that.
    p50: Vec<f64>,
    p99: Vec<f64>,
    p999: Vec<f64>,
    /// Answers other than the right one in the open loop.
    troubles: u64,
    parts: Vec<Part>,
}

/// One process of a system.
#[derive(Debug, Serialize)]
struct Part {
    name: &'static str,
    /// Processor milliseconds per 1,000 requests at saturation.
    cpu: Vec<f64>,
    /// Resident MiB before any load, and at most under it.
    idle: f64,
    peak: f64,
}

/// What came of saturating one system for long.
#[derive(Debug, Serialize)]
struct Endurance {
    name: &'static str,
    seconds: f64,
    statuses: BTreeMap<u16, u64>,
    wrong: u64,
    failed: u64,
    hung: u64,
    p99: f64,
}

/// How long each measurement takes.
struct Times {
    saturation_rounds: usize,
    latency_rounds: usize,
    warm: Duration,
    sweep: Duration,
    saturation: Duration,
    latency: Duration,
    endurance: Duration,
}

impl Times {
    fn of(settings: &Settings) -> Self {
        let seconds = |quick, thorough| {
            Duration::from_secs_f64(if settings.quick { quick } else { thorough })
        };
        Self {
            saturation_rounds: if settings.quick { 1 } else { 7 },
            latency_rounds: if settings.quick { 1 } else { 3 },
            warm: seconds(0.5, 2.0),
            sweep: seconds(0.5, 2.0),
            saturation: seconds(1.0, 3.0),
            latency: seconds(1.0, 6.0),
            endurance: seconds(3.0, 60.0),
        }
    }
}

/// Measures and writes this section.
pub(crate) fn run(settings: &Settings, page: &mut Page) -> anyhow::Result<()> {
    let times = Times::of(settings);
    let systems = systems::all()?;
    let bytes = check_bodies(&systems)?;
    let mut figures = systems
        .iter()
        .map(Figures::before)
        .collect::<anyhow::Result<Vec<_>>>()?;
    sweep(&systems, &mut figures, &times)?;
    for _ in 0..times.saturation_rounds {
        for (system, figures) in systems.iter().zip(&mut figures) {
            figures.saturate(system, times.saturation)?;
        }
    }
    for _ in 0..times.latency_rounds {
        for (system, figures) in systems.iter().zip(&mut figures) {
            figures.delay(system, times.latency)?;
        }
    }
    let mut endurance = Vec::new();
    for name in [systems::LINKED, systems::UPSTREAM] {
        let system = systems.iter().find(|system| system.name == name);
        endurance.push(endure(system.context(name)?, times.endurance)?);
    }
    tables::write(&figures, &endurance, bytes, page)?;
    page.record("http", &figures)?;
    page.record("endurance", &endurance)
}

/// Every answer up to the one field that differs between two of them.
static ANSWER: OnceLock<Vec<u8>> = OnceLock::new();

/// The last field of an answer, a number.
const LAST_FIELD: &[u8] = b"\"processing_time_us\":";

/// The part of an answer that is the same each time; none when it looks different.
fn constant(body: &[u8]) -> Option<&[u8]> {
    let start = body
        .windows(LAST_FIELD.len())
        .rposition(|window| window == LAST_FIELD)?;
    let (constant, rest) = body.split_at(start + LAST_FIELD.len());
    let (last, digits) = rest.split_last()?;
    (*last == b'}' && digits.iter().all(u8::is_ascii_digit)).then_some(constant)
}

fn is_right(body: &[u8]) -> bool {
    ANSWER.get().is_some_and(|answer| body.starts_with(answer))
}

/// Sees that all answer the same before anything is measured; how many bytes.
fn check_bodies(systems: &[System]) -> anyhow::Result<usize> {
    for system in systems {
        let answer = Client::new(system.address).post(PATH, PERSON)?;
        ensure!(answer.status == 200, "{}: {answer:?}", system.name);
        let body = constant(answer.body.as_bytes());
        let body = body.with_context(|| format!("{}: {}", system.name, answer.body))?;
        let first = ANSWER.get_or_init(|| body.to_vec());
        ensure!(first == body, "{} answers {}", system.name, answer.body);
    }
    Ok(ANSWER.get().map_or(0, Vec::len))
}

/// A closed loop with this many connections.
pub(crate) fn closed(system: &System, connections: usize, duration: Duration) -> Plan {
    Plan {
        address: system.address,
        requests: vec![Prepared {
            bytes: post(PATH, PERSON),
            expect: if ANSWER.get().is_some() {
                Expect::Check(is_right)
            } else {
                Expect::Any
            },
        }],
        connections,
        duration,
        rate: None,
        timeout: Duration::from_secs(15),
        keep_alive: true,
    }
}

/// Right answers per second of a load that was sent for so long. What it waited
/// for the last answers does not count: one that hangs says nothing of the rest.
#[expect(clippy::cast_precision_loss, reason = "far below 2^52 requests")]
pub(crate) fn throughput(outcome: &Outcome, duration: Duration) -> f64 {
    outcome.right() as f64 / duration.as_secs_f64()
}

/// Answers that were not right, and requests without one.
fn troubles(outcome: &Outcome) -> u64 {
    outcome.statuses.values().sum::<u64>() - outcome.right() + outcome.failed + outcome.hung
}

fn millis(duration: Duration) -> f64 {
    duration.as_secs_f64() * 1e3
}

fn sweep(systems: &[System], figures: &mut [Figures], times: &Times) -> anyhow::Result<()> {
    for (system, figures) in systems.iter().zip(figures) {
        send(&closed(system, CONNECTIONS, times.warm))?;
        for connections in SWEEP {
            let outcome = send(&closed(system, connections, times.sweep))?;
            figures
                .sweep
                .push((connections, throughput(&outcome, times.sweep)));
        }
    }
    Ok(())
}

impl Figures {
    /// Nothing yet but the memory of the processes.
    fn before(system: &System) -> anyhow::Result<Self> {
        let mut parts = Vec::new();
        for (name, pid) in &system.processes {
            forget_peak(*pid);
            parts.push(Part {
                name,
                cpu: Vec::new(),
                idle: memory(*pid)?.0,
                peak: 0.0,
            });
        }
        Ok(Self {
            name: system.name,
            parts,
            ..Self::default()
        })
    }

    fn saturate(&mut self, system: &System, duration: Duration) -> anyhow::Result<()> {
        let before = usages(system)?;
        let outcome = send(&closed(system, CONNECTIONS, duration))?;
        let after = usages(system)?;
        if outcome.right() == 0 {
            bail!("{}: {outcome:?}", system.name);
        }
        self.saturation.push(throughput(&outcome, duration));
        #[expect(clippy::cast_precision_loss, reason = "far below 2^52 requests")]
        let requests = outcome.right() as f64;
        let used = before.iter().zip(&after);
        for (part, (before, after)) in self.parts.iter_mut().zip(used) {
            // Seconds per request are milliseconds per 1,000, times 1,000.
            part.cpu.push((after.cpu - before.cpu) / requests * 1e6);
        }
        for (part, (_, pid)) in self.parts.iter_mut().zip(&system.processes) {
            part.peak = memory(*pid)?.1;
        }
        Ok(())
    }

    /// Latency at half of what saturates.
    fn delay(&mut self, system: &System, duration: Duration) -> anyhow::Result<()> {
        let plan = Plan {
            rate: Some(self.throughput() / 2.0),
            ..closed(system, OPEN_CONNECTIONS, duration)
        };
        let outcome = send(&plan)?;
        self.troubles += troubles(&outcome) + outcome.unsent;
        let percentile = |p| millis(outcome.latencies.percentile(p));
        self.p50.push(percentile(50.0));
        self.p99.push(percentile(99.0));
        self.p999.push(percentile(99.9));
        Ok(())
    }

    /// Right answers per second at saturation.
    fn throughput(&self) -> f64 {
        median(&mut self.saturation.clone())
    }

    /// How many times another's throughput, round by round: what slows the whole
    /// machine for a while slows both.
    fn over(&self, other: &Self) -> f64 {
        let rounds = self.saturation.iter().zip(&other.saturation);
        median(&mut rounds.map(|(one, other)| one / other).collect::<Vec<_>>())
    }
}

fn usages(system: &System) -> anyhow::Result<Vec<Usage>> {
    let processes = system.processes.iter();
    processes.map(|(_, pid)| usage(*pid)).collect()
}

fn endure(system: &System, duration: Duration) -> anyhow::Result<Endurance> {
    let outcome = send(&closed(system, CONNECTIONS, duration))?;
    Ok(Endurance {
        name: system.name,
        seconds: duration.as_secs_f64(),
        p99: millis(outcome.latencies.percentile(99.0)),
        statuses: outcome.statuses,
        wrong: outcome.wrong,
        failed: outcome.failed,
        hung: outcome.hung,
    })
}
