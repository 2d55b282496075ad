//! The language of what is printed.

use clinical::Language;

/// The language of the environment, by the variables that decide about messages.
pub(crate) fn from_environment() -> Language {
    let named = ["LC_ALL", "LC_MESSAGES", "LANG"]
        .into_iter()
        .filter_map(std::env::var_os)
        .find(|value| !value.is_empty());
    named.map_or(Language::English, |value| {
        wire::language(&value.to_string_lossy())
    })
}

/// One of two texts.
pub(crate) fn say(language: Language, en: impl Into<String>, pt: impl Into<String>) -> String {
    match language {
        Language::English => en.into(),
        Language::Portuguese => pt.into(),
    }
}
