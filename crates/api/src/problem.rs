//! Every error answer there is: one vocabulary for the server and for what stands
//! behind it, as RFC 9457 problem documents and as FHIR's OperationOutcome.
//!
//! No text from inside the platform and no value that was sent stands in one.

mod code;
mod of_server;
mod table;

use std::borrow::Cow;

use http::{HeaderMap, HeaderName, HeaderValue, header};
use serde::Serialize;
use serde_json::{Value, json};
use text::{Language, Text};
use wire::OutcomeIssue;

pub use code::ProblemCode;

use crate::Response;

/// What is before the code in the `type` of a problem document.
pub const TYPE: &str = "urn:medical-api:problem:";

/// Longest pointer that is repeated in an answer, in characters.
const POINTER_LIMIT: usize = 256;

/// One refused place of a request.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Violation {
    /// RFC 6901 pointer into the body; empty for the body as a whole.
    pub pointer: String,
    /// Stable code.
    pub code: Cow<'static, str>,
    /// What would be accepted, in the language of the problem.
    pub message: String,
}

/// An error answer, in a language.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Problem {
    /// What went wrong.
    pub code: ProblemCode,
    /// The language of its texts.
    pub language: Language,
    /// A sentence that helps.
    pub detail: String,
    /// Every place that was refused.
    pub violations: Vec<Violation>,
    /// Headers of the answer beside those that every problem has.
    pub headers: Box<HeaderMap>,
}

/// How a problem is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Form {
    /// A problem document (RFC 9457).
    Document,
    /// FHIR's OperationOutcome.
    OperationOutcome,
    /// An error of JSON-RPC 2.0 that answers no message in particular.
    JsonRpc,
}

impl Form {
    /// What clients of a path read: FHIR's at `/fhir` and below, JSON-RPC's at `/mcp`.
    pub fn of_path(path: &str) -> Self {
        let below = |start: &str| {
            let rest = path.strip_prefix(start);
            rest.is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
        };
        if below("/fhir") {
            Self::OperationOutcome
        } else if below("/mcp") {
            Self::JsonRpc
        } else {
            Self::Document
        }
    }

    /// The media type.
    pub const fn media_type(self) -> &'static str {
        match self {
            Self::Document => "application/problem+json",
            Self::OperationOutcome => "application/fhir+json",
            Self::JsonRpc => "application/json",
        }
    }
}

/// A problem document (RFC 9457).
#[derive(Debug, Serialize)]
pub struct Document<'a> {
    r#type: String,
    title: &'a str,
    status: u16,
    code: &'a str,
    detail: &'a str,
    #[serde(skip_serializing_if = "<[_]>::is_empty")]
    violations: &'a [Violation],
}

impl Problem {
    /// A problem with the sentence and the headers of its code.
    pub fn new(code: ProblemCode, language: Language) -> Self {
        let headers = code.headers().iter();
        let headers = headers.map(|(name, value)| {
            let name = HeaderName::from_static(name);
            (name, HeaderValue::from_static(value))
        });
        Self {
            code,
            language,
            detail: language.of(code.detail()).to_owned(),
            violations: Vec::new(),
            headers: Box::new(headers.collect()),
        }
    }

    /// The same with a sentence of its own, in its language.
    #[must_use]
    pub fn with_detail(self, detail: impl Into<String>) -> Self {
        let detail = detail.into();
        Self { detail, ..self }
    }

    /// The same with one more header; one whose value no header can have is left
    /// out.
    #[must_use]
    pub fn with_header(mut self, name: HeaderName, value: &str) -> Self {
        if let Ok(value) = HeaderValue::from_str(value) {
            self.headers.insert(name, value);
        }
        self
    }

    /// The path answers only the methods in `allow`, a list as in the header.
    pub fn method_not_allowed(allow: &str, language: Language) -> Self {
        Self::new(ProblemCode::MethodNotAllowed, language)
            .with_header(header::ALLOW, allow)
            .with_detail(language.say(
                format!("This path answers {allow} only."),
                format!("Este caminho responde apenas a {allow}."),
            ))
    }

    /// The body has to be announced as `media_type`.
    pub fn unsupported_media_type(media_type: &str, language: Language) -> Self {
        Self::new(ProblemCode::UnsupportedMediaType, language)
            .with_header(HeaderName::from_static("accept-post"), media_type)
            .with_detail(language.say(
                format!("Send the body with the header Content-Type: {media_type}."),
                format!("Envie o corpo com o cabeçalho Content-Type: {media_type}."),
            ))
    }

    /// The body has more than `limit` bytes.
    pub fn body_too_large(limit: usize, language: Language) -> Self {
        Self::new(ProblemCode::BodyTooLarge, language).with_detail(language.say(
            format!("The body may have up to {limit} bytes."),
            format!("O corpo pode ter até {limit} bytes."),
        ))
    }

    /// The body has more than `limit` values of JSON.
    pub fn too_many_values(limit: usize, language: Language) -> Self {
        Self::new(ProblemCode::BodyTooLarge, language).with_detail(language.say(
            format!("The body may have up to {limit} JSON values, members and items included."),
            format!("O corpo pode ter até {limit} valores JSON, contando membros e itens."),
        ))
    }

    /// The body is not JSON at this line and column, both counted from one.
    pub fn invalid_json(line: usize, column: usize, language: Language) -> Self {
        Self::new(ProblemCode::InvalidJson, language).with_detail(language.say(
            format!("The body is not JSON: the error is at line {line}, column {column}."),
            format!("O corpo não é JSON: o erro está na linha {line}, coluna {column}."),
        ))
    }

