//! The schemas that operations name, for the OpenAPI document.

use serde_json::{Map, Value, json};
use wire::Definition;

use crate::figures;

/// Every schema but those of refusals. The persons of the figures have the limits of
/// the definitions that calculate them; nothing when one of these is not there.
pub fn schemas(definitions: &[Definition<'_>]) -> Option<Map<String, Value>> {
    let mut schemas = fixed()?;
    for (name, calculator, required) in figures::PERSONS {
        let found = definitions.iter().find(|one| one.id == calculator)?;
        schemas.insert(name.to_owned(), person(found, required)?);
    }
    Some(schemas)
}

/// The schemas that no definition has a part in.
fn fixed() -> Option<Map<String, Value>> {
    let mut schemas = api::openapi::problem_schemas();
    let fixed = serde_json::from_str(include_str!("schemas.json")).ok()?;
    let Value::Object(fixed) = fixed else {
        return None;
    };
    schemas.extend(fixed);
    Some(schemas)
}

/// Where a schema refers to in the OpenAPI document, and where in a document of its own.
const SHARED: &str = "#/components/schemas/";
const OWN: &str = "#/$defs/";

/// A schema that brings along every schema that it refers to.
pub(crate) fn resolved(mut schema: Value) -> Option<Value> {
    let all = fixed()?;
    let mut names = Vec::new();
    refer(&mut schema, &mut names);
    let mut found = Map::new();
    while let Some(name) = names.pop() {
        if !found.contains_key(&name) {
            let mut one = all.get(&name)?.clone();
            refer(&mut one, &mut names);
            found.insert(name, one);
        }
    }
    found.sort_keys();
    schema["$defs"] = Value::Object(found);
    Some(schema)
}

/// Turns references, and tells the names of what they refer to.
fn refer(schema: &mut Value, names: &mut Vec<String>) {
    match schema {
        Value::Object(members) => {
            for (name, member) in members {
                let named = member.as_str().and_then(|text| text.strip_prefix(SHARED));
                match named.map(str::to_owned).filter(|_| name == "$ref") {
                    Some(referred) => {
                        *member = format!("{OWN}{referred}").into();
                        names.push(referred);
                    }
                    None => refer(member, names),
                }
            }
        }
        Value::Array(items) => items.iter_mut().for_each(|item| refer(item, names)),
        _ => {}
    }
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
