//! FHIR R4 (4.0.1) at the edge of the platform: a `Parameters` resource becomes
//! the inputs of a calculator, an evaluation becomes Observations, and a refusal
//! becomes an `OperationOutcome` that points into the resource that was sent.
//!
//! What an input may be is not decided here. This crate translates and refuses
//! only what cannot be translated without choosing; the evaluation refuses the
//! rest, with the same codes as everywhere else.

mod bundle;
mod capability;
mod dates;
mod issue;
mod observation;
mod origin;
mod parameters;
mod reason;
mod request;
mod subject;

pub use bundle::bundle;
pub use capability::capability_statement;
pub use issue::{Issue, IssueCode, issues_from_violations, operation_outcome};
pub use parameters::{calculator, parse};
pub use request::{Provenance, Request};

use serde_json::Value;

/// The system of UCUM codes.
pub const UCUM: &str = "http://unitsofmeasure.org";
/// The system of LOINC codes.
pub const LOINC: &str = "http://loinc.org";
/// The system of calculators: code is the id, version the definition's.
pub const CALCULATOR: &str = "urn:medical-platform:calculator";
/// The system of results: `<calculator>/<result>`.
pub const RESULT: &str = "urn:medical-platform:calculator-result";
/// The system of items of scores: `<calculator>/<input>`.
pub const ITEM: &str = "urn:medical-platform:calculator-item";
/// The system of interpretations: `<calculator>/<code>`.
pub const INTERPRETATION: &str = "urn:medical-platform:calculator-interpretation";
/// The system of the codes of refusals.
pub const ISSUE: &str = "urn:medical-platform:issue";

/// A text member; empty when it is not there or no text.
fn string<'a>(value: &'a Value, name: &str) -> &'a str {
    value.get(name).and_then(Value::as_str).unwrap_or_default()
}

/// The members of an array; none when it is not there or no array.
fn list<'a>(value: &'a Value, name: &str) -> &'a [Value] {
    value
        .get(name)
        .and_then(Value::as_array)
        .map(Vec::as_slice)
        .unwrap_or_default()
}

/// Whether a resource is of this type.
fn is(resource: &Value, kind: &str) -> bool {
    string(resource, "resourceType") == kind
}

/// Removes what FHIR forbids: null, empty texts, empty arrays and objects.
fn prune(value: &mut Value) {
    let keep = |value: &Value| match value {
        Value::Null => false,
        Value::String(text) => !text.trim().is_empty(),
        Value::Array(members) => !members.is_empty(),
        Value::Object(members) => !members.is_empty(),
        Value::Bool(_) | Value::Number(_) => true,
    };
    match value {
        Value::Array(members) => {
            members.iter_mut().for_each(prune);
            members.retain(keep);
        }
        Value::Object(members) => {
            members.values_mut().for_each(prune);
            members.retain(|_, member| keep(member));
        }
        _ => {}
    }
}
