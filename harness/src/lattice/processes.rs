//! The processes of a lattice: NATS, wadm, and hosts, each with its own log.

use std::net::{Ipv4Addr, TcpStream};
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::Duration;

use anyhow::{Context as _, bail, ensure};
use ops::{HOST_INBOX, Keys, Lattice, Server, User};
use tempfile::TempDir;

use crate::process::{Process, free_port, signal};
use crate::{built, downloads, eventually};

/// Until a process that was just started answers.
pub(super) const STARTS_WITHIN: Duration = Duration::from_secs(30);

/// The name of every lattice here.
pub(super) const NAME: &str = "default";

/// What the processes of a lattice share.
#[derive(Debug)]
pub(super) struct Place {
    /// Everything is in here.
    pub(super) folder: TempDir,
    /// Where NATS listens.
    pub(super) port: u16,
    /// Who may talk on it; nothing where everyone may.
    pub(super) keys: Option<Keys>,
    /// How much wadm and the hosts log; nothing for what they do by themselves.
    pub(super) level: Option<&'static str>,
    /// The list of what hosts may start; nothing where they may start anything.
    pub(super) list: Option<PathBuf>,
}

impl Place {
    /// A closed lattice.
    pub(super) fn closed() -> anyhow::Result<Self> {
        let mut place = Self::open()?;
        let folder = place.folder.path();
        let server = Server {
            store: folder.join("jetstream"),
            log: folder.join("nats.log"),
        };
        let keys = Keys::make(&folder.join("keys"), &Lattice::new(NAME), &server)?;
        place.keys = Some(keys);
        Ok(place)
    }

    /// One without sign-in.
    pub(super) fn open() -> anyhow::Result<Self> {
        Ok(Self {
            folder: TempDir::with_prefix("lattice-")?,
            port: free_port()?,
            keys: None,
            level: None,
            list: None,
        })
    }

    /// The credentials file of a user.
    pub(super) fn creds(&self, user: User) -> Option<PathBuf> {
        self.keys.as_ref().map(|keys| keys.file(user))
    }

    /// Starts NATS and waits until it listens.
    pub(super) fn start_nats(&self) -> anyhow::Result<Process> {
        let mut command = Command::new(downloads()?.join("nats-server"));
        command.args(["-js", "-a", "127.0.0.1", "-p", &self.port.to_string()]);
        match &self.keys {
            Some(keys) => command.arg("-c").arg(keys.server_config()),
            None => command.arg("-sd").arg(self.folder.path().join("jetstream")),
        };
        let nats = Process::start(&mut command, &self.folder.path().join("nats.out"))?;
        eventually("NATS listens", STARTS_WITHIN, || {
            Ok(TcpStream::connect((Ipv4Addr::LOCALHOST, self.port))?)
        })?;
        Ok(nats)
    }

    /// Starts wadm; it takes care of the lattice from then on.
    pub(super) fn start_wadm(&self) -> anyhow::Result<Process> {
        let mut command = Command::new(downloads()?.join("wadm"));
        command.arg("--nats-server");
        command.arg(format!("127.0.0.1:{}", self.port));
        if let Some(creds) = self.creds(User::Wadm) {
            command.arg("--nats-creds-file").arg(creds);
        }
        self.set_level(&mut command);
        Process::start(&mut command, &self.folder.path().join("wadm.log"))
    }

    /// Starts what says which programs hosts may start, where there is a list of them.
    pub(super) fn start_policy(&self) -> anyhow::Result<Option<Process>> {
        let (Some(list), Some(creds)) = (&self.list, self.creds(User::Policy)) else {
            return Ok(None);
        };
        let log = self.folder.path().join("policy.log");
        let mut command = Command::new(built("ops")?);
        command.args(["policy", "--lattice", NAME, "--nats"]);
        command.arg(format!("127.0.0.1:{}", self.port));
        command.arg("--creds").arg(creds).arg("--list").arg(list);
        let policy = Process::start(&mut command, &log)?;
        eventually("the policy answers", STARTS_WITHIN, || {
            let said = std::fs::read_to_string(&log)?;
            ensure!(said.contains("answering"), "it says: {said}");
            Ok(())
        })?;
        Ok(Some(policy))
    }

    fn set_level(&self, command: &mut Command) {
        if let Some(level) = self.level {
            command.env("RUST_LOG", level);
            command.env("WASMCLOUD_LOG_LEVEL", level);
        }
    }
}

/// The hosts of a lattice that run.
#[derive(Debug, Default)]
pub(super) struct Hosts {
    running: Vec<Process>,
    started: usize,
}

impl Hosts {
    /// Starts one more. It unpacks its providers in a folder of its own.
    pub(super) fn start(&mut self, place: &Place) -> anyhow::Result<()> {
        self.started += 1;
        let name = format!("host-{}", self.started);
        let temporary = place.folder.path().join(&name);
        std::fs::create_dir_all(&temporary)?;
        let log = place.folder.path().join(format!("{name}.log"));
        let mut command = Command::new(host()?);
        for (name, _) in std::env::vars_os() {
            if name.to_string_lossy().starts_with("WASMCLOUD_") {
                command.env_remove(name);
            }
        }
        command
            .env("WASMCLOUD_CTL_PORT", place.port.to_string())
            .env("WASMCLOUD_RPC_PORT", place.port.to_string())
            .env("WASMCLOUD_LATTICE", NAME)
            .env("WASMCLOUD_HEARTBEAT_INTERVAL", "5")
            .env("WASMCLOUD_ALLOW_FILE_LOAD", "true")
            .env("WASMCLOUD_MAX_EXECUTION_TIME_MS", "5000")
            // Every wiring can be deployed.
            .env("WASMCLOUD_EXPERIMENTAL_FEATURES", "builtin-http-server")
            .env("WASMCLOUD_LABEL_zone", "local")
            .env("WASMCLOUD_LABEL_performance", "high")
            .env("TMPDIR", temporary);
        place.set_level(&mut command);
        if place.list.is_some() {
            command
                .env("WASMCLOUD_POLICY_TOPIC", ops::policy::asked_on(NAME))
                .env(
                    "WASMCLOUD_POLICY_CHANGES_TOPIC",
                    ops::policy::changed_on(NAME),
                );
        }
        if let Some(keys) = &place.keys {
            let (ctl, rpc) = (keys.credentials(User::Ctl)?, keys.credentials(User::Rpc)?);
            command
                .env("WASMCLOUD_CTL_JWT", ctl.jwt)
                .env("WASMCLOUD_CTL_SEED", ctl.seed)
                .env("WASMCLOUD_RPC_JWT", rpc.jwt)
                .env("WASMCLOUD_RPC_SEED", rpc.seed)
                .env("WASMCLOUD_RPC_INBOX_PREFIX", HOST_INBOX);
        }
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

/// The program of a host.
///
/// # Errors
///
/// When there is none.
pub fn host() -> anyhow::Result<PathBuf> {
    let downloads = downloads()?;
    let entries = std::fs::read_dir(&downloads)?;
    entries
        .filter_map(|entry| Some(entry.ok()?.path().join("wasmcloud_host")))
        .find(|binary| binary.is_file())
        .with_context(|| format!("no wasmCloud host in {}", downloads.display()))
}
