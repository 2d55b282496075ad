//! A wasmCloud host around its library, configured by the environment that
//! `wash up` sets (each variable can also be given as an option).

mod options;

use anyhow::Context as _;
use clap::Parser as _;
use tokio::signal::unix::{signal, SignalKind};
use tracing::Metadata;
use tracing_subscriber::filter::{filter_fn, FilterFn};
use tracing_subscriber::layer::SubscriberExt as _;
use tracing_subscriber::util::SubscriberInitExt as _;
use tracing_subscriber::EnvFilter;
use wasmcloud_host::WasmbusHost;

use crate::options::Options;

/// Every call makes an instance with its resources and messages: many short
/// allocations on all threads.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

/// More than there are cores: a guest holds a thread for up to 10 ms before it gives
/// way, and messages and heartbeats must not wait for that.
const LEAST_THREADS: usize = 8;

fn main() -> anyhow::Result<()> {
    let options = Options::parse();
    let cores = std::thread::available_parallelism().map_or(1, usize::from);
    tokio::runtime::Builder::new_multi_thread()
        .worker_threads(cores.max(LEAST_THREADS))
        .enable_all()
        .build()
        .context("cannot start threads")?
        .block_on(run(options))
}

async fn run(options: Options) -> anyhow::Result<()> {
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
        logs.json().finish().with(discretion()).init();
    } else {
        logs.finish().with(discretion()).init();
    }

    let mut terminate = signal(SignalKind::terminate()).context("cannot listen for SIGTERM")?;
    let (host, shutdown) = WasmbusHost::new(options.into_host_config(&std::env::vars().collect())?)
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

/// Whatever is asked for, libraries say no more than `info`: below it they write what
/// they send and receive, and that is of patients.
fn discretion() -> FilterFn<fn(&Metadata<'_>) -> bool> {
    filter_fn(|event| {
        *event.level() <= tracing::Level::INFO || event.target().starts_with("wasmcloud_host")
    })
}
