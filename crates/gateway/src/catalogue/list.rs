//! The list of calculators.

use api::{Call, Problem, Response};
use ports::Ports;
use serde::Serialize;
use text::Search;
use wire::Summary;

use crate::question::{at, problem, read};

/// Most words that are looked for; each is searched for in every calculator.
const WORD_LIMIT: usize = 16;

#[derive(Serialize)]
struct Catalogue<'a> {
    total: usize,
    calculators: Vec<Summary<'a>>,
}

/// The calculators that contain a text and are of a category.
pub(super) fn answer(call: &Call<'_>, ports: &dyn Ports) -> Result<Response, Problem> {
    let text = ports.summaries(call.language);
    let text = text.map_err(|error| problem(error, "", call))?;
    let mut all: Vec<Summary<'_>> = read(&text, call)?;
    let category = call.parameter("category");
    let mut categories: Vec<&str> = all.iter().map(|one| one.category.as_ref()).collect();
    categories.dedup();
    if category
        .as_ref()
        .is_some_and(|wanted| !categories.contains(&wanted.as_str()))
    {
        let known = categories.join(", ");
        let message = call.language.say(
            format!("category must be one of {known}"),
            format!("category deve ser uma de {known}"),
        );
        return Err(at("", "not-a-choice", message, call));
    }
    let search = Search::new(&call.parameter("text").unwrap_or_default());
    if search.len() > WORD_LIMIT {
        let message = call.language.say(
            format!("text may have up to {WORD_LIMIT} words"),
            format!("text pode ter até {WORD_LIMIT} palavras"),
        );
        return Err(at("", "out-of-range", message, call));
    }
    all.retain(|one| category.as_ref().is_none_or(|code| one.category == *code));
    let found = Summary::found(all, &search);
    let catalogue = Catalogue {
        total: found.len(),
        calculators: found,
    };
    let body = serde_json::to_string(&catalogue).unwrap_or_default();
    Ok(Response::json(body, call.language).shared(call.headers))
}
