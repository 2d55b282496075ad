//! The figures of a check-up: health metrics, and the index and basal rate of an
//! adult as clients ask for them together.

use clinical::definition::Value;
use clinical::{Code, Evaluation, Language, Raw};

use crate::{Inputs, ask, measured};

fn person(sex: &str, age: f64, kilograms: f64, centimetres: f64) -> Inputs {
    vec![
        ("sex".to_owned(), Raw::Text(sex.to_owned())),
        measured("age", age, "a"),
        measured("weight", kilograms, "kg"),
        measured("height", centimetres, "cm"),
    ]
}

fn with(mut inputs: Inputs, name: &str, value: Raw) -> Inputs {
    inputs.retain(|(known, _)| known != name);
    inputs.push((name.to_owned(), value));
    inputs
}

fn without(mut inputs: Inputs, name: &str) -> Inputs {
    inputs.retain(|(known, _)| known != name);
    inputs
}

#[track_caller]
fn found(id: &str, inputs: &Inputs) -> Evaluation {
    ask(id, inputs, Language::English).unwrap_or_else(|violations| panic!("{id}: {violations:?}"))
}

#[track_caller]
fn number(evaluation: &Evaluation, name: &str) -> f64 {
    let mut results = evaluation.results.iter();
    match results
        .find(|one| one.output.name == name)
        .map(|one| one.value)
    {
        Some(Value::Number(number)) => number,
        other => panic!("{name}: {other:?}"),
    }
}

#[track_caller]
fn close(found: f64, expected: f64) {
    assert!(
        (found - expected).abs() <= 1e-6,
        "found {found}, expected {expected}"
    );
}

fn codes(id: &str, inputs: &Inputs) -> Vec<(String, Code)> {
    let violations = ask(id, inputs, Language::English).err().unwrap_or_default();
    violations
        .into_iter()
        .map(|one| (one.field, one.code))
        .collect()
}

/// The platform's own example, by hand from the published constants.
#[test]
fn every_figure_in_its_order_with_its_edition() {
    let found = found("health-metrics", &person("male", 30.0, 70.0, 175.0));
    let expected = [
        ("bmi", 22.857_142_857, "kg/m2", Some("bmi")),
        ("bmr", 1695.667, "kcal/d", Some("bmr-roza-shizgal-1984")),
        ("ideal_weight", 68.75, "kg", Some("ibw-lorentz-1929")),
        (
            "body_fat_percentage",
            18.128_571_429,
            "%",
            Some("body-fat-deurenberg-1991"),
        ),
        ("daily_calories", 2713.0672, "kcal/d", Some("tdee")),
        ("activity_factor", 1.6, "1", None),
    ];
    assert_eq!(found.results.len(), expected.len());
    for (result, (name, value, unit, by)) in found.results.iter().zip(expected) {
        assert_eq!((result.output.name, result.unit), (name, unit));
        close(number(&found, name), value);
        assert_eq!(
            result.output.by.map(|calculator| calculator.id),
            by,
            "{name}"
        );
    }
    let class = found.results[0].interpretation.expect("a class");
    assert_eq!(class.code, "normal");
}

/// Cases of the openEHR GDL models (gdl-lang/common-clinical-models, Apache-2.0)
/// and of clincalc 0.4.0: each source computed its figure independently of this
/// code.
#[test]
fn figures_as_published() {
    let bmr = |sex, age, kilograms, centimetres| {
        let person = person(sex, age, kilograms, centimetres);
        number(&found("adult-bmr", &person), "bmr")
    };
    close(bmr("male", 70.0, 90.0, 185.0), 1784.517);
    close(bmr("female", 20.0, 60.0, 165.0), 1426.983);
    close(bmr("male", 20.0, 80.0, 180.0), 1910.402);
    close(bmr("male", 45.0, 82.5, 168.0), 1744.3815);
    close(bmr("male", 72.0, 58.0, 155.0), 1200.489);
    let of = |name, sex, age, kilograms, centimetres| {
        let person = person(sex, age, kilograms, centimetres);
        number(&found("health-metrics", &person), name)
    };
    close(of("bmi", "male", 30.0, 50.0, 150.0), 22.222_222);
    close(of("bmi", "male", 30.0, 70.0, 150.0), 31.111_111);
    close(of("ideal_weight", "male", 40.0, 60.0, 172.0), 66.5);
    close(of("ideal_weight", "male", 40.0, 60.0, 180.0), 72.5);
    close(of("ideal_weight", "female", 40.0, 60.0, 160.0), 56.0);
    close(of("ideal_weight", "male", 40.0, 60.0, 150.0), 50.0);
    close(of("ideal_weight", "female", 40.0, 60.0, 150.0), 50.0);
    close(of("ideal_weight", "female", 40.0, 60.0, 175.0), 65.0);
    close(of("body_fat_percentage", "female", 40.0, 81.0, 180.0), 33.8);
    close(of("body_fat_percentage", "female", 30.0, 81.0, 180.0), 31.5);
}

