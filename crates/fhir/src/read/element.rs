//! Elements: their codes, their one value, and what takes it back.

use std::borrow::Cow;

use serde_json::{Map, Value};
use wire::Input;

use super::reason::Reason;
use crate::json::{list, member, string};
use crate::systems::{LOINC, UCUM};

/// How sure the value of an Observation is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Status {
    /// It holds, if need be after a correction.
    Final,
    /// It can still change.
    Preliminary,
}

/// The status of an Observation; none where its value does not count: it was
/// cancelled, entered in error, is not there yet, or nobody knows.
pub fn status(observation: &Value) -> Option<Status> {
    match string(observation, "status") {
        "final" | "amended" | "corrected" => Some(Status::Final),
        "preliminary" => Some(Status::Preliminary),
        _ => None,
    }
}

/// The member that can change what a resource or an element says, if it has one.
pub fn modifier(element: &Value) -> Option<&'static str> {
    ["modifierExtension", "implicitRules"]
        .into_iter()
        .find(|name| member(element, name).is_some())
}

/// The codes that an Observation or a component has in a system.
pub fn codes<'a>(element: &'a Value, system: &'a str) -> impl Iterator<Item = &'a str> {
    let codings = element
        .get("code")
        .map_or(&[][..], |code| list(code, "coding"));
    codings
        .iter()
        .filter(move |coding| string(coding, "system") == system)
        .map(|coding| string(coding, "code"))
}

/// The `value[x]` of an element, its full name and its value; none where there is none.
///
/// # Errors
///
/// When there are several.
pub fn value_of(element: &Value) -> Result<Option<(&str, &Value)>, Reason> {
    let members = element.as_object().into_iter().flatten();
    let mut values = members.filter(|(name, value)| {
        let kind = name.strip_prefix("value");
        !value.is_null() && kind.is_some_and(|kind| kind.starts_with(char::is_uppercase))
    });
    let first = values.next().map(|(name, value)| (name.as_str(), value));
    match values.next() {
        Some(_) => Err(Reason::MANY_VALUES),
        None => Ok(first),
    }
}

/// The `value[x]` of an Observation or a component; none as well where it says that
/// nothing was measured.
///
/// # Errors
///
/// As [`value_of`].
pub fn measured(element: &Value) -> Result<Option<(&str, &Value)>, Reason> {
    let absent = member(element, "dataAbsentReason").is_some();
    Ok(value_of(element)?.filter(|_| !absent))
}

/// A Quantity that can stand for a value of an input.
#[derive(Debug, Clone, PartialEq)]
pub struct Quantity<'a> {
    /// The number, or what stands in its place, as it was sent.
    pub value: Option<&'a Value>,
    /// The unit of the input that the UCUM code stands for, or else the code as it was
    /// sent. `unit` is for people and no unit.
    pub code: Option<Cow<'a, Value>>,
}

impl Quantity<'_> {
    /// As the JSON API takes it, with what there is: the evaluation refuses the rest.
    pub fn to_input(&self) -> Value {
        let mut quantity = Map::new();
        for (name, value) in [("value", self.value), ("unit", self.code.as_deref())] {
            if let Some(value) = value {
                quantity.insert(name.to_owned(), value.clone());
            }
        }
        Value::Object(quantity)
    }
}

/// Reads a Quantity of an input: the one place where codes of records become units.
///
/// # Errors
///
/// When it is none, is a bound, or its code is not one of UCUM (without a system it is
/// a code of none: FHIR's rule qty-3); and where below the quantity that lies.
pub fn quantity<'a>(
    sent: &'a Value,
    input: Option<&Input<'_>>,
) -> Result<Quantity<'a>, (Reason, &'static str)> {
    if !sent.is_object() {
        return Err((Reason::NOT_QUANTITY, ""));
    }
    if member(sent, "comparator").is_some() {
        return Err((Reason::COMPARATOR, ".comparator"));
    }
    let (system, code) = (member(sent, "system"), member(sent, "code"));
    if system.map_or(code.is_some(), |system| system.as_str() != Some(UCUM)) {
        return Err((Reason::NOT_UCUM, ".system"));
    }
    let unit = code.and_then(Value::as_str);
    let unit = unit.and_then(|code| input?.unit(code).filter(|unit| **unit != *code));
    Ok(Quantity {
        value: member(sent, "value"),
        code: match unit {
            Some(unit) => Some(Cow::Owned(Value::from(&**unit))),
            None => code.map(Cow::Borrowed),
        },
    })
}

/// Whether a LOINC code of an element excludes this unit of an input, as the code of a
/// mass concentration excludes moles: then one of the two is wrong. A unit that the
/// input has not at all is left to the evaluation.
pub fn contradicts(element: &Value, input: &Input<'_>, unit: &str) -> bool {
    input.units.iter().any(|known| known == unit)
        && codes(element, LOINC)
            .any(|code| input.loinc.iter().any(|own| own == code) && !input.admits(code, unit))
}
