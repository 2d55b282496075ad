//! The settings of a route.

use std::collections::HashMap;
use std::time::Duration;

use http::HeaderName;
use kit::{ConfigError, Settings};

use crate::request::is_of_the_server;

/// What `max_body_bytes` may be at most, of a route and of the server.
pub(super) const MAX_BODY_BYTES: usize = 256 << 20;

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
    /// `max_body_bytes`: longest request body that the component takes (the
    /// server's).
    pub max_body_bytes: Option<usize>,
    /// `headers`: names of headers that the component gets beside those that every
    /// component may need, separated by commas (none).
    pub headers: Vec<HeaderName>,
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
            max_body_bytes: settings.number_if_given("max_body_bytes", 0..=MAX_BODY_BYTES)?,
            headers: settings.list("headers", "names of headers that go to a component", handed)?,
        };
        settings.finish()?;
        Ok(config)
    }
}

/// The name of a header that a client may say something with.
fn handed(text: &str) -> Option<HeaderName> {
    let name: HeaderName = text.parse().ok()?;
    (!is_of_the_server(&name)).then_some(name)
}

/// A path without the slash at its end; nothing for what is no path.
fn path(text: &str) -> Option<String> {
    let valid = text.starts_with('/') && !text.contains(['?', '#', ' ']);
    valid.then(|| text.trim_end_matches('/').to_owned())
}
