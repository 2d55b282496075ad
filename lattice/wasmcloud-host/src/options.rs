//! The host's options, with the names that `wash up` uses, and their checks.

use std::collections::HashMap;
use std::sync::Arc;
use std::time::Duration;

use anyhow::{ensure, Context as _};
use clap::Parser;
use nkeys::KeyPair;
use wasmcloud_host::url::Url;
use wasmcloud_host::wasmbus::Features;
use wasmcloud_host::{OciConfig, WasmbusHostConfig};

/// Environment variables with this prefix become labels of the host.
const LABEL_PREFIX: &str = "WASMCLOUD_LABEL_";

/// Longest time one invocation may run, unless set otherwise. Wasm epochs tick
/// once a second, so less than three seconds would stop calls at random; the
/// library's default of ten minutes would let a client that hangs up hold an
/// instance for as long.
const DEFAULT_MAX_EXECUTION_TIME_MS: u64 = 5_000;
const LEAST_MAX_EXECUTION_TIME_MS: u64 = 3_000;

/// A wasmCloud host.
#[derive(Debug, Parser)]
#[command(name = "wasmcloud_host", version)]
pub struct Options {
    /// Level of the log on standard error.
    #[arg(long, env = "WASMCLOUD_LOG_LEVEL", default_value = "info")]
    pub log_level: tracing::Level,

    /// Log as JSON lines.
    #[arg(
        long = "enable-structured-logging",
        env = "WASMCLOUD_STRUCTURED_LOGGING_ENABLED"
    )]
    pub structured_logging: bool,

    /// Lattice this host belongs to.
    #[arg(
        short = 'x',
        long,
        env = "WASMCLOUD_LATTICE",
        default_value = "default"
    )]
    lattice: String,

    /// Seed of the host's key; a new key is made without one.
    #[arg(long, env = "WASMCLOUD_HOST_SEED", hide_env_values = true)]
    host_seed: Option<String>,

    /// Domain for JetStream.
    #[arg(long, env = "WASMCLOUD_JS_DOMAIN")]
    js_domain: Option<String>,

    /// NATS host for the control interface.
    #[arg(long, env = "WASMCLOUD_CTL_HOST", default_value = "127.0.0.1")]
    ctl_host: String,
    /// NATS port for the control interface.
    #[arg(long, env = "WASMCLOUD_CTL_PORT", default_value_t = 4222)]
    ctl_port: u16,
    /// User JWT for the control interface.
    #[arg(
        long,
        env = "WASMCLOUD_CTL_JWT",
        requires = "ctl_seed",
        hide_env_values = true
    )]
    ctl_jwt: Option<String>,
    /// Seed that goes with the control interface's JWT.
    #[arg(
        long,
        env = "WASMCLOUD_CTL_SEED",
        requires = "ctl_jwt",
        hide_env_values = true
    )]
    ctl_seed: Option<String>,
    /// Require TLS for the control interface.
    #[arg(long, env = "WASMCLOUD_CTL_TLS")]
    ctl_tls: bool,

    /// NATS host for calls between components.
    #[arg(long, env = "WASMCLOUD_RPC_HOST", default_value = "127.0.0.1")]
    rpc_host: String,
    /// NATS port for calls between components.
    #[arg(long, env = "WASMCLOUD_RPC_PORT", default_value_t = 4222)]
    rpc_port: u16,
    /// User JWT for calls between components.
    #[arg(
        long,
        env = "WASMCLOUD_RPC_JWT",
        requires = "rpc_seed",
        hide_env_values = true
    )]
    rpc_jwt: Option<String>,
    /// Seed that goes with the JWT for calls between components.
    #[arg(
        long,
        env = "WASMCLOUD_RPC_SEED",
        requires = "rpc_jwt",
        hide_env_values = true
    )]
    rpc_seed: Option<String>,
    /// Require TLS for calls between components.
    #[arg(long, env = "WASMCLOUD_RPC_TLS")]
    rpc_tls: bool,
    /// Milliseconds that a request on the RPC connection may take.
    #[arg(long, env = "WASMCLOUD_RPC_TIMEOUT_MS", default_value_t = 2_000)]
    rpc_timeout_ms: u64,

    /// Milliseconds between asking a provider to stop and killing it.
    #[arg(long, env = "WASMCLOUD_PROV_SHUTDOWN_DELAY_MS", default_value_t = 300)]
    provider_shutdown_delay_ms: u64,

    /// Milliseconds that one invocation of a component may run.
    #[arg(
        long,
        env = "WASMCLOUD_MAX_EXECUTION_TIME_MS",
        default_value_t = DEFAULT_MAX_EXECUTION_TIME_MS
    )]
    max_execution_time_ms: u64,

    /// Allow components and providers to be loaded from files.
    #[arg(
        long,
        env = "WASMCLOUD_ALLOW_FILE_LOAD",
        action = clap::ArgAction::Set,
        default_value_t = false
    )]
    allow_file_load: bool,

    /// Allow images with the tag `latest`.
    #[arg(long, env = "WASMCLOUD_OCI_ALLOW_LATEST")]
    allow_latest: bool,
    /// Registries that may be reached without TLS.
    #[arg(long, env = "WASMCLOUD_OCI_ALLOWED_INSECURE", value_delimiter = ',')]
    allowed_insecure: Vec<String>,

    /// Experimental features of the host, such as `builtin-http-server`.
    #[arg(
        long = "experimental-features",
        env = "WASMCLOUD_EXPERIMENTAL_FEATURES",
        value_delimiter = ','
    )]
    experimental_features: Vec<String>,
}

