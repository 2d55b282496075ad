//! The catalogue over JSON: list, definition, evaluation, OpenAPI.

use serde_json::{Value, json};

use crate::body::{self, BodyError};
use crate::endpoint::Moment;
use crate::negotiate::Format;
use crate::openapi::document;
use crate::problem::Problem;
use crate::response::{Response, ok, ok_json};
use crate::services::{EvaluationError, Services};
use text::{Language, fold};

/// The definitions, parsed; what a component says is checked before it is used.
pub(crate) fn definitions(
    services: &impl Services,
    language: Language,
) -> Result<Vec<Value>, Problem> {
    let text = services.definitions(language).map_err(problem)?;
    serde_json::from_str(&text).map_err(|_| Problem::internal())
}

fn problem(error: EvaluationError) -> Problem {
    Problem::evaluation(error, "/inputs")
}

/// A short list of the calculators that contain a text and are of a category.
pub(crate) fn list(
    services: &impl Services,
    language: Language,
    text: Option<&str>,
    category: Option<&str>,
) -> Result<Response, Problem> {
    let all = definitions(services, language)?;
    let mut categories: Vec<&str> = all.iter().map(|one| member(one, "category")).collect();
    categories.dedup();
    if category.is_some_and(|wanted| !categories.contains(&wanted)) {
        return Err(Problem::unknown_category(&categories.join(", ")));
    }
    let wanted = text.map(fold).unwrap_or_default();
    let found: Vec<Value> = all
        .iter()
        .filter(|one| category.is_none_or(|wanted| member(one, "category") == wanted))
        .filter(|one| {
            let searched = ["id", "title", "description"].map(|name| fold(member(one, name)));
            wanted
                .split_whitespace()
                .all(|word| searched.iter().any(|text| text.contains(word)))
        })
        .map(|one| {
            json!({
                "id": one["id"],
                "version": one["version"],
                "category": one["category"],
                "title": one["title"],
                "description": one["description"],
            })
        })
        .collect();
    Ok(ok_json(
        &json!({"total": found.len(), "calculators": found}),
        language,
    ))
}

fn member<'a>(definition: &'a Value, name: &str) -> &'a str {
    definition[name].as_str().unwrap_or_default()
}

/// One definition.
pub(crate) fn definition(
    services: &impl Services,
    id: &str,
    language: Language,
) -> Result<Response, Problem> {
    let text = services.definition(id, language).map_err(problem)?;
    let definition: Value = serde_json::from_str(&text).map_err(|_| Problem::internal())?;
    Ok(ok_json(&definition, language))
}

/// One evaluation.
pub(crate) fn evaluate(
    services: &impl Services,
    id: &str,
    format: Format,
    body: Result<Vec<u8>, BodyError>,
    moment: &Moment<'_>,
) -> Result<Response, Problem> {
    let inputs = inputs_of(body)?;
    let context = moment.context();
    let text = services.evaluate(id, &inputs, &context).map_err(problem)?;
    if format != Format::Json {
        let report = services
            .render(&text, format, &moment.now, "")
            .map_err(problem)?;
        return Ok(ok(
            format.media_type(),
            report.into_bytes(),
            moment.language,
        ));
    }
    let mut evaluation: Value = serde_json::from_str(&text).map_err(|_| Problem::internal())?;
    if !evaluation.is_object() {
        return Err(Problem::internal());
    }
    evaluation["processing_time_us"] = json!((moment.elapsed)());
    Ok(ok_json(&evaluation, moment.language))
}

/// The text of the member `inputs`, which must be the only one.
fn inputs_of(body: Result<Vec<u8>, BodyError>) -> Result<String, Problem> {
    let members = body::members(body)?;
    let mut inputs = None;
    for (name, value) in &members {
        if name != "inputs" {
            let name = name.replace('~', "~0").replace('/', "~1");
            let message = "no such member; the body takes inputs";
            return Err(Problem::at(&format!("/{name}"), "unknown-field", message));
        }
        if inputs.is_some() {
            return Err(Problem::at(
                "/inputs",
                "duplicate-field",
                "send inputs once",
            ));
        }
        inputs = Some(value.get());
    }
    let Some(inputs) = inputs else {
        return Err(Problem::at(
            "/inputs",
            "missing",
            "inputs is required: an object of the inputs",
        ));
    };
    if !inputs.starts_with('{') {
        return Err(Problem::at(
            "/inputs",
            "wrong-type",
            "inputs must be an object",
        ));
    }
    Ok(inputs.to_owned())
}

/// The OpenAPI document of everything here.
pub(crate) fn openapi(services: &impl Services) -> Result<Response, Problem> {
    let all = definitions(services, Language::English)?;
    Ok(ok_json(&document(&all), Language::English))
}
