//! The catalogue as resources: its index, each definition, and each citation.

use api::{Call, Problem, ProblemCode};
use ports::Ports;
use serde::Serialize;
use serde_json::{Map, Value, json};
use text::Language;
use wire::{Definition, Edition, Reference, Str, Summary};

use super::fault::{Fault, Given};
use super::message::Message;
use super::page::{asked, page};
use crate::catalogue::defined;
use crate::catalogue::list::{select, summaries};
use crate::question::{problem, read as read_answer};

/// What all URIs begin with, and the index.
const ROOT: &str = "medical://calculators";

/// Calculators in a part of the list, with two resources each, and in one of the index.
const LISTED: usize = 20;
const INDEXED: usize = 100;

const JSON: &str = "application/json";

/// The URI of a definition.
pub(super) fn uri(calculator: &str) -> String {
    format!("{ROOT}/{calculator}")
}

/// Every resource, part by part: the index, then two of each calculator.
pub(super) fn list(message: &Message<'_>, call: &Call<'_>, ports: &dyn Ports) -> Given {
    let call = &in_language(call, Language::default());
    let text = summaries(call, ports)?;
    let all: Vec<Summary<'_>> = read_answer(&text, call)?;
    let part = asked(&all, LISTED, message, call, |one| &one.id)?;
    let index = json!({
        "uri": ROOT,
        "name": "calculators",
        "title": "All calculators",
        "description": "Id, version, category and title of each.",
        "mimeType": JSON,
    });
    let first = message.param("cursor").is_none();
    let mut resources: Vec<Value> = first.then_some(index).into_iter().collect();
    for one in part.items {
        resources.push(json!({
            "uri": uri(&one.id),
            "name": one.id,
            "title": one.title,
            "description": one.description,
            "mimeType": JSON,
        }));
        resources.push(json!({
            "uri": format!("{}/citation", uri(&one.id)),
            "name": format!("{}/citation", one.id),
            "title": format!("{}: citation", one.title),
            "description": "The publications that it comes from.",
            "mimeType": JSON,
        }));
    }
    let mut result = Map::new();
    result.insert("resources".to_owned(), json!(resources));
    if let Some(next) = part.next {
        result.insert("nextCursor".to_owned(), json!(next));
    }
    Ok(result)
}

/// Name, template, title and description of each kind of resource.
const TEMPLATES: [[&str; 4]; 3] = [
    [
        "index",
        "medical://calculators{?category,language,after}",
        "All calculators",
        "Id, version, category and title of each, in language en or pt-BR; after is what next \
         says where there are more.",
    ],
    [
        "definition",
        "medical://calculators/{id}{?language}",
        "Definition of a calculator",
        "What it takes with units and limits and a JSON Schema, what it gives, for whom, its \
         assumptions and citation, in language en or pt-BR.",
    ],
    [
        "citation",
        "medical://calculators/{id}/citation{?language}",
        "Citation of a calculator",
        "The publications that it comes from.",
    ],
];

/// Every kind of resource.
pub(super) fn templates(message: &Message<'_>, call: &Call<'_>) -> Given {
    let part = asked(&TEMPLATES, TEMPLATES.len(), message, call, |one| one[0])?;
    let all = part
        .items
        .iter()
        .map(|[name, template, title, description]| {
            json!({
                "uriTemplate": template,
                "name": name,
                "title": title,
                "description": description,
                "mimeType": JSON,
            })
        });
    let all: Vec<Value> = all.collect();
    let mut result = Map::new();
    result.insert("resourceTemplates".to_owned(), json!(all));
    Ok(result)
}

/// A resource.
pub(super) fn read(message: &Message<'_>, call: &Call<'_>, ports: &dyn Ports) -> Given {
    let Some(uri) = message.param("uri").and_then(Value::as_str) else {
        let detail = call
            .language
            .choose("uri must be a text.", "uri deve ser um texto.");
        let code = ProblemCode::InvalidParams;
        return Err(Fault::new(code, detail, call.language));
    };
    let missing = || Fault::no_resource(uri, call.language);
    let text = content(uri, call, ports).map_err(|refused| match refused.code {
        ProblemCode::InternalError => refused.into(),
        _ => missing(),
    })?;
    let contents = json!([{"uri": uri, "mimeType": JSON, "text": text.ok_or_else(missing)?}]);
    Ok(Map::from_iter([("contents".to_owned(), contents)]))
}

