//! What each tool answers: the same as the HTTP API, through the same functions.

use api::{Call, Problem, ProblemCode};
use ports::Ports;
use serde_json::{Map, Value, json};
use wire::Summary;

use super::arguments::violation;
use crate::catalogue::defined;
use crate::catalogue::evaluate::{evaluated, read_evaluation};
use crate::catalogue::list::{select, summaries};
use crate::mcp::page::page;
use crate::question;

/// Calculators in an answer to a search.
const FOUND: usize = 20;

/// The schema of what a search finds.
pub(super) fn searched_schema() -> Value {
    json!({
        "type": "object",
        "additionalProperties": false,
        "required": ["total", "calculators"],
        "properties": {
            "total": {"type": "integer", "description": "How many there are in all."},
            "calculators": {"type": "array", "items": {"$ref": "#/components/schemas/Summary"}},
            "next_cursor": {"type": "string", "description": "Only where there are more."},
        },
    })
}

/// The calculators with these words and of this category.
pub(super) fn search(
    arguments: &Map<String, Value>,
    call: &Call<'_>,
    ports: &dyn Ports,
) -> Result<Value, Problem> {
    let argument = |name: &str| arguments.get(name).and_then(Value::as_str);
    let text = summaries(call, ports)?;
    let all: Vec<Summary<'_>> = question::read(&text, call)?;
    let words = argument("text").unwrap_or_default();
    let found = select(all, words, argument("category"), call).map_err(|refused| {
        let violation = violation(refused.parameter, refused.code, refused.message);
        Problem::invalid_input(vec![violation], call.language)
    })?;
    let part = page(&found, FOUND, argument("cursor"), |one| &one.id).ok_or_else(|| {
        let message = call.language.say(
            "cursor must be the next_cursor of the same search",
            "cursor deve ser o next_cursor da mesma busca",
        );
        let violation = violation("cursor", "not-a-choice", message);
        Problem::invalid_input(vec![violation], call.language)
    })?;
    let mut answer = json!({"total": found.len(), "calculators": part.items});
    if let Some(next) = part.next {
        answer["next_cursor"] = json!(next);
    }
    Ok(answer)
}

/// The definition of a calculator.
pub(super) fn read(
    _: &Map<String, Value>,
    call: &Call<'_>,
    ports: &dyn Ports,
) -> Result<Value, Problem> {
    let definition = defined(call, ports).map_err(|problem| named(problem, call))?;
    question::read(&definition, call)
}

/// The evaluation of a calculator.
pub(super) fn evaluate(
    arguments: &Map<String, Value>,
    call: &Call<'_>,
    ports: &dyn Ports,
) -> Result<Value, Problem> {
    let inputs = arguments.get("inputs").map(Value::to_string);
    let text = evaluated(call, &inputs.unwrap_or_default(), ports)
        .map_err(|problem| named(problem, call))?;
    read_evaluation(&text, call)?;
    question::read(&text, call)
}

/// A calculator that there is none of, as a refused argument.
fn named(problem: Problem, call: &Call<'_>) -> Problem {
    let language = call.language;
    if problem.code != ProblemCode::UnknownCalculator {
        return problem;
    }
    let message = language.say(
        "no calculator has this id; search_calculators finds those there are",
        "nenhuma calculadora tem este id; search_calculators encontra as que existem",
    );
    let detail = language.choose(
        "There is no such calculator.",
        "Não existe esta calculadora.",
    );
    Problem {
        violations: vec![violation("id", "unknown-calculator", message)],
        ..problem.with_detail(detail)
    }
}
