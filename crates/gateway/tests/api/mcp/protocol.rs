//! Messages, versions and headers, whatever they ask.

use serde_json::{Value, json};

use super::asking::{BOTH, Client, LEGACY, MODERN, Request, error_in, result, result_in};
use crate::common::{ask, json as read};

const VERSION: &str = "/params/_meta/io.modelcontextprotocol~1protocolVersion";
const CAPABILITIES: &str = "/params/_meta/io.modelcontextprotocol~1clientCapabilities";

fn modern(method: &str) -> Request {
    Request::new(Client::Modern, method, &json!({}))
}

fn legacy(method: &str) -> Request {
    Request::new(Client::Legacy, method, &json!({}))
}

fn initialize(version: &str) -> Request {
    let params = json!({
        "protocolVersion": version,
        "capabilities": {},
        "clientInfo": {"name": "test", "version": "1"},
    });
    Request::new(Client::Legacy, "initialize", &params).header("mcp-protocol-version", None)
}

#[test]
fn a_handshake_agrees_on_a_version() {
    for (wanted, agreed) in [
        (LEGACY, LEGACY),
        ("2025-06-18", "2025-06-18"),
        ("2025-03-26", LEGACY),
        (MODERN, LEGACY),
        ("", LEGACY),
    ] {
        let found = result_in(&initialize(wanted).ask());
        assert_eq!(found["protocolVersion"], agreed);
        assert_eq!(found["capabilities"], json!({"tools": {}, "resources": {}}));
        assert_eq!(found["serverInfo"]["name"], "medical-api");
        assert_eq!(found["serverInfo"]["version"], env!("CARGO_PKG_VERSION"));
        let said = found["instructions"].as_str().expect("instructions");
        for tool in [
            "search_calculators",
            "read_calculator",
            "evaluate_calculator",
        ] {
            assert!(said.contains(tool), "{tool}");
        }
    }
    for wrong in [None, Some(json!(1)), Some(Value::Null)] {
        let request = initialize(LEGACY).member("/params/protocolVersion", wrong);
        error_in(&request.ask(), 200, -32602, "invalid-params");
    }
}

#[test]
fn the_current_revision_has_no_handshake() {
    let found = result(Client::Modern, "server/discover", &json!({}));
    assert_eq!(
        found["supportedVersions"],
        json!([MODERN, LEGACY, "2025-06-18"])
    );
    assert_eq!(found["capabilities"], json!({"tools": {}, "resources": {}}));
    for gone in [
        "initialize",
        "ping",
        "logging/setLevel",
        "resources/subscribe",
    ] {
        let body = error_in(&modern(gone).ask(), 404, -32601, "unknown-method");
        assert_eq!(body["id"], 7);
    }
}

/// Each result says what the current revision wants, and nothing that older ones have not.
#[test]
fn results_are_those_of_the_revision() {
    let server = "io.modelcontextprotocol/serverInfo";
    let methods = [
        ("server/discover", json!({}), true),
        ("tools/list", json!({}), true),
        ("resources/list", json!({}), true),
        ("resources/templates/list", json!({}), true),
        (
            "resources/read",
            json!({"uri": "medical://calculators"}),
            true,
        ),
        ("tools/call", json!({"name": "search_calculators"}), false),
    ];
    for (method, params, shared) in methods {
        let found = result(Client::Modern, method, &params);
        assert_eq!(found["resultType"], "complete", "{method}");
        assert_eq!(found["_meta"][server]["name"], "medical-api", "{method}");
        let kept = shared.then_some((300_000, "public"));
        let said = found["ttlMs"].as_u64().zip(found["cacheScope"].as_str());
        assert_eq!(said, kept, "{method}");
        if method == "server/discover" {
            continue;
        }
        let mut old = result(Client::Legacy, method, &params);
        for name in ["resultType", "_meta", "ttlMs", "cacheScope"] {
            assert_eq!(old.get(name), None, "{method}: {name}");
            if let Some(value) = found.get(name) {
                old[name] = value.clone();
            }
        }
        assert_eq!(old, found, "{method}");
    }
    assert_eq!(result(Client::Legacy, "ping", &json!({})), json!({}));
}

