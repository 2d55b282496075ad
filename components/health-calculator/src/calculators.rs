//! The catalogue's interface: any calculator by its definition.

use clinical::Language;

use crate::HealthCalculator;
use crate::bindings::exports::medical::health_calc::calculators::{
    Context, EvaluationError, Guest, Violation,
};

impl Guest for HealthCalculator {
    fn definitions(language: String) -> Result<String, EvaluationError> {
        Ok(evaluator::definitions(Language::of_tag(&language)).to_string())
    }

    fn definition(calculator: String, language: String) -> Result<String, EvaluationError> {
        let found = clinical::calculators::find(&calculator);
        let calculator = found.ok_or(EvaluationError::UnknownCalculator)?;
        Ok(evaluator::definition(calculator, Language::of_tag(&language)).to_string())
    }

    fn evaluate(
        calculator: String,
        inputs: String,
        context: Context,
    ) -> Result<String, EvaluationError> {
        let context = evaluator::context(&context.today, &context.language)?;
        let evaluation = evaluator::evaluate(&calculator, &inputs, &context)?;
        Ok(evaluation.to_string())
    }

    fn evaluate_many(cases: String, context: Context) -> Result<String, EvaluationError> {
        let context = evaluator::context(&context.today, &context.language)?;
        Ok(evaluator::evaluate_many(&cases, &context))
    }
}

impl From<evaluator::Error> for EvaluationError {
    fn from(error: evaluator::Error) -> Self {
        match error {
            evaluator::Error::UnknownCalculator => Self::UnknownCalculator,
            evaluator::Error::NotAnObject => Self::NotAnObject,
            evaluator::Error::InvalidContext => Self::InvalidContext,
            evaluator::Error::Refused(violations) => {
                Self::Refused(violations.into_iter().map(Violation::from).collect())
            }
        }
    }
}

impl From<clinical::Violation> for Violation {
    fn from(violation: clinical::Violation) -> Self {
        Self {
            field: violation.field,
            code: violation.code.as_str().to_owned(),
            message: violation.message,
        }
    }
}
