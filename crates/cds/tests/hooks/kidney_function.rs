//! `kidney-function`.

use serde_json::{Value, json};
use text::Language;

use crate::support::{
    Answer, ENGLISH, LANGUAGES, PORTUGUESE, Request, TODAY, answers, assert_says, bundle, cards,
    evaluation, measured, one, patient, violation,
};

const EGFR: &str = "egfr-ckd-epi-2021";
const CLEARANCE: &str = "creatinine-clearance-cockcroft-gault";

pub(crate) fn request() -> Request {
    Request::new("kidney-function", "order-select")
        .with("patient", patient("female", "1950-01-31"))
        .with(
            "creatinine",
            one("2160-0", 1.4, "mg/dL", "2026-01-20T07:30:00-03:00"),
        )
        .with("weight", one("29463-7", 60, "kg", "2026-01-02"))
}

fn answer(calculator: &str, value: f64, code: &str) -> Answer {
    let (title, unit) = match calculator {
        EGFR => ("eGFR (CKD-EPI 2021)", "mL/min/{1.73_m2}"),
        _ => ("Creatinine clearance (Cockcroft-Gault)", "mL/min"),
    };
    let display = format!("{value:.0}");
    let mut answer = evaluation(calculator, title, (value, &display, unit), (code, "a text"));
    if code.is_empty() {
        answer.results[0].interpretation = None;
    }
    Ok(answer)
}

/// The category that KDIGO has for a rate.
fn category(egfr: f64) -> &'static str {
    match egfr {
        ..15.0 => "G5",
        ..30.0 => "G4",
        ..45.0 => "G3b",
        ..60.0 => "G3a",
        ..90.0 => "G2",
        _ => "G1",
    }
}

#[track_caller]
fn answered(egfr: f64, clearance: f64, language: Language) -> Vec<Value> {
    let plan = request().plan_in(language).unwrap();
    let answers = [
        answer(EGFR, egfr, category(egfr)),
        answer(CLEARANCE, clearance, ""),
    ];
    cards(&plan, &answers, language)
}

#[test]
fn asks_for_both_with_a_weight_and_for_one_without() {
    let plan = request().plan().unwrap();
    let egfr = json!({
        "sex": "female",
        "birth_date": "1950-01-31",
        "on": TODAY,
        "creatinine": {"value": 1.4, "unit": "mg/dL"},
    });
    let mut clearance = egfr.clone();
    clearance["weight"] = json!({"value": 60, "unit": "kg"});
    let asked: Vec<_> = plan
        .questions()
        .iter()
        .map(|one| (one.calculator, one.inputs.clone()))
        .collect();
    assert_eq!(asked, [(EGFR, egfr), (CLEARANCE, clearance)]);
    let plan = request().without("weight").plan().unwrap();
    assert_eq!(plan.questions().len(), 1);
    let cards = cards(&plan, &[answer(EGFR, 45.0, "G3a")], ENGLISH);
    assert!(!cards[0]["detail"].as_str().unwrap().contains("Weight"));
}

#[test]
fn the_catalogue_takes_the_clearance() {
    let plan = request().plan().unwrap();
    let found = answers(&plan, ENGLISH).pop().unwrap().unwrap();
    assert_eq!(found.results[0].display, "32");
}

#[test]
fn needs_creatinine_birth_date_and_gender() {
    let names = ["creatinine", "patient.birthDate", "patient.gender"];
    request()
        .without("creatinine")
        .with("patient", patient("other", "1950"))
        .assert_missing(&names);
    request().without("patient").assert_missing(&["patient"]);
}

#[test]
fn creatinine_comes_as_mass_or_as_amount_and_not_as_a_contradiction() {
    let with =
        |code, value: f64, unit| request().with("creatinine", one(code, value, unit, "2026"));
    let amount = with("14682-9", 124.0, "umol/L").inputs();
    assert_eq!(
        amount["creatinine"],
        json!({"value": 124.0, "unit": "umol/L"})
    );
    with("14682-9", 1.4, "mg/dL").assert_missing(&["creatinine"]);
    with("2160-0", 124.0, "umol/L").assert_missing(&["creatinine"]);
    let both = [
        measured("2160-0", 1.4, "mg/dL", "2026-01-01"),
        measured("14682-9", 100, "umol/L", "2026-01-02"),
    ];
    let newest = request().with("creatinine", bundle(&both)).inputs();
    assert_eq!(newest["creatinine"]["unit"], "umol/L");
}

#[test]
fn speaks_below_sixty_and_louder_below_thirty_and_fifteen() {
    let indicator = |egfr, clearance| {
        let cards = answered(egfr, clearance, ENGLISH);
        let indicators = cards
            .iter()
            .map(|card| card["indicator"].as_str().unwrap().to_owned());
        indicators.collect::<Vec<_>>().join(" ")
    };
    assert_eq!(indicator(60.0, 60.0), "");
    assert_eq!(indicator(59.99, 60.0), "info");
    assert_eq!(indicator(60.0, 59.99), "info");
    assert_eq!(indicator(30.0, 30.0), "info");
    assert_eq!(indicator(29.99, 70.0), "warning");
    assert_eq!(indicator(45.0, 29.99), "warning");
    assert_eq!(indicator(15.0, 20.0), "warning");
    assert_eq!(indicator(14.99, 20.0), "critical");
    assert_eq!(indicator(20.0, 14.99), "critical");
}

#[test]
fn one_card_tells_both_and_names_the_formula_that_decided() {
    let [card] = <[Value; 1]>::try_from(answered(45.0, 52.0, ENGLISH)).unwrap();
    assert_eq!(
        card["summary"],
        "eGFR 45 mL/min/1.73 m² (G3a); Creatinine clearance 52 mL/min"
    );
    let label = "Medical platform: eGFR (CKD-EPI 2021) 1.0.0";
    assert_eq!(card["source"]["label"], label);
    let dates = [
        "- Creatinine: 2026-01-20\n- Weight: 2026-01-02",
        "Oldest measurement used: 2026-01-02",
    ];
    assert_says(&card, "detail", &dates);
    let [card] = <[Value; 1]>::try_from(answered(45.0, 25.0, PORTUGUESE)).unwrap();
    assert_says(
        &card,
        "summary",
        &["TFGe 45", "Clearance (depuração) de creatinina 25 mL/min"],
    );
    assert_says(&card["source"], "label", &["Cockcroft-Gault"]);
}

#[test]
fn outside_validity_there_is_nothing_to_say() {
    let plan = request().plan().unwrap();
    let outside = || Err(vec![violation("age", "outside-validity", "18 a or more")]);
    assert_eq!(
        cards(&plan, &[outside(), outside()], ENGLISH),
        Vec::<Value>::new()
    );
}

#[test]
fn a_refusal_stands_beside_a_result_the_most_urgent_first() {
    let violation = violation(
        "weight/value",
        "out-of-range",
        "weight must be from 0.3 to 650 kg",
    );
    for language in LANGUAGES {
        let answers = [answer(EGFR, 45.0, "G3a"), Err(vec![violation.clone()])];
        let plan = request().plan_in(language).unwrap();
        let both = cards(&plan, &answers, language);
        assert_eq!(
            (&both[0]["indicator"], &both[1]["indicator"]),
            (&json!("warning"), &json!("info"))
        );
        assert_says(&both[0], "detail", &["from 0.3 to 650 kg"]);
        let answers = [answer(EGFR, 10.0, "G5"), Err(vec![violation.clone()])];
        assert_eq!(cards(&plan, &answers, language)[0]["indicator"], "critical");
    }
}
