//! Answers of the catalogue, as far as cards need them.

use wire::{Evaluation, Violation};

/// What became of a question.
#[derive(Debug)]
pub(crate) enum Outcome<'a> {
    /// An evaluation.
    Found(&'a Evaluation<'a>),
    /// The formula was not made for this person: there is nothing to say.
    OutsideValidity,
    /// No evaluation; the reasons, as far as any were given.
    Refused(Vec<&'a str>),
}

impl<'a> Outcome<'a> {
    /// What the answer to a question to this calculator says. One that is not there, of
    /// another calculator, or without a result counts as refused: nobody may take
    /// silence for a good result.
    pub(crate) fn of(
        calculator: &str,
        answer: Option<&'a Result<Evaluation<'_>, Vec<Violation>>>,
    ) -> Self {
        match answer {
            Some(Ok(one)) if one.calculator == calculator && !one.results.is_empty() => {
                Self::Found(one)
            }
            Some(Err(violations)) => {
                let outside = |one: &Violation| one.code == "outside-validity";
                if !violations.is_empty() && violations.iter().all(outside) {
                    return Self::OutsideValidity;
                }
                let messages = violations.iter().map(|one| one.message.trim());
                Self::Refused(messages.collect())
            }
            Some(Ok(_)) | None => Self::Refused(Vec::new()),
        }
    }
}
