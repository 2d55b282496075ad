//! The methods, in one table.

use api::{Call, Problem, ProblemCode, Response};
use ports::Ports;
use serde_json::{Map, Value, json};

use super::fault::{Fault, Given};
use super::message::Message;
use super::version::{self, Era};
use super::{resources, tools};

/// How long an answer that is the same for everyone may be kept, in milliseconds.
const KEPT: u32 = 300_000;

/// What whoever uses the tools has to know.
const INSTRUCTIONS: &str = "Clinical calculators with units, editions and sources. Find one with \
    search_calculators, read what it takes with read_calculator, then evaluate_calculator. Send \
    every quantity as a value with its UCUM unit, in the unit it was measured in: do not convert, \
    estimate or invent an input; ask for what is missing. A refusal lists everything that is \
    wrong and what would be accepted. With a figure always give its unit, the calculator with its \
    version, its warnings and assumptions, and the citation. A calculation aid, not a diagnosis.";

struct Method {
    name: &'static str,
    eras: &'static [Era],
    /// Whether its answer is the same for everyone.
    shared: bool,
    answer: fn(&Message<'_>, &Call<'_>, &dyn Ports) -> Given,
}

const BOTH: &[Era] = &[Era::Modern, Era::Legacy];

const METHODS: [Method; 8] = [
    Method {
        name: "server/discover",
        eras: &[Era::Modern],
        shared: true,
        answer: |_, _, _| Ok(discover()),
    },
    Method {
        name: "initialize",
        eras: &[Era::Legacy],
        shared: false,
        answer: |message, call, _| initialize(message, call),
    },
    Method {
        name: "ping",
        eras: &[Era::Legacy],
        shared: false,
        answer: |_, _, _| Ok(Map::new()),
    },
    Method {
        name: "tools/list",
        eras: BOTH,
        shared: true,
        answer: tools::list,
    },
    Method {
        name: "tools/call",
        eras: BOTH,
        shared: false,
        answer: tools::call,
    },
    Method {
        name: "resources/list",
        eras: BOTH,
        shared: true,
        answer: resources::list,
    },
    Method {
        name: "resources/templates/list",
        eras: BOTH,
        shared: true,
        answer: |message, call, _| resources::templates(message, call),
    },
    Method {
        name: "resources/read",
        eras: BOTH,
        shared: true,
        answer: resources::read,
    },
];

/// The answer to a request. What a method says is an answer like any other, also where it
/// refuses; what is said about the message itself has a status of its own, but for clients
/// of the older revisions, to which that means that the server is gone.
pub(super) fn answer(
    message: &Message<'_>,
    era: Era,
    call: &Call<'_>,
    ports: &dyn Ports,
) -> Result<Response, Fault> {
    let mut methods = METHODS.iter();
    let method = methods.find(|one| one.name == message.method && one.eras.contains(&era));
    let given = match method {
        Some(method) => {
            (method.answer)(message, call, ports).map(|result| finished(result, era, method.shared))
        }
        None => Err(Problem::new(ProblemCode::UnknownMethod, call.language).into()),
    };
    let body = match given {
        Ok(result) => json!({"jsonrpc": "2.0", "id": message.id, "result": result}),
        Err(fault) if fault.is_defect() => return Err(fault),
        Err(fault) if era == Era::Legacy => fault.legacy_body(message.id),
        Err(fault) if fault.is_of_method() => fault.body(message.id),
        Err(fault) => return Err(fault),
    };
    let body = body.to_string().into_bytes();
    Ok(Response::new(200, "application/json", body))
}

/// A result with what the current revision wants in each.
fn finished(mut result: Map<String, Value>, era: Era, shared: bool) -> Map<String, Value> {
    if era == Era::Legacy {
        return result;
    }
    let name = "io.modelcontextprotocol/serverInfo";
    result.insert("resultType".to_owned(), json!("complete"));
    result.insert("_meta".to_owned(), json!({name: server()}));
    if shared {
        result.insert("ttlMs".to_owned(), json!(KEPT));
        result.insert("cacheScope".to_owned(), json!("public"));
    }
    result
}

fn server() -> Value {
    json!({
        "name": "medical-api",
        "title": "Medical calculations",
        "version": env!("CARGO_PKG_VERSION"),
    })
}

fn discover() -> Map<String, Value> {
    members([
        ("supportedVersions", json!(version::all())),
        ("capabilities", capabilities()),
        ("instructions", json!(INSTRUCTIONS)),
    ])
}

fn initialize(message: &Message<'_>, call: &Call<'_>) -> Given {
    let wanted = message.param("protocolVersion").and_then(Value::as_str);
    let Some(wanted) = wanted else {
        let detail = call.language.choose(
            "protocolVersion must be a text.",
            "protocolVersion deve ser um texto.",
        );
        return Err(Fault::new(
            ProblemCode::InvalidParams,
            detail,
            call.language,
        ));
    };
    Ok(members([
        ("protocolVersion", json!(version::agreed(wanted))),
        ("capabilities", capabilities()),
        ("serverInfo", server()),
        ("instructions", json!(INSTRUCTIONS)),
    ]))
}

/// Nothing here changes while it runs, so there is nothing to be told of.
fn capabilities() -> Value {
    json!({"tools": {}, "resources": {}})
}

fn members<const N: usize>(all: [(&str, Value); N]) -> Map<String, Value> {
    let all = all.into_iter();
    all.map(|(name, value)| (name.to_owned(), value)).collect()
}
