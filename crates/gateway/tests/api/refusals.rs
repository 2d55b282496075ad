//! What is refused whoever would answer: paths, methods, types and bodies.

use api::BodyError;

use crate::common::{ask, ask_reading, get, post, problem, violations};

const PERSON: &str = r#"{"weight": 70, "height": 1.75, "age": 30, "gender": "male"}"#;
const BMI: &str = "/api/v1/bmi";

#[test]
fn unknown_paths() {
    for path in [
        "/",
        "",
        "/api",
        "/api/v1/bmi/",
        "/API/v1/bmi",
        "/api/v1/bmi/x",
        "//livez",
        "/api/v1/calculators/",
        "/api/v1/calculators/bmi/x",
        "/fhirx",
    ] {
        problem(&post(path, PERSON), 404, "not-found");
    }
}

#[test]
fn methods_of_a_path() {
    for (method, path, allow) in [
        ("GET", "/api/v1/health-metrics", "POST"),
        ("PUT", "/api/v1/bmi", "POST"),
        ("OPTIONS", "/api/v1/bmr", "POST"),
        ("POST", "/livez", "GET, HEAD"),
        ("DELETE", "/readyz", "GET, HEAD"),
        ("DELETE", "/api/v1/calculators/bmi", "GET, HEAD, POST"),
    ] {
        let response = ask(method, path, &[], b"");
        assert_eq!(response.header("allow"), Some(allow));
        problem(&response, 405, "method-not-allowed");
    }
}

#[test]
fn only_json_in_utf_8_is_read() {
    for (value, status) in [
        ("application/json", 200),
        ("Application/JSON; charset=utf-8", 200),
        ("application/json; charset=\"UTF-8\"", 200),
        ("application/json; Charset=us-ascii", 200),
        ("application/json ; x=y", 200),
        ("application/json; charset=utf-16", 415),
        ("application/json; charset=iso-8859-1", 415),
        ("text/plain", 415),
        ("application/jsonp", 415),
        ("application/fhir+json", 415),
        ("application/json, text/plain", 415),
        ("", 415),
    ] {
        let response = ask("POST", BMI, &[("content-type", value)], PERSON.as_bytes());
        assert_eq!(response.status, status, "{value:?}");
        if status == 415 {
            problem(&response, 415, "unsupported-media-type");
            assert_eq!(response.header("accept-post"), Some("application/json"));
        }
    }
    problem(
        &ask("POST", BMI, &[], PERSON.as_bytes()),
        415,
        "unsupported-media-type",
    );
    let two = [
        ("content-type", "application/json"),
        ("content-type", "application/json"),
    ];
    problem(
        &ask("POST", BMI, &two, PERSON.as_bytes()),
        415,
        "unsupported-media-type",
    );
}

#[test]
fn only_bodies_as_they_are_are_read() {
    for (coding, status) in [
        ("identity", 200),
        ("", 200),
        ("gzip", 415),
        ("identity, gzip", 415),
        ("br", 415),
    ] {
        let headers = [
            ("content-type", "application/json"),
            ("content-encoding", coding),
        ];
        let response = ask("POST", BMI, &headers, PERSON.as_bytes());
        assert_eq!(response.status, status, "{coding:?}");
        if status == 415 {
            problem(&response, 415, "unsupported-media-type");
            assert_eq!(response.header("accept-encoding"), Some("identity"));
        }
    }
}

#[test]
fn bodies_that_are_no_object() {
    for (body, status, code) in [
        ("", 400, "empty-body"),
        (" \n\t", 400, "empty-body"),
        ("{", 400, "invalid-json"),
        ("{}{}", 400, "invalid-json"),
        ("{\"weight\": NaN}", 400, "invalid-json"),
        ("{\"weight\": 1e999}", 400, "invalid-json"),
        ("{'weight': 70}", 400, "invalid-json"),
        ("\u{feff}{}", 400, "invalid-json"),
        ("weight=70", 400, "invalid-json"),
        ("[]", 422, "invalid-input"),
        ("null", 422, "invalid-input"),
        ("70", 422, "invalid-input"),
        ("-7", 422, "invalid-input"),
        ("1.5", 422, "invalid-input"),
        ("true", 422, "invalid-input"),
        ("\"weight\"", 422, "invalid-input"),
    ] {
        for target in [BMI, "/api/v1/calculators/bmi"] {
            let refused = problem(&post(target, body), status, code);
            if status == 422 {
                assert_eq!(violations(&refused)[0].0, "", "{body}");
            }
        }
    }
    let deep = format!("{{\"a\":{}", "[".repeat(10_000));
    problem(&post(BMI, &deep), 400, "invalid-json");
    let no_text = ask(
        "POST",
        BMI,
        &[("content-type", "application/json")],
        &[b'{', 0xff, b'}'],
    );
    problem(&no_text, 400, "not-text");
}

#[test]
fn an_error_in_json_has_its_place() {
    let refused = problem(&post(BMI, "{\n  \"weight\": 01}"), 400, "invalid-json");
    let detail = refused["detail"].as_str().expect("a sentence");
    assert!(detail.contains("line 2, column 14"), "{detail}");
}

#[test]
fn bodies_that_could_not_be_read() {
    for (error, status, code) in [
        (BodyError::TooLarge(65_536), 413, "body-too-large"),
        (BodyError::Interrupted, 400, "body-interrupted"),
    ] {
        let headers = [("content-type", "application/json")];
        let ports = inprocess::InProcess;
        let response = ask_reading(&ports, "POST", BMI, &headers, Err(error));
        let refused = problem(&response, status, code);
        let limit = refused["detail"].to_string().contains("65536");
        assert_eq!(limit, status == 413);
    }
}

/// The sentences, in the language of whoever asks.
#[test]
fn problems_speak_portuguese() {
    for (tag, language, title) in [
        ("pt-BR,pt;q=0.9,en;q=0.8", "pt-BR", "Não encontrado"),
        ("pt", "pt-BR", "Não encontrado"),
        ("fr, en;q=0.5", "en", "Not found"),
        ("de", "en", "Not found"),
        ("pt;q=0, *", "en", "Not found"),
        ("", "en", "Not found"),
    ] {
        let response = ask("GET", "/nothing", &[("accept-language", tag)], b"");
        assert_eq!(response.header("content-language"), Some(language), "{tag}");
        let refused = problem(&response, 404, "not-found");
        assert_eq!(refused["title"], title, "{tag}");
    }
    assert_eq!(get("/nothing").header("vary"), Some("accept-language"));
}