    /// A member of the body stands twice: the pointer (RFC 6901) to it.
    pub fn duplicate_member(pointer: &str, language: Language) -> Self {
        let code = ProblemCode::DuplicateMember;
        // Names are the client's: no more of them than a place needs.
        let pointer = pointer.chars().take(POINTER_LIMIT).collect();
        let violation = Violation {
            pointer,
            code: code.as_str().into(),
            message: language.say(
                "this member stands twice; send it once",
                "este membro aparece duas vezes; envie-o uma vez só",
            ),
        };
        Self {
            violations: vec![violation],
            ..Self::new(code, language)
        }
    }

    /// The body is encoded, and has to come as it is.
    pub fn unsupported_coding(language: Language) -> Self {
        Self::new(ProblemCode::UnsupportedMediaType, language)
            .with_header(header::ACCEPT_ENCODING, "identity")
            .with_detail(language.choose(
                "Send the body as it is, without a Content-Encoding.",
                "Envie o corpo como ele é, sem Content-Encoding.",
            ))
    }

    /// A line of a batch is not JSON.
    pub fn invalid_line(language: Language) -> Self {
        Self::new(ProblemCode::InvalidJson, language)
            .with_detail(language.choose("The line is not JSON.", "A linha não é JSON."))
    }

    /// A batch has more than `limit` cases.
    pub fn too_many_cases(limit: usize, language: Language) -> Self {
        Self::new(ProblemCode::TooManyCases, language).with_detail(language.say(
            format!("A batch may have up to {limit} cases; send the others in another request."),
            format!("Um lote pode ter até {limit} casos; envie os demais em outra requisição."),
        ))
    }

    /// A CDS service lacks data, named in the problem's language.
    pub fn missing_data(missing: &[String], language: Language) -> Self {
        let missing = missing.join(", ");
        Self::new(ProblemCode::MissingData, language).with_detail(language.say(
            format!("The service cannot do without: {missing}."),
            format!("O serviço não dispensa: {missing}."),
        ))
    }

    /// A component of this name does not do its work.
    pub fn not_ready(component: Text, language: Language) -> Self {
        let component = language.of(component);
        Self::new(ProblemCode::NotReady, language).with_detail(language.say(
            format!("The {component} does not give the answer it should."),
            format!("Este componente não dá a resposta que deveria: {component}."),
        ))
    }

    /// Values of the request are refused.
    pub fn invalid_input(violations: Vec<Violation>, language: Language) -> Self {
        Self {
            violations,
            ..Self::new(ProblemCode::InvalidInput, language)
        }
    }

    /// One place of the body is refused. `pointer` is empty for the whole body;
    /// the message is in the problem's language.
    pub fn at(
        pointer: &str,
        code: impl Into<Cow<'static, str>>,
        message: impl Into<String>,
        language: Language,
    ) -> Self {
        let violation = Violation {
            pointer: pointer.to_owned(),
            code: code.into(),
            message: message.into(),
        };
        Self::invalid_input(vec![violation], language)
    }

    /// The problem document (RFC 9457).
    pub fn document(&self) -> Document<'_> {
        Document {
            r#type: format!("{TYPE}{}", self.code.as_str()),
            title: self.language.of(self.code.title()),
            status: self.code.status().as_u16(),
            code: self.code.as_str(),
            detail: &self.detail,
            violations: &self.violations,
        }
    }

    /// The OperationOutcome (FHIR R4): an issue for each violation, or else one
    /// for the problem itself.
    pub fn operation_outcome(&self) -> Value {
        let issue = |code, text| OutcomeIssue {
            kind: self.code.issue_type(),
            code: Some(code),
            text,
            expression: None,
        };
        let violations = self.violations.iter();
        let mut issues: Vec<_> = violations
            .map(|violation| issue(violation.code.as_ref(), violation.message.as_str()))
            .collect();
        if issues.is_empty() {
            issues.push(issue(self.code.as_str(), self.detail.as_str()));
        }
        wire::operation_outcome(issues)
    }

    /// The error of JSON-RPC 2.0 that answers the message with this id, or none in
    /// particular; the problem document is its data.
    pub fn json_rpc(&self, id: Option<&Value>) -> Value {
        let mut answer = json!({
            "jsonrpc": "2.0",
            "error": {
                "code": self.code.json_rpc(),
                "message": self.detail,
                "data": self.document(),
            },
        });
        if let Some(id) = id {
            answer["id"] = id.clone();
        }
        answer
    }

    /// The body in a form, as JSON text.
    pub fn body(&self, form: Form) -> String {
        match form {
            // Strings and integers always serialize.
            Form::Document => serde_json::to_string(&self.document()).unwrap_or_default(),
            Form::OperationOutcome => self.operation_outcome().to_string(),
            Form::JsonRpc => self.json_rpc(None).to_string(),
        }
    }

    /// The answer. Nobody may store it on the way or guess another type for it.
    pub fn respond(&self, form: Form) -> Response {
        self.respond_with(form, self.body(form))
    }

    /// The same with a body of its own in that form.
    pub fn respond_with(&self, form: Form, body: String) -> Response {
        let body = body.into_bytes();
        let status = self.code.status().as_u16();
        let mut response = Response::new(status, form.media_type(), body);
        for (name, value) in self.headers.iter() {
            let value = value.to_str().unwrap_or_default().to_owned();
            response = response.with(name.as_str().to_owned(), value);
        }
        response
            .with("content-language", self.language.tag())
            .with("vary", "accept-language")
    }
}
