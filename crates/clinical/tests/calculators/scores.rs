//! The risk and severity scores at their thresholds, limits and refusals.

use clinical::definition::{Category, Kind, OutputKind, Value};
use clinical::{Calculator, Code, Evaluation, Language, Violation, calculators};
use serde_json::{Value as Json, json};

use crate::cases::has_file;
use crate::score_cases::base;
use crate::score_cases::extremes::extremes;
use crate::score_cases::thresholds::thresholds;
use crate::{ask, members};

pub(crate) fn run(id: &str, inputs: &Json) -> Result<Evaluation, Vec<Violation>> {
    ask(id, &members(inputs), Language::English)
}

/// The base case of a calculator with some inputs replaced.
fn with(id: &str, changes: &Json) -> Json {
    let mut inputs = base(id);
    for (name, value) in changes.as_object().expect("changes") {
        inputs[name] = value.clone();
    }
    inputs
}

/// The scores, risks and days whose cases are written out here; those of the others
/// are files.
fn scores() -> impl Iterator<Item = &'static Calculator> {
    let figures = [OutputKind::Measurement, OutputKind::Laboratory];
    calculators::all().filter(move |calculator| {
        let obstetric = calculator.category == Category::Obstetrics;
        let score = obstetric || !figures.contains(&calculator.results[0].kind);
        score && !has_file(calculator.id)
    })
}

pub(crate) fn good(id: &str, changes: &Json) -> Evaluation {
    run(id, &with(id, changes)).unwrap_or_else(|found| panic!("{id} {changes}: {found:?}"))
}

pub(crate) fn refusals(id: &str, changes: &Json) -> Vec<(String, Code)> {
    let found = run(id, &with(id, changes)).err().unwrap_or_default();
    found.into_iter().map(|one| (one.field, one.code)).collect()
}

pub(crate) fn number(evaluation: &Evaluation, name: &str) -> f64 {
    let mut results = evaluation.results.iter();
    match results
        .find(|one| one.output.name == name)
        .map(|one| one.value)
    {
        Some(Value::Number(number)) => number,
        other => panic!("{name}: {other:?}"),
    }
}

fn points(evaluation: &Evaluation, item: &str) -> f64 {
    let mut items = evaluation.items.iter();
    items.find(|one| one.name == item).expect("the item").points
}

/// Meaning of the principal result.
pub(crate) fn meaning(evaluation: &Evaluation) -> Option<&'static str> {
    evaluation.results[0].interpretation.map(|one| one.code)
}

#[test]
fn items_at_their_thresholds() {
    for (id, item, changes, expected) in thresholds() {
        let found = points(&good(id, &changes), item);
        assert_eq!(found, expected, "{id} {item} {changes}");
    }
}

#[test]
fn extremes_are_reached() {
    for (id, changes, expected) in extremes() {
        let found = good(id, &changes);
        assert_eq!(number(&found, "score"), expected, "{id} {changes}");
        if !id.starts_with("meld") {
            let sum: f64 = found.items.iter().map(|one| one.points).sum();
            assert_eq!(sum, expected, "{id} {changes}");
        }
    }
}

/// A value of each kind from a generator that repeats itself on every run.
fn sample(kind: Kind, next: &mut impl FnMut() -> f64) -> Json {
    match kind {
        Kind::Quantity(kind) => {
            let value = kind.least + (kind.greatest - kind.least) * next();
            // Whole numbers too: thresholds are whole, and so are days.
            let value = if next() < 0.5 { value.floor() } else { value };
            json!({"value": value, "unit": kind.canonical().code})
        }
        Kind::Age => json!({"value": (next() * 100.0).floor(), "unit": "a"}),
        Kind::Boolean => json!(next() < 0.5),
        Kind::Integer {
            least, greatest, ..
        } => {
            let steps = f64::from(greatest - least + 1);
            json!(f64::from(least) + (next() * steps).floor())
        }
        Kind::Choice(choices) => {
            let index = (next() * choices.len() as f64) as usize;
            json!(choices[index].code)
        }
        Kind::Date => json!("2025-06-01"),
    }
}

