//! The catalogue's interface: any calculator by its definition.

use serde::Serialize;
use text::Language;

use crate::HealthCalculator;
use crate::bindings::exports::medical::health_calc::calculators::{
    Context, EvaluationError, Guest, Violation,
};

impl Guest for HealthCalculator {
    fn summaries(language: String) -> Result<String, EvaluationError> {
        written(&evaluator::summaries(Language::of_tag(&language)))
    }

    fn definitions(calculators: Vec<String>, language: String) -> Result<String, EvaluationError> {
        let calculators: Vec<&str> = calculators.iter().map(String::as_str).collect();
        let language = Language::of_tag(&language);
        written(&evaluator::definitions(&calculators, language)?)
    }

    fn evaluate(
        calculator: String,
        inputs: String,
        context: Context,
    ) -> Result<String, EvaluationError> {
        let context = read(&context)?;
        written(&evaluator::evaluate(&calculator, &inputs, &context)?)
    }

    fn panels(language: String) -> Result<String, EvaluationError> {
        written(&evaluator::panels(Language::of_tag(&language)))
    }

    fn evaluate_panel(
        panel: String,
        inputs: String,
        context: Context,
    ) -> Result<String, EvaluationError> {
        let context = read(&context)?;
        written(&evaluator::evaluate_panel(&panel, &inputs, &context)?)
    }

    fn evaluate_many(cases: String, context: Context) -> Result<String, EvaluationError> {
        Ok(evaluator::evaluate_many(&cases, &read(&context)?))
    }
}

fn read(context: &Context) -> Result<clinical::Context, EvaluationError> {
    let language = Language::of_tag(&context.language);
    Ok(evaluator::context(&context.today, language)?)
}

fn written(value: &impl Serialize) -> Result<String, EvaluationError> {
    serde_json::to_string(value).map_err(|_| EvaluationError::Defect)
}

impl From<evaluator::Error> for EvaluationError {
    fn from(error: evaluator::Error) -> Self {
        match error {
            evaluator::Error::UnknownCalculator => Self::UnknownCalculator,
            evaluator::Error::InvalidJson => Self::InvalidJson,
            evaluator::Error::NotAnObject => Self::NotAnObject,
            evaluator::Error::InvalidContext => Self::InvalidContext,
            evaluator::Error::Defect(_) => Self::Defect,
            evaluator::Error::Refused(violations) => {
                let violations = violations.into_iter().map(|one| Violation {
                    field: one.field,
                    code: one.code,
                    message: one.message,
                });
                Self::Refused(violations.collect())
            }
        }
    }
}
