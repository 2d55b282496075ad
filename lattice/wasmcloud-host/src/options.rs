//! The host's options, with the names of the official host, and their checks.

mod environment;
mod nats;

use std::collections::HashMap;
use std::net::SocketAddr;
use std::path::PathBuf;
use std::sync::Arc;
use std::time::Duration;

use anyhow::{ensure, Context as _};
use clap::{ArgAction, CommandFactory as _, Parser};
use nkeys::KeyPair;
use wasmcloud_host::wasmbus::host_config::PolicyService;
use wasmcloud_host::wasmbus::Features;
use wasmcloud_host::{OciConfig, WasmbusHostConfig};

use self::nats::NatsOptions;

/// Longest time one invocation may run, unless set otherwise; the library's default
/// of ten minutes would let a client that hangs up hold an instance for as long.
const DEFAULT_MAX_EXECUTION_TIME_MS: u64 = 5_000;

/// The library takes less for this much.
const LEAST_MAX_EXECUTION_TIME_MS: u64 = 1_000;

/// What the library calls its experimental features; any other name would only be
/// warned of.
const FEATURES: [&str; 7] = [
    "builtin-http-client",
    "builtin-http-server",
    "builtin-messaging-nats",
    "wasmcloud-messaging-v3",
    "workload-identity-auth",
    "workload-identity-interface",
    "rpc-interface",
];

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

    #[command(flatten)]
    nats: NatsOptions,

    /// Prefix of the subjects of the control interface.
    #[arg(
        long,
        env = "WASMCLOUD_CTL_TOPIC_PREFIX",
        default_value = "wasmbus.ctl"
    )]
    ctl_topic_prefix: String,

    /// Milliseconds that a request on the RPC connection may take.
    #[arg(long, env = "WASMCLOUD_RPC_TIMEOUT_MS", default_value_t = 2_000)]
    rpc_timeout_ms: u64,

    /// Below this subject the RPC connection gets its answers, instead of `_INBOX`, where
    /// every user may listen.
    #[arg(long, env = "WASMCLOUD_RPC_INBOX_PREFIX")]
    rpc_inbox_prefix: Option<String>,

    /// Milliseconds between asking a provider to stop and killing it.
    #[arg(long, env = "WASMCLOUD_PROV_SHUTDOWN_DELAY_MS", default_value_t = 300)]
    provider_shutdown_delay_ms: u64,

    /// Seconds between two heartbeats.
    #[arg(
        long = "heartbeat-interval-seconds",
        env = "WASMCLOUD_HEARTBEAT_INTERVAL",
        default_value_t = 30,
        value_parser = clap::value_parser!(u64).range(1..=600)
    )]
    heartbeat_interval: u64,

    /// Milliseconds that one invocation of a component may run.
    #[arg(
        long,
        env = "WASMCLOUD_MAX_EXECUTION_TIME_MS",
        default_value_t = DEFAULT_MAX_EXECUTION_TIME_MS
    )]
    max_execution_time_ms: u64,
    /// Most memory of a component, in bytes [256 MiB].
    #[arg(long = "max-linear-memory-bytes", env = "WASMCLOUD_MAX_LINEAR_MEMORY")]
    max_linear_memory: Option<u32>,
    /// Largest component that is loaded, in bytes [50 MiB].
    #[arg(
        long = "max-component-size-bytes",
        env = "WASMCLOUD_MAX_COMPONENT_SIZE"
    )]
    max_component_size: Option<u64>,
    /// Most components at a time [10000]; too many silently cost the pool of instances.
    #[arg(
        long,
        env = "WASMCLOUD_MAX_COMPONENTS",
        value_parser = clap::value_parser!(u32).range(1..=30_000)
    )]
    max_components: Option<u32>,
    /// Most core instances in a component [30].
    #[arg(long, env = "WASMCLOUD_MAX_CORE_INSTANCES_PER_COMPONENT")]
    max_core_instances_per_component: Option<u32>,

    /// Ask here whether something may be started or called.
    #[arg(long, env = "WASMCLOUD_POLICY_TOPIC")]
    policy_topic: Option<String>,
    /// Hear here of decisions that changed.
    #[arg(
        long,
        env = "WASMCLOUD_POLICY_CHANGES_TOPIC",
        requires = "policy_topic"
    )]
    policy_changes_topic: Option<String>,
    /// Milliseconds that a decision may take [1000].
    #[arg(long, env = "WASMCLOUD_POLICY_TIMEOUT", requires = "policy_topic")]
    policy_timeout_ms: Option<u64>,

    /// Prefix of the subjects where secrets are asked for.
    #[arg(long, env = "WASMCLOUD_SECRETS_TOPIC")]
    secrets_topic: Option<String>,

    /// Ask a configuration service when starting.
    #[arg(long = "config-service-enabled", env = "WASMCLOUD_CONFIG_SERVICE")]
    config_service: bool,

    /// Allow components and providers to be loaded from files.
    #[arg(
        long,
        env = "WASMCLOUD_ALLOW_FILE_LOAD",
        action = ArgAction::Set,
        default_value_t = false
    )]
    allow_file_load: bool,

    /// Allow images with the tag `latest`.
    #[arg(long, env = "WASMCLOUD_OCI_ALLOW_LATEST")]
    allow_latest: bool,
    /// Registries that may be reached without TLS.
    #[arg(long, env = "WASMCLOUD_OCI_ALLOWED_INSECURE", value_delimiter = ',')]
    allowed_insecure: Vec<String>,
    /// Registry that the user and the password are for.
    #[arg(long, env = "WASMCLOUD_OCI_REGISTRY", requires_all = ["oci_user", "oci_password"])]
    oci_registry: Option<String>,
    /// User of the registry.
    #[arg(long, env = "WASMCLOUD_OCI_REGISTRY_USER", requires = "oci_registry")]
    oci_user: Option<String>,
    /// Password of the registry.
    #[arg(
        long,
        env = "WASMCLOUD_OCI_REGISTRY_PASSWORD",
        requires = "oci_registry",
        hide_env_values = true
    )]
    oci_password: Option<String>,
    /// Files of further certificate authorities for registries.
    #[arg(
        long = "tls-ca-path",
        env = "WASMCLOUD_TLS_CA_PATH",
        value_delimiter = ','
    )]
    tls_ca_paths: Vec<PathBuf>,

    /// Experimental features of the host, such as `builtin-http-server`.
    #[arg(
        long = "experimental-features",
        alias = "feature",
        env = "WASMCLOUD_EXPERIMENTAL_FEATURES",
        value_delimiter = ','
    )]
    experimental_features: Vec<String>,

    /// Address of an HTTP server for probes of the host.
    #[arg(long, env = "WASMCLOUD_HTTP_ADMIN")]
    http_admin: Option<SocketAddr>,
    /// Take part in auctions of components.
    #[arg(
        long,
        env = "WASMCLOUD_COMPONENT_AUCTION_ENABLED",
        action = ArgAction::Set,
        default_value_t = true
    )]
    enable_component_auction: bool,
    /// Take part in auctions of providers.
    #[arg(
        long,
        env = "WASMCLOUD_PROVIDER_AUCTION_ENABLED",
        action = ArgAction::Set,
        default_value_t = true
    )]
    enable_provider_auction: bool,
}

