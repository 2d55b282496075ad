//! JSON trees in which no member stands twice.
//!
//! RFC 8259 leaves open what a repeated name means, and programs differ: some take
//! the first value, some the last. A document that two systems read differently is
//! no basis for a figure, so it is refused.

use core::cell::{Cell, RefCell};
use core::fmt;

use serde::de::{Deserialize, DeserializeSeed, Deserializer, MapAccess, SeqAccess, Visitor};
use serde_json::value::RawValue;
use serde_json::{Map, Number, Value};

use crate::escaped;

/// Most values that a tree may have, itself and all below it. A value takes up to some
/// 300 bytes of memory, however short it is written, and a record of two thousand
/// Observations has far fewer.
pub const VALUE_LIMIT: usize = 100_000;

/// Why a text was refused.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Error {
    /// It is no JSON: line and column, from 1.
    Syntax(usize, usize),
    /// A member stands twice: the JSON pointer (RFC 6901) to it.
    Duplicate(String),
    /// It has more values than [`VALUE_LIMIT`].
    TooMany,
}

/// Reads a JSON text.
///
/// # Errors
///
/// When it is no JSON, or an object in it has a member twice.
///
/// ```
/// use wire::json::{self, Error};
///
/// assert_eq!(json::parse("[1, {\"a\": 2}]").unwrap()[1]["a"], 2);
/// assert_eq!(
///     json::parse("[1, {\"a\": 2, \"a\": 2}]"),
///     Err(Error::Duplicate("/1/a".to_owned())),
/// );
/// ```
pub fn parse(text: &str) -> Result<Value, Error> {
    let state = State::new();
    let mut deserializer = serde_json::Deserializer::from_str(text);
    let read = Reader::of(&state).deserialize(&mut deserializer);
    match read.and_then(|value| deserializer.end().map(|()| value)) {
        Ok(value) => Ok(value),
        Err(error) => Err(match state.found.into_inner() {
            Some(found) => found,
            None => Error::Syntax(error.line(), error.column()),
        }),
    }
}

/// A tree that is a member of a document, read as strictly; for serde's
/// `deserialize_with`.
pub(crate) fn tree<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Value, D::Error> {
    Reader::of(&State::new()).deserialize(deserializer)
}

/// Whether a text is JSON in all its parts; looks into every string and number, which
/// skipping over a value does not.
///
/// # Errors
///
/// Line and column of the error, from 1. A member that stands twice is none here.
pub fn check(text: &str) -> Result<(), (usize, usize)> {
    let mut deserializer = serde_json::Deserializer::from_str(text);
    let read = Checker.deserialize(&mut deserializer);
    read.and_then(|()| deserializer.end())
        .map_err(|error| (error.line(), error.column()))
}

/// The members of a JSON object in the order sent, each value as its text. Names can
/// repeat, where a map would silently choose one. Nothing when the text is no object.
pub fn members(text: &str) -> Option<Vec<(String, &RawValue)>> {
    serde_json::from_str(text).ok().map(|Members(all)| all)
}

struct Members<'a>(Vec<(String, &'a RawValue)>);

impl<'de: 'a, 'a> Deserialize<'de> for Members<'a> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_map(MembersVisitor)
    }
}

struct MembersVisitor;

impl<'de> Visitor<'de> for MembersVisitor {
    type Value = Members<'de>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a JSON object")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Members<'de>, A::Error> {
        let mut members = Vec::new();
        while let Some(member) = map.next_entry()? {
            members.push(member);
        }
        Ok(Members(members))
    }
}

/// Where a pointer ends that is longer than anyone reads, in bytes and in characters of a
/// name: names are the client's.
const POINTER_LIMIT: usize = 512;

/// Where in the text a value stands; put together only when it is asked for.
#[derive(Clone, Copy)]
enum Place<'a> {
    Root,
    Member(&'a Place<'a>, &'a str),
    Item(&'a Place<'a>, usize),
}

