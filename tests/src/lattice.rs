//! A real lattice: NATS, a wasmCloud host, wadm, and the application deployed
//! from `wadm.yaml` with `wash`, each as a process of its own.

use std::net::{Ipv4Addr, SocketAddr, TcpStream};
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::{Duration, Instant};

use anyhow::{Context as _, bail, ensure};
use serde_json::Value;
use tempfile::TempDir;

use crate::http::Client;
use crate::process::{Process, free_port, running_from, signal};
use crate::{command, downloads, eventually, root};

/// Until a process that was just started answers.
const STARTS_WITHIN: Duration = Duration::from_secs(30);

/// Until a deployed application serves.
const SERVES_WITHIN: Duration = Duration::from_secs(90);

/// Until a provider that was started listens.
const LISTENS_WITHIN: Duration = Duration::from_secs(15);

/// A running lattice; dropping it stops every process of it.
#[derive(Debug)]
pub struct Lattice {
    // Stopped in this order.
    wadm: Option<Process>,
    host: Process,
    _nats: Process,
    nats_port: u16,
    http: SocketAddr,
    folder: TempDir,
}

impl Lattice {
    /// Starts NATS, a host with the labels of the manifest, and wadm.
    ///
    /// # Errors
    ///
    /// When one of them does not start in time.
    pub fn start() -> anyhow::Result<Self> {
        let downloads = downloads()?;
        let folder = TempDir::with_prefix("lattice-")?;
        let (nats_port, http_port) = (free_port()?, free_port()?);
        let store = folder.path().join("jetstream");
        let nats = Process::start(
            Command::new(downloads.join("nats-server"))
                .args([
                    "-js",
                    "-a",
                    "127.0.0.1",
                    "-p",
                    &nats_port.to_string(),
                    "-sd",
                ])
                .arg(store),
            &folder.path().join("nats.log"),
        )?;
        eventually("NATS listens", STARTS_WITHIN, || {
            Ok(TcpStream::connect((Ipv4Addr::LOCALHOST, nats_port))?)
        })?;
        let host = Process::start(
            &mut host_command(&downloads, folder.path(), nats_port)?,
            &folder.path().join("host.log"),
        )?;
        let wadm = start_wadm(&downloads, folder.path(), nats_port)?;
        let lattice = Self {
            wadm: Some(wadm),
            host,
            _nats: nats,
            nats_port,
            http: (Ipv4Addr::LOCALHOST, http_port).into(),
            folder,
        };
        eventually("the host joins the lattice", STARTS_WITHIN, || {
            lattice.host_id()
        })?;
        Ok(lattice)
    }

    /// Deploys `wadm.yaml` and waits until it is ready.
    ///
    /// # Errors
    ///
    /// When it cannot be deployed or is not ready in time.
    pub fn deploy(&self) -> anyhow::Result<()> {
        let manifest = self.folder.path().join("wadm.yaml");
        let rendered = command(root().join("scripts/render-manifest.sh"))
            .arg(&manifest)
            .env("MEDICAL_HTTP_ADDRESS", self.http.to_string())
            .output()?;
        ensure!(
            rendered.status.success(),
            "{}",
            String::from_utf8_lossy(&rendered.stderr)
        );
        let path = manifest.to_str().context("the folder's name")?;
        self.wash(&["app", "deploy", path])?;
        let mut restart = Instant::now() + LISTENS_WITHIN;
        eventually("the application is ready", SERVES_WITHIN, || {
            if Instant::now() >= restart && TcpStream::connect(self.http).is_err() {
                self.restart_http_server()?;
                restart = Instant::now() + LISTENS_WITHIN;
            }
            let response = self.client().get("/readyz")?;
            ensure!(response.status == 200, "{response:?}");
            Ok(())
        })
        .with_context(|| format!("the host says:\n{}", self.host.log()))
    }

    /// A link that is put while its provider starts can be lost on the way, as
    /// `scripts/up.sh` explains; it does the same.
    fn restart_http_server(&self) -> anyhow::Result<()> {
        println!("the HTTP server does not listen; starting it again");
        let host = self.host_id()?;
        self.wash(&[
            "stop",
            "provider",
            "medical_app-httpserver",
            "--host-id",
            &host,
        ])?;
        Ok(())
    }

