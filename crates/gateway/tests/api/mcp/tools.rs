//! The tools: what they say of themselves, and what they answer.

use clinical::calculators;
use serde_json::{Map, Value, json};

use super::asking::{BOTH, Client, Request, called, error_in, refused, result};
use crate::checker::fits;
use crate::common::{answer, get};

/// A tool as it is listed.
pub(super) fn tool(name: &str) -> Value {
    let found = result(Client::Modern, "tools/list", &json!({}));
    let tools = found["tools"].as_array().expect("tools").iter();
    let mut found = tools.filter(|tool| tool["name"] == name);
    found.next().expect(name).clone()
}

#[test]
fn every_tool_says_what_it_takes_and_gives() {
    let found = result(Client::Modern, "tools/list", &json!({}));
    assert_eq!(found.get("nextCursor"), None);
    let tools = found["tools"].as_array().expect("tools");
    let names: Vec<_> = tools.iter().map(|tool| tool["name"].as_str()).collect();
    assert_eq!(
        names,
        [
            Some("search_calculators"),
            Some("read_calculator"),
            Some("evaluate_calculator"),
        ]
    );
    for tool in tools {
        assert!(tool["title"].is_string() && tool["description"].is_string());
        let hints = &tool["annotations"];
        assert_eq!(hints["readOnlyHint"], true);
        assert_eq!(hints["destructiveHint"], false);
        assert_eq!(hints["idempotentHint"], true);
        assert_eq!(hints["openWorldHint"], false);
        for name in ["inputSchema", "outputSchema"] {
            assert_eq!(tool[name]["type"], "object", "older clients need it");
        }
        let fields = tool["inputSchema"]["properties"]
            .as_object()
            .expect("fields");
        for (name, field) in fields {
            assert!(field["description"].is_string(), "{name}");
        }
        assert_eq!(fields["language"]["enum"], json!(["en", "pt-BR"]));
    }
    let inputs = &tools[2]["inputSchema"]["properties"]["inputs"];
    assert_eq!(inputs["maxProperties"], clinical::INPUT_LIMIT);
    // The whole list goes to a model with each conversation.
    assert!(found.to_string().len() < 24 * 1024);
}

#[test]
fn a_search_is_that_of_the_api() {
    for (query, arguments) in [
        ("text=liver", json!({"text": "liver"})),
        ("category=liver", json!({"category": "liver"})),
        (
            "text=creatinine",
            json!({"text": "creatinine", "category": null}),
        ),
        ("text=nothing-has-this", json!({"text": "nothing-has-this"})),
    ] {
        let api = answer(&get(&format!("/api/v1/calculators?{query}")));
        let found = called(Client::Modern, "search_calculators", &arguments);
        assert_eq!(found["total"], api["total"]);
        let (found, api) = (&found["calculators"], &api["calculators"]);
        assert_eq!(
            found,
            &json!(api.as_array().expect("a list")[..]),
            "{query}"
        );
    }
    let found = called(
        Client::Legacy,
        "search_calculators",
        &json!({"text": "indice massa", "language": "pt-BR"}),
    );
    assert_eq!(found["calculators"][0]["title"], "Índice de massa corporal");
}

#[test]
fn a_long_search_comes_in_parts() {
    let mut found = Vec::new();
    let mut arguments = json!({});
    loop {
        let part = called(Client::Modern, "search_calculators", &arguments);
        let schema = tool("search_calculators")["outputSchema"].clone();
        fits(&schema, &part).expect("the schema");
        assert_eq!(part["total"], calculators::all().count());
        let part_of = part["calculators"].as_array().expect("calculators");
        assert!(part_of.len() <= 20);
        let ids = part_of
            .iter()
            .map(|one| one["id"].as_str().expect("an id").to_owned());
        found.extend(ids);
        match part.get("next_cursor") {
            Some(cursor) => arguments["cursor"] = cursor.clone(),
            None => break,
        }
    }
    let all: Vec<_> = calculators::all().map(|one| one.id).collect();
    assert_eq!(found, all);
}

