//! Calculators that are asked together.

use serde::{Deserialize, Serialize};
use text::Language;

use crate::{Evaluation, Input, Str};

/// A panel.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Panel<'a> {
    /// Stable identifier.
    #[serde(borrow)]
    pub id: Str<'a>,
    /// Its name.
    #[serde(borrow)]
    pub title: Str<'a>,
    /// What it is for.
    #[serde(borrow)]
    pub description: Str<'a>,
    /// Language of all texts.
    pub language: Language,
    /// Its members, in the order of the answer.
    pub calculators: Vec<Member<'a>>,
    /// The inputs of all members, each once. None is required: a member that misses one
    /// says so.
    pub inputs: Vec<Input<'a>>,
}

/// A calculator of a panel.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Member<'a> {
    /// Id of the calculator.
    #[serde(borrow)]
    pub id: Str<'a>,
    /// Its name.
    #[serde(borrow)]
    pub title: Str<'a>,
}

/// What the members of a panel found.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PanelEvaluation<'a> {
    /// Id of the panel.
    #[serde(borrow)]
    pub panel: Str<'a>,
    /// Its name.
    #[serde(borrow)]
    pub title: Str<'a>,
    /// Language of all texts.
    pub language: Language,
    /// What each member says, in the order of the panel.
    pub calculators: Vec<MemberAnswer<'a>>,
    /// How long the request took, in microseconds; an answer over HTTP has it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub processing_time_us: Option<u64>,
}

/// What a member says: an evaluation, or what it misses, or why there is none.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct MemberAnswer<'a> {
    /// Id of the calculator.
    #[serde(borrow)]
    pub calculator: Str<'a>,
    /// Its name.
    #[serde(borrow)]
    pub title: Str<'a>,
    /// What it found.
    #[serde(default, borrow, skip_serializing_if = "Option::is_none")]
    pub evaluation: Option<Evaluation<'a>>,
    /// The inputs that it misses.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub missing: Vec<Refusal>,
    /// Why it has no answer to what was sent.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub violations: Vec<Refusal>,
}

/// Why a member has no answer, at an input of the request.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Refusal {
    /// JSON pointer (RFC 6901) into the body of the request.
    pub pointer: String,
    /// Stable code.
    pub code: String,
    /// What would be accepted.
    pub message: String,
}
