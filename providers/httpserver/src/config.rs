//! The settings of the server and of its routes, read and checked as a whole: a
//! setting that is unknown, malformed or out of bounds is refused by name.

use std::collections::HashMap;
use std::net::{IpAddr, SocketAddr};
use std::path::PathBuf;
use std::time::Duration;

use http::{HeaderName, HeaderValue};
use ipnet::IpNet;
use kit::credentials::NATS_CREDS;
use kit::{ConfigError, Settings};

/// Settings of the server: the provider's own configuration.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ServerConfig {
    /// `address`: where to listen, IP and port. Required.
    pub address: SocketAddr,
    /// `nats_creds`: credentials file of the NATS user that the server is on the
    /// lattice; the same path on every host (the host's own user).
    pub nats_creds: Option<PathBuf>,
    /// `tls_certificate` and `tls_key`: PEM files; HTTPS when both are given.
    pub tls: Option<TlsFiles>,
    /// `max_in_flight`: calls to components at a time (128). Keep it below the
    /// instances of the components, so that overload is refused here.
    pub max_in_flight: usize,
    /// `max_queued`: requests that may wait for one of those (1024).
    pub max_queued: usize,
    /// `queue_timeout_ms`: how long they may wait (1000).
    pub queue_timeout: Duration,
    /// `max_connections`: connections at a time; further ones wait to be
    /// accepted (4096).
    pub max_connections: usize,
    /// `max_body_bytes`: longest request body (2097152).
    pub max_body_bytes: usize,
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
            nats_creds: settings.take(NATS_CREDS).map(PathBuf::from),
            tls: tls(&mut settings)?,
            max_in_flight: settings.number("max_in_flight", 128, 1..=100_000)?,
            max_queued: settings.number("max_queued", 1_024, 0..=100_000)?,
            queue_timeout: settings.milliseconds("queue_timeout_ms", 1_000, 0..=60_000)?,
            max_connections: settings.number("max_connections", 4_096, 1..=1_000_000)?,
            max_body_bytes: settings.number("max_body_bytes", 2 << 20, 0..=(256 << 20))?,
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
        Ok(config)
    }
}

/// Settings of a route: the configuration of a link from this provider to a
/// component.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RouteConfig {
    /// `path`: requests whose path starts with one of these, separated by
    /// commas, go to the component; of several routes the longest wins (/).
    /// They are kept without the slash at their end.
    pub paths: Vec<String>,
    /// `deadline_ms`: time for an answer, from the moment the request was read
    /// completely (8000).
    pub deadline: Duration,
    /// `repeatable`: whether a call may be sent a second time because nothing
    /// is changed by it (false).
    pub repeatable: bool,
    /// `retry_after_ms`: a repeatable call without an answer after this is sent
    /// once more (1500).
    pub retry_after: Duration,
}

impl RouteConfig {
    /// Reads a link's configuration.
    ///
    /// # Errors
    ///
    /// For the first setting that is unknown or cannot be used.
    pub fn read(values: &HashMap<String, String>) -> Result<Self, ConfigError> {
        let mut settings = Settings::new(values);
        let mut paths = settings.list("path", "paths that start with /", path)?;
        if paths.is_empty() {
            paths.push(String::new());
        }
        paths.sort_unstable();
        if let Some(twice) = paths.windows(2).find(|pair| pair[0] == pair[1]) {
            let reason = format!("names {}/ twice", twice[0]);
            return Err(ConfigError::new("path", reason));
        }
        let config = Self {
            paths,
            deadline: settings.milliseconds("deadline_ms", 8_000, 1..=600_000)?,
            repeatable: settings.flag("repeatable", false)?,
            retry_after: settings.milliseconds("retry_after_ms", 1_500, 1..=600_000)?,
        };
        settings.finish()?;
        Ok(config)
    }
}

