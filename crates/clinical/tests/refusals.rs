//! What validation refuses, and how: field, code, and a sentence that helps.

use clinical::validation::{Calculation, FIELDS, Field, Raw, validate};
use clinical::{Code, Violation};

use Calculation::{Bmi, Bmr, HealthMetrics};

/// A healthy adult, with some fields changed.
fn person(changes: &[(&str, Raw)]) -> Vec<Field> {
    let mut fields = vec![
        ("weight", Raw::Number(70.0)),
        ("height", Raw::Number(1.75)),
        ("age", Raw::Number(30.0)),
        ("gender", Raw::Text("male".to_owned())),
    ];
    for (name, value) in changes {
        match fields.iter_mut().find(|(known, _)| known == name) {
            Some(field) => field.1 = value.clone(),
            None => fields.push((name, value.clone())),
        }
    }
    let field = |(name, value): (&str, Raw)| Field {
        name: name.to_owned(),
        value,
    };
    fields.into_iter().map(field).collect()
}

#[track_caller]
fn refused(calculation: Calculation, changes: &[(&str, Raw)]) -> Vec<Violation> {
    validate(calculation, &person(changes)).expect_err("this must be refused")
}

#[track_caller]
fn refused_as(
    calculation: Calculation,
    changes: &[(&str, Raw)],
    expected: &[(&str, Code)],
) -> Vec<Violation> {
    let found = refused(calculation, changes);
    let codes: Vec<_> = found
        .iter()
        .map(|violation| (violation.field.as_str(), violation.code))
        .collect();
    assert_eq!(codes, expected, "{found:?}");
    found
}

fn text(value: &str) -> Raw {
    Raw::Text(value.to_owned())
}

#[test]
fn a_healthy_adult_is_accepted_everywhere() {
    for calculation in [HealthMetrics, Bmi, Bmr] {
        assert!(validate(calculation, &person(&[])).is_ok());
    }
}

#[test]
fn missing_and_null_are_the_same_and_never_zero() {
    let nothing: Vec<_> = FIELDS.map(|name| (name, Raw::Null)).to_vec();
    let all = [
        ("weight", Code::Missing),
        ("height", Code::Missing),
        ("age", Code::Missing),
        ("gender", Code::Missing),
    ];
    refused_as(HealthMetrics, &nothing, &all);
    refused_as(Bmr, &nothing, &all);
    refused_as(Bmi, &nothing, &all[..2]);
    assert_eq!(validate(HealthMetrics, &[]).unwrap_err().len(), 4);
}

#[test]
fn no_type_is_converted_into_another() {
    for wrong in [
        text("70"),
        text("NaN"),
        text("Infinity"),
        Raw::Boolean(true),
        Raw::Composite,
    ] {
        for field in ["weight", "height", "age", "activity_level"] {
            let change = [(field, wrong.clone())];
            refused_as(HealthMetrics, &change, &[(field, Code::WrongType)]);
        }
    }
    for wrong in [Raw::Number(0.0), Raw::Boolean(true), Raw::Composite] {
        refused_as(
            HealthMetrics,
            &[("gender", wrong)],
            &[("gender", Code::WrongType)],
        );
    }
}

#[test]
fn no_number_that_is_not_finite_passes() {
    for number in [f64::NAN, f64::INFINITY, f64::NEG_INFINITY] {
        for field in ["weight", "height", "age"] {
            let change = [(field, Raw::Number(number))];
            refused_as(HealthMetrics, &change, &[(field, Code::OutOfRange)]);
        }
    }
}

#[test]
fn limits_from_below_at_and_above() {
    let at = |field, number| vec![(field, Raw::Number(number))];
    for (field, least, below, greatest, above) in [
        ("weight", 0.3, 0.299_999, 650.0, 650.000_1),
        ("height", 0.2, 0.199_999, 2.8, 2.800_001),
        ("age", 0.0, -1.0, 130.0, 131.0),
    ] {
        for outside in [below, above] {
            refused_as(
                HealthMetrics,
                &at(field, outside),
                &[(field, Code::OutOfRange)],
            );
        }
        for inside in [least, greatest] {
            let codes = validate(HealthMetrics, &person(&at(field, inside)))
                .err()
                .unwrap_or_default();
            assert!(codes.iter().all(|found| found.code != Code::OutOfRange));
        }
    }
}

#[test]
fn only_adults() {
    for calculation in [HealthMetrics, Bmi, Bmr] {
        for age in [0.0, 17.0] {
            let child = [("age", Raw::Number(age))];
            refused_as(calculation, &child, &[("age", Code::OutsideValidity)]);
        }
        assert!(validate(calculation, &person(&[("age", Raw::Number(18.0))])).is_ok());
    }
}

#[test]
fn age_is_in_completed_years() {
    refused_as(
        Bmr,
        &[("age", Raw::Number(30.5))],
        &[("age", Code::NotWhole)],
    );
}

#[test]
fn each_equation_keeps_to_its_population() {
    let age = |years| [("age", Raw::Number(years))];
    assert!(validate(HealthMetrics, &person(&age(83.0))).is_ok());
    refused_as(HealthMetrics, &age(84.0), &[("age", Code::OutsideValidity)]);
    assert!(validate(Bmr, &person(&age(84.0))).is_ok());

    let short = |metres| {
        [
            ("weight", Raw::Number(40.0)),
            ("height", Raw::Number(metres)),
        ]
    };
    assert!(validate(HealthMetrics, &person(&short(1.30))).is_ok());
    refused_as(
        HealthMetrics,
        &short(1.29),
        &[("height", Code::OutsideValidity)],
    );
    assert!(validate(Bmr, &person(&short(1.29))).is_ok());
}

