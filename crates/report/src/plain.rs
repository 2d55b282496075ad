//! Any value of JSON, for people.

use serde_json::Value;
use text::{Language, number, with_unit};

/// Any value for people; empty when there is none.
pub(crate) fn plain(value: &Value, language: Language) -> String {
    match value {
        Value::Null | Value::Array(_) => String::new(),
        Value::Bool(true) => language.choose("yes", "sim").to_owned(),
        Value::Bool(false) => language.choose("no", "não").to_owned(),
        Value::Number(found) => found
            .as_f64()
            .map_or_else(|| found.to_string(), |found| number(found, language)),
        Value::String(text) => text.clone(),
        Value::Object(quantity) => {
            let value = quantity.get("value").unwrap_or(&Value::Null);
            let code = quantity.get("unit").and_then(Value::as_str);
            with_unit(&plain(value, language), code.unwrap_or_default(), language)
        }
    }
}
