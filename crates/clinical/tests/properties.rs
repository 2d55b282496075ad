//! What holds for every person and every input.

#![expect(
    clippy::unwrap_used,
    reason = "a test that unwraps fails where it should"
)]

use clinical::validation::{Calculation, Field, Raw, validate};
use clinical::{
    ActivityLevel, Age, BodyHeight, BodyWeight, Patient, Sex, bmi, bmr, health_metrics,
};
use proptest::prelude::*;

fn sex() -> impl Strategy<Value = Sex> {
    prop_oneof![Just(Sex::Male), Just(Sex::Female)]
}

fn patient() -> impl Strategy<Value = Patient> {
    (0.3..=650.0, 0.2..=2.8, 0_u32..=130, sex()).prop_map(|(weight, height, age, sex)| Patient {
        weight: BodyWeight::from_kilograms(weight).unwrap(),
        height: BodyHeight::from_metres(height).unwrap(),
        age: Age::from_years(age).unwrap(),
        sex,
    })
}

/// People most of whom have an answer.
fn ordinary() -> impl Strategy<Value = Patient> {
    (45.0..=120.0, 1.4..=2.0, 18_u32..=83, sex()).prop_map(|(weight, height, age, sex)| Patient {
        weight: BodyWeight::from_kilograms(weight).unwrap(),
        height: BodyHeight::from_metres(height).unwrap(),
        age: Age::from_years(age).unwrap(),
        sex,
    })
}

fn level() -> impl Strategy<Value = Option<ActivityLevel>> {
    prop::option::of(prop::sample::select(ActivityLevel::ALL.to_vec()))
}

fn raw() -> impl Strategy<Value = Raw> {
    prop_oneof![
        Just(Raw::Null),
        any::<bool>().prop_map(Raw::Boolean),
        any::<f64>().prop_map(Raw::Number),
        (-10.0..300.0).prop_map(Raw::Number),
        ".{0,12}".prop_map(Raw::Text),
        Just(Raw::Text("female".to_owned())),
        Just(Raw::Composite),
    ]
}

fn field() -> impl Strategy<Value = Field> {
    let name = prop_oneof![
        prop::sample::select(vec!["weight", "height", "age", "gender", "activity_level"])
            .prop_map(str::to_owned),
        ".{0,6}",
    ];
    (name, raw()).prop_map(|(name, value)| Field { name, value })
}

proptest! {
    #[test]
    fn an_answer_is_always_possible_and_within_its_limits(
        patient in patient(), level in level(),
    ) {
        if let Ok(found) = health_metrics(&patient, level) {
            prop_assert!(patient.age.years() >= 18 && patient.age.years() <= 83);
            prop_assert!((5.0..=150.0).contains(&found.bmi.kilograms_per_square_metre()));
            prop_assert!((100.0..=10_000.0).contains(&found.bmr.kilocalories_per_day()));
            prop_assert!(found.body_fat.percent() > 0.0 && found.body_fat.percent() < 100.0);
            prop_assert!(found.ideal_weight > 30.0 && found.ideal_weight < 150.0);
            prop_assert!(found.daily_calories >= found.bmr.kilocalories_per_day() * 1.2 - 1e-9);
            prop_assert_eq!(level.is_none(), !found.assumptions.is_empty());
        }
    }

    #[test]
    fn ordinary_people_get_an_answer(patient in ordinary(), level in level()) {
        prop_assert!(health_metrics(&patient, level).is_ok());
    }

    #[test]
    fn heavier_means_more(patient in ordinary(), more in 0.1..5.0) {
        let heavier = Patient {
            weight: BodyWeight::from_kilograms(patient.weight.kilograms() + more).unwrap(),
            ..patient
        };
        let (less, more) = (health_metrics(&patient, None), health_metrics(&heavier, None));
        let (less, more) = (less.unwrap(), more.unwrap());
        prop_assert!(more.bmi > less.bmi);
        prop_assert!(more.bmr > less.bmr);
        prop_assert!(more.body_fat > less.body_fat);
        prop_assert!(more.classification >= less.classification);
        prop_assert_eq!(more.ideal_weight, less.ideal_weight);
    }

    #[test]
    fn older_means_less_energy_at_rest(patient in ordinary()) {
        let older = Patient { age: Age::from_years(patient.age.years() + 1).unwrap(), ..patient };
        prop_assert!(bmr(&older).unwrap().bmr < bmr(&patient).unwrap().bmr);
    }

    /// The three answers agree on the figures they share.
    #[test]
    fn one_person_one_figure(patient in ordinary()) {
        let all = health_metrics(&patient, None).unwrap();
        prop_assert_eq!(bmi(patient.weight, patient.height).unwrap().bmi, all.bmi);
        prop_assert_eq!(bmr(&patient).unwrap().bmr, all.bmr);
    }

    /// Whatever is sent, validation answers; and what it lets through can be
    /// calculated.
    #[test]
    fn validation_accepts_exactly_what_can_be_calculated(
        fields in prop::collection::vec(field(), 0..8),
    ) {
        for calculation in [Calculation::HealthMetrics, Calculation::Bmi, Calculation::Bmr] {
            match validate(calculation, &fields) {
                Err(violations) => prop_assert!(!violations.is_empty()),
                Ok(sent) => {
                    let (weight, height) = (sent.weight.unwrap(), sent.height.unwrap());
                    prop_assert!(bmi(weight, height).is_ok());
                    if calculation != Calculation::Bmi {
                        let (age, sex) = (sent.age.unwrap(), sent.sex.unwrap());
                        let patient = Patient { weight, height, age, sex };
                        prop_assert!(bmr(&patient).is_ok());
                        if calculation == Calculation::HealthMetrics {
                            prop_assert!(health_metrics(&patient, sent.activity_level).is_ok());
                        }
                    }
                }
            }
        }
    }

    /// And the other way round: whoever can be calculated is not refused.
    #[test]
    fn validation_refuses_no_one_who_can_be_calculated(patient in patient(), level in level()) {
        let number = |name: &str, value| Field { name: name.to_owned(), value: Raw::Number(value) };
        let mut fields = vec![
            number("weight", patient.weight.kilograms()),
            number("height", patient.height.metres()),
            number("age", f64::from(patient.age.years())),
            Field {
                name: "gender".to_owned(),
                value: Raw::Text(match patient.sex {
                    Sex::Male => "male".to_owned(),
                    Sex::Female => "female".to_owned(),
                }),
            },
        ];
        fields.extend(level.map(|level| number("activity_level", level.factor())));
        let accepted = validate(Calculation::HealthMetrics, &fields).is_ok();
        prop_assert_eq!(accepted, health_metrics(&patient, level).is_ok());
        let accepted = validate(Calculation::Bmr, &fields).is_ok();
        prop_assert_eq!(accepted, bmr(&patient).is_ok());
    }
}