/// A figure is the same in the check-up and in its own calculator.
#[test]
fn one_person_one_figure() {
    let person = person("female", 40.0, 81.0, 180.0);
    let all = found(
        "health-metrics",
        &with(person.clone(), "activity_level", Raw::Number(1.55)),
    );
    let alone = |id: &str, inputs: &Inputs| {
        number(&found(id, inputs), found(id, inputs).results[0].output.name)
    };
    close(number(&all, "body_fat_percentage"), 33.8);
    for (name, id, unused) in [
        ("bmi", "bmi", &["sex"][..]),
        ("bmi", "adult-bmi", &[]),
        ("bmr", "bmr-roza-shizgal-1984", &[]),
        ("bmr", "adult-bmr", &[]),
        ("ideal_weight", "ibw-lorentz-1929", &["age", "weight"]),
        ("body_fat_percentage", "body-fat-deurenberg-1991", &[]),
    ] {
        let mut inputs = person.clone();
        inputs.retain(|(known, _)| !unused.contains(&known.as_str()));
        assert_eq!(
            alone(id, &inputs).to_bits(),
            number(&all, name).to_bits(),
            "{id}"
        );
    }
    let moderate = with(person, "activity_level", Raw::Text("moderate".to_owned()));
    assert_eq!(
        alone("tdee", &moderate).to_bits(),
        number(&all, "daily_calories").to_bits()
    );
}

/// The convention of the first edition, at every age where it changes.
#[test]
fn without_a_level_the_factor_goes_by_age() {
    for (age, factor) in [
        (18.0, 1.8),
        (25.0, 1.8),
        (26.0, 1.6),
        (35.0, 1.6),
        (36.0, 1.4),
        (50.0, 1.4),
        (51.0, 1.2),
        (83.0, 1.2),
    ] {
        let found = found("health-metrics", &person("female", age, 60.0, 165.0));
        assert_eq!(number(&found, "activity_factor"), factor, "at {age}");
        assert_eq!(
            found.assumptions[0].en,
            "No activity level was sent: the activity factor is a default for the age, not an \
             observation of this person."
        );
    }
}

#[test]
fn a_level_is_a_code_or_its_factor() {
    let levels = [
        ("sedentary", 1.2),
        ("light", 1.375),
        ("moderate", 1.55),
        ("very-active", 1.725),
        ("extra-active", 1.9),
    ];
    let person = person("male", 30.0, 70.0, 175.0);
    for (code, factor) in levels {
        for sent in [
            Raw::Text(code.to_owned()),
            Raw::Number(factor),
            Raw::Number(factor + 1e-10),
        ] {
            let inputs = with(person.clone(), "activity_level", sent);
            let all = found("health-metrics", &inputs);
            assert_eq!(number(&all, "activity_factor"), factor);
            assert!(all.assumptions.is_empty());
            close(number(&found("tdee", &inputs), "tdee"), 1695.667 * factor);
        }
    }
    for between in [0.0, 1.0, 1.3, 1.8, 2.0, f64::NAN] {
        let inputs = with(person.clone(), "activity_level", Raw::Number(between));
        for id in ["health-metrics", "adult-bmi", "adult-bmr", "tdee"] {
            let expected = ("activity_level".to_owned(), Code::NotAChoice);
            assert!(codes(id, &inputs).contains(&expected), "{id} {between}");
        }
    }
    // No other choice is a number.
    let sex = with(person, "sex", Raw::Number(1.0));
    assert_eq!(
        codes("health-metrics", &sex),
        [("sex".to_owned(), Code::WrongType)]
    );
}

