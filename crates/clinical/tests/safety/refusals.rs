//! Whatever is missing, mistyped, swapped or out of range is refused with the
//! input named, for every calculator.

use clinical::definition::{Input, Kind};
use clinical::units::AGE;
use clinical::{Code, INPUT_LIMIT, Language, Raw, Typed, read_checked};
use proptest::prelude::*;

use crate::{Inputs, ask, context, each, quantity, refused, with, without};

#[test]
fn missing_is_not_no() {
    for (calculator, inputs) in each() {
        for input in calculator.inputs.iter().filter(|input| input.required) {
            refused(
                calculator,
                &without(&inputs, input.name),
                input.name,
                Code::Missing,
            );
            let null = with(&inputs, input.name, Raw::Null);
            refused(calculator, &null, input.name, Code::Missing);
        }
    }
}

#[test]
fn all_missing_inputs_at_once() {
    for (calculator, _) in each() {
        let found = ask(calculator, &Vec::new()).expect_err("nothing was sent");
        let required = calculator.inputs.iter().filter(|input| input.required);
        for input in required {
            let named = found
                .iter()
                .any(|one| one.field == input.name && one.code == Code::Missing);
            assert!(named, "{}: {} in {found:?}", calculator.id, input.name);
        }
    }
}

/// Of two ways to say the same thing one is needed, and two are refused at both.
#[test]
fn exactly_one_of_alternatives() {
    let mut asked = 0;
    for (calculator, inputs) in each() {
        for group in calculator.alternatives {
            let mut none = inputs.clone();
            none.retain(|(name, _)| !group.contains(&name.as_str()));
            refused(calculator, &none, group[0], Code::Missing);
            let mut all = none;
            for name in *group {
                let input = calculator.input(name).expect("an input");
                let Kind::Quantity(kind) = input.kind else {
                    continue;
                };
                let value = quantity(kind.ordinary, kind.canonical().code);
                all.push(((*name).to_owned(), value));
            }
            if all
                .iter()
                .filter(|(name, _)| group.contains(&name.as_str()))
                .count()
                < 2
            {
                continue;
            }
            for name in *group {
                refused(calculator, &all, name, Code::DuplicateField);
            }
            asked += 1;
        }
    }
    assert!(asked > 1, "{asked}");
}

/// Today is 2026-06-15 here.
#[test]
fn a_day_lies_near_today() {
    let calculator = clinical::calculators::find("due-date-naegele").expect("a calculator");
    let of = |day: &str| {
        vec![(
            "last_menstrual_period".to_owned(),
            Raw::Text(day.to_owned()),
        )]
    };
    for day in ["1925-12-31", "1900-01-01", "2028-01-01", "9999-12-31"] {
        refused(
            calculator,
            &of(day),
            "last_menstrual_period",
            Code::OutOfRange,
        );
    }
    for day in ["1926-01-01", "2026-06-15", "2027-12-31"] {
        assert!(ask(calculator, &of(day)).is_ok(), "{day}");
    }
}

#[test]
fn no_type_is_converted() {
    let wrong = [
        Raw::Text("yes".to_owned()),
        Raw::Text("NaN".to_owned()),
        Raw::Number(1.0),
        Raw::Boolean(true),
        Raw::List,
        Raw::Object(vec![]),
    ];
    for (calculator, inputs) in each() {
        for input in calculator.inputs {
            for value in &wrong {
                let fits = match (input.kind, value) {
                    (Kind::Boolean, Raw::Boolean(_)) => true,
                    (Kind::Integer { .. }, Raw::Number(_)) => true,
                    (Kind::Quantity(kind), Raw::Number(_)) => kind.bare,
                    _ => false,
                };
                if !fits {
                    let changed = with(&inputs, input.name, value.clone());
                    let found = ask(calculator, &changed).expect_err("another type");
                    let named = found.iter().any(|one| one.field.starts_with(input.name));
                    assert!(named, "{}: {} in {found:?}", calculator.id, input.name);
                }
            }
        }
    }
}

