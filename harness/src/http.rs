//! HTTP as a client sees it.

use std::io::{Read as _, Write as _};
use std::net::{SocketAddr, TcpStream};
use std::time::{Duration, Instant};

use anyhow::Context as _;
use serde_json::Value;

/// Longer than any answer may take.
const DEADLINE: Duration = Duration::from_secs(15);

/// Longest answer that is read, in bytes.
const BODY_LIMIT: u64 = 32 * 1024 * 1024;

/// A response as it arrived.
#[derive(Debug)]
pub struct Response {
    /// Status code.
    pub status: u16,
    /// Header names in lower case, with their values.
    pub headers: Vec<(String, String)>,
    /// The body as text.
    pub body: String,
    /// From the first byte sent to the last received.
    pub took: Duration,
}

impl Response {
    /// The body as JSON; null when it is none.
    pub fn json(&self) -> Value {
        serde_json::from_str(&self.body).unwrap_or_default()
    }

    /// The first header of this name.
    pub fn header(&self, name: &str) -> Option<&str> {
        self.headers
            .iter()
            .find_map(|(found, value)| (found == name).then_some(value.as_str()))
    }

    /// Pairs of pointer and code of a problem document.
    pub fn violations(&self) -> Vec<(String, String)> {
        let json = self.json();
        let text = |value: &Value| value.as_str().unwrap_or_default().to_owned();
        json["violations"].as_array().map_or_else(Vec::new, |all| {
            all.iter()
                .map(|one| (text(&one["pointer"]), text(&one["code"])))
                .collect()
        })
    }
}

/// A client of one server.
#[derive(Debug, Clone)]
pub struct Client {
    address: SocketAddr,
    agent: ureq::Agent,
}

impl Client {
    /// A client of the server at this address.
    pub fn new(address: SocketAddr) -> Self {
        let config = ureq::Agent::config_builder()
            .http_status_as_error(false)
            .timeout_global(Some(DEADLINE))
            .allow_non_standard_methods(true)
            .build();
        Self {
            address,
            agent: config.into(),
        }
    }

    /// Sends a GET request.
    ///
    /// # Errors
    ///
    /// When there is no HTTP answer in time.
    pub fn get(&self, path: &str) -> anyhow::Result<Response> {
        self.send("GET", path, &[], &[])
    }

    /// Posts a JSON body.
    ///
    /// # Errors
    ///
    /// When there is no HTTP answer in time.
    pub fn post(&self, path: &str, body: impl AsRef<[u8]>) -> anyhow::Result<Response> {
        self.post_with(path, body, &[])
    }

    /// Posts a JSON body with further headers; a content type among them
    /// replaces JSON's.
    ///
    /// # Errors
    ///
    /// When there is no HTTP answer in time.
    pub fn post_with(
        &self,
        path: &str,
        body: impl AsRef<[u8]>,
        headers: &[(&str, &str)],
    ) -> anyhow::Result<Response> {
        let mut headers = headers.to_vec();
        if !headers.iter().any(|(name, _)| *name == "content-type") {
            headers.push(("content-type", "application/json"));
        }
        self.send("POST", path, &headers, body.as_ref())
    }

    /// Sends any request.
    ///
    /// # Errors
    ///
    /// When there is no HTTP answer in time.
    pub fn send(
        &self,
        method: &str,
        path: &str,
        headers: &[(&str, &str)],
        body: &[u8],
    ) -> anyhow::Result<Response> {
        let started = Instant::now();
        let mut request = ureq::http::Request::builder()
            .method(method)
            .uri(format!("http://{}{path}", self.address));
        for (name, value) in headers {
            request = request.header(*name, *value);
        }
        let mut response = self
            .agent
            .run(request.body(body)?)
            .with_context(|| format!("{method} {path}"))?;
        let body = response
            .body_mut()
            .with_config()
            .limit(BODY_LIMIT)
            .read_to_string()
            .with_context(|| format!("{method} {path}: the body"))?;
        let headers = response.headers().iter().map(|(name, value)| {
            let value = String::from_utf8_lossy(value.as_bytes());
            (name.to_string(), value.into_owned())
        });
        Ok(Response {
            status: response.status().as_u16(),
            headers: headers.collect(),
            body,
            took: started.elapsed(),
        })
    }

    /// Sends bytes as they are, hangs up after `listen`, and returns what came
    /// back until then.
    ///
    /// # Errors
    ///
    /// When there is no connection.
    pub fn raw(&self, bytes: &[u8], listen: Duration) -> anyhow::Result<String> {
        let mut stream = TcpStream::connect_timeout(&self.address, DEADLINE)?;
        stream.set_write_timeout(Some(DEADLINE))?;
        // The server may answer and close before it has everything.
        let _ = stream.write_all(bytes);
        let mut answer = Vec::new();
        if !listen.is_zero() {
            stream.set_read_timeout(Some(listen))?;
            let _ = stream.read_to_end(&mut answer);
        }
        Ok(String::from_utf8_lossy(&answer).into_owned())
    }
}