/// The limits are those of the strictest part.
#[test]
fn each_figure_keeps_to_its_population() {
    let of = |age, height| person("male", age, 60.0, height);
    let age = [("age".to_owned(), Code::OutsideValidity)];
    let height = [("height".to_owned(), Code::OutsideValidity)];
    for inside in [of(18.0, 170.0), of(83.0, 170.0), of(40.0, 130.0)] {
        found("health-metrics", &inside);
    }
    assert_eq!(codes("health-metrics", &of(17.0, 170.0)), age);
    assert_eq!(codes("health-metrics", &of(84.0, 170.0)), age);
    assert_eq!(codes("health-metrics", &of(40.0, 129.0)), height);
    found("adult-bmr", &of(84.0, 129.0));
    assert_eq!(codes("adult-bmr", &of(17.0, 170.0)), age);
    found("adult-bmi", &of(84.0, 129.0));
    assert_eq!(codes("adult-bmi", &of(17.0, 170.0)), age);
}

#[test]
fn the_class_without_an_age_is_the_one_for_adults() {
    let person = person("female", 40.0, 81.0, 180.0);
    let known = found("adult-bmi", &person);
    assert!(known.assumptions.is_empty());
    let unknown = found("adult-bmi", &without(person, "age"));
    assert_eq!(
        unknown.assumptions[0].en,
        "No age was sent: the class is the one for adults."
    );
    let code = unknown.results[0].interpretation.map(|one| one.code);
    assert_eq!(code, Some("overweight"));
}

#[test]
fn the_warning_is_for_bodies_outside_the_derivation() {
    let warnings = |kilograms| {
        let person = person("female", 40.0, kilograms, 200.0);
        found("health-metrics", &person).warnings
    };
    // 13.9 and 40.9 kg/m2 themselves are within.
    assert!(warnings(55.7).is_empty() && warnings(163.5).is_empty());
    for kilograms in [55.0, 164.0] {
        assert_eq!(
            warnings(kilograms)[0].en,
            "The body mass index is outside 13.9 to 40.9 kg/m2, the range in which the body fat \
             equation (Deurenberg 1991) was derived."
        );
    }
    let lean = codes("health-metrics", &person("male", 18.0, 25.0, 200.0));
    assert!(lean.iter().any(|(field, _)| field == "weight"), "{lean:?}");
}

/// WHO TRS 894: the class changes at the threshold itself, not after it; heights
/// of 2 m make the index a quarter of the weight.
#[test]
fn who_classes_at_their_thresholds() {
    for (kilograms, class) in [
        (63.9, "severe-thinness"),
        (64.0, "moderate-thinness"),
        (67.9, "moderate-thinness"),
        (68.0, "mild-thinness"),
        (73.999_996, "mild-thinness"),
        (74.0, "normal"),
        // Displays as 25.0 and is below it.
        (99.8, "normal"),
        (99.999_996, "normal"),
        (100.0, "overweight"),
        (119.999_996, "overweight"),
        (120.0, "obesity-class-1"),
        (139.9, "obesity-class-1"),
        (140.0, "obesity-class-2"),
        (159.9, "obesity-class-2"),
        (160.0, "obesity-class-3"),
        (600.0, "obesity-class-3"),
    ] {
        for id in ["bmi", "adult-bmi"] {
            let inputs = vec![
                measured("weight", kilograms, "kg"),
                measured("height", 200.0, "cm"),
            ];
            let code = found(id, &inputs).results[0]
                .interpretation
                .map(|one| one.code);
            assert_eq!(code, Some(class), "{id} at {kilograms}");
        }
    }
}

#[test]
fn what_is_assumed_is_said_in_portuguese_too() {
    let person = person("male", 30.0, 60.0, 210.0);
    let found = ask("health-metrics", &person, Language::Portuguese).expect("figures");
    let said = found.assumptions.iter().chain(&found.warnings);
    let said: Vec<_> = said.map(|text| text.pt).collect();
    assert!(
        said[0].starts_with("Nível de atividade não enviado"),
        "{said:?}"
    );
    assert!(
        said[1].starts_with("O índice de massa corporal está fora"),
        "{said:?}"
    );
}
