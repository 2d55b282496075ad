//! The answer to one evaluation.

use serde::{Deserialize, Serialize};
use text::Language;

use crate::{Named, Number, OutputKind, Reference, Str, Understood, Value};

/// What a calculator found, in one language. Values are unrounded; `display` is
/// rounded for people.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Evaluation<'a> {
    /// Id of the calculator.
    #[serde(borrow)]
    pub calculator: Str<'a>,
    /// Version of its definition.
    #[serde(borrow)]
    pub version: Str<'a>,
    /// Code of its speciality.
    #[serde(borrow)]
    pub category: Str<'a>,
    /// Its name.
    #[serde(borrow)]
    pub title: Str<'a>,
    /// Language of all texts.
    pub language: Language,
    /// The results, the principal one first.
    pub results: Vec<Found<'a>>,
    /// The points of each item, for scores.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub items: Vec<Item<'a>>,
    /// What to know before trusting a result.
    pub warnings: Vec<Str<'a>>,
    /// What the results rest on that was not sent.
    pub assumptions: Vec<Str<'a>>,
    /// The inputs as they were understood, in canonical units.
    pub inputs: Named<'a, Understood<'a>>,
    /// What the inputs are called.
    pub labels: Named<'a, Label<'a>>,
    /// Where the formula comes from.
    pub reference: Reference<'a>,
    /// What else it rests on.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub sources: Vec<Reference<'a>>,
    /// How long the request took, in microseconds; an answer over HTTP has it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub processing_time_us: Option<u64>,
}

/// A result.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Found<'a> {
    /// Name in answers.
    #[serde(borrow)]
    pub name: Str<'a>,
    /// Name for people.
    #[serde(borrow)]
    pub title: Str<'a>,
    /// What sort of figure it is.
    pub kind: OutputKind,
    /// Unrounded.
    pub value: Value<'a>,
    /// UCUM code; a date has none.
    #[serde(default, borrow, skip_serializing_if = "Option::is_none")]
    pub unit: Option<Str<'a>>,
    /// Rounded half up.
    #[serde(borrow)]
    pub display: Str<'a>,
    /// What the unrounded value means.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub interpretation: Option<Interpretation<'a>>,
    /// LOINC code of this value, only where it is certain.
    #[serde(default, borrow, skip_serializing_if = "Option::is_none")]
    pub loinc: Option<Str<'a>>,
    /// The edition that gave it, where it is not the calculator's own.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub formula: Option<Edition<'a>>,
}

/// What a value means.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Interpretation<'a> {
    /// Stable code.
    #[serde(borrow)]
    pub code: Str<'a>,
    /// For people.
    #[serde(borrow)]
    pub text: Str<'a>,
    /// The code of HL7's ObservationInterpretation that says the same, where one does.
    #[serde(default, borrow, skip_serializing_if = "Option::is_none")]
    pub hl7: Option<Str<'a>>,
}

/// The edition of a formula.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Edition<'a> {
    /// Id of the calculator that has it.
    #[serde(borrow)]
    pub id: Str<'a>,
    /// Version of that definition.
    #[serde(borrow)]
    pub version: Str<'a>,
    /// The publication.
    #[serde(borrow)]
    pub citation: Str<'a>,
}

/// The points of an item of a score.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Item<'a> {
    /// Name for people.
    #[serde(borrow)]
    pub item: Str<'a>,
    /// Name of the input that gave them.
    #[serde(borrow)]
    pub input: Str<'a>,
    /// Points.
    pub points: Number,
}

/// What an input, and a code it has, are called.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Label<'a> {
    /// Name of the input.
    #[serde(borrow)]
    pub title: Str<'a>,
    /// Meaning of the code.
    #[serde(default, borrow, skip_serializing_if = "Option::is_none")]
    pub value: Option<Str<'a>>,
}
