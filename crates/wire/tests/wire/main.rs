//! What is written is read again, byte for byte, and nothing else is read.

mod places;

use std::collections::BTreeSet;

use clinical::{Language, calculators};
use places::{Part, Place, places};
use proptest::prelude::*;
use serde::{Deserialize, Serialize};
use wire::{Definition, Evaluation, Named, Number, Understood, json};

const LANGUAGES: [Language; 2] = [Language::English, Language::Portuguese];

#[derive(Deserialize)]
struct Case {
    calculator: String,
    inputs: serde_json::Value,
}

/// The evaluation of every published vector, as text; of each calculator one at least
/// where there is a vector.
fn evaluations() -> Vec<String> {
    let vectors = include_str!("../../../clinical/tests/calculators/vectors.json");
    let mut cases: Vec<Case> = serde_json::from_str(vectors).expect("vectors");
    let person = r#"{"calculator": "health-metrics", "inputs": {"sex": "male",
        "weight": {"value": 170, "unit": "kg"}, "height": {"value": 162, "unit": "cm"},
        "age": {"value": 51, "unit": "a"}, "activity_level": "very-active"}}"#;
    cases.push(serde_json::from_str(person).expect("a case"));
    let mut all = Vec::new();
    for language in LANGUAGES {
        let context = evaluator::context("2026-06-15", language).expect("a context");
        for Case { calculator, inputs } in &cases {
            if let Ok(found) = evaluator::evaluate(calculator, &inputs.to_string(), &context) {
                all.push(written(&found));
            }
        }
    }
    assert!(all.len() > 150, "{}", all.len());
    all
}

/// Every definition, as text.
fn definitions() -> Vec<String> {
    let all = LANGUAGES.iter().flat_map(|language| {
        calculators::all().map(|one| written(&evaluator::definition(one, *language)))
    });
    all.collect()
}

fn written(value: &impl Serialize) -> String {
    serde_json::to_string(value).expect("JSON")
}

#[track_caller]
fn comes_back<'a, T: Serialize + Deserialize<'a>>(text: &'a str) {
    let read: T = serde_json::from_str(text).unwrap_or_else(|error| panic!("{error}: {text}"));
    assert_eq!(written(&read), text);
}

#[test]
fn evaluations_come_back_byte_for_byte() {
    for text in evaluations() {
        comes_back::<Evaluation<'_>>(&text);
        let timed = format!("{},\"processing_time_us\":42}}", &text[..text.len() - 1]);
        comes_back::<Evaluation<'_>>(&timed);
    }
}

#[test]
fn definitions_come_back_byte_for_byte() {
    for text in definitions() {
        comes_back::<Definition<'_>>(&text);
    }
}

fn reads<'a, T: Deserialize<'a>>(text: &'a str) -> bool {
    serde_json::from_str::<T>(text).is_ok()
}

/// Whether a place is within a member that holds whatever it holds, or whose names are
/// data.
fn is_free(place: &Place, text: &str, names: &[&str]) -> bool {
    let mut members = names.iter().filter_map(|name| {
        let start = text.find(&format!("\"{name}\":{{"))?;
        let mut all = places(text).into_iter();
        all.find(|one| one.part == Part::Member && one.start == start)
    });
    members.any(|member| member.start < place.start && place.end <= member.end)
}

/// The text without a member, and without the comma beside it.
fn without(place: &Place, text: &str) -> String {
    let (before, after) = (&text[..place.start], &text[place.end..]);
    match after.strip_prefix(',') {
        Some(after) => format!("{before}{after}"),
        None => format!("{}{after}", before.strip_suffix(',').unwrap_or(before)),
    }
}

/// Spoils every member of a text in turn; gives the names of those that may be absent.
/// `free` are the members whose contents are not described.
fn spoilt(text: &str, free: &[&str], read: fn(&str) -> bool) -> BTreeSet<String> {
    let mut optional = BTreeSet::new();
    assert!(read(text), "{text}");
    for place in places(text) {
        let there = place.of(text);
        match place.part {
            Part::Member => {
                let twice = place.replaced(text, &format!("{there},{there}"));
                assert!(!read(&twice), "{there} twice");
                if !is_free(&place, text, free) && read(&without(&place, text)) {
                    let name = there.split('"').nth(1).expect("a name");
                    optional.insert(name.to_owned());
                }
            }
            Part::Value if there.starts_with('{') && !is_free(&place, text, free) => {
                let inside = there[1..].trim_start_matches(' ');
                let comma = if inside.starts_with('}') { "" } else { "," };
                let more = format!("{{\"no such member\":1{comma}{inside}");
                assert!(!read(&place.replaced(text, &more)), "{there} with more");
            }
            Part::Name if !is_free(&place, text, free) => {
                assert!(
                    !read(&place.replaced(text, "\"no such member\"")),
                    "{there}"
                );
            }
            Part::Value | Part::Name => {}
        }
    }
    optional
}

