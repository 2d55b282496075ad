//! The six ways to serve the same application that are compared, all running at
//! the same time.

use std::net::{Ipv4Addr, SocketAddr};
use std::path::PathBuf;
use std::process::Command;
use std::thread;
use std::time::Duration;

use anyhow::{Context as _, anyhow, ensure};
use harness::http::Client;
use harness::lattice::{Lattice, Wiring};
use harness::process::{Process, free_port};
use harness::{built, eventually, root};
use tempfile::TempDir;

/// Until a server that was started answers.
const STARTS_WITHIN: Duration = Duration::from_secs(30);

/// Names, in the order of the tables.
pub(crate) const NATIVE: &str = "native, axum";
pub(crate) const SERVE: &str = "fused, `wasmtime serve`";
pub(crate) const BUILTIN: &str = "fused, host's built-in server";
pub(crate) const FUSED: &str = "fused, our ingress";
pub(crate) const LINKED: &str = "linked, our ingress";
pub(crate) const UPSTREAM: &str = "linked, upstream's provider";

/// A running server.
pub(crate) struct System {
    pub(crate) name: &'static str,
    pub(crate) address: SocketAddr,
    /// What its processes do, and their ids.
    pub(crate) processes: Vec<(&'static str, u32)>,
    // Dropping it stops the processes.
    _running: Running,
}

enum Running {
    Lattice { _lattice: Box<Lattice> },
    Program { _process: Process, _log: TempDir },
}

/// Starts all of them.
///
/// # Errors
///
/// When one does not start.
pub(crate) fn all() -> anyhow::Result<Vec<System>> {
    thread::scope(|scope| {
        let started = [
            scope.spawn(native),
            scope.spawn(serve),
            scope.spawn(|| lattice(BUILTIN, Wiring::FusedBuiltin)),
            scope.spawn(|| lattice(FUSED, Wiring::Fused)),
            scope.spawn(|| lattice(LINKED, Wiring::Linked)),
            scope.spawn(upstream),
        ];
        let started = started.map(|thread| {
            let system = thread.join().map_err(|_| anyhow!("a start panicked"))?;
            anyhow::Ok(system?)
        });
        started.into_iter().collect()
    })
}

fn native() -> anyhow::Result<System> {
    let address = free_address()?;
    let mut command = Command::new(from_script("MEDICAL_NATIVE")?);
    command.arg(address.to_string());
    self::program(NATIVE, address, command)
}

fn serve() -> anyhow::Result<System> {
    let address = free_address()?;
    let mut command = Command::new(from_script("MEDICAL_WASMTIME")?);
    command
        .args(["serve", "-Scli", "--addr", &address.to_string()])
        .arg(built("medical-whole.wasm")?);
    self::program(SERVE, address, command)
}

/// A program whose path only `scripts/bench.sh` knows.
fn from_script(variable: &str) -> anyhow::Result<PathBuf> {
    let program = std::env::var_os(variable);
    let program =
        program.with_context(|| format!("{variable} is not set: run scripts/bench.sh"))?;
    Ok(program.into())
}

fn program(
    name: &'static str,
    address: SocketAddr,
    mut command: Command,
) -> anyhow::Result<System> {
    let log = TempDir::with_prefix("bench-")?;
    let process = Process::start(&mut command, &log.path().join("log"))?;
    eventually(name, STARTS_WITHIN, || {
        let answer = Client::new(address).get("/readyz")?;
        ensure!(answer.status == 200, "{answer:?}");
        Ok(())
    })
    .with_context(|| process.log())?;
    Ok(System {
        name,
        address,
        processes: vec![("server", process.id())],
        _running: Running::Program {
            _process: process,
            _log: log,
        },
    })
}

fn lattice(name: &'static str, wiring: Wiring) -> anyhow::Result<System> {
    let lattice = Lattice::start()?;
    lattice.deploy_wiring(wiring).context(name)?;
    System::of(name, lattice)
}

/// It takes answers where everyone does, which a closed lattice does not allow.
fn upstream() -> anyhow::Result<System> {
    let lattice = Lattice::open()?;
    let manifest = root().join("deploy/wadm.upstream.yaml");
    lattice.deploy_manifest(&manifest).context(UPSTREAM)?;
    System::of(UPSTREAM, lattice)
}

impl System {
    /// The system that a lattice with a deployed application is.
    pub(crate) fn of(name: &'static str, lattice: Lattice) -> anyhow::Result<Self> {
        Ok(Self {
            name,
            address: lattice.address(),
            processes: processes(&lattice)?,
            _running: Running::Lattice {
                _lattice: Box::new(lattice),
            },
        })
    }
}

/// Host, ingress and NATS of a lattice.
fn processes(lattice: &Lattice) -> anyhow::Result<Vec<(&'static str, u32)>> {
    let mut all: Vec<_> = lattice
        .host_pids()
        .into_iter()
        .map(|pid| ("host", pid))
        .collect();
    let servers = lattice.http_server_pids()?;
    all.extend(servers.into_iter().map(|pid| ("ingress", pid)));
    all.push(("NATS", nats(lattice)?));
    Ok(all)
}

/// The NATS server that stores into the folder of the lattice.
fn nats(lattice: &Lattice) -> anyhow::Result<u32> {
    let store = lattice.folder().join("jetstream");
    let store = store.to_str().context("the folder's name")?;
    for entry in std::fs::read_dir("/proc")? {
        let path = entry?.path();
        let arguments = std::fs::read(path.join("cmdline")).unwrap_or_default();
        let mut arguments = arguments.split(|byte| *byte == 0);
        let pid = path
            .file_name()
            .and_then(|name| name.to_str()?.parse().ok());
        if let Some(pid) = pid
            && arguments.any(|argument| argument == store.as_bytes())
        {
            return Ok(pid);
        }
    }
    Err(anyhow!("no NATS server stores into {store}"))
}

fn free_address() -> anyhow::Result<SocketAddr> {
    Ok((Ipv4Addr::LOCALHOST, free_port()?).into())
}
