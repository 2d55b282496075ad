//! The settings of the server and of its routes, read and checked as a whole: a
//! setting that is unknown, malformed or out of bounds is refused by name.

use std::collections::HashMap;
use std::net::SocketAddr;
use std::path::PathBuf;
use std::str::FromStr;
use std::time::Duration;

use http::HeaderValue;

/// A setting that cannot be used, and why.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{key}: {reason}")]
pub struct ConfigError {
    /// The setting's name.
    pub key: String,
    /// What is wrong with it, and what would be right.
    pub reason: String,
}

fn refuse(key: &str, reason: impl Into<String>) -> ConfigError {
    ConfigError {
        key: key.to_owned(),
        reason: reason.into(),
    }
}

/// Settings of the server: the provider's own configuration.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ServerConfig {
    /// `address`: where to listen, IP and port. Required.
    pub address: SocketAddr,
    /// `tls_certificate` and `tls_key`: PEM files; HTTPS when both are given.
    pub tls: Option<TlsFiles>,
    /// `max_in_flight`: calls to components at a time [128]. Keep it below the
    /// instances of the components, so that overload is refused here.
    pub max_in_flight: usize,
    /// `max_queued`: requests that may wait for one of those [1024].
    pub max_queued: usize,
    /// `queue_timeout_ms`: how long they may wait [1000].
    pub queue_timeout: Duration,
    /// `max_connections`: connections at a time; further ones wait to be
    /// accepted [4096].
    pub max_connections: usize,
    /// `max_body_bytes`: longest request body [2097152].
    pub max_body_bytes: usize,
    /// `max_header_bytes`: longest request line with headers [16384].
    pub max_header_bytes: usize,
    /// `header_timeout_ms`: time for a request's head to arrive [5000].
    pub header_timeout: Duration,
    /// `body_timeout_ms`: time for a request's body to arrive, and longest
    /// time in which a client takes nothing of its answer [10000].
    pub body_timeout: Duration,
    /// `idle_timeout_ms`: how long a connection may stay open unused [60000].
    pub idle_timeout: Duration,
    /// `drain_timeout_ms`: when stopping, time for open requests to end [5000].
    pub drain_timeout: Duration,
    /// `cors_allowed_origins`: origins whose pages may read answers, separated
    /// by commas [none].
    pub cors_allowed_origins: Vec<HeaderValue>,
    /// `compression`: whether answers are compressed for clients that ask [true].
    pub compression: bool,
    /// `access_log`: whether each request is logged, without query, body or
    /// client address [true].
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
            cors_allowed_origins: origins(settings.take("cors_allowed_origins"))?,
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
    /// `path`: requests whose path starts with this go to the component; of
    /// several routes the longest wins [/].
    pub path: String,
    /// `deadline_ms`: time for an answer, from the moment the request was read
    /// completely [8000].
    pub deadline: Duration,
    /// `repeatable`: whether a call may be sent a second time because nothing
    /// is changed by it [false].
    pub repeatable: bool,
    /// `retry_after_ms`: a repeatable call without an answer after this is sent
    /// once more [1500].
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
        let path = settings.take("path").unwrap_or("/").to_owned();
        if !path.starts_with('/') || path.contains(['?', '#', ' ']) {
            return Err(refuse("path", "must be a path that starts with /"));
        }
        let config = Self {
            path,
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
        (Some(_), None) => Err(refuse("tls_key", "is missing beside tls_certificate")),
        (None, Some(_)) => Err(refuse("tls_certificate", "is missing beside tls_key")),
    }
}

fn origins(list: Option<&str>) -> Result<Vec<HeaderValue>, ConfigError> {
    let key = "cors_allowed_origins";
    let entries = list.unwrap_or_default().split(',').map(str::trim);
    entries
        .filter(|origin| !origin.is_empty())
        .map(|origin| {
            let authority = origin
                .strip_prefix("https://")
                .or_else(|| origin.strip_prefix("http://"))
                .unwrap_or_default();
            if authority.is_empty() || authority.contains(['/', '*', ' ']) {
                let reason = "must be origins like https://example.org, separated by commas";
                return Err(refuse(key, reason));
            }
            HeaderValue::from_str(origin).map_err(|_| refuse(key, "has characters no header has"))
        })
        .collect()
}

/// Reads settings by name and remembers which were read. An empty value counts
/// as not given.
struct Settings<'a> {
    values: &'a HashMap<String, String>,
    read: Vec<&'static str>,
}

impl<'a> Settings<'a> {
    fn new(values: &'a HashMap<String, String>) -> Self {
        Self {
            values,
            read: Vec::new(),
        }
    }

    fn take(&mut self, key: &'static str) -> Option<&'a str> {
        self.read.push(key);
        let value = self.values.get(key)?.trim();
        (!value.is_empty()).then_some(value)
    }

    fn required<T: FromStr>(&mut self, key: &'static str, what: &str) -> Result<T, ConfigError> {
        let value = self
            .take(key)
            .ok_or_else(|| refuse(key, format!("is missing: give {what}")))?;
        value
            .parse()
            .map_err(|_| refuse(key, format!("must be {what}, not '{value}'")))
    }

    fn number(
        &mut self,
        key: &'static str,
        default: usize,
        bounds: std::ops::RangeInclusive<usize>,
    ) -> Result<usize, ConfigError> {
        let Some(value) = self.take(key) else {
            return Ok(default);
        };
        let number = value.parse().ok().filter(|number| bounds.contains(number));
        number.ok_or_else(|| {
            let (least, most) = bounds.into_inner();
            let reason = format!("must be a whole number from {least} to {most}, not '{value}'");
            refuse(key, reason)
        })
    }

    fn milliseconds(
        &mut self,
        key: &'static str,
        default: usize,
        bounds: std::ops::RangeInclusive<usize>,
    ) -> Result<Duration, ConfigError> {
        let number = self.number(key, default, bounds)?;
        Ok(Duration::from_millis(number as u64))
    }

    fn flag(&mut self, key: &'static str, default: bool) -> Result<bool, ConfigError> {
        match self.take(key) {
            None => Ok(default),
            Some("true") => Ok(true),
            Some("false") => Ok(false),
            Some(other) => Err(refuse(key, format!("must be true or false, not '{other}'"))),
        }
    }

    /// A misspelt setting must not pass for one that was left out.
    fn finish(self) -> Result<(), ConfigError> {
        let known = |key: &&String| self.read.contains(&key.as_str());
        match self.values.keys().filter(|key| !known(key)).min() {
            None => Ok(()),
            Some(unknown) => {
                let reason = format!(
                    "there is no such setting; there are {}",
                    self.read.join(", ")
                );
                Err(refuse(unknown, reason))
            }
        }
    }
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

    #[test]
    fn routes_are_checked_too() {
        let route = RouteConfig::read(&HashMap::new()).expect("all defaults");
        assert_eq!(route.path, "/");
        assert!(!route.repeatable);
        for (key, value) in [
            ("path", "api"),
            ("path", "/a?b"),
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
