//! The parts of a definition and of an evaluation that are shown to people.
//!
//! Read from the JSON that the server sends and `evaluator` makes, so that a
//! calculator that only the server has can be run as well.

use serde::Deserialize;
use serde_json::{Number, Value};

/// What `list` prints.
#[derive(Debug, Deserialize)]
pub(crate) struct Summary {
    pub(crate) id: String,
    pub(crate) category: String,
    pub(crate) title: String,
    #[serde(default)]
    pub(crate) description: String,
}

/// A calculator.
#[derive(Debug, Deserialize)]
pub(crate) struct Definition {
    pub(crate) id: String,
    pub(crate) version: String,
    pub(crate) title: String,
    pub(crate) description: String,
    pub(crate) inputs: Vec<Input>,
    pub(crate) results: Vec<Output>,
    #[serde(default)]
    pub(crate) validity: Vec<Validity>,
    #[serde(default)]
    pub(crate) assumptions: Vec<String>,
    pub(crate) reference: Reference,
}

#[derive(Debug, Deserialize)]
pub(crate) struct Input {
    pub(crate) name: String,
    pub(crate) title: String,
    pub(crate) required: bool,
    pub(crate) kind: Kind,
    /// UCUM codes.
    #[serde(default)]
    pub(crate) units: Vec<String>,
    #[serde(default)]
    pub(crate) bare_number: bool,
    #[serde(default)]
    pub(crate) choices: Vec<Choice>,
    pub(crate) least: Option<Number>,
    pub(crate) greatest: Option<Number>,
    /// A code that can stand instead of the number.
    pub(crate) or: Option<String>,
    /// Names of dates that can be sent instead.
    #[serde(default)]
    pub(crate) instead: Vec<String>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub(crate) enum Kind {
    Quantity,
    Age,
    Boolean,
    Integer,
    Choice,
    Date,
    /// Of a later version; sent as it was typed, so that the server decides.
    #[serde(other)]
    Other,
}

#[derive(Debug, Deserialize)]
pub(crate) struct Choice {
    pub(crate) code: String,
    pub(crate) title: String,
}

#[derive(Debug, Deserialize)]
pub(crate) struct Output {
    pub(crate) name: String,
    pub(crate) title: String,
    pub(crate) unit: String,
}

#[derive(Debug, Deserialize)]
pub(crate) struct Validity {
    pub(crate) input: String,
    pub(crate) least: Option<Number>,
    pub(crate) greatest: Option<Number>,
    pub(crate) below: Option<Number>,
    #[serde(default)]
    pub(crate) unit: String,
}

#[derive(Debug, Deserialize)]
pub(crate) struct Reference {
    pub(crate) citation: String,
    pub(crate) doi: Option<String>,
    pub(crate) pmid: Option<String>,
}

/// An answer.
#[derive(Debug, Deserialize)]
pub(crate) struct Evaluation {
    pub(crate) calculator: String,
    pub(crate) version: String,
    pub(crate) title: String,
    pub(crate) results: Vec<Found>,
    #[serde(default)]
    pub(crate) items: Vec<Item>,
    pub(crate) warnings: Vec<String>,
    pub(crate) assumptions: Vec<String>,
    pub(crate) inputs: serde_json::Map<String, Value>,
    pub(crate) reference: Reference,
}

#[derive(Debug, Deserialize)]
pub(crate) struct Found {
    pub(crate) title: String,
    pub(crate) display: String,
    #[serde(default)]
    pub(crate) unit: String,
    pub(crate) interpretation: Option<Interpretation>,
}

#[derive(Debug, Deserialize)]
pub(crate) struct Interpretation {
    pub(crate) text: String,
}

#[derive(Debug, Deserialize)]
pub(crate) struct Item {
    pub(crate) item: String,
    pub(crate) points: Number,
}