impl Options {
    /// Checks the options and turns them into the library's configuration.
    ///
    /// `environment` is where labels come from, and where nothing may stand that looks
    /// like an option and is none.
    ///
    /// # Errors
    ///
    /// When an address, a key, a subject, a file or a time cannot be used.
    pub fn into_host_config(
        self,
        environment: &HashMap<String, String>,
    ) -> anyhow::Result<WasmbusHostConfig> {
        environment::refuse_unknown(environment.keys(), &variables())?;
        self.check()?;
        let limited = self.limited()?;
        let host_key = self.host_seed.map(|seed| key("host", &seed)).transpose()?;
        let (ctl, rpc) = self.nats.connections()?;
        Ok(WasmbusHostConfig {
            ctl_nats_url: ctl.url,
            ctl_jwt: ctl.jwt,
            ctl_key: ctl.key,
            ctl_tls: ctl.tls,
            ctl_topic_prefix: self.ctl_topic_prefix,
            rpc_nats_url: rpc.url,
            rpc_timeout: Duration::from_millis(self.rpc_timeout_ms),
            rpc_jwt: rpc.jwt,
            rpc_key: rpc.key,
            rpc_tls: rpc.tls,
            rpc_inbox_prefix: self.rpc_inbox_prefix,
            lattice: self.lattice.into(),
            js_domain: self.js_domain,
            labels: environment::labels(environment),
            host_key,
            provider_shutdown_delay: Some(Duration::from_millis(self.provider_shutdown_delay_ms)),
            oci_opts: OciConfig {
                additional_ca_paths: self.tls_ca_paths,
                allow_latest: self.allow_latest,
                allowed_insecure: self.allowed_insecure,
                oci_registry: self.oci_registry,
                oci_user: self.oci_user,
                oci_password: self.oci_password,
            },
            allow_file_load: self.allow_file_load,
            enable_structured_logging: self.structured_logging,
            log_level: self.log_level.into(),
            config_service_enabled: self.config_service,
            policy_service_config: PolicyService {
                policy_topic: self.policy_topic,
                policy_changes_topic: self.policy_changes_topic,
                policy_timeout_ms: self.policy_timeout_ms.map(Duration::from_millis),
            },
            secrets_topic_prefix: self.secrets_topic,
            ..limited
        })
    }

