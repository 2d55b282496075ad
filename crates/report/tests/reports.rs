//! Reports and the catalogue at their boundary: evaluations in, text out.

use serde_json::{Value, json};
use text::Language::{self, English, Portuguese};
use wire::{Definition, Evaluation};

#[track_caller]
fn evaluate(calculator: &str, inputs: &Value, language: Language) -> Evaluation<'static> {
    let context = evaluator::context("2026-01-31", language).expect("a context");
    evaluator::evaluate(calculator, &inputs.to_string(), &context).expect("an evaluation")
}

fn child_pugh() -> Value {
    json!({
        "bilirubin": {"value": 2.6, "unit": "mg/dL"},
        "albumin": {"value": 3.7, "unit": "g/dL"},
        "inr": 2,
        "ascites": "none",
        "encephalopathy": "none",
    })
}

fn bmi() -> Value {
    json!({
        "weight": {"value": 70, "unit": "kg"},
        "height": {"value": 1.755, "unit": "m"},
    })
}

#[test]
fn english_text() {
    let expected = "\
Body mass index (bmi 1.1.0)
===========================

Results
-------

- Body mass index: 22.7 kg/m² (normal weight)

Inputs as understood
--------------------

- Weight: 70 kg
- Height: 175.5 cm

Assumptions
-----------

- No age was sent: adult classes assumed.

Reference
---------

- World Health Organization. Obesity: preventing and managing the global epidemic. WHO Technical \
Report Series 894. Geneva, 2000.

This is a calculation aid, not a diagnosis; it does not replace clinical judgement.
";
    assert_eq!(report::text(&evaluate("bmi", &bmi(), English)), expected);
}

#[test]
fn portuguese_text_has_decimal_commas() {
    let text = report::text(&evaluate("bmi", &bmi(), Portuguese));
    for line in [
        "Índice de massa corporal (bmi 1.1.0)",
        "- Índice de massa corporal: 22,7 kg/m² (peso adequado (eutrofia))",
        "- Altura: 175,5 cm",
        "Pressupostos",
        "Isto é um auxílio de cálculo, não um diagnóstico; não substitui o julgamento clínico.",
    ] {
        assert!(text.lines().any(|one| one == line), "{line} not in {text}");
    }
}

#[test]
fn scores_have_their_items() {
    let evaluation = evaluate("child-pugh", &child_pugh(), English);
    let text = report::text(&evaluation);
    let table = "\
Item                    Points
----------------------  ------
Total bilirubin         2
Albumin                 1
INR                     2
Ascites                 1
Hepatic encephalopathy  1
";
    assert!(text.contains(table), "{text}");
    assert!(text.contains("- Total bilirubin: 2.6 mg/dL\n"), "{text}");
    assert!(text.contains("- PMID: 4541913\n"), "{text}");
    let markdown = report::markdown(&evaluation);
    assert!(markdown.starts_with("# Child-Pugh score (child-pugh 2.0.0)\n\n## Results\n\n"));
    assert!(
        markdown
            .contains("- **Child-Pugh score:** 7 (class B: significant functional compromise)\n")
    );
    assert!(markdown.contains("| Item | Points |\n| --- | --- |\n| Total bilirubin | 2 |\n"));
}

#[test]
fn warnings_come_before_results() {
    let mut child = bmi();
    child["age"] = json!({"value": 10, "unit": "a"});
    for (language, label) in [(English, "WARNING"), (Portuguese, "ATENÇÃO")] {
        let text = report::text(&evaluate("bmi", &child, language));
        let third = text.lines().nth(3).unwrap_or_default();
        assert!(third.starts_with(&format!("!! {label}: ")), "{text}");
    }
    let markdown = report::markdown(&evaluate("bmi", &child, Portuguese));
    assert!(markdown.contains("\n> **Atenção:** Abaixo de 18 anos"));
}

#[test]
fn markdown_shows_what_it_was_given() {
    let mut evaluation = evaluate("bmi", &bmi(), English);
    evaluation.title = "# *a* | <b>".into();
    evaluation.results[0].title = "x_y _z_".into();
    let meaning = evaluation.results[0].interpretation.as_mut();
    meaning.expect("a meaning").text = "[a](b)\n# c".into();
    evaluation.warnings = vec!["1. one".into(), "- two".into()];
    evaluation.assumptions = vec![
        "10*9/L & `code` 2.5".into(),
        "1. one".into(),
        "- two".into(),
    ];
    let markdown = report::markdown(&evaluation);
    for part in [
        r"# \# \*a\* \| \<b\> (bmi 1.1.0)",
        r"- **x_y \_z\_:** 22.7 kg/m² (\[a\](b) \# c)",
        r"> **Warning:** 1. one",
        r"- 1\. one",
        r"- \- two",
        r"- 10\*9/L \& \`code\` 2.5",
    ] {
        assert!(
            markdown.lines().any(|line| line == part),
            "{part} not in\n{markdown}"
        );
    }
}

#[test]
fn what_is_no_evaluation_is_refused_where_it_is_read() {
    let whole = serde_json::to_value(evaluate("bmi", &bmi(), English)).expect("JSON");
    let with = |name: &str, value: Value| {
        let mut odd = whole.clone();
        odd[name] = value;
        odd
    };
    let mut without = whole.clone();
    without.as_object_mut().expect("an object").remove("title");
    for odd in [
        json!(null),
        json!([1]),
        json!("text"),
        without,
        with("results", json!(3)),
        with("results", json!([1])),
        with("items", json!([null])),
        with("inputs", json!({"a": [1]})),
        with("warnings", json!([1, "w"])),
        with("reference", json!([])),
        with("of_tomorrow", json!(1)),
    ] {
        let text = odd.to_string();
        let read = serde_json::from_str::<Evaluation<'_>>(&text);
        assert!(read.is_err(), "{text}");
    }
}

fn definitions(language: Language) -> Vec<Definition<'static>> {
    let ids: Vec<_> = clinical::calculators::all().map(|one| one.id).collect();
    evaluator::definitions(&ids, language).expect("definitions")
}

#[test]
fn the_catalogue_has_every_definition() {
    let english = definitions(English);
    let printed = report::catalogue(&english);
    for definition in &english {
        for text in [&definition.id, &definition.version] {
            assert!(printed.contains(&format!(":** {text}\n")), "{text}");
        }
    }
    for line in [
        "## Body",
        "### Body mass index",
        "| weight | Weight | quantity in kg, g, \\[lb_av\\] | 0.3 to 650 kg | yes | 29463-7 |",
        "| age | Age | age in a, mo, d, or birth_date (optionally with on) | 0 to 130 a | no |  |",
        "| bmi | Body mass index | kg/m2 | 1 | 39156-5 |",
        "| 18.5 to less than 25 kg/m² | normal | normal weight |",
        "| 40 kg/m² or more | obesity-class-3 | obesity class III |",
        "- **age:** 18 a or more",
    ] {
        assert!(printed.lines().any(|one| one == line), "{line}");
    }
    assert_eq!(printed, report::catalogue(&english));
    let portuguese = report::catalogue(&definitions(Portuguese));
    assert!(
        portuguese.contains("| 18,5 a menos de 25 kg/m² | normal | peso adequado (eutrofia) |")
    );
}
