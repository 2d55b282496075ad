//! Which revision of the protocol a message is of, and whether its headers say what it
//! says itself: who routes by headers must not see another message than who answers.

use api::{Call, ProblemCode};
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use serde_json::Value;
use text::Language;

use super::fault::Fault;
use super::message::Message;

/// The current revision, in which each request says of which version it is.
const MODERN: &str = "2026-07-28";

/// Those with a handshake, the newest first. What was before them has batches.
const LEGACY: [&str; 2] = ["2025-11-25", "2025-06-18"];

/// How requests and answers are made.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Era {
    /// As in the current revision.
    Modern,
    /// As in those with a handshake.
    Legacy,
}

/// Members of `_meta`.
const VERSION: &str = "io.modelcontextprotocol/protocolVersion";
const CAPABILITIES: &str = "io.modelcontextprotocol/clientCapabilities";

/// Methods whose header `Mcp-Name` is one of their parameters.
const NAMED: [(&str, &str); 3] = [
    ("tools/call", "name"),
    ("resources/read", "uri"),
    ("prompts/get", "name"),
];

/// Every version that is spoken, the newest first.
pub(super) fn all() -> Vec<&'static str> {
    [MODERN].into_iter().chain(LEGACY).collect()
}

/// The version that a handshake ends with.
pub(super) fn agreed(wanted: &str) -> &'static str {
    let mut known = LEGACY.into_iter();
    known.find(|one| *one == wanted).unwrap_or(LEGACY[0])
}

/// How a request is to be answered.
pub(super) fn of_request(message: &Message<'_>, call: &Call<'_>) -> Result<Era, Fault> {
    let claimed = message.meta(VERSION);
    let version = match (header("mcp-protocol-version", call)?, claimed) {
        // The handshake comes before anyone knows a version.
        (None, None) if message.method == "initialize" => return Ok(Era::Legacy),
        (Some(header), Some(Value::String(claimed))) if header != claimed => None,
        (header, _) => header,
    };
    let Some(version) = version else {
        return Err(mismatch("MCP-Protocol-Version", call.language));
    };
    if LEGACY.contains(&version) {
        return Ok(Era::Legacy);
    }
    if version != MODERN {
        return Err(Fault::version(version, &all(), call.language));
    }
    let capabilities = message.meta(CAPABILITIES).is_some_and(Value::is_object);
    if !claimed.is_some_and(Value::is_string) || !capabilities {
        let language = call.language;
        let detail = language.say(
            format!("params._meta must have {VERSION}, a text, and {CAPABILITIES}, an object."),
            format!("params._meta deve ter {VERSION}, um texto, e {CAPABILITIES}, um objeto."),
        );
        return Err(Fault::new(ProblemCode::InvalidParams, detail, language));
    }
    repeated(message, call)?;
    Ok(Era::Modern)
}

/// A notification says its version in a header, if at all.
pub(super) fn of_notification(call: &Call<'_>) -> Result<(), Fault> {
    match header("mcp-protocol-version", call)? {
        Some(version) if !all().contains(&version) => {
            Err(Fault::version(version, &all(), call.language))
        }
        _ => Ok(()),
    }
}

/// Whether the headers repeat what they have to.
fn repeated(message: &Message<'_>, call: &Call<'_>) -> Result<(), Fault> {
    if header("mcp-method", call)? != Some(message.method) {
        return Err(mismatch("Mcp-Method", call.language));
    }
    let named = NAMED.iter().find(|(method, _)| *method == message.method);
    let name = named.and_then(|(_, name)| message.param(name)?.as_str());
    let Some(name) = name else {
        // There is nothing to repeat.
        return Ok(());
    };
    let said = header("mcp-name", call)?.and_then(decoded);
    if said.as_deref() == Some(name) {
        Ok(())
    } else {
        Err(mismatch("Mcp-Name", call.language))
    }
}

/// A header that may not stand twice.
fn header<'a>(name: &'static str, call: &Call<'a>) -> Result<Option<&'a str>, Fault> {
    match call.headers.only(name) {
        None if call.headers.has(name) => Err(mismatch(name, call.language)),
        found => Ok(found.map(str::trim)),
    }
}

/// What a header says, where it can be encoded to say more than ASCII.
fn decoded(value: &str) -> Option<String> {
    let encoded = value
        .strip_prefix("=?base64?")
        .and_then(|rest| rest.strip_suffix("?="));
    match encoded {
        None => Some(value.to_owned()),
        Some(encoded) => String::from_utf8(STANDARD.decode(encoded).ok()?).ok(),
    }
}

fn mismatch(name: &str, language: Language) -> Fault {
    let detail = language.say(
        format!("The header {name} must stand once and say what the body says."),
        format!("O cabeçalho {name} deve aparecer uma vez e dizer o que o corpo diz."),
    );
    Fault::new(ProblemCode::HeaderMismatch, detail, language)
}
