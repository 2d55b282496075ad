//! The OpenAPI 3.1 document, made from the operation tables and the definitions.

use std::collections::BTreeMap;

use serde_json::{Map, Value, json};
use text::{Language, Text};
use wire::Definition;

use crate::operation::{Answer, Body, Choices, Group, Operation, Parameter, Place, Schema};
use crate::problem::{Form, ProblemCode};
use crate::router::Api;

/// What the document is made from besides the table.
pub struct Sources<'a> {
    /// Version of the API.
    pub version: &'a str,
    /// The definitions of all calculators, in the language the document shall have.
    pub definitions: &'a [Definition<'a>],
    /// The ids of the panels.
    pub panels: &'a [&'a str],
    /// Inputs that a calculator answers, by its id.
    pub examples: &'a BTreeMap<String, Value>,
    /// The schemas that operations name.
    pub schemas: Map<String, Value>,
}

const LANGUAGE: Language = Language::English;

/// The document of a whole API.
pub fn document<P: ?Sized>(api: &Api<P>, sources: &Sources<'_>) -> Value {
    let mut paths: Map<String, Value> = Map::new();
    for (group, operation) in api.operations() {
        let entry = |path: String, one: Option<&Definition<'_>>, paths: &mut Map<_, _>| {
            let item = paths.entry(path).or_insert_with(|| json!({}));
            item[operation.method.name().to_lowercase()] = describe(group, operation, one, sources);
        };
        match of_calculator(operation) {
            true => {
                for definition in sources.definitions {
                    let path = operation.path.replace("{id}", &definition.id);
                    entry(path, Some(definition), &mut paths);
                }
            }
            false => entry(operation.path.to_owned(), None, &mut paths),
        }
    }
    let tags = api
        .groups
        .iter()
        .map(|group| json!({"name": group.name, "description": say(group.title)}));
    let refusals = refusals(&mut paths);
    json!({
        "openapi": "3.1.0",
        "info": {
            "title": "Medical calculations",
            "version": sources.version,
            "summary": "Clinical calculators with units, editions and sources",
            "description": "Every quantity comes with its UCUM unit; what cannot be answered is \
                            refused with every problem at once. A calculation aid, not a \
                            diagnosis.",
            "license": {"name": "Apache-2.0", "identifier": "Apache-2.0"},
        },
        "servers": [{"url": "/"}],
        "security": [],
        "tags": tags.collect::<Vec<_>>(),
        "paths": paths,
        "components": {"schemas": sources.schemas, "responses": refusals},
    })
}

/// Takes refusals out of the operations, each kind once: every calculator has the same.
fn refusals(paths: &mut Map<String, Value>) -> Map<String, Value> {
    let mut named = Map::new();
    let operations = paths.values_mut().filter_map(Value::as_object_mut);
    let operations = operations.flat_map(|item| item.values_mut());
    for responses in operations.filter_map(|one| one["responses"].as_object_mut()) {
        for (status, response) in responses {
            let Some(form) = form(response) else { continue };
            let said = response["description"].as_str().unwrap_or_default();
            let name = match status.as_str() {
                "default" => format!("server.{form}"),
                status => format!("{status}.{form}.{}", said.replace(", ", ".")),
            };
            let reference = json!({"$ref": format!("#/components/responses/{name}")});
            named.insert(name, core::mem::replace(response, reference));
        }
    }
    named
}

/// The form of a refusal; none for what is no refusal.
fn form(response: &Value) -> Option<&'static str> {
    let content = response["content"].as_object()?;
    let forms = [
        (Form::Document, "problem"),
        (Form::OperationOutcome, "outcome"),
        (Form::JsonRpc, "json-rpc"),
    ];
    let mut forms = forms.into_iter();
    let reference = |form| refused(form, "")["content"].as_object().cloned();
    let found = forms.find(|(form, _)| reference(*form).as_ref() == Some(content));
    found.map(|(_, name)| name)
}

fn say(text: Text) -> &'static str {
    LANGUAGE.of(text)
}

