//! The gateway on the lattice: `wasi:http` in, the gateway crate in between, and the
//! validator, the calculator and the formatter behind their links.

use ports::Ports;
use wasmcloud_component::wasi::exports::http::incoming_handler;
use wasmcloud_component::wasi::http::types::{IncomingRequest, ResponseOutparam};

struct MedicalApi;

wasmcloud_component::wasi::http::proxy::export!(
    MedicalApi with_types_in wasmcloud_component::wasi
);

impl incoming_handler::Guest for MedicalApi {
    fn handle(request: IncomingRequest, out: ResponseOutparam) {
        let ports: &dyn Ports = &lattice_client::Lattice;
        serve::handle(&gateway::API, ports, request, out);
    }
}
