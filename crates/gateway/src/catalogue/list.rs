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

/// Why nothing was looked for.
pub(crate) struct Unselected {
    /// The parameter that is refused.
    pub(crate) parameter: &'static str,
    /// The code of the violation.
    pub(crate) code: &'static str,
    /// What would be accepted.
    pub(crate) message: String,
}

/// The calculators that contain a text and are of a category.
pub(super) fn answer(call: &Call<'_>, ports: &dyn Ports) -> Result<Response, Problem> {
    let text = summaries(call, ports)?;
    let all: Vec<Summary<'_>> = read(&text, call)?;
    let category = call.parameter("category");
    let words = call.parameter("text").unwrap_or_default();
    let found = select(all, &words, category.as_deref(), call)
        .map_err(|refused| at("", refused.code, refused.message, call))?;
    let catalogue = Catalogue {
        total: found.len(),
        calculators: found,
    };
    let body = serde_json::to_string(&catalogue).unwrap_or_default();
    Ok(Response::json(body, call.language).shared(call.headers))
}

/// What lists say of every calculator: the JSON of summaries.
pub(crate) fn summaries(call: &Call<'_>, ports: &dyn Ports) -> Result<String, Problem> {
    let text = ports.summaries(call.language);
    text.map_err(|error| problem(error, "", call))
}

/// The categories, in the order of the catalogue.
pub(crate) fn categories<'a>(all: &'a [Summary<'_>]) -> Vec<&'a str> {
    let mut categories: Vec<&str> = all.iter().map(|one| one.category.as_ref()).collect();
    categories.dedup();
    categories
}

/// The calculators that are found by the words and are of the category, the best first.
pub(crate) fn select<'a>(
    mut all: Vec<Summary<'a>>,
    words: &str,
    category: Option<&str>,
    call: &Call<'_>,
) -> Result<Vec<Summary<'a>>, Unselected> {
    let categories = categories(&all);
    if category.is_some_and(|wanted| !categories.contains(&wanted)) {
        let known = categories.join(", ");
        return Err(Unselected {
            parameter: "category",
            code: "not-a-choice",
            message: call.language.say(
                format!("category must be one of {known}"),
                format!("category deve ser uma de {known}"),
            ),
        });
    }
    let search = Search::new(words);
    if search.len() > WORD_LIMIT {
        return Err(Unselected {
            parameter: "text",
            code: "out-of-range",
            message: call.language.say(
                format!("text may have up to {WORD_LIMIT} words"),
                format!("text pode ter até {WORD_LIMIT} palavras"),
            ),
        });
    }
    all.retain(|one| category.is_none_or(|code| one.category == *code));
    Ok(Summary::found(all, &search))
}
