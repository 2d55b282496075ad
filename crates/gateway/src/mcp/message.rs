//! Messages of JSON-RPC 2.0, one to a body.

use api::{Problem, ProblemCode};
use serde_json::{Map, Value};
use text::{Language, Text, text};

/// A request, or without an id a notification.
pub(super) struct Message<'a> {
    /// Comes back with the answer, which a notification has none of.
    pub(super) id: Option<&'a Value>,
    /// What is asked.
    pub(super) method: &'a str,
    params: Option<&'a Map<String, Value>>,
}

/// The id of a request, where it has one that can be repeated.
pub(super) fn id(body: &Value) -> Option<&Value> {
    body.get("id").filter(|id| {
        let whole = |id: &Value| id.as_f64().is_some_and(|number| number.fract() == 0.0);
        id.is_string() || whole(id)
    })
}

const BATCH: Text = text(
    "Send each message in a request of its own; batches are not taken.",
    "Envie cada mensagem em uma requisição própria; lotes não são aceitos.",
);
const OBJECT: Text = text(
    "The body must be a message of JSON-RPC 2.0: an object with jsonrpc \"2.0\" and a method.",
    "O corpo deve ser uma mensagem JSON-RPC 2.0: um objeto com jsonrpc \"2.0\" e um method.",
);
const ID: Text = text(
    "The id must be a text or a whole number.",
    "O id deve ser um texto ou um número inteiro.",
);
const PARAMS: Text = text("params must be an object.", "params deve ser um objeto.");

impl<'a> Message<'a> {
    /// The message in a body.
    pub(super) fn of(body: &'a Value, language: Language) -> Result<Self, Problem> {
        let refuse = |detail: Text| {
            let problem = Problem::new(ProblemCode::InvalidRequest, language);
            Err(problem.with_detail(language.of(detail)))
        };
        if body.is_array() {
            return refuse(BATCH);
        }
        let method = body.get("method").and_then(Value::as_str);
        let (Some(method), Some("2.0")) = (method, body["jsonrpc"].as_str()) else {
            return refuse(OBJECT);
        };
        let id = id(body);
        if id.is_none() && body.get("id").is_some() {
            return refuse(ID);
        }
        let params = body.get("params");
        if params.is_some_and(|params| !params.is_object()) {
            return refuse(PARAMS);
        }
        let params = params.and_then(Value::as_object);
        Ok(Self { id, method, params })
    }

    /// A parameter.
    pub(super) fn param(&self, name: &str) -> Option<&'a Value> {
        self.params?.get(name)
    }

    /// What is said about the message itself.
    pub(super) fn meta(&self, key: &str) -> Option<&'a Value> {
        self.param("_meta")?.get(key)
    }
}
