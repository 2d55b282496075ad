//! The processes of a lattice: NATS, wadm, and hosts, each with its own log.

use std::ffi::OsString;
use std::net::{Ipv4Addr, TcpStream};
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::Duration;

use anyhow::{Context as _, bail};

use crate::process::{Process, signal};
use crate::{downloads, eventually};

/// Until a process that was just started answers.
pub(super) const STARTS_WITHIN: Duration = Duration::from_secs(30);

/// The hosts of a lattice that run.
#[derive(Debug, Default)]
pub(super) struct Hosts {
    running: Vec<Process>,
    started: usize,
}

impl Hosts {
    /// Starts one more. It unpacks its providers in a folder of its own.
    pub(super) fn start(&mut self, folder: &Path, nats_port: u16) -> anyhow::Result<()> {
        self.started += 1;
        let name = format!("host-{}", self.started);
        let temporary = folder.join(&name);
        std::fs::create_dir_all(&temporary)?;
        let log = folder.join(format!("{name}.log"));
        let mut command = Command::new(host_binary(&downloads()?)?);
        command
            .env("WASMCLOUD_CTL_PORT", nats_port.to_string())
            .env("WASMCLOUD_RPC_PORT", nats_port.to_string())
            .env("WASMCLOUD_LATTICE", "default")
            .env("WASMCLOUD_ALLOW_FILE_LOAD", "true")
            .env("WASMCLOUD_MAX_EXECUTION_TIME_MS", "5000")
            // Every wiring can be deployed.
            .env("WASMCLOUD_EXPERIMENTAL_FEATURES", "builtin-http-server")
            .env("WASMCLOUD_LABEL_zone", "local")
            .env("WASMCLOUD_LABEL_performance", "high")
            .env("TMPDIR", temporary);
        self.running.push(Process::start(&mut command, &log)?);
        Ok(())
    }

    /// Process ids, in the order of their start.
    pub(super) fn pids(&self) -> Vec<u32> {
        self.running.iter().map(Process::id).collect()
    }

    /// Kills one of those that run, and nothing that it started.
    pub(super) fn kill(&mut self, index: usize) -> anyhow::Result<()> {
        let running = self.running.len();
        if index >= running {
            bail!("there is no host {index}: {running} run");
        }
        self.running.remove(index).kill();
        Ok(())
    }

    /// Stops all of them, at the same time.
    pub(super) fn stop(&mut self) {
        for pid in self.pids() {
            signal(pid, "TERM");
        }
        self.running.clear();
    }
}

/// What every host of the lattice has written, those that were killed as well.
pub(super) fn host_logs(folder: &Path) -> String {
    let mut logs: Vec<PathBuf> = std::fs::read_dir(folder)
        .into_iter()
        .flatten()
        .filter_map(|entry| Some(entry.ok()?.path()))
        .filter(|path| {
            let name = path.file_name().unwrap_or_default().to_string_lossy();
            name.starts_with("host-") && name.ends_with(".log")
        })
        .collect();
    logs.sort();
    let read = |path: &PathBuf| std::fs::read(path).unwrap_or_default();
    let text = |bytes: Vec<u8>| String::from_utf8_lossy(&bytes).into_owned();
    logs.iter().map(read).map(text).collect()
}

/// Starts NATS on this port and waits until it listens.
pub(super) fn start_nats(folder: &Path, port: u16) -> anyhow::Result<Process> {
    let nats = Process::start(
        Command::new(downloads()?.join("nats-server"))
            .args(["-js", "-a", "127.0.0.1", "-p", &port.to_string(), "-sd"])
            .arg(folder.join("jetstream")),
        &folder.join("nats.log"),
    )?;
    eventually("NATS listens", STARTS_WITHIN, || {
        Ok(TcpStream::connect((Ipv4Addr::LOCALHOST, port))?)
    })?;
    Ok(nats)
}

/// Starts wadm; it takes care of the lattice from then on.
pub(super) fn start_wadm(folder: &Path, nats_port: u16) -> anyhow::Result<Process> {
    let server: OsString = format!("127.0.0.1:{nats_port}").into();
    Process::start(
        Command::new(downloads()?.join("wadm"))
            .arg("--nats-server")
            .arg(server),
        &folder.join("wadm.log"),
    )
}

fn host_binary(downloads: &Path) -> anyhow::Result<PathBuf> {
    let entries = std::fs::read_dir(downloads)?;
    entries
        .filter_map(|entry| Some(entry.ok()?.path().join("wasmcloud_host")))
        .find(|binary| binary.is_file())
        .with_context(|| format!("no wasmCloud host in {}", downloads.display()))
}
