//! Members of JSON resources, whatever they turn out to be.

use serde_json::Value;

/// A text member; empty when it is not there or no text.
pub(crate) fn string<'a>(value: &'a Value, name: &str) -> &'a str {
    value.get(name).and_then(Value::as_str).unwrap_or_default()
}

/// The members of an array; none when it is not there or no array.
pub(crate) fn list<'a>(value: &'a Value, name: &str) -> &'a [Value] {
    value
        .get(name)
        .and_then(Value::as_array)
        .map(Vec::as_slice)
        .unwrap_or_default()
}

/// A member that is there; null says the same as nothing.
pub(crate) fn member<'a>(value: &'a Value, name: &str) -> Option<&'a Value> {
    value.get(name).filter(|value| !value.is_null())
}

/// Whether a resource is of this type.
pub(crate) fn is(resource: &Value, kind: &str) -> bool {
    string(resource, "resourceType") == kind
}

/// Removes what FHIR forbids: null, empty texts, empty arrays and objects.
pub(crate) fn prune(value: &mut Value) {
    let keep = |value: &Value| match value {
        Value::Null => false,
        Value::String(text) => !text.trim().is_empty(),
        Value::Array(members) => !members.is_empty(),
        Value::Object(members) => !members.is_empty(),
        Value::Bool(_) | Value::Number(_) => true,
    };
    match value {
        Value::Array(members) => {
            members.iter_mut().for_each(prune);
            members.retain(keep);
        }
        Value::Object(members) => {
            members.values_mut().for_each(prune);
            members.retain(|_, member| keep(member));
        }
        _ => {}
    }
}
