//! The catalogue's interface: any calculator by its definition.

use crate::HealthCalculator;
use crate::bindings::exports::medical::health_calc::calculators::{
    Context, EvaluationError, Guest, Violation,
};

impl Guest for HealthCalculator {
    fn definitions(language: String) -> Result<String, EvaluationError> {
        Ok(wire::definitions(wire::language(&language)).to_string())
    }

    fn definition(calculator: String, language: String) -> Result<String, EvaluationError> {
        let found = clinical::calculators::find(&calculator);
        let calculator = found.ok_or(EvaluationError::UnknownCalculator)?;
        Ok(wire::definition(calculator, wire::language(&language)).to_string())
    }

    fn evaluate(
        calculator: String,
        inputs: String,
        context: Context,
    ) -> Result<String, EvaluationError> {
        let context = wire::context(&context.today, &context.language)?;
        let evaluation = wire::evaluate(&calculator, &inputs, &context)?;
        Ok(evaluation.to_string())
    }

    fn evaluate_many(cases: String, context: Context) -> Result<String, EvaluationError> {
        let context = wire::context(&context.today, &context.language)?;
        Ok(wire::evaluate_many(&cases, &context))
    }
}

impl From<wire::Error> for EvaluationError {
    fn from(error: wire::Error) -> Self {
        match error {
            wire::Error::UnknownCalculator => Self::UnknownCalculator,
            wire::Error::NotAnObject => Self::NotAnObject,
            wire::Error::InvalidContext => Self::InvalidContext,
            wire::Error::Refused(violations) => {
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
