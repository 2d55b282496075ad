//! Every definition is complete: identity, both languages, source, results.

use clinical::definition::{Category, Kind, Meaning, Output, OutputKind, Text, Value};
use clinical::{Language, calculators};

use crate::{ask, context, each, samples};

#[track_caller]
fn said_in_both(text: Text, what: &str) {
    assert!(
        !text.en.trim().is_empty() && !text.pt.trim().is_empty(),
        "{what}"
    );
}

#[test]
fn the_catalogue_is_complete() {
    let mut ids: Vec<_> = calculators::every()
        .map(|calculator| calculator.id)
        .collect();
    let count = ids.len();
    ids.sort_unstable();
    ids.dedup();
    assert_eq!(ids.len(), count, "two calculators share an id");
    for id in ids {
        assert!(calculators::find(id).is_some(), "{id} is not found");
    }
    // By speciality, in the order of the specialities.
    let mut categories: Vec<_> = calculators::all().map(|one| one.category).collect();
    categories.dedup();
    assert_eq!(categories, Category::ALL);
}

#[test]
fn every_definition_says_what_it_is() {
    for calculator in calculators::every() {
        let id = calculator.id;
        let kebab = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || "-.".contains(c);
        assert!(id.chars().all(kebab), "{id} is not in kebab-case");
        assert_eq!(calculator.version.split('.').count(), 3, "{id}");
        said_in_both(calculator.title, id);
        said_in_both(calculator.description, id);
        assert!(
            calculator.reference.citation.len() > 20,
            "{id} has no citation"
        );
        assert!(!calculator.results.is_empty(), "{id} has no result");
        for text in calculator.assumptions {
            said_in_both(*text, id);
        }
        let mut names: Vec<_> = calculator.inputs.iter().map(|input| input.name).collect();
        names.sort_unstable();
        names.dedup();
        assert_eq!(
            names.len(),
            calculator.inputs.len(),
            "{id} takes an input twice"
        );
    }
}

/// What HL7's codes for interpretations can be, from low to high, and the others.
const HL7_SCALE: [&str; 5] = ["LL", "L", "N", "H", "HH"];
const HL7_OTHERS: [&str; 3] = ["A", "NEG", "POS"];

/// A class has the code that says the same, and a higher one never that of a lower.
#[test]
fn meanings_have_codes_of_hl7_that_rise_with_the_value() {
    for calculator in calculators::every() {
        for output in calculator.results {
            let (id, name) = (calculator.id, output.name);
            let mut least = 0;
            for meaning in output.interpretations {
                let Some(code) = meaning.hl7 else { continue };
                let place = HL7_SCALE.iter().position(|known| *known == code);
                let known = place.is_some() || HL7_OTHERS.contains(&code);
                assert!(known, "{id}: {name} {code}");
                let place = place.unwrap_or(least);
                assert!(place >= least, "{id}: {name} {}", meaning.code);
                least = place;
            }
        }
    }
}

#[test]
fn every_input_and_result_is_named_in_both_languages() {
    for calculator in calculators::every() {
        for input in calculator.inputs {
            said_in_both(input.title, input.name);
            if let Kind::Choice(choices) = input.kind {
                assert!(choices.len() > 1, "{} has no choice", input.name);
                for choice in choices {
                    said_in_both(choice.title, choice.code);
                }
            }
        }
        for output in calculator.results {
            said_in_both(output.title, output.name);
            for meaning in output.interpretations {
                said_in_both(meaning.text, meaning.code);
            }
            meanings_are_ranges_or_choices(calculator.id, output);
        }
        for limit in calculator.validity {
            assert!(calculator.input(limit.input).is_some(), "{}", calculator.id);
        }
    }
}

/// Ranges ascend by finite bounds, and the last one has no end; or the calculator
/// chooses, and there is no range at all.
#[track_caller]
fn meanings_are_ranges_or_choices(id: &str, output: &Output) {
    let ends: Vec<f64> = output.interpretations.iter().map(|one| one.below).collect();
    let Some((last, others)) = ends.split_last() else {
        return;
    };
    let chosen = ends.iter().all(|end| end.is_nan());
    let finite = others.iter().all(|end| end.is_finite());
    let ascending = ends.windows(2).all(|pair| pair[0] < pair[1]);
    let ranges = *last == f64::INFINITY && finite && ascending;
    assert!(chosen || ranges, "{id}: {} means {ends:?}", output.name);
    let mut codes: Vec<_> = output.interpretations.iter().map(|one| one.code).collect();
    codes.sort_unstable();
    codes.dedup();
    assert_eq!(codes.len(), ends.len(), "{id}: a code means two things");
}

/// Whatever the inputs, a result that can mean something does, or the formula says
/// that it does not for these inputs.
#[test]
fn every_result_means_something_or_says_why_not() {
    let mut next = samples::numbers();
    for calculator in calculators::every() {
        let mut answers = 0;
        for _ in 0..400 {
            let inputs = samples::any(calculator, &mut next);
            let english = context(Language::English);
            let Ok(checked) = clinical::read_checked(calculator, &inputs, &english) else {
                continue;
            };
            let Ok(outcome) = calculator.formula.calculate(&checked) else {
                continue;
            };
            // A defect of the definition ends the test here.
            let found = ask(calculator, &inputs).expect("it was calculated");
            for (given, result) in outcome.results.iter().zip(&found.results) {
                let silent = given.meaning == Meaning::None;
                let none = result.output.interpretations.is_empty();
                assert_eq!(
                    result.interpretation.is_some(),
                    !silent && !none,
                    "{}: {given:?}",
                    calculator.id
                );
            }
            answers += 1;
        }
        assert!(answers > 5, "{}: {answers} answers", calculator.id);
    }
}

/// Results have the names of the definition, the principal one first, and every
/// number is one.
#[test]
fn every_result_is_declared_and_finite() {
    for (calculator, inputs) in each() {
        for language in [Language::English, Language::Portuguese] {
            let found = clinical::evaluate(calculator, &inputs, &context(language));
            let found = found.expect("the sample is accepted");
            assert_eq!(found.results[0].output.name, calculator.results[0].name);
            for result in &found.results {
                let finite = match result.value {
                    Value::Number(number) => number.is_finite(),
                    Value::Date(_) => result.output.kind == OutputKind::Date,
                };
                assert!(finite, "{}: {result:?}", calculator.id);
            }
            for item in &found.items {
                assert!(
                    calculator.input(item.name).is_some(),
                    "{}: {item:?}",
                    calculator.id
                );
            }
        }
    }
}
