//! A real lattice: NATS, wasmCloud hosts, wadm, and the application deployed with
//! `wash` in any of its wirings, each as a process of its own.

mod outages;
mod processes;
mod wiring;

use std::net::{Ipv4Addr, SocketAddr, TcpStream};
use std::path::Path;
use std::process::Command;
use std::sync::{Mutex, MutexGuard, PoisonError};
use std::time::{Duration, Instant};

use anyhow::{Context as _, bail, ensure};
use ops::{Keys, User};
use serde_json::Value;

pub use self::processes::host;
pub use self::wiring::Wiring;

use self::processes::{Hosts, NAME, Place, STARTS_WITHIN};
use crate::http::Client;
use crate::process::{Process, free_port, running_from, signal};
use crate::{command, eventually, root};

/// Until a deployed application serves.
const SERVES_WITHIN: Duration = Duration::from_secs(90);

/// Until a provider that was started listens.
const LISTENS_WITHIN: Duration = Duration::from_secs(10);

/// Until nothing of an application that was deleted is left.
const GONE_WITHIN: Duration = Duration::from_secs(60);

/// Names of the application and of its HTTP server on the lattice.
const APPLICATION: &str = "medical-app";
const PREFIX: &str = "medical_app-";
/// The id of the HTTP server provider, as the manifests of the application make it.
pub const HTTP_SERVER: &str = "medical_app-httpserver";

/// A running lattice; dropping it stops every process of it.
#[derive(Debug)]
pub struct Lattice {
    wadm: Mutex<Option<Process>>,
    hosts: Mutex<Hosts>,
    nats: Mutex<Option<Process>>,
    policy: Mutex<Option<Process>>,
    http: SocketAddr,
    place: Place,
}

impl Lattice {
    /// Starts NATS, one host with the labels of the manifest, and wadm. Only those who
    /// have keys can talk on it.
    ///
    /// # Errors
    ///
    /// When one of them does not start in time.
    pub fn start() -> anyhow::Result<Self> {
        Self::with_hosts(1)
    }

    /// The same with any number of hosts, all with the same labels.
    ///
    /// # Errors
    ///
    /// When one of them does not start in time.
    pub fn with_hosts(count: usize) -> anyhow::Result<Self> {
        Self::on(Place::closed()?, count)
    }

    /// One host on a lattice without sign-in, for a provider that cannot have an inbox
    /// of its own.
    ///
    /// # Errors
    ///
    /// When one of its processes does not start in time.
    pub fn open() -> anyhow::Result<Self> {
        Self::on(Place::open()?, 1)
    }

    /// One host; it, its provider and wadm log everything that they ever would.
    ///
    /// # Errors
    ///
    /// When one of its processes does not start in time.
    pub fn talkative() -> anyhow::Result<Self> {
        let mut place = Place::closed()?;
        place.level = Some("trace");
        Self::on(place, 1)
    }

    /// One host, which starts only what is on a list: a line for each program, as
    /// `sha256sum` writes it.
    ///
    /// # Errors
    ///
    /// When one of its processes does not start in time.
    pub fn governed(list: &Path) -> anyhow::Result<Self> {
        let mut place = Place::closed()?;
        place.list = Some(list.to_owned());
        Self::on(place, 1)
    }

    fn on(place: Place, hosts: usize) -> anyhow::Result<Self> {
        let lattice = Self {
            wadm: Mutex::new(None),
            hosts: Mutex::default(),
            nats: Mutex::new(Some(place.start_nats()?)),
            policy: Mutex::new(None),
            http: (Ipv4Addr::LOCALHOST, free_port()?).into(),
            place,
        };
        *lock(&lattice.policy) = lattice.place.start_policy()?;
        // wadm only knows hosts whose start it was there to hear of; of others it
        // hears with their next heartbeat.
        *lock(&lattice.wadm) = Some(lattice.place.start_wadm()?);
        eventually("wadm answers", STARTS_WITHIN, || {
            lattice.wash(&["app", "list"])
        })?;
        for _ in 0..hosts {
            lock(&lattice.hosts).start(&lattice.place)?;
        }
        lattice.wait_for_hosts()?;
        Ok(lattice)
    }

