//! What was asked for, and where each part of it came from.

use std::collections::BTreeMap;

use serde_json::{Value, json};

use crate::string;

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

impl Provenance {
    /// The provenance as a JSON text, to cross the border of a component.
    pub fn to_json(&self) -> String {
        self.value().to_string()
    }

    /// The provenance in a JSON text; `None` when it is no JSON object.
    pub fn from_json(json: &str) -> Option<Self> {
        let value: Value = serde_json::from_str(json).ok()?;
        value.is_object().then(|| Self::of(&value))
    }

    fn value(&self) -> Value {
        json!({
            "subject": self.subject,
            "effective": self.effective,
            "derived_from": self.derived_from,
            "preliminary": self.preliminary,
        })
    }

    fn of(value: &Value) -> Self {
        let text = |name| value.get(name).and_then(Value::as_str).map(str::to_owned);
        let references = value.get("derived_from").and_then(Value::as_array);
        Self {
            subject: value
                .get("subject")
                .filter(|found| found.is_object())
                .cloned(),
            effective: text("effective"),
            derived_from: references.cloned().unwrap_or_default(),
            preliminary: value.get("preliminary") == Some(&Value::Bool(true)),
        }
    }
}

impl Request {
    /// The request as a JSON text, to cross the border of a component.
    pub fn to_json(&self) -> String {
        let value = json!({
            "calculator": self.calculator,
            "inputs": self.inputs,
            "provenance": self.provenance.value(),
            "origins": self.origins,
        });
        value.to_string()
    }

    /// The request in a JSON text; `None` when it is none.
    pub fn from_json(json: &str) -> Option<Self> {
        let value: Value = serde_json::from_str(json).ok()?;
        let origins = value.get("origins")?.as_object()?.iter();
        let origins =
            origins.filter_map(|(name, path)| Some((name.clone(), path.as_str()?.to_owned())));
        Some(Self {
            calculator: string(&value, "calculator").to_owned(),
            inputs: value.get("inputs")?.clone(),
            provenance: Provenance::of(value.get("provenance")?),
            origins: origins.collect(),
        })
    }
}
