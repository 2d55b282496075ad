//! Why a command did not do what was asked, and the exit code that says so.

use std::process::ExitCode;

use ::text::Language;
use serde::Serialize;
use serde_json::{Value, json};

use crate::print;
use crate::text;

/// The inputs, or some lines of a batch, were refused.
pub(crate) const REFUSED: u8 = 1;
const USAGE: u8 = 2;
const SERVER: u8 = 3;
const FILE: u8 = 4;

/// One reason against the inputs.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub(crate) struct Violation {
    /// Input, or the place in it: `weight/unit`.
    pub(crate) field: String,
    /// Stable code.
    pub(crate) code: String,
    /// What would be accepted.
    pub(crate) message: String,
}

/// Why there is no answer.
#[derive(Debug)]
pub(crate) enum Failure {
    /// The evaluation refused the inputs.
    Refused(Vec<Violation>),
    /// The command line asks for something that does not exist.
    Usage(String),
    /// The server could not be reached or answered wrongly.
    Server(String),
    /// A file could not be read or written.
    File(String),
    /// Whoever read the output has stopped reading; there is no one to tell.
    Closed,
    /// Help, or an error that clap words better.
    Clap(clap::Error),
}

impl Failure {
    /// Prints the failure; gives the exit code.
    ///
    /// A refusal is an answer, so as JSON it goes where answers go.
    pub(crate) fn report(self, json: bool, language: Language) -> ExitCode {
        let (code, name, message) = match self {
            Self::Refused(violations) => return refused(&violations, json, language),
            Self::Clap(error) => return from_clap(&error),
            Self::Closed => return ExitCode::from(FILE),
            Self::Usage(message) => (USAGE, "usage", message),
            Self::Server(message) => (SERVER, "server", message),
            Self::File(message) => (FILE, "file", message),
        };
        if json {
            let error = json!({"error": {"code": name, "message": message}});
            print::note(&error.to_string());
        } else {
            print::note(&format!("medical: {message}"));
        }
        ExitCode::from(code)
    }
}

fn refused(violations: &[Violation], json: bool, language: Language) -> ExitCode {
    if !json {
        print::note(&text::refusal(violations, language));
        return ExitCode::from(REFUSED);
    }
    let error = json!({"error": error("refused", violations)});
    match print::json(&error) {
        Ok(()) => ExitCode::from(REFUSED),
        Err(_) => ExitCode::from(FILE),
    }
}

/// A refusal as it stands in answers.
pub(crate) fn error(code: &str, violations: &[Violation]) -> Value {
    json!({"code": code, "violations": violations})
}

/// Prints help or a usage error; gives the exit code.
pub(crate) fn from_clap(error: &clap::Error) -> ExitCode {
    // Nothing can be done when the terminal is gone.
    let _ = error.print();
    if error.use_stderr() {
        ExitCode::from(USAGE)
    } else {
        ExitCode::SUCCESS
    }
}
