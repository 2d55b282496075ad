//! What became of a case, as programs read it.

use serde::{Deserialize, Serialize};
use serde_json::value::RawValue;
use wire::Violation;

/// The answer to a case of a batch: a line of the output.
#[derive(Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Answer {
    /// Character by character as it came: a number of twenty digits is an id, too.
    pub(crate) id: Box<RawValue>,
    /// The evaluation, as it was written where it was made.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(crate) evaluation: Option<Box<RawValue>>,
    /// Why there is none.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(crate) error: Option<Refusal>,
}

/// Why there is no evaluation.
#[derive(Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Refusal {
    /// Stable code.
    pub(crate) code: String,
    /// What is wrong with the inputs.
    pub(crate) violations: Vec<Violation>,
}

impl Refusal {
    /// Of inputs.
    pub(crate) fn of(violations: Vec<Violation>) -> Self {
        Self {
            code: "refused".to_owned(),
            violations,
        }
    }

    /// Of a line that is no case.
    pub(crate) fn of_line(code: &str) -> Self {
        Self {
            code: code.to_owned(),
            violations: Vec::new(),
        }
    }
}

/// Whether an id says nothing.
pub(crate) fn is_null(id: &RawValue) -> bool {
    id.get() == RawValue::NULL.get()
}