#[test]
fn only_published_sexes_and_levels() {
    for gender in ["", "Male", "other", "masculino", "unknown", "m"] {
        let found = refused_as(
            HealthMetrics,
            &[("gender", text(gender))],
            &[("gender", Code::NotAChoice)],
        );
        assert!(found[0].message.contains("\"male\" or \"female\""));
    }
    for level in [0.0, 1.0, 1.3, 1.8, 2.0] {
        let change = [("activity_level", Raw::Number(level))];
        refused_as(
            HealthMetrics,
            &change,
            &[("activity_level", Code::NotAChoice)],
        );
    }
    for level in [1.2, 1.375, 1.55, 1.725, 1.9] {
        let change = [("activity_level", Raw::Number(level))];
        assert!(validate(HealthMetrics, &person(&change)).is_ok());
    }
}

#[test]
fn other_units_get_a_hint() {
    for (field, number, hint) in [
        ("height", 175.0, "centimetres"),
        ("height", 69.0, "centimetres or inches"),
        ("height", 1750.0, "millimetres"),
        ("weight", 70_000.0, "grams"),
    ] {
        let change = [(field, Raw::Number(number))];
        let found = refused_as(HealthMetrics, &change, &[(field, Code::OutOfRange)]);
        assert!(found[0].message.contains(hint), "{found:?}");
        assert!(!found[0].message.contains("swapped"), "{found:?}");
    }
}

#[test]
fn swapped_weight_and_height_are_named() {
    for (weight, height) in [(1.75, 70.0), (170.0, 0.70), (180.0, 0.8), (1.6, 55.0)] {
        let change = [
            ("weight", Raw::Number(weight)),
            ("height", Raw::Number(height)),
        ];
        for calculation in [HealthMetrics, Bmi, Bmr] {
            let found = refused(calculation, &change);
            let named = found.iter().any(|one| one.message.contains("swapped"));
            assert!(named, "{weight} kg, {height} m: {found:?}");
        }
    }
}

#[test]
fn together_they_must_describe_someone() {
    let both = [
        ("weight", Code::ImplausibleCombination),
        ("height", Code::ImplausibleCombination),
    ];
    let light = [("weight", Raw::Number(10.0)), ("height", Raw::Number(1.8))];
    refused_as(Bmi, &light, &both);
    refused_as(HealthMetrics, &light, &both);
    // Plausible one by one and as a body mass index, but not as a body at rest.
    let nobody = [
        ("weight", Raw::Number(0.4)),
        ("height", Raw::Number(0.24)),
        ("age", Raw::Number(80.0)),
    ];
    refused_as(
        Bmr,
        &nobody,
        &[both[0], both[1], ("age", Code::ImplausibleCombination)],
    );
}

#[test]
fn every_problem_at_once() {
    let changes = [
        ("weight", text("70")),
        ("height", Raw::Number(175.0)),
        ("age", Raw::Number(17.0)),
        ("gender", text("x")),
        ("activity_level", Raw::Number(7.0)),
        ("wheight", Raw::Number(70.0)),
    ];
    let expected = [
        ("weight", Code::WrongType),
        ("height", Code::OutOfRange),
        ("gender", Code::NotAChoice),
        ("activity_level", Code::NotAChoice),
        ("wheight", Code::UnknownField),
        ("age", Code::OutsideValidity),
    ];
    refused_as(HealthMetrics, &changes, &expected);
    // What concerns one field is found even where others cannot be read.
    let changes = [
        ("height", Raw::Number(1.2)),
        ("age", Raw::Number(90.0)),
        ("gender", Raw::Null),
    ];
    let found = refused(HealthMetrics, &changes);
    for expected in [
        ("gender", Code::Missing),
        ("age", Code::OutsideValidity),
        ("height", Code::OutsideValidity),
    ] {
        let named = found
            .iter()
            .any(|one| (one.field.as_str(), one.code) == expected);
        assert!(named, "{expected:?} in {found:?}");
    }
}

#[test]
fn a_repeated_field_is_not_chosen_between() {
    let mut fields = person(&[]);
    fields.push(Field {
        name: "weight".to_owned(),
        value: Raw::Number(80.0),
    });
    let found = validate(HealthMetrics, &fields).unwrap_err();
    assert_eq!(found.len(), 1);
    assert_eq!(
        (found[0].field.as_str(), found[0].code),
        ("weight", Code::DuplicateField)
    );
}

/// A value that was sent may be a patient's: no message repeats one.
#[test]
fn messages_never_repeat_what_was_sent() {
    let secret = "Maria-7261.5";
    let changes = [
        ("weight", Raw::Number(7261.5)),
        ("height", Raw::Number(7261.5)),
        ("age", Raw::Number(7261.5)),
        ("gender", text(secret)),
        ("activity_level", Raw::Number(7261.5)),
        ("note", text(secret)),
    ];
    for violation in refused(HealthMetrics, &changes) {
        assert!(!violation.message.contains("7261"), "{violation:?}");
        assert!(!violation.message.contains("Maria"), "{violation:?}");
    }
}
