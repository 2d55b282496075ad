//! Every error answer there is: RFC 9457 problem documents.
//!
//! The only place where a refusal becomes a status. No text from inside the
//! platform and no value that was sent ever stands in one.

use std::borrow::Cow;

use http::{HeaderValue, StatusCode};
use serde::Serialize;
use serde_json::Value;

use crate::negotiate::Format;
use crate::response::{Response, response};
use crate::services::EvaluationError;

/// One refused field.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Violation {
    /// Name of the field.
    pub field: String,
    /// Stable code.
    pub code: &'static str,
    /// What would be accepted.
    pub message: String,
}

/// An error answer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Problem {
    status: StatusCode,
    code: &'static str,
    title: &'static str,
    detail: String,
    violations: Vec<WireViolation>,
    header: Option<(&'static str, &'static str)>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
struct WireViolation {
    /// RFC 6901 pointer into the body; empty for the body as a whole.
    pointer: String,
    code: Cow<'static, str>,
    message: String,
}

#[derive(Serialize)]
struct Document<'a> {
    r#type: String,
    title: &'a str,
    status: u16,
    code: &'a str,
    detail: &'a str,
    #[serde(skip_serializing_if = "<[_]>::is_empty")]
    violations: &'a [WireViolation],
}

/// Seconds after which a client may ask again when a component is missing.
const RETRY_AFTER_SECONDS: &str = "5";

impl Problem {
    fn new(
        status: StatusCode,
        code: &'static str,
        title: &'static str,
        detail: impl Into<String>,
    ) -> Self {
        Self {
            status,
            code,
            title,
            detail: detail.into(),
            violations: Vec::new(),
            header: None,
        }
    }

    pub(crate) fn not_found() -> Self {
        Self::new(
            StatusCode::NOT_FOUND,
            "not-found",
            "Not found",
            "Nothing answers at this path.",
        )
    }

    pub(crate) fn method_not_allowed(allow: &'static str) -> Self {
        Self {
            header: Some(("allow", allow)),
            ..Self::new(
                StatusCode::METHOD_NOT_ALLOWED,
                "method-not-allowed",
                "Method not allowed",
                format!("This path answers {allow} only."),
            )
        }
    }

    pub(crate) fn unsupported_media_type(media_type: &'static str) -> Self {
        Self {
            header: Some(("accept-post", media_type)),
            ..Self::new(
                StatusCode::UNSUPPORTED_MEDIA_TYPE,
                "unsupported-media-type",
                "Unsupported media type",
                format!("Send the body with the header Content-Type: {media_type}."),
            )
        }
    }

    pub(crate) fn body_too_large(limit: usize) -> Self {
        Self::new(
            StatusCode::PAYLOAD_TOO_LARGE,
            "body-too-large",
            "Body too large",
            format!("The body may have up to {limit} bytes."),
        )
    }

    pub(crate) fn body_interrupted() -> Self {
        Self::new(
            StatusCode::BAD_REQUEST,
            "body-interrupted",
            "Body interrupted",
            "The body ended before its announced end.",
        )
    }

    pub(crate) fn empty_body() -> Self {
        Self::new(
            StatusCode::BAD_REQUEST,
            "empty-body",
            "Empty body",
            "The body is empty; send a JSON object.",
        )
    }

    pub(crate) fn invalid_json(line: usize, column: usize) -> Self {
        Self::new(
            StatusCode::BAD_REQUEST,
            "invalid-json",
            "Invalid JSON",
            format!("The body is not JSON: the error is at line {line}, column {column}."),
        )
    }

    pub(crate) fn unknown_calculator() -> Self {
        Self::new(
            StatusCode::NOT_FOUND,
            "unknown-calculator",
            "Unknown calculator",
            "No calculator has this id; GET /api/v1/calculators lists them.",
        )
    }

    pub(crate) fn unknown_service() -> Self {
        Self::new(
            StatusCode::NOT_FOUND,
            "unknown-service",
            "Unknown service",
            "No CDS service has this id; GET /cds-services lists them.",
        )
    }

    pub(crate) fn unknown_category(known: &str) -> Self {
        Self::whole_body("not-a-choice", format!("category must be one of {known}"))
    }

    pub(crate) fn too_many_cases(limit: usize) -> Self {
        Self::new(
            StatusCode::PAYLOAD_TOO_LARGE,
            "too-many-cases",
            "Too many cases",
            format!("A batch may have up to {limit} cases; send the others in another request."),
        )
    }

    pub(crate) fn not_text() -> Self {
        Self::new(
            StatusCode::BAD_REQUEST,
            "not-text",
            "Not text",
            "The body is not UTF-8 text.",
        )
    }

    pub(crate) fn invalid_request(detail: String) -> Self {
        Self::new(
            StatusCode::BAD_REQUEST,
            "invalid-request",
            "Invalid request",
            detail,
        )
    }

    pub(crate) fn missing_data(missing: &[String]) -> Self {
        Self::new(
            StatusCode::PRECONDITION_FAILED,
            "missing-data",
            "Missing data",
            format!("The service cannot do without: {}.", missing.join(", ")),
        )
    }

