//! The gateway on the lattice: `wasi:http` in, the gateway crate in between,
//! `medical:validation` and `medical:health-calc` behind.

mod http_io;
mod lattice;

use std::time::Instant;

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
        let (method, path, headers) = http_io::head(&request);
        let response = match gateway::route(&method, &path, &headers) {
            Ok(endpoint) => {
                let body = match endpoint.takes_body() {
                    true => http_io::body(request, &headers),
                    false => Ok(Vec::new()),
                };
                gateway::respond(endpoint, body, &lattice::Lattice, elapsed)
            }
            Err(problem) => problem.into_response(),
        };
        http_io::send(response, out);
    }
}
