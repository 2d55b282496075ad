//! The fixed words of a report, in both languages.

use serde_json::Value;

use crate::string;

/// A language of the platform.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Language {
    English,
    Portuguese,
}

impl Language {
    /// The language that a document says it is in; English when it says none.
    pub(crate) fn of(document: &Value) -> Self {
        match string(document, "language") {
            "pt-BR" => Self::Portuguese,
            _ => Self::English,
        }
    }

    /// The text in this language.
    pub(crate) const fn say(self, en: &'static str, pt: &'static str) -> &'static str {
        match self {
            Self::English => en,
            Self::Portuguese => pt,
        }
    }
}
