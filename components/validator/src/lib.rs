//! `medical:validation` for the lattice: converts, calls one function of a pure crate,
//! converts back.

use text::Language;

mod bindings {
    #![expect(
        unsafe_code,
        reason = "generated: the canonical ABI works on raw memory"
    )]
    wit_bindgen::generate!({
        path: "../../wit/validation",
        world: "validator",
    });
    use super::Validator;
    export!(Validator);
}

use bindings::exports::medical::validation::validation::{CheckError, Context, Guest, Violation};

struct Validator;

impl Guest for Validator {
    fn check(calculator: String, inputs: String, context: Context) -> Result<String, CheckError> {
        let language = Language::of_tag(&context.language);
        let context = evaluator::context(&context.today, language)?;
        let checked = evaluator::check(&calculator, &inputs, &context)?;
        // Names, numbers and texts always serialize.
        Ok(serde_json::to_string(&checked).unwrap_or_default())
    }
}

impl From<evaluator::Error> for CheckError {
    fn from(error: evaluator::Error) -> Self {
        match error {
            evaluator::Error::UnknownCalculator => Self::UnknownCalculator,
            evaluator::Error::InvalidJson => Self::InvalidJson,
            evaluator::Error::NotAnObject => Self::NotAnObject,
            // A check calculates nothing, so no definition can fail in it.
            evaluator::Error::InvalidContext | evaluator::Error::Defect(_) => Self::InvalidContext,
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
