//! Refusals as FHIR's OperationOutcome, whoever refuses.

use serde_json::{Map, Value, json};

/// The system of the platform's codes of refusals.
const ISSUE: &str = "urn:medical-platform:issue";

/// One error of an OperationOutcome.
#[derive(Debug, Clone, Copy)]
pub struct OutcomeIssue<'a> {
    /// Its kind, of FHIR's value set `issue-type`.
    pub kind: &'a str,
    /// The platform's code, of the system `urn:medical-platform:issue`.
    pub code: Option<&'a str>,
    /// A sentence for people.
    pub text: &'a str,
    /// FHIRPath to what it is about, in the resource that was sent.
    pub expression: Option<&'a str>,
}

/// The OperationOutcome of these errors. FHIR wants one issue at least: where there is no
/// error it says so.
///
/// ```
/// use wire::{OutcomeIssue, operation_outcome};
///
/// let text = "The body is not JSON.";
/// let issue = OutcomeIssue { kind: "structure", code: None, text, expression: None };
/// let outcome = operation_outcome([issue]);
/// assert_eq!(outcome["issue"][0]["details"]["text"], text);
/// ```
pub fn operation_outcome<'a>(issues: impl IntoIterator<Item = OutcomeIssue<'a>>) -> Value {
    let mut all: Vec<Value> = issues.into_iter().map(error).collect();
    if all.is_empty() {
        all.push(json!({"severity": "information", "code": "informational"}));
    }
    json!({"resourceType": "OperationOutcome", "issue": all})
}

fn error(issue: OutcomeIssue<'_>) -> Value {
    let mut details = Map::new();
    if let Some(code) = issue.code {
        details.insert(
            "coding".to_owned(),
            json!([{"system": ISSUE, "code": code}]),
        );
    }
    details.insert("text".to_owned(), json!(issue.text));
    let mut error = json!({
        "severity": "error",
        "code": issue.kind,
        "details": details,
        "diagnostics": issue.text,
    });
    if let Some(expression) = issue.expression {
        error["expression"] = json!([expression]);
    }
    error
}
