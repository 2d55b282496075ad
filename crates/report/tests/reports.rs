//! Reports and the catalogue at their boundary: JSON in, text out.

use serde_json::{Value, json};

#[track_caller]
fn evaluate(calculator: &str, inputs: &Value, language: &str) -> Value {
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
Body mass index (bmi 1.0.0)
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
    assert_eq!(report::text(&evaluate("bmi", &bmi(), "en")), expected);
}

#[test]
fn portuguese_text_has_decimal_commas() {
    let text = report::text(&evaluate("bmi", &bmi(), "pt-BR"));
    for line in [
        "Índice de massa corporal (bmi 1.0.0)",
        "- Índice de massa corporal: 22,7 kg/m² (peso normal)",
        "- Altura: 175,5 cm",
        "Pressupostos",
        "Isto é um auxílio de cálculo, não um diagnóstico; não substitui o julgamento clínico.",
    ] {
        assert!(text.lines().any(|one| one == line), "{line} not in {text}");
    }
}

#[test]
fn scores_have_their_items() {
    let evaluation = evaluate("child-pugh", &child_pugh(), "en");
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
    assert!(markdown.starts_with("# Child-Pugh score (child-pugh 1.0.0)\n\n## Results\n\n"));
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
    for (language, label) in [("en", "WARNING"), ("pt-BR", "ATENÇÃO")] {
        let text = report::text(&evaluate("bmi", &child, language));
        let third = text.lines().nth(3).unwrap_or_default();
        assert!(third.starts_with(&format!("!! {label}: ")), "{text}");
    }
    let markdown = report::markdown(&evaluate("bmi", &child, "pt-BR"));
    assert!(markdown.contains("\n> **Atenção:** Abaixo de 18 anos"));
}

#[test]
fn markdown_shows_what_it_was_given() {
    let evaluation = json!({
        "title": "# *a* | <b>",
        "results": [{"title": "x_y _z_", "display": "1", "interpretation": {"text": "[a](b)\n# c"}}],
        "warnings": ["1. one", "- two"],
        "assumptions": ["10*9/L & `code` 2.5", "1. one", "- two"],
    });
    let markdown = report::markdown(&evaluation);
    for part in [
        r"# \# \*a\* \| \<b\>",
        r"- **x_y \_z\_:** 1 (\[a\](b) \# c)",
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
fn unexpected_json_gives_what_it_can() {
    let mut odd = vec![
        json!(null),
        json!([1]),
        json!("text"),
        json!({"results": 3}),
    ];
    odd.push(json!({"results": [1, {}, {"value": {}}], "items": [null], "inputs": {"a": [1]}}));
    odd.push(
        json!({"warnings": [1, null, "w"], "reference": [], "title": 5, "inputs": {"": 1e308}}),
    );
    odd.push(
        json!([null, {"inputs": [3], "results": [{"interpretations": [7]}], "validity": [1]}]),
    );
    for one in odd {
        assert!(report::text(&one).contains("not a diagnosis"));
        assert!(report::markdown(&one).contains("not a diagnosis"));
        assert!(report::catalogue(&one).starts_with("# Calculators\n"));
    }
}

#[test]
fn the_catalogue_has_every_definition() {
    let english = evaluator::definitions(text::Language::English);
    let printed = report::catalogue(&english);
    for definition in english.as_array().expect("an array") {
        for name in ["id", "version"] {
            let text = definition[name].as_str().expect("a text");
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
    let portuguese = report::catalogue(&evaluator::definitions(text::Language::Portuguese));
    assert!(portuguese.contains("| 18,5 a menos de 25 kg/m² | normal | peso normal |"));
}
