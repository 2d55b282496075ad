//! Asking as clients of both kinds do.

use api::Response;
use inprocess::InProcess;
use ports::Ports;
use serde_json::{Value, json};

use crate::common::{ask_of, json as read};

/// The current revision, and the last with a handshake.
pub(super) const MODERN: &str = "2026-07-28";
pub(super) const LEGACY: &str = "2025-11-25";

/// How a client asks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Client {
    Modern,
    Legacy,
}

pub(super) const BOTH: [Client; 2] = [Client::Modern, Client::Legacy];

/// A request: its headers, but for its media type, and its body.
#[derive(Debug, Clone)]
pub(super) struct Request {
    pub(super) headers: Vec<(&'static str, String)>,
    pub(super) body: Value,
}

impl Request {
    /// As a client sends it.
    pub(super) fn new(client: Client, method: &str, params: &Value) -> Self {
        let mut params = params.clone();
        let mut headers = Vec::new();
        match client {
            Client::Legacy => headers.push(("mcp-protocol-version", LEGACY.to_owned())),
            Client::Modern => {
                params["_meta"] = json!({
                    "io.modelcontextprotocol/protocolVersion": MODERN,
                    "io.modelcontextprotocol/clientCapabilities": {},
                });
                headers.push(("mcp-protocol-version", MODERN.to_owned()));
                headers.push(("mcp-method", method.to_owned()));
                let name = params["name"].as_str().or(params["uri"].as_str());
                headers.extend(name.map(|name| ("mcp-name", name.to_owned())));
            }
        }
        let body = json!({"jsonrpc": "2.0", "id": 7, "method": method, "params": params});
        Self { headers, body }
    }

    /// The same with another value of a header, or without it.
    pub(super) fn header(mut self, name: &'static str, value: Option<&str>) -> Self {
        self.headers.retain(|(known, _)| *known != name);
        self.headers
            .extend(value.map(|value| (name, value.to_owned())));
        self
    }

    /// The same with another member of the body, or without it.
    pub(super) fn member(mut self, pointer: &str, value: Option<Value>) -> Self {
        let (above, name) = pointer.rsplit_once('/').expect("a pointer");
        let above = self.body.pointer_mut(above).expect(pointer);
        let above = above.as_object_mut().expect("an object");
        let name = name.replace("~1", "/");
        match value {
            Some(value) => above.insert(name, value),
            None => above.remove(&name),
        };
        self
    }

    /// The answer of the platform.
    pub(super) fn ask(&self) -> Response {
        self.ask_of(&InProcess)
    }

    /// The answer, whoever stands behind the ports. Nothing of a session is in it.
    pub(super) fn ask_of(&self, ports: &(dyn Ports + 'static)) -> Response {
        let mut headers = vec![("content-type", "application/json")];
        headers.extend(
            self.headers
                .iter()
                .map(|(name, value)| (*name, value.as_str())),
        );
        let body = self.body.to_string();
        let response = ask_of(ports, "POST", "/mcp", &headers, body.as_bytes());
        assert_eq!(response.header("mcp-session-id"), None);
        assert_eq!(response.header("cache-control"), Some("no-store"));
        response
    }
}

/// The result of a method.
#[track_caller]
pub(super) fn result(client: Client, method: &str, params: &Value) -> Value {
    result_in(&Request::new(client, method, params).ask())
}

/// The result in an answer.
#[track_caller]
pub(super) fn result_in(response: &Response) -> Value {
    let mut body = read(response);
    assert_eq!(response.status, 200, "{body}");
    assert_eq!(response.header("content-type"), Some("application/json"));
    assert_eq!(body["jsonrpc"], "2.0", "{body}");
    assert_eq!(body["id"], 7, "{body}");
    assert_eq!(body.get("error"), None, "{body}");
    body["result"].take()
}

/// The error in an answer: of this status, and these codes of JSON-RPC and of the platform.
#[track_caller]
pub(super) fn error_in(response: &Response, status: u16, rpc: i32, code: &str) -> Value {
    let body = read(response);
    assert_eq!(response.status, status, "{body}");
    assert_eq!(response.header("content-type"), Some("application/json"));
    assert_eq!(body["jsonrpc"], "2.0", "{body}");
    assert_eq!(body.get("result"), None, "{body}");
    assert_eq!(body["error"]["code"], rpc, "{body}");
    assert_eq!(body["error"]["data"]["code"], code, "{body}");
    assert!(body["error"]["message"].is_string(), "{body}");
    body
}

/// The result of calling a tool, which is no refusal.
#[track_caller]
pub(super) fn called(client: Client, name: &str, arguments: &Value) -> Value {
    let result = result(
        client,
        "tools/call",
        &json!({"name": name, "arguments": arguments}),
    );
    assert_eq!(result["isError"], false, "{result}");
    let text = result["content"][0]["text"].as_str().expect("a text");
    let text: Value = serde_json::from_str(text).expect("JSON");
    assert_eq!(result["structuredContent"], text);
    text
}

/// The problem that a tool refuses with, every part of which stands in the text.
#[track_caller]
pub(super) fn refused(client: Client, name: &str, arguments: &Value) -> Value {
    let result = result(
        client,
        "tools/call",
        &json!({"name": name, "arguments": arguments}),
    );
    assert_eq!(result["isError"], true, "{result}");
    let problem = &result["structuredContent"];
    let text = result["content"][0]["text"].as_str().expect("a text");
    let mut lines = text.lines();
    assert_eq!(lines.next(), problem["detail"].as_str());
    for violation in problem["violations"].as_array().expect("violations") {
        let part = |name: &str| violation[name].as_str().unwrap_or_default().to_owned();
        let line = format!(
            "{} ({}): {}",
            part("pointer"),
            part("code"),
            part("message")
        );
        assert_eq!(lines.next(), Some(line.as_str()));
    }
    assert_eq!(lines.next(), None);
    problem.clone()
}
