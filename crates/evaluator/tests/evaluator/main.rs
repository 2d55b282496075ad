//! The JSON edge of the catalogue: checking and evaluating give the same answer.

mod samples;

use std::collections::HashSet;

use clinical::definition::Kind;
use clinical::units::{AGE, QuantityKind};
use clinical::{Context, Language, calculators};
use evaluator::{Error, check, context, evaluate, evaluate_many};
use proptest::prelude::*;
use samples::{SAMPLES, Sample};
use serde_json::json;
use wire::Outcome;

fn today(language: Language) -> Context {
    context("2026-06-15", language).expect("a context")
}

/// Checks the inputs and evaluates what was read, which must be what evaluating the
/// inputs gives; says whether there is an evaluation.
#[track_caller]
fn agree(sample: &Sample) -> bool {
    let Sample { calculator, inputs } = sample;
    let inputs = inputs.to_string();
    let english = today(Language::English);
    for context in [english, today(Language::Portuguese)] {
        let direct = evaluate(calculator, &inputs, &context);
        match check(calculator, &inputs, &context) {
            Ok(read) => {
                let read = serde_json::to_string(&read).expect("JSON");
                let again = evaluate(calculator, &read, &context);
                assert_eq!(again, direct, "{sample:?}");
                let twice = check(calculator, &read, &context);
                let twice = serde_json::to_string(&twice.expect("inputs")).expect("JSON");
                assert_eq!(twice, read, "{sample:?}");
            }
            Err(error) => assert_eq!(direct, Err(error), "{sample:?}"),
        }
    }
    evaluate(calculator, &inputs, &english).is_ok()
}

/// The kind of quantity of an input.
fn kind(calculator: &str, input: &str) -> Option<&'static QuantityKind> {
    match calculators::find(calculator)?.input(input)?.kind {
        Kind::Quantity(kind) => Some(kind),
        Kind::Age => Some(&AGE),
        _ => None,
    }
}

/// The quantities among the inputs: name, kind, and value in the canonical unit.
fn quantities(sample: &Sample) -> Vec<(String, &'static QuantityKind, f64)> {
    let inputs = sample.inputs.as_object().expect("an object").iter();
    let found = inputs.filter_map(|(name, value)| {
        let kind = kind(&sample.calculator, name)?;
        let unit = kind.unit(value["unit"].as_str()?)?;
        let canonical = unit.to_canonical(value["value"].as_f64()?);
        Some((name.clone(), kind, canonical))
    });
    found.collect()
}

#[test]
fn checked_inputs_give_the_same_evaluation() {
    let answered = SAMPLES.iter().filter(|sample| agree(sample));
    let answered: HashSet<&str> = answered.map(|sample| sample.calculator.as_str()).collect();
    for calculator in calculators::all() {
        let id = calculator.id;
        assert!(answered.contains(id), "{id} has no sample");
    }
}

/// The same in every unit that an input admits.
#[test]
fn checked_inputs_give_the_same_evaluation_in_every_unit() {
    for sample in SAMPLES.iter() {
        for (name, kind, canonical) in quantities(sample) {
            for unit in kind.units {
                let mut sample = sample.clone();
                let value = unit.from_canonical(canonical);
                sample.inputs[&name] = json!({"value": value, "unit": unit.code});
                agree(&sample);
            }
        }
    }
}

proptest! {
    /// The same of people that nobody published.
    #[test]
    fn checked_inputs_of_anyone_give_the_same_evaluation(
        position in any::<prop::sample::Index>(),
        changes in prop::collection::vec((0.5..2.0_f64, any::<prop::sample::Index>()), 12),
    ) {
        let mut sample = position.get(&SAMPLES).clone();
        for ((name, kind, canonical), (factor, unit)) in quantities(&sample).into_iter().zip(changes) {
            let unit = unit.get(kind.units);
            let value = unit.from_canonical(canonical * factor);
            sample.inputs[&name] = json!({"value": value, "unit": unit.code});
        }
        agree(&sample);
    }
}

/// An answer about an infant does not say that it was a newborn: zero years.
#[test]
fn an_answer_says_the_days_of_an_infant() {
    let age = |days: f64, by: f64, unit: &str| json!({"value": days / by, "unit": unit});
    let said = |own: serde_json::Value, weight: f64| {
        let mut inputs = json!({"weight": {"value": weight, "unit": "kg"}});
        let members = inputs.as_object_mut().expect("an object");
        members.extend(own.as_object().expect("an object").clone());
        let answer = evaluate(
            "holliday-segar-1957",
            &inputs.to_string(),
            &today(Language::English),
        );
        let answer = serde_json::to_value(answer.expect("an answer")).expect("JSON");
        answer["inputs"]["age"].clone()
    };
    for own in [
        json!({"age": age(141.0, 1.0, "d")}),
        json!({"age": age(141.0, 365.25, "a")}),
        json!({"birth_date": "2025-01-16", "on": "2025-06-06"}),
    ] {
        assert_eq!(said(own, 6.5), json!({"value": 141, "unit": "d"}));
    }
    let born = json!({"birth_date": "2023-06-14", "on": "2025-06-14"});
    assert_eq!(said(born, 12.0), json!({"value": 2, "unit": "a"}));
}

