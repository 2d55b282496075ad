//! Definitions as JSON: everything a client needs to build a form.

use clinical::definition::{Input, Interpretation, Kind, Output, Text, Validity};
use clinical::units::{self, QuantityKind};
use clinical::{Calculator, Language, calculators};
use serde_json::{Value, json};

use crate::evaluation::{number, reference};
use crate::schema;

/// Every definition in a language, in the order of the catalogue.
pub fn definitions(language: Language) -> Value {
    calculators::all()
        .map(|calculator| definition(calculator, language))
        .collect()
}

/// A definition in a language, with the JSON Schema of its inputs.
pub fn definition(calculator: &Calculator, language: Language) -> Value {
    let say = |text: Text| language.of(text);
    let inputs = calculator.inputs.iter().map(|one| input(one, language));
    let results = calculator.results.iter().map(|one| output(one, language));
    let validity = calculator.validity.iter().map(|one| limit(one, calculator));
    let assumptions = calculator.assumptions.iter().map(|one| say(*one));
    json!({
        "id": calculator.id,
        "version": calculator.version,
        "category": calculator.category.code(),
        "title": say(calculator.title),
        "description": say(calculator.description),
        "language": language.tag(),
        "inputs": inputs.collect::<Vec<_>>(),
        "results": results.collect::<Vec<_>>(),
        "validity": validity.collect::<Vec<_>>(),
        "assumptions": assumptions.collect::<Vec<_>>(),
        "reference": reference(&calculator.reference),
        "schema": schema::inputs(calculator, language),
    })
}

fn input(input: &Input, language: Language) -> Value {
    let mut answer = json!({
        "name": input.name,
        "title": language.of(input.title),
        "required": input.required,
    });
    match input.kind {
        Kind::Quantity(kind) => {
            answer["kind"] = json!("quantity");
            quantity(&mut answer, kind);
        }
        Kind::Age => {
            answer["kind"] = json!("age");
            quantity(&mut answer, &units::AGE);
            answer["instead"] = json!(["birth_date", "on"]);
        }
        Kind::Boolean => answer["kind"] = json!("boolean"),
        Kind::Integer {
            least,
            greatest,
            or,
        } => {
            answer["kind"] = json!("integer");
            answer["least"] = json!(least);
            answer["greatest"] = json!(greatest);
            if let Some(code) = or {
                answer["or"] = json!(code);
            }
        }
        Kind::Choice(choices) => {
            answer["kind"] = json!("choice");
            let choices = choices
                .iter()
                .map(|choice| json!({"code": choice.code, "title": language.of(choice.title)}));
            answer["choices"] = choices.collect();
        }
        Kind::Date => answer["kind"] = json!("date"),
    }
    answer
}

fn quantity(answer: &mut Value, kind: &QuantityKind) {
    let codes: Vec<_> = kind.units.iter().map(|unit| unit.code).collect();
    answer["units"] = json!(codes);
    answer["plausible"] = json!({
        "least": number(kind.least),
        "greatest": number(kind.greatest),
        "unit": kind.canonical().code,
    });
    if kind.bare {
        answer["bare_number"] = json!(true);
    }
    if !kind.loinc.is_empty() {
        answer["loinc"] = json!(kind.loinc);
    }
}

fn output(output: &Output, language: Language) -> Value {
    let mut answer = json!({
        "name": output.name,
        "title": language.of(output.title),
        "unit": output.unit,
        "digits": output.digits,
    });
    if let Some(loinc) = output.loinc {
        answer["loinc"] = json!(loinc);
    }
    if !output.interpretations.is_empty() {
        let meanings = output.interpretations.iter();
        answer["interpretations"] = meanings.map(|one| meaning(one, language)).collect();
    }
    answer
}

fn meaning(meaning: &Interpretation, language: Language) -> Value {
    let mut answer = json!({"code": meaning.code, "text": language.of(meaning.text)});
    if meaning.below.is_finite() {
        answer["below"] = number(meaning.below);
    }
    answer
}

fn limit(limit: &Validity, calculator: &Calculator) -> Value {
    let mut answer = json!({"input": limit.input});
    if limit.least.is_finite() {
        answer["least"] = number(limit.least);
    }
    if limit.greatest.is_finite() {
        let name = if limit.exclusive { "below" } else { "greatest" };
        answer[name] = number(limit.greatest);
    }
    match calculator.input(limit.input).map(|input| input.kind) {
        Some(Kind::Quantity(kind)) => answer["unit"] = json!(kind.canonical().code),
        Some(Kind::Age) => answer["unit"] = json!("a"),
        _ => {}
    }
    answer
}
