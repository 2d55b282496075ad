//! FHIR R4 at its boundary: one operation and the statement that describes it.

use serde_json::Value;

use crate::body::{self, BodyError};
use crate::catalogue;
use crate::endpoint::Moment;
use crate::negotiate::Format;
use crate::problem::Problem;
use crate::response::{Response, ok};
use crate::services::{EvaluationError, Services};

const PATH: &str = "/fhir/";

/// `GET /fhir/metadata`.
pub(crate) fn metadata(moment: &Moment<'_>) -> Response {
    let statement = fhir::capability_statement(env!("CARGO_PKG_VERSION"), moment.today());
    let body = statement.to_string().into_bytes();
    ok(Format::Fhir.media_type(), body, moment.language)
}

/// `POST /fhir/$evaluate`: Parameters in, a Bundle of Observations out.
pub(crate) fn evaluate(
    services: &impl Services,
    body: Result<Vec<u8>, BodyError>,
    moment: &Moment<'_>,
) -> Response {
    answer(services, body, moment).unwrap_or_else(|refusal| *refusal)
}

fn answer(
    services: &impl Services,
    body: Result<Vec<u8>, BodyError>,
    moment: &Moment<'_>,
) -> Result<Response, Box<Response>> {
    let text = body::text(body).map_err(plain)?;
    let definitions = definitions(services, &text, moment).map_err(plain)?;
    let request = fhir::parse(&text, &Value::Array(definitions))
        .map_err(|issues| Box::new(Problem::invalid_input(Vec::new()).with_issues(&issues)))?;
    let inputs = request.inputs.to_string();
    let evaluation = services
        .evaluate(&request.calculator, &inputs, &moment.context())
        .map_err(|error| refused(error, &request))?;
    let provenance = request.provenance.to_json();
    let bundle = services
        .render(&evaluation, Format::Fhir, &moment.now, &provenance)
        .map_err(|error| refused(error, &request))?;
    Ok(ok(
        Format::Fhir.media_type(),
        bundle.into_bytes(),
        moment.language,
    ))
}

/// The definition that the request needs, out of a long list. A
/// request that asks for none is measured against all, to say what is wrong.
fn definitions(
    services: &impl Services,
    text: &str,
    moment: &Moment<'_>,
) -> Result<Vec<Value>, Problem> {
    let one = fhir::calculator(text).map(|id| services.definition(&id, moment.language));
    match one {
        Some(Ok(definition)) => serde_json::from_str(&definition)
            .map(|definition| vec![definition])
            .map_err(|_| Problem::internal()),
        Some(Err(EvaluationError::UnknownCalculator)) | None => {
            catalogue::definitions(services, moment.language)
        }
        Some(Err(error)) => Err(Problem::evaluation(error, "")),
    }
}

/// One issue per violation, each with the place it came from.
fn refused(error: EvaluationError, request: &fhir::Request) -> Box<Response> {
    Box::new(match error {
        EvaluationError::Refused(violations) => {
            let violations: Vec<_> = violations
                .into_iter()
                .map(|violation| (violation.field, violation.code, violation.message))
                .collect();
            let issues = fhir::issues_from_violations(&violations, request);
            Problem::invalid_input(Vec::new()).with_issues(&issues)
        }
        other => Problem::evaluation(other, "").for_path(PATH),
    })
}

/// A problem without a place in the request.
fn plain(problem: Problem) -> Box<Response> {
    Box::new(problem.for_path(PATH))
}
