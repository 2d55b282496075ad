//! What every case works with: the lattice, the load on it, and the checks
//! that hold whatever is broken.

use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Mutex, PoisonError};
use std::time::{Duration, Instant};

use anyhow::{Context as _, ensure};
use fastrand::Rng;
use harness::lattice::{Lattice, Wiring};
use harness::load::{Outcome, Plan, Prepared, Running, run, start};
use harness::{components, eventually, root};
use serde_json::Value;

use crate::table::{self, Row};
use crate::traffic;

/// The route's deadline in the manifest, and what a client adds for its own way.
pub(crate) const HANGS_AFTER: Duration = Duration::from_secs(10);

/// Requests a second while something is broken: far below what two cores can
/// take, so that every refusal has another reason.
const RATE: f64 = 150.0;

/// Enough for a second and a half of requests that wait for an answer.
const CONNECTIONS: usize = 256;

/// As many connections as there are clients of an overload, and some.
const FILES: u64 = 8_192;

/// Longer than any case.
const ENDLESS: Duration = Duration::from_secs(900);

/// Until an application that was broken serves again.
const HEALS_WITHIN: Duration = Duration::from_secs(120);

/// What a load may see of a case.
pub(crate) struct Bounds {
    /// Statuses beside 200.
    pub(crate) statuses: &'static [u16],
    /// Whether connections may fail.
    pub(crate) failures: bool,
    /// From the end of the fault to the last request without a right answer.
    pub(crate) recovery: Duration,
}

/// Nobody but its cause notices.
pub(crate) const UNNOTICED: Bounds = Bounds {
    statuses: &[],
    failures: false,
    recovery: Duration::ZERO,
};

/// A lattice with the application on two hosts.
pub(crate) struct Setting {
    pub(crate) lattice: Lattice,
    pub(crate) full: bool,
    /// Calls that the HTTP server has under way at a time: `max_in_flight`.
    pub(crate) in_flight: usize,
    /// Requests that it lets wait beside them: `max_queued`.
    pub(crate) queued: usize,
    components: Vec<String>,
    traffic: Vec<Prepared>,
    seed: u64,
    rows: Mutex<Vec<Row>>,
    numbers: AtomicU64,
}

impl Setting {
    pub(crate) fn new(full: bool) -> anyhow::Result<Self> {
        let given = std::env::var("MEDICAL_CHAOS_SEED").ok();
        let seed = match given {
            Some(seed) => seed.parse().context("MEDICAL_CHAOS_SEED")?,
            None => Rng::new().u64(..),
        };
        println!("MEDICAL_CHAOS_SEED={seed}");
        rlimit::increase_nofile_limit(FILES)?;
        let lattice = Lattice::with_hosts(2)?;
        lattice.deploy_wiring(Wiring::Hosts)?;
        let traffic = traffic::requests(&lattice)?;
        let setting = Self {
            in_flight: server_setting(&lattice, "max_in_flight")?,
            queued: server_setting(&lattice, "max_queued")?,
            components: deployed()?,
            lattice,
            full,
            traffic,
            seed,
            rows: Mutex::default(),
            numbers: AtomicU64::new(1),
        };
        setting.runs_completely()?;
        Ok(setting)
    }

    /// The same for the same seed and case.
    pub(crate) fn random(&self, case: u64) -> Rng {
        Rng::with_seed(self.seed.wrapping_add(case))
    }

    /// A number of the full run, or of the short one.
    pub(crate) fn sized<T>(&self, full: T, short: T) -> T {
        if self.full { full } else { short }
    }

    /// A number that no one has had before.
    pub(crate) fn number(&self) -> u64 {
        self.numbers.fetch_add(1, Ordering::Relaxed)
    }

    pub(crate) fn traffic(&self) -> &[Prepared] {
        &self.traffic
    }

    /// Names of the components that every host runs.
    pub(crate) fn components(&self) -> &[String] {
        &self.components
    }

    /// A plan for this lattice, with requests whose answers are known.
    pub(crate) fn plan(&self, connections: usize, duration: Duration) -> Plan {
        Plan {
            address: self.lattice.address(),
            requests: self.traffic.clone(),
            connections,
            duration,
            rate: None,
            timeout: HANGS_AFTER,
            keep_alive: true,
        }
    }

    fn steady(&self) -> Running {
        start(Plan {
            rate: Some(RATE),
            ..self.plan(CONNECTIONS, ENDLESS)
        })
    }

    /// Breaks something under a steady load, and checks and records what the
    /// load saw. The action returns when its fault was over, or nothing when it
    /// still is when it returns: then recovery counts from its beginning.
    pub(crate) fn under_load(
        &self,
        case: &'static str,
        what: impl Into<String>,
        bounds: &Bounds,
        action: impl FnOnce() -> anyhow::Result<Option<Instant>>,
    ) -> anyhow::Result<()> {
        let load = self.steady();
        std::thread::sleep(Duration::from_secs(1));
        let began = Instant::now();
        let beginning = began - load.elapsed();
        let result = action().and_then(|over| {
            self.serves_again()?;
            Ok(over)
        });
        // What is well again stays well.
        std::thread::sleep(Duration::from_secs(1));
        let outcome = load.stop()?;
        let over = *result
            .as_ref()
            .ok()
            .and_then(Option::as_ref)
            .unwrap_or(&began);
        let trouble = outcome.last_trouble.map(|after| beginning + after);
        let recovery = trouble.map(|at| at.saturating_duration_since(over));
        let row = Row::of(case, what, &outcome, recovery);
        println!("{row}");
        println!("  after {:?}", outcome.latencies);
        for example in &outcome.examples {
            println!("  {example}");
        }
        self.record(row);
        result?;
        self.check(&outcome, bounds, recovery.unwrap_or_default())?;
        self.full_service()
    }

