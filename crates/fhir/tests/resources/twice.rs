//! Documents with a member that stands twice.

use serde_json::{Value, json};
use wire::escaped;

/// For each member of a document, the pointer to it and the document with that member
/// written twice.
pub(crate) fn twice(document: &Value) -> Vec<(String, String)> {
    let mut members = Vec::new();
    collect(document, "", &mut members);
    let text = |member: String| {
        let text = repeated(document, "", &member);
        (member, text)
    };
    members.into_iter().map(text).collect()
}

/// The pointers to all members.
fn collect(value: &Value, at: &str, members: &mut Vec<String>) {
    for (name, value) in parts(value) {
        let at = format!("{at}/{}", escaped(&name));
        collect(value, &at, members);
        if !name.bytes().all(|byte| byte.is_ascii_digit()) {
            members.push(at);
        }
    }
}

/// The document with the member at a pointer written twice.
fn repeated(value: &Value, at: &str, member: &str) -> String {
    let Value::Object(_) = value else {
        return match value {
            Value::Array(_) => {
                let items = parts(value);
                let items = items
                    .into_iter()
                    .map(|(name, item)| repeated(item, &format!("{at}/{name}"), member));
                format!("[{}]", items.collect::<Vec<_>>().join(","))
            }
            other => other.to_string(),
        };
    };
    let members = parts(value).into_iter().map(|(name, value)| {
        let at = format!("{at}/{}", escaped(&name));
        let once = format!("{}:{}", json!(name), repeated(value, &at, member));
        if at == member {
            // With another value: nobody can say that it makes no difference.
            format!("{once},{}:null", json!(name))
        } else {
            once
        }
    });
    format!("{{{}}}", members.collect::<Vec<_>>().join(","))
}

/// The members of an object and the items of an array, by name and by position.
fn parts(value: &Value) -> Vec<(String, &Value)> {
    match value {
        Value::Object(members) => members
            .iter()
            .map(|(name, value)| (name.clone(), value))
            .collect(),
        Value::Array(items) => items
            .iter()
            .enumerate()
            .map(|(position, item)| (position.to_string(), item))
            .collect(),
        _ => Vec::new(),
    }
}
