//! References: to whom results are about, and to what they were derived from.

use serde_json::{Value, json};

use crate::json::{prune, string};

/// A Reference with nothing in it but what identifies; `None` when that is
/// nothing. References into the resource that was sent lead nowhere from the
/// answer and are left out.
pub(super) fn reference(sent: &Value) -> Option<Value> {
    let text = |value: &Value, name: &str| value.get(name).filter(|one| one.is_string()).cloned();
    let literal = string(sent, "reference");
    let literal = is_uri(literal).then_some(literal);
    let mut identifier = sent.get("identifier").map(|identifier| {
        json!({
            "system": text(identifier, "system"),
            "value": text(identifier, "value"),
        })
    });
    // A literal urn reference holds within one Bundle only, so it identifies.
    let urn = literal.filter(|literal| literal.starts_with("urn:"));
    if let Some(urn) = urn {
        identifier = identifier.or_else(|| Some(urn_identifier(urn)));
    }
    let literal = literal.filter(|_| urn.is_none());
    let kind = string(sent, "type");
    let mut reference = json!({
        "reference": literal,
        "type": is_uri(kind).then_some(kind),
        "identifier": identifier,
        "display": text(sent, "display"),
    });
    prune(&mut reference);
    let identifies = ["reference", "identifier", "display"]
        .iter()
        .any(|name| reference.get(name).is_some());
    identifies.then_some(reference)
}

/// A Reference to a resource by its full URL or else by its id.
pub(super) fn to_resource(kind: &str, full_url: &str, resource: &Value) -> Option<Value> {
    if is_uri(full_url) && (full_url.starts_with("http://") || full_url.starts_with("https://")) {
        return Some(json!({"reference": full_url}));
    }
    let id = string(resource, "id");
    let allowed = |byte: u8| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'.');
    if (1..=64).contains(&id.len()) && id.bytes().all(allowed) {
        return Some(json!({"reference": format!("{kind}/{id}")}));
    }
    (full_url.starts_with("urn:") && is_uri(full_url))
        .then(|| json!({"type": kind, "identifier": urn_identifier(full_url)}))
}

/// A URN as an Identifier.
fn urn_identifier(urn: &str) -> Value {
    json!({"system": "urn:ietf:rfc:3986", "value": urn})
}

fn is_uri(text: &str) -> bool {
    !text.is_empty()
        && !text.starts_with('#')
        && !text.chars().any(|c| c.is_whitespace() || c.is_control())
}

/// To whom everything in a request is about.
///
/// Each is compared with the first of its kind, and with the first of the other kind
/// that can name the same: those that agree with the first agree with each other.
#[derive(Default)]
pub(super) struct Abouts {
    urn: Option<String>,
    absolute: Option<String>,
    relative: Option<String>,
    /// Where the first stands that surely leads to another one.
    pub(super) other: Option<String>,
}

impl Abouts {
    /// Adds a literal reference that stands at this place.
    pub(super) fn add(&mut self, literal: &str, path: &str) {
        let literal = without_version(literal);
        // What a resource contains has a name inside it only.
        if literal.is_empty() || literal.starts_with('#') {
            return;
        }
        let firsts = [&self.urn, &self.absolute, &self.relative];
        let differs = firsts.into_iter().flatten().any(|one| differ(one, literal));
        if differs && self.other.is_none() {
            self.other = Some(path.to_owned());
        }
        let first = if literal.starts_with("urn:") {
            &mut self.urn
        } else if literal.contains("://") {
            &mut self.absolute
        } else {
            &mut self.relative
        };
        first.get_or_insert_with(|| literal.to_owned());
    }
}

/// Whether two literal references surely lead to different resources.
fn differ(one: &str, other: &str) -> bool {
    // Within a Bundle and outside it, the same resource has different names.
    if one == other || one.starts_with("urn:") != other.starts_with("urn:") {
        return false;
    }
    let relative = |long: &str, short: &str| {
        long.strip_suffix(short)
            .is_some_and(|base| base.ends_with('/') && base.contains("://"))
    };
    !relative(one, other) && !relative(other, one)
}

fn without_version(literal: &str) -> &str {
    literal
        .split_once("/_history/")
        .map_or(literal, |(base, _)| base)
}
