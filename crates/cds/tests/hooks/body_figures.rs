//! `body-figures`.

use serde_json::{Value, json};
use text::Language;
use wire::Evaluation;

use crate::support::{
    ENGLISH, LANGUAGES, PORTUGUESE, Request, TODAY, answers, assert_says, cards, evaluation, one,
    patient,
};

/// A man of 40 years, 70 kg and 175 cm.
pub(crate) fn request() -> Request {
    Request::new("body-figures", "patient-view")
        .with("patient", patient("male", "1985-06-01"))
        .with("weight", one("29463-7", 70, "kg", "2026-01-15T08:00:00Z"))
        .with("height", one("8302-2", 175, "cm", "2020-03-01"))
}

fn heavy() -> Request {
    request().with("weight", one("29463-7", 100, "kg", "2026-01-15T08:00:00Z"))
}

fn calculators(request: &Request) -> Vec<&'static str> {
    let plan = request.plan().unwrap();
    plan.questions().iter().map(|one| one.calculator).collect()
}

#[track_caller]
fn answered(request: &Request, language: Language) -> Vec<Value> {
    let plan = request.plan_in(language).unwrap();
    cards(&plan, &answers(&plan, language), language)
}

#[test]
fn asks_for_all_three_figures() {
    let plan = request().plan().unwrap();
    let sizes = json!({
        "weight": {"value": 70, "unit": "kg"},
        "height": {"value": 175, "unit": "cm"},
        "birth_date": "1985-06-01",
        "on": TODAY,
    });
    let mut with_sex = sizes.clone();
    with_sex["sex"] = json!("male");
    let asked: Vec<_> = plan
        .questions()
        .iter()
        .map(|one| (one.calculator, one.inputs.clone()))
        .collect();
    assert_eq!(
        asked,
        [
            ("bmi", sizes),
            ("bmr-roza-shizgal-1984", with_sex.clone()),
            ("body-fat-deurenberg-1991", with_sex),
        ]
    );
}

#[test]
fn without_age_or_sex_asks_for_the_index_only() {
    assert_eq!(calculators(&request().without("patient")), ["bmi"]);
    let unknown = request().with("patient", patient("unknown", "1985-06-01"));
    assert_eq!(calculators(&unknown), ["bmi"]);
    for partial in ["1985", "1985-06", "1985-06-31", "01/06/1985"] {
        let request = request().with("patient", patient("male", partial));
        assert_eq!(calculators(&request), ["bmi"]);
        assert!(request.inputs().get("birth_date").is_none(), "{partial}");
    }
}

#[test]
fn needs_weight_and_height() {
    request().without("height").assert_missing(&["height"]);
    request()
        .with("height", Value::Null)
        .without("weight")
        .assert_missing(&["weight", "height"]);
}

#[test]
fn says_nothing_about_a_normal_weight() {
    for language in LANGUAGES {
        assert_eq!(answered(&request(), language), Vec::<Value>::new());
    }
}

#[test]
fn a_card_tells_figures_formulas_and_dates() {
    let [card] = <[Value; 1]>::try_from(answered(&heavy(), ENGLISH)).unwrap();
    assert_eq!(
        card["summary"],
        "Body mass index 32.7 kg/m²: obesity class I"
    );
    assert_eq!(card["indicator"], "info");
    let source = json!({"label": "Medical platform: Body mass index 1.1.0"});
    assert_eq!(card["source"], source);
    assert_says(
        &card,
        "detail",
        &[
            "**Body mass index**: 32.7 kg/m² (obesity class I)",
            "**Basal metabolic rate**: 2041 kcal/d",
            "**Body fat**: 32.2 %",
            "Basal metabolic rate (Roza-Shizgal 1984) 1.1.0: Roza AM",
            "administrative gender",
            "- Weight: 2026-01-15\n- Height: 2020-03-01",
            "Oldest measurement used: 2020-03-01",
        ],
    );
}

