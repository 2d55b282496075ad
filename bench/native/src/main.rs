//! The application without WebAssembly: the same crates behind axum, in one
//! native program. What the benchmarks compare everything else with.
//!
//!   native 127.0.0.1:8080

use std::time::{Instant, SystemTime};

use anyhow::Context as _;
use api::{BodyError, Headers, respond};
use axum::body::{Body, to_bytes};
use axum::extract::Request;
use ports::Ports;

#[tokio::main]
async fn main() -> anyhow::Result<()> {
    let address = std::env::args().nth(1).context("native ADDRESS")?;
    let listener = tokio::net::TcpListener::bind(address).await?;
    let app = axum::Router::new().fallback(handle);
    axum::serve(listener, app).await?;
    Ok(())
}

async fn handle(request: Request) -> http::Response<Body> {
    let arrived = Instant::now();
    let (parts, body) = request.into_parts();
    let target = parts
        .uri
        .path_and_query()
        .map_or("/", |found| found.as_str());
    let headers = Headers::from(&parts.headers);
    let response = match gateway::API.find(parts.method.as_str(), target, &headers) {
        Ok(found) => {
            let body = match found.body_limit() {
                Some(limit) => to_bytes(body, limit)
                    .await
                    .map_err(|_| BodyError::TooLarge(limit)),
                None => Ok(Default::default()),
            };
            let body = body.as_deref().map_err(|error| *error);
            let elapsed = || u64::try_from(arrived.elapsed().as_micros()).unwrap_or(u64::MAX);
            let ports: &dyn Ports = &inprocess::InProcess;
            respond(&found, &headers, body, ports, &now(), &elapsed)
        }
        Err(refusal) => refusal,
    };
    http::Response::from(response).map(Body::from)
}

/// The present instant to the second (RFC 3339, UTC), as the component says it.
fn now() -> String {
    let now = SystemTime::now().duration_since(SystemTime::UNIX_EPOCH);
    let seconds = now.map_or(0, |since| since.as_secs());
    let seconds = i64::try_from(seconds).unwrap_or_default();
    jiff::Timestamp::from_second(seconds)
        .unwrap_or_default()
        .to_string()
}
