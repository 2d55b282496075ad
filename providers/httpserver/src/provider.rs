//! The provider as the host sees it: links become routes, and the server runs
//! from the first link to the last moment of a shutdown.

use std::collections::HashMap;
use std::io;
use std::net::SocketAddr;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;

use kit::drain::{Drain, Draining, restart};
use kit::health::report;
use tokio::net::TcpListener;
use tokio::sync::Mutex;
use tokio::task::JoinHandle;
use tokio::time::{Instant, sleep};
use wasmcloud_provider_sdk::core::{HealthCheckRequest, HealthCheckResponse};
use wasmcloud_provider_sdk::{
    LinkConfig, LinkDeleteInfo, Provider, ProviderConfigUpdate, get_connection,
};

use crate::admin;
use crate::config::{RouteConfig, ServerConfig};
use crate::lattice::Lattice;
use crate::notices::Notices;
use crate::routes::{Route, Unusable};
use crate::server::{bind, serve};
use crate::service::Ingress;
use crate::supervision::{Supervision, ask_to_leave};
use crate::tls::Tls;

/// For the address to become free. A server that is ending, or whose host died,
/// holds it that long at most.
const BIND_WITHIN: Duration = Duration::from_secs(60);
const BIND_EVERY: Duration = Duration::from_millis(50);

const FILES_BESIDE_CONNECTIONS: u64 = 64;

/// The HTTP server as a capability provider.
#[derive(Clone)]
pub struct HttpServer(Arc<State>);

struct State {
    config: ServerConfig,
    tls: Option<Arc<Tls>>,
    running: Mutex<Option<Running>>,
    drain: Drain,
    /// Whether `admin_address` cannot be used.
    unheard: Arc<AtomicBool>,
}

struct Running {
    ingress: Arc<Ingress<Lattice>>,
    task: JoinHandle<()>,
}

impl HttpServer {
    /// A server with these settings, which listens as soon as there is something
    /// to serve.
    ///
    /// # Errors
    ///
    /// For settings that cannot be used.
    pub fn start(settings: &HashMap<String, String>) -> anyhow::Result<Self> {
        let config = ServerConfig::read(settings)?;
        let tls = config.tls.as_ref().map(Tls::read).transpose()?;
        allow_files(config.max_connections);
        Ok(Self(Arc::new(State {
            config,
            tls,
            running: Mutex::default(),
            drain: Drain::default(),
            unheard: Arc::default(),
        })))
    }

    /// Whether any link has arrived.
    pub async fn has_links(&self) -> bool {
        self.0.running.lock().await.is_some()
    }

    /// Stops listening and lets open requests end.
    pub async fn stop(&self) {
        self.0.drain.begin();
        if let Some(running) = self.0.running.lock().await.take() {
            // Panics of the server have been reported where they happened.
            let _ = running.task.await;
        }
    }

    async fn add(&self, route: Route) -> anyhow::Result<()> {
        let mut running = self.0.running.lock().await;
        if let Some(running) = running.as_ref() {
            let routes = &running.ingress.routes;
            routes.rcu(|routes| routes.with(route.clone()));
            if let Some(conflict) = routes.load().conflict(&route.component, &route.link) {
                tracing::error!("the link does not serve: {conflict}");
            }
            return Ok(());
        }
        let connection = get_connection();
        let nats = connection.nats.as_ref().clone();
        let (config, notices) = (self.0.config.clone(), Arc::new(Notices::default()));
        let lattice = Lattice::new(
            nats,
            &connection.lattice,
            &connection.provider_id,
            config.max_answer_bytes,
            Arc::clone(&notices),
        )
        .await?;
        let ingress = Arc::new(Ingress::new(config, lattice, notices));
        ingress.routes.rcu(|routes| routes.with(route.clone()));
        // Links have to be handled quickly, and the address may still be taken.
        let task = tokio::spawn(run(
            Arc::clone(&ingress),
            self.0.tls.clone(),
            Arc::clone(&self.0.unheard),
            self.0.drain.listen(),
        ));
        *running = Some(Running { ingress, task });
        Ok(())
    }
}

async fn run(
    ingress: Arc<Ingress<Lattice>>,
    tls: Option<Arc<Tls>>,
    unheard: Arc<AtomicBool>,
    mut stop: Draining,
) {
    let address = ingress.config.address;
    let listener = tokio::select! {
        listener = listen(address) => listener,
        () = stop.begun() => return,
    };
    let listener = listener.unwrap_or_else(|error| no_address(address, &error));
    tracing::info!(%address, tls = tls.is_some(), "listening");
    let administered = administered(Arc::clone(&ingress), unheard, stop.clone());
    tokio::join!(serve(listener, tls, ingress, stop), administered);
}

