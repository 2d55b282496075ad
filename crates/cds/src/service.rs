//! What a service is.

use text::Text;

use crate::needs::Needed;
use crate::question::Question;
use crate::reader::Reader;
use crate::verdict::{Findings, Verdict};

/// A service.
pub(crate) struct Service {
    pub(crate) id: &'static str,
    pub(crate) hook: &'static str,
    pub(crate) title: Text,
    pub(crate) description: Text,
    pub(crate) needs: Needed,
    /// Names of results, where their titles are too long for a summary.
    pub(crate) short_names: &'static [(&'static str, Text)],
    /// The evaluations for a request. What it returns counts only if the reader
    /// missed nothing.
    pub(crate) ask: fn(&mut Reader<'_>) -> Vec<Question>,
    /// What the evaluations that exist mean for the reader of a card; nothing when
    /// there is nothing to say.
    pub(crate) judge: fn(&Findings<'_>) -> Option<Verdict>,
}
