//! The components behind the gateway, as plain function calls.

use gateway::{
    BmiAnswer, BmrAnswer, Calculation, Context, EvaluationError, EvaluationViolation, Field,
    Format, HealthMetricsAnswer, Language, Metrics, Patient, Services, Violation,
};

/// The catalogue itself; the roadmap's endpoints have tests of their own.
pub(crate) struct Native;

impl Services for Native {
    fn validate(&self, _: Calculation, _: &[Field]) -> Result<Metrics, Vec<Violation>> {
        Err(Vec::new())
    }

    fn health_metrics(&self, _: &Patient) -> Result<HealthMetricsAnswer, Vec<Violation>> {
        Err(Vec::new())
    }

    fn bmi(&self, _: f64, _: f64) -> Result<BmiAnswer, Vec<Violation>> {
        Err(Vec::new())
    }

    fn bmr(&self, _: &Patient) -> Result<BmrAnswer, Vec<Violation>> {
        Err(Vec::new())
    }

    fn definitions(&self, language: Language) -> Result<String, EvaluationError> {
        Ok(evaluator::definitions(language).to_string())
    }

    fn definition(&self, id: &str, language: Language) -> Result<String, EvaluationError> {
        let found = clinical::calculators::find(id).ok_or(EvaluationError::UnknownCalculator)?;
        Ok(evaluator::definition(found, language).to_string())
    }

    fn evaluate(
        &self,
        id: &str,
        inputs: &str,
        context: &Context,
    ) -> Result<String, EvaluationError> {
        let context = evaluator::context(&context.today, context.language.tag()).map_err(error)?;
        let found = evaluator::evaluate(id, inputs, &context).map_err(error)?;
        Ok(found.to_string())
    }

    fn evaluate_many(&self, cases: &str, context: &Context) -> Result<String, EvaluationError> {
        let context = evaluator::context(&context.today, context.language.tag()).map_err(error)?;
        Ok(evaluator::evaluate_many(cases, &context))
    }

    fn render(
        &self,
        evaluation: &str,
        format: Format,
        now: &str,
        provenance: &str,
    ) -> Result<String, EvaluationError> {
        let evaluation = serde_json::from_str(evaluation).map_err(|_| EvaluationError::Broken)?;
        Ok(match format {
            Format::Json => return Err(EvaluationError::Broken),
            Format::Text => report::text(&evaluation),
            Format::Markdown => report::markdown(&evaluation),
            Format::Fhir => {
                let provenance = fhir::Provenance::from_json(provenance).unwrap_or_default();
                fhir::bundle(&evaluation, &provenance, now).to_string()
            }
        })
    }
}

fn error(error: evaluator::Error) -> EvaluationError {
    match error {
        evaluator::Error::UnknownCalculator => EvaluationError::UnknownCalculator,
        evaluator::Error::NotAnObject | evaluator::Error::InvalidContext => EvaluationError::Broken,
        evaluator::Error::Refused(violations) => {
            let violations = violations.into_iter().map(|violation| EvaluationViolation {
                field: violation.field,
                code: violation.code.as_str().to_owned(),
                message: violation.message,
            });
            EvaluationError::Refused(violations.collect())
        }
    }
}