/// A tiny line is not answered with a long list: a thousand of them are one request.
#[test]
fn a_line_tells_what_fits_and_that_there_is_more() {
    let english = today(Language::English);
    let failure = |names: usize| {
        let inputs = (0..names).map(|at| (format!("x{at}"), json!(1))).collect();
        let inputs = serde_json::Value::Object(inputs);
        let line = json!({"calculator": "findrisc", "inputs": inputs}).to_string();
        let answer = evaluate_many(&line, &english);
        assert!(answer.len() < 3 * 1024, "{}", answer.len());
        let outcome: Outcome<'_> = serde_json::from_str(&answer).expect("an outcome");
        let told = outcome.error.expect("a failure").violations;
        match evaluate("findrisc", &inputs.to_string(), &english) {
            Err(Error::Refused(all)) => (told, all),
            other => panic!("{other:?}"),
        }
    };
    // Nothing but what is missing: no more than anyone would be told.
    let (told, all) = failure(0);
    assert_eq!(told, all);
    let (mut told, all) = failure(32);
    let more = told.pop().expect("a violation");
    assert_eq!((more.field.as_str(), more.code.as_str()), ("", "too-many"));
    assert!(told.len() > 10 && told.len() < all.len(), "{}", told.len());
    assert!(all.starts_with(&told));
}

/// A line of a batch says what its case would say alone.
#[test]
fn a_line_is_what_its_case_is_alone() {
    let english = today(Language::English);
    let lines = SAMPLES.iter().map(|Sample { calculator, inputs }| {
        json!({"id": 1, "calculator": calculator, "inputs": inputs}).to_string()
    });
    let cases = lines.collect::<Vec<_>>().join("\n");
    let answer = evaluate_many(&cases, &english);
    assert_eq!(answer.lines().count(), SAMPLES.len());
    for (line, Sample { calculator, inputs }) in answer.lines().zip(SAMPLES.iter()) {
        let outcome: Outcome<'_> = serde_json::from_str(line).expect("an outcome");
        assert_eq!(outcome.id.get(), "1");
        match evaluate(calculator, &inputs.to_string(), &english) {
            Ok(evaluation) => {
                let alone = serde_json::to_string(&evaluation).expect("JSON");
                assert_eq!(
                    outcome.evaluation.map(|text| text.get()),
                    Some(alone.as_str())
                );
            }
            Err(Error::Refused(violations)) => {
                let failure = outcome.error.expect("a failure");
                assert_eq!(failure.code, wire::FailureCode::Refused);
                assert_eq!(failure.violations, violations);
            }
            Err(other) => panic!("{calculator}: {other:?}"),
        }
    }
}

#[test]
fn what_is_no_question_is_said_so() {
    let english = today(Language::English);
    for (calculator, inputs, expected) in [
        ("nope", "{}", Error::UnknownCalculator),
        ("bmi", "{", Error::InvalidJson),
        ("bmi", r#"{"weight": 1e400}"#, Error::InvalidJson),
        ("bmi", "[]", Error::NotAnObject),
        ("bmi", "null", Error::NotAnObject),
    ] {
        let checked = check(calculator, inputs, &english).map(|_| ());
        assert_eq!(checked, Err(expected.clone()), "{inputs}");
        let evaluated = evaluate(calculator, inputs, &english).map(|_| ());
        assert_eq!(evaluated, Err(expected), "{inputs}");
    }
    for day in ["", "2026-02-30", "tomorrow"] {
        let found = context(day, Language::English).err();
        assert_eq!(found, Some(Error::InvalidContext), "{day}");
    }
}

/// What a list says of a calculator is what its definition says.
#[test]
fn a_summary_is_the_beginning_of_its_definition() {
    for language in [Language::English, Language::Portuguese] {
        let summaries = evaluator::summaries(language);
        assert_eq!(summaries.len(), calculators::all().count());
        for summary in summaries {
            let definition = evaluator::definitions(&[&summary.id], language).expect("one");
            let definition = serde_json::to_value(&definition[0]).expect("JSON");
            let summary = serde_json::to_value(&summary).expect("JSON");
            // What only a search needs is in the list alone.
            let said = summary.as_object().into_iter().flatten();
            for (name, value) in said.filter(|(name, _)| *name != "keywords") {
                assert_eq!(&definition[name], value, "{name}");
            }
        }
    }
    let unknown = evaluator::definitions(&["bmi", "nope"], Language::English);
    assert_eq!(unknown, Err(Error::UnknownCalculator));
}