impl Place<'_> {
    fn pointer(&self) -> String {
        let mut pointer = String::new();
        self.write(&mut pointer);
        pointer
    }

    fn write(&self, pointer: &mut String) {
        match self {
            Self::Root => {}
            Self::Member(above, name) => {
                above.write(pointer);
                if pointer.len() < POINTER_LIMIT {
                    let short: String = name.chars().take(POINTER_LIMIT).collect();
                    pointer.push('/');
                    pointer.push_str(&escaped(&short));
                }
            }
            Self::Item(above, position) => {
                above.write(pointer);
                pointer.push('/');
                pointer.push_str(&position.to_string());
            }
        }
    }
}

/// What the readers of one text know together.
struct State {
    /// How many more values there may be.
    left: Cell<usize>,
    /// Why reading ended, where it is no fault of the syntax.
    found: RefCell<Option<Error>>,
}

impl State {
    const fn new() -> Self {
        Self {
            left: Cell::new(VALUE_LIMIT),
            found: RefCell::new(None),
        }
    }

    /// Ends the reading.
    fn end<E: serde::de::Error>(&self, error: Error) -> E {
        *self.found.borrow_mut() = Some(error);
        E::custom("refused")
    }
}

#[derive(Clone, Copy)]
struct Reader<'a> {
    state: &'a State,
    place: Place<'a>,
}

impl<'a> Reader<'a> {
    const fn of(state: &'a State) -> Self {
        let place = Place::Root;
        Self { state, place }
    }
}

impl<'de> DeserializeSeed<'de> for Reader<'_> {
    type Value = Value;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Value, D::Error> {
        match self.state.left.get().checked_sub(1) {
            Some(left) => self.state.left.set(left),
            None => return Err(self.state.end(Error::TooMany)),
        }
        deserializer.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for Reader<'_> {
    type Value = Value;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a JSON value")
    }

    fn visit_bool<E>(self, value: bool) -> Result<Value, E> {
        Ok(Value::Bool(value))
    }

    fn visit_i64<E>(self, value: i64) -> Result<Value, E> {
        Ok(Value::Number(value.into()))
    }

    fn visit_u64<E>(self, value: u64) -> Result<Value, E> {
        Ok(Value::Number(value.into()))
    }

    fn visit_f64<E>(self, value: f64) -> Result<Value, E> {
        // JSON has no number that is not finite.
        Ok(Number::from_f64(value).map_or(Value::Null, Value::Number))
    }

    fn visit_str<E>(self, value: &str) -> Result<Value, E> {
        Ok(Value::String(value.to_owned()))
    }

    fn visit_unit<E>(self) -> Result<Value, E> {
        Ok(Value::Null)
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut seq: A) -> Result<Value, A::Error> {
        let mut items = Vec::new();
        loop {
            let place = Place::Item(&self.place, items.len());
            match seq.next_element_seed(Reader { place, ..self })? {
                Some(item) => items.push(item),
                None => return Ok(Value::Array(items)),
            }
        }
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Value, A::Error> {
        let mut members = Map::new();
        while let Some(name) = map.next_key::<String>()? {
            let place = Place::Member(&self.place, &name);
            if members.contains_key(&name) {
                return Err(self.state.end(Error::Duplicate(place.pointer())));
            }
            let value = map.next_value_seed(Reader { place, ..self })?;
            members.insert(name, value);
        }
        Ok(Value::Object(members))
    }
}

struct Checker;

impl<'de> DeserializeSeed<'de> for Checker {
    type Value = ();

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        deserializer.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for Checker {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a JSON value")
    }

    fn visit_bool<E>(self, _: bool) -> Result<(), E> {
        Ok(())
    }

    fn visit_i64<E>(self, _: i64) -> Result<(), E> {
        Ok(())
    }

    fn visit_u64<E>(self, _: u64) -> Result<(), E> {
        Ok(())
    }

    fn visit_f64<E>(self, _: f64) -> Result<(), E> {
        Ok(())
    }

    fn visit_str<E>(self, _: &str) -> Result<(), E> {
        Ok(())
    }

    fn visit_unit<E>(self) -> Result<(), E> {
        Ok(())
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut seq: A) -> Result<(), A::Error> {
        while seq.next_element_seed(Self)?.is_some() {}
        Ok(())
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<(), A::Error> {
        while map.next_key_seed(Self)?.is_some() {
            map.next_value_seed(Self)?;
        }
        Ok(())
    }
}
