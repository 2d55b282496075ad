//! Published and third-party worked cases. Each source computed or printed its
//! figure independently of this code.

#![expect(
    clippy::unwrap_used,
    reason = "a test that unwraps fails where it should"
)]

use clinical::{
    Age, BodyHeight, BodyWeight, Classification, HealthMetrics, Patient, Sex, health_metrics,
};

fn patient(sex: Sex, age: u32, kilograms: f64, centimetres: f64) -> Patient {
    Patient {
        weight: BodyWeight::from_kilograms(kilograms).unwrap(),
        height: BodyHeight::from_metres(centimetres / 100.0).unwrap(),
        age: Age::from_years(age).unwrap(),
        sex,
    }
}

#[track_caller]
fn close(found: f64, expected: f64, tolerance: f64) {
    assert!(
        (found - expected).abs() <= tolerance,
        "found {found}, expected {expected} within {tolerance}"
    );
}

/// Cases of the openEHR GDL models (gdl-lang/common-clinical-models,
/// Apache-2.0) and of clincalc 0.4.0.
#[test]
fn bmr_roza_shizgal_1984() {
    for (sex, age, kilograms, centimetres, expected) in [
        (Sex::Male, 70, 90.0, 185.0, 1784.517),
        (Sex::Female, 20, 60.0, 165.0, 1426.983),
        (Sex::Male, 20, 80.0, 180.0, 1910.402),
        (Sex::Male, 45, 82.5, 168.0, 1744.3815),
        (Sex::Male, 72, 58.0, 155.0, 1200.489),
    ] {
        let found = clinical::bmr(&patient(sex, age, kilograms, centimetres)).unwrap();
        close(found.bmr.kilocalories_per_day(), expected, 1e-6);
    }
}

#[test]
fn body_mass_index() {
    for (kilograms, centimetres, expected) in [
        (50.0, 150.0, 22.222_222),
        (70.0, 150.0, 31.111_111),
        (70.0, 175.0, 22.857_143),
    ] {
        let patient = patient(Sex::Male, 30, kilograms, centimetres);
        let found = clinical::bmi(patient.weight, patient.height).unwrap();
        close(found.bmi.kilograms_per_square_metre(), expected, 1e-4);
    }
}

#[test]
fn ideal_weight_lorentz() {
    for (sex, centimetres, expected) in [
        (Sex::Male, 172.0, 66.5),
        (Sex::Male, 180.0, 72.5),
        (Sex::Female, 160.0, 56.0),
        (Sex::Male, 150.0, 50.0),
        (Sex::Female, 150.0, 50.0),
    ] {
        let found = health_metrics(&patient(sex, 40, 60.0, centimetres), None).unwrap();
        close(found.ideal_weight, expected, 1e-9);
    }
}

#[test]
fn body_fat_deurenberg_1991() {
    let found = health_metrics(&patient(Sex::Female, 40, 81.0, 180.0), None).unwrap();
    close(found.body_fat.percent(), 33.8, 1e-9);
}

/// The platform's own example, by hand from the published constants.
#[test]
fn example_of_the_platform() {
    let found = health_metrics(&patient(Sex::Male, 30, 70.0, 175.0), None).unwrap();
    close(found.bmi.kilograms_per_square_metre(), 22.857_142_857, 1e-9);
    close(found.bmr.kilocalories_per_day(), 1695.667, 1e-9);
    close(found.ideal_weight, 68.75, 1e-9);
    close(found.body_fat.percent(), 18.128_571_429, 1e-9);
    close(found.daily_calories, 2713.0672, 1e-9);
    close(found.activity.factor, 1.6, 0.0);
    assert_eq!(found.classification, Classification::Normal);
}

/// WHO TRS 894: the class changes at the threshold itself, not after it.
#[test]
fn who_classes_at_their_thresholds() {
    for (bmi, expected, healthy) in [
        (5.0, Classification::Underweight, false),
        (18.499_999, Classification::Underweight, false),
        (18.5, Classification::Normal, true),
        (24.95, Classification::Normal, true),
        (24.999_999, Classification::Normal, true),
        (25.0, Classification::Overweight, false),
        (29.999_999, Classification::Overweight, false),
        (30.0, Classification::Obese, false),
        (150.0, Classification::Obese, false),
    ] {
        let index = clinical::BodyMassIndex::from_kilograms_per_square_metre(bmi).unwrap();
        let class = Classification::of(index);
        assert_eq!((class, class.is_healthy()), (expected, healthy), "at {bmi}");
    }
}

#[test]
fn activity_factor_by_age() {
    for (age, factor) in [
        (18, 1.8),
        (25, 1.8),
        (26, 1.6),
        (35, 1.6),
        (36, 1.4),
        (50, 1.4),
        (51, 1.2),
        (83, 1.2),
    ] {
        let found = health_metrics(&patient(Sex::Female, age, 60.0, 165.0), None).unwrap();
        close(found.activity.factor, factor, 0.0);
        assert_eq!(found.assumptions.len(), 1, "the assumption is stated");
    }
}

#[test]
fn every_formula_says_which_edition_it_is() {
    for formula in HealthMetrics::FORMULAS {
        assert!(
            !formula.id.is_empty() && formula.citation.len() > 40,
            "{formula:?}"
        );
        assert_eq!(formula.version.split('.').count(), 3, "{formula:?}");
    }
}