/// Whether each calculator has a path of its own, so that each has its own schema.
fn of_calculator<P: ?Sized>(operation: &Operation<P>) -> bool {
    let named = |schema| matches!(schema, Schema::Inputs | Schema::Named("Definition"));
    operation.body.is_some_and(|body| named(body.schema))
        || operation.answers.iter().any(|answer| named(answer.schema))
}

fn describe<P: ?Sized>(
    group: &Group<P>,
    operation: &Operation<P>,
    definition: Option<&Definition<'_>>,
    sources: &Sources<'_>,
) -> Value {
    let id = match definition {
        Some(definition) => format!("{}-{}", operation.id, definition.id),
        None => operation.id.to_owned(),
    };
    let summary = match definition {
        Some(definition) => format!("{}: {}", say(operation.summary), definition.title),
        None => say(operation.summary).to_owned(),
    };
    let mut entry = json!({
        "operationId": id,
        "tags": [group.name],
        "summary": summary,
    });
    if let Some(definition) = definition {
        entry["description"] = json!(definition.description);
    }
    let parameters = operation.parameters.iter();
    let parameters: Vec<_> = parameters
        .filter(|one| !(one.place == Place::Path && definition.is_some()))
        .map(|one| parameter(one, sources))
        .collect();
    if !parameters.is_empty() {
        entry["parameters"] = json!(parameters);
    }
    if let Some(body) = &operation.body {
        entry["requestBody"] = request(operation, body, definition, sources);
    }
    entry["responses"] = responses(group, operation, definition);
    entry
}

fn parameter(parameter: &Parameter, sources: &Sources<'_>) -> Value {
    let mut schema = json!({"type": "string"});
    match parameter.choices {
        Choices::Any => {}
        Choices::Categories => schema["enum"] = json!(categories(sources)),
        Choices::Panels => schema["enum"] = json!(sources.panels),
        Choices::Of(choices) => schema["enum"] = json!(choices()),
    }
    json!({
        "name": parameter.name,
        "in": parameter.place.name(),
        "required": parameter.place == Place::Path,
        "description": say(parameter.title),
        "schema": schema,
    })
}

/// Of the calculators, in the order of the catalogue.
fn categories<'a>(sources: &'a Sources<'_>) -> Vec<&'a str> {
    let definitions = sources.definitions.iter();
    let mut all: Vec<&str> = definitions.map(|one| one.category.as_ref()).collect();
    all.dedup();
    all
}

fn request<P: ?Sized>(
    operation: &Operation<P>,
    body: &Body,
    definition: Option<&Definition<'_>>,
    sources: &Sources<'_>,
) -> Value {
    let example = match definition {
        Some(definition) => sources
            .examples
            .get(definition.id.as_ref())
            .map(|inputs| json!({"inputs": inputs})),
        None => serde_json::from_str(operation.example.body).ok(),
    };
    let mut content = Map::new();
    for media_type in body.media_types {
        let mut form = json!({"schema": schema(body.schema, definition)});
        let lines = matches!(body.schema, Schema::Lines(_));
        if let Some(example) = example.as_ref().filter(|_| !lines) {
            form["example"] = example.clone();
        }
        content.insert((*media_type).to_owned(), form);
    }
    json!({
        "required": true,
        "description": most(body),
        "content": content,
    })
}

/// How much of a body is taken.
fn most(body: &Body) -> String {
    match say(body.most) {
        "" => format!("{} bytes at most.", body.limit),
        more => format!("At most {} bytes, {more}.", body.limit),
    }
}

fn schema(schema: Schema, definition: Option<&Definition<'_>>) -> Value {
    match schema {
        Schema::Named(name) => json!({"$ref": format!("#/components/schemas/{name}")}),
        Schema::Inputs => {
            let mut inputs = definition.map_or(Value::Null, |one| one.schema.clone());
            if let Some(inputs) = inputs.as_object_mut() {
                // OpenAPI 3.1 names the dialect once for the whole document.
                inputs.remove("$schema");
            }
            json!({
                "type": "object",
                "additionalProperties": false,
                "required": ["inputs"],
                "properties": {"inputs": inputs},
            })
        }
        Schema::Document(name) => json!({"type": "object", "description": name}),
        Schema::Lines(name) => json!({
            "type": "string",
            "pattern": r"[^ \t\n\f\r]",
            "description": format!("A JSON object a line: #/components/schemas/{name}."),
        }),
        Schema::Nothing => Value::Null,
    }
}