#[test]
fn every_definition_can_be_read() {
    let schema = &tool("read_calculator")["outputSchema"];
    for calculator in calculators::all() {
        let api = answer(&get(&format!("/api/v1/calculators/{}", calculator.id)));
        let arguments = json!({"id": calculator.id});
        let found = called(Client::Modern, "read_calculator", &arguments);
        assert_eq!(found, api);
        fits(schema, &found).expect(calculator.id);
    }
    let arguments = json!({"id": "bmi", "language": "pt-BR"});
    let found = called(Client::Legacy, "read_calculator", &arguments);
    assert_eq!(found["title"], "Índice de massa corporal");
}

/// Each tool with arguments that are not those it takes.
#[test]
fn wrong_arguments_are_all_named() {
    let cases = [
        ("read_calculator", json!({}), vec![("/id", "missing")]),
        (
            "read_calculator",
            json!({"id": null}),
            vec![("/id", "missing")],
        ),
        (
            "read_calculator",
            json!({"id": 1, "language": "de", "x": 1, "a/b": 2}),
            vec![
                ("/id", "wrong-type"),
                ("/language", "not-a-choice"),
                ("/x", "unknown-field"),
                ("/a~1b", "unknown-field"),
            ],
        ),
        (
            "read_calculator",
            json!({"id": "nope"}),
            vec![("/id", "unknown-calculator")],
        ),
        (
            "evaluate_calculator",
            json!({"id": "nope", "inputs": {}}),
            vec![("/id", "unknown-calculator")],
        ),
        (
            "evaluate_calculator",
            json!({"inputs": []}),
            vec![("/id", "missing"), ("/inputs", "wrong-type")],
        ),
        (
            "evaluate_calculator",
            json!({"id": "bmi"}),
            vec![("/inputs", "missing")],
        ),
        (
            "search_calculators",
            json!({"category": "x"}),
            vec![("/category", "not-a-choice")],
        ),
        (
            "search_calculators",
            json!({"text": "a ".repeat(17)}),
            vec![("/text", "out-of-range")],
        ),
        (
            "search_calculators",
            json!({"cursor": "x"}),
            vec![("/cursor", "not-a-choice")],
        ),
        (
            "search_calculators",
            json!({"text": ["x"]}),
            vec![("/text", "wrong-type")],
        ),
    ];
    for (name, arguments, expected) in cases {
        let schema = tool(name)["outputSchema"].clone();
        for client in BOTH {
            let problem = refused(client, name, &arguments);
            fits(&schema, &problem).expect("the schema");
            let found = problem["violations"].as_array().expect("violations");
            let found: Vec<_> = found
                .iter()
                .map(|one| (one["pointer"].as_str(), one["code"].as_str()))
                .collect();
            let expected: Vec<_> = expected
                .iter()
                .map(|(pointer, code)| (Some(*pointer), Some(*code)))
                .collect();
            assert_eq!(found, expected, "{name} {arguments}");
        }
    }
    let many: Map<String, Value> = (0..9_000).map(|at| (format!("x{at}"), json!(0))).collect();
    let problem = refused(Client::Modern, "search_calculators", &Value::Object(many));
    assert_eq!(problem["violations"].as_array().map(Vec::len), Some(8));
}

#[test]
fn what_is_no_call_of_a_tool_is_an_error() {
    for params in [
        json!({}),
        json!({"name": 1}),
        json!({"name": "nope"}),
        json!({"name": "Read_calculator"}),
        json!({"name": "read_calculator", "arguments": []}),
        json!({"name": "read_calculator", "arguments": "bmi"}),
        json!({"name": "read_calculator", "arguments": null}),
    ] {
        for client in BOTH {
            let request = Request::new(client, "tools/call", &params);
            error_in(&request.ask(), 200, -32602, "invalid-params");
        }
    }
}
