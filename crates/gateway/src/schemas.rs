//! The schemas that operations name, for the OpenAPI document.

use serde_json::{Map, Value, json};
use wire::Definition;

use crate::figures;

/// Every schema but those of refusals. The persons of the figures have the limits of
/// the definitions that calculate them; nothing when one of these is not there.
pub fn schemas(definitions: &[Definition<'_>]) -> Option<Map<String, Value>> {
    let mut schemas = api::openapi::problem_schemas();
    let fixed = serde_json::from_str(include_str!("schemas.json")).ok()?;
    let Value::Object(fixed) = fixed else {
        return None;
    };
    schemas.extend(fixed);
    for (name, calculator, required) in figures::PERSONS {
        let found = definitions.iter().find(|one| one.id == calculator)?;
        schemas.insert(name.to_owned(), person(found, required)?);
    }
    Some(schemas)
}

/// A person as flat fields.
fn person(definition: &Definition<'_>, required: &[&str]) -> Option<Value> {
    let mut properties = Map::new();
    for (name, input, unit) in figures::flat_fields() {
        let inputs = &definition.schema["properties"];
        let mut schema = match unit {
            Some(unit) => value_in(&inputs[input], unit)?,
            None => flat(definition, input)?,
        };
        if name == "age" {
            schema["type"] = json!("integer");
        }
        if !required.contains(&name) {
            schema = json!({"anyOf": [schema, {"type": "null"}]});
        }
        properties.insert(name.to_owned(), schema);
    }
    Some(json!({
        "type": "object",
        "additionalProperties": false,
        "required": required,
        "properties": properties,
    }))
}

/// The limits of a quantity in a unit, wherever in its schema they stand.
fn value_in(schema: &Value, unit: &str) -> Option<Value> {
    let members = &schema["properties"];
    if members["unit"]["const"] == unit {
        let mut value = members["value"].clone();
        value["description"] = json!(unit);
        return Some(value);
    }
    let mut forms = schema["anyOf"].as_array()?.iter();
    forms.find_map(|form| value_in(form, unit))
}

/// A code, or the factors that can be sent instead of codes.
fn flat(definition: &Definition<'_>, input: &str) -> Option<Value> {
    let choices = &definition.input(input)?.choices;
    let factors: Vec<_> = choices.iter().filter_map(|choice| choice.factor).collect();
    if factors.is_empty() {
        let codes: Vec<_> = choices.iter().map(|choice| &choice.code).collect();
        return Some(json!({"type": "string", "enum": codes}));
    }
    let said = factors.iter().map(|factor| factor.0.to_string());
    let said = said.collect::<Vec<_>>().join(", ");
    Some(json!({
        "type": "number",
        "minimum": factors.first(),
        "maximum": factors.last(),
        "description": format!("One of {said}."),
    }))
}
