//! Questions to the catalogue.

use serde_json::Value;

/// An evaluation to make.
#[derive(Debug, Clone, PartialEq)]
pub struct Question {
    /// The calculator's id in the catalogue.
    pub calculator: &'static str,
    /// Its inputs, as the JSON of the catalogue takes them.
    pub inputs: Value,
}
