//! `health-calculator`: figures for people, reasons for everything else.

use serde_json::Value;
use wasmtime::Store;

use super::{Guest, sandbox};

wasmtime::component::bindgen!({
    path: "../wit/health-calc",
    world: "health-calculator",
    exports: { default: async },
});

use exports::medical::health_calc::calculations::{
    ActivitySource, BmiClassification, CalculationError, GenderType, PatientMetrics, RefusalCode,
};
use exports::medical::health_calc::calculators::{Context, EvaluationError};

async fn calculator() -> (Store<Guest>, HealthCalculator) {
    let (mut store, component, linker) = sandbox("health-calculator.wasm", ());
    let instance = HealthCalculator::instantiate_async(&mut store, &component, &linker).await;
    (store, instance.expect("an instance"))
}

const PERSON: PatientMetrics = PatientMetrics {
    weight: 70.0,
    height: 1.75,
    age: 30,
    gender: GenderType::Male,
    activity_level: None,
};

#[tokio::test]
async fn all_figures_of_the_example() {
    let (mut store, instance) = calculator().await;
    let calculations = instance.medical_health_calc_calculations();
    let found = calculations
        .call_calculate_health_metrics(&mut store, PERSON)
        .await;
    let found = found.expect("no trap").expect("figures");
    for (figure, expected) in [
        (found.bmi, 22.857_142_857),
        (found.bmr, 1695.667),
        (found.ideal_weight, 68.75),
        (found.body_fat_percentage, 18.128_571_429),
        (found.daily_calories, 2713.0672),
    ] {
        assert!((figure - expected).abs() < 1e-9, "{figure} for {expected}");
    }
    assert_eq!(found.classification, BmiClassification::Normal);
    assert!(found.healthy);
    assert_eq!(found.activity.source, ActivitySource::AgeDefault);
    assert_eq!(found.formulas.len(), 5);
    let woman = PatientMetrics {
        gender: GenderType::Female,
        activity_level: Some(1.9),
        ..PERSON
    };
    let found = calculations
        .call_calculate_health_metrics(&mut store, woman)
        .await;
    let found = found.expect("no trap").expect("figures");
    // 447.593 + 9.247 * 70 + 3.098 * 175 - 4.330 * 30
    assert!((found.bmr - 1507.133).abs() < 1e-9);
    assert!((found.ideal_weight - 65.0).abs() < 1e-9);
    assert!((found.daily_calories - 1507.133 * 1.9).abs() < 1e-9);
    assert_eq!(found.activity.source, ActivitySource::ActivityLevel);
    assert!(found.assumptions.is_empty());
}

#[tokio::test]
async fn the_specialised_functions() {
    let (mut store, instance) = calculator().await;
    let calculations = instance.medical_health_calc_calculations();
    let bmi = calculations.call_calculate_bmi(&mut store, 50.0, 2.0).await;
    let bmi = bmi.expect("no trap").expect("a figure");
    assert!((bmi.bmi - 12.5).abs() < 1e-12);
    assert_eq!(bmi.classification, BmiClassification::Underweight);
    assert!(!bmi.healthy, "too little is not healthy");
    let bmr = calculations.call_calculate_bmr(&mut store, PERSON).await;
    let bmr = bmr.expect("no trap").expect("a figure");
    assert!((bmr.bmr - 1695.667).abs() < 1e-9);
    assert_eq!(bmr.formula.id, "bmr-roza-shizgal-1984");
}

/// The calculator does not rely on the validator: it refuses by itself, and no
/// number traps it.
#[tokio::test]
async fn whatever_is_asked_there_is_an_answer() {
    let (mut store, instance) = calculator().await;
    let calculations = instance.medical_health_calc_calculations();
    let numbers = [
        f64::NAN,
        f64::INFINITY,
        f64::NEG_INFINITY,
        f64::MAX,
        f64::MIN_POSITIVE,
        -1.0,
        0.0,
        175.0,
        1e18,
    ];
    for weight in numbers {
        for height in numbers {
            let bmi = calculations
                .call_calculate_bmi(&mut store, weight, height)
                .await;
            assert!(bmi.expect("no trap").is_err());
            for age in [0, 17, 30, 131, u32::MAX] {
                let metrics = PatientMetrics {
                    weight,
                    height,
                    age,
                    activity_level: Some(weight),
                    ..PERSON
                };
                let all = calculations
                    .call_calculate_health_metrics(&mut store, metrics)
                    .await;
                assert!(all.expect("no trap").is_err());
                let bmr = calculations.call_calculate_bmr(&mut store, metrics).await;
                assert!(bmr.expect("no trap").is_err());
            }
        }
    }
}