    /// Deploys the manifest of a wiring and waits until it is ready.
    ///
    /// # Errors
    ///
    /// When it cannot be deployed or is not ready in time.
    pub fn deploy_wiring(&self, wiring: Wiring) -> anyhow::Result<()> {
        self.deploy_manifest(&wiring.manifest())
    }

    /// Renders any manifest of the application, as `scripts/up.sh` does, deploys
    /// it and waits until it is ready.
    ///
    /// # Errors
    ///
    /// When it cannot be deployed or is not ready in time.
    pub fn deploy_manifest(&self, template: &Path) -> anyhow::Result<()> {
        let manifest = self.folder().join("wadm.yaml");
        let mut render = command(root().join("scripts/render-manifest.sh"));
        if let Some(creds) = self.place.creds(User::Ingress) {
            render.env("MEDICAL_INGRESS_CREDS", creds);
        }
        let rendered = render
            .arg(&manifest)
            .arg(template)
            .env("MEDICAL_HTTP_ADDRESS", self.http.to_string())
            .output()?;
        ensure!(
            rendered.status.success(),
            "{}",
            String::from_utf8_lossy(&rendered.stderr)
        );
        let path = manifest.to_str().context("the folder's name")?;
        self.wash(&["app", "deploy", path])?;
        let (mut look, mut seen) = (Instant::now() + LISTENS_WITHIN, false);
        eventually("the application is ready", SERVES_WITHIN, || {
            if Instant::now() >= look && !self.listens() {
                seen = self.restart_http_server(seen)?;
                look = Instant::now() + LISTENS_WITHIN;
            }
            let response = self.client().get("/readyz")?;
            ensure!(response.status == 200, "{response:?}");
            Ok(())
        })
        .with_context(|| format!("the hosts say:\n{}", self.host_log()))
    }

    /// Deletes the application and waits until nothing of it runs or listens.
    ///
    /// # Errors
    ///
    /// When something is left after a minute.
    pub fn undeploy(&self) -> anyhow::Result<()> {
        self.wash(&["app", "delete", APPLICATION])?;
        eventually("the application is gone", GONE_WITHIN, || {
            ensure!(!self.listens(), "something still listens on {}", self.http);
            let running = self.hosts_with(PREFIX)?;
            ensure!(running.is_empty(), "{running:?} still run parts of it");
            Ok(())
        })
        .with_context(|| format!("the hosts say:\n{}", self.host_log()))
    }

    /// A link that is put while its provider starts can be lost on the way, as
    /// `scripts/up.sh` explains; it does the same. A provider that was not `seen`
    /// before may just have started. Returns whether one runs that may still listen.
    fn restart_http_server(&self, seen: bool) -> anyhow::Result<bool> {
        let hosts = self.hosts_with(HTTP_SERVER)?;
        if !seen || self.listens() {
            return Ok(!hosts.is_empty());
        }
        println!("the HTTP server does not listen; starting it again");
        for host in hosts {
            self.wash(&["stop", "provider", HTTP_SERVER, "--host-id", &host])?;
        }
        Ok(false)
    }

    /// Process ids of the hosts that run, in the order of their start.
    pub fn host_pids(&self) -> Vec<u32> {
        lock(&self.hosts).pids()
    }

    /// Kills one of the hosts that run, counted as in [`Self::host_pids`], which
    /// does not count it any more then. Its provider process is left alone.
    ///
    /// # Errors
    ///
    /// When there is no such host.
    pub fn kill_host(&self, index: usize) -> anyhow::Result<()> {
        lock(&self.hosts).kill(index)
    }

    /// Starts one more host and waits until it has joined.
    ///
    /// # Errors
    ///
    /// When it does not start in time.
    pub fn start_host(&self) -> anyhow::Result<()> {
        lock(&self.hosts).start(&self.place)?;
        self.wait_for_hosts()
    }

    fn wait_for_hosts(&self) -> anyhow::Result<()> {
        let expected = self.host_pids().len();
        eventually("the hosts join the lattice", STARTS_WITHIN, || {
            let hosts = self.wash(&["get", "hosts", "--timeout-ms", "500"])?;
            let joined = hosts["hosts"].as_array().map_or(0, Vec::len);
            ensure!(joined >= expected, "{joined} of {expected} have joined");
            Ok(())
        })
        .with_context(|| format!("the hosts say:\n{}", self.host_log()))
    }

    /// Where the application serves HTTP.
    pub fn address(&self) -> SocketAddr {
        self.http
    }

