//! Numbers as people of a language write them.

use crate::{Language, unit};

/// A number with four digits after the point at most; more are an artefact of
/// converting units.
///
/// ```
/// use text::{Language, number};
///
/// assert_eq!(number(22.857142857, Language::Portuguese), "22,8571");
/// assert_eq!(number(0.00001, Language::English), "0.00001");
/// ```
pub fn number(value: f64, language: Language) -> String {
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

/// A number that is already written, with the decimal sign of the language; any
/// other text as it is.
pub fn decimal(text: &str, language: Language) -> String {
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

/// A written number and the readable form of its unit, a UCUM code.
pub fn with_unit(number: &str, code: &str, language: Language) -> String {
    match unit(code, language) {
        "" => number.to_owned(),
        "%" => format!("{number}%"),
        unit => format!("{number} {unit}"),
    }
}
