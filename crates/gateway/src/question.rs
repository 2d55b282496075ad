//! What operations ask of the ports, and what it means when there is no answer.

use api::{Call, Problem, ProblemCode, Violation};
use ports::{Context, Error};
use serde::Deserialize;
use wire::escaped;

/// What an evaluation needs to know besides its inputs.
pub(crate) fn context<'a>(call: &Call<'a>) -> Context<'a> {
    Context {
        today: call.today(),
        language: call.language,
    }
}

/// The problem that an error of a port is. `below` is the pointer to the inputs in the
/// body.
pub(crate) fn problem(error: Error, below: &str, call: &Call<'_>) -> Problem {
    let language = call.language;
    match error {
        Error::UnknownCalculator => Problem::new(ProblemCode::UnknownCalculator, language),
        Error::InvalidJson => Problem::new(ProblemCode::InvalidJson, language),
        Error::Broken => Problem::new(ProblemCode::InternalError, language),
        Error::Refused(violations) => refused(violations, below, call),
    }
}

/// The problem of refused inputs.
pub(crate) fn refused(violations: Vec<wire::Violation>, below: &str, call: &Call<'_>) -> Problem {
    let violations = violations.into_iter().map(|violation| Violation {
        pointer: match violation.field.as_str() {
            "" => below.to_owned(),
            field => format!("{below}/{field}"),
        },
        code: violation.code.into(),
        message: violation.message,
    });
    Problem::invalid_input(violations.collect(), call.language)
}

/// What a component said, checked before it is used: a text of another shape is its
/// fault, and nothing of it is passed on.
pub(crate) fn read<'de, T: Deserialize<'de>>(
    text: &'de str,
    call: &Call<'_>,
) -> Result<T, Problem> {
    serde_json::from_str(text).map_err(|_| Problem::new(ProblemCode::InternalError, call.language))
}

/// Longest part of a name that is repeated in an answer, in characters.
pub(crate) const NAME_LIMIT: usize = 64;

/// One violation at a member of the body.
pub(crate) fn at(member: &str, code: &'static str, message: String, call: &Call<'_>) -> Problem {
    let pointer = match member {
        "" => String::new(),
        member => {
            let short: String = member.chars().take(NAME_LIMIT).collect();
            format!("/{}", escaped(&short))
        }
    };
    let violation = Violation {
        pointer,
        code: code.into(),
        message,
    };
    Problem::invalid_input(vec![violation], call.language)
}
