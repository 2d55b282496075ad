//! The application without WebAssembly: the same crates behind axum, in one
//! native program. What the benchmarks compare everything else with.
//!
//!   native 127.0.0.1:8080

mod services;

use std::time::{Instant, SystemTime};

use anyhow::Context as _;
use axum::body::{Body, to_bytes};
use axum::extract::Request;
use gateway::BodyError;

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
    let response = match gateway::route(&parts.method, target, &parts.headers) {
        Ok(route) => {
            let body = match route.body_limit {
                Some(limit) => to_bytes(body, limit)
                    .await
                    .map(Vec::from)
                    .map_err(|_| BodyError::TooLarge(limit)),
                None => Ok(Vec::new()),
            };
            let elapsed = || u64::try_from(arrived.elapsed().as_micros()).unwrap_or(u64::MAX);
            gateway::respond(route, body, &services::Native, &now(), &elapsed)
        }
        Err(refusal) => *refusal,
    };
    response.map(Body::from)
}

/// The present instant (RFC 3339, UTC).
fn now() -> String {
    let now = jiff::Timestamp::try_from(SystemTime::now()).unwrap_or_default();
    now.to_string()
}
