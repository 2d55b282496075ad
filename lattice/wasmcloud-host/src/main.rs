//! A wasmCloud host around its library, configured by the environment that
//! `wash up` sets (each variable can also be given as an option).

mod options;

use anyhow::Context as _;
use clap::Parser as _;
use tokio::signal::unix::{signal, SignalKind};
use tracing_subscriber::EnvFilter;
use wasmcloud_host::WasmbusHost;

use crate::options::Options;

/// Every call makes an instance with its resources and messages: many short
/// allocations on all threads.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

#[tokio::main]
async fn main() -> anyhow::Result<()> {
    let options = Options::parse();
    let filter = EnvFilter::try_from_default_env().unwrap_or_else(|_| {
        EnvFilter::new(format!(
            "{},async_nats=warn,cranelift_codegen=warn,hyper=info,wasmtime=info",
            options.log_level
        ))
    });
    let logs = tracing_subscriber::fmt()
        .with_env_filter(filter)
        .with_writer(std::io::stderr)
        .with_ansi(false);
    if options.structured_logging {
        logs.json().init();
    } else {
        logs.init();
    }

    let mut terminate = signal(SignalKind::terminate()).context("cannot listen for SIGTERM")?;
    let (host, shutdown) = WasmbusHost::new(options.into_host_config(std::env::vars())?)
        .await
        .context("the wasmCloud host could not start")?;
    tokio::select! {
        stopped = host.stopped() => { stopped?; },
        interrupt = tokio::signal::ctrl_c() => interrupt.context("cannot listen for SIGINT")?,
        _ = terminate.recv() => {},
    }
    shutdown
        .await
        .context("the wasmCloud host could not stop cleanly")
}
