//! JSON Schema (2020-12) of a calculator's inputs.

use clinical::definition::{Input, Kind};
use clinical::units::{self, QuantityKind};
use clinical::{Calculator, Language};
use serde_json::{Map, Value, json};

/// The schema of the member `inputs` of a request. What it cannot say (limits in
/// each unit, rules between inputs) the evaluation checks.
pub(crate) fn inputs(calculator: &Calculator, language: Language) -> Value {
    let mut properties = Map::new();
    let mut required = Vec::new();
    let mut either = None;
    for input in calculator.inputs {
        properties.insert(input.name.to_owned(), property(input, language));
        match (input.kind, input.required) {
            (Kind::Age, true) => {
                either = Some(json!([
                    {"required": [input.name]},
                    {"required": ["birth_date"]}
                ]));
            }
            (_, true) => required.push(input.name),
            (_, false) => {}
        }
        if matches!(input.kind, Kind::Age) {
            for name in ["birth_date", "on"] {
                properties
                    .entry(name)
                    .or_insert_with(|| json!({"type": "string", "format": "date"}));
            }
        }
    }
    let mut schema = json!({
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "type": "object",
        "additionalProperties": false,
        "properties": properties,
        "required": required,
    });
    if let Some(either) = either {
        schema["oneOf"] = either;
    }
    schema
}

fn property(input: &Input, language: Language) -> Value {
    let mut schema = match input.kind {
        Kind::Quantity(kind) => quantity(kind),
        Kind::Age => quantity(&units::AGE),
        Kind::Boolean => json!({"type": "boolean"}),
        Kind::Integer {
            least,
            greatest,
            or,
        } => {
            let number = json!({"type": "integer", "minimum": least, "maximum": greatest});
            match or {
                Some(code) => json!({"anyOf": [number, {"const": code}]}),
                None => number,
            }
        }
        Kind::Choice(choices) => {
            let codes: Vec<_> = choices.iter().map(|choice| choice.code).collect();
            json!({"type": "string", "enum": codes})
        }
        Kind::Date => json!({"type": "string", "format": "date"}),
    };
    schema["title"] = json!(language.of(input.title));
    schema
}

fn quantity(kind: &QuantityKind) -> Value {
    let codes: Vec<_> = kind.units.iter().map(|unit| unit.code).collect();
    let with_unit = json!({
        "type": "object",
        "additionalProperties": false,
        "properties": {
            "value": {"type": "number"},
            "unit": {"type": "string", "enum": codes},
        },
        "required": ["value", "unit"],
    });
    if kind.bare {
        json!({"anyOf": [with_unit, {"type": "number"}]})
    } else {
        with_unit
    }
}
