//! From the bytes of a request to named values, without losing any.

use core::fmt;

use serde::de::{Deserialize, Deserializer, IgnoredAny, MapAccess, SeqAccess, Visitor};

use serde_json::value::RawValue as JsonText;

use crate::problem::Problem;

/// Longest body of a single question, in bytes.
pub(crate) const BODY_LIMIT: usize = 64 * 1024;

/// Most fields that are looked at; a patient has fewer, and each refused field
/// costs a sentence in the answer.
const FIELD_LIMIT: usize = 32;

/// Longest name that is repeated in an answer, in characters.
const NAME_LIMIT: usize = 64;

/// Why a body could not be read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum BodyError {
    /// It is longer than this limit, in bytes.
    TooLarge(usize),
    /// It ended before its announced end.
    Interrupted,
}

/// A value as it was sent.
#[derive(Debug, Clone, PartialEq)]
pub enum RawValue {
    /// `null`.
    Null,
    /// `true` or `false`.
    Boolean(bool),
    /// Any number.
    Number(f64),
    /// Any text.
    Text(String),
    /// A list or an object.
    Composite,
}

/// A named value as it was sent. Names can repeat.
#[derive(Debug, Clone, PartialEq)]
pub struct Field {
    /// The name, shortened if it is too long to be a real one.
    pub name: String,
    /// The value.
    pub value: RawValue,
}

/// The body as text.
pub(crate) fn text(body: Result<Vec<u8>, BodyError>) -> Result<String, Problem> {
    let bytes = body.map_err(|error| match error {
        BodyError::TooLarge(limit) => Problem::body_too_large(limit),
        BodyError::Interrupted => Problem::body_interrupted(),
    })?;
    if bytes.iter().all(u8::is_ascii_whitespace) {
        return Err(Problem::empty_body());
    }
    String::from_utf8(bytes).map_err(|_| Problem::not_text())
}

/// The members of a JSON object in the order sent, each value as its text.
pub(crate) fn members(
    body: Result<Vec<u8>, BodyError>,
) -> Result<Vec<(String, Box<JsonText>)>, Problem> {
    let text = text(body)?;
    match serde_json::from_str(&text) {
        Ok(Members(members)) => Ok(members),
        Err(error) if error.is_data() => Err(Problem::not_an_object()),
        Err(error) => Err(Problem::invalid_json(error.line(), error.column())),
    }
}

/// The members of an object; names can repeat, where an ordinary map would
/// silently choose one.
struct Members(Vec<(String, Box<JsonText>)>);

impl<'de> Deserialize<'de> for Members {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct MembersVisitor;

        impl<'de> Visitor<'de> for MembersVisitor {
            type Value = Members;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a JSON object")
            }

            fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Members, A::Error> {
                let mut members = Vec::new();
                while let Some(member) = map.next_entry()? {
                    members.push(member);
                }
                Ok(Members(members))
            }
        }
        deserializer.deserialize_map(MembersVisitor)
    }
}

/// Reads a JSON object of simple values.
pub(crate) fn parse(body: Result<Vec<u8>, BodyError>) -> Result<Vec<Field>, Problem> {
    let text = text(body)?;
    match serde_json::from_str(&text) {
        Ok(Document::Object(fields)) if fields.len() > FIELD_LIMIT => {
            Err(Problem::too_many_fields(FIELD_LIMIT))
        }
        Ok(Document::Object(fields)) => Ok(fields),
        Ok(Document::Other) => Err(Problem::not_an_object()),
        Err(error) => Err(Problem::invalid_json(error.line(), error.column())),
    }
}

/// A JSON document, read one level deep. An ordinary map would keep only the
/// last of two values with one name, and so choose between them.
enum Document {
    Object(Vec<Field>),
    Other,
}

struct DocumentVisitor;

impl<'de> Deserialize<'de> for Document {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(DocumentVisitor)
    }
}

impl<'de> Visitor<'de> for DocumentVisitor {
    type Value = Document;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a JSON value")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Document, A::Error> {
        let mut fields = Vec::new();
        while let Some(name) = map.next_key::<String>()? {
            let value = map.next_value()?;
            // One more than the limit is enough to know that there are too many.
            if fields.len() <= FIELD_LIMIT {
                let name = name.chars().take(NAME_LIMIT).collect();
                fields.push(Field { name, value });
            }
        }
        Ok(Document::Object(fields))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut seq: A) -> Result<Document, A::Error> {
        while seq.next_element::<IgnoredAny>()?.is_some() {}
        Ok(Document::Other)
    }

    fn visit_bool<E>(self, _: bool) -> Result<Document, E> {
        Ok(Document::Other)
    }

    fn visit_i64<E>(self, _: i64) -> Result<Document, E> {
        Ok(Document::Other)
    }

    fn visit_u64<E>(self, _: u64) -> Result<Document, E> {
        Ok(Document::Other)
    }

    fn visit_f64<E>(self, _: f64) -> Result<Document, E> {
        Ok(Document::Other)
    }

    fn visit_str<E>(self, _: &str) -> Result<Document, E> {
        Ok(Document::Other)
    }

    fn visit_unit<E>(self) -> Result<Document, E> {
        Ok(Document::Other)
    }
}

struct RawVisitor;

impl<'de> Deserialize<'de> for RawValue {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(RawVisitor)
    }
}

impl<'de> Visitor<'de> for RawVisitor {
    type Value = RawValue;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a JSON value")
    }

    fn visit_bool<E>(self, value: bool) -> Result<RawValue, E> {
        Ok(RawValue::Boolean(value))
    }

    fn visit_i64<E>(self, value: i64) -> Result<RawValue, E> {
        Ok(RawValue::Number(value as f64))
    }

    fn visit_u64<E>(self, value: u64) -> Result<RawValue, E> {
        Ok(RawValue::Number(value as f64))
    }

    fn visit_f64<E>(self, value: f64) -> Result<RawValue, E> {
        Ok(RawValue::Number(value))
    }

    fn visit_str<E>(self, value: &str) -> Result<RawValue, E> {
        Ok(RawValue::Text(value.to_owned()))
    }

    fn visit_unit<E>(self) -> Result<RawValue, E> {
        Ok(RawValue::Null)
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut seq: A) -> Result<RawValue, A::Error> {
        while seq.next_element::<IgnoredAny>()?.is_some() {}
        Ok(RawValue::Composite)
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<RawValue, A::Error> {
        while map.next_entry::<IgnoredAny, IgnoredAny>()?.is_some() {}
        Ok(RawValue::Composite)
    }
}
