//! What tools take: one list of fields says the schema, and what is refused.

use api::{Call, Violation};
use serde_json::{Map, Value, json};
use text::{Language, list};
use wire::escaped;

use crate::question::NAME_LIMIT;

/// Unknown members that are named, at most.
const UNKNOWN_LIMIT: usize = 8;

/// Inputs of a calculator, at most.
const INPUT_LIMIT: usize = 32;

/// A member of the arguments.
pub(super) struct Field {
    pub(super) name: &'static str,
    pub(super) required: bool,
    pub(super) kind: Kind,
    pub(super) description: &'static str,
}

/// What a member holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    /// A text.
    Text,
    /// The code of a category of the catalogue.
    Category,
    /// A language of the platform.
    Language,
    /// The inputs of a calculator.
    Inputs,
}

/// In every tool.
pub(super) const LANGUAGE: Field = Field {
    name: "language",
    required: false,
    kind: Kind::Language,
    description: "Language of all texts: en (default) or pt-BR.",
};

/// The JSON Schema of the arguments.
pub(super) fn schema(fields: &[Field], categories: &[&str]) -> Value {
    let mut properties = Map::new();
    for field in fields {
        let mut schema = match field.kind {
            Kind::Text => json!({"type": "string"}),
            Kind::Category => json!({"type": "string", "enum": categories}),
            Kind::Language => json!({"type": "string", "enum": tags()}),
            Kind::Inputs => inputs(),
        };
        schema["description"] = json!(field.description);
        properties.insert(field.name.to_owned(), schema);
    }
    let required = fields.iter().filter(|field| field.required);
    let required: Vec<&str> = required.map(|field| field.name).collect();
    json!({
        "type": "object",
        "additionalProperties": false,
        "required": required,
        "properties": properties,
    })
}

/// Any inputs: which ones, the definition of the calculator says.
fn inputs() -> Value {
    let quantity = json!({
        "type": "object",
        "description": "A quantity: a number and its unit, always both.",
        "additionalProperties": false,
        "required": ["value", "unit"],
        "properties": {
            "value": {"type": "number"},
            "unit": {"type": "string", "description": "UCUM code"},
        },
    });
    let own = |name: &str, description: &str| json!({"type": name, "description": description});
    json!({
        "type": "object",
        "maxProperties": INPUT_LIMIT,
        "additionalProperties": {
            "anyOf": [
                quantity,
                own("boolean", "A truth value."),
                own("string", "A code, or an ISO 8601 date."),
                own("number", "A count or points, which have no unit."),
                own("null", "The same as nothing."),
            ],
        },
    })
}

fn tags() -> [&'static str; 2] {
    Language::ALL.map(Language::tag)
}

/// The language that arguments ask for: English without.
pub(super) fn language(arguments: &Map<String, Value>) -> Language {
    let wanted = arguments.get(LANGUAGE.name).and_then(Value::as_str);
    wanted.and_then(Language::tagged).unwrap_or_default()
}

/// Everything that is wrong with arguments.
pub(super) fn wrong(
    fields: &[Field],
    arguments: &Map<String, Value>,
    call: &Call<'_>,
) -> Vec<Violation> {
    let known = |name: &str| fields.iter().any(|field| field.name == name);
    let unknown = arguments.keys().filter(|name| !known(name));
    let unknown = unknown.take(UNKNOWN_LIMIT).map(|name| {
        let names: Vec<&str> = fields.iter().map(|field| field.name).collect();
        let names = list(&names, call.language);
        let short: String = name.chars().take(NAME_LIMIT).collect();
        let message = call.language.say(
            format!("no such argument; the tool takes {names}"),
            format!("não existe; a ferramenta aceita {names}"),
        );
        violation(&escaped(&short), "unknown-field", message)
    });
    let of_fields = fields.iter().filter_map(|field| {
        let value = arguments.get(field.name).filter(|value| !value.is_null());
        refused(field, value, call.language)
    });
    of_fields.chain(unknown).collect()
}

/// Why the value of a field is refused.
fn refused(field: &Field, value: Option<&Value>, language: Language) -> Option<Violation> {
    let name = field.name;
    let Some(value) = value else {
        let message = language.say(
            format!("{name} is required"),
            format!("{name} é obrigatório"),
        );
        return field.required.then(|| violation(name, "missing", message));
    };
    let (fits, what) = match field.kind {
        Kind::Inputs => (
            value.is_object(),
            language.choose("an object of the inputs", "um objeto com as entradas"),
        ),
        Kind::Text | Kind::Category | Kind::Language => {
            (value.is_string(), language.choose("a text", "um texto"))
        }
    };
    if !fits {
        let message = language.say(
            format!("{name} must be {what}"),
            format!("{name} deve ser {what}"),
        );
        return Some(violation(name, "wrong-type", message));
    }
    let spoken = value.as_str().and_then(Language::tagged);
    if field.kind == Kind::Language && spoken.is_none() {
        let tags = tags().join(", ");
        let message = language.say(
            format!("{name} must be one of {tags}"),
            format!("{name} deve ser um de {tags}"),
        );
        return Some(violation(name, "not-a-choice", message));
    }
    None
}

/// A refused member of the arguments.
pub(super) fn violation(member: &str, code: &'static str, message: String) -> Violation {
    Violation {
        pointer: format!("/{member}"),
        code: code.into(),
        message,
    }
}
