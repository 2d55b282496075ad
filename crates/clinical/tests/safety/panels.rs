//! Panels: what two members call by one name is one thing, and no answer of a member
//! changes because others are asked too.

use std::collections::BTreeMap;

use clinical::definition::Kind;
use clinical::panels::{self, Found};
use clinical::{Code, Error, Language, calculators};

use crate::{Inputs, context, quantity, samples, with};

#[test]
fn an_input_is_the_same_thing_for_every_member() {
    let mut ids: Vec<_> = panels::ALL.iter().map(|panel| panel.id).collect();
    ids.sort_unstable();
    ids.dedup();
    assert_eq!(ids.len(), panels::ALL.len());
    for panel in panels::ALL {
        assert!(panel.calculators.len() > 1, "{}", panel.id);
        for input in panel.inputs() {
            for calculator in panel.calculators {
                let Some(own) = calculator.input(input.name) else {
                    continue;
                };
                let (one, other) = (format!("{:?}", own.kind), format!("{:?}", input.kind));
                let (panel, id, name) = (panel.id, calculator.id, input.name);
                assert_eq!(one, other, "{panel}: {name} of {id}");
            }
        }
        for calculator in panel.calculators {
            let listed = calculators::find(calculator.id);
            assert!(listed.is_some_and(|one| core::ptr::eq(one, *calculator)));
        }
    }
}

/// Whoever fills in two calculators may carry a value from one to the other: by its
/// name it is the same thing. Only the LOINC codes may differ, as those of glucose do
/// where it has to be of a fasting person.
#[test]
fn a_name_is_one_thing_in_the_whole_catalogue() {
    let mut kinds = BTreeMap::new();
    for calculator in calculators::all() {
        for input in calculator.inputs {
            let kind = match input.kind {
                Kind::Quantity(kind) => format!(
                    "{} {:?} {} {}",
                    kind.name, kind.units, kind.least, kind.greatest
                ),
                other => format!("{other:?}"),
            };
            let (first, id) = kinds
                .entry(input.name)
                .or_insert_with(|| (kind.clone(), calculator.id));
            assert_eq!(*first, kind, "{}: {id}, {}", input.name, calculator.id);
        }
    }
}

/// Asked for what its samples send, each member says what it says alone.
#[test]
fn a_member_answers_as_it_does_alone() {
    let english = context(Language::English);
    for panel in panels::ALL {
        for &member in panel.calculators {
            let inputs = samples::of(member);
            let answers = panels::evaluate(panel, &inputs, &english).expect("usable inputs");
            let names = answers.iter().map(|(calculator, _)| calculator.id);
            assert!(names.eq(panel.calculators.iter().map(|one| one.id)));
            let own = answers.iter().find(|(one, _)| one.id == member.id);
            let Some((_, Found::Evaluation(found))) = own else {
                panic!("{}: {} has no answer", panel.id, member.id);
            };
            let alone = clinical::evaluate(member, &inputs, &english).expect("accepted");
            let values = |found: &clinical::Evaluation| {
                let values = found.results.iter().map(|one| format!("{:?}", one.value));
                values.collect::<Vec<_>>()
            };
            assert_eq!(values(found), values(&alone), "{}: {}", panel.id, member.id);
        }
    }
}

#[test]
fn members_say_what_they_miss() {
    let english = context(Language::English);
    for panel in panels::ALL {
        let answers = panels::evaluate(panel, &[], &english).expect("nothing is unusable");
        for (calculator, found) in answers {
            let Found::Missing(missing) = found else {
                panic!("{}: {} misses nothing", panel.id, calculator.id);
            };
            for input in calculator.inputs.iter().filter(|input| input.required) {
                let named = missing.iter().any(|one| one.field == input.name);
                assert!(named, "{}: {} {}", panel.id, calculator.id, input.name);
            }
        }
    }
}

#[test]
fn what_no_member_could_use_is_refused() {
    let english = context(Language::English);
    let panel = panels::find("kidney").expect("a panel");
    let good: Inputs = samples::of(calculators::find("egfr-ckd-epi-2021").expect("one"));
    for (name, value, field, code) in [
        (
            "creatinine",
            quantity(1.0, "mmol/L"),
            "creatinine/unit",
            Code::UnknownUnit,
        ),
        (
            "creatinine",
            quantity(900.0, "mg/dL"),
            "creatinine/value",
            Code::OutOfRange,
        ),
        (
            "creatinin",
            quantity(1.0, "mg/dL"),
            "creatinin",
            Code::UnknownField,
        ),
    ] {
        let refused = panels::evaluate(panel, &with(&good, name, value), &english);
        let Err(Error::Refused(violations)) = refused else {
            panic!("{name} is of no use");
        };
        let all: Vec<_> = violations
            .iter()
            .map(|one| (one.field.as_str(), one.code))
            .collect();
        // Once, however many members take it.
        assert_eq!(all, [(field, code)]);
    }
    // A child: the equation for adults has no answer, the others say what they say.
    let child = with(&good, "age", quantity(10.0, "a"));
    let answers = panels::evaluate(panel, &child, &english).expect("usable");
    let of = |id: &str| {
        answers
            .iter()
            .find(|(one, _)| one.id == id)
            .map(|(_, found)| found)
    };
    let Some(Found::Refused(violations)) = of("egfr-ckd-epi-2021") else {
        panic!("an equation for adults");
    };
    assert_eq!(violations[0].code, Code::OutsideValidity);
    assert!(matches!(of("egfr-schwartz-2009"), Some(Found::Missing(_))));
}
