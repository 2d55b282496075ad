//! The Model Context Protocol: the catalogue as tools and resources, for programs that
//! work with language models. Streamable HTTP without a session: a message in, its answer
//! out, and nothing is remembered.
//!
//! The current revision has neither handshake nor session. Those before it begin with a
//! handshake, whose answer says nothing that has to be remembered; they are served as well,
//! because most clients still speak them.

mod fault;
mod message;
mod methods;
mod origin;
mod page;
mod resources;
mod tools;
mod version;

use api::{
    Answer, BODY_LIMIT, Body, Call, Choices, Example, Group, Method, Operation, Parameter, Place,
    Problem, ProblemCode, Response, Schema,
};
use ports::Ports;
use serde_json::Value;
use text::{Text, text};

use fault::Fault;
use message::Message;

pub(crate) const GROUP: Group<dyn Ports> = Group {
    name: "mcp",
    title: text(
        "The Model Context Protocol: the catalogue as tools and resources",
        "O Model Context Protocol: o catálogo como ferramentas e recursos",
    ),
    prefix: "/mcp",
    operations: &[MESSAGE],
};

const fn header(name: &'static str, title: Text, choices: Choices) -> Parameter {
    Parameter {
        name,
        place: Place::Header,
        title,
        choices,
    }
}

const MESSAGE: Operation<dyn Ports> = Operation {
    id: "mcp",
    method: Method::Post,
    path: "/mcp",
    summary: text(
        "A message of the Model Context Protocol",
        "Uma mensagem do Model Context Protocol",
    ),
    parameters: &[
        header(
            "MCP-Protocol-Version",
            text(
                "Version of the message; without it only initialize is answered",
                "Versão da mensagem; sem ela só initialize é respondido",
            ),
            Choices::Of(version::all),
        ),
        header(
            "Mcp-Method",
            text(
                "The method once more, from 2026-07-28 on",
                "O método mais uma vez, a partir de 2026-07-28",
            ),
            Choices::Any,
        ),
        header(
            "Mcp-Name",
            text(
                "The name of the tool or the URI of the resource once more, from 2026-07-28 on",
                "O nome da ferramenta ou o URI do recurso mais uma vez, a partir de 2026-07-28",
            ),
            Choices::Any,
        ),
    ],
    body: Some(Body {
        media_types: &["application/json"],
        limit: BODY_LIMIT,
        most: text("one message, 32 inputs", "uma mensagem, 32 entradas"),
        schema: Schema::Named("McpMessage"),
    }),
    answers: &[
        Answer {
            status: 200,
            media_types: &["application/json"],
            schema: Schema::Named("McpAnswer"),
        },
        Answer {
            status: 202,
            media_types: &[],
            schema: Schema::Nothing,
        },
    ],
    problems: &[
        ProblemCode::OriginNotAllowed,
        ProblemCode::InvalidJson,
        ProblemCode::DuplicateMember,
        ProblemCode::InvalidRequest,
        ProblemCode::HeaderMismatch,
        ProblemCode::UnsupportedProtocolVersion,
        ProblemCode::InvalidParams,
        ProblemCode::UnknownMethod,
        ProblemCode::InternalError,
    ],
    repeatable: true,
    example: Example {
        target: "/mcp",
        body: r#"{"jsonrpc": "2.0", "id": 1, "method": "initialize", "params": {"protocolVersion": "2025-11-25", "capabilities": {}, "clientInfo": {"name": "example", "version": "1.0.0"}}}"#,
    },
    answer,
};

fn answer(call: &Call<'_>, ports: &dyn Ports) -> Result<Response, Problem> {
    origin::check(call)?;
    let body = call.json()?;
    let answered = answered(&body, call, ports);
    Ok(answered.unwrap_or_else(|fault| fault.respond(message::id(&body))))
}

/// What a message is answered, or why it is not for any method.
fn answered(body: &Value, call: &Call<'_>, ports: &dyn Ports) -> Result<Response, Fault> {
    let message = Message::of(body, call.language)?;
    if message.id.is_none() {
        version::of_notification(call)?;
        return Ok(Response::accepted());
    }
    let era = version::of_request(&message, call)?;
    methods::answer(&message, era, call, ports)
}