    /// The inputs of an evaluation were refused, or there is none to refuse.
    /// `below` is the pointer to the inputs in the body.
    pub(crate) fn evaluation(error: EvaluationError, below: &str) -> Self {
        match error {
            EvaluationError::UnknownCalculator => Self::unknown_calculator(),
            EvaluationError::Broken => Self::internal(),
            EvaluationError::Refused(violations) => {
                let violations = violations.into_iter().map(|violation| WireViolation {
                    pointer: format!("{below}/{}", violation.field),
                    code: violation.code.into(),
                    message: violation.message,
                });
                Self {
                    violations: violations.collect(),
                    ..Self::invalid_input(Vec::new())
                }
            }
        }
    }

    /// One violation at a place of the body.
    pub(crate) fn at(pointer: &str, code: &'static str, message: &str) -> Self {
        Self {
            violations: vec![WireViolation {
                pointer: pointer.to_owned(),
                code: code.into(),
                message: message.to_owned(),
            }],
            ..Self::invalid_input(Vec::new())
        }
    }

    pub(crate) fn invalid_line() -> Self {
        Self::new(
            StatusCode::BAD_REQUEST,
            "invalid-json",
            "Invalid JSON",
            "The line is not JSON.",
        )
    }

    pub(crate) fn not_an_object() -> Self {
        let message = "the body must be a JSON object".to_owned();
        Self::whole_body("wrong-type", message)
    }

    pub(crate) fn too_many_fields(limit: usize) -> Self {
        let message = format!("the body may have up to {limit} fields");
        Self::whole_body("too-many-fields", message)
    }

    fn whole_body(code: &'static str, message: String) -> Self {
        Self {
            violations: vec![WireViolation {
                pointer: String::new(),
                code: code.into(),
                message,
            }],
            ..Self::invalid_input(Vec::new())
        }
    }

    pub(crate) fn invalid_input(violations: Vec<Violation>) -> Self {
        let violations = violations.into_iter().map(|violation| WireViolation {
            pointer: pointer(&violation.field),
            code: violation.code.into(),
            message: violation.message,
        });
        Self {
            violations: violations.collect(),
            ..Self::new(
                StatusCode::UNPROCESSABLE_ENTITY,
                "invalid-input",
                "Invalid input",
                "Nothing was calculated; violations lists every problem found.",
            )
        }
    }

    pub(crate) fn not_ready(component: &str) -> Self {
        Self {
            header: Some(("retry-after", RETRY_AFTER_SECONDS)),
            ..Self::new(
                StatusCode::SERVICE_UNAVAILABLE,
                "not-ready",
                "Not ready",
                format!("The {component} does not give the answer it should."),
            )
        }
    }

    /// A component answered in a way its contract excludes. Nothing of what it
    /// said is passed on.
    pub(crate) fn internal() -> Self {
        Self::new(
            StatusCode::INTERNAL_SERVER_ERROR,
            "internal-error",
            "Internal error",
            "The request could not be answered; nothing was calculated.",
        )
    }

    /// The status this problem is answered with.
    pub(crate) const fn status(&self) -> StatusCode {
        self.status
    }

    /// The problem as a JSON document.
    pub(crate) fn document(&self) -> Value {
        let document = Document {
            r#type: format!("urn:medical-api:problem:{}", self.code),
            title: self.title,
            status: self.status.as_u16(),
            code: self.code,
            detail: &self.detail,
            violations: &self.violations,
        };
        // A struct of strings and integers always serializes.
        serde_json::to_value(&document).unwrap_or_default()
    }

    /// The response that carries this problem.
    pub fn into_response(self) -> Response {
        let body = self.document().to_string().into_bytes();
        self.respond("application/problem+json", body)
    }

    /// The response on a path: FHIR clients read an `OperationOutcome`.
    pub(crate) fn for_path(self, path: &str) -> Response {
        if !path.starts_with("/fhir/") {
            return self.into_response();
        }
        let issue = match self.status {
            StatusCode::NOT_FOUND => fhir::IssueCode::NotFound,
            StatusCode::METHOD_NOT_ALLOWED | StatusCode::UNSUPPORTED_MEDIA_TYPE => {
                fhir::IssueCode::NotSupported
            }
            StatusCode::BAD_REQUEST => fhir::IssueCode::Structure,
            _ => fhir::IssueCode::Invalid,
        };
        let issue = fhir::Issue {
            code: issue,
            expression: None,
            text: self.detail.clone(),
            our_code: Some(self.code.to_owned()),
        };
        self.with_issues(&[issue])
    }

    /// The response that carries these issues with this problem's status.
    pub(crate) fn with_issues(self, issues: &[fhir::Issue]) -> Response {
        let body = fhir::operation_outcome(issues).to_string().into_bytes();
        self.respond(Format::Fhir.media_type(), body)
    }

    fn respond(self, media_type: &'static str, body: Vec<u8>) -> Response {
        let mut response = response(self.status, media_type, body);
        if let Some((name, value)) = self.header {
            let value = HeaderValue::from_static(value);
            response.headers_mut().insert(name, value);
        }
        response
    }
}

/// JSON pointer (RFC 6901) to a member of the body.
fn pointer(field: &str) -> String {
    format!("/{}", field.replace('~', "~0").replace('/', "~1"))
}
