//! Whether the platform is alive, ready, which version it is, and what it can do.

mod ready;

use api::{
    Answer, Call, Example, Group, Method, Operation, Problem, ProblemCode, Response, Schema,
};
use ports::Ports;
use serde::Serialize;
use text::{Language, Text, text};

const fn json(schema: &'static str) -> Answer {
    Answer {
        status: 200,
        media_types: &["application/json"],
        schema: Schema::Named(schema),
    }
}

const fn operation(
    id: &'static str,
    path: &'static str,
    summary: Text,
    answers: &'static [Answer],
    problems: &'static [ProblemCode],
    answer: fn(&Call<'_>, &dyn Ports) -> Result<Response, Problem>,
) -> Operation<dyn Ports> {
    Operation {
        id,
        method: Method::Get,
        path,
        summary,
        parameters: &[],
        body: None,
        answers,
        problems,
        repeatable: true,
        example: Example {
            target: path,
            body: "",
        },
        answer,
    }
}

pub(crate) const GROUP: Group<dyn Ports> = Group {
    name: "platform",
    title: text("The platform itself", "A própria plataforma"),
    prefix: "",
    operations: &[
        operation(
            "live",
            "/livez",
            text("Whether the gateway runs", "Se o gateway está em execução"),
            &[json("Live")],
            &[],
            |_, _| Ok(Response::json(r#"{"status":"live"}"#, Language::English)),
        ),
        operation(
            "ready",
            "/readyz",
            text(
                "Whether the components behind it answer correctly",
                "Se os componentes por trás dele respondem corretamente",
            ),
            &[json("Ready")],
            &[ProblemCode::NotReady],
            ready::answer,
        ),
        operation(
            "version",
            "/version",
            text("Which versions run", "Quais versões estão em execução"),
            &[json("Version")],
            &[],
            version,
        ),
        operation(
            "openapi",
            "/openapi.json",
            text(
                "The OpenAPI document of the whole platform",
                "O documento OpenAPI de toda a plataforma",
            ),
            &[
                Answer {
                    status: 200,
                    media_types: &["application/json"],
                    schema: Schema::Document("OpenAPI 3.1"),
                },
                Answer {
                    status: 304,
                    media_types: &[],
                    schema: Schema::Nothing,
                },
            ],
            &[],
            |call, _| {
                let document = include_str!("openapi.json").as_bytes();
                let response = Response::ok("application/json", document, Language::English);
                Ok(response.shared(call.headers))
            },
        ),
    ],
};

#[derive(Serialize)]
struct Version<'a> {
    name: &'a str,
    version: &'a str,
    contracts: Vec<&'a str>,
}

fn version(_: &Call<'_>, _: &dyn Ports) -> Result<Response, Problem> {
    let version = Version {
        name: "medical-api",
        version: env!("CARGO_PKG_VERSION"),
        contracts: ready::PROBES.iter().map(|probe| probe.contract).collect(),
    };
    let body = serde_json::to_string(&version).unwrap_or_default();
    Ok(Response::json(body, Language::English))
}
