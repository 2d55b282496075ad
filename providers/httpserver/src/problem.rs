//! What the server itself answers when no component does: one table of causes,
//! each with a status, a stable code and a sentence (RFC 9457).

use bytes::Bytes;
use http::{HeaderValue, Response, StatusCode, header};

/// Why the server answers in a component's place.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Refusal {
    /// The client took too long to send its request.
    SlowRequest,
    /// The client's request broke off.
    BrokenRequest,
    /// The request's body is too long.
    BodyTooLarge,
    /// The request's line and headers are too long.
    HeadersTooLarge,
    /// No component is responsible for the path.
    NoRoute,
    /// More requests than can be worked on.
    Overloaded,
    /// Nobody answers for the component.
    NoComponent,
    /// The lattice cannot be reached.
    NoLattice,
    /// The component ended without an answer.
    Trapped,
    /// No answer within the deadline.
    Deadline,
}

/// Every refusal, for the documentation and its test.
pub const ALL: [Refusal; 10] = [
    Refusal::SlowRequest,
    Refusal::BrokenRequest,
    Refusal::BodyTooLarge,
    Refusal::HeadersTooLarge,
    Refusal::NoRoute,
    Refusal::Overloaded,
    Refusal::NoComponent,
    Refusal::NoLattice,
    Refusal::Trapped,
    Refusal::Deadline,
];

impl Refusal {
    /// Status, code, title and detail.
    pub fn describe(self) -> (StatusCode, &'static str, &'static str, &'static str) {
        match self {
            Self::SlowRequest => (
                StatusCode::REQUEST_TIMEOUT,
                "request-timeout",
                "The request took too long to arrive",
                "Send the whole request without long pauses.",
            ),
            Self::BrokenRequest => (
                StatusCode::BAD_REQUEST,
                "body-interrupted",
                "The request's body broke off",
                "Send as many bytes as content-length announces.",
            ),
            Self::BodyTooLarge => (
                StatusCode::PAYLOAD_TOO_LARGE,
                "body-too-large",
                "The request's body is too large",
                "Send less at a time.",
            ),
            Self::HeadersTooLarge => (
                StatusCode::REQUEST_HEADER_FIELDS_TOO_LARGE,
                "headers-too-large",
                "The request's headers are too large",
                "Send fewer or shorter headers.",
            ),
            Self::NoRoute => (
                StatusCode::NOT_FOUND,
                "not-found",
                "There is nothing at this path",
                "No application is deployed for this path.",
            ),
            Self::Overloaded => (
                StatusCode::SERVICE_UNAVAILABLE,
                "overloaded",
                "Too many requests at a time",
                "The request was not processed. Send it again later.",
            ),
            Self::NoComponent => (
                StatusCode::SERVICE_UNAVAILABLE,
                "unavailable",
                "The application is not available",
                "The request was not processed. Send it again later.",
            ),
            Self::NoLattice => (
                StatusCode::SERVICE_UNAVAILABLE,
                "lattice-unavailable",
                "The application cannot be reached",
                "There is no answer to this request. Send it again later.",
            ),
            Self::Trapped => (
                StatusCode::BAD_GATEWAY,
                "no-answer",
                "The application failed",
                "There is no answer to this request. It may work when sent again.",
            ),
            Self::Deadline => (
                StatusCode::GATEWAY_TIMEOUT,
                "deadline-exceeded",
                "The application took too long",
                "There is no answer to this request within its deadline.",
            ),
        }
    }

    /// The answer for the client.
    pub fn response(self) -> Response<Bytes> {
        let (status, ..) = self.describe();
        let mut response = Response::new(self.document());
        *response.status_mut() = status;
        let headers = response.headers_mut();
        let json = HeaderValue::from_static("application/problem+json");
        headers.insert(header::CONTENT_TYPE, json);
        headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
        if status == StatusCode::SERVICE_UNAVAILABLE {
            headers.insert(header::RETRY_AFTER, HeaderValue::from_static("1"));
        }
        // What is left of the request is of no use.
        if matches!(
            self,
            Self::SlowRequest | Self::BrokenRequest | Self::BodyTooLarge | Self::HeadersTooLarge
        ) {
            headers.insert(header::CONNECTION, HeaderValue::from_static("close"));
        }
        response
    }

    /// The answer as bytes of HTTP/1.1, for a client whose request is not
    /// complete enough to be a request.
    pub fn raw(self) -> Vec<u8> {
        let (status, ..) = self.describe();
        let document = self.document();
        let mut raw = format!(
            "HTTP/1.1 {status}\r\ncontent-type: application/problem+json\r\n\
             content-length: {}\r\nconnection: close\r\n\r\n",
            document.len()
        )
        .into_bytes();
        raw.extend_from_slice(&document);
        raw
    }

    fn document(self) -> Bytes {
        let (status, code, title, detail) = self.describe();
        let document = serde_json::json!({
            "type": "about:blank",
            "title": title,
            "status": status.as_u16(),
            "detail": detail,
            "code": code,
        });
        Bytes::from(document.to_string())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn refusals_are_problem_documents() {
        for refusal in ALL {
            let (status, code, title, _) = refusal.describe();
            let response = refusal.response();
            assert_eq!(response.status(), status);
            let document: serde_json::Value =
                serde_json::from_slice(response.body()).expect("it is JSON");
            assert_eq!(document["status"], status.as_u16());
            assert_eq!(document["code"], code);
            assert_eq!(document["title"], title);
            let retry = response.headers().contains_key(header::RETRY_AFTER);
            assert_eq!(retry, status == StatusCode::SERVICE_UNAVAILABLE);
        }
    }

    #[test]
    fn every_refusal_is_documented() {
        let documented = include_str!("../../../docs/http-server.md");
        for refusal in ALL {
            let (status, code, ..) = refusal.describe();
            let row = format!("| {} | `{code}` |", status.as_u16());
            assert!(documented.contains(&row), "{row}");
        }
    }

    #[test]
    fn codes_are_unique() {
        for (index, one) in ALL.iter().enumerate() {
            for other in &ALL[index + 1..] {
                assert_ne!(one.describe().1, other.describe().1);
            }
        }
    }
}
