//! The language of what is printed.

use ::text::Language;

/// The language of the environment, by the variables that decide about messages.
pub(crate) fn from_environment() -> Language {
    let named = ["LC_ALL", "LC_MESSAGES", "LANG"]
        .into_iter()
        .filter_map(std::env::var_os)
        .find(|value| !value.is_empty());
    named.map_or(Language::English, |value| {
        Language::of_tag(&value.to_string_lossy())
    })
}