    fn listens(&self) -> bool {
        TcpStream::connect(self.http).is_ok()
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
        let mut command = Command::new("wash");
        if let Some(creds) = self.place.creds(User::Admin) {
            command.env("WASH_CTL_CREDS", creds);
        }
        let output = command
            .args(arguments)
            .args(["--output", "json"])
            .env("WASMCLOUD_CTL_HOST", "127.0.0.1")
            .env("WASMCLOUD_CTL_PORT", self.place.port.to_string())
            .env("WASMCLOUD_LATTICE", NAME)
            .output()
            .context("wash is not on PATH: run scripts/test.sh")?;
        let text = String::from_utf8_lossy(&output.stdout);
        if !output.status.success() {
            let errors = String::from_utf8_lossy(&output.stderr);
            bail!("wash {arguments:?} failed: {text}{errors}");
        }
        serde_json::from_str(&text).with_context(|| format!("wash {arguments:?}: {text}"))
    }

    /// Public keys of the hosts that run a component or a provider whose id
    /// starts like this.
    fn hosts_with(&self, id: &str) -> anyhow::Result<Vec<String>> {
        let answer = self.wash(&["get", "inventory"])?;
        let inventories = answer["inventories"].as_array().context("inventories")?;
        let runs = |inventory: &&Value| {
            let parts = ["components", "providers"].map(|kind| inventory[kind].as_array());
            let mut parts = parts.into_iter().flatten().flatten();
            parts.any(|part| part["id"].as_str().is_some_and(|one| one.starts_with(id)))
        };
        let key = |inventory: &Value| Some(inventory["host_id"].as_str()?.to_owned());
        Ok(inventories.iter().filter(runs).filter_map(key).collect())
    }

    /// Stops a component of the application on every host, and keeps wadm from
    /// starting it again until [`Self::resume_wadm`].
    ///
    /// # Errors
    ///
    /// When a host does not stop it.
    pub fn stop_component(&self, name: &str) -> anyhow::Result<()> {
        if let Some(wadm) = self.wadm_pid() {
            signal(wadm, "STOP");
        }
        self.stop_component_on(usize::MAX, name).map(drop)
    }

    /// Stops a component of the application on so many of the hosts that run it,
    /// and returns on how many it was stopped. wadm starts it again.
    ///
    /// # Errors
    ///
    /// When a host does not stop it.
    pub fn stop_component_on(&self, count: usize, name: &str) -> anyhow::Result<usize> {
        let id = format!("{PREFIX}{}", name.replace('-', "_"));
        let hosts = self.hosts_with(&id)?;
        let hosts = &hosts[..count.min(hosts.len())];
        for host in hosts {
            self.wash(&["stop", "component", &id, "--host-id", host])?;
        }
        Ok(hosts.len())
    }

    /// Lets wadm put everything back as the manifest says.
    pub fn resume_wadm(&self) {
        if let Some(wadm) = self.wadm_pid() {
            signal(wadm, "CONT");
        }
    }

    /// What the hosts and their providers have logged, also those that were killed.
    pub fn host_log(&self) -> String {
        processes::host_logs(self.folder())
    }

    /// The folder everything of this lattice lives in.
    pub fn folder(&self) -> &Path {
        self.place.folder.path()
    }

    /// Where NATS listens.
    pub fn nats_address(&self) -> SocketAddr {
        (Ipv4Addr::LOCALHOST, self.place.port).into()
    }

    /// The keys of those who may talk on a closed lattice.
    pub fn keys(&self) -> Option<&Keys> {
        self.place.keys.as_ref()
    }

    /// Has NATS read its configuration again.
    pub fn reload_nats(&self) {
        if let Some(nats) = self.nats_pid() {
            signal(nats, "HUP");
        }
    }
}

impl Drop for Lattice {
    fn drop(&mut self) {
        // wadm first, so that it does not put back what stops; a stopped process
        // could not even be asked to end.
        self.resume_wadm();
        lock(&self.wadm).take();
        lock(&self.hosts).stop();
        // A host that had to be killed leaves its provider behind.
        for pid in running_from(self.folder()).unwrap_or_default() {
            signal(pid, "KILL");
        }
        lock(&self.policy).take();
        lock(&self.nats).take();
    }
}

/// What a panicking test left behind is still what runs.
fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}
