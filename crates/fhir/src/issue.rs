//! Refusals in FHIR: issues, and the OperationOutcome that carries them.

use serde_json::{Value, json};

use crate::request::Request;
use crate::{ISSUE, prune};

/// What kind of issue it is; a part of FHIR's value set `issue-type`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum IssueCode {
    /// Content that does not follow the rules, in no more particular way.
    Invalid,
    /// The shape or a type is wrong.
    Structure,
    /// Something required is not there.
    Required,
    /// A value is not acceptable.
    Value,
    /// A code or a unit is none of those admitted.
    CodeInvalid,
    /// What was asked for does not exist.
    NotFound,
    /// Each part is acceptable, and a rule forbids the whole.
    BusinessRule,
    /// Not supported here.
    NotSupported,
}

impl IssueCode {
    /// The code as FHIR has it.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Invalid => "invalid",
            Self::Structure => "structure",
            Self::Required => "required",
            Self::Value => "value",
            Self::CodeInvalid => "code-invalid",
            Self::NotFound => "not-found",
            Self::BusinessRule => "business-rule",
            Self::NotSupported => "not-supported",
        }
    }

    /// The kind of issue for a code of a violation.
    fn of_violation(code: &str) -> Self {
        match code {
            "missing" | "missing-unit" => Self::Required,
            "wrong-type" => Self::Structure,
            "not-a-choice" | "unknown-unit" => Self::CodeInvalid,
            "not-whole" | "not-a-date" | "out-of-range" => Self::Value,
            "implausible-combination" | "outside-validity" => Self::BusinessRule,
            "unknown-field" => Self::NotSupported,
            _ => Self::Invalid,
        }
    }
}

/// One problem.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Issue {
    /// Its kind.
    pub code: IssueCode,
    /// FHIRPath to the element it is about, in the resource that was sent.
    pub expression: Option<String>,
    /// A sentence that says what would be accepted.
    pub text: String,
    /// The platform's stable code.
    pub our_code: Option<String>,
}

/// An OperationOutcome with an error for each issue.
pub fn operation_outcome(issues: &[Issue]) -> Value {
    let mut all: Vec<_> = issues.iter().map(error).collect();
    if all.is_empty() {
        // FHIR wants one issue at least.
        all.push(json!({"severity": "information", "code": "informational"}));
    }
    let mut outcome = json!({"resourceType": "OperationOutcome", "issue": all});
    prune(&mut outcome);
    outcome
}

fn error(issue: &Issue) -> Value {
    let coding = issue
        .our_code
        .as_ref()
        .map(|code| json!([{"system": ISSUE, "code": code}]));
    json!({
        "severity": "error",
        "code": issue.code.as_str(),
        "details": {"coding": coding, "text": issue.text},
        "diagnostics": issue.text,
        "expression": issue.expression.as_ref().map(|path| [path]),
    })
}

/// The issues for violations of an evaluation: pointer below the inputs (such as
/// `weight/unit`), stable code, message.
pub fn issues_from_violations(
    violations: &[(String, String, String)],
    request: &Request,
) -> Vec<Issue> {
    let issues = violations.iter().map(|(pointer, code, message)| Issue {
        code: IssueCode::of_violation(code),
        expression: Some(expression(pointer, request)),
        text: message.clone(),
        our_code: Some(code.clone()),
    });
    issues.collect()
}

/// Where the input came from; where it would have stood, if it was not sent.
fn expression(pointer: &str, request: &Request) -> String {
    let (name, below) = pointer.split_once('/').unwrap_or((pointer, ""));
    let origin = request.origins.get(name).or_else(|| match name {
        // An age that was sent as a date of birth.
        "age" => request.origins.get("birth_date"),
        _ => None,
    });
    let Some(origin) = origin else {
        return missing(name);
    };
    match below {
        "unit" => format!("{origin}.code"),
        "value" => format!("{origin}.value"),
        _ => origin.clone(),
    }
}

fn missing(name: &str) -> String {
    let known = !name.is_empty()
        && name
            .bytes()
            .all(|byte| byte.is_ascii_alphanumeric() || byte == b'_');
    if known {
        format!("Parameters.parameter.where(name='{name}')")
    } else {
        // Nothing that could end the text in the expression.
        "Parameters.parameter".to_owned()
    }
}