#[test]
fn a_card_speaks_portuguese() {
    let [card] = <[Value; 1]>::try_from(answered(&heavy(), PORTUGUESE)).unwrap();
    let summary = "Índice de massa corporal 32,7 kg/m²: obesidade grau I";
    assert_eq!(card["summary"], summary);
    let parts = [
        "**Resultados**",
        "**Índice de massa corporal**: 32,7 kg/m² (obesidade grau I)",
        "**Taxa metabólica basal**: 2041 kcal/dia",
        "**Gordura corporal**: 32,2%",
        "- Peso: 2026-01-15",
        "Medida mais antiga usada: 2020-03-01",
    ];
    assert_says(&card, "detail", &parts);
}

#[test]
fn the_extremes_warn() {
    for (weight, indicator) in [
        (45, "warning"),
        (50, "info"),
        (80, "info"),
        (125, "warning"),
    ] {
        let request = request().with("weight", one("29463-7", weight, "kg", "2026-01-15"));
        assert_eq!(
            answered(&request, ENGLISH)[0]["indicator"],
            indicator,
            "{weight}"
        );
    }
}

#[test]
fn an_assumed_adult_is_said_to_be_assumed() {
    let cards = answered(&heavy().without("patient"), ENGLISH);
    assert_says(
        &cards[0],
        "detail",
        &["No age was sent: adult classes assumed."],
    );
}

#[test]
fn a_child_has_no_class_and_no_card() {
    let child = heavy().with("patient", patient("female", "2015-06-01"));
    assert_eq!(answered(&child, ENGLISH), Vec::<Value>::new());
}

#[test]
fn a_refusal_of_plausibility_is_told_once() {
    let swapped = request()
        .with("weight", one("29463-7", 175, "kg", "2026-01-15"))
        .with("height", one("8302-2", 70, "cm", "2026-01-15"));
    let [card] = <[Value; 1]>::try_from(answered(&swapped, ENGLISH)).unwrap();
    assert_eq!(card["indicator"], "warning");
    let summary = "Body mass index, Basal metabolic rate and Body fat could not be calculated";
    assert_eq!(card["summary"], summary);
    let detail = card["detail"].as_str().unwrap();
    assert_eq!(detail.matches("they look swapped").count(), 1, "{detail}");
    assert!(
        !detail.contains("175") && !detail.contains("70"),
        "{detail}"
    );
    let [card] = <[Value; 1]>::try_from(answered(&swapped, PORTUGUESE)).unwrap();
    assert_says(
        &card,
        "summary",
        &["Não foi possível calcular: Índice de massa corporal"],
    );
}

#[test]
fn a_unit_nobody_admits_is_told() {
    let stones = request().with("weight", one("29463-7", 11, "[stone_av]", "2026-01-15"));
    let cards = answered(&stones, ENGLISH);
    assert_says(
        &cards[0],
        "detail",
        &["weight.unit must be one of kg, g, [lb_av]"],
    );
}

#[test]
fn a_doi_becomes_the_address_of_the_source() {
    let plan = heavy().without("patient").plan().unwrap();
    let mut bmi = evaluation(
        "bmi",
        "BMI",
        (32.7, "32.7", "kg/m2"),
        ("obesity-class-1", "obesity"),
    );
    let source =
        |bmi: &Evaluation<'static>| cards(&plan, &[Ok(bmi.clone())], ENGLISH)[0]["source"].clone();
    assert_eq!(source(&bmi)["url"], "https://doi.org/10.1056/NEJMoa2102953");
    bmi.reference.doi = Some("javascript:alert(1)".into());
    assert!(source(&bmi).get("url").is_none());
}

#[test]
fn silence_and_answers_to_other_questions_count_as_refused() {
    let plan = heavy().without("patient").plan().unwrap();
    let other = evaluation("news2", "NEWS2", (0.0, "0", "1"), ("low", "low"));
    let mut no_results = evaluation("bmi", "BMI", (0.0, "0", "1"), ("normal", "normal"));
    no_results.results.clear();
    let wrong = [
        Vec::new(),
        vec![Ok(other)],
        vec![Ok(no_results)],
        vec![Err(Vec::new())],
    ];
    for answers in wrong {
        for language in LANGUAGES {
            let cards = cards(&plan, &answers, language);
            assert_eq!(cards[0]["indicator"], "warning");
        }
    }
}
