//! Refusals as an OperationOutcome.

use serde_json::Value;
use wire::{OutcomeIssue, Violation};

use crate::issue::{Issue, IssueCode};
use crate::request::Request;

/// An OperationOutcome with an error for each issue.
pub fn operation_outcome(issues: &[Issue]) -> Value {
    wire::operation_outcome(issues.iter().map(|issue| OutcomeIssue {
        kind: issue.code.as_str(),
        code: issue.our_code.as_deref(),
        text: &issue.text,
        expression: issue.expression.as_deref(),
    }))
}

/// The issues for the violations of an evaluation, each with the place in the request
/// that its input came from.
pub fn issues_from_violations(violations: &[Violation], request: &Request) -> Vec<Issue> {
    let issues = violations.iter().map(|violation| Issue {
        code: IssueCode::of_violation(&violation.code),
        expression: Some(expression(&violation.field, request)),
        text: violation.message.clone(),
        our_code: Some(violation.code.clone()),
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
