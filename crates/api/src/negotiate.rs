//! What a client sends and wants to read: media types and languages.

use text::Language;

use crate::Headers;

/// A member of a list header.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Member<'a> {
    /// A media type, or a language tag.
    pub name: &'a str,
    parameters: &'a str,
}

impl<'a> Member<'a> {
    /// A member of a header, with its parameters.
    pub fn new(text: &'a str) -> Self {
        let (name, parameters) = text.split_once(';').unwrap_or((text, ""));
        Self {
            name: name.trim(),
            parameters,
        }
    }

    /// The value of a parameter, without quotes.
    pub fn parameter(&self, name: &str) -> Option<&'a str> {
        self.parameters.split(';').find_map(|parameter| {
            let (found, value) = parameter.split_once('=')?;
            let matches = found.trim().eq_ignore_ascii_case(name);
            matches.then(|| value.trim().trim_matches('"'))
        })
    }

    /// Whether it is this media type.
    pub fn is(&self, media_type: &str) -> bool {
        self.name.eq_ignore_ascii_case(media_type)
    }

    /// How much it is wanted, from 0 to 1.
    fn weight(&self) -> f32 {
        let weight = self.parameter("q").and_then(|text| text.parse().ok());
        weight.unwrap_or(1.0)
    }
}

/// The members of a list header, best first; what is refused with a weight of zero is
/// left out.
pub fn preferences<'a>(headers: &'a Headers, name: &'a str) -> Vec<Member<'a>> {
    by_weight(headers.all(name))
}

fn by_weight<'a>(values: impl Iterator<Item = &'a str>) -> Vec<Member<'a>> {
    let members = values.flat_map(|value| value.split(','));
    let members = members.map(Member::new);
    let mut found: Vec<_> = members
        .filter(|member| !member.name.is_empty() && member.weight() > 0.0)
        .collect();
    found.sort_by(|one, other| other.weight().total_cmp(&one.weight()));
    found
}

/// The language a client prefers among those spoken here.
pub fn language(headers: &Headers) -> Language {
    language_of(headers.all("accept-language"))
}

/// The same for the values of `Accept-Language`.
pub fn language_of<'a>(values: impl Iterator<Item = &'a str>) -> Language {
    let wanted = by_weight(values);
    let spoken = wanted.iter().find_map(|member| {
        let primary = member.name.split('-').next().unwrap_or_default();
        match primary {
            "*" => Some(Language::English),
            _ if primary.eq_ignore_ascii_case("pt") => Some(Language::Portuguese),
            _ if primary.eq_ignore_ascii_case("en") => Some(Language::English),
            _ => None,
        }
    });
    spoken.unwrap_or_default()
}

/// Whether a body is announced as one of these media types, as text in UTF-8, and as
/// it is: exactly one `Content-Type`, and no `Content-Encoding`.
pub(crate) fn is_announced(headers: &Headers, media_types: &[&str]) -> bool {
    let Some(announced) = headers.only("content-type").map(Member::new) else {
        return false;
    };
    let charset = announced.parameter("charset").unwrap_or("utf-8");
    let plain = ["utf-8", "utf8", "us-ascii"];
    media_types.iter().any(|known| announced.is(known))
        && plain
            .iter()
            .any(|known| charset.eq_ignore_ascii_case(known))
}

/// Whether a body is sent as it is.
pub(crate) fn is_plain(headers: &Headers) -> bool {
    headers.all("content-encoding").all(|coding| {
        let coding = coding.trim();
        coding.is_empty() || coding.eq_ignore_ascii_case("identity")
    })
}
