//! The JSON of the catalogue. Domain types do not know JSON; this crate is the
//! edge where they meet it, the same for every surface.

mod batch;
mod definition;
mod evaluation;
mod input;
mod schema;

pub use batch::evaluate_many;
pub use definition::{definition, definitions};
pub use evaluation::evaluation;
pub use input::{Inputs, parse_inputs};

use clinical::{Context, Language, Violation, calculators};
use serde_json::Value;

/// Why there is no evaluation.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Error {
    /// No calculator has this id.
    UnknownCalculator,
    /// The inputs are not a JSON object.
    NotAnObject,
    /// The context has no usable date.
    InvalidContext,
    /// The inputs were refused.
    Refused(Vec<Violation>),
}

/// What every evaluation needs to know: today as an ISO 8601 date in UTC, and
/// the language as a BCP 47 tag.
///
/// # Errors
///
/// When the date is none. A language that is not spoken here becomes English.
pub fn context(today: &str, language: &str) -> Result<Context, Error> {
    Ok(Context {
        today: today.parse().map_err(|_| Error::InvalidContext)?,
        language: Language::of_tag(language),
    })
}

/// Evaluates a calculator on the JSON text of its inputs.
///
/// # Errors
///
/// With every reason why there is no evaluation.
pub fn evaluate(calculator: &str, inputs: &str, context: &Context) -> Result<Value, Error> {
    let calculator = calculators::find(calculator).ok_or(Error::UnknownCalculator)?;
    let inputs = parse_inputs(inputs).ok_or(Error::NotAnObject)?;
    clinical::evaluate(calculator, &inputs.0, context)
        .map(|found| evaluation(&found, context.language))
        .map_err(Error::Refused)
}
