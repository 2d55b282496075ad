//! For every operation, requests that make it give each of the answers it declares.

use api::{BodyError, CASE_LIMIT, Operation, ProblemCode, Response};
use ports::Ports;

use crate::common::ask_reading;
use crate::fakes::{Fake, broken};

/// An answer that an operation declares.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Expected {
    /// A status and a media type; none for an answer without a body.
    Answer(u16, Option<&'static str>),
    /// A refusal.
    Refused(ProblemCode),
}

/// A request that makes an operation give an answer.
pub(crate) struct Request {
    ports: Fake,
    method: &'static str,
    target: String,
    headers: Vec<(&'static str, &'static str)>,
    body: Result<Vec<u8>, BodyError>,
}

impl Request {
    /// The request that stands in the table.
    pub(crate) fn example<P: ?Sized>(operation: &Operation<P>) -> Self {
        let body = operation.body;
        let announced = body.map(|body| ("content-type", body.media_types[0]));
        Self {
            ports: Fake::default(),
            method: operation.method.name(),
            target: operation.example.target.to_owned(),
            headers: announced.into_iter().collect(),
            body: Ok(operation.example.body.as_bytes().to_vec()),
        }
    }

    /// The same with another method.
    pub(crate) fn by(self, method: &'static str) -> Self {
        Self { method, ..self }
    }

    /// The same with one more header.
    pub(crate) fn with(mut self, name: &'static str, value: &'static str) -> Self {
        self.headers.push((name, value));
        self
    }

    /// The same without a header, wherever it stands.
    pub(crate) fn without(mut self, name: &str) -> Self {
        self.headers.retain(|(known, _)| *known != name);
        self
    }

    fn to(self, target: &str) -> Self {
        let target = target.to_owned();
        Self { target, ..self }
    }

    fn saying(self, body: impl Into<Vec<u8>>) -> Self {
        let body = Ok(body.into());
        Self { body, ..self }
    }

    fn unread(self, error: BodyError) -> Self {
        let body = Err(error);
        Self { body, ..self }
    }

    fn of_nobody(self) -> Self {
        let ports = broken();
        Self { ports, ..self }
    }

    /// The answer to it.
    pub(crate) fn ask(&self) -> Response {
        let body = match &self.body {
            Ok(body) => Ok(body.as_slice()),
            Err(error) => Err(*error),
        };
        ask_reading(&self.ports, self.method, &self.target, &self.headers, body)
    }
}

/// Every answer that an operation declares, and the request for it; none where nobody
/// knows one.
pub(crate) fn requests_for(
    operation: &'static Operation<dyn Ports>,
) -> Vec<(Expected, Option<Request>)> {
    let mut all = Vec::new();
    for answer in operation.answers {
        if answer.media_types.is_empty() {
            let example = Request::example(operation);
            let request = match answer.status {
                202 => example.saying(NOTIFICATION),
                _ => example.with("if-none-match", "*"),
            };
            all.push((Expected::Answer(answer.status, None), Some(request)));
        }
        for media_type in answer.media_types {
            let request = Request::example(operation).with("accept", media_type);
            let expected = Expected::Answer(answer.status, Some(media_type));
            all.push((expected, Some(request)));
        }
    }
    for code in operation.codes() {
        all.push((Expected::Refused(code), refused(operation, code)));
    }
    all
}

/// A request that an operation refuses with this code.
fn refused(operation: &'static Operation<dyn Ports>, code: ProblemCode) -> Option<Request> {
    let example = || Request::example(operation);
    let in_version = |version, body: &str| {
        let headers = example().with("mcp-protocol-version", version);
        headers.with("mcp-method", "nope").saying(body)
    };
    Some(match code {
        ProblemCode::InternalError if operation.path == "/mcp" => {
            in_version("2025-11-25", TOOLS).of_nobody()
        }
        ProblemCode::OriginNotAllowed => example().with("origin", "https://elsewhere.example"),
        ProblemCode::HeaderMismatch => example().saying(TOOLS),
        ProblemCode::UnsupportedProtocolVersion => in_version("1900-01-01", TOOLS),
        ProblemCode::InvalidParams => in_version("2026-07-28", TOOLS),
        ProblemCode::UnknownMethod => in_version("2026-07-28", UNKNOWN),
        ProblemCode::InternalError | ProblemCode::NotReady => example().of_nobody(),
        ProblemCode::UnsupportedMediaType => example()
            .without("content-type")
            .with("content-type", "text/html"),
        ProblemCode::BodyTooLarge => {
            let limit = operation.body?.limit;
            example().unread(BodyError::TooLarge(limit))
        }
        ProblemCode::BodyInterrupted => example().unread(BodyError::Interrupted),
        ProblemCode::EmptyBody => example().saying(""),
        ProblemCode::NotText => example().saying([0xff]),
        ProblemCode::InvalidJson => example().saying("{"),
        ProblemCode::DuplicateMember => example().saying(r#"{"a": 1, "a": 1}"#),
        ProblemCode::InvalidRequest => example().saying("[]"),
        ProblemCode::InvalidInput if operation.body.is_some() => example().saying("{}"),
        ProblemCode::InvalidInput => example().to(&format!("{}?category=no", operation.path)),
        ProblemCode::NotAcceptable => {
            let other = "application/fhir+json; fhirVersion=5.0";
            example().with("accept", other)
        }
        ProblemCode::UnknownCalculator
        | ProblemCode::UnknownPanel
        | ProblemCode::UnknownService => example().to(&operation.path.replace("{id}", "nope")),
        ProblemCode::TooManyCases => example().saying("{}\n".repeat(CASE_LIMIT + 1)),
        ProblemCode::MissingData => example().saying(WITHOUT_DATA),
        _ => return None,
    })
}

/// Messages of the Model Context Protocol.
const NOTIFICATION: &str = r#"{"jsonrpc": "2.0", "method": "notifications/initialized"}"#;
const TOOLS: &str = r#"{"jsonrpc": "2.0", "id": 1, "method": "tools/list"}"#;
const UNKNOWN: &str = r#"{"jsonrpc": "2.0", "id": 1, "method": "nope", "params": {"_meta": {
"io.modelcontextprotocol/protocolVersion": "2026-07-28",
"io.modelcontextprotocol/clientCapabilities": {}}}}"#;

/// A CDS Hooks request without any prefetch.
const WITHOUT_DATA: &str = r#"{"hook": "patient-view",
"hookInstance": "d1577c69-dfbe-44ad-ba6d-3e05e953b2ea",
"context": {"userId": "Practitioner/1", "patientId": "1"}}"#;
