//! Panels: calculators that are asked together.

use api::{
    BODY_LIMIT, Body, Call, Choices, Example, Group, Method, Operation, Parameter, Place, Problem,
    ProblemCode, Response, Schema,
};
use ports::{Error, Ports};
use serde::Serialize;
use text::text;
use wire::{Panel, PanelEvaluation};

use crate::catalogue::evaluate::{inputs_of, timed};
use crate::catalogue::{CACHED, json};
use crate::question::{context, problem, read};

pub(crate) const GROUP: Group<dyn Ports> = Group {
    name: "panels",
    title: text(
        "Panels: calculators that are asked together",
        "Painéis: calculadoras perguntadas em conjunto",
    ),
    prefix: "/api/v1/panels",
    operations: &[LIST, EVALUATE],
};

const LIST: Operation<dyn Ports> = Operation {
    id: "list-panels",
    method: Method::Get,
    path: "/api/v1/panels",
    summary: text(
        "The panels, each with its members and the inputs of all of them",
        "Os painéis, cada um com seus membros e as entradas de todos eles",
    ),
    parameters: &[],
    body: None,
    answers: &[json(Schema::Named("Panels")), CACHED],
    problems: &[ProblemCode::InternalError],
    repeatable: true,
    example: Example {
        target: "/api/v1/panels",
        body: "",
    },
    answer: list,
};

const EVALUATE: Operation<dyn Ports> = Operation {
    id: "evaluate-panel",
    method: Method::Post,
    path: "/api/v1/panels/{id}",
    summary: text(
        "Evaluates every member of a panel that has what it needs, and says what the others miss",
        "Avalia cada membro de um painel que tem o que precisa, e diz o que falta aos outros",
    ),
    parameters: &[Parameter {
        name: "id",
        place: Place::Path,
        title: text("Id of a panel", "Id de um painel"),
        choices: Choices::Panels,
    }],
    body: Some(Body {
        media_types: &["application/json"],
        limit: BODY_LIMIT,
        most: text("the inputs of the panel", "as entradas do painel"),
        schema: Schema::Named("PanelRequest"),
    }),
    answers: &[json(Schema::Named("PanelEvaluation"))],
    problems: &[
        ProblemCode::UnknownPanel,
        ProblemCode::InvalidJson,
        ProblemCode::InvalidInput,
        ProblemCode::InternalError,
    ],
    repeatable: true,
    example: Example {
        target: "/api/v1/panels/kidney",
        body: r#"{"inputs": {"sex": "female", "age": {"value": 50, "unit": "a"}, "creatinine": {"value": 1.2, "unit": "mg/dL"}}}"#,
    },
    answer: evaluate,
};

#[derive(Serialize)]
struct Panels<'a> {
    total: usize,
    panels: Vec<Panel<'a>>,
}

fn list(call: &Call<'_>, ports: &dyn Ports) -> Result<Response, Problem> {
    let text = ports.panels(call.language);
    let text = text.map_err(|error| problem(error, "", call))?;
    let panels: Vec<Panel<'_>> = read(&text, call)?;
    let total = panels.len();
    let body = serde_json::to_string(&Panels { total, panels }).unwrap_or_default();
    Ok(Response::json(body, call.language).shared(call.headers))
}

fn evaluate(call: &Call<'_>, ports: &dyn Ports) -> Result<Response, Problem> {
    let inputs = inputs_of(call)?;
    let text = ports.evaluate_panel(call.id, inputs, &context(call));
    let text = text.map_err(|error| match error {
        Error::UnknownCalculator => Problem::new(ProblemCode::UnknownPanel, call.language),
        other => problem(other, "/inputs", call),
    })?;
    let found: PanelEvaluation<'_> = read(&text, call)?;
    // The figures of another panel must not pass for those of this one.
    if found.panel != call.id {
        return Err(Problem::new(ProblemCode::InternalError, call.language));
    }
    Ok(Response::json(timed(&text, call), call.language))
}
