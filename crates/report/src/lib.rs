//! Readable reports: evaluations and the catalogue, for people.
//!
//! Everything is made from the JSON of crate `evaluator`. JSON of another shape gives
//! a shorter report, never a panic; a member that is not there is left out.

mod block;
mod catalogue;
mod evaluation;
mod plain;

use serde_json::Value;
use text::Language;

/// A report of an evaluation as plain text, in the evaluation's language.
pub fn text(evaluation: &Value) -> String {
    block::text(&evaluation::blocks(evaluation))
}

/// A report of an evaluation in Markdown (with tables as GitHub has them), in
/// the evaluation's language. Nothing in the evaluation can add markup to it.
pub fn markdown(evaluation: &Value) -> String {
    block::markdown(&evaluation::blocks(evaluation))
}

/// The printed catalogue in Markdown: every definition of an array of
/// definitions, by category, in the order of the array and in its language.
pub fn catalogue(definitions: &Value) -> String {
    block::markdown(&catalogue::blocks(definitions))
}

/// The language that a document says it is in; English when it says none.
fn language(document: &Value) -> Language {
    Language::of_tag(string(document, "language"))
}

/// A text member; empty when it is not there or no text.
fn string<'a>(value: &'a Value, name: &str) -> &'a str {
    value.get(name).and_then(Value::as_str).unwrap_or_default()
}

/// The members of an array; none when it is not there or no array.
fn list<'a>(value: &'a Value, name: &str) -> &'a [Value] {
    value
        .get(name)
        .and_then(Value::as_array)
        .map(Vec::as_slice)
        .unwrap_or_default()
}

/// The texts in an array.
fn strings(value: &Value, name: &str) -> Vec<String> {
    let texts = list(value, name).iter().filter_map(Value::as_str);
    texts.map(str::to_owned).collect()
}