/// Serves those who ask the server itself, where that is asked for.
async fn administered(
    ingress: Arc<Ingress<Lattice>>,
    unheard: Arc<AtomicBool>,
    mut stop: Draining,
) {
    let Some(address) = ingress.config.admin_address else {
        return;
    };
    let listener = tokio::select! {
        listener = listen(address) => listener,
        () = stop.begun() => return,
    };
    match listener {
        Ok(listener) => admin::serve(listener, ingress, stop).await,
        // Clients are served all the same.
        Err(error) => {
            tracing::error!(%address, %error, "cannot listen: nobody can ask the server itself");
            unheard.store(true, Ordering::Relaxed);
        }
    }
}

fn no_address(address: SocketAddr, error: &io::Error) -> ! {
    tracing::error!(%address, %error, "cannot listen: the address cannot be used");
    // The host starts this provider again.
    std::process::exit(1);
}

async fn listen(address: SocketAddr) -> io::Result<TcpListener> {
    let deadline = Instant::now() + BIND_WITHIN;
    loop {
        match bind(address) {
            Err(error) if error.kind() == io::ErrorKind::AddrInUse && Instant::now() < deadline => {
                ask_to_leave(get_connection()).await;
                sleep(BIND_EVERY).await;
            }
            result => return result,
        }
    }
}

impl Provider for HttpServer {
    async fn receive_link_config_as_source(&self, link: LinkConfig<'_>) -> anyhow::Result<()> {
        let (namespace, package, interfaces) = link.wit_metadata;
        anyhow::ensure!(
            namespace == "wasi"
                && package == "http"
                && interfaces.iter().any(|it| it == "incoming-handler"),
            "links of this provider are for wasi:http/incoming-handler, not {namespace}:{package}"
        );
        let config = RouteConfig::read(link.config);
        let component = link.target_id;
        match &config {
            Ok(route) => tracing::info!(component, paths = ?route.paths, "route"),
            Err(error) => tracing::error!(
                component,
                %error,
                "the link's configuration cannot be used: requests for it are refused"
            ),
        }
        let given = link.config.get("path").map(String::as_str);
        self.add(Route {
            component: component.to_owned(),
            link: link.link_name.to_owned(),
            config: config.map_err(|_| Unusable::new(given)),
        })
        .await
    }

    async fn delete_link_as_source(&self, link: impl LinkDeleteInfo) -> anyhow::Result<()> {
        if let Some(running) = self.0.running.lock().await.as_ref() {
            let (component, name) = (link.get_target_id(), link.get_link_name());
            running
                .ingress
                .routes
                .rcu(|routes| routes.without(component, name));
            tracing::info!(component, "route removed");
        }
        Ok(())
    }

    /// New settings mean a new server: this one ends as on any shutdown, and
    /// the host starts it again with them. Settings that cannot be used change
    /// nothing.
    async fn on_config_update(&self, update: impl ProviderConfigUpdate) -> anyhow::Result<()> {
        let config = ServerConfig::read(update.get_values()).map_err(unusable)?;
        if config == self.0.config {
            return Ok(());
        }
        if let Some(files) = &config.tls {
            Tls::read(files).map_err(unusable)?;
        }
        if let Some(path) = &config.nats_creds {
            kit::credentials::read(path).map_err(unusable)?;
        }
        tracing::info!("the configuration changed: starting again with the new one");
        let server = self.clone();
        restart(async move { server.stop().await });
        Ok(())
    }

    async fn health_request(&self, _: &HealthCheckRequest) -> anyhow::Result<HealthCheckResponse> {
        let running = self.0.running.lock().await;
        let routes = running.as_ref().map(|running| &running.ingress.routes);
        let faults = routes.map(|routes| routes.load().faults());
        let mut faults = faults.unwrap_or_default();
        if self.0.unheard.load(Ordering::Relaxed) {
            faults.push("admin_address cannot be used".to_owned());
        }
        Ok(report(&faults))
    }

    async fn shutdown(&self) -> anyhow::Result<()> {
        self.stop().await;
        Ok(())
    }
}

/// One message with its reason in it: only the outermost is logged.
fn unusable(error: impl Into<anyhow::Error>) -> anyhow::Error {
    let error = error.into();
    anyhow::anyhow!("the new configuration cannot be used; the old one stays: {error:#}")
}

/// Each connection is an open file, and systems often allow 1,024 unless asked.
fn allow_files(connections: usize) {
    let needed = connections as u64 + FILES_BESIDE_CONNECTIONS;
    match rlimit::increase_nofile_limit(needed) {
        Ok(allowed) if allowed >= needed => {}
        Ok(allowed) => tracing::warn!(
            allowed,
            needed,
            "the system allows fewer open files than max_connections needs: \
             further connections will wait"
        ),
        Err(error) => tracing::warn!(%error, "the limit of open files cannot be read"),
    }
}

impl Supervision for HttpServer {
    async fn has_links(&self) -> bool {
        Self::has_links(self).await
    }

    async fn stop(&self) {
        Self::stop(self).await;
    }
}
