//! The start of a provider: logs, settings, the lattice.

use std::collections::HashMap;
use std::process::ExitCode;
use std::time::Duration;

use anyhow::Context as _;
use tracing_subscriber::EnvFilter;
use tracing_subscriber::filter::LevelFilter;
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

/// Crates of others, which log what they send and receive at the finest levels: the
/// data of patients is in it. Only whoever names one of them gets it.
const FOREIGN: [&str; 9] = [
    "async_nats",
    "h2",
    "hyper",
    "hyper_util",
    "mio",
    "rustls",
    "tokio",
    "tower",
    "wasmcloud_provider_sdk",
];

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
    let given = std::env::var(EnvFilter::DEFAULT_ENV);
    let filter = given.ok().and_then(|given| filter(&given));
    tracing_subscriber::fmt()
        .json()
        .flatten_event(true)
        .with_current_span(false)
        .with_span_list(false)
        .with_env_filter(filter.or_else(|| filter_at(level)).unwrap_or_default())
        .with_writer(std::io::stderr)
        .init();
}

fn filter_at(level: &str) -> Option<EnvFilter> {
    filter(&format!("{level},async_nats=warn"))
}

/// What is asked for; of other crates no more than information, unless they are
/// named. Nothing for what is no filter.
fn filter(given: &str) -> Option<EnvFilter> {
    let mut levels = given.split(',').map(|part| part.trim().parse());
    let level = levels.find_map(Result::ok).unwrap_or(LevelFilter::ERROR);
    let most = level.min(LevelFilter::INFO);
    let capped = FOREIGN.map(|name| format!("{name}={most}")).join(",");
    EnvFilter::try_new(format!("{capped},{given}")).ok()
}

#[cfg(test)]
mod tests {
    use tracing::Level;
    use tracing::subscriber::with_default;

    use super::*;

    #[test]
    fn what_others_send_and_receive_is_logged_only_when_they_are_named() {
        for (given, own, others) in [
            ("trace", true, false),
            ("debug", false, false),
            ("httpserver=trace", true, false),
            ("trace,hyper=trace", true, true),
        ] {
            let filter = filter(given).expect("a filter");
            let subscriber = tracing_subscriber::fmt().with_env_filter(filter).finish();
            with_default(subscriber, || {
                let of_ours = tracing::enabled!(target: "httpserver", Level::TRACE);
                assert_eq!(of_ours, own, "{given}");
                let of_hyper = tracing::enabled!(target: "hyper::proto", Level::TRACE);
                assert_eq!(of_hyper, others, "{given}");
                assert!(!tracing::enabled!(target: "async_nats::connection", Level::DEBUG));
            });
        }
        let quiet = filter("warn").expect("a filter");
        let subscriber = tracing_subscriber::fmt().with_env_filter(quiet).finish();
        with_default(subscriber, || {
            assert!(
                !tracing::enabled!(target: "hyper::proto", Level::INFO),
                "raised"
            );
        });
        assert!(filter("=?").is_none());
    }
}
