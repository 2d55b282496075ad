//! Why a command did not do what was asked.

use std::io;

use wire::Violation;

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
    /// What a write to the standard output failed by.
    pub(crate) fn of_output(error: &io::Error) -> Self {
        match error.kind() {
            io::ErrorKind::BrokenPipe => Self::Closed,
            _ => Self::File(error.to_string()),
        }
    }
}
