//! The settings of the server and of its routes, read and checked as a whole: a
//! setting that is unknown, malformed or out of bounds is refused by name.

mod route;

use std::collections::HashMap;
use std::net::{IpAddr, SocketAddr};
use std::path::PathBuf;
use std::time::Duration;

use http::{HeaderName, HeaderValue};
use ipnet::IpNet;
use kit::credentials::NATS_CREDS;
use kit::{ConfigError, Settings};

use self::route::MAX_BODY_BYTES;
pub use self::route::RouteConfig;
use crate::hosts::{AllowedHost, allowed};

/// Settings of the server: the provider's own configuration.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ServerConfig {
    /// `address`: where to listen, IP and port. Required.
    pub address: SocketAddr,
    /// `admin_address`: where the server itself is asked whether it lives and what
    /// it has counted (nowhere).
    pub admin_address: Option<SocketAddr>,
    /// `nats_creds`: credentials file of the NATS user that the server is on the
    /// lattice; the same path on every host (the host's own user).
    pub nats_creds: Option<PathBuf>,
    /// `tls_certificate` and `tls_key`: PEM files; HTTPS when both are given, and
    /// only for clients with a certificate where `tls_client_ca` is, too.
    pub tls: Option<TlsFiles>,
    /// `max_in_flight`: calls to components at a time (128). Keep it below the
    /// instances of the components, so that overload is refused here.
    pub max_in_flight: usize,
    /// `max_queued`: requests that may wait for one of those (1024).
    pub max_queued: usize,
    /// `queue_timeout_ms`: how long they may wait (1000).
    pub queue_timeout: Duration,
    /// `max_connections`: connections at a time; for a further one, that which was
    /// unused for longest is closed (4096).
    pub max_connections: usize,
    /// `max_connections_per_peer`: of one address, or one IPv6 network (128).
    pub max_connections_per_peer: usize,
    /// `max_in_flight_per_peer`: requests of one client that wait for a component
    /// or are worked on (64).
    pub max_in_flight_per_peer: usize,
    /// `unlimited_peers`: addresses and networks that these two do not hold for,
    /// separated by commas, or `none` (127.0.0.0/8, ::1).
    pub unlimited_peers: Vec<IpNet>,
    /// `allowed_hosts`: names and addresses by which clients may ask for this
    /// server, with or without a port, separated by commas; `*` for any (the
    /// address it listens on, and the names of the machine's loopback).
    pub allowed_hosts: Vec<AllowedHost>,
    /// `max_body_bytes`: longest request body (2097152).
    pub max_body_bytes: usize,
    /// `max_answer_bytes`: longest answer of a component that is passed on
    /// (4194304).
    pub max_answer_bytes: usize,
    /// `max_header_bytes`: longest request line with headers (16384).
    pub max_header_bytes: usize,
    /// `header_timeout_ms`: time for a request's head to arrive (5000).
    pub header_timeout: Duration,
    /// `body_timeout_ms`: time for a request's body to arrive, and longest
    /// time in which a client takes nothing of its answer (10000).
    pub body_timeout: Duration,
    /// `idle_timeout_ms`: how long a connection may stay open unused (60000).
    pub idle_timeout: Duration,
    /// `drain_timeout_ms`: when stopping, time for open requests to end (5000).
    pub drain_timeout: Duration,
    /// `cors_allowed_origins`: origins whose pages may read answers, separated
    /// by commas (none).
    pub cors_allowed_origins: Vec<HeaderValue>,
    /// `cors_allowed_headers`: headers that these pages may send, separated by
    /// commas (those the platform reads).
    pub cors_allowed_headers: HeaderValue,
    /// `trusted_proxies`: addresses and networks, like 10.0.0.0/8, of proxies
    /// whose `x-forwarded-for` is believed, separated by commas (none).
    pub trusted_proxies: Vec<IpNet>,
    /// `compression`: whether answers are compressed for clients that ask (true).
    pub compression: bool,
    /// `access_log`: whether each request is logged, without query, body or
    /// client address (true).
    pub access_log: bool,
}

/// Files of a certificate chain and its key.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TlsFiles {
    /// Certificate chain, PEM.
    pub certificate: PathBuf,
    /// Private key, PEM.
    pub key: PathBuf,
    /// Certificates of those who sign clients', PEM.
    pub client_ca: Option<PathBuf>,
}

