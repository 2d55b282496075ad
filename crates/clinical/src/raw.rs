//! Values as they came, before anything is known about them.

/// A tree of values, as JSON has it.
#[derive(Debug, Clone, PartialEq)]
pub enum Raw {
    /// No value.
    Null,
    /// True or false.
    Boolean(bool),
    /// Any number.
    Number(f64),
    /// Any text.
    Text(String),
    /// A list; what is in it never matters here.
    List,
    /// Named values, in the order sent; names can repeat.
    Object(Vec<(String, Raw)>),
}

impl Raw {
    /// What it is, for a sentence.
    pub(crate) const fn is_null(&self) -> bool {
        matches!(self, Self::Null)
    }
}
