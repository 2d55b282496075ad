//! FHIR Observations to inputs: the newest measurement that holds, or none.

use fhir::LOINC;
use fhir::read::{self, Newest, Status, Time, codes};
use serde_json::{Value, json};
use wire::{Input, InputKind};

use crate::datum::{Datum, OWN};

/// What an Observation says about an input.
#[derive(Debug, Clone)]
enum Reading {
    /// A value, as the input takes it.
    Usable(Value),
    /// Something from which no value can be had without guessing.
    Unusable,
}

struct Candidate<'a> {
    /// None where it is said, but not readably: then it may be the newest.
    time: Option<Time<'a>>,
    reading: Reading,
}

/// The newest value of a datum in a Bundle and its date, about this patient.
///
/// When the newest measurement cannot be used there is none: an older one would
/// pass for the current one. Nor is there one when two measurements that differ
/// can both be the newest, when a time cannot be read, or when it is to come.
pub(crate) fn newest<'a>(
    bundle: &'a Value,
    datum: &Datum,
    input: &Input<'_>,
    patient: &str,
    today: &str,
) -> Option<(Value, &'a str)> {
    let candidates: Vec<_> = observations(bundle, patient)
        .flat_map(|observation| candidates(observation, datum, input))
        .collect();
    let times: Option<Vec<_>> = candidates.iter().map(|one| one.time).collect();
    let times = times?;
    let newest: Newest<'_> = times.iter().copied().collect();
    let latest = times.iter().zip(&candidates);
    let mut latest = latest.filter(|(time, _)| newest.admits(time));
    let (time, chosen) = latest.next().filter(|(time, _)| !time.is_to_come(today))?;
    let Reading::Usable(value) = &chosen.reading else {
        return None;
    };
    let agreed = latest.all(|(_, other)| match &other.reading {
        Reading::Usable(other) => same(value, other),
        Reading::Unusable => false,
    });
    agreed.then(|| (value.clone(), time.date()))
}

/// The Observations of a Bundle that hold and are not about someone else. Preliminary
/// ones, which can still change, are as if they were not there.
fn observations<'a>(bundle: &'a Value, patient: &str) -> impl Iterator<Item = &'a Value> {
    let is_bundle = bundle["resourceType"] == "Bundle";
    let entries = bundle["entry"].as_array().filter(|_| is_bundle);
    entries
        .into_iter()
        .flatten()
        .map(|entry| &entry["resource"])
        .filter(|resource| resource["resourceType"] == "Observation")
        .filter(|observation| read::status(observation) == Some(Status::Final))
        .filter(move |observation| !is_about_another(observation, patient))
}

/// Whether the subject is certainly another one than the patient. References that
/// name no FHIR id, such as a `urn:uuid`, were matched by the client's search.
fn is_about_another(observation: &Value, patient: &str) -> bool {
    let Some(reference) = observation["subject"]["reference"].as_str() else {
        return false;
    };
    let segments: Vec<_> = reference.split('/').collect();
    let id = segments
        .windows(2)
        .rfind(|pair| pair[0] == "Patient")
        .map(|pair| pair[1]);
    match id {
        Some(id) => id != patient,
        // `Group/1`, `Device/1`: something else was measured.
        None => segments.len() > 1,
    }
}

/// What an Observation says about a datum; without a time it says nothing that
/// could be the newest.
fn candidates<'a>(observation: &'a Value, datum: &Datum, input: &Input<'_>) -> Vec<Candidate<'a>> {
    let time = Time::of_observation(observation);
    if time.is_none() && !Time::is_said(observation) {
        return Vec::new();
    }
    let mut readings = Vec::new();
    readings.extend(reading(observation, datum, input));
    let mut panels = codes(observation, LOINC);
    let is_panel = panels.any(|code| datum.panel == Some(code));
    if let (true, Some(components)) = (is_panel, observation["component"].as_array()) {
        let modified = read::modifier(observation).is_some();
        let found = components
            .iter()
            .filter_map(|one| reading(one, datum, input));
        readings.extend(found.map(|reading| match modified {
            true => Reading::Unusable,
            false => reading,
        }));
    }
    let candidates = readings
        .into_iter()
        .map(|reading| Candidate { time, reading });
    candidates.collect()
}

/// The reading of an Observation or a component; none when it is about something
/// else, or says that nothing was measured.
fn reading(element: &Value, datum: &Datum, input: &Input<'_>) -> Option<Reading> {
    let is_meant = if datum.own {
        codes(element, OWN).any(|code| code == datum.input)
    } else {
        // A code that says less than is asked for: there may be another Observation.
        let known = |code: &str| input.loinc.iter().find(|known| **known == code);
        let mut known = codes(element, LOINC).filter_map(known);
        known.any(|code| !input.loinc_unspecific.contains(code))
    };
    if !is_meant {
        return None;
    }
    let usable = match read::measured(element) {
        Ok(None) => return None,
        Ok(Some(_)) if read::modifier(element).is_some() => None,
        Ok(Some((name, value))) => usable(name, value, element, input),
        Err(_) => None,
    };
    Some(usable.map_or(Reading::Unusable, Reading::Usable))
}

/// The value, where it is in the element that the input's kind has.
fn usable(name: &str, value: &Value, element: &Value, input: &Input<'_>) -> Option<Value> {
    match (input.kind, name) {
        (InputKind::Quantity, "valueQuantity") => quantity(value, element, input),
        (InputKind::Choice, "valueCodeableConcept") => own_code(value),
        (InputKind::Choice, "valueString") => text(value).map(|code| json!(code)),
        (InputKind::Boolean, "valueBoolean") => value.as_bool().map(|value| json!(value)),
        (InputKind::Integer, "valueInteger") => value.as_i64().map(|value| json!(value)),
        _ => None,
    }
}

/// A number with its UCUM unit; "less than" some number is none.
fn quantity(sent: &Value, element: &Value, input: &Input<'_>) -> Option<Value> {
    let quantity = read::quantity(sent, Some(input)).ok()?;
    let unit = quantity.code.as_deref().and_then(text)?;
    let usable =
        quantity.value.is_some_and(Value::is_number) && !read::contradicts(element, input, unit);
    usable.then(|| quantity.to_input())
}

/// The one code of the project's own system.
fn own_code(concept: &Value) -> Option<Value> {
    let codings = concept["coding"].as_array()?;
    let mut codes = codings
        .iter()
        .filter(|coding| coding["system"] == OWN)
        .map(|coding| text(&coding["code"]));
    let code = codes.next()??;
    codes.all(|other| other == Some(code)).then(|| json!(code))
}

fn text(value: &Value) -> Option<&str> {
    value.as_str().filter(|text| !text.trim().is_empty())
}

/// Equal, whether a number was written 70 or 70.0.
fn same(one: &Value, other: &Value) -> bool {
    let number = |value: &Value| value["value"].as_f64();
    one == other
        || (number(one).is_some() && number(one) == number(other) && one["unit"] == other["unit"])
}
