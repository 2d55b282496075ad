//! The catalogue's calculators and the formatter, over their WIT contracts.

use gateway::{Context, EvaluationError, EvaluationViolation, Format, Language};

use super::bindings::medical::health_calc::calculators as wit;
use super::bindings::medical::report::report;

pub(crate) fn definitions(language: Language) -> Result<String, EvaluationError> {
    wit::definitions(language.tag()).map_err(Into::into)
}

pub(crate) fn definition(id: &str, language: Language) -> Result<String, EvaluationError> {
    wit::definition(id, language.tag()).map_err(Into::into)
}

pub(crate) fn evaluate(
    id: &str,
    inputs: &str,
    context: &Context,
) -> Result<String, EvaluationError> {
    wit::evaluate(id, inputs, &context.into()).map_err(Into::into)
}

pub(crate) fn evaluate_many(cases: &str, context: &Context) -> Result<String, EvaluationError> {
    wit::evaluate_many(cases, &context.into()).map_err(Into::into)
}

pub(crate) fn render(
    evaluation: &str,
    format: Format,
    now: &str,
    provenance: &str,
) -> Result<String, EvaluationError> {
    let format = match format {
        Format::Json => return Ok(evaluation.to_owned()),
        Format::Text => report::Format::Text,
        Format::Markdown => report::Format::Markdown,
        Format::Fhir => report::Format::Fhir,
    };
    let context = report::Context {
        now: now.to_owned(),
        provenance: provenance.to_owned(),
    };
    // What it could refuse is what the gateway itself sent.
    report::render(evaluation, format, &context).map_err(|_| EvaluationError::Broken)
}

impl From<&Context> for wit::Context {
    fn from(context: &Context) -> Self {
        Self {
            today: context.today.clone(),
            language: context.language.tag().to_owned(),
        }
    }
}

impl From<wit::EvaluationError> for EvaluationError {
    fn from(error: wit::EvaluationError) -> Self {
        match error {
            wit::EvaluationError::UnknownCalculator => Self::UnknownCalculator,
            // The gateway sends objects and a date; that they are refused as
            // something else is no fault of the client.
            wit::EvaluationError::NotAnObject | wit::EvaluationError::InvalidContext => {
                Self::Broken
            }
            wit::EvaluationError::Refused(violations) => {
                Self::Refused(violations.into_iter().map(Into::into).collect())
            }
        }
    }
}

impl From<wit::Violation> for EvaluationViolation {
    fn from(violation: wit::Violation) -> Self {
        Self {
            field: violation.field,
            code: violation.code,
            message: violation.message,
        }
    }
}
