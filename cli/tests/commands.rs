//! `list`, `show` and `run`, as a user sees them, without a server.

mod common;

use common::{medical, medical_in};

const BMI: [&str; 6] = ["run", "bmi", "--weight", "70kg", "--height", "1.75m"];

fn bmi(more: &[&str]) -> common::Outcome {
    medical(&[&BMI[..], more].concat())
}

#[test]
fn list_prints_ids_and_titles_by_category() {
    let all = medical(&["list"]);
    assert_eq!(all.code, Some(0));
    assert!(all.stdout.starts_with("Body\n  bmi  "), "{}", all.stdout);
    assert!(all.stdout.contains("child-pugh"));
    let liver = medical(&["list", "--category", "liver"]);
    assert!(liver.stdout.contains("child-pugh") && !liver.stdout.contains("bmi"));
}

#[test]
fn list_searches_without_case_and_accents() {
    let found = medical(&["list", "--lang", "pt-BR", "INDICE", "massa", "--json"]);
    let found = found.json();
    assert_eq!(found["calculators"][0]["id"], "bmi");
    assert_eq!(found["calculators"][0]["title"], "Índice de massa corporal");
    assert_eq!(found["calculators"][0]["inputs"], serde_json::Value::Null);
    let none = medical(&["list", "no-such-word"]);
    assert_eq!((none.code, none.stdout.as_str()), (Some(0), ""));
    let wrong = medical(&["list", "--category", "no-such"]);
    assert_eq!((wrong.code, wrong.stdout.as_str()), (Some(2), ""));
    assert!(wrong.stderr.contains("there are body, "), "{wrong:?}");
}

#[test]
fn show_says_what_a_calculator_takes() {
    let shown = medical(&["show", "creatinine-clearance-cockcroft-gault"]);
    assert_eq!(shown.code, Some(0));
    for part in [
        "--age, --birth-date, --on",
        "mg/dL, umol/L",
        "18 a or more",
        "doi:10.1159/000180580",
    ] {
        assert!(shown.stdout.contains(part), "{part}: {}", shown.stdout);
    }
    let shown = medical(&["show", "bmi", "--lang", "pt-BR"]);
    assert!(shown.stdout.contains("Entradas"), "{}", shown.stdout);
    let json = medical(&["show", "bmi", "--json"]).json();
    assert_eq!(json["inputs"][0]["units"][0], "kg");
    assert_eq!(json["schema"]["type"], "object");
}

#[test]
fn run_prints_the_result_and_what_it_rests_on() {
    let run = bmi(&[]);
    assert_eq!((run.code, run.stderr.as_str()), (Some(0), ""));
    for part in [
        "Body mass index (bmi ",
        "22.9 kg/m²  normal weight",
        "adult classes assumed",
        "Height  175 cm",
        "WHO Technical Report",
    ] {
        assert!(run.stdout.contains(part), "{part}: {}", run.stdout);
    }
}

#[test]
fn portuguese_has_the_decimals_units_and_words_of_reports() {
    let run = bmi(&["--lang", "pt-BR"]);
    for part in [
        "22,9 kg/m²  peso adequado (eutrofia)",
        "Pressupostos",
        "Referência",
    ] {
        assert!(run.stdout.contains(part), "{part}: {}", run.stdout);
    }
}

#[test]
fn run_as_json_is_the_evaluation() {
    let run = bmi(&["--json"]).json();
    let value = run["results"][0]["value"].as_f64().unwrap();
    assert!((value - 70.0 / (1.75 * 1.75)).abs() < 1e-9);
    assert_eq!(run["inputs"]["weight"]["unit"], "kg");
}

#[test]
fn options_take_dashes_underscores_spaces_and_dates() {
    let common = [
        "--sex",
        "male",
        "--weight",
        "70 kg",
        "--creatinine=0.9mg/dL",
    ];
    let run = |age: &[&str]| {
        let name = "creatinine-clearance-cockcroft-gault";
        medical(&[&["run", name, "--json"][..], &common, age].concat()).json()["results"].clone()
    };
    let by_age = run(&["--age", "30a"]);
    assert_eq!(by_age[0]["name"], "clearance");
    for name in ["--birth-date", "--birth_date"] {
        assert_eq!(run(&[name, "1996-01-31", "--on", "2026-01-31"]), by_age);
    }
    // Without a day the age counts today, whenever that is.
    assert!(run(&["--birth-date", "1996-01-31"]).is_array());
}

