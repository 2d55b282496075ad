//! Why a message has an error for an answer.

use api::{Form, Problem, ProblemCode, Response};
use serde_json::{Map, Value, json};
use text::Language;

/// Longest text of a message that is repeated in an error, in characters.
const ECHO_LIMIT: usize = 256;

/// The code of a resource that is not there, until 2025-11-25.
const RESOURCE_NOT_FOUND: i32 = -32002;

/// What a method answers, or why it does not.
pub(super) type Given = Result<Map<String, Value>, Fault>;

/// A problem, with what the protocol wants to be said besides.
pub(super) struct Fault {
    problem: Box<Problem>,
    data: Map<String, Value>,
}

impl From<Problem> for Fault {
    fn from(problem: Problem) -> Self {
        Self {
            problem: Box::new(problem),
            data: Map::new(),
        }
    }
}

impl Fault {
    /// A problem of this code with a sentence of its own.
    pub(super) fn new(code: ProblemCode, detail: impl Into<String>, language: Language) -> Self {
        Problem::new(code, language).with_detail(detail).into()
    }

    /// There is no such resource.
    pub(super) fn no_resource(uri: &str, language: Language) -> Self {
        let detail = language.choose(
            "There is no such resource; resources/list and resources/templates/list say which \
             there are.",
            "Não existe este recurso; resources/list e resources/templates/list dizem quais \
             existem.",
        );
        Self::new(ProblemCode::InvalidParams, detail, language).with("uri", json!(echo(uri)))
    }

    /// A version that is not spoken here.
    pub(super) fn version(requested: &str, supported: &[&str], language: Language) -> Self {
        Self::from(Problem::new(
            ProblemCode::UnsupportedProtocolVersion,
            language,
        ))
        .with("supported", json!(supported))
        .with("requested", json!(echo(requested)))
    }

    fn with(mut self, name: &str, value: Value) -> Self {
        self.data.insert(name.to_owned(), value);
        self
    }

    /// Whether it is a defect, and nothing that the client did.
    pub(super) fn is_defect(&self) -> bool {
        self.problem.code == ProblemCode::InternalError
    }

    /// Whether the message came to its method, which refuses what it was given.
    pub(super) fn is_of_method(&self) -> bool {
        self.problem.code == ProblemCode::InvalidParams
    }

    /// The error as an answer of its own status.
    pub(super) fn respond(&self, id: Option<&Value>) -> Response {
        let body = self.body(id).to_string();
        self.problem.respond_with(Form::JsonRpc, body)
    }

    /// The error as the body of an answer.
    pub(super) fn body(&self, id: Option<&Value>) -> Value {
        let mut body = self.problem.json_rpc(id);
        for (name, value) in &self.data {
            body["error"]["data"][name] = value.clone();
        }
        body
    }

    /// The same as the revisions before the current one have it.
    pub(super) fn legacy_body(&self, id: Option<&Value>) -> Value {
        let mut body = self.body(id);
        if self.data.contains_key("uri") {
            body["error"]["code"] = json!(RESOURCE_NOT_FOUND);
        }
        body
    }
}

/// As much of a text as is repeated. The protocol asks for it; names and versions are no
/// values of a person.
fn echo(text: &str) -> String {
    text.chars().take(ECHO_LIMIT).collect()
}
