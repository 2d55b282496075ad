//! Every definition is complete: identity, both languages, source, results.

use clinical::definition::{Category, Kind, Text};
use clinical::{Language, calculators};

use crate::{context, each};

#[track_caller]
fn said_in_both(text: Text, what: &str) {
    assert!(
        !text.en.trim().is_empty() && !text.pt.trim().is_empty(),
        "{what}"
    );
}

#[test]
fn the_catalogue_is_complete() {
    let mut ids: Vec<_> = calculators::all().map(|calculator| calculator.id).collect();
    let count = ids.len();
    ids.sort_unstable();
    ids.dedup();
    assert_eq!(ids.len(), count, "two calculators share an id");
    assert_eq!(count, 58, "the contract names 58 calculators");
    for category in Category::ALL {
        assert!(calculators::all().any(|calculator| calculator.category == category));
    }
}

#[test]
fn every_definition_says_what_it_is() {
    for calculator in calculators::all() {
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

#[test]
fn every_input_and_result_is_named_in_both_languages() {
    for calculator in calculators::all() {
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
            let ends = output.interpretations.iter().map(|meaning| meaning.below);
            let ends: Vec<f64> = ends.filter(|end| !end.is_nan()).collect();
            let ascending = ends.windows(2).all(|pair| pair[0] < pair[1]);
            assert!(
                ascending,
                "{}: {} has ranges out of order",
                calculator.id, output.name
            );
            if let Some(last) = ends.last() {
                assert!(
                    last.is_infinite(),
                    "{}: a value above {last} means nothing",
                    calculator.id
                );
            }
        }
        for limit in calculator.validity {
            assert!(calculator.input(limit.input).is_some(), "{}", calculator.id);
        }
    }
}

/// Results have the names of the definition, the principal one first, and every
/// one of them that has meanings gets one or says why not.
#[test]
fn every_result_is_declared_and_finite() {
    for (calculator, inputs) in each() {
        for language in [Language::English, Language::Portuguese] {
            let found = clinical::evaluate(calculator, &inputs, &context(language));
            let found = found.expect("the sample is accepted");
            assert_eq!(found.results[0].output.name, calculator.results[0].name);
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
