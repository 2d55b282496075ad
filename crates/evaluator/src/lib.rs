//! From definitions to the JSON of crate `wire`: what there is, and what comes out of
//! it. Domain types do not know JSON; this is the edge where they meet it, the same
//! for every surface.

mod batch;
mod check;
mod definition;
mod evaluation;
mod input;
mod panel;
mod points;
mod schema;

pub use batch::evaluate_many;
pub use check::check;
pub use definition::{definition, summaries};
pub use evaluation::evaluation;
pub use panel::{evaluate_panel, panels};

use clinical::{Context, Language, calculators};
use wire::{Definition, Evaluation, Violation};

/// Why there is no evaluation.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Error {
    /// No calculator has this id.
    UnknownCalculator,
    /// The inputs are no JSON.
    InvalidJson,
    /// The inputs are JSON, but not an object.
    NotAnObject,
    /// The context has no usable date.
    InvalidContext,
    /// The inputs were refused.
    Refused(Vec<Violation>),
    /// The definition is at fault, not the inputs: what it did.
    Defect(&'static str),
}

/// What every evaluation needs to know: today as an ISO 8601 date in UTC, and the
/// language.
///
/// # Errors
///
/// When the date is none.
pub fn context(today: &str, language: Language) -> Result<Context, Error> {
    Ok(Context {
        today: today.parse().map_err(|_| Error::InvalidContext)?,
        language,
    })
}

/// The definitions of these calculators, in this order.
///
/// # Errors
///
/// When one of them does not exist.
pub fn definitions(ids: &[&str], language: Language) -> Result<Vec<Definition<'static>>, Error> {
    let found = ids.iter().map(|id| calculators::find(id));
    found
        .map(|found| found.map(|calculator| definition(calculator, language)))
        .collect::<Option<_>>()
        .ok_or(Error::UnknownCalculator)
}

/// Evaluates a calculator on the JSON text of its inputs.
///
/// # Errors
///
/// With every reason why there is no evaluation.
pub fn evaluate(
    calculator: &str,
    inputs: &str,
    context: &Context,
) -> Result<Evaluation<'static>, Error> {
    let calculator = calculators::find(calculator).ok_or(Error::UnknownCalculator)?;
    let inputs = input::parse(inputs)?;
    let found = clinical::evaluate(calculator, &inputs.0, context)?;
    Ok(evaluation(&found, context.language))
}

impl From<clinical::Error> for Error {
    fn from(error: clinical::Error) -> Self {
        match error {
            clinical::Error::Refused(violations) => Self::Refused(refused(violations)),
            clinical::Error::Defect(what) => Self::Defect(what),
        }
    }
}

fn refused(violations: Vec<clinical::Violation>) -> Vec<Violation> {
    let violations = violations.into_iter().map(|violation| Violation {
        field: violation.field,
        code: violation.code.as_str().to_owned(),
        message: violation.message,
    });
    violations.collect()
}
