//! What the command line prints, at its boundary.

use serde_json::{Value, json};
use text::Language::{self, English, Portuguese};
use wire::{Definition, Evaluation, Violation};

fn evaluate(calculator: &str, inputs: &Value, language: Language) -> Evaluation<'static> {
    let context = evaluator::context("2026-01-31", language).expect("a context");
    evaluator::evaluate(calculator, &inputs.to_string(), &context).expect("an evaluation")
}

fn definition(calculator: &str, language: Language) -> Definition<'static> {
    let mut all = evaluator::definitions(&[calculator], language).expect("a definition");
    all.remove(0)
}

#[test]
fn an_evaluation_shows_results_before_what_they_rest_on() {
    let inputs = json!({
        "weight": {"value": 70, "unit": "kg"},
        "height": {"value": 1.755, "unit": "m"},
    });
    let expected = "\
Índice de massa corporal (bmi 1.1.0)
  Índice de massa corporal  22,7 kg/m²  peso adequado (eutrofia)

Pressupostos
  - Idade não enviada: classes de adulto assumidas.

Entradas como entendidas
  Peso    70 kg
  Altura  175,5 cm

Referência
  World Health Organization.";
    let text = report::terminal::evaluation(&evaluate("bmi", &inputs, Portuguese));
    assert!(text.starts_with(expected), "{text}");
}

#[test]
fn a_definition_shows_what_to_type_and_for_whom_it_holds() {
    let text = report::terminal::definition(&definition("egfr-ckd-epi-2021", English));
    for line in [
        "Glomerular filtration rate (CKD-EPI 2021) (egfr-ckd-epi-2021 1.0.0)",
        "Inputs",
        "Results",
        "Validity",
        "  age  18 a or more",
        "Reference",
        "  doi:10.1056/NEJMoa2102953",
    ] {
        assert!(text.lines().any(|one| one == line), "{line}:\n{text}");
    }
    assert!(text.contains("  --age, --birth-date, --on  "), "{text}");
    let sources = report::terminal::sources(&definition("egfr-ckd-epi-2021", English));
    assert!(text.ends_with(&sources), "{text}");
}

#[test]
fn every_input_says_what_it_takes() {
    let bmi = definition("bmi", Portuguese);
    let takes = report::terminal::takes(&bmi.inputs[0], Portuguese);
    assert_eq!(takes, "um número com sua unidade: kg, g, [lb_av]");
    for calculator in clinical::calculators::all() {
        for language in Language::ALL {
            for input in &definition(calculator.id, language).inputs {
                let takes = report::terminal::takes(input, language);
                assert!(!takes.is_empty(), "{}: {}", calculator.id, input.name);
            }
        }
    }
}

#[test]
fn a_list_has_a_column_of_ids_for_all_categories() {
    let text = report::terminal::list(&evaluator::summaries(English));
    let titles: Vec<_> = text
        .lines()
        .filter(|line| line.starts_with("  "))
        .map(|line| line.rfind("  ").expect("two columns"))
        .collect();
    assert_eq!(titles.len(), clinical::calculators::all().count());
    assert!(titles.iter().all(|at| *at == titles[0]), "{text}");
    let headings = text
        .lines()
        .filter(|line| !line.is_empty() && !line.starts_with(' '));
    let mut headings: Vec<_> = headings.collect();
    let count = headings.len();
    headings.dedup();
    assert_eq!(headings.len(), count);
}

#[test]
fn nothing_that_came_from_elsewhere_controls_the_terminal() {
    let violation = Violation {
        field: "a\u{1b}[2Jb".to_owned(),
        code: "missing".to_owned(),
        message: "one\n\u{9b}two".to_owned(),
    };
    let text = report::terminal::refusal(&[violation], Portuguese);
    assert_eq!(text, "Não calculado:\n  a [2Jb  missing  one two");
}
