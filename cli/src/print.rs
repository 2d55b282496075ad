//! Output that does not panic when the reader has gone away.

use std::io::{self, Write as _};

use serde_json::Value;

use crate::failure::Failure;

/// Prints an answer.
pub(crate) fn line(text: &str) -> Result<(), Failure> {
    let mut stdout = io::stdout().lock();
    writeln!(stdout, "{text}")
        .and_then(|()| stdout.flush())
        .map_err(|error| failed(&error))
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

/// What a write to the standard output failed by.
pub(crate) fn failed(error: &io::Error) -> Failure {
    match error.kind() {
        io::ErrorKind::BrokenPipe => Failure::Closed,
        _ => Failure::File(error.to_string()),
    }
}
