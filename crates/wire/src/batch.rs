//! Many evaluations in one text: a line of JSON per case, in and out.
//!
//! In: `{"id": …, "calculator": …, "inputs": {…}}`. Out, in the same order, an
//! [`Outcome`] each.

use serde::{Deserialize, Serialize};
use serde_json::value::RawValue;

use crate::Violation;

/// What became of a line.
#[derive(Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Outcome<'a> {
    /// The line's id, character by character as it came; null where there is none.
    #[serde(borrow)]
    pub id: &'a RawValue,
    /// The evaluation, an [`Evaluation`](crate::Evaluation).
    #[serde(default, borrow, skip_serializing_if = "Option::is_none")]
    pub evaluation: Option<&'a RawValue>,
    /// Why there is none.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub error: Option<Failure>,
}

/// Why a line has no evaluation.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Failure {
    /// What is wrong with the line.
    pub code: FailureCode,
    /// What is wrong with its inputs.
    pub violations: Vec<Violation>,
}

/// What is wrong with a line.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum FailureCode {
    /// It is no JSON.
    InvalidJson,
    /// It is no object of `id`, `calculator` and `inputs`, each once.
    WrongShape,
    /// No calculator has this id.
    UnknownCalculator,
    /// The inputs were refused.
    Refused,
    /// The calculator is at fault.
    Defect,
}