impl ServerConfig {
    /// Reads the provider's configuration.
    ///
    /// # Errors
    ///
    /// For the first setting that is missing, unknown or cannot be used.
    pub fn read(values: &HashMap<String, String>) -> Result<Self, ConfigError> {
        let mut settings = Settings::new(values);
        let config = Self {
            address: settings
                .required("address", "an IP address and a port, like 127.0.0.1:8080")?,
            admin_address: admin_address(&mut settings)?,
            nats_creds: settings.take(NATS_CREDS).map(PathBuf::from),
            tls: tls(&mut settings)?,
            max_in_flight: settings.number("max_in_flight", 128, 1..=100_000)?,
            max_queued: settings.number("max_queued", 1_024, 0..=100_000)?,
            queue_timeout: settings.milliseconds("queue_timeout_ms", 1_000, 0..=60_000)?,
            max_connections: settings.number("max_connections", 4_096, 1..=1_000_000)?,
            max_connections_per_peer: settings.number(
                "max_connections_per_peer",
                128,
                1..=1_000_000,
            )?,
            max_in_flight_per_peer: settings.number("max_in_flight_per_peer", 64, 1..=1_000_000)?,
            unlimited_peers: unlimited(&mut settings)?,
            allowed_hosts: settings.list("allowed_hosts", "names of hosts, or *", allowed)?,
            max_body_bytes: settings.number("max_body_bytes", 2 << 20, 0..=MAX_BODY_BYTES)?,
            max_answer_bytes: settings.number("max_answer_bytes", 4 << 20, 1_024..=(64 << 20))?,
            max_header_bytes: settings.number("max_header_bytes", 16 << 10, 1_024..=(1 << 20))?,
            header_timeout: settings.milliseconds("header_timeout_ms", 5_000, 10..=600_000)?,
            body_timeout: settings.milliseconds("body_timeout_ms", 10_000, 10..=600_000)?,
            idle_timeout: settings.milliseconds("idle_timeout_ms", 60_000, 10..=3_600_000)?,
            drain_timeout: settings.milliseconds("drain_timeout_ms", 5_000, 0..=60_000)?,
            cors_allowed_origins: settings.list(
                "cors_allowed_origins",
                "origins like https://example.org",
                origin,
            )?,
            cors_allowed_headers: allowed_headers(&mut settings)?,
            trusted_proxies: settings.list(
                "trusted_proxies",
                "addresses or networks like 10.0.0.0/8",
                network,
            )?,
            compression: settings.flag("compression", true)?,
            access_log: settings.flag("access_log", true)?,
        };
        settings.finish()?;
        if config.admin_address == Some(config.address) {
            let reason = "must be another than address";
            return Err(ConfigError::new("admin_address", reason));
        }
        Ok(config)
    }
}

fn admin_address(settings: &mut Settings<'_>) -> Result<Option<SocketAddr>, ConfigError> {
    let key = "admin_address";
    let Some(value) = settings.take(key) else {
        return Ok(None);
    };
    let wrong = || format!("must be an IP address and a port, not '{value}'");
    let address = value.parse();
    address
        .map(Some)
        .map_err(|_| ConfigError::new(key, wrong()))
}

fn tls(settings: &mut Settings<'_>) -> Result<Option<TlsFiles>, ConfigError> {
    let certificate = settings.take("tls_certificate");
    let (key, client_ca) = (settings.take("tls_key"), settings.take("tls_client_ca"));
    let missing = |name, beside| {
        let reason = format!("is missing beside {beside}");
        Err(ConfigError::new(name, reason))
    };
    match (certificate, key, client_ca) {
        (None, None, None) => Ok(None),
        (Some(certificate), Some(key), client_ca) => Ok(Some(TlsFiles {
            certificate: certificate.into(),
            key: key.into(),
            client_ca: client_ca.map(Into::into),
        })),
        (Some(_), None, _) => missing("tls_key", "tls_certificate"),
        (None, Some(_), _) => missing("tls_certificate", "tls_key"),
        (None, None, Some(_)) => missing("tls_certificate", "tls_client_ca"),
    }
}

fn origin(text: &str) -> Option<HeaderValue> {
    let authority = text
        .strip_prefix("https://")
        .or_else(|| text.strip_prefix("http://"))?;
    if authority.is_empty() || authority.contains(['/', '*', ' ']) {
        return None;
    }
    HeaderValue::from_str(text).ok()
}

/// What components of the platform read, and by what a request is found again.
const ALLOWED_HEADERS: &str = "authorization, content-type, accept, accept-language, \
                               if-match, if-none-match, idempotency-key, x-request-id, \
                               traceparent, mcp-protocol-version, mcp-method, mcp-name";

fn allowed_headers(settings: &mut Settings<'_>) -> Result<HeaderValue, ConfigError> {
    let key = "cors_allowed_headers";
    let name = |text: &str| text.parse::<HeaderName>().ok();
    let names = settings.list(key, "names of headers", name)?;
    let names: Vec<&str> = names.iter().map(HeaderName::as_str).collect();
    if names.is_empty() {
        return Ok(HeaderValue::from_static(ALLOWED_HEADERS));
    }
    HeaderValue::from_str(&names.join(", "))
        .map_err(|_| ConfigError::new(key, "must be names of headers"))
}

/// What runs on the same machine, unless something else is said: a proxy there has
/// the connections of many clients.
fn unlimited(settings: &mut Settings<'_>) -> Result<Vec<IpNet>, ConfigError> {
    const LOOPBACK: [&str; 2] = ["127.0.0.0/8", "::1"];
    let none_or_network = |text: &str| match text {
        "none" => Some(None),
        text => network(text).map(Some),
    };
    let what = "addresses or networks like 10.0.0.0/8, or none";
    let given = settings.list("unlimited_peers", what, none_or_network)?;
    if given.is_empty() {
        return Ok(LOOPBACK.into_iter().filter_map(network).collect());
    }
    Ok(given.into_iter().flatten().collect())
}

fn network(text: &str) -> Option<IpNet> {
    let address = || text.parse::<IpAddr>().ok().map(IpNet::from);
    text.parse().ok().or_else(address)
}

#[cfg(test)]
mod tests;
