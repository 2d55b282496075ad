//! The tools, in one table.

mod answers;
mod arguments;

use api::{Call, Problem, ProblemCode};
use ports::Ports;
use serde_json::{Map, Value, json};
use wire::Summary;

use super::fault::{Fault, Given};
use super::message::Message;
use super::page::asked;
use super::resources;
use crate::catalogue::list::{categories, summaries};
use crate::question::read;
use crate::schemas::resolved;
use arguments::{Field, Kind, LANGUAGE, language, schema, wrong};

/// What a tool does with arguments that fit its fields.
type Answer = fn(&Map<String, Value>, &Call<'_>, &dyn Ports) -> Result<Value, Problem>;

/// A tool.
struct Tool {
    name: &'static str,
    title: &'static str,
    description: &'static str,
    fields: &'static [Field],
    /// Whether its answer is about a calculator whose definition says more.
    links: bool,
    /// The schema of what it answers.
    output: fn() -> Value,
    answer: Answer,
}

const ID: Field = Field {
    name: "id",
    required: true,
    kind: Kind::Text,
    description: "Id of the calculator, as search_calculators gives it.",
};

const TOOLS: [Tool; 3] = [
    Tool {
        name: "search_calculators",
        title: "Search the calculators",
        description: "Finds clinical calculators by words of their id, title or description and \
                      by category. Gives id, version, category, title and description of each.",
        fields: &[
            Field {
                name: "text",
                required: false,
                kind: Kind::Text,
                description: "Words that all have to be found, 16 at most, in the language of \
                              the texts; accents and case do not matter.",
            },
            Field {
                name: "category",
                required: false,
                kind: Kind::Category,
                description: "Only those of this speciality.",
            },
            LANGUAGE,
            Field {
                name: "cursor",
                required: false,
                kind: Kind::Text,
                description: "next_cursor of the answer before, for the calculators after those.",
            },
        ],
        links: false,
        output: answers::searched_schema,
        answer: answers::search,
    },
    Tool {
        name: "read_calculator",
        title: "Read a calculator",
        description: "The definition of a calculator: every input with its units, limits and \
                      choices and a JSON Schema of all of them, the results with what their \
                      values mean, for whom it is valid, its edition, assumptions and citation. \
                      Read it before evaluating.",
        fields: &[ID, LANGUAGE],
        links: false,
        output: || json!({"$ref": "#/components/schemas/Definition"}),
        answer: answers::read,
    },
    Tool {
        name: "evaluate_calculator",
        title: "Evaluate a calculator",
        description: "Calculates. Every quantity comes with its UCUM unit. Gives the results with \
                      units and interpretation, and the edition, warnings, assumptions and \
                      citation that belong to them. What cannot be answered is refused with \
                      everything that is wrong and what would be accepted; nothing is guessed.",
        fields: &[
            ID,
            Field {
                name: "inputs",
                required: true,
                kind: Kind::Inputs,
                description: "The inputs by name, as read_calculator says: quantities as \
                              {\"value\": 70, \"unit\": \"kg\"}, others as truth value, code, \
                              count or date.",
            },
            LANGUAGE,
        ],
        links: true,
        output: || json!({"$ref": "#/components/schemas/Evaluation"}),
        answer: answers::evaluate,
    },
];

/// Every tool.
pub(super) fn list(message: &Message<'_>, call: &Call<'_>, ports: &dyn Ports) -> Given {
    let part = asked(&TOOLS, TOOLS.len(), message, call, |one| one.name)?;
    let text = summaries(call, ports)?;
    let all: Vec<Summary<'_>> = read(&text, call)?;
    let categories = categories(&all);
    let mut tools = Vec::new();
    for tool in part.items {
        let internal = || Problem::new(ProblemCode::InternalError, call.language);
        tools.push(json!({
            "name": tool.name,
            "title": tool.title,
            "description": tool.description,
            "inputSchema": schema(tool.fields, &categories),
            "outputSchema": output(tool).ok_or_else(internal)?,
            "annotations": {
                "title": tool.title,
                "readOnlyHint": true,
                "destructiveHint": false,
                "idempotentHint": true,
                "openWorldHint": false,
            },
        }));
    }
    Ok(Map::from_iter([("tools".to_owned(), json!(tools))]))
}

/// An answer or a refusal, which both are objects.
fn output(tool: &Tool) -> Option<Value> {
    let either = json!([(tool.output)(), {"$ref": "#/components/schemas/Problem"}]);
    resolved(json!({"type": "object", "anyOf": either}))
}

/// The answer of a tool. What is wrong with its arguments is an answer as well: whoever
/// asked can read it and ask again.
pub(super) fn call(message: &Message<'_>, call: &Call<'_>, ports: &dyn Ports) -> Given {
    let refuse = |en, pt| {
        let detail = call.language.choose(en, pt);
        Fault::new(ProblemCode::InvalidParams, detail, call.language)
    };
    let name = message.param("name").and_then(Value::as_str);
    let tool = TOOLS.iter().find(|tool| Some(tool.name) == name);
    let tool = tool.ok_or_else(|| {
        refuse(
            "There is no tool of this name; tools/list says which there are.",
            "Não existe ferramenta com este nome; tools/list diz quais existem.",
        )
    })?;
    let none = Map::new();
    let arguments = match message.param("arguments") {
        None => &none,
        Some(Value::Object(arguments)) => arguments,
        Some(_) => {
            return Err(refuse(
                "arguments must be an object.",
                "arguments deve ser um objeto.",
            ));
        }
    };
    let id = arguments.get(ID.name).and_then(Value::as_str);
    let call = &Call {
        language: language(arguments),
        id: id.unwrap_or_default(),
        ..*call
    };
    let wrong = wrong(tool.fields, arguments, call);
    let answer = match wrong.is_empty() {
        true => (tool.answer)(arguments, call, ports),
        false => {
            let problem = Problem::invalid_input(wrong, call.language);
            return Ok(refused(&problem, None));
        }
    };
    let definition = Some(call.id).filter(|_| tool.links);
    match answer {
        Ok(answer) => Ok(given(answer, definition)),
        Err(problem) => match problem.code {
            ProblemCode::InternalError => Err(problem.into()),
            // Where there is no calculator there is no definition.
            ProblemCode::UnknownCalculator => Ok(refused(&problem, None)),
            _ => Ok(refused(&problem, definition)),
        },
    }
}

/// An answer: for programs, and for those that only read texts.
fn given(answer: Value, definition: Option<&str>) -> Map<String, Value> {
    Map::from_iter([
        (
            "content".to_owned(),
            content(answer.to_string(), definition),
        ),
        ("structuredContent".to_owned(), answer),
        ("isError".to_owned(), json!(false)),
    ])
}

/// A refusal: every problem in a line of its own, and where to read what is accepted.
fn refused(problem: &Problem, definition: Option<&str>) -> Map<String, Value> {
    let violations = problem.violations.iter();
    let lines = violations.map(|one| format!("{} ({}): {}", one.pointer, one.code, one.message));
    let lines: Vec<String> = [problem.detail.clone()].into_iter().chain(lines).collect();
    Map::from_iter([
        ("content".to_owned(), content(lines.join("\n"), definition)),
        ("structuredContent".to_owned(), json!(problem.document())),
        ("isError".to_owned(), json!(true)),
    ])
}

/// A text, and a link to the definition of the calculator that it is about.
fn content(text: String, calculator: Option<&str>) -> Value {
    let text = json!({"type": "text", "text": text});
    let definition = calculator.map(|id| {
        json!({
            "type": "resource_link",
            "uri": resources::uri(id),
            "name": id,
            "mimeType": "application/json",
        })
    });
    json!([text].into_iter().chain(definition).collect::<Vec<_>>())
}
