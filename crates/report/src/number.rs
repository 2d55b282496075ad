//! Numbers and plain values as people of a language write them.

use serde_json::Value;

use crate::labels::Language;
use crate::units::unit;

/// A number of JSON with four digits after the point at most; more are an
/// artefact of converting units, and the evaluation itself has them all.
pub(crate) fn number(value: f64, language: Language) -> String {
    let fixed = format!("{value:.4}");
    let short = fixed.trim_end_matches('0').trim_end_matches('.');
    // What rounds to nothing is shown in full rather than as zero.
    let text = match short {
        "0" | "-0" if value != 0.0 => value.to_string(),
        "-0" => "0".to_owned(),
        short => short.to_owned(),
    };
    decimal(&text, language)
}

/// A number that is already written, with the decimal sign of the language.
pub(crate) fn decimal(text: &str, language: Language) -> String {
    let is_number = !text.is_empty()
        && text
            .bytes()
            .all(|byte| byte.is_ascii_digit() || matches!(byte, b'.' | b'-' | b'+'));
    if is_number && language == Language::Portuguese {
        text.replace('.', ",")
    } else {
        text.to_owned()
    }
}

/// Any value for people; empty when there is none.
pub(crate) fn plain(value: &Value, language: Language) -> String {
    match value {
        Value::Null | Value::Array(_) => String::new(),
        Value::Bool(true) => language.say("yes", "sim").to_owned(),
        Value::Bool(false) => language.say("no", "não").to_owned(),
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

/// A written number and the readable form of its unit.
pub(crate) fn with_unit(number: &str, code: &str, language: Language) -> String {
    match unit(code, language) {
        "" => number.to_owned(),
        "%" => format!("{number}%"),
        unit => format!("{number} {unit}"),
    }
}
