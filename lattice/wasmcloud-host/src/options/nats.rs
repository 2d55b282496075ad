//! How a host reaches NATS: twice, for control and for calls, each as a user of its
//! own; what is not said of one of them is what is said of both.

use std::path::PathBuf;
use std::sync::Arc;

use anyhow::{bail, Context as _};
use clap::Args;
use nkeys::KeyPair;
use wasmcloud_host::url::Url;

/// Options of the connections to NATS.
#[derive(Debug, Args)]
pub(super) struct NatsOptions {
    /// NATS host.
    #[arg(long, env = "WASMCLOUD_NATS_HOST", default_value = "127.0.0.1")]
    nats_host: String,
    /// NATS port.
    #[arg(long, env = "WASMCLOUD_NATS_PORT", default_value_t = 4222)]
    nats_port: u16,
    /// User JWT.
    #[arg(long, env = "WASMCLOUD_NATS_JWT", hide_env_values = true)]
    nats_jwt: Option<String>,
    /// Seed that goes with the JWT.
    #[arg(long, env = "WASMCLOUD_NATS_SEED", hide_env_values = true)]
    nats_seed: Option<String>,
    /// File with a JWT and its seed.
    #[arg(long, env = "WASMCLOUD_NATS_CREDS")]
    nats_creds: Option<PathBuf>,

    /// NATS host for the control interface.
    #[arg(long, env = "WASMCLOUD_CTL_HOST")]
    ctl_host: Option<String>,
    /// NATS port for the control interface.
    #[arg(long, env = "WASMCLOUD_CTL_PORT")]
    ctl_port: Option<u16>,
    /// User JWT for the control interface.
    #[arg(long, env = "WASMCLOUD_CTL_JWT", hide_env_values = true)]
    ctl_jwt: Option<String>,
    /// Seed that goes with the control interface's JWT.
    #[arg(long, env = "WASMCLOUD_CTL_SEED", hide_env_values = true)]
    ctl_seed: Option<String>,
    /// File with a JWT and its seed for the control interface.
    #[arg(long, env = "WASMCLOUD_CTL_CREDS")]
    ctl_creds: Option<PathBuf>,
    /// Require TLS for the control interface.
    #[arg(long, env = "WASMCLOUD_CTL_TLS")]
    ctl_tls: bool,

    /// NATS host for calls between components.
    #[arg(long, env = "WASMCLOUD_RPC_HOST")]
    rpc_host: Option<String>,
    /// NATS port for calls between components.
    #[arg(long, env = "WASMCLOUD_RPC_PORT")]
    rpc_port: Option<u16>,
    /// User JWT for calls between components.
    #[arg(long, env = "WASMCLOUD_RPC_JWT", hide_env_values = true)]
    rpc_jwt: Option<String>,
    /// Seed that goes with the JWT for calls between components.
    #[arg(long, env = "WASMCLOUD_RPC_SEED", hide_env_values = true)]
    rpc_seed: Option<String>,
    /// File with a JWT and its seed for calls between components.
    #[arg(long, env = "WASMCLOUD_RPC_CREDS")]
    rpc_creds: Option<PathBuf>,
    /// Require TLS for calls between components.
    #[arg(long, env = "WASMCLOUD_RPC_TLS")]
    rpc_tls: bool,
}

/// A connection to NATS.
pub(super) struct Connection {
    pub(super) url: Url,
    pub(super) jwt: Option<String>,
    pub(super) key: Option<Arc<KeyPair>>,
    pub(super) tls: bool,
}

impl NatsOptions {
    /// The connections for control and for calls.
    pub(super) fn connections(self) -> anyhow::Result<(Connection, Connection)> {
        let both = user("nats", self.nats_jwt, self.nats_seed, self.nats_creds)?;
        let ctl = user("ctl", self.ctl_jwt, self.ctl_seed, self.ctl_creds)?;
        let rpc = user("rpc", self.rpc_jwt, self.rpc_seed, self.rpc_creds)?;
        let connect = |host: Option<String>, port: Option<u16>, user: Option<User>, tls| {
            let host = host.unwrap_or_else(|| self.nats_host.clone());
            let (jwt, key) = user.or_else(|| both.clone()).unzip();
            anyhow::Ok(Connection {
                url: address(&host, port.unwrap_or(self.nats_port), tls)?,
                jwt,
                key,
                tls,
            })
        };
        Ok((
            connect(self.ctl_host, self.ctl_port, ctl, self.ctl_tls)?,
            connect(self.rpc_host, self.rpc_port, rpc, self.rpc_tls)?,
        ))
    }
}

/// With TLS the scheme says so, because providers get nothing but the address.
fn address(host: &str, port: u16, tls: bool) -> anyhow::Result<Url> {
    let scheme = if tls { "tls" } else { "nats" };
    let address = format!("{scheme}://{host}:{port}");
    Url::parse(&address).with_context(|| format!("{address} is not a NATS address"))
}

type User = (String, Arc<KeyPair>);

fn user(
    of: &str,
    jwt: Option<String>,
    seed: Option<String>,
    creds: Option<PathBuf>,
) -> anyhow::Result<Option<User>> {
    let (jwt, seed) = match (jwt, seed, creds) {
        (None, None, None) => return Ok(None),
        (Some(jwt), Some(seed), None) => (jwt, seed),
        (None, None, Some(path)) => {
            let text = std::fs::read_to_string(&path);
            let text = text.with_context(|| format!("{of}-creds: {}", path.display()))?;
            credentials(&text)
                .with_context(|| format!("{of}-creds: {} is no credentials file", path.display()))?
        }
        _ => bail!("give {of}-jwt and {of}-seed, or {of}-creds, and nothing else"),
    };
    Ok(Some((jwt, super::key(of, &seed)?)))
}

/// The JWT and the seed in the text of a credentials file.
fn credentials(text: &str) -> Option<(String, String)> {
    let between = |begin: &str| {
        let (_, after) = text.split_once(begin)?;
        let line = after.lines().map(str::trim).find(|line| !line.is_empty())?;
        Some(line.to_owned())
    };
    let jwt = between("-----BEGIN NATS USER JWT-----")?;
    Some((jwt, between("-----BEGIN USER NKEY SEED-----")?))
}