#[tokio::test]
async fn refusals_name_inputs_and_reasons() {
    let (mut store, instance) = calculator().await;
    let calculations = instance.medical_health_calc_calculations();
    let metrics = PatientMetrics {
        weight: 0.0,
        height: 175.0,
        age: 131,
        activity_level: Some(1.3),
        ..PERSON
    };
    let refused = calculations
        .call_calculate_health_metrics(&mut store, metrics)
        .await;
    let CalculationError::Refused(reasons) = refused.expect("no trap").expect_err("refused") else {
        panic!("nothing here is a defect");
    };
    let reasons: Vec<_> = reasons
        .iter()
        .map(|reason| (reason.input.as_str(), reason.code))
        .collect();
    let expected = [
        ("age", RefusalCode::OutOfRange),
        ("weight", RefusalCode::OutOfRange),
        ("height", RefusalCode::OutOfRange),
        ("activity_level", RefusalCode::NotAChoice),
    ];
    assert_eq!(reasons, expected);
    let child = PatientMetrics { age: 12, ..PERSON };
    let refused = calculations.call_calculate_bmr(&mut store, child).await;
    let CalculationError::Refused(reasons) = refused.expect("no trap").expect_err("refused") else {
        panic!("nothing here is a defect");
    };
    assert_eq!(reasons[0].code, RefusalCode::OutsideValidity);
}

fn today() -> Context {
    Context {
        today: "2026-06-15".to_owned(),
        language: "en".to_owned(),
    }
}

#[tokio::test]
async fn any_calculator_by_its_definition() {
    let (mut store, instance) = calculator().await;
    let calculators = instance.medical_health_calc_calculators();
    let all = calculators.call_summaries(&mut store, "pt-BR").await;
    let all: Value =
        serde_json::from_str(&all.expect("no trap").expect("summaries")).expect("JSON");
    let all = all.as_array().expect("a list");
    let printed = include_str!("../../docs/catalogue.md").lines();
    let printed = printed.filter(|line| line.starts_with("### "));
    assert_eq!(all.len(), printed.count());
    let wanted = ["bmi", "news2"].map(str::to_owned);
    let some = calculators
        .call_definitions(&mut store, &wanted, "pt-BR")
        .await
        .expect("no trap");
    let some: Value = serde_json::from_str(&some.expect("definitions")).expect("JSON");
    assert_eq!(some[0]["title"], "Índice de massa corporal");
    assert_eq!(some[1]["id"], "news2");
    assert!(all.iter().any(|one| one["title"] == some[0]["title"]));
    let inputs =
        r#"{"weight": {"value": 70, "unit": "kg"}, "height": {"value": 175, "unit": "cm"}}"#;
    let found = calculators
        .call_evaluate(&mut store, "bmi", inputs, &today())
        .await;
    let found: Value =
        serde_json::from_str(&found.expect("no trap").expect("an evaluation")).expect("JSON");
    assert_eq!(found["results"][0]["display"], "22.9");
}

#[tokio::test]
async fn whatever_is_evaluated_there_is_an_answer() {
    let (mut store, instance) = calculator().await;
    let calculators = instance.medical_health_calc_calculators();
    let deep = "[".repeat(100_000);
    for inputs in ["", "{", "[]", "null", "1", "{\"a\": 1e400}", &deep] {
        let found = calculators
            .call_evaluate(&mut store, "bmi", inputs, &today())
            .await;
        assert!(matches!(
            found.expect("no trap"),
            Err(EvaluationError::NotAnObject | EvaluationError::InvalidJson)
        ));
    }
    let unknown = ["nope".to_owned()];
    let found = calculators
        .call_definitions(&mut store, &unknown, "en")
        .await;
    assert!(matches!(
        found.expect("no trap"),
        Err(EvaluationError::UnknownCalculator)
    ));
    let found = calculators
        .call_evaluate(&mut store, "nope", "{}", &today())
        .await;
    assert!(matches!(
        found.expect("no trap"),
        Err(EvaluationError::UnknownCalculator)
    ));
    let found = calculators
        .call_evaluate(&mut store, "bmi", "{}", &today())
        .await;
    let Err(EvaluationError::Refused(violations)) = found.expect("no trap") else {
        panic!("refused");
    };
    assert_eq!(violations.len(), 2);
    let never = Context {
        today: "soon".to_owned(),
        ..today()
    };
    let found = calculators
        .call_evaluate(&mut store, "bmi", "{}", &never)
        .await;
    assert!(matches!(
        found.expect("no trap"),
        Err(EvaluationError::InvalidContext)
    ));
    let cases = format!("{{}}\n[1]\n{{\n\n{deep}\n{{\"id\": 1, \"calculator\": 2}}");
    let found = calculators
        .call_evaluate_many(&mut store, &cases, &today())
        .await;
    let found = found.expect("no trap").expect("lines");
    assert_eq!(found.lines().count(), 6);
}
