//! What identifies a formula in an answer.

/// A formula's identity: an answer that does not say which edition of which
/// formula produced it cannot be checked by anyone.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Formula {
    /// Stable identifier; the edition of the publication is part of it.
    pub id: &'static str,
    /// Semantic version of this implementation. A change that can change a
    /// result changes it.
    pub version: &'static str,
    /// The publication the constants come from.
    pub citation: &'static str,
}
