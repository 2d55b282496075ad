//! Calculates for ever, whatever it is asked, and never waits for anything.

use std::hint::black_box;

use wasmcloud_component::http;

struct Endless;

http::export!(Endless);

impl http::Server for Endless {
    fn handle(_: http::IncomingRequest) -> http::Result<http::Response<impl http::OutgoingBody>> {
        let mut rounds = 0_u64;
        while black_box(true) {
            rounds = black_box(rounds.wrapping_add(1));
        }
        Ok(http::Response::new(rounds.to_string()))
    }
}
