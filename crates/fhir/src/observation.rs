//! Observations to inputs, by their LOINC codes.

use serde_json::{Map, Value};

use crate::dates::is_date_time;
use crate::parameters::Reader;
use crate::reason::Reason;
use crate::{LOINC, UCUM, list, string, subject};

/// The statuses whose value counts.
const STATUSES: [&str; 4] = ["final", "amended", "corrected", "preliminary"];

impl Reader<'_> {
    /// Takes what an Observation and its components say about inputs of the
    /// calculator. One that says nothing about them is no concern of ours.
    pub(crate) fn observation(&mut self, observation: &Value, full_url: &str, path: &str) {
        let own = (self.measures(observation), observation, path.to_owned());
        let components = list(observation, "component").iter().enumerate();
        let components = components.map(|(position, component)| {
            let at = format!("{path}.component[{position}]");
            (self.measures(component), component, at)
        });
        let parts: Vec<_> = core::iter::once(own)
            .chain(components)
            .filter(|(names, ..)| !names.is_empty())
            .collect();
        if parts.is_empty() {
            return;
        }
        let status = string(observation, "status");
        if !STATUSES.contains(&status) {
            self.refuse(Reason::STATUS, format!("{path}.status"));
            return;
        }
        if self.modified(observation, path) {
            return;
        }
        let mut used = false;
        for (names, element, at) in parts {
            // The Observation itself has been looked at above.
            if at != path && self.modified(element, &at) {
                continue;
            }
            used |= self.measurement(&names, element, &at);
        }
        if used {
            self.used(observation, full_url, path);
        }
    }

    fn used(&mut self, observation: &Value, full_url: &str, path: &str) {
        self.preliminary |= string(observation, "status") == "preliminary";
        let time = ["effectiveDateTime", "effectiveInstant"]
            .iter()
            .find_map(|name| observation.get(name)?.as_str())
            .filter(|time| is_date_time(time));
        self.times.push(time.map(str::to_owned));
        let reference = subject::to_resource("Observation", full_url, observation);
        self.derived_from.extend(reference);
        if let Some(about) = observation.get("subject") {
            self.about(about.clone(), "", &format!("{path}.subject"));
        }
    }

    /// Takes one measurement; says whether there was one to take.
    fn measurement(&mut self, names: &[String], element: &Value, path: &str) -> bool {
        let [name] = names else {
            // Codes of two inputs in one element.
            self.refuse(Reason::AMBIGUOUS, format!("{path}.code"));
            return false;
        };
        let at = format!("{path}.value");
        let absent = element.get("dataAbsentReason").is_some();
        let value = match value_of(element) {
            Ok(Some((kind, value))) if !absent => (kind, value),
            Ok(_) => return false,
            Err(reason) => {
                self.refuse(reason, at);
                return false;
            }
        };
        match value {
            ("valueQuantity", value) => match quantity(value) {
                Ok(quantity) => self.put(name, quantity, at),
                Err((reason, below)) => {
                    self.refuse(reason, format!("{at}{below}"));
                    false
                }
            },
            _ => {
                self.refuse(Reason::NOT_QUANTITY, at);
                false
            }
        }
    }

    /// The inputs of the calculator that an element's LOINC codes stand for.
    fn measures(&self, element: &Value) -> Vec<String> {
        let Some(code) = element.get("code") else {
            return Vec::new();
        };
        let codes: Vec<_> = list(code, "coding")
            .iter()
            .filter(|coding| string(coding, "system") == LOINC)
            .map(|coding| string(coding, "code"))
            .collect();
        let inputs = list(self.definition, "inputs").iter();
        inputs
            .filter(|input| {
                let mut loinc = list(input, "loinc").iter().filter_map(Value::as_str);
                loinc.any(|code| codes.contains(&code))
            })
            .map(|input| string(input, "name").to_owned())
            .collect()
    }
}

/// The `value[x]` of an element: its full name and its value.
pub(crate) fn value_of(element: &Value) -> Result<Option<(&str, &Value)>, Reason> {
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

/// A Quantity as the JSON API takes it. Only the code is a unit: `unit` is for
/// people, and without a code the evaluation refuses the quantity. The error
/// says where below the quantity it lies.
pub(crate) fn quantity(sent: &Value) -> Result<Value, (Reason, &'static str)> {
    if !sent.is_object() {
        return Err((Reason::NOT_QUANTITY, ""));
    }
    let member = |name: &str| sent.get(name).filter(|value| !value.is_null());
    if member("comparator").is_some() {
        return Err((Reason::COMPARATOR, ".comparator"));
    }
    if member("system").is_some_and(|system| system.as_str() != Some(UCUM)) {
        return Err((Reason::NOT_UCUM, ".system"));
    }
    let mut quantity = Map::new();
    for (name, from) in [("value", "value"), ("unit", "code")] {
        if let Some(value) = member(from) {
            quantity.insert(name.to_owned(), value.clone());
        }
    }
    Ok(Value::Object(quantity))
}
