//! Problems as clients read them.

use std::collections::HashSet;

use api::problem::Form;
use api::{Problem, ProblemCode};
use serde_json::json;
use text::{Language, text};

#[test]
fn a_document_says_everything_in_this_order() {
    let problem = Problem::at(
        "/weight",
        "missing",
        "weight is required",
        Language::English,
    );
    assert_eq!(
        problem.body(Form::Document),
        r#"{"type":"urn:medical-api:problem:invalid-input","title":"Invalid input","status":422,"code":"invalid-input","detail":"Nothing was calculated; violations lists every problem found.","violations":[{"pointer":"/weight","code":"missing","message":"weight is required"}]}"#
    );
}

#[test]
fn a_problem_speaks_the_language_of_its_reader() {
    let problem = Problem::method_not_allowed("GET, HEAD", Language::Portuguese);
    assert_eq!(
        serde_json::to_value(problem.document()).expect("JSON"),
        json!({
            "type": "urn:medical-api:problem:method-not-allowed",
            "title": "Método não permitido",
            "status": 405,
            "code": "method-not-allowed",
            "detail": "Este caminho responde apenas a GET, HEAD.",
        })
    );
    let response = problem.respond(Form::Document);
    assert_eq!(
        response.header("content-language").unwrap_or_default(),
        "pt-BR"
    );
    assert_eq!(response.header("allow").unwrap_or_default(), "GET, HEAD");
    assert_eq!(
        response.header("content-type").unwrap_or_default(),
        "application/problem+json"
    );
}

#[test]
fn fhir_clients_read_an_operation_outcome() {
    let problem = Problem::new(ProblemCode::Overloaded, Language::English);
    let response = problem.respond(Form::of_path("/fhir/$evaluate"));
    assert_eq!(response.status, 503);
    assert_eq!(
        response.header("content-type").unwrap_or_default(),
        "application/fhir+json"
    );
    assert_eq!(response.header("retry-after").unwrap_or_default(), "1");
    let detail = ProblemCode::Overloaded.detail().en;
    assert_eq!(
        problem.operation_outcome(),
        json!({
            "resourceType": "OperationOutcome",
            "issue": [{
                "severity": "error",
                "code": "throttled",
                "details": {
                    "coding": [{"system": "urn:medical-platform:issue", "code": "overloaded"}],
                    "text": detail,
                },
                "diagnostics": detail,
            }],
        })
    );
}

#[test]
fn an_operation_outcome_has_an_issue_for_each_violation() {
    let mut problem = Problem::at("/a", "missing", "a is required", Language::English);
    let another = Problem::at("/b", "wrong-type", "b must be text", Language::English);
    problem.violations.extend(another.violations);
    let outcome = problem.operation_outcome();
    let codes = |index: usize| &outcome["issue"][index]["details"]["coding"][0]["code"];
    assert_eq!(
        (codes(0), codes(1)),
        (&json!("missing"), &json!("wrong-type"))
    );
}

#[test]
fn clients_of_json_rpc_read_an_error_of_it() {
    let problem = Problem::at(
        "/weight",
        "missing",
        "weight is required",
        Language::English,
    );
    let response = problem.respond(Form::of_path("/mcp"));
    assert_eq!(response.status, 422);
    assert_eq!(
        response.header("content-type").unwrap_or_default(),
        "application/json"
    );
    let mut expected = json!({
        "jsonrpc": "2.0",
        "error": {
            "code": -32600,
            "message": "Nothing was calculated; violations lists every problem found.",
            "data": problem.document(),
        },
    });
    let read = |body: &[u8]| serde_json::from_slice::<serde_json::Value>(body).expect("JSON");
    assert_eq!(read(&response.body), expected);
    expected["id"] = json!("a");
    assert_eq!(problem.json_rpc(Some(&json!("a"))), expected);
}

#[test]
fn a_fault_of_the_server_is_none_of_the_client_in_json_rpc() {
    for code in ProblemCode::all() {
        let (status, code) = (code.status().as_u16(), code.json_rpc());
        assert_eq!(code == -32603, status >= 500, "{code}");
        // What is between is the protocol's, or nobody's.
        let known = [-32700, -32600, -32601, -32602, -32603, -32020, -32022];
        assert!(known.contains(&code), "{code}");
    }
}

#[test]
fn only_fhir_and_below_is_for_fhir_clients() {
    for path in ["/fhir", "/fhir/", "/fhir/metadata"] {
        assert_eq!(Form::of_path(path), Form::OperationOutcome, "{path}");
    }
    assert_eq!(Form::of_path("/mcp"), Form::JsonRpc);
    for path in ["/", "/fhirs", "/api/fhir", "/FHIR", "/mcps", "/api/mcp"] {
        assert_eq!(Form::of_path(path), Form::Document, "{path}");
    }
}

/// What each constructor says in each language.
#[test]
fn sentences_with_figures_are_in_both_languages() {
    let validator = text("validator", "validador");
    for say in [
        |language| Problem::unsupported_media_type("application/json", language),
        |language| Problem::body_too_large(7, language),
        |language| Problem::too_many_values(7, language),
        |language| Problem::invalid_json(1, 2, language),
        Problem::invalid_line,
        |language| Problem::too_many_cases(7, language),
        |language| Problem::missing_data(&["a".to_owned()], language),
    ] {
        let [en, pt] = Language::ALL.map(say);
        assert_ne!(en.detail, pt.detail);
        assert_eq!(en.code, pt.code);
    }
    let [en, pt] = Language::ALL.map(|language| Problem::not_ready(validator, language).detail);
    assert_eq!(en, "The validator does not give the answer it should.");
    assert_eq!(
        pt,
        "Este componente não dá a resposta que deveria: validador."
    );
}

#[test]
fn the_tables_are_in_the_order_of_the_codes() {
    for (index, code) in ProblemCode::all().enumerate() {
        assert_eq!(code as usize, index, "{code:?}");
    }
}

#[test]
fn codes_are_unique_and_their_texts_are_in_both_languages() {
    let names: HashSet<_> = ProblemCode::all().map(ProblemCode::as_str).collect();
    assert_eq!(names.len(), ProblemCode::all().count());
    for code in ProblemCode::all() {
        assert!(code.status().as_u16() >= 400, "{code:?}");
        for text in [code.title(), code.detail()] {
            assert!(!text.en.is_empty() && text.en != text.pt, "{code:?}");
        }
    }
}