    /// Where the application serves HTTP.
    pub fn address(&self) -> SocketAddr {
        self.http
    }

    /// A client of the deployed application.
    pub fn client(&self) -> Client {
        Client::new(self.http)
    }

    /// Runs `wash` against this lattice and returns its JSON.
    ///
    /// # Errors
    ///
    /// When it fails.
    pub fn wash(&self, arguments: &[&str]) -> anyhow::Result<Value> {
        let output = Command::new("wash")
            .args(arguments)
            .args(["--output", "json"])
            .env("WASMCLOUD_CTL_HOST", "127.0.0.1")
            .env("WASMCLOUD_CTL_PORT", self.nats_port.to_string())
            .env("WASMCLOUD_LATTICE", "default")
            .output()
            .context("wash is not on PATH: run scripts/test.sh")?;
        let text = String::from_utf8_lossy(&output.stdout);
        if !output.status.success() {
            let errors = String::from_utf8_lossy(&output.stderr);
            bail!("wash {arguments:?} failed: {text}{errors}");
        }
        serde_json::from_str(&text).with_context(|| format!("wash {arguments:?}: {text}"))
    }

    /// The public key of the only host.
    ///
    /// # Errors
    ///
    /// When there is none yet.
    pub fn host_id(&self) -> anyhow::Result<String> {
        let hosts = self.wash(&["get", "hosts"])?;
        let id = hosts["hosts"][0]["id"].as_str();
        Ok(id.context("no host yet")?.to_owned())
    }

    /// Stops a component of the application and keeps wadm from starting it
    /// again until [`Self::resume_wadm`].
    ///
    /// # Errors
    ///
    /// When the host does not stop it.
    pub fn stop_component(&self, name: &str) -> anyhow::Result<()> {
        if let Some(wadm) = &self.wadm {
            signal(wadm.id(), "STOP");
        }
        let id = format!("medical_app-{}", name.replace('-', "_"));
        let host = self.host_id()?;
        self.wash(&["stop", "component", &id, "--host-id", &host])?;
        Ok(())
    }

    /// Lets wadm put everything back as the manifest says.
    pub fn resume_wadm(&self) {
        if let Some(wadm) = &self.wadm {
            signal(wadm.id(), "CONT");
        }
    }

    /// What the host and its provider have logged.
    pub fn host_log(&self) -> String {
        self.host.log()
    }

    /// The folder everything of this lattice lives in.
    pub fn folder(&self) -> &Path {
        self.folder.path()
    }
}

impl Drop for Lattice {
    fn drop(&mut self) {
        // wadm first, so that it does not put back what stops; a stopped process
        // could not even be asked to end.
        self.resume_wadm();
        self.wadm = None;
        self.host.stop();
        // A host that had to be killed leaves its provider behind.
        for pid in running_from(self.folder.path()).unwrap_or_default() {
            signal(pid, "KILL");
        }
    }
}

fn host_command(downloads: &Path, folder: &Path, nats_port: u16) -> anyhow::Result<Command> {
    let mut host = Command::new(host_binary(downloads)?);
    host.env("WASMCLOUD_CTL_PORT", nats_port.to_string())
        .env("WASMCLOUD_RPC_PORT", nats_port.to_string())
        .env("WASMCLOUD_LATTICE", "default")
        .env("WASMCLOUD_ALLOW_FILE_LOAD", "true")
        .env("WASMCLOUD_MAX_EXECUTION_TIME_MS", "5000")
        .env("WASMCLOUD_LABEL_zone", "local")
        .env("WASMCLOUD_LABEL_performance", "high")
        // The host unpacks providers there.
        .env("TMPDIR", folder);
    Ok(host)
}

fn host_binary(downloads: &Path) -> anyhow::Result<PathBuf> {
    for entry in std::fs::read_dir(downloads)? {
        let binary = entry?.path().join("wasmcloud_host");
        if binary.is_file() {
            return Ok(binary);
        }
    }
    bail!("no wasmCloud host in {}", downloads.display())
}

fn start_wadm(downloads: &Path, folder: &Path, nats_port: u16) -> anyhow::Result<Process> {
    Process::start(
        Command::new(downloads.join("wadm"))
            .arg("--nats-server")
            .arg(format!("127.0.0.1:{nats_port}")),
        &folder.join("wadm.log"),
    )
}
