//! The gateway and everything that it calls, in one module: where the components would
//! be called over a lattice, functions are.

use ports::Ports;
use wasmcloud_component::wasi::exports::http::incoming_handler;
use wasmcloud_component::wasi::http::types::{IncomingRequest, ResponseOutparam};

struct Medical;

wasmcloud_component::wasi::http::proxy::export!(
    Medical with_types_in wasmcloud_component::wasi
);

impl incoming_handler::Guest for Medical {
    fn handle(request: IncomingRequest, out: ResponseOutparam) {
        let ports: &dyn Ports = &inprocess::InProcess;
        serve::handle(&gateway::API, ports, request, out);
    }
}
