//! The ports as plain function calls: for a component that is whole in one module, for
//! native programs, and for tests.

use ports::{Calculators, Context, Error, Format, Reports, Validator};
use serde::Serialize;
use text::Language;

/// The crates behind the ports.
#[derive(Debug, Clone, Copy, Default)]
pub struct InProcess;

impl Validator for InProcess {
    fn check(
        &self,
        calculator: &str,
        inputs: &str,
        context: &Context<'_>,
    ) -> Result<String, Error> {
        let context = evaluator::context(context.today, context.language).map_err(error)?;
        written(&evaluator::check(calculator, inputs, &context).map_err(error)?)
    }
}

impl Calculators for InProcess {
    fn summaries(&self, language: Language) -> Result<String, Error> {
        written(&evaluator::summaries(language))
    }

    fn definitions(&self, calculators: &[&str], language: Language) -> Result<String, Error> {
        written(&evaluator::definitions(calculators, language).map_err(error)?)
    }

    fn evaluate(
        &self,
        calculator: &str,
        inputs: &str,
        context: &Context<'_>,
    ) -> Result<String, Error> {
        let context = evaluator::context(context.today, context.language).map_err(error)?;
        written(&evaluator::evaluate(calculator, inputs, &context).map_err(error)?)
    }

    fn panels(&self, language: Language) -> Result<String, Error> {
        written(&evaluator::panels(language))
    }

    fn evaluate_panel(
        &self,
        panel: &str,
        inputs: &str,
        context: &Context<'_>,
    ) -> Result<String, Error> {
        let context = evaluator::context(context.today, context.language).map_err(error)?;
        written(&evaluator::evaluate_panel(panel, inputs, &context).map_err(error)?)
    }

    fn evaluate_many(&self, cases: &str, context: &Context<'_>) -> Result<String, Error> {
        let context = evaluator::context(context.today, context.language).map_err(error)?;
        Ok(evaluator::evaluate_many(cases, &context))
    }
}

impl Reports for InProcess {
    fn render(&self, evaluation: &str, format: Format) -> Result<String, Error> {
        let evaluation = serde_json::from_str(evaluation).map_err(|_| Error::Broken)?;
        Ok(match format {
            Format::Text => report::text(&evaluation),
            Format::Markdown => report::markdown(&evaluation),
        })
    }
}

fn written(value: &impl Serialize) -> Result<String, Error> {
    serde_json::to_string(value).map_err(|_| Error::Broken)
}

fn error(error: evaluator::Error) -> Error {
    match error {
        evaluator::Error::UnknownCalculator => Error::UnknownCalculator,
        evaluator::Error::InvalidJson => Error::InvalidJson,
        evaluator::Error::Refused(violations) => Error::Refused(violations),
        // The API sends objects and a date; that they are refused as something else is
        // no fault of the client.
        evaluator::Error::NotAnObject
        | evaluator::Error::InvalidContext
        | evaluator::Error::Defect(_) => Error::Broken,
    }
}
