//! The languages of the platform.

use serde::{Deserialize, Serialize};

/// A text for people, in both languages of the platform.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Text {
    /// English.
    pub en: &'static str,
    /// Brazilian Portuguese.
    pub pt: &'static str,
}

/// Shorthand for a [`Text`]: English, then Brazilian Portuguese.
pub const fn text(en: &'static str, pt: &'static str) -> Text {
    Text { en, pt }
}

/// A language of the platform; in JSON its BCP 47 tag.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
pub enum Language {
    /// English, also for whoever asks for none that is spoken here.
    #[default]
    #[serde(rename = "en")]
    English,
    /// Brazilian Portuguese.
    #[serde(rename = "pt-BR")]
    Portuguese,
}

impl Language {
    /// Both.
    pub const ALL: [Self; 2] = [Self::English, Self::Portuguese];

    /// The BCP 47 tag.
    pub const fn tag(self) -> &'static str {
        match self {
            Self::English => "en",
            Self::Portuguese => "pt-BR",
        }
    }

    /// The language that has exactly this tag.
    pub fn tagged(tag: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|one| one.tag() == tag)
    }

    /// The language for a tag: Portuguese for any Portuguese (`pt`, `pt-PT`,
    /// `pt_BR.UTF-8`), else English.
    ///
    /// ```
    /// use text::Language;
    ///
    /// assert_eq!(Language::of_tag("PT_br.UTF-8"), Language::Portuguese);
    /// assert_eq!(Language::of_tag("de"), Language::English);
    /// ```
    pub fn of_tag(tag: &str) -> Self {
        let primary = tag.split(['-', '_']).next().unwrap_or_default();
        if primary.eq_ignore_ascii_case("pt") {
            Self::Portuguese
        } else {
            Self::English
        }
    }

    /// The text in this language.
    pub const fn of(self, text: Text) -> &'static str {
        self.choose(text.en, text.pt)
    }

    /// One of two texts known when this was written.
    pub const fn choose(self, en: &'static str, pt: &'static str) -> &'static str {
        match self {
            Self::English => en,
            Self::Portuguese => pt,
        }
    }

    /// One of two sentences.
    pub fn say(self, en: impl Into<String>, pt: impl Into<String>) -> String {
        match self {
            Self::English => en.into(),
            Self::Portuguese => pt.into(),
        }
    }
}

/// A list as in a sentence: "a, b and c".
pub fn list(items: &[&str], language: Language) -> String {
    let and = language.choose(" and ", " e ");
    match items {
        [first @ .., last] if !first.is_empty() => format!("{}{and}{last}", first.join(", ")),
        _ => items.join(", "),
    }
}
