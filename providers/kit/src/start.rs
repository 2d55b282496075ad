//! The start of a provider: logs, settings, the lattice.

use std::collections::HashMap;
use std::process::ExitCode;
use std::time::Duration;

use anyhow::Context as _;
use tracing_subscriber::EnvFilter;
use wasmcloud_provider_sdk::core::logging::Level;
use wasmcloud_provider_sdk::{
    Provider, ProviderConnection, get_connection, load_host_data, run_provider,
};

/// The host starts a provider that ended again at once; a wrong setting does not
/// go away by itself.
const BEFORE_THE_NEXT_START: Duration = Duration::from_secs(3);

/// Runs a provider until the host stops it. `start` makes it from its settings or
/// refuses them; `beside` runs as long as it does.
pub async fn run<P, F>(
    name: &str,
    start: impl FnOnce(&HashMap<String, String>) -> anyhow::Result<P>,
    beside: impl FnOnce(P, &'static ProviderConnection) -> F,
) -> ExitCode
where
    P: Provider + Clone,
    F: Future<Output = ()> + Send + 'static,
{
    let level = load_host_data()
        .ok()
        .and_then(|data| data.log_level.clone());
    logs(level.unwrap_or_default());
    match serve(name, start, beside).await {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            tracing::error!("the provider {name} does not start: {error:#}");
            tokio::time::sleep(BEFORE_THE_NEXT_START).await;
            ExitCode::FAILURE
        }
    }
}

async fn serve<P, F>(
    name: &str,
    start: impl FnOnce(&HashMap<String, String>) -> anyhow::Result<P>,
    beside: impl FnOnce(P, &'static ProviderConnection) -> F,
) -> anyhow::Result<()>
where
    P: Provider + Clone,
    F: Future<Output = ()> + Send + 'static,
{
    let data = load_host_data().context("the host gave no configuration")?;
    let provider = start(&data.config).context("wrong configuration")?;
    let running = run_provider(provider.clone(), name)
        .await
        .context("the lattice cannot be reached")?;
    tokio::spawn(beside(provider, get_connection()));
    running.await;
    Ok(())
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