#[test]
fn scores_take_bare_numbers_and_codes_and_print_points() {
    let arguments = "run child-pugh --bilirubin 2.6mg/dL --albumin 37g/L --inr 2 \
                     --ascites none --encephalopathy none";
    let arguments: Vec<_> = arguments.split_whitespace().collect();
    let run = medical(&arguments);
    assert!(run.stdout.contains("class B"), "{run:?}");
    assert!(run.stdout.contains("Points\n  Total bilirubin         2"));
}

#[test]
fn a_refusal_names_every_problem() {
    let arguments = ["run", "bmi", "--weight", "70", "--height", "17.5m"];
    let refused = medical(&arguments);
    assert_eq!((refused.code, refused.stdout.as_str()), (Some(1), ""));
    assert!(refused.stderr.contains("missing-unit"));
    assert!(refused.stderr.contains("out-of-range"));
    let refused = medical(&[&arguments[..], &["--json"]].concat());
    assert_eq!(refused.code, Some(1));
    let error = &refused.json()["error"];
    assert_eq!(error["code"], "refused");
    assert_eq!(error["violations"][1]["field"], "height/value");
}

#[test]
fn what_is_missing_or_unreadable_is_never_guessed() {
    for (weight, code) in [
        ("heavy", "wrong-type"),
        ("1e400kg", "wrong-type"),
        ("70kilos", "unknown-unit"),
        ("70,5kg", "unknown-unit"),
        ("70KG", "unknown-unit"),
    ] {
        let run = medical(&["run", "bmi", "--height", "1.75m", "--weight", weight]);
        assert_eq!(run.code, Some(1), "{weight}");
        assert!(run.stderr.contains(code), "{weight}: {}", run.stderr);
    }
    let run = medical(&["run", "bmi"]);
    assert_eq!(run.stderr.matches("missing ").count(), 2, "{}", run.stderr);
}

#[test]
fn the_language_is_asked_for_or_that_of_the_environment() {
    let portuguese = "peso adequado (eutrofia)";
    assert!(bmi(&["--lang", "pt-BR"]).stdout.contains(portuguese));
    let here = medical_in("pt_PT.UTF-8", &BMI);
    assert!(here.stdout.contains(portuguese), "{here:?}");
    assert!(!medical_in("en_US.UTF-8", &BMI).stdout.contains(portuguese));
    let asked = medical_in("pt_BR.UTF-8", &[&["--lang", "en"], &BMI[..]].concat());
    assert!(asked.stdout.contains("normal weight"));
    let refused = medical(&["run", "bmi", "--lang=pt-BR"]);
    assert!(refused.stderr.contains("é obrigatório"));
}

#[test]
fn help_lists_the_inputs_of_the_calculator() {
    let help = medical(&["run", "tdee", "--help"]);
    assert_eq!(help.code, Some(0));
    for part in ["--activity-level <CODE>", "very-active", "kg, g, [lb_av]"] {
        assert!(help.stdout.contains(part), "{part}: {}", help.stdout);
    }
    let help = medical(&["run", "tdee", "--help", "--lang", "pt-BR"]);
    assert!(help.stdout.contains("Peso (obrigatório)"));
    let help = medical(&["--help"]);
    assert!(help.stdout.contains("Exit codes:"));
}

#[test]
fn a_wrong_command_line_is_2() {
    for arguments in [
        &["run"][..],
        &["run", "no-such-calculator"],
        &["show", "no-such-calculator"],
        &["run", "bmi", "--no-such-input", "1"],
        &["run", "bmi", "--weight"],
        &["run", "bmi", "--weight", "70kg", "--weight", "80kg"],
        &["run", "bmi", "--lang", "xx"],
        &["list", "--url", "http://192.0.2.1:1"],
    ] {
        let run = medical(arguments);
        assert_eq!(run.code, Some(2), "{arguments:?}: {run:?}");
        assert_eq!(run.stdout, "");
    }
    let run = medical(&["show", "no-such-calculator", "--json"]);
    let error: serde_json::Value = serde_json::from_str(&run.stderr).unwrap();
    assert_eq!(error["error"]["code"], "usage");
}
