//! What the server itself answers when no component does: problems of the
//! vocabulary that all of the platform shares, for whoever asked.

use api::negotiate::language_of;
use api::{Form, Problem, ProblemCode};
use bytes::Bytes;
use http::request::Parts;
use http::{HeaderValue, Response, header};
use text::Language;

/// Every refusal of this server, in the order of their statuses.
pub const REFUSALS: [ProblemCode; 16] = [
    ProblemCode::BodyInterrupted,
    ProblemCode::InvalidConnection,
    ProblemCode::InvalidFraming,
    ProblemCode::InvalidHost,
    ProblemCode::NotFound,
    ProblemCode::RequestTimeout,
    ProblemCode::BodyTooLarge,
    ProblemCode::MisdirectedRequest,
    ProblemCode::TooManyRequests,
    ProblemCode::HeadersTooLarge,
    ProblemCode::UnsupportedTransferCoding,
    ProblemCode::NoAnswer,
    ProblemCode::Overloaded,
    ProblemCode::Unavailable,
    ProblemCode::LatticeUnavailable,
    ProblemCode::DeadlineExceeded,
];

/// Who reads a refusal: in which language, and in which form.
#[derive(Debug, Clone, Copy)]
pub struct Reader {
    language: Language,
    form: Form,
}

impl Reader {
    /// Whoever sent a request.
    pub fn of(head: &Parts) -> Self {
        let wanted = head.headers.get_all(header::ACCEPT_LANGUAGE).iter();
        Self {
            language: language_of(wanted.filter_map(|value| value.to_str().ok())),
            form: Form::of_path(head.uri.path()),
        }
    }

    /// The answer for them. `max_body_bytes` is said to whoever sent more.
    pub fn refuse(self, code: ProblemCode, max_body_bytes: usize) -> Response<Bytes> {
        let problem = match code {
            ProblemCode::BodyTooLarge => Problem::body_too_large(max_body_bytes, self.language),
            code => Problem::new(code, self.language),
        };
        let mut response = Response::from(problem.respond(self.form)).map(Bytes::from);
        // What is left of the request is of no use, or no one can say where it
        // ends.
        if matches!(
            code,
            ProblemCode::RequestTimeout
                | ProblemCode::BodyInterrupted
                | ProblemCode::BodyTooLarge
                | ProblemCode::HeadersTooLarge
                | ProblemCode::InvalidConnection
                | ProblemCode::InvalidFraming
                | ProblemCode::InvalidHost
                | ProblemCode::UnsupportedTransferCoding
        ) {
            let close = HeaderValue::from_static("close");
            response.headers_mut().insert(header::CONNECTION, close);
        }
        response
    }
}

/// A refusal as bytes of HTTP/1.1, for a client whose request is not complete
/// enough to be one.
pub fn raw(code: ProblemCode) -> Vec<u8> {
    let problem = Problem::new(code, Language::English);
    let body = problem.body(Form::Document);
    let (status, media_type) = (code.status(), Form::Document.media_type());
    let (language, length) = (problem.language.tag(), body.len());
    let more = code.headers().iter();
    let more: String = more
        .map(|(name, value)| format!("{name}: {value}\r\n"))
        .collect();
    format!(
        "HTTP/1.1 {status}\r\ncontent-type: {media_type}\r\ncontent-language: {language}\r\n\
         content-length: {length}\r\n{more}connection: close\r\n\r\n{body}"
    )
    .into_bytes()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_refusal_is_documented_and_nothing_else_is() {
        let documented = include_str!("../../../docs/http-server.md");
        let (_, table) = documented
            .split_once("| status | code | when |")
            .expect("it is there");
        let (table, _) = table.split_once("\n\n").expect("it ends");
        let rows: Vec<&str> = table.lines().skip(2).collect();
        assert_eq!(rows.len(), REFUSALS.len());
        for (row, code) in rows.iter().zip(REFUSALS) {
            let (status, code) = (code.status().as_u16(), code.as_str());
            assert!(
                row.starts_with(&format!("| {status} | `{code}` |")),
                "{row}"
            );
        }
    }

    #[test]
    fn whoever_may_ask_again_is_told_when() {
        for code in REFUSALS {
            let head = http::Request::new(()).into_parts().0;
            let response = Reader::of(&head).refuse(code, 7);
            assert_eq!(response.status(), code.status());
            let retry = response.headers().contains_key(header::RETRY_AFTER);
            assert_eq!(retry, [429, 503].contains(&code.status().as_u16()));
        }
    }
}
