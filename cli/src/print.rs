//! Output that does not panic when the reader has gone away, and exit codes.

use std::io::{self, Write as _};
use std::process::ExitCode;

use ::text::Language;
use serde_json::{Value, json};
use wire::Violation;

use crate::answer::Refusal;
use crate::failure::Failure;

/// The inputs, or some lines of a batch, were refused.
pub(crate) const REFUSED: u8 = 1;
const USAGE: u8 = 2;
const SERVER: u8 = 3;
const FILE: u8 = 4;

/// Prints an answer.
pub(crate) fn line(text: &str) -> Result<(), Failure> {
    let mut stdout = io::stdout().lock();
    writeln!(stdout, "{text}")
        .and_then(|()| stdout.flush())
        .map_err(|error| Failure::of_output(&error))
}

/// Prints an answer for programs.
pub(crate) fn json(value: &Value) -> Result<(), Failure> {
    line(&format!("{value:#}"))
}

/// Prints what is no answer: summaries and failures.
pub(crate) fn note(text: &str) {
    // Nothing can be done when the terminal is gone.
    let _ = writeln!(io::stderr().lock(), "{text}");
}

/// Prints a failure; gives the exit code.
///
/// A refusal is an answer, so as JSON it goes where answers go.
pub(crate) fn failure(failure: Failure, as_json: bool, language: Language) -> ExitCode {
    let (code, name, message) = match failure {
        Failure::Refused(violations) => return refused(violations, as_json, language),
        Failure::Clap(error) => return from_clap(&error),
        Failure::Closed => return ExitCode::from(FILE),
        Failure::Usage(message) => (USAGE, "usage", message),
        Failure::Server(message) => (SERVER, "server", message),
        Failure::File(message) => (FILE, "file", message),
    };
    if as_json {
        let error = json!({"error": {"code": name, "message": message}});
        note(&error.to_string());
    } else {
        note(&format!("medical: {message}"));
    }
    ExitCode::from(code)
}

fn refused(violations: Vec<Violation>, as_json: bool, language: Language) -> ExitCode {
    if !as_json {
        note(&report::terminal::refusal(&violations, language));
        return ExitCode::from(REFUSED);
    }
    match json(&json!({"error": Refusal::of(violations)})) {
        Ok(()) => ExitCode::from(REFUSED),
        Err(_) => ExitCode::from(FILE),
    }
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
