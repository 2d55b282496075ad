//! JSON to raw values, without losing any.

use core::fmt;

use clinical::Raw;
use serde::de::{Deserialize, Deserializer, MapAccess, SeqAccess, Visitor};

use crate::Error;

/// Named raw values in the order they were sent; names can repeat, where an
/// ordinary map would silently choose one. They are refused with all else that is
/// wrong.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Inputs(pub(crate) Vec<(String, Raw)>);

/// The inputs in a JSON text.
pub(crate) fn parse(json: &str) -> Result<Inputs, Error> {
    serde_json::from_str(json).map_err(|error: serde_json::Error| {
        if error.is_data() {
            Error::NotAnObject
        } else {
            Error::InvalidJson
        }
    })
}

impl<'de> Deserialize<'de> for Inputs {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        match deserializer.deserialize_any(RawVisitor)? {
            Raw::Object(members) => Ok(Self(members)),
            _ => Err(serde::de::Error::custom("not an object")),
        }
    }
}

/// [`Raw`] from JSON.
pub(crate) struct JsonRaw(pub(crate) Raw);

impl<'de> Deserialize<'de> for JsonRaw {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(RawVisitor).map(Self)
    }
}

struct RawVisitor;

impl<'de> Visitor<'de> for RawVisitor {
    type Value = Raw;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a JSON value")
    }

    fn visit_bool<E>(self, value: bool) -> Result<Raw, E> {
        Ok(Raw::Boolean(value))
    }

    fn visit_i64<E>(self, value: i64) -> Result<Raw, E> {
        Ok(Raw::Number(value as f64))
    }

    fn visit_u64<E>(self, value: u64) -> Result<Raw, E> {
        Ok(Raw::Number(value as f64))
    }

    fn visit_f64<E>(self, value: f64) -> Result<Raw, E> {
        Ok(Raw::Number(value))
    }

    fn visit_str<E>(self, value: &str) -> Result<Raw, E> {
        Ok(Raw::Text(value.to_owned()))
    }

    fn visit_unit<E>(self) -> Result<Raw, E> {
        Ok(Raw::Null)
    }

    // What stands in a list is looked into too, so that what is no JSON is refused
    // wherever it stands.
    fn visit_seq<A: SeqAccess<'de>>(self, mut seq: A) -> Result<Raw, A::Error> {
        while seq.next_element::<JsonRaw>()?.is_some() {}
        Ok(Raw::List)
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Raw, A::Error> {
        let mut members = Vec::new();
        while let Some((name, JsonRaw(value))) = map.next_entry::<String, JsonRaw>()? {
            members.push((name, value));
        }
        Ok(Raw::Object(members))
    }
}