#[test]
fn an_evaluation_is_read_strictly() {
    let mut optional = BTreeSet::new();
    // The names of the inputs are data; what stands in them is looked at below.
    let read: fn(&str) -> bool = |text| reads::<Evaluation<'_>>(text);
    let all = evaluations();
    for text in &all[..all.len() / 2] {
        optional.extend(spoilt(text, &["inputs", "labels"], read));
    }
    let expected = [
        "doi",
        "formula",
        "hl7",
        "interpretation",
        "items",
        "loinc",
        "pmid",
        "sources",
        "unit",
    ];
    assert_eq!(optional, expected.map(str::to_owned).into());
}

#[test]
fn a_definition_is_read_strictly() {
    let mut optional = BTreeSet::new();
    let read: fn(&str) -> bool = |text| reads::<Definition<'_>>(text);
    let all = definitions();
    for text in &all[..all.len() / 2] {
        optional.extend(spoilt(text, &["schema"], read));
    }
    let expected = [
        "aliases",
        "alternatives",
        "bare_number",
        "base_points",
        "below",
        "choices",
        "code",
        "definition",
        "doi",
        "factor",
        "formula",
        "greatest",
        "greatest_of",
        "hl7",
        "instead",
        "interpretations",
        "least",
        "loinc",
        "loinc_units",
        "loinc_unspecific",
        "or",
        "plausible",
        "pmid",
        "points",
        "refused",
        "sources",
        "truth",
        "unit",
        "units",
        "up_to",
    ];
    assert_eq!(optional, expected.map(str::to_owned).into());
}

#[test]
fn inputs_as_they_were_understood_are_read_strictly() {
    let text = r#"{"weight":{"value":70.5,"unit":"kg"},"sex":"male","pregnant":false,"points":3}"#;
    comes_back::<Named<'_, Understood<'_>>>(text);
    for wrong in [
        r#"{"weight":{"value":70.5}}"#,
        r#"{"weight":{"unit":"kg"}}"#,
        r#"{"weight":{"value":70.5,"unit":"kg","more":1}}"#,
        r#"{"weight":{"value":70.5,"unit":"kg","unit":"kg"}}"#,
        r#"{"weight":{"value":"70.5","unit":"kg"}}"#,
        r#"{"weight":null}"#,
        r#"{"points":3.5}"#,
        r#"{"sex":"male","sex":"male"}"#,
        "[]",
        "null",
    ] {
        assert!(!reads::<Named<'_, Understood<'_>>>(wrong), "{wrong}");
    }
}

proptest! {
    #[test]
    fn a_number_comes_back(number in prop::num::f64::NORMAL | prop::num::f64::ZERO) {
        let text = written(&Number(number));
        let read: Number = serde_json::from_str(&text).expect("a number");
        prop_assert_eq!(read.0, number);
        prop_assert_eq!(written(&read), text);
    }

    #[test]
    fn whole_numbers_have_no_point(number in -1_000_000_i64..1_000_000) {
        prop_assert_eq!(written(&Number(number as f64)), number.to_string());
    }
}

/// Few bytes can be many values, each of which takes memory.
#[test]
fn a_tree_has_at_most_100000_values() {
    let list = |values: usize| format!("[{}]", vec!["0"; values - 1].join(","));
    assert!(json::parse(&list(json::VALUE_LIMIT)).is_ok());
    assert_eq!(
        json::parse(&list(json::VALUE_LIMIT + 1)),
        Err(json::Error::TooMany)
    );
}

/// Names are compared with few others, however many there are.
#[test]
fn a_name_that_stands_twice_is_found_among_many() {
    let members: Vec<String> = (0..20_000).map(|at| format!("\"{at}\":0")).collect();
    let all = members.join(",");
    assert!(reads::<Named<'_, u8>>(&format!("{{{all}}}")));
    assert!(!reads::<Named<'_, u8>>(&format!("{{{all},\"7\":0}}")));
}
