//! What is refused or fails while a tool works, and what of it is said.

use ports::Error;
use serde_json::{Value, json};

use super::asking::{BOTH, Client, Request, error_in, refused, result};
use super::tools::tool;
use crate::checker::fits;
use crate::common::{json as read, post, problem};
use crate::fakes::{Fake, broken, says};

fn evaluate(inputs: Value) -> Value {
    json!({"id": "bmi", "inputs": inputs})
}

/// A model has to be able to do better: each problem, where it is, and what is accepted.
#[test]
fn a_refusal_says_what_would_be_accepted() {
    for (inputs, expected) in [
        (
            json!({"weight": 70, "height": {"value": 1.75, "unit": "m"}}),
            ("/inputs/weight", "missing-unit", "kg, g, [lb_av]"),
        ),
        (
            json!({"weight": {"value": 70, "unit": "stone"}, "height": {"value": 1.75, "unit": "m"}}),
            ("/inputs/weight/unit", "unknown-unit", "kg, g, [lb_av]"),
        ),
        (
            json!({"weight": {"value": 70, "unit": "kg"}}),
            ("/inputs/height", "missing", "cm, m, [in_i]"),
        ),
        (
            json!({"weight": {"value": 70, "unit": "kg"}, "height": {"value": 175, "unit": "m"}}),
            ("/inputs/height/value", "out-of-range", "cm"),
        ),
    ] {
        let found = refused(Client::Modern, "evaluate_calculator", &evaluate(inputs));
        let (pointer, code, accepted) = expected;
        let violation = &found["violations"][0];
        assert_eq!(violation["pointer"], pointer);
        assert_eq!(violation["code"], code);
        let message = violation["message"].as_str().expect("a message");
        assert!(message.contains(accepted), "{message}");
    }
}

#[test]
fn a_refusal_is_that_of_the_api_and_leads_to_the_definition() {
    let schema = tool("evaluate_calculator")["outputSchema"].clone();
    let inputs = json!({"weight": 70, "x": 1, "height": {"value": 7131.7, "unit": "cm"}});
    let api = post(
        "/api/v1/calculators/bmi",
        &json!({"inputs": inputs}).to_string(),
    );
    let api = problem(&api, 422, "invalid-input");
    assert_eq!(api["violations"].as_array().map(Vec::len), Some(3));
    for client in BOTH {
        let found = refused(client, "evaluate_calculator", &evaluate(inputs.clone()));
        assert_eq!(found, api);
        fits(&schema, &found).expect("the schema");
        let params = json!({"name": "evaluate_calculator", "arguments": evaluate(inputs.clone())});
        let content = &result(client, "tools/call", &params)["content"];
        assert_eq!(content[1]["type"], "resource_link");
        assert_eq!(content[1]["uri"], "medical://calculators/bmi");
        let said = content.to_string();
        assert!(!said.contains("7131"), "{said}");
    }
}

#[test]
fn a_refusal_speaks_the_language_that_is_asked_for() {
    let mut arguments = evaluate(json!({}));
    arguments["language"] = json!("pt-BR");
    let found = refused(Client::Modern, "evaluate_calculator", &arguments);
    assert_eq!(found["title"], "Entrada inválida");
    let message = found["violations"][0]["message"]
        .as_str()
        .expect("a message");
    assert!(message.contains("é obrigatório"), "{message}");
    let unknown = json!({"id": "nope", "language": "pt-BR"});
    let found = refused(Client::Modern, "read_calculator", &unknown);
    assert_eq!(found["detail"], "Não existe esta calculadora.");
    // Results are kept by whoever passes them on: only what is asked decides their language.
    let request = Request::new(
        Client::Modern,
        "tools/call",
        &json!({"name": "evaluate_calculator", "arguments": evaluate(json!({}))}),
    );
    let portuguese = request.clone().header("accept-language", Some("pt-BR"));
    assert_eq!(portuguese.ask(), request.ask());
    // What is wrong with the message is said to whoever sent it.
    let request = Request::new(Client::Modern, "nope", &json!({}));
    let portuguese = request.header("accept-language", Some("pt-BR")).ask();
    let body = error_in(&portuguese, 404, -32601, "unknown-method");
    assert_eq!(body["error"]["data"]["title"], "Método desconhecido");
}

/// What stands behind the ports is at fault: nobody is told that it was the client, and
/// nothing of it is passed on.
#[test]
fn a_defect_is_no_fault_of_the_client() {
    let calls = [
        ("tools/list", json!({})),
        ("tools/call", json!({"name": "search_calculators"})),
        (
            "tools/call",
            json!({"name": "read_calculator", "arguments": {"id": "bmi"}}),
        ),
        (
            "tools/call",
            json!({"name": "evaluate_calculator", "arguments": evaluate(json!({}))}),
        ),
        ("resources/list", json!({})),
        ("resources/read", json!({"uri": "medical://calculators"})),
        (
            "resources/read",
            json!({"uri": "medical://calculators/bmi"}),
        ),
        (
            "resources/read",
            json!({"uri": "medical://calculators/bmi/citation"}),
        ),
    ];
    for (method, params) in calls {
        for client in BOTH {
            let response = Request::new(client, method, &params).ask_of(&broken());
            let body = error_in(&response, 500, -32603, "internal-error");
            assert_eq!(body["id"], 7, "{method}");
        }
    }
}

#[test]
fn nothing_is_passed_on_that_was_not_asked_for() {
    let lies = || {
        let other = r#"{"calculator":"bsa","version":"1.0.0","category":"body","title":"x",
            "language":"en","results":[],"warnings":[],"assumptions":[],"inputs":{},"labels":{},
            "reference":{"citation":"x"}}"#;
        [other, "{}", "secret", ""].map(|text| Fake {
            evaluate: says(text),
            definitions: says(text),
            summaries: says(text),
            ..Fake::default()
        })
    };
    for (name, arguments) in [
        ("evaluate_calculator", evaluate(json!({}))),
        ("read_calculator", json!({"id": "bmi"})),
        ("search_calculators", json!({})),
    ] {
        for fake in lies() {
            let params = json!({"name": name, "arguments": arguments});
            let response = Request::new(Client::Modern, "tools/call", &params).ask_of(&fake);
            let body = error_in(&response, 500, -32603, "internal-error");
            assert!(!body.to_string().contains("secret"));
        }
    }
    let fake = Fake {
        evaluate: Some(Err(Error::InvalidJson)),
        ..Fake::default()
    };
    let params = json!({"name": "evaluate_calculator", "arguments": evaluate(json!({}))});
    let response = Request::new(Client::Modern, "tools/call", &params).ask_of(&fake);
    assert!(read(&response)["result"]["isError"] == true, "{response:?}");
}