/// What a URI leads to; nothing where it leads nowhere.
fn content(uri: &str, call: &Call<'_>, ports: &dyn Ports) -> Result<Option<String>, Problem> {
    let (path, query) = uri.split_once('?').unwrap_or((uri, ""));
    let Some(path) = path.strip_prefix(ROOT) else {
        return Ok(None);
    };
    let asked = Call { query, ..*call };
    let language = match asked.parameter("language").as_deref() {
        None => Language::default(),
        Some(tag) => match Language::tagged(tag) {
            Some(language) => language,
            None => return Ok(None),
        },
    };
    let asked = in_language(&asked, language);
    let of = |id| Call { id, ..asked };
    match path.strip_prefix('/').map(|path| path.split_once('/')) {
        None if path.is_empty() => index(&asked, ports),
        Some(None) => defined(&of(&path[1..]), ports).map(Some),
        Some(Some((id, "citation"))) => citation(&of(id), ports).map(Some),
        _ => Ok(None),
    }
}

/// The same call, to be answered in a language.
fn in_language<'a>(call: &Call<'a>, language: Language) -> Call<'a> {
    Call { language, ..*call }
}

#[derive(Serialize)]
struct Index<'a> {
    language: Language,
    total: usize,
    calculators: Vec<Entry<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    next: Option<&'a str>,
}

#[derive(Serialize)]
struct Entry<'a> {
    id: &'a str,
    version: &'a str,
    category: &'a str,
    title: &'a str,
}

fn index(call: &Call<'_>, ports: &dyn Ports) -> Result<Option<String>, Problem> {
    let text = summaries(call, ports)?;
    let all: Vec<Summary<'_>> = read_answer(&text, call)?;
    let (category, after) = (call.parameter("category"), call.parameter("after"));
    let Ok(found) = select(all, "", category.as_deref(), call) else {
        return Ok(None);
    };
    let Some(part) = page(&found, INDEXED, after.as_deref(), |one| &one.id) else {
        return Ok(None);
    };
    let entries = part.items.iter().map(|one| Entry {
        id: &one.id,
        version: &one.version,
        category: &one.category,
        title: &one.title,
    });
    let index = Index {
        language: call.language,
        total: found.len(),
        calculators: entries.collect(),
        next: part.next,
    };
    Ok(serde_json::to_string(&index).ok())
}

#[derive(Serialize)]
struct Citation<'a> {
    calculator: Str<'a>,
    version: Str<'a>,
    title: Str<'a>,
    language: Language,
    reference: Reference<'a>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    sources: Vec<Reference<'a>>,
    /// Editions of other calculators that give some of its results.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    formulas: Vec<Edition<'a>>,
}

fn citation(call: &Call<'_>, ports: &dyn Ports) -> Result<String, Problem> {
    let text = defined(call, ports)?;
    let definition: Definition<'_> = read_answer(&text, call)?;
    let mut others: Vec<&str> = Vec::new();
    for id in definition
        .results
        .iter()
        .filter_map(|one| one.formula.as_deref())
    {
        if !others.contains(&id) {
            others.push(id);
        }
    }
    let others = ports
        .definitions(&others, call.language)
        .map_err(|error| problem(error, "", call))?;
    let others: Vec<Definition<'_>> = read_answer(&others, call)?;
    let citation = Citation {
        calculator: definition.id,
        version: definition.version,
        title: definition.title,
        language: definition.language,
        reference: definition.reference,
        sources: definition.sources,
        formulas: others.into_iter().map(edition).collect(),
    };
    serde_json::to_string(&citation)
        .map_err(|_| Problem::new(ProblemCode::InternalError, call.language))
}

fn edition(definition: Definition<'_>) -> Edition<'_> {
    Edition {
        id: definition.id,
        version: definition.version,
        citation: definition.reference.citation,
    }
}
