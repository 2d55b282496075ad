//! What a service is; all of them.

use crate::answer::Evaluation;
use crate::card::Verdict;
use crate::datum::Datum;
use crate::reader::Reader;
use crate::{Question, body_figures, kidney_function, news2};
use ::text::{Language, Text};

/// A service.
#[derive(Debug)]
pub(crate) struct Service {
    pub(crate) id: &'static str,
    pub(crate) hook: &'static str,
    pub(crate) title: Text,
    pub(crate) description: Text,
    /// What it asks the record for, besides the patient.
    pub(crate) data: &'static [&'static Datum],
    /// The evaluations for a request. What it returns counts only if the reader
    /// missed nothing.
    pub(crate) ask: fn(&mut Reader<'_>) -> Vec<Question>,
    /// What the evaluations that exist mean for the reader of a card; nothing when
    /// there is nothing to say.
    pub(crate) judge: fn(&[&Evaluation], Language) -> Option<Verdict>,
}

static ALL: [&Service; 3] = [
    &body_figures::SERVICE,
    &kidney_function::SERVICE,
    &news2::SERVICE,
];

/// Every service, in the order of the discovery document.
pub(crate) fn all() -> impl Iterator<Item = &'static Service> {
    ALL.iter().copied()
}

pub(crate) fn find(id: &str) -> Option<&'static Service> {
    all().find(|service| service.id == id)
}