#[test]
fn a_number_never_travels_without_its_unit() {
    for (calculator, inputs) in each() {
        for input in calculator.inputs {
            let kind = match input.kind {
                Kind::Quantity(kind) => kind,
                Kind::Age => &AGE,
                _ => continue,
            };
            if !kind.bare {
                let bare = with(&inputs, input.name, Raw::Number(kind.least));
                refused(calculator, &bare, input.name, Code::MissingUnit);
            }
            let half = Raw::Object(vec![("value".to_owned(), Raw::Number(kind.least))]);
            refused(
                calculator,
                &with(&inputs, input.name, half),
                input.name,
                Code::MissingUnit,
            );
            for unit in ["", "KG", "foo", "Kg", "mg/dl"] {
                let unknown = with(&inputs, input.name, quantity(kind.greatest, unit));
                refused(calculator, &unknown, input.name, Code::UnknownUnit);
            }
        }
    }
}

#[test]
fn implausible_values_in_any_unit() {
    for (calculator, inputs) in each() {
        for input in calculator.inputs {
            let kind = match input.kind {
                Kind::Quantity(kind) => kind,
                Kind::Age => &AGE,
                _ => continue,
            };
            for unit in kind.units {
                let span = kind.greatest - kind.least;
                for canonical in [kind.least - 1e-6 * span, kind.greatest + 1e-6 * span] {
                    let value = quantity(unit.from_canonical(canonical), unit.code);
                    let changed = with(&inputs, input.name, value);
                    refused(calculator, &changed, input.name, Code::OutOfRange);
                }
            }
            for number in [f64::NAN, f64::INFINITY, f64::NEG_INFINITY] {
                let changed = with(&inputs, input.name, quantity(number, kind.units[0].code));
                refused(calculator, &changed, input.name, Code::OutOfRange);
            }
        }
    }
}

#[test]
fn whole_numbers_and_codes_only_as_defined() {
    for (calculator, inputs) in each() {
        for input in calculator.inputs {
            match input.kind {
                Kind::Integer {
                    least, greatest, ..
                } => {
                    for number in [f64::from(least) - 1.0, f64::from(greatest) + 1.0] {
                        let changed = with(&inputs, input.name, Raw::Number(number));
                        refused(calculator, &changed, input.name, Code::OutOfRange);
                    }
                    let half = Raw::Number(f64::from(least) + 0.5);
                    refused(
                        calculator,
                        &with(&inputs, input.name, half),
                        input.name,
                        Code::NotWhole,
                    );
                }
                Kind::Choice(choices) => {
                    let upper = choices[0].code.to_uppercase();
                    let known = choices.iter().any(|choice| choice.code == upper);
                    let unknown = if known { "unknown".to_owned() } else { upper };
                    let changed = with(&inputs, input.name, Raw::Text(unknown));
                    refused(calculator, &changed, input.name, Code::NotAChoice);
                }
                Kind::Date => {
                    for text in [
                        "",
                        "2026",
                        "2026-02-30",
                        "01/02/2026",
                        "2026-02-01T00:00:00Z",
                    ] {
                        let changed = with(&inputs, input.name, Raw::Text(text.to_owned()));
                        refused(calculator, &changed, input.name, Code::NotADate);
                    }
                }
                _ => {}
            }
        }
    }
}

#[test]
fn outside_the_population_there_is_no_result() {
    for (calculator, inputs) in each() {
        for limit in calculator.validity {
            let (kind, step) = match calculator.input(limit.input).map(|input| input.kind) {
                Some(Kind::Quantity(kind)) => (kind, 0.01),
                Some(Kind::Age) => (&AGE, 1.0),
                _ => panic!("{} limits something that is no number", calculator.id),
            };
            let least_outside = limit.least - step;
            let first_above = if limit.exclusive {
                limit.greatest
            } else {
                limit.greatest + step
            };
            for number in [least_outside, first_above] {
                if kind.plausible(number) {
                    let value = quantity(number, kind.units[0].code);
                    let changed = with(&inputs, limit.input, value);
                    refused(calculator, &changed, limit.input, Code::OutsideValidity);
                }
            }
        }
    }
}

