//! The ports over their WIT contracts: what stands behind an HTTP component is another
//! component, reached by the link that the manifest gives it.

use ports::{Calculators, Context, Error, Format, Reports, Validator};
use text::Language;

mod bindings {
    wit_bindgen::generate!({
        path: [
            "../../wit/validation",
            "../../wit/health-calc",
            "../../wit/report",
            "../../wit/medical-api",
        ],
        world: "medical:api/medical-api",
        generate_all,
    });
}

use bindings::medical::health_calc::calculators as calc;
use bindings::medical::report::report;
use bindings::medical::validation::validation as valid;

/// Every call crosses a link. A missing link or a component that traps traps this call
/// too: there is no answer to fall back on.
#[derive(Debug, Clone, Copy, Default)]
pub struct Lattice;

impl Validator for Lattice {
    fn check(
        &self,
        calculator: &str,
        inputs: &str,
        context: &Context<'_>,
    ) -> Result<String, Error> {
        let context = valid::Context {
            today: context.today.to_owned(),
            language: context.language.tag().to_owned(),
        };
        valid::check(calculator, inputs, &context).map_err(Into::into)
    }
}

impl Calculators for Lattice {
    fn summaries(&self, language: Language) -> Result<String, Error> {
        calc::summaries(language.tag()).map_err(Into::into)
    }

    fn definitions(&self, calculators: &[&str], language: Language) -> Result<String, Error> {
        let calculators: Vec<String> = calculators.iter().map(|&one| one.to_owned()).collect();
        calc::definitions(&calculators, language.tag()).map_err(Into::into)
    }

    fn evaluate(
        &self,
        calculator: &str,
        inputs: &str,
        context: &Context<'_>,
    ) -> Result<String, Error> {
        calc::evaluate(calculator, inputs, &of(context)).map_err(Into::into)
    }

    fn panels(&self, language: Language) -> Result<String, Error> {
        calc::panels(language.tag()).map_err(Into::into)
    }

    fn evaluate_panel(
        &self,
        panel: &str,
        inputs: &str,
        context: &Context<'_>,
    ) -> Result<String, Error> {
        calc::evaluate_panel(panel, inputs, &of(context)).map_err(Into::into)
    }

    fn evaluate_many(&self, cases: &str, context: &Context<'_>) -> Result<String, Error> {
        calc::evaluate_many(cases, &of(context)).map_err(Into::into)
    }
}

impl Reports for Lattice {
    fn render(&self, evaluation: &str, format: Format) -> Result<String, Error> {
        let format = match format {
            Format::Text => report::Format::Text,
            Format::Markdown => report::Format::Markdown,
        };
        // What it could refuse is what the calculator said.
        report::render(evaluation, format).map_err(|_| Error::Broken)
    }
}

fn of(context: &Context<'_>) -> calc::Context {
    calc::Context {
        today: context.today.to_owned(),
        language: context.language.tag().to_owned(),
    }
}

impl From<calc::EvaluationError> for Error {
    fn from(error: calc::EvaluationError) -> Self {
        match error {
            calc::EvaluationError::UnknownCalculator => Self::UnknownCalculator,
            calc::EvaluationError::InvalidJson => Self::InvalidJson,
            calc::EvaluationError::Refused(violations) => {
                let violations = violations.into_iter().map(|one| wire::Violation {
                    field: one.field,
                    code: one.code,
                    message: one.message,
                });
                Self::Refused(violations.collect())
            }
            // The API sends objects and a date; that they are refused as something else
            // is no fault of the client.
            calc::EvaluationError::NotAnObject
            | calc::EvaluationError::InvalidContext
            | calc::EvaluationError::Defect => Self::Broken,
        }
    }
}

impl From<valid::CheckError> for Error {
    fn from(error: valid::CheckError) -> Self {
        match error {
            valid::CheckError::UnknownCalculator => Self::UnknownCalculator,
            valid::CheckError::InvalidJson => Self::InvalidJson,
            valid::CheckError::Refused(violations) => {
                let violations = violations.into_iter().map(|one| wire::Violation {
                    field: one.field,
                    code: one.code,
                    message: one.message,
                });
                Self::Refused(violations.collect())
            }
            valid::CheckError::NotAnObject | valid::CheckError::InvalidContext => Self::Broken,
        }
    }
}
