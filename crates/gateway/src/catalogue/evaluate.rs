//! One evaluation.

use api::negotiate::preferences;
use api::{Call, Problem, ProblemCode, Response};
use ports::{Format, Ports};
use wire::Evaluation;

use crate::fhir::FHIR;
use crate::question::{at, context, problem, read};

const JSON: &str = "application/json";
const TEXT: &str = "text/plain; charset=utf-8";
const MARKDOWN: &str = "text/markdown; charset=utf-8";

/// How an evaluation can be written, the one without being asked first.
pub(super) const MEDIA_TYPES: &[&str] = &[JSON, TEXT, MARKDOWN, FHIR];

/// Evaluates a calculator on the inputs in the body.
pub(super) fn answer(call: &Call<'_>, ports: &dyn Ports) -> Result<Response, Problem> {
    let inputs = inputs_of(call).map_err(|refusal| known(call, ports).err().unwrap_or(refusal))?;
    let media_type = wanted(call)?;
    let text = evaluated(call, inputs, ports)?;
    let evaluation = read_evaluation(&text, call)?;
    let report = |format| {
        let report = ports.render(&text, format);
        report.map_err(|error| problem(error, "", call))
    };
    let body = match media_type {
        TEXT => report(Format::Text)?,
        MARKDOWN => report(Format::Markdown)?,
        FHIR => {
            let provenance = fhir::Provenance::default();
            fhir::bundle(&evaluation, &provenance, call.now).to_string()
        }
        _ => timed(&text, call),
    };
    Ok(Response::ok(media_type, body.into_bytes(), call.language))
}

/// The evaluation of the calculator on the text of its inputs, an object.
pub(crate) fn evaluated(
    call: &Call<'_>,
    inputs: &str,
    ports: &dyn Ports,
) -> Result<String, Problem> {
    let evaluated = ports.evaluate(call.id, inputs, &context(call));
    evaluated.map_err(|error| problem(error, "/inputs", call))
}

/// An evaluation of the calculator, and of no other: its figures must not pass for those
/// of this one.
pub(crate) fn read_evaluation<'a>(
    text: &'a str,
    call: &Call<'_>,
) -> Result<Evaluation<'a>, Problem> {
    let evaluation: Evaluation<'_> = read(text, call)?;
    if evaluation.calculator == call.id {
        Ok(evaluation)
    } else {
        Err(Problem::new(ProblemCode::InternalError, call.language))
    }
}

/// Whether there is such a calculator: where there is none, nothing that is wrong with
/// the body matters.
fn known(call: &Call<'_>, ports: &dyn Ports) -> Result<(), Problem> {
    let found = ports.definitions(&[call.id], call.language);
    found.map(|_| ()).map_err(|error| problem(error, "", call))
}

/// An answer, which is a JSON object, and how long it took.
pub(crate) fn timed(evaluation: &str, call: &Call<'_>) -> String {
    let open = evaluation.trim_end();
    let open = open.strip_suffix('}').unwrap_or(open);
    format!("{open},\"processing_time_us\":{}}}", (call.elapsed)())
}

/// The media type a client prefers; JSON when it asks for none of them.
fn wanted(call: &Call<'_>) -> Result<&'static str, Problem> {
    for member in preferences(call.headers, "accept") {
        match member.name.to_ascii_lowercase().as_str() {
            JSON | "application/*" | "*/*" => return Ok(JSON),
            "text/plain" => return Ok(TEXT),
            "text/markdown" => return Ok(MARKDOWN),
            FHIR => return crate::fhir::version(&member, call).map(|()| FHIR),
            _ => {}
        }
    }
    Ok(JSON)
}

/// The text of the member `inputs`, which must be the only one.
pub(crate) fn inputs_of<'a>(call: &Call<'a>) -> Result<&'a str, Problem> {
    let text = call.json_text()?;
    let say = |en: &str, pt: &str| call.language.say(en, pt);
    let Some(members) = wire::json::members(text) else {
        let message = say(
            "the body must be a JSON object",
            "o corpo deve ser um objeto JSON",
        );
        return Err(at("", "wrong-type", message, call));
    };
    let mut inputs = None;
    for (name, value) in members {
        if name != "inputs" {
            let message = say(
                "no such member; the body takes inputs",
                "não existe; o corpo aceita inputs",
            );
            return Err(at(&name, "unknown-field", message, call));
        }
        if inputs.is_some() {
            let message = say("send inputs once", "envie inputs uma vez só");
            return Err(at("inputs", "duplicate-field", message, call));
        }
        inputs = Some(value.get());
    }
    match inputs {
        Some(inputs) if inputs.starts_with('{') => Ok(inputs),
        Some(_) => {
            let message = say("inputs must be an object", "inputs deve ser um objeto");
            Err(at("inputs", "wrong-type", message, call))
        }
        None => {
            let message = say(
                "inputs is required: an object of the inputs",
                "inputs é obrigatório: um objeto com as entradas",
            );
            Err(at("inputs", "missing", message, call))
        }
    }
}
