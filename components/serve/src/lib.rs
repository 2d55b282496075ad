//! An API over `wasi:http`: a request's head, its operation, then as much of its body as
//! the operation takes, and the answer.

mod http_io;

use std::time::{Instant, SystemTime};

use api::{Api, Form, Problem, ProblemCode, negotiate, respond};
use wasmcloud_component::wasi::http::types::{IncomingRequest, ResponseOutparam};

/// Answers a request.
pub fn handle<P: ?Sized>(api: &Api<P>, ports: &P, request: IncomingRequest, out: ResponseOutparam) {
    let arrived = Instant::now();
    let elapsed = || u64::try_from(arrived.elapsed().as_micros()).unwrap_or(u64::MAX);
    let (method, target, headers) = http_io::head(&request);
    let response = match api.find(&method, &target, &headers) {
        Ok(found) => match now() {
            Some(now) => {
                let body = match found.body_limit() {
                    Some(limit) => http_io::body(request, &headers, limit),
                    None => Ok(Vec::new()),
                };
                let body = body.as_deref().map_err(|error| *error);
                respond(&found, &headers, body, ports, &now, &elapsed)
            }
            // Ages count from today: without a clock there is no answer.
            None => {
                let language = negotiate::language(&headers);
                let problem = Problem::new(ProblemCode::InternalError, language);
                problem.respond(Form::of_path(&target))
            }
        },
        Err(refusal) => refusal,
    };
    http_io::send(&response, out);
}

/// The present instant (RFC 3339, UTC) to the second; nothing when the clock shows none.
fn now() -> Option<String> {
    let since = SystemTime::now()
        .duration_since(SystemTime::UNIX_EPOCH)
        .ok()?;
    let seconds = i64::try_from(since.as_secs()).ok()?;
    let now = jiff::Timestamp::from_second(seconds).ok()?;
    Some(now.to_string())
}
