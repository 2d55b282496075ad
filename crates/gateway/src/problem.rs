//! Every error answer there is: RFC 9457 problem documents.
//!
//! The only place where a refusal becomes a status. No text from inside the
//! platform and no value that was sent ever stands in one.

use http::{HeaderValue, StatusCode};
use serde::Serialize;

use crate::response::{Response, response};

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
    code: &'static str,
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

    pub(crate) fn unsupported_media_type() -> Self {
        Self {
            header: Some(("accept-post", "application/json")),
            ..Self::new(
                StatusCode::UNSUPPORTED_MEDIA_TYPE,
                "unsupported-media-type",
                "Unsupported media type",
                "Send the body as JSON, with the header Content-Type: application/json.",
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
                code,
                message,
            }],
            ..Self::invalid_input(Vec::new())
        }
    }

    pub(crate) fn invalid_input(violations: Vec<Violation>) -> Self {
        let violations = violations.into_iter().map(|violation| WireViolation {
            pointer: pointer(&violation.field),
            code: violation.code,
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

    /// The response that carries this problem.
    pub fn into_response(self) -> Response {
        let document = Document {
            r#type: format!("urn:medical-api:problem:{}", self.code),
            title: self.title,
            status: self.status.as_u16(),
            code: self.code,
            detail: &self.detail,
            violations: &self.violations,
        };
        // A struct of strings and integers always serializes.
        let body = serde_json::to_vec(&document).unwrap_or_default();
        let mut response = response(self.status, "application/problem+json", body);
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