impl Options {
    /// Checks the options and turns them into the library's configuration.
    ///
    /// `environment` is where labels come from.
    ///
    /// # Errors
    ///
    /// When an address, a key or a time cannot be used.
    pub fn into_host_config(
        self,
        environment: impl Iterator<Item = (String, String)>,
    ) -> anyhow::Result<WasmbusHostConfig> {
        ensure!(
            self.max_execution_time_ms >= LEAST_MAX_EXECUTION_TIME_MS,
            "the maximum execution time must be at least {LEAST_MAX_EXECUTION_TIME_MS} ms, \
             not {} ms: the host measures it in whole seconds",
            self.max_execution_time_ms
        );
        let mut config = WasmbusHostConfig {
            ctl_nats_url: nats_url(&self.ctl_host, self.ctl_port)?,
            ctl_jwt: self.ctl_jwt,
            ctl_key: key_pair(self.ctl_seed, "control interface")?,
            ctl_tls: self.ctl_tls,
            rpc_nats_url: nats_url(&self.rpc_host, self.rpc_port)?,
            rpc_timeout: Duration::from_millis(self.rpc_timeout_ms),
            rpc_jwt: self.rpc_jwt,
            rpc_key: key_pair(self.rpc_seed, "RPC")?,
            rpc_tls: self.rpc_tls,
            lattice: self.lattice.into(),
            js_domain: self.js_domain,
            labels: labels(environment),
            host_key: key_pair(self.host_seed, "host")?,
            provider_shutdown_delay: Some(Duration::from_millis(self.provider_shutdown_delay_ms)),
            oci_opts: OciConfig {
                allow_latest: self.allow_latest,
                allowed_insecure: self.allowed_insecure,
                ..OciConfig::default()
            },
            allow_file_load: self.allow_file_load,
            enable_structured_logging: self.structured_logging,
            log_level: self.log_level.into(),
            version: env!("CARGO_PKG_VERSION").to_owned(),
            max_execution_time: Duration::from_millis(self.max_execution_time_ms),
            ..WasmbusHostConfig::default()
        };
        config.experimental_features = self
            .experimental_features
            .iter()
            .map(|feature| Features::from(feature.as_str()))
            .sum();
        Ok(config)
    }
}

fn nats_url(host: &str, port: u16) -> anyhow::Result<Url> {
    let address = format!("nats://{host}:{port}");
    Url::parse(&address).with_context(|| format!("{address} is not a NATS address"))
}

fn key_pair(seed: Option<String>, of: &str) -> anyhow::Result<Option<Arc<KeyPair>>> {
    seed.map(|seed| {
        KeyPair::from_seed(&seed)
            .map(Arc::new)
            .with_context(|| format!("the {of} seed is not a valid key"))
    })
    .transpose()
}

fn labels(environment: impl Iterator<Item = (String, String)>) -> HashMap<String, String> {
    environment
        .filter_map(|(name, value)| {
            let label = name.strip_prefix(LABEL_PREFIX)?;
            Some((label.to_owned(), value))
        })
        .collect()
}