fn tls(settings: &mut Settings<'_>) -> Result<Option<TlsFiles>, ConfigError> {
    match (settings.take("tls_certificate"), settings.take("tls_key")) {
        (None, None) => Ok(None),
        (Some(certificate), Some(key)) => Ok(Some(TlsFiles {
            certificate: certificate.into(),
            key: key.into(),
        })),
        (Some(_), None) => Err(ConfigError::new(
            "tls_key",
            "is missing beside tls_certificate",
        )),
        (None, Some(_)) => Err(ConfigError::new(
            "tls_certificate",
            "is missing beside tls_key",
        )),
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
                               traceparent";

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

fn network(text: &str) -> Option<IpNet> {
    let address = || text.parse::<IpAddr>().ok().map(IpNet::from);
    text.parse().ok().or_else(address)
}

/// A path without the slash at its end; nothing for what is no path.
fn path(text: &str) -> Option<String> {
    let valid = text.starts_with('/') && !text.contains(['?', '#', ' ']);
    valid.then(|| text.trim_end_matches('/').to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn server(pairs: &[(&str, &str)]) -> Result<ServerConfig, ConfigError> {
        let all = [&[("address", "127.0.0.1:8080")], pairs].concat();
        ServerConfig::read(&map(&all))
    }

    fn map(pairs: &[(&str, &str)]) -> HashMap<String, String> {
        let owned = |(key, value): &(&str, &str)| ((*key).to_owned(), (*value).to_owned());
        pairs.iter().map(owned).collect()
    }

    #[test]
    fn defaults_need_an_address_only() {
        let config = server(&[]).expect("an address is enough");
        assert_eq!(config.max_in_flight, 128);
        assert_eq!(config.tls, None);
        assert!(config.cors_allowed_origins.is_empty());
        let missing = ServerConfig::read(&HashMap::new()).expect_err("no address");
        assert_eq!(missing.key, "address");
    }

    #[test]
    fn every_bad_value_is_refused_by_name() {
        for (key, value) in [
            ("address", "localhost"),
            ("max_in_flight", "many"),
            ("max_in_flight", "0"),
            ("max_queued", "-1"),
            ("queue_timeout_ms", "1s"),
            ("max_body_bytes", "99999999999"),
            ("max_header_bytes", "10"),
            ("header_timeout_ms", "0"),
            ("idle_timeout_ms", "forever"),
            ("compression", "yes"),
            ("access_log", "1"),
            ("cors_allowed_origins", "*"),
            ("cors_allowed_origins", "example.org"),
            ("cors_allowed_headers", "if match"),
            ("trusted_proxies", "10.0.0.0/33"),
            ("trusted_proxies", "127.0.0.1, localhost"),
            ("max_inflight", "10"),
        ] {
            let error = server(&[(key, value)]).expect_err(key);
            assert_eq!(error.key, key, "{error}");
        }
    }

    #[test]
    fn tls_needs_both_files() {
        let half = server(&[("tls_key", "/key.pem")]).expect_err("half");
        assert_eq!(half.key, "tls_certificate");
        let half = server(&[("tls_certificate", "/certificate.pem")]).expect_err("half");
        assert_eq!(half.key, "tls_key");
    }

    #[test]
    fn origins_are_a_list() {
        let value = "https://a.example, http://127.0.0.1:3000";
        let config = server(&[("cors_allowed_origins", value)]).expect("two origins");
        assert_eq!(config.cors_allowed_origins.len(), 2);
    }

    #[test]
    fn every_setting_is_documented() {
        let documented = include_str!("../../../docs/http-server.md");
        let unknown = [("unknown", "")];
        let of_server = server(&unknown).expect_err("unknown").reason;
        let of_route = RouteConfig::read(&map(&unknown))
            .expect_err("unknown")
            .reason;
        for reason in [of_server, of_route] {
            let (_, names) = reason.split_once("there are ").expect("it lists them");
            for name in names.split(", ") {
                assert!(documented.contains(&format!("`{name}`")), "{name}");
            }
        }
    }

    /// Whoever writes a documented default into a manifest changes nothing.
    #[test]
    fn documented_defaults_are_true() {
        let documented = include_str!("../../../docs/http-server.md");
        let defaults = documented.lines().filter_map(|row| {
            let (name, rest) = row.strip_prefix("| `")?.split_once("` | ")?;
            let (_, default) = rest.strip_suffix("` |")?.rsplit_once("| `")?;
            Some((name, default))
        });
        let of_server = server(&[]).expect("all defaults");
        let of_route = RouteConfig::read(&HashMap::new()).expect("all defaults");
        let mut compared = 0;
        for setting in defaults {
            let same = server(&[setting]).is_ok_and(|config| config == of_server)
                || RouteConfig::read(&map(&[setting])).is_ok_and(|config| config == of_route);
            assert!(same, "{setting:?} is not the default");
            compared += 1;
        }
        assert!(compared > 10, "only {compared} defaults are documented");
    }

    #[test]
    fn routes_are_checked_too() {
        let route = RouteConfig::read(&HashMap::new()).expect("all defaults");
        assert_eq!(route.paths, [""], "everything");
        assert!(!route.repeatable);
        for (key, value) in [
            ("path", "api"),
            ("path", "/a?b"),
            ("path", "/a, b"),
            ("path", "/a, /a/"),
            ("deadline_ms", "0"),
            ("repeatable", "maybe"),
            ("retry_after_ms", "x"),
            ("address", "127.0.0.1:8080"),
        ] {
            let error = RouteConfig::read(&map(&[(key, value)])).expect_err(key);
            assert_eq!(error.key, key, "{error}");
        }
    }
}