#[test]
fn ages_from_dates_of_birth_are_completed_years() {
    for (calculator, inputs) in each() {
        let limits = calculator
            .validity
            .iter()
            .find(|limit| limit.input == "age");
        let Some(limit) = limits.filter(|limit| limit.least > 0.0) else {
            continue;
        };
        let born = |day: &str| {
            let year = 2026 - limit.least as i32;
            let inputs = without(&inputs, "age");
            with(&inputs, "birth_date", Raw::Text(format!("{year}-{day}")))
        };
        assert!(
            ask(calculator, &born("06-15")).is_ok(),
            "{}: the birthday itself",
            calculator.id
        );
        refused(calculator, &born("06-16"), "age", Code::OutsideValidity);
        let both = with(&inputs, "birth_date", Raw::Text("1980-01-01".to_owned()));
        refused(calculator, &both, "age", Code::DuplicateField);
        let no_day = with(&inputs, "on", Raw::Text("today".to_owned()));
        let found = ask(calculator, &no_day).expect_err(calculator.id);
        assert!(
            found.iter().any(|one| one.code == Code::NotADate),
            "{found:?}"
        );
    }
}

#[test]
fn swapped_fields_are_refused() {
    let pairs = [
        ("weight", 170.0, "height", 70.0),
        ("systolic_bp", 80.0, "diastolic_bp", 120.0),
        ("waist", 170.0, "height", 80.0),
        ("waist", 38.0, "neck", 90.0),
        ("total_cholesterol", 50.0, "hdl_cholesterol", 200.0),
    ];
    for (calculator, inputs) in each() {
        for (one, first, other, second) in pairs {
            let kind = |name: &str| match calculator.input(name)?.kind {
                Kind::Quantity(kind) => Some(kind.units[0].code),
                _ => None,
            };
            let (Some(unit), Some(other_unit)) = (kind(one), kind(other)) else {
                continue;
            };
            let changed = with(&inputs, one, quantity(first, unit));
            let changed = with(&changed, other, quantity(second, other_unit));
            let found = ask(calculator, &changed).expect_err(calculator.id);
            for name in [one, other] {
                let named = found.iter().any(|found| found.field == name);
                assert!(named, "{}: {name} in {found:?}", calculator.id);
            }
            if (one, other) == ("weight", "height") {
                let said = found.iter().any(|one| one.message.contains("look swapped"));
                assert!(said, "{}: {found:?}", calculator.id);
            }
        }
    }
}

#[test]
fn unknown_and_repeated_inputs_are_refused() {
    for (calculator, inputs) in each() {
        let typo = with(&inputs, "wieght", Raw::Number(70.0));
        let found = ask(calculator, &typo).expect_err("a typing error");
        assert!(
            found
                .iter()
                .any(|one| one.code == Code::UnknownField && one.field == "wieght")
        );
        let mut twice = inputs.clone();
        let (name, value) = inputs[0].clone();
        twice.push((name.clone(), value));
        refused(calculator, &twice, &name, Code::DuplicateField);
    }
}

/// However many names are unknown, the answer stays small, and lists what is known
/// once.
#[test]
fn unknown_inputs_are_told_up_to_a_bound() {
    for (calculator, inputs) in each() {
        for sent in [1, INPUT_LIMIT, INPUT_LIMIT + 1, 1000] {
            let mut many = inputs.clone();
            let names = (inputs.len()..sent.max(inputs.len() + 1)).map(|at| format!("wieght{at}"));
            many.extend(names.map(|name| (name, Raw::Number(70.0))));
            let found = ask(calculator, &many).expect_err("typing errors");
            if many.len() > INPUT_LIMIT {
                assert_eq!(found.len(), 1, "{found:?}");
                assert_eq!(
                    (found[0].field.as_str(), found[0].code),
                    ("", Code::TooMany)
                );
                assert!(found[0].message.contains("at most 32 inputs"), "{found:?}");
                continue;
            }
            assert_eq!(found.len(), many.len() - inputs.len(), "{}", calculator.id);
            let takes = found.iter().filter(|one| one.message.contains("takes"));
            assert_eq!(takes.count(), 1);
        }
    }
}

/// A name is the client's: no more of it is repeated than a place needs.
#[test]
fn of_a_long_name_the_beginning_is_told() {
    for (calculator, inputs) in each() {
        let long = with(&inputs, &"\u{e9}/".repeat(500), Raw::Null);
        let found = ask(calculator, &long).expect_err("an unknown name");
        assert_eq!(found[0].field, "\u{e9}~1".repeat(32), "{}", calculator.id);
    }
}

