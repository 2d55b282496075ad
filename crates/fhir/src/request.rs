//! What was asked for, and where each part of it came from.

use std::collections::BTreeMap;

use serde_json::Value;

/// A request for an evaluation, read from a Parameters resource.
#[derive(Debug, Clone, PartialEq)]
pub struct Request {
    /// Id of the calculator; it exists.
    pub calculator: String,
    /// The inputs by name, as the JSON API takes them.
    pub inputs: Value,
    /// What the results need to say about their inputs.
    pub provenance: Provenance,
    /// FHIRPath to the element that each input came from, by name.
    pub origins: BTreeMap<String, String>,
}

/// What results say about what they were derived from.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Provenance {
    /// Reference to whom the results are about.
    pub subject: Option<Value>,
    /// FHIR dateTime for which the results hold, if the inputs tell.
    pub effective: Option<String>,
    /// References to the Observations that gave inputs.
    pub derived_from: Vec<Value>,
    /// Whether an input came from an Observation that is preliminary: then what
    /// is derived from it cannot be final.
    pub preliminary: bool,
}
