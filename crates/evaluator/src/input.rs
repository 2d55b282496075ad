//! JSON to raw values, without losing any.

use core::fmt;

use clinical::Raw;
use serde::de::{Deserialize, Deserializer, IgnoredAny, MapAccess, SeqAccess, Visitor};

/// Named raw values in the order they were sent; names can repeat, where an
/// ordinary map would silently choose one.
#[derive(Debug, Clone, PartialEq)]
pub struct Inputs(pub Vec<(String, Raw)>);

/// The inputs in a JSON text; `None` when it is no object.
pub fn parse_inputs(json: &str) -> Option<Inputs> {
    serde_json::from_str(json).ok()
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
struct JsonRaw(Raw);

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

    fn visit_seq<A: SeqAccess<'de>>(self, mut seq: A) -> Result<Raw, A::Error> {
        while seq.next_element::<IgnoredAny>()?.is_some() {}
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
