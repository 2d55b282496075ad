//! An evaluation as data.

use clinical::definition::{Interpretation as Meaning, Kind, Text, Value};
use clinical::round::display;
use clinical::units::AGE;
use clinical::{Calculator, Evaluation, EvaluationResult, Language, Typed};
use wire::{Edition, Found, Interpretation, Item, Label, Named, Number, Quantity, Str, Understood};

use crate::definition::{kind, reference};

/// The answer to one evaluation, in a language.
pub fn evaluation(evaluation: &Evaluation, language: Language) -> wire::Evaluation<'static> {
    let calculator = evaluation.calculator;
    let texts = |all: &[Text]| all.iter().map(|one| language.of(*one).into()).collect();
    let results = evaluation.results.iter();
    let items = evaluation.items.iter().map(|item| Item {
        item: language.of(item.title).into(),
        input: item.name.into(),
        points: Number(item.points),
    });
    wire::Evaluation {
        calculator: calculator.id.into(),
        version: calculator.version.into(),
        category: calculator.category.code().into(),
        title: language.of(calculator.title).into(),
        language,
        results: results.map(|found| result(found, language)).collect(),
        items: items.collect(),
        warnings: texts(&evaluation.warnings),
        assumptions: texts(&evaluation.assumptions),
        inputs: inputs(evaluation),
        labels: labels(evaluation, language),
        reference: reference(&calculator.reference),
        sources: calculator.sources.iter().map(reference).collect(),
        processing_time_us: None,
    }
}

fn result(found: &EvaluationResult, language: Language) -> Found<'static> {
    let output = found.output;
    let (value, unit, shown) = match found.value {
        Value::Number(value) => (
            wire::Value::Number(Number(value)),
            Some(found.unit.into()),
            display(value, output.digits),
        ),
        Value::Date(date) => (
            wire::Value::Date(date.to_string().into()),
            None,
            date.to_string(),
        ),
    };
    let interpretation = found.interpretation.map(
        |Meaning {
             code, text, hl7, ..
         }| Interpretation {
            code: code.into(),
            text: language.of(text).into(),
            hl7: hl7.map(Str::from),
        },
    );
    Found {
        name: output.name.into(),
        title: language.of(output.title).into(),
        kind: kind(output),
        value,
        unit,
        display: shown.into(),
        interpretation,
        loinc: found.loinc.map(Str::from),
        formula: output.by.map(edition),
    }
}

fn edition(calculator: &Calculator) -> Edition<'static> {
    Edition {
        id: calculator.id.into(),
        version: calculator.version.into(),
        citation: calculator.reference.citation.into(),
    }
}

/// The inputs as they were understood, in canonical units; the age of an infant in days.
fn inputs(evaluation: &Evaluation) -> Named<'static, Understood<'static>> {
    let all = evaluation.inputs.iter().map(|(name, value)| {
        let value = match value {
            Typed::Quantity {
                canonical, kind, ..
            } => quantity(canonical, kind.canonical().code),
            // Of an infant completed years say nothing: a formula counted the days.
            Typed::Age {
                years: 0 | 1, days, ..
            } => quantity(days, "d"),
            Typed::Age { years, .. } => quantity(years.into(), AGE.canonical().code),
            other => plain(other),
        };
        (name.into(), value)
    });
    Named(all.collect())
}

pub(crate) fn quantity(value: f64, unit: &'static str) -> Understood<'static> {
    Understood::Quantity(Quantity {
        value: Number(value),
        unit: unit.into(),
    })
}

/// A value as it was read, in the unit it was sent in.
pub(crate) fn plain(value: Typed) -> Understood<'static> {
    match value {
        // An age too: a formula that counts days gets the same again.
        Typed::Quantity { sent, unit, .. } | Typed::Age { sent, unit, .. } => quantity(sent, unit),
        Typed::Boolean(value) => Understood::Boolean(value),
        Typed::Integer(value) => Understood::Integer(value.into()),
        Typed::Code(code) => Understood::Text(code.into()),
        Typed::Date(date) => Understood::Text(date.to_string().into()),
    }
}

/// What the inputs are called in this language, and the codes among them.
fn labels(evaluation: &Evaluation, language: Language) -> Named<'static, Label<'static>> {
    let all = evaluation.inputs.iter().filter_map(|(name, value)| {
        let input = evaluation.calculator.input(name)?;
        let choice = match (value, input.kind) {
            (Typed::Code(code), Kind::Choice(choices)) => {
                choices.iter().find(|choice| choice.code == code)
            }
            _ => None,
        };
        let label = Label {
            title: language.of(input.title).into(),
            value: choice.map(|choice| language.of(choice.title).into()),
        };
        Some((name.into(), label))
    });
    Named(all.collect())
}