    fn check(&self, outcome: &Outcome, bounds: &Bounds, recovery: Duration) -> anyhow::Result<()> {
        ensure!(outcome.right() > 0, "not one right answer: {outcome:?}");
        never_wrong(outcome, bounds.statuses)?;
        ensure!(bounds.failures || outcome.failed == 0, "{outcome:?}");
        ensure!(
            recovery <= bounds.recovery,
            "healthy only after {recovery:?}: {outcome:?}"
        );
        Ok(())
    }

    pub(crate) fn record(&self, row: Row) {
        let mut rows = self.rows.lock().unwrap_or_else(PoisonError::into_inner);
        rows.push(row);
    }

    /// Waits until one request after the other is answered.
    fn serves_again(&self) -> anyhow::Result<()> {
        eventually("the application serves", HEALS_WITHIN, || {
            for request in &self.traffic {
                let mut one = self.plan(1, HANGS_AFTER);
                one.requests = vec![request.clone()];
                let outcome = harness::load::once(&one)?;
                ensure!(outcome.right() == 1, "{outcome:?}");
            }
            Ok(())
        })
    }

    /// Waits until each host runs every component.
    pub(crate) fn runs_completely(&self) -> anyhow::Result<()> {
        let (hosts, each) = (self.lattice.host_pids().len(), self.components.len());
        eventually("each host has each component", HEALS_WITHIN, || {
            let answer = self.lattice.wash(&["get", "inventory"])?;
            let inventories = answer["inventories"].as_array().context("inventories")?;
            let components = |host: &Value| host["components"].as_array().map_or(0, Vec::len);
            let counts: Vec<_> = inventories.iter().map(components).collect();
            ensure!(
                counts.len() == hosts && counts.iter().all(|count| *count == each),
                "{each} components on each of {hosts} hosts: {counts:?}"
            );
            Ok(())
        })
    }

    /// Everything the server has room for is there at once: as many clients as
    /// it lets in at a time, none refused, none waiting for long.
    pub(crate) fn full_service(&self) -> anyhow::Result<()> {
        let clients = self.in_flight;
        let outcome = run(&self.plan(clients, Duration::from_secs(1)))?;
        println!(
            "  full service: {} answers for {clients} clients, the slowest after {:?}",
            outcome.right(),
            outcome.slowest
        );
        never_wrong(&outcome, &[])?;
        ensure!(outcome.failed == 0, "{outcome:?}");
        ensure!(outcome.right() > clients as u64, "{outcome:?}");
        ensure!(outcome.slowest < Duration::from_secs(5), "{outcome:?}");
        Ok(())
    }

    /// The table of a complete full run goes into the documents.
    pub(crate) fn finish(&self, complete: bool) -> anyhow::Result<()> {
        if self.full && complete {
            let rows = self.rows.lock().unwrap_or_else(PoisonError::into_inner);
            table::write(&rows, self.in_flight)?;
        }
        Ok(())
    }
}

/// Names of the components that the manifest for several hosts deploys.
fn deployed() -> anyhow::Result<Vec<String>> {
    let manifest = std::fs::read_to_string(Wiring::Hosts.manifest())?;
    let mut names = components()?;
    names.retain(|name| manifest.contains(&format!("/{name}.wasm")));
    ensure!(!names.is_empty(), "no component in the manifest");
    Ok(names)
}

/// A setting of the HTTP server that is a number: as it is deployed, or else the
/// documented default, which a test of the server compares with the real one.
fn server_setting(lattice: &Lattice, name: &str) -> anyhow::Result<usize> {
    let deployed = std::fs::read_to_string(lattice.folder().join("wadm.yaml"))?;
    let documented = std::fs::read_to_string(root().join("docs/http-server.md"))?;
    let mut deployed = deployed.lines().map(str::trim);
    let deployed = deployed.find_map(|line| line.strip_prefix(name)?.strip_prefix(": "));
    let row = format!("| `{name}` |");
    let row = documented.lines().find(|line| line.starts_with(&row));
    let default = row.and_then(|row| row.trim_end_matches(['|', ' ']).rsplit("| ").next());
    let value = deployed.or(default).context("not in docs/http-server.md");
    let value = value.and_then(|value| Ok(value.trim_matches(['`', '"']).parse()?));
    value.with_context(|| format!("the server's {name}"))
}

/// What holds in every case: no wrong answer, no hang, no other status, and
/// every refusal says when to come back.
pub(crate) fn never_wrong(outcome: &Outcome, statuses: &[u16]) -> anyhow::Result<()> {
    ensure!(outcome.wrong == 0, "wrong answers: {outcome:?}");
    ensure!(outcome.hung == 0, "requests hung: {outcome:?}");
    ensure!(outcome.unannounced == 0, "no Retry-After: {outcome:?}");
    let allowed = |status: &u16| *status == 200 || statuses.contains(status);
    ensure!(outcome.statuses.keys().all(allowed), "{outcome:?}");
    Ok(())
}