    /// What a host may do at most, and what it takes part in.
    fn limited(&self) -> anyhow::Result<WasmbusHostConfig> {
        let mut config = WasmbusHostConfig {
            version: env!("CARGO_PKG_VERSION").to_owned(),
            max_execution_time: Duration::from_millis(self.max_execution_time_ms),
            heartbeat_interval: Some(Duration::from_secs(self.heartbeat_interval)),
            experimental_features: self.features()?,
            http_admin: self.http_admin,
            enable_component_auction: self.enable_component_auction,
            enable_provider_auction: self.enable_provider_auction,
            ..WasmbusHostConfig::default()
        };
        if let Some(bytes) = self.max_linear_memory {
            config.max_linear_memory = bytes;
        }
        if let Some(bytes) = self.max_component_size {
            config.max_component_size = bytes;
        }
        if let Some(count) = self.max_components {
            config.max_components = count;
        }
        if let Some(count) = self.max_core_instances_per_component {
            config.max_core_instances_per_component = count;
        }
        Ok(config)
    }

    fn check(&self) -> anyhow::Result<()> {
        ensure!(
            self.max_execution_time_ms >= LEAST_MAX_EXECUTION_TIME_MS,
            "max-execution-time-ms must be at least {LEAST_MAX_EXECUTION_TIME_MS}, not {}",
            self.max_execution_time_ms
        );
        for (name, subject) in [
            ("ctl-topic-prefix", Some(&self.ctl_topic_prefix)),
            ("policy-changes-topic", self.policy_changes_topic.as_ref()),
            ("policy-topic", self.policy_topic.as_ref()),
            ("rpc-inbox-prefix", self.rpc_inbox_prefix.as_ref()),
            ("secrets-topic", self.secrets_topic.as_ref()),
        ] {
            let valid = subject.is_none_or(|subject| is_subject(subject));
            ensure!(valid, "{name} is no subject of NATS: {subject:?}");
        }
        for path in &self.tls_ca_paths {
            let readable = std::fs::File::open(path);
            readable.with_context(|| format!("tls-ca-path: {}", path.display()))?;
        }
        Ok(())
    }

    fn features(&self) -> anyhow::Result<Features> {
        let names = self.experimental_features.iter().map(String::as_str);
        let names: Vec<_> = names.filter(|name| !name.is_empty()).collect();
        for name in &names {
            ensure!(
                FEATURES.contains(&&*name.to_ascii_lowercase().replace('_', "-")),
                "experimental-features: there is no '{name}'; there are {}",
                FEATURES.join(", ")
            );
        }
        Ok(names.into_iter().map(Features::from).sum())
    }
}

/// The variables that options are read from.
fn variables() -> Vec<String> {
    let command = Options::command();
    let variables = command.get_arguments().filter_map(|it| it.get_env());
    let text = variables.filter_map(|name| name.to_str().map(str::to_owned));
    text.collect()
}

/// A subject to publish on: no wildcards, no empty part.
fn is_subject(text: &str) -> bool {
    let plain = |c: char| c.is_ascii_alphanumeric() || c == '_' || c == '-';
    let mut parts = text.split('.');
    parts.all(|part| !part.is_empty() && part.chars().all(plain))
}

fn key(of: &str, seed: &str) -> anyhow::Result<Arc<KeyPair>> {
    let key = KeyPair::from_seed(seed);
    let key = key.with_context(|| format!("{of}-seed is not a valid key"))?;
    Ok(Arc::new(key))
}

#[cfg(test)]
mod tests;
