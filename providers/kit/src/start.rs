//! The start of a provider: logs, settings, the lattice.

use std::collections::HashMap;
use std::process::ExitCode;
use std::time::Duration;

use anyhow::Context as _;
use tracing_subscriber::EnvFilter;
use tracing_subscriber::filter::filter_fn;
use tracing_subscriber::layer::SubscriberExt as _;
use tracing_subscriber::util::SubscriberInitExt as _;
use wasmcloud_provider_sdk::core::HostData;
use wasmcloud_provider_sdk::core::logging::Level;
use wasmcloud_provider_sdk::{Provider, ProviderConnection, get_connection, run_provider};

use crate::credentials::host_data;

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
    let data = host_data();
    let level = data.as_ref().ok().and_then(|data| data.log_level.clone());
    logs(name, level.unwrap_or_default());
    match serve(name, data, start, beside).await {
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
    data: anyhow::Result<&HostData>,
    start: impl FnOnce(&HashMap<String, String>) -> anyhow::Result<P>,
    beside: impl FnOnce(P, &'static ProviderConnection) -> F,
) -> anyhow::Result<()>
where
    P: Provider + Clone,
    F: Future<Output = ()> + Send + 'static,
{
    let data = data.context("the host's configuration cannot be used")?;
    let provider = start(&data.config).context("wrong configuration")?;
    let running = run_provider(provider.clone(), name)
        .await
        .context("the lattice cannot be reached")?;
    tokio::spawn(beside(provider, get_connection()));
    running.await;
    Ok(())
}

/// JSON lines on standard error, which end up in the host's log. `RUST_LOG` of
/// the host comes first, then the host's level. Neither makes libraries say more than
/// `info`: below it they write what they send and receive, and that is of patients.
fn logs(name: &str, level: Level) {
    let level = match level {
        Level::Error | Level::Critical => "error",
        Level::Warn => "warn",
        Level::Info => "info",
        Level::Debug => "debug",
        Level::Trace => "trace",
    };
    let filter = EnvFilter::try_from_default_env()
        .unwrap_or_else(|_| EnvFilter::new(format!("{level},async_nats=warn,hyper=info,h2=info")));
    let name = name.to_owned();
    tracing_subscriber::fmt()
        .json()
        .flatten_event(true)
        .with_current_span(false)
        .with_span_list(false)
        .with_env_filter(filter)
        .with_writer(std::io::stderr)
        .finish()
        .with(filter_fn(move |event| {
            *event.level() <= tracing::Level::INFO || ours(&name, event.target())
        }))
        .init();
}

/// Whether this is a line of the provider, of what providers share, or of its clients'
/// requests.
fn ours(provider: &str, target: &str) -> bool {
    let name = target.split("::").next().unwrap_or_default();
    [provider, "kit", "access"].contains(&name)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn libraries_are_not_ours() {
        for target in ["access", "kit::start", "mine", "mine::inside"] {
            assert!(ours("mine", target), "{target}");
        }
        for target in [
            "hyper::proto::h1",
            "async_nats",
            "minefield",
            "wasmcloud_provider_sdk",
        ] {
            assert!(!ours("mine", target), "{target}");
        }
    }
}
