//! Values that are one of several types of JSON, told apart by the type they are read as.

use core::fmt;

use serde::de::value::MapAccessDeserializer;
use serde::de::{Deserialize, Deserializer, Error, MapAccess, Visitor};
use serde::{Deserialize as DeriveDeserialize, Serialize};

use crate::{Number, Str};

/// A number, or the ISO 8601 text of a day.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(untagged)]
pub enum Value<'a> {
    /// A number in the result's unit.
    Number(Number),
    /// A day.
    Date(Str<'a>),
}

impl Value<'_> {
    /// The number; nothing for a day.
    pub const fn number(&self) -> Option<f64> {
        match self {
            Self::Number(number) => Some(number.0),
            Self::Date(_) => None,
        }
    }
}

/// An input as it was understood.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(untagged)]
pub enum Understood<'a> {
    /// A quantity or an age.
    Quantity(Quantity<'a>),
    /// A truth value.
    Boolean(bool),
    /// A whole number.
    Integer(i64),
    /// A code, or the ISO 8601 text of a day.
    Text(Str<'a>),
}

/// A number and its unit.
#[derive(Debug, Clone, PartialEq, Serialize, DeriveDeserialize)]
#[serde(deny_unknown_fields)]
pub struct Quantity<'a> {
    /// The number.
    pub value: Number,
    /// UCUM code.
    #[serde(borrow)]
    pub unit: Str<'a>,
}

impl<'de: 'a, 'a> Deserialize<'de> for Value<'a> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(ValueVisitor)
    }
}

struct ValueVisitor;

impl<'de> Visitor<'de> for ValueVisitor {
    type Value = Value<'de>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a number or a day")
    }

    fn visit_i64<E: Error>(self, number: i64) -> Result<Value<'de>, E> {
        Ok(Value::Number(Number(number as f64)))
    }

    fn visit_u64<E: Error>(self, number: u64) -> Result<Value<'de>, E> {
        Ok(Value::Number(Number(number as f64)))
    }

    fn visit_f64<E: Error>(self, number: f64) -> Result<Value<'de>, E> {
        Ok(Value::Number(Number(number)))
    }

    fn visit_borrowed_str<E: Error>(self, day: &'de str) -> Result<Value<'de>, E> {
        Ok(Value::Date(day.into()))
    }

    fn visit_str<E: Error>(self, day: &str) -> Result<Value<'de>, E> {
        Ok(Value::Date(day.to_owned().into()))
    }
}

impl<'de: 'a, 'a> Deserialize<'de> for Understood<'a> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(UnderstoodVisitor)
    }
}

struct UnderstoodVisitor;

impl<'de> Visitor<'de> for UnderstoodVisitor {
    type Value = Understood<'de>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a quantity, a truth value, a whole number or a text")
    }

    fn visit_map<A: MapAccess<'de>>(self, map: A) -> Result<Understood<'de>, A::Error> {
        let quantity = Quantity::deserialize(MapAccessDeserializer::new(map));
        quantity.map(Understood::Quantity)
    }

    fn visit_bool<E: Error>(self, value: bool) -> Result<Understood<'de>, E> {
        Ok(Understood::Boolean(value))
    }

    fn visit_i64<E: Error>(self, number: i64) -> Result<Understood<'de>, E> {
        Ok(Understood::Integer(number))
    }

    fn visit_u64<E: Error>(self, number: u64) -> Result<Understood<'de>, E> {
        let number = i64::try_from(number).map_err(E::custom)?;
        Ok(Understood::Integer(number))
    }

    fn visit_borrowed_str<E: Error>(self, text: &'de str) -> Result<Understood<'de>, E> {
        Ok(Understood::Text(text.into()))
    }

    fn visit_str<E: Error>(self, text: &str) -> Result<Understood<'de>, E> {
        Ok(Understood::Text(text.to_owned().into()))
    }
}
