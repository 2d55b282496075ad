//! The HTTP server provider: reads its settings, refuses wrong ones, and runs
//! until the host stops it.

use std::process::ExitCode;
use std::time::Duration;

use anyhow::Context as _;
use httpserver::config::ServerConfig;
use httpserver::provider::HttpServer;
use httpserver::supervision::supervise;
use tracing_subscriber::EnvFilter;
use wasmcloud_provider_sdk::core::logging::Level;
use wasmcloud_provider_sdk::{get_connection, load_host_data, run_provider};

// Each request is many short allocations that one thread makes and another frees.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

/// The host starts a provider that ended again at once; a wrong setting does not
/// go away by itself.
const BEFORE_THE_NEXT_START: Duration = Duration::from_secs(3);

const FILES_BESIDE_CONNECTIONS: u64 = 64;

#[tokio::main]
async fn main() -> ExitCode {
    let level = load_host_data()
        .ok()
        .and_then(|data| data.log_level.clone());
    logs(level.unwrap_or_default());
    match run().await {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            tracing::error!("the HTTP server does not start: {error:#}");
            tokio::time::sleep(BEFORE_THE_NEXT_START).await;
            ExitCode::FAILURE
        }
    }
}

async fn run() -> anyhow::Result<()> {
    let data = load_host_data().context("the host gave no configuration")?;
    let config = ServerConfig::read(&data.config).context("wrong configuration")?;
    let tls = config
        .tls
        .as_ref()
        .map(httpserver::server::tls)
        .transpose()
        .context("wrong configuration")?;
    allow_files(config.max_connections);
    let server = HttpServer::new(config, tls);
    let provider = run_provider(server.clone(), "httpserver")
        .await
        .context("the lattice cannot be reached")?;
    tokio::spawn(supervise(server, get_connection()));
    provider.await;
    Ok(())
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

/// JSON lines on standard error, which end up in the host's log. `RUST_LOG` of
/// the host comes first, then the host's level.
fn logs(level: Level) {
    let level = match level {
        Level::Error | Level::Critical => "error",
        Level::Warn => "warn",
        Level::Info => "info",
        Level::Debug => "debug",
        Level::Trace => "trace",
    };
    let filter = EnvFilter::try_from_default_env()
        .unwrap_or_else(|_| EnvFilter::new(format!("{level},async_nats=warn,hyper=info,h2=info")));
    tracing_subscriber::fmt()
        .json()
        .flatten_event(true)
        .with_current_span(false)
        .with_span_list(false)
        .with_env_filter(filter)
        .with_writer(std::io::stderr)
        .init();
}
