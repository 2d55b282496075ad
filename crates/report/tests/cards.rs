//! The details of cards at their boundary.

use serde_json::{Value, json};
use text::Language;
use wire::Evaluation;

fn evaluate(calculator: &str, inputs: &Value, language: Language) -> Evaluation<'static> {
    let context = evaluator::context("2026-01-31", language).expect("a context");
    evaluator::evaluate(calculator, &inputs.to_string(), &context).expect("an evaluation")
}

fn body(language: Language) -> [Evaluation<'static>; 2] {
    let size = json!({
        "weight": {"value": 70, "unit": "kg"},
        "height": {"value": 1.755, "unit": "m"},
    });
    let mut person = size.clone();
    person["age"] = json!({"value": 30, "unit": "a"});
    person["sex"] = json!("male");
    [
        evaluate("bmi", &size, language),
        evaluate("body-fat-deurenberg-1991", &person, language),
    ]
}

fn measured() -> [(String, String); 2] {
    [("Weight", "2026-01-30"), ("Height", "2025-06-01T10:00:00Z")]
        .map(|(title, date)| (title.to_owned(), date.to_owned()))
}

#[test]
fn an_english_card_says_what_was_found_and_what_it_rests_on() {
    let [bmi, fat] = body(Language::English);
    let detail = report::card::results(&[&bmi, &fat], true, &measured(), Language::English);
    let expected = "\
**Results**

- **Body mass index**: 22.7 kg/m² (normal weight)
- **Body fat**: 18.0 %

**Assumptions**

- No age was sent: adult classes assumed.
- The sex in the formula is the administrative gender of the record.

**Formulas**

";
    assert!(detail.starts_with(expected), "{detail}");
    let end = "\
**Measured on**

- Weight: 2026-01-30
- Height: 2025-06-01T10:00:00Z

Oldest measurement used: 2025-06-01T10:00:00Z";
    assert!(detail.ends_with(end), "{detail}");
}

#[test]
fn a_portuguese_card_says_it_in_the_words_and_decimals_of_reports() {
    let [bmi, fat] = body(Language::Portuguese);
    let detail = report::card::results(&[&bmi, &fat], true, &[], Language::Portuguese);
    for line in [
        "**Resultados**",
        "- **Índice de massa corporal**: 22,7 kg/m² (peso adequado (eutrofia))",
        "- **Gordura corporal**: 18,0%",
        "**Pressupostos**",
        "- O sexo na fórmula é o gênero administrativo do prontuário.",
        "**Fórmulas**",
    ] {
        assert!(detail.lines().any(|one| one == line), "{line}:\n{detail}");
    }
    assert!(!detail.contains("Medid"), "{detail}");
    let figure = |found| report::card::figure(found, Language::Portuguese);
    assert_eq!(figure(&bmi.results[0]), "22,7 kg/m²");
}

#[test]
fn what_two_formulas_assume_stands_once() {
    let [bmi, _] = body(Language::English);
    let detail = report::card::results(&[&bmi, &bmi], false, &[], Language::English);
    assert_eq!(detail.matches("adult classes assumed").count(), 1);
    assert!(!detail.contains("administrative gender"), "{detail}");
}

#[test]
fn nothing_in_a_reason_becomes_markup() {
    let reasons = ["a_b in [lb_av] *is* <b>\n| ~x~ `y` \\", "1. \u{7}one"];
    let detail = report::card::refusal(&reasons, &[], Language::English);
    let expected = "\
The values in the record were refused; check them there.

**Reasons**

- a_b in [lb_av] \\*is\\* \\<b> \\| \\~x\\~ \\`y\\` \\\\
- 1\\. one";
    assert_eq!(detail, expected);
    let detail = report::card::refusal(&[], &measured(), Language::Portuguese);
    assert!(
        detail.contains("- Nenhum motivo foi informado."),
        "{detail}"
    );
    assert!(detail.ends_with("Medida mais antiga usada: 2025-06-01T10:00:00Z"));
}
