//! Whether the platform lives, is ready, and which version it is.

use ports::Error;
use wire::Violation;

use crate::common::{answer, ask, ask_of, problem};
use crate::fakes::{Fake, broken, says};

#[test]
fn health_endpoints() {
    for (path, member, value) in [
        ("/livez", "status", "live"),
        ("/readyz", "status", "ready"),
        ("/version", "name", "medical-api"),
    ] {
        for method in ["GET", "HEAD"] {
            let response = ask(method, path, &[], b"");
            assert_eq!(response.header("cache-control"), Some("no-store"));
            assert_eq!(answer(&response)[member], value);
        }
    }
}

/// Of each port, answers that are none, and the name by which it is called.
fn unfit() -> Vec<(Fake, &'static str, &'static str)> {
    let missing = Violation {
        field: "weight".to_owned(),
        code: "missing".to_owned(),
        message: String::new(),
    };
    let wrong = ask(
        "POST",
        "/api/v1/calculators/bmi",
        &[("content-type", "application/json")],
        br#"{"inputs": {"weight": {"value": 80.4, "unit": "kg"}, "height": {"value": 2, "unit": "m"}}}"#,
    );
    let wrong = String::from_utf8(wrong.body.into_owned()).expect("text");
    let read = r#"{"weight":{"value":80,"unit":"kg"},"height":{"value":2,"unit":"m"}}"#;
    let validator = |check| Fake {
        check,
        ..Fake::default()
    };
    let calculator = |evaluate| Fake {
        evaluate,
        ..Fake::default()
    };
    let formatter = |render| Fake {
        render,
        ..Fake::default()
    };
    let broken = || Some(Err(Error::Broken));
    let strict = Some(Err(Error::Refused(vec![missing])));
    let named = |name: (&'static str, &'static str)| move |fake| (fake, name.0, name.1);
    let validators = [broken(), says("{}"), says("not JSON"), says(read), strict];
    let calculators = [broken(), says("{}"), says(&wrong)];
    let formatters = [broken(), says(""), says("22.9 kg/m2")];
    let validators = validators
        .map(validator)
        .map(named(("validator", "validador")));
    let calculators = calculators
        .map(calculator)
        .map(named(("health calculator", "calculador de saúde")));
    let formatters = formatters
        .map(formatter)
        .map(named(("formatter", "formatador")));
    let all = validators.into_iter().chain(calculators);
    all.chain(formatters).collect()
}

#[test]
fn readiness_needs_right_answers_not_just_answers() {
    for (ports, en, pt) in unfit() {
        for (language, name) in [("en", en), ("pt", pt)] {
            let headers = [("accept-language", language)];
            let response = ask_of(&ports, "GET", "/readyz", &headers, b"");
            assert!(response.header("retry-after").is_some());
            let refused = problem(&response, 503, "not-ready");
            let detail = refused["detail"].as_str().expect("a sentence");
            assert!(detail.contains(name), "{detail}");
        }
    }
}

#[test]
fn a_gateway_with_nobody_behind_it_lives() {
    for path in ["/livez", "/version", "/openapi.json"] {
        answer(&ask_of(&broken(), "GET", path, &[], b""));
    }
}
