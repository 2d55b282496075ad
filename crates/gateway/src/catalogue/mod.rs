//! The catalogue: what there is, and what comes out of it.

mod batch;
pub(crate) mod evaluate;
pub(crate) mod list;

use api::{
    Answer, BODY_LIMIT, Body, Call, Choices, Example, Group, LONG_BODY_LIMIT, Method, Operation,
    Parameter, Place, Problem, ProblemCode, Response, Schema,
};
use ports::Ports;
use text::text;
use wire::Definition;

use crate::question::{problem, read};

const ID: Parameter = Parameter {
    name: "id",
    place: Place::Path,
    title: text("Id of a calculator", "Id de uma calculadora"),
    choices: Choices::Any,
};

pub(crate) const CACHED: Answer = Answer {
    status: 304,
    media_types: &[],
    schema: Schema::Nothing,
};

pub(crate) const fn json(schema: Schema) -> Answer {
    Answer {
        status: 200,
        media_types: &["application/json"],
        schema,
    }
}

pub(crate) const GROUP: Group<dyn Ports> = Group {
    name: "calculators",
    title: text(
        "The catalogue: any calculator by its definition",
        "O catálogo: qualquer calculadora pela sua definição",
    ),
    prefix: "/api/v1/calculators",
    operations: &[LIST, DEFINITION, EVALUATE, BATCH],
};

const LIST: Operation<dyn Ports> = Operation {
    id: "list-calculators",
    method: Method::Get,
    path: "/api/v1/calculators",
    summary: text(
        "The calculators, by text and category",
        "As calculadoras, por texto e categoria",
    ),
    parameters: &[
        Parameter {
            name: "text",
            place: Place::Query,
            title: text(
                "Words of the id, title or description, 16 at most",
                "Palavras do id, título ou descrição, no máximo 16",
            ),
            choices: Choices::Any,
        },
        Parameter {
            name: "category",
            place: Place::Query,
            title: text("Code of a category", "Código de uma categoria"),
            choices: Choices::Categories,
        },
    ],
    body: None,
    answers: &[json(Schema::Named("Catalogue")), CACHED],
    problems: &[ProblemCode::InvalidInput, ProblemCode::InternalError],
    repeatable: true,
    example: Example {
        target: "/api/v1/calculators?text=liver",
        body: "",
    },
    answer: list::answer,
};

const DEFINITION: Operation<dyn Ports> = Operation {
    id: "definition",
    method: Method::Get,
    path: "/api/v1/calculators/{id}",
    summary: text(
        "The definition of a calculator",
        "A definição de uma calculadora",
    ),
    parameters: &[ID],
    body: None,
    answers: &[json(Schema::Named("Definition")), CACHED],
    problems: &[ProblemCode::UnknownCalculator, ProblemCode::InternalError],
    repeatable: true,
    example: Example {
        target: "/api/v1/calculators/bmi",
        body: "",
    },
    answer: definition,
};

const EVALUATE: Operation<dyn Ports> = Operation {
    id: "evaluate",
    method: Method::Post,
    path: "/api/v1/calculators/{id}",
    summary: text("Evaluates a calculator", "Avalia uma calculadora"),
    parameters: &[ID],
    body: Some(Body {
        media_types: &["application/json"],
        limit: BODY_LIMIT,
        most: text("32 inputs", "32 entradas"),
        schema: Schema::Inputs,
    }),
    answers: &[Answer {
        status: 200,
        media_types: evaluate::MEDIA_TYPES,
        schema: Schema::Named("Evaluation"),
    }],
    problems: &[
        ProblemCode::UnknownCalculator,
        ProblemCode::InvalidJson,
        ProblemCode::NotAcceptable,
        ProblemCode::InvalidInput,
        ProblemCode::InternalError,
    ],
    repeatable: true,
    example: Example {
        target: "/api/v1/calculators/bmi",
        body: r#"{"inputs": {"weight": {"value": 70, "unit": "kg"}, "height": {"value": 1.75, "unit": "m"}}}"#,
    },
    answer: evaluate::answer,
};

const BATCH: Operation<dyn Ports> = Operation {
    id: "batch",
    method: Method::Post,
    path: "/api/v1/batch",
    summary: text(
        "Up to 1000 evaluations, one a line: id, calculator, inputs",
        "Até 1000 avaliações, uma por linha: id, calculator, inputs",
    ),
    parameters: &[],
    body: Some(Body {
        media_types: &[
            "application/x-ndjson",
            "application/ndjson",
            "application/jsonl",
        ],
        limit: LONG_BODY_LIMIT,
        most: text(
            "1000 lines, 65536 bytes and 32 inputs a line",
            "1000 linhas, 65536 bytes e 32 entradas por linha",
        ),
        schema: Schema::Lines("Case"),
    }),
    answers: &[Answer {
        status: 200,
        media_types: &["application/x-ndjson"],
        schema: Schema::Lines("Line"),
    }],
    problems: &[ProblemCode::TooManyCases, ProblemCode::InternalError],
    repeatable: true,
    example: Example {
        target: "/api/v1/batch",
        body: r#"{"id": 1, "calculator": "bmi", "inputs": {"weight": {"value": 70, "unit": "kg"}, "height": {"value": 1.75, "unit": "m"}}}"#,
    },
    answer: batch::answer,
};

fn definition(call: &Call<'_>, ports: &dyn Ports) -> Result<Response, Problem> {
    let one = defined(call, ports)?;
    Ok(Response::json(one, call.language).shared(call.headers))
}

/// The definition of the calculator: what was asked for, and nothing else under its name.
pub(crate) fn defined(call: &Call<'_>, ports: &dyn Ports) -> Result<String, Problem> {
    let text = ports
        .definitions(&[call.id], call.language)
        .map_err(|error| problem(error, "", call))?;
    let [definition]: [Definition<'_>; 1] = read(&text, call)?;
    if definition.id != call.id {
        return Err(Problem::new(ProblemCode::InternalError, call.language));
    }
    let one = text.trim_start_matches('[').trim_end_matches(']');
    Ok(one.to_owned())
}