#[test]
fn a_notification_is_taken_and_not_answered() {
    for version in [None, Some(LEGACY), Some("2025-06-18"), Some(MODERN)] {
        for method in ["notifications/initialized", "notifications/cancelled", "x"] {
            let request = legacy(method)
                .header("mcp-protocol-version", version)
                .member("/id", None);
            let response = request.ask();
            assert_eq!(response.status, 202, "{method}");
            assert!(response.body.is_empty());
            assert_eq!(response.header("content-type"), None);
        }
    }
    let unknown = legacy("notifications/initialized")
        .member("/id", None)
        .header("mcp-protocol-version", Some("1999-01-01"));
    let body = error_in(&unknown.ask(), 400, -32022, "unsupported-protocol-version");
    assert_eq!(body.get("id"), None);
}

#[test]
fn an_id_comes_back_as_it_came() {
    for id in [
        json!("a"),
        json!(""),
        json!(0),
        json!(-1),
        json!(1e15),
        json!(u64::MAX),
    ] {
        for client in BOTH {
            let request = Request::new(client, "tools/list", &json!({}));
            let answer = read(&request.member("/id", Some(id.clone())).ask());
            assert_eq!(answer["id"], id);
            assert!(answer["result"].is_object());
        }
    }
}

#[test]
fn what_is_no_message_is_refused() {
    let request = |pointer: &str, value| legacy("ping").member(pointer, value);
    for (request, id) in [
        (request("/jsonrpc", None), json!(7)),
        (request("/jsonrpc", Some(json!("1.0"))), json!(7)),
        (request("/method", None), json!(7)),
        (request("/method", Some(json!(1))), json!(7)),
        (request("/params", Some(json!([]))), json!(7)),
        (request("/params", Some(Value::Null)), json!(7)),
        (request("/id", Some(Value::Null)), Value::Null),
        (request("/id", Some(json!(1.5))), Value::Null),
        (request("/id", Some(json!({}))), Value::Null),
    ] {
        let body = error_in(&request.ask(), 400, -32600, "invalid-request");
        assert_eq!(body["id"], id, "{body}");
    }
    let header = [
        ("content-type", "application/json"),
        ("mcp-protocol-version", LEGACY),
    ];
    let message = r#"{"jsonrpc": "2.0", "id": 1, "method": "ping"}"#;
    for body in [
        format!("[{message}]"),
        format!("[{message}, {message}]"),
        "[]".to_owned(),
        "1".to_owned(),
        "null".to_owned(),
        // An answer, to nothing that was asked.
        r#"{"jsonrpc": "2.0", "id": 1, "result": {}}"#.to_owned(),
    ] {
        let response = ask("POST", "/mcp", &header, body.as_bytes());
        error_in(&response, 400, -32600, "invalid-request");
    }
    for body in [
        "{",
        "nope",
        &"[".repeat(200),
        &format!("{message}{message}"),
    ] {
        let response = ask("POST", "/mcp", &header, body.as_bytes());
        let body = error_in(&response, 400, -32700, "invalid-json");
        assert_eq!(body.get("id"), None);
    }
    let deep = format!("{}{}", r#"{"a":"#.repeat(140), "}".repeat(140));
    let deep = message.replace('}', &format!(r#", "params": {deep}}}"#));
    let response = ask("POST", "/mcp", &header, deep.as_bytes());
    error_in(&response, 400, -32700, "invalid-json");
}

/// A member that stands twice can be read as either, by whoever checks it or who answers.
#[test]
fn a_member_that_stands_twice_is_refused() {
    let header = [
        ("content-type", "application/json"),
        ("mcp-protocol-version", LEGACY),
    ];
    let call = json!({"name": "evaluate_calculator", "arguments": {"id": "bmi", "inputs": {
        "weight": {"value": 70, "unit": "kg"}, "height": {"value": 175, "unit": "cm"}}}});
    let whole = Request::new(Client::Legacy, "tools/call", &call)
        .body
        .to_string();
    for (member, pointer) in [
        (r#""id":7"#, "/id"),
        (r#""method":"tools/call""#, "/method"),
        (r#""name":"evaluate_calculator""#, "/params/name"),
        (r#""id":"bmi""#, "/params/arguments/id"),
        (r#""value":70"#, "/params/arguments/inputs/weight/value"),
    ] {
        let twice = whole.replacen(member, &format!("{member},{member}"), 1);
        assert_ne!(twice, whole, "{member}");
        let response = ask("POST", "/mcp", &header, twice.as_bytes());
        let body = error_in(&response, 400, -32600, "duplicate-member");
        assert_eq!(body["error"]["data"]["violations"][0]["pointer"], pointer);
    }
}

#[test]
fn a_version_is_said_in_header_and_message() {
    let mismatch = (400, -32020, "header-mismatch");
    let unsupported = (400, -32022, "unsupported-protocol-version");
    let params = (400, -32602, "invalid-params");
    let header = |request: Request, version| request.header("mcp-protocol-version", version);
    let list = || modern("tools/list");
    for (request, (status, rpc, code)) in [
        (header(list(), None), mismatch),
        (header(list(), Some(LEGACY)), mismatch),
        (header(list(), Some("1900-01-01")), mismatch),
        (list().member(VERSION, Some(json!(LEGACY))), mismatch),
        (header(legacy("tools/list"), None), mismatch),
        (header(legacy("ping"), None), mismatch),
        (header(legacy("ping"), Some("2025-03-26")), unsupported),
        (header(legacy("ping"), Some("")), unsupported),
        (header(initialize(LEGACY), Some("2024-11-05")), unsupported),
        (list().member("/params/_meta", None), params),
        (list().member(VERSION, None), params),
        (list().member(VERSION, Some(json!(1))), params),
        (list().member(CAPABILITIES, None), params),
        (list().member(CAPABILITIES, Some(json!([]))), params),
        (header(initialize(LEGACY), Some(MODERN)), params),
    ] {
        let body = error_in(&request.ask(), status, rpc, code);
        assert_eq!(body["id"], 7, "{body}");
    }
    let other = header(list(), Some("2099-01-01")).member(VERSION, Some(json!("2099-01-01")));
    let body = error_in(&other.ask(), 400, -32022, "unsupported-protocol-version");
    let data = &body["error"]["data"];
    assert_eq!(data["supported"], json!([MODERN, LEGACY, "2025-06-18"]));
    assert_eq!(data["requested"], "2099-01-01");
}

#[test]
fn twice_the_same_header_is_none() {
    let mut request = modern("tools/list");
    for name in ["mcp-protocol-version", "mcp-method"] {
        let headers = request.headers.clone();
        let twice = headers.iter().filter(|(known, _)| *known == name).cloned();
        request.headers.extend(twice);
        error_in(&request.ask(), 400, -32020, "header-mismatch");
        request.headers = headers;
    }
    assert_eq!(request.ask().status, 200);
}

#[test]
fn headers_repeat_method_and_name() {
    let tool = json!({"name": "search_calculators"});
    let uri = json!({"uri": "medical://calculators/bmi"});
    let call = || Request::new(Client::Modern, "tools/call", &tool);
    let resource = || Request::new(Client::Modern, "resources/read", &uri);
    let encoded = "=?base64?c2VhcmNoX2NhbGN1bGF0b3Jz?=";
    for (request, fits) in [
        (call(), true),
        (
            call().header("mcp-name", Some(" search_calculators ")),
            true,
        ),
        (call().header("mcp-name", Some(encoded)), true),
        (call().header("mcp-name", None), false),
        (call().header("mcp-name", Some("read_calculator")), false),
        (call().header("mcp-name", Some("SEARCH_CALCULATORS")), false),
        (call().header("mcp-name", Some("=?base64?!?=")), false),
        (call().header("mcp-name", Some("=?base64?/w==?=")), false),
        (call().header("mcp-method", None), false),
        (call().header("mcp-method", Some("tools/list")), false),
        (call().header("mcp-method", Some("TOOLS/CALL")), false),
        (resource(), true),
        (resource().header("mcp-name", None), false),
        (
            resource().header("mcp-name", Some("medical://calculators")),
            false,
        ),
        // Other methods have no name.
        (modern("tools/list").header("mcp-name", Some("x")), true),
    ] {
        let response = request.ask();
        if fits {
            result_in(&response);
        } else {
            error_in(&response, 400, -32020, "header-mismatch");
        }
    }
    // Older clients do not know these headers.
    for name in ["mcp-method", "mcp-name"] {
        let request = Request::new(Client::Legacy, "tools/call", &tool);
        result_in(&request.header(name, Some("x")).ask());
    }
}

/// Where there is no session there is nothing to open, to end or to name.
#[test]
fn there_is_no_session() {
    for method in ["GET", "DELETE", "PUT", "HEAD", "OPTIONS"] {
        let accept = [("accept", "text/event-stream"), ("mcp-session-id", "1")];
        let response = ask(method, "/mcp", &accept, b"");
        error_in(&response, 405, -32600, "method-not-allowed");
        assert_eq!(response.header("allow"), Some("POST"));
    }
    for client in BOTH {
        let request = Request::new(client, "tools/list", &json!({}));
        let with = request
            .clone()
            .header("mcp-session-id", Some("1"))
            .header("last-event-id", Some("2"))
            .header("accept", Some("text/event-stream"));
        assert_eq!(with.ask(), request.ask());
    }
}

#[test]
fn a_page_asks_only_where_the_server_vouches_for_it() {
    let own = "https://own.example";
    for (origin, allowed, answered) in [
        (None, None, true),
        (None, Some(own), true),
        (Some(own), Some(own), true),
        (Some(own), None, false),
        (Some(own), Some("https://other.example"), false),
        (Some("null"), None, false),
        (Some(""), None, false),
    ] {
        for client in BOTH {
            let request = Request::new(client, "tools/list", &json!({}))
                .header("host", Some("own.example"))
                .header("origin", origin)
                .header("sec-allowed-origin", allowed);
            let response = request.ask();
            if answered {
                result_in(&response);
            } else {
                let body = error_in(&response, 403, -32600, "origin-not-allowed");
                assert_eq!(body.get("id"), None);
            }
        }
    }
    let mut twice = modern("tools/list").header("origin", Some(own));
    twice.headers.push(("origin", own.to_owned()));
    twice.headers.push(("sec-allowed-origin", own.to_owned()));
    error_in(&twice.ask(), 403, -32600, "origin-not-allowed");
}

/// A client of an older revision takes any other status for a server that is gone.
#[test]
fn what_a_method_refuses_is_an_answer() {
    let tool = json!({"name": "nope"});
    let uri = json!({"uri": "medical://nope"});
    for client in BOTH {
        let ask = |method: &str, params: &Value| Request::new(client, method, params).ask();
        error_in(&ask("tools/call", &tool), 200, -32602, "invalid-params");
        let cursor = json!({"cursor": "nope"});
        for method in ["tools/list", "resources/list", "resources/templates/list"] {
            error_in(&ask(method, &cursor), 200, -32602, "invalid-params");
            let wrong = json!({"cursor": 1});
            error_in(&ask(method, &wrong), 200, -32602, "invalid-params");
        }
        let rpc = if client == Client::Legacy {
            -32002
        } else {
            -32602
        };
        let body = error_in(&ask("resources/read", &uri), 200, rpc, "invalid-params");
        assert_eq!(body["error"]["data"]["uri"], "medical://nope");
    }
    for unknown in ["prompts/list", "completion/complete", "server/discover", ""] {
        error_in(&legacy(unknown).ask(), 200, -32601, "unknown-method");
    }
    for unknown in ["prompts/list", "subscriptions/listen", ""] {
        error_in(&modern(unknown).ask(), 404, -32601, "unknown-method");
    }
}
