//! A checker of JSON Schema (2020-12), as far as the schemas here use it.

use serde_json::{Map, Value};

use crate::documents;

/// Schemas by name.
pub(crate) struct Schemas(Map<String, Value>);

impl Schemas {
    /// Those of the OpenAPI document.
    pub(crate) fn of_the_api() -> Self {
        Self(documents::schemas())
    }

    /// Whether there is one of this name.
    pub(crate) fn has(&self, name: &str) -> bool {
        self.0.contains_key(name)
    }

    /// Fails when a value does not fit the schema of this name.
    #[track_caller]
    pub(crate) fn expect(&self, name: &str, value: &Value) {
        let schema = self.0.get(name).expect(name);
        if let Err(error) = self.check(schema, value) {
            panic!("not a {name}: {error} in {value}");
        }
    }

    /// Whether a value fits the schema of this name.
    pub(crate) fn accepts(&self, name: &str, value: &Value) -> bool {
        self.check(&self.0[name], value).is_ok()
    }

    /// The schema of a member of the schema of this name.
    pub(crate) fn property(&self, name: &str, member: &str) -> &Value {
        &self.0[name]["properties"][member]
    }

    fn check(&self, schema: &Value, value: &Value) -> Result<(), String> {
        check(schema, value, &self.0)
    }
}

/// Whether a value fits a schema that refers to no other, or to those that it brings along.
pub(crate) fn fits(schema: &Value, value: &Value) -> Result<(), String> {
    let none = Map::new();
    check(schema, value, schema["$defs"].as_object().unwrap_or(&none))
}

/// Whether a value fits a schema, or where it does not.
fn check(schema: &Value, value: &Value, named: &Map<String, Value>) -> Result<(), String> {
    let keywords = schema.as_object().expect("a schema is an object");
    for (keyword, said) in keywords {
        let holds = keyword_holds(keyword, said, keywords, value, named)?;
        if !holds {
            return Err(format!("{keyword} {said}"));
        }
    }
    Ok(())
}

fn keyword_holds(
    keyword: &str,
    said: &Value,
    schema: &Map<String, Value>,
    value: &Value,
    named: &Map<String, Value>,
) -> Result<bool, String> {
    let fitting = |schemas: &Value| {
        let all = schemas.as_array().expect("schemas").iter();
        all.filter(|one| check(one, value, named).is_ok()).count()
    };
    let limit = |compare: fn(&f64, &f64) -> bool| {
        let limit = said.as_f64().expect("a number");
        value.as_f64().is_none_or(|value| compare(&value, &limit))
    };
    Ok(match keyword {
        "$schema" | "$defs" | "title" | "description" | "format" => true,
        "$ref" => check(referred(said, named), value, named).map(|()| true)?,
        "type" => match said {
            Value::Array(all) => all.iter().any(|one| is(one, value)),
            one => is(one, value),
        },
        "const" => same(said, value),
        "enum" => said
            .as_array()
            .expect("values")
            .iter()
            .any(|one| same(one, value)),
        "minimum" => limit(f64::ge),
        "maximum" => limit(f64::le),
        "exclusiveMaximum" => limit(f64::lt),
        "anyOf" => fitting(said) > 0,
        "oneOf" => fitting(said) == 1,
        "allOf" => Some(fitting(said)) == said.as_array().map(Vec::len),
        "not" => check(said, value, named).is_err(),
        "required" => has_all(said, value),
        "properties" | "additionalProperties" => members_fit(keyword, schema, value, named)?,
        "items" => {
            let mut items = value.as_array().into_iter().flatten();
            items.try_for_each(|item| check(said, item, named))?;
            true
        }
        "minLength" => value
            .as_str()
            .is_none_or(|text| text.chars().count() as u64 >= said.as_u64().expect("a count")),
        "minItems" => value
            .as_array()
            .is_none_or(|all| all.len() as u64 >= said.as_u64().expect("a count")),
        "maxProperties" => value
            .as_object()
            .is_none_or(|all| all.len() as u64 <= said.as_u64().expect("a count")),
        other => panic!("the keyword {other} is not known here"),
    })
}

/// The schema that a reference names.
fn referred<'a>(reference: &Value, named: &'a Map<String, Value>) -> &'a Value {
    let path = reference.as_str().expect("a path");
    let name = path.rsplit('/').next().unwrap_or_default();
    named.get(name).expect("a schema of this name")
}

/// Whether an object has members of all these names.
fn has_all(names: &Value, value: &Value) -> bool {
    let mut all = names.as_array().expect("names").iter();
    let there = |name: &Value| value.get(name.as_str().unwrap_or_default()).is_some();
    !value.is_object() || all.all(there)
}

/// Whether the members of an object fit, those that are named or the others.
fn members_fit(
    keyword: &str,
    schema: &Map<String, Value>,
    value: &Value,
    named: &Map<String, Value>,
) -> Result<bool, String> {
    let properties = schema.get("properties").and_then(Value::as_object);
    for (name, member) in value.as_object().into_iter().flatten() {
        let schema = match (keyword, properties.and_then(|all| all.get(name))) {
            ("properties", Some(schema)) => schema,
            ("additionalProperties", None) => &schema["additionalProperties"],
            _ => continue,
        };
        if *schema == false {
            return Err(format!("{name} is not known"));
        }
        check(schema, member, named).map_err(|error| format!("{name}: {error}"))?;
    }
    Ok(true)
}

fn is(name: &Value, value: &Value) -> bool {
    match name.as_str() {
        Some("null") => value.is_null(),
        Some("boolean") => value.is_boolean(),
        Some("string") => value.is_string(),
        Some("array") => value.is_array(),
        Some("object") => value.is_object(),
        Some("number") => value.is_number(),
        Some("integer") => value.as_f64().is_some_and(|number| number.fract() == 0.0),
        other => panic!("the type {other:?} is not known here"),
    }
}

/// JSON Schema compares numbers by what they are worth.
fn same(one: &Value, other: &Value) -> bool {
    match (one.as_f64(), other.as_f64()) {
        (Some(one), Some(other)) => one == other,
        _ => one == other,
    }
}
