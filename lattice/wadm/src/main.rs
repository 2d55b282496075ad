//! wadm, the wasmCloud application deployment manager, around its library.

#[path = "../../wasmcloud-host/src/logs.rs"]
mod logs;

use anyhow::{bail, Context as _};
use clap::Parser as _;
use tokio::signal::unix::{signal, SignalKind};
use tracing_subscriber::EnvFilter;
use wadm::config::WadmConfig;

#[tokio::main]
async fn main() -> anyhow::Result<()> {
    let config = WadmConfig::parse();
    let filter = EnvFilter::try_from_default_env().unwrap_or_else(|_| EnvFilter::new("info"));
    let logs = tracing_subscriber::fmt()
        .with_env_filter(filter)
        .with_writer(std::io::stderr)
        .with_ansi(false);
    if config.structured_logging {
        logs.json().init();
    } else {
        logs.init();
    }
    if config.tracing_enabled || config.tracing_endpoint.is_some() {
        bail!("this build of wadm does not export traces; remove the tracing options");
    }

    logs::keep_short();

    let mut terminate = signal(SignalKind::terminate()).context("cannot listen for SIGTERM")?;
    let mut tasks = wadm::start_wadm(config)
        .await
        .context("wadm could not start")?;
    tokio::select! {
        ended = tasks.join_next() => match ended {
            Some(result) => result.context("a wadm task panicked")??,
            None => bail!("wadm started no task"),
        },
        _ = tokio::signal::ctrl_c() => {},
        _ = terminate.recv() => {},
    }
    // The library's tasks have no shutdown of their own; what they do is
    // recorded in JetStream and resumed by the next wadm.
    std::process::exit(0);
}