/// However much is sent, an answer has at most a problem for each input that is looked
/// at and one for each that is missing; no calculator takes more than are looked at.
#[test]
fn the_problems_of_a_refusal_are_bounded() {
    for (calculator, _) in each() {
        let unknown = (0..INPUT_LIMIT).map(|at| (format!("wieght{at}"), Raw::Null));
        let found = ask(calculator, &unknown.collect()).expect_err("nothing that is known");
        assert!(calculator.inputs.len() <= INPUT_LIMIT, "{}", calculator.id);
        assert!(
            found.len() <= 2 * INPUT_LIMIT,
            "{}: {}",
            calculator.id,
            found.len()
        );
    }
}

/// What passed the checks can be sent again as it was sent, and gives the same.
#[test]
fn checked_inputs_can_be_written_out_again() {
    for (calculator, inputs) in each() {
        let checked = read_checked(calculator, &inputs, &context(Language::English));
        let checked = checked.expect("the sample is accepted");
        let again: Inputs = checked
            .iter()
            .map(|(name, typed)| {
                let raw = match typed {
                    Typed::Quantity { sent, unit, .. } | Typed::Age { sent, unit, .. } => {
                        quantity(sent, unit)
                    }
                    Typed::Boolean(value) => Raw::Boolean(value),
                    Typed::Integer(value) => Raw::Number(f64::from(value)),
                    Typed::Code(code) => Raw::Text(code.to_owned()),
                    Typed::Date(date) => Raw::Text(date.to_string()),
                };
                (name.to_owned(), raw)
            })
            .collect();
        assert_eq!(again, inputs, "{}", calculator.id);
    }
}

/// A value that was sent may be a patient's: no message repeats one, whatever is
/// wrong with it.
#[test]
fn messages_never_repeat_what_was_sent() {
    let secret = "Maria-7261.5";
    for (calculator, inputs) in each() {
        for input in calculator.inputs {
            for value in [
                Raw::Text(secret.to_owned()),
                Raw::Number(7261.5),
                quantity(7261.5, "kg"),
                quantity(7261.5, secret),
                quantity(7261.5, admitted_unit(input)),
            ] {
                let mut changed = with(&inputs, input.name, value);
                changed.push(("note".to_owned(), Raw::Text(secret.to_owned())));
                for violation in ask(calculator, &changed).expect_err("refused") {
                    let said = &violation.message;
                    let repeated = said.contains("7261") || said.contains("Maria");
                    assert!(!repeated, "{}: {violation:?}", calculator.id);
                }
            }
        }
    }
}

/// A unit that the input admits, or any.
fn admitted_unit(input: &Input) -> &'static str {
    match input.kind {
        Kind::Quantity(kind) => kind.canonical().code,
        _ => AGE.canonical().code,
    }
}

fn raw() -> impl Strategy<Value = Raw> {
    let leaf = prop_oneof![
        Just(Raw::Null),
        any::<bool>().prop_map(Raw::Boolean),
        any::<f64>().prop_map(Raw::Number),
        (-5.0..400.0).prop_map(Raw::Number),
        ".{0,10}".prop_map(Raw::Text),
        prop::sample::select(vec![
            "kg",
            "cm",
            "m",
            "a",
            "mg/dL",
            "male",
            "none",
            "2026-01-01"
        ])
        .prop_map(|text| Raw::Text(text.to_owned())),
        Just(Raw::List),
    ];
    leaf.prop_recursive(2, 8, 3, |inner| {
        let name = prop_oneof![Just("value".to_owned()), Just("unit".to_owned()), ".{0,4}"];
        prop::collection::vec((name, inner), 0..3).prop_map(Raw::Object)
    })
}

proptest! {
    /// No shape of any input traps, and an accepted one has a finite result.
    #[test]
    fn every_input_has_an_answer(values in prop::collection::vec(raw(), 16), which in any::<prop::sample::Index>()) {
        let all: Vec<_> = clinical::calculators::every().collect();
        let calculator = all[which.index(all.len())];
        let names = calculator.inputs.iter().map(|input| input.name.to_owned());
        let inputs: Inputs = names.zip(values).collect();
        match ask(calculator, &inputs) {
            Ok(found) => prop_assert!(!found.results.is_empty()),
            Err(violations) => prop_assert!(!violations.is_empty()),
        }
    }
}
