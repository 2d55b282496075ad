//! The gateway on the lattice: `wasi:http` in, the gateway crate in between,
//! `medical:validation` and `medical:health-calc` behind.

mod http_io;
mod lattice;

use std::time::{Instant, SystemTime, UNIX_EPOCH};

use wasmcloud_component::wasi::exports::http::incoming_handler;
use wasmcloud_component::wasi::http::types::{IncomingRequest, ResponseOutparam};

struct MedicalApi;

wasmcloud_component::wasi::http::proxy::export!(
    MedicalApi with_types_in wasmcloud_component::wasi
);

impl incoming_handler::Guest for MedicalApi {
    fn handle(request: IncomingRequest, out: ResponseOutparam) {
        let arrived = Instant::now();
        let elapsed = || u64::try_from(arrived.elapsed().as_micros()).unwrap_or(u64::MAX);
        let (method, target, headers) = http_io::head(&request);
        let response = gateway::route(&method, &target, &headers).map(|route| {
            let body = match route.body_limit {
                Some(limit) => http_io::body(request, &headers, limit),
                None => Ok(Vec::new()),
            };
            gateway::respond(route, body, &lattice::Lattice, &now(), &elapsed)
        });
        http_io::send(response.unwrap_or_else(|refusal| *refusal), out);
    }
}

/// The present instant (RFC 3339, UTC).
fn now() -> String {
    let since = SystemTime::now().duration_since(UNIX_EPOCH);
    let seconds = since.map_or(0, |since| since.as_secs());
    let seconds = i64::try_from(seconds).unwrap_or_default();
    jiff::Timestamp::from_second(seconds)
        .unwrap_or_default()
        .to_string()
}
