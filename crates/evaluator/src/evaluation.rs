//! An evaluation as JSON.

use clinical::definition::{Interpretation, Kind, Reference, Text, Value as Found};
use clinical::round::display;
use clinical::{Evaluation, EvaluationResult, Language, Typed};
use serde_json::{Map, Value, json};

/// The answer to one evaluation, in a language. Values are unrounded; `display`
/// is rounded for people.
pub fn evaluation(evaluation: &Evaluation, language: Language) -> Value {
    let calculator = evaluation.calculator;
    let texts = |all: &[Text]| all.iter().map(|one| language.of(*one)).collect::<Vec<_>>();
    let results = evaluation
        .results
        .iter()
        .map(|found| result(found, language));
    let mut answer = json!({
        "calculator": calculator.id,
        "version": calculator.version,
        "category": calculator.category.code(),
        "title": language.of(calculator.title),
        "language": language.tag(),
        "results": results.collect::<Vec<_>>(),
    });
    if !evaluation.items.is_empty() {
        let items = evaluation.items.iter().map(|item| {
            json!({
                "item": language.of(item.title),
                "input": item.name,
                "points": number(item.points),
            })
        });
        answer["items"] = items.collect();
    }
    answer["warnings"] = json!(texts(&evaluation.warnings));
    answer["assumptions"] = json!(texts(&evaluation.assumptions));
    answer["inputs"] = inputs(evaluation);
    answer["labels"] = labels(evaluation, language);
    answer["reference"] = reference(&calculator.reference);
    answer
}

fn result(found: &EvaluationResult, language: Language) -> Value {
    let output = found.output;
    let mut answer = json!({
        "name": output.name,
        "title": language.of(output.title),
    });
    match found.value {
        Found::Number(value) => {
            answer["value"] = number(value);
            answer["unit"] = json!(found.unit);
            answer["display"] = json!(display(value, output.digits));
        }
        Found::Date(date) => {
            answer["value"] = json!(date.to_string());
            answer["display"] = json!(date.to_string());
        }
    }
    if let Some(Interpretation { code, text, .. }) = found.interpretation {
        answer["interpretation"] = json!({"code": code, "text": language.of(text)});
    }
    if let Some(loinc) = found.loinc {
        answer["loinc"] = json!(loinc);
    }
    answer
}

/// Whole numbers without a point, so that 7 points are `7`.
pub(crate) fn number(value: f64) -> Value {
    if value.fract() == 0.0 && value.abs() < 1e15 {
        json!(value as i64)
    } else {
        json!(value)
    }
}

/// The inputs as they were understood, in canonical units.
fn inputs(evaluation: &Evaluation) -> Value {
    let mut all = Map::new();
    for (name, value) in evaluation.inputs.iter() {
        let value = match value {
            Typed::Quantity {
                canonical, kind, ..
            } => json!({"value": number(canonical), "unit": kind.canonical().code}),
            Typed::Age { years } => json!({"value": years, "unit": "a"}),
            Typed::Boolean(value) => json!(value),
            Typed::Integer(value) => json!(value),
            Typed::Code(code) => json!(code),
            Typed::Date(date) => json!(date.to_string()),
        };
        all.insert(name.to_owned(), value);
    }
    Value::Object(all)
}

/// What the inputs are called in this language, and the codes among them.
fn labels(evaluation: &Evaluation, language: Language) -> Value {
    let mut all = Map::new();
    for (name, value) in evaluation.inputs.iter() {
        let Some(input) = evaluation.calculator.input(name) else {
            continue;
        };
        let mut label = json!({"title": language.of(input.title)});
        if let (Typed::Code(code), Kind::Choice(choices)) = (value, input.kind)
            && let Some(choice) = choices.iter().find(|choice| choice.code == code)
        {
            label["value"] = json!(language.of(choice.title));
        }
        all.insert(name.to_owned(), label);
    }
    Value::Object(all)
}

/// Where a formula comes from; only what is known.
pub(crate) fn reference(reference: &Reference) -> Value {
    let mut answer = json!({"citation": reference.citation});
    if let Some(doi) = reference.doi {
        answer["doi"] = json!(doi);
    }
    if let Some(pmid) = reference.pmid {
        answer["pmid"] = json!(pmid);
    }
    answer
}
