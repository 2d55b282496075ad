//! Mistakes that shipped elsewhere, and must not here.

use clinical::definition::Value;
use clinical::{Code, Raw, calculators};

use crate::{Inputs, ask, quantity};

fn inputs(pairs: &[(&str, Raw)]) -> Inputs {
    let pairs = pairs
        .iter()
        .map(|(name, value)| ((*name).to_owned(), value.clone()));
    pairs.collect()
}

fn text(code: &str) -> Raw {
    Raw::Text(code.to_owned())
}

#[track_caller]
fn gives(id: &str, pairs: &[(&str, Raw)], expected: f64, tolerance: f64) {
    let calculator = calculators::find(id).expect("a calculator");
    let found = ask(calculator, &inputs(pairs)).expect("accepted");
    let Value::Number(number) = found.results[0].value else {
        panic!("{id} gives no number");
    };
    assert!(
        (number - expected).abs() <= tolerance,
        "{id}: {number}, not {expected}"
    );
}

#[track_caller]
fn refuses(id: &str, pairs: &[(&str, Raw)], field: &str, code: Code) {
    let calculator = calculators::find(id).expect("a calculator");
    let found = ask(calculator, &inputs(pairs)).expect_err("refused");
    let named = found
        .iter()
        .any(|one| one.field.starts_with(field) && one.code == code);
    assert!(named, "{id}: {field} as {code}, found {found:?}");
}

#[test]
fn metres_are_not_centimetres_in_roza_shizgal() {
    let person = |height, unit| {
        [
            ("sex", text("male")),
            ("age", quantity(30.0, "a")),
            ("weight", quantity(70.0, "kg")),
            ("height", quantity(height, unit)),
        ]
    };
    let id = "bmr-roza-shizgal-1984";
    gives(id, &person(1.75, "m"), 1695.667, 1e-9);
    gives(id, &person(175.0, "cm"), 1695.667, 1e-9);
    refuses(id, &person(1.75, "cm"), "height", Code::OutOfRange);
    refuses(id, &person(175.0, "m"), "height", Code::OutOfRange);
}

#[test]
fn lorentz_subtracts_once() {
    let person = [("sex", text("male")), ("height", quantity(175.0, "cm"))];
    gives("ibw-lorentz-1929", &person, 68.75, 1e-9);
}

#[test]
fn centimetres_do_not_go_into_an_inch_formula() {
    // 495 / (1.29579 - 0.35004 log10(76 + 98 - 34) + 0.22100 log10 165) - 450
    let person = [
        ("sex", text("female")),
        ("height", quantity(165.0, "cm")),
        ("waist", quantity(76.0, "cm")),
        ("hip", quantity(98.0, "cm")),
        ("neck", quantity(34.0, "cm")),
    ];
    gives("body-fat-navy-1984", &person, 28.435_004, 1e-5);
}

#[test]
fn creatinine_in_the_other_unit_is_noticed() {
    let person = |value, unit| {
        [
            ("sex", text("male")),
            ("age", quantity(50.0, "a")),
            ("creatinine", quantity(value, unit)),
        ]
    };
    let id = "egfr-ckd-epi-2021";
    refuses(id, &person(80.0, "mg/dL"), "creatinine", Code::OutOfRange);
    refuses(id, &person(0.9, "umol/L"), "creatinine", Code::OutOfRange);
    gives(id, &person(88.4, "umol/L"), 91.5, 1.0);
}

#[test]
fn platelets_per_microlitre_are_not_scored() {
    let kind = &clinical::units::PLATELETS;
    let counted = |value, unit| {
        let unit = kind.unit(unit).expect("an admitted unit");
        kind.plausible(unit.to_canonical(value))
    };
    // 250 000 are so many only where the unit counts single cells, and 250 only where
    // it counts thousands.
    for (single, thousands) in [("/uL", "10*3/uL"), ("/mm3", "10*9/L")] {
        assert!(counted(250_000.0, single) && !counted(250.0, single));
        assert!(counted(250.0, thousands) && !counted(250_000.0, thousands));
    }
}

/// An adult of 20 cm and 0.3 kg has a body mass index of 7.5, and exists nowhere.
#[test]
fn an_adult_is_not_as_short_as_a_newborn() {
    let person = |age, weight, height, unit| {
        [
            ("age", quantity(age, "a")),
            ("weight", quantity(weight, "kg")),
            ("height", quantity(height, unit)),
        ]
    };
    for (height, unit) in [(0.2, "m"), (20.0, "cm"), (54.9, "cm")] {
        let of = person(18.0, 0.3, height, unit);
        let field = "height";
        refuses("bmi", &of, field, Code::ImplausibleCombination);
    }
    gives("bmi", &person(18.0, 5.0, 55.0, "cm"), 16.528_925_6, 1e-6);
    gives("bmi", &person(0.0, 3.0, 50.0, "cm"), 12.0, 1e-9);
}
