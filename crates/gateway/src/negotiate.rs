//! What a client sends and wants to read: media types and languages.

use http::header::{ACCEPT, ACCEPT_LANGUAGE, CONTENT_TYPE};
use http::{HeaderMap, HeaderName};
use text::Language;

/// How an evaluation is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Format {
    /// The platform's JSON.
    Json,
    /// Plain text for people.
    Text,
    /// Markdown for people.
    Markdown,
    /// A FHIR R4 Bundle.
    Fhir,
}

impl Format {
    pub(crate) const fn media_type(self) -> &'static str {
        match self {
            Self::Json => "application/json",
            Self::Text => "text/plain; charset=utf-8",
            Self::Markdown => "text/markdown; charset=utf-8",
            Self::Fhir => "application/fhir+json",
        }
    }
}

/// What a body may be announced as.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum BodyType {
    /// JSON.
    Json,
    /// Lines of JSON.
    Ndjson,
    /// FHIR as JSON.
    Fhir,
}

impl BodyType {
    /// The media types, the one to recommend first.
    pub(crate) const fn media_types(self) -> &'static [&'static str] {
        match self {
            Self::Json => &["application/json"],
            Self::Ndjson => &[
                "application/x-ndjson",
                "application/ndjson",
                "application/jsonl",
            ],
            Self::Fhir => &["application/fhir+json", "application/json"],
        }
    }

    /// Whether exactly one `Content-Type` says so, with or without parameters.
    pub(crate) fn is_announced(self, headers: &HeaderMap) -> bool {
        let mut types = headers.get_all(CONTENT_TYPE).iter();
        let (Some(value), None) = (types.next(), types.next()) else {
            return false;
        };
        let essence = essence(value.to_str().unwrap_or_default());
        let mut known = self.media_types().iter();
        known.any(|known| essence.eq_ignore_ascii_case(known))
    }
}

fn essence(value: &str) -> &str {
    value.split(';').next().unwrap_or_default().trim()
}

/// The members of a list header with their weights, best first; what is refused
/// with a weight of zero is left out.
fn preferences(headers: &HeaderMap, name: HeaderName) -> Vec<&str> {
    let mut found: Vec<(&str, f32)> = headers
        .get_all(name)
        .iter()
        .filter_map(|value| value.to_str().ok())
        .flat_map(|value| value.split(','))
        .map(|member| {
            let weight = member
                .split(';')
                .find_map(|part| part.trim().strip_prefix("q="));
            let weight = weight.and_then(|text| text.trim().parse().ok());
            (essence(member), weight.unwrap_or(1.0))
        })
        .filter(|(name, weight)| !name.is_empty() && *weight > 0.0)
        .collect();
    found.sort_by(|a, b| b.1.total_cmp(&a.1));
    found.into_iter().map(|(name, _)| name).collect()
}

/// The language a client prefers among those spoken here.
pub(crate) fn language(headers: &HeaderMap) -> Language {
    let wanted = preferences(headers, ACCEPT_LANGUAGE);
    let spoken = wanted.iter().find_map(|tag| {
        let primary = tag.split('-').next().unwrap_or_default();
        match primary.to_ascii_lowercase().as_str() {
            "pt" => Some(Language::Portuguese),
            "en" | "*" => Some(Language::English),
            _ => None,
        }
    });
    spoken.unwrap_or(Language::English)
}

/// The format a client prefers; JSON when it asks for none of them.
pub(crate) fn format(headers: &HeaderMap) -> Format {
    let wanted = preferences(headers, ACCEPT);
    let known = wanted
        .iter()
        .find_map(|name| match name.to_ascii_lowercase().as_str() {
            "application/json" | "application/*" | "*/*" => Some(Format::Json),
            "text/plain" => Some(Format::Text),
            "text/markdown" => Some(Format::Markdown),
            "application/fhir+json" => Some(Format::Fhir),
            _ => None,
        });
    known.unwrap_or(Format::Json)
}