#[test]
fn no_score_leaves_its_range() {
    let mut state = 1_u64;
    let mut next = || {
        state = state
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1);
        (state >> 11) as f64 / (1_u64 << 53) as f64
    };
    let ends = extremes();
    for calculator in scores() {
        let of = |id| ends.iter().filter(move |end| end.0 == id).map(|end| end.2);
        let least = of(calculator.id).fold(f64::INFINITY, f64::min);
        let greatest = of(calculator.id).fold(f64::NEG_INFINITY, f64::max);
        let mut found = 0;
        for _ in 0..3000 {
            let mut inputs = json!({});
            for input in calculator.inputs {
                inputs[input.name] = sample(input.kind, &mut next);
            }
            for group in calculator.alternatives {
                let kept = (next() * group.len() as f64) as usize;
                for name in group.iter().filter(|name| **name != group[kept]) {
                    inputs[*name] = Json::Null;
                }
            }
            let Ok(evaluation) = run(calculator.id, &inputs) else {
                continue;
            };
            found += 1;
            let Value::Number(value) = evaluation.results[0].value else {
                continue;
            };
            match evaluation.results[0].output.name {
                "score" => assert!((least..=greatest).contains(&value), "{inputs}: {value}"),
                "risk" => assert!((0.0..=100.0).contains(&value), "{inputs}: {value}"),
                _ => {}
            }
            if !evaluation.items.is_empty() {
                let sum: f64 = evaluation.items.iter().map(|one| one.points).sum();
                assert_eq!(sum, value, "{inputs}");
            }
        }
        assert!(found > 0, "{}: nothing was accepted", calculator.id);
    }
}

#[test]
fn what_is_missing_is_never_assumed() {
    for calculator in scores() {
        let id = calculator.id;
        run(id, &base(id)).unwrap_or_else(|found| panic!("{id}: {found:?}"));
        for input in calculator.inputs.iter().filter(|input| input.required) {
            let expected = vec![(input.name.to_owned(), Code::Missing)];
            assert_eq!(refusals(id, &json!({ input.name: null })), expected, "{id}");
            let mut inputs = base(id);
            let removed = inputs
                .as_object_mut()
                .and_then(|all| all.remove(input.name));
            assert!(removed.is_some(), "{id} {}", input.name);
            let found = run(id, &inputs).expect_err(id);
            assert_eq!(found.len(), 1, "{id} {}: {found:?}", input.name);
            assert_eq!(
                (found[0].field.as_str(), found[0].code),
                (input.name, Code::Missing)
            );
        }
        for input in calculator.inputs {
            if matches!(input.kind, Kind::Boolean) {
                assert!(input.required, "{id} {}", input.name);
            }
        }
    }
}

#[test]
fn every_definition_speaks_both_languages() {
    for calculator in scores() {
        let mut texts = vec![calculator.title, calculator.description];
        texts.extend(calculator.inputs.iter().map(|input| input.title));
        texts.extend(calculator.results.iter().map(|output| output.title));
        texts.extend(calculator.assumptions);
        for text in texts {
            assert!(
                !text.en.is_empty() && !text.pt.is_empty(),
                "{}",
                calculator.id
            );
        }
    }
}

#[test]
fn pooled_cohort_equations_as_published() {
    for (sex, race, expected) in [
        ("female", "white", 2.1),
        ("female", "african-american", 3.0),
        // 5.38: the paper cuts it to 5.3.
        ("male", "white", 5.38),
        ("male", "african-american", 6.1),
    ] {
        let found = good("ascvd-pce-2013", &json!({"sex": sex, "race": race}));
        let risk = number(&found, "risk");
        assert!((risk - expected).abs() < 0.05, "{sex} {race}: {risk}");
        assert!(found.warnings.is_empty());
        let other = good("ascvd-pce-2013", &json!({"sex": sex, "race": "other"}));
        assert_eq!(other.warnings.len(), 1);
        if race == "white" {
            assert_eq!(number(&other, "risk"), risk);
        }
    }
}

#[test]
fn outside_the_derivation_there_is_no_result() {
    let age = |years: u32| json!({"age": {"value": years, "unit": "a"}});
    for (id, least, greatest) in [
        ("ascvd-pce-2013", 40, Some(79)),
        ("framingham-cvd-2008", 30, Some(74)),
        ("news2", 16, None),
        ("meld-3.0", 12, None),
    ] {
        let outside = vec![("age".to_owned(), Code::OutsideValidity)];
        good(id, &age(least));
        assert_eq!(refusals(id, &age(least - 1)), outside, "{id}");
        if let Some(greatest) = greatest {
            good(id, &age(greatest));
            assert_eq!(refusals(id, &age(greatest + 1)), outside, "{id}");
        }
    }
    for (name, unit, least, greatest) in [
        ("total_cholesterol", "mg/dL", 130, 320),
        ("hdl_cholesterol", "mg/dL", 20, 100),
        ("systolic_bp", "mm[Hg]", 90, 200),
    ] {
        let of = |value: i32| json!({ name: {"value": value, "unit": unit} });
        let outside = vec![(name.to_owned(), Code::OutsideValidity)];
        for value in [least, greatest] {
            good("ascvd-pce-2013", &of(value));
        }
        for value in [least - 1, greatest + 1] {
            assert_eq!(refusals("ascvd-pce-2013", &of(value)), outside, "{name}");
        }
    }
}
