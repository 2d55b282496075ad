//! What is known and logged about a request: enough to find it again, nothing
//! about a person. Queries, bodies, client addresses and paths that are not known
//! to lead somewhere are not logged, because anything can stand in them.

use std::time::{Duration, Instant};

use api::ProblemCode;
use http::request::Parts;
use http::{HeaderMap, HeaderValue, Method, StatusCode};
use uuid::Uuid;

/// By what a request is found again.
#[derive(Debug, Clone)]
pub struct Identity {
    /// `x-request-id`: the client's when it is a UUID, or else a new one. Other
    /// texts could say something about a person.
    pub request_id: HeaderValue,
    /// `x-call-id`: a UUID that no client chooses, the same for every attempt to
    /// call a component.
    pub call_id: HeaderValue,
    /// W3C `traceparent`: the client's trace with a span of this server, or a
    /// new trace.
    pub traceparent: String,
}

impl Identity {
    /// Reads a request's identity or gives it one.
    pub fn of(headers: &HeaderMap) -> Self {
        let text = |name: &str| headers.get(name).and_then(|value| value.to_str().ok());
        let own = Uuid::new_v4();
        let id = text("x-request-id").and_then(|id| Uuid::try_parse(id).ok());
        let id = id.unwrap_or(own).hyphenated().to_string();
        let (_, span) = own.as_u64_pair();
        let own = own.simple().to_string();
        let (trace, flags) = text("traceparent").and_then(trace).unwrap_or((&own, "00"));
        Self {
            request_id: header(&id),
            call_id: header(&Uuid::new_v4().hyphenated().to_string()),
            traceparent: format!("00-{trace}-{span:016x}-{flags}"),
        }
    }
}

/// A UUID's text is always a header value.
fn header(id: &str) -> HeaderValue {
    HeaderValue::from_str(id).unwrap_or_else(|_| HeaderValue::from_static("invalid"))
}

/// Trace id and flags of a valid traceparent.
fn trace(value: &str) -> Option<(&str, &str)> {
    let mut parts = value.split('-');
    let (version, trace, parent) = (parts.next()?, parts.next()?, parts.next()?);
    let flags = parts.next()?;
    let hex = |text: &str, length: usize| {
        let digit = |byte: u8| byte.is_ascii_digit() || (b'a'..=b'f').contains(&byte);
        text.len() == length && text.bytes().all(digit)
    };
    let zero = |text: &str| text.bytes().all(|byte| byte == b'0');
    let valid = version == "00"
        && parts.next().is_none()
        && hex(trace, 32)
        && hex(parent, 16)
        && hex(flags, 2)
        && !zero(trace)
        && !zero(parent);
    valid.then_some((trace, flags))
}

/// A line of the access log. It is written also when the client goes before
/// there is an answer.
#[derive(Debug)]
pub struct Access {
    enabled: bool,
    started: Instant,
    id: HeaderValue,
    traceparent: String,
    method: Method,
    path: String,
    /// How long the request waited for its turn.
    pub waited: Duration,
    /// Why the server answered itself.
    pub refused: Option<ProblemCode>,
    status: Option<StatusCode>,
}

impl Access {
    /// Starts the clock.
    pub fn new(enabled: bool, identity: &Identity, head: &Parts) -> Self {
        Self {
            enabled,
            started: Instant::now(),
            id: identity.request_id.clone(),
            traceparent: identity.traceparent.clone(),
            method: head.method.clone(),
            path: head.uri.path().to_owned(),
            waited: Duration::ZERO,
            refused: None,
            status: None,
        }
    }

    /// The answer is ready.
    pub fn end(mut self, status: StatusCode) {
        self.status = Some(status);
    }
}

impl Drop for Access {
    fn drop(&mut self) {
        if !self.enabled {
            return;
        }
        // Any other answer may be about a path that does not exist.
        let leads_somewhere = self.status.is_some_and(|status| status.is_success());
        tracing::info!(
            target: "access",
            request_id = self.id.to_str().unwrap_or_default(),
            traceparent = self.traceparent,
            method = known(&self.method),
            path = if leads_somewhere { self.path.as_str() } else { "-" },
            // 499: the client went before there was an answer.
            status = self.status.map_or(499, |status| status.as_u16()),
            refused = self.refused.map(|code| code.as_str()),
            waited_us = microseconds(self.waited),
            took_us = microseconds(self.started.elapsed()),
        );
    }
}

/// A method that is none could be any text.
fn known(method: &Method) -> &str {
    match *method {
        Method::GET
        | Method::HEAD
        | Method::POST
        | Method::PUT
        | Method::DELETE
        | Method::OPTIONS
        | Method::PATCH => method.as_str(),
        _ => "other",
    }
}

fn microseconds(time: Duration) -> u64 {
    u64::try_from(time.as_micros()).unwrap_or(u64::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;

    const TRACE: &str = "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01";

    fn identity(name: &'static str, value: &str) -> Identity {
        let mut headers = HeaderMap::new();
        headers.insert(name, HeaderValue::from_str(value).expect("a header"));
        Identity::of(&headers)
    }

    #[test]
    fn a_uuid_is_kept_and_other_ids_are_not() {
        let id = "0188d2a5-7a4f-7bd3-9c3e-0a1b2c3d4e5f";
        assert_eq!(identity("x-request-id", id).request_id, id);
        let kept = identity("x-request-id", "maria-silva").request_id;
        assert!(Uuid::try_parse(kept.to_str().expect("text")).is_ok());
    }

    #[test]
    fn nobody_chooses_the_id_of_a_call() {
        let id = "0188d2a5-7a4f-7bd3-9c3e-0a1b2c3d4e5f";
        let (one, other) = (identity("x-call-id", id), identity("x-call-id", id));
        assert_ne!(one.call_id, id);
        assert_ne!(one.call_id, other.call_id);
    }

    #[test]
    fn a_trace_goes_on_with_a_span_of_its_own() {
        let continued = identity("traceparent", TRACE).traceparent;
        assert!(continued.starts_with("00-4bf92f3577b34da6a3ce929d0e0e4736-"));
        assert!(continued.ends_with("-01"));
        assert_ne!(continued, TRACE);
        assert!(trace(&continued).is_some());
    }

    #[test]
    fn what_is_no_trace_starts_one() {
        for bad in [
            "",
            "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7",
            "00-00000000000000000000000000000000-00f067aa0ba902b7-01",
            "00-4BF92F3577B34DA6A3CE929D0E0E4736-00f067aa0ba902b7-01",
            "01-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01",
        ] {
            assert!(trace(bad).is_none(), "{bad}");
            let new = identity("traceparent", bad).traceparent;
            assert!(trace(&new).is_some(), "{new}");
        }
    }
}