fn responses<P: ?Sized>(
    group: &Group<P>,
    operation: &Operation<P>,
    definition: Option<&Definition<'_>>,
) -> Value {
    let mut all: BTreeMap<String, Value> = BTreeMap::new();
    for answer in operation.answers {
        all.insert(answer.status.to_string(), answered(answer, definition));
    }
    let mut by_status: BTreeMap<u16, Vec<&str>> = BTreeMap::new();
    for code in operation.codes() {
        let codes = by_status.entry(code.status().as_u16()).or_default();
        codes.push(code.as_str());
    }
    for (status, codes) in by_status {
        let description = codes.join(", ");
        all.insert(status.to_string(), refused(group.form(), &description));
    }
    let of_server = "What the HTTP server in front refuses, or says when there is no answer.";
    all.insert("default".to_owned(), refused(group.form(), of_server));
    json!(all)
}

fn answered(answer: &Answer, definition: Option<&Definition<'_>>) -> Value {
    let description = match answer.status {
        202 => "It is taken, and there is nothing to say.",
        304 => "The client has it already.",
        _ => "The answer.",
    };
    let mut response = json!({"description": description});
    let mut content = Map::new();
    for (position, media_type) in answer.media_types.iter().enumerate() {
        let schema = match position {
            0 => schema(answer.schema, definition),
            _ if media_type.starts_with("text/") => json!({"type": "string"}),
            _ => json!({"type": "object"}),
        };
        content.insert((*media_type).to_owned(), json!({"schema": schema}));
    }
    if !content.is_empty() {
        response["content"] = json!(content);
    }
    response
}

fn refused(form: Form, description: &str) -> Value {
    let name = match form {
        Form::Document => "Problem",
        Form::OperationOutcome => "OperationOutcome",
        Form::JsonRpc => "JsonRpcError",
    };
    json!({
        "description": description,
        "content": {form.media_type(): {"schema": {"$ref": format!("#/components/schemas/{name}")}}},
    })
}

/// The schemas of refusals, which every API has.
pub fn problem_schemas() -> Map<String, Value> {
    let codes: Vec<_> = ProblemCode::all().map(ProblemCode::as_str).collect();
    let text = || json!({"type": "string"});
    let violation = json!({
        "type": "object",
        "required": ["pointer", "code", "message"],
        "properties": {
            "pointer": {"type": "string", "description": "RFC 6901"},
            "code": text(),
            "message": text(),
        },
    });
    let schemas = json!({
        "Problem": {
            "type": "object",
            "description": "RFC 9457",
            "required": ["type", "title", "status", "code", "detail"],
            "properties": {
                "type": text(),
                "title": text(),
                "status": {"type": "integer"},
                "code": {"type": "string", "enum": codes},
                "detail": text(),
                "violations": {"type": "array", "items": violation},
            },
        },
        "OperationOutcome": {
            "type": "object",
            "description": "FHIR R4",
            "required": ["resourceType", "issue"],
            "properties": {
                "resourceType": {"const": "OperationOutcome"},
                "issue": {"type": "array", "minItems": 1, "items": {"type": "object"}},
            },
        },
        "JsonRpcError": json_rpc_error(),
    });
    match schemas {
        Value::Object(schemas) => schemas,
        _ => Map::new(),
    }
}

/// The schema of a refusal where messages are JSON-RPC.
fn json_rpc_error() -> Value {
    json!({
        "type": "object",
        "description": "JSON-RPC 2.0; without an id where none could be read.",
        "required": ["jsonrpc", "error"],
        "properties": {
            "jsonrpc": {"const": "2.0"},
            "id": {"type": ["string", "integer"]},
            "error": {
                "type": "object",
                "required": ["code", "message", "data"],
                "properties": {
                    "code": {"type": "integer"},
                    "message": {"type": "string"},
                    "data": {"$ref": "#/components/schemas/Problem"},
                },
            },
        },
    })
}
