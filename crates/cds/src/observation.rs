//! FHIR Observations to inputs: the newest measurement that holds, or none.

use serde_json::{Value, json};

use crate::datum::{Datum, Form, LOINC, OWN, contradicts};
use crate::time::Time;

const UCUM: &str = "http://unitsofmeasure.org";

/// Statuses of an Observation that holds. Preliminary, cancelled and mistaken ones
/// are as if they were not there.
const HOLDING: [&str; 3] = ["final", "amended", "corrected"];

/// What an Observation says about an input.
#[derive(Debug, Clone)]
enum Reading {
    /// A value, as the input takes it.
    Usable(Value),
    /// Something from which no value can be had without guessing.
    Unusable,
}

struct Candidate<'a> {
    time: Time<'a>,
    reading: Reading,
}

/// The newest value of a datum in a Bundle and its date, about this patient.
///
/// When the newest measurement cannot be used there is none: an older one would
/// pass for the current one. Nor is there one when two measurements that differ
/// can both be the newest.
pub(crate) fn newest<'a>(
    bundle: &'a Value,
    datum: &Datum,
    patient: &str,
) -> Option<(Value, &'a str)> {
    let candidates: Vec<_> = observations(bundle, patient)
        .flat_map(|observation| candidates(observation, datum))
        .collect();
    let mut latest = candidates.iter().filter(|one| {
        let is_older = candidates
            .iter()
            .any(|other| one.time.is_before(&other.time));
        !is_older
    });
    let chosen = latest.next()?;
    let Reading::Usable(value) = &chosen.reading else {
        return None;
    };
    let agreed = latest.all(|other| match &other.reading {
        Reading::Usable(other) => same(value, other),
        Reading::Unusable => false,
    });
    agreed.then(|| (value.clone(), chosen.time.date()))
}

/// The Observations of a Bundle that hold and are not about someone else.
fn observations<'a>(bundle: &'a Value, patient: &str) -> impl Iterator<Item = &'a Value> {
    let is_bundle = bundle["resourceType"] == "Bundle";
    let entries = bundle["entry"].as_array().filter(|_| is_bundle);
    entries
        .into_iter()
        .flatten()
        .map(|entry| &entry["resource"])
        .filter(|resource| resource["resourceType"] == "Observation")
        .filter(|observation| {
            let status = observation["status"].as_str();
            status.is_some_and(|status| HOLDING.contains(&status))
        })
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
        .find_map(|pair| (pair[0] == "Patient").then_some(pair[1]));
    match id {
        Some(id) => id != patient,
        // `Group/1`, `Device/1`: something else was measured.
        None => segments.len() > 1,
    }
}

/// What an Observation says about a datum; without a time it says nothing that
/// could be the newest.
fn candidates<'a>(observation: &'a Value, datum: &Datum) -> Vec<Candidate<'a>> {
    let Some(time) = Time::of_observation(observation) else {
        return Vec::new();
    };
    let mut readings = Vec::new();
    readings.extend(read(observation, datum));
    let is_panel = datum
        .panel
        .is_some_and(|panel| has_code(observation, datum.system, panel));
    if let (true, Some(components)) = (is_panel, observation["component"].as_array()) {
        let modified = has(observation, "modifierExtension");
        let found = components.iter().filter_map(|one| read(one, datum));
        readings.extend(found.map(|reading| match modified {
            true => Reading::Unusable,
            false => reading,
        }));
    }
    let candidates = readings.into_iter().map(|reading| Candidate {
        time: time.clone(),
        reading,
    });
    candidates.collect()
}

/// The reading of an Observation or a component; none when it is about something
/// else, or says that nothing was measured.
fn read(source: &Value, datum: &Datum) -> Option<Reading> {
    let mut codes = datum.codes.iter();
    let code = codes.find(|code| has_code(source, datum.system, code))?;
    let values: Vec<_> = source
        .as_object()?
        .iter()
        .filter(|(name, value)| name.starts_with("value") && !value.is_null())
        .collect();
    let [(name, value)] = values.as_slice() else {
        return (!values.is_empty()).then_some(Reading::Unusable);
    };
    // A modifier extension can turn the meaning of all else around.
    if has(source, "modifierExtension") {
        return Some(Reading::Unusable);
    }
    let usable = match (datum.form, name.as_str()) {
        (Form::Quantity, "valueQuantity") => quantity(value, code, datum),
        (Form::Code, "valueCodeableConcept") => own_code(value),
        (Form::Code, "valueString") => text(value).map(|code| json!(code)),
        (Form::Boolean, "valueBoolean") => value.as_bool().map(|value| json!(value)),
        (Form::Integer, "valueInteger") => value.as_i64().map(|value| json!(value)),
        _ => None,
    };
    Some(usable.map_or(Reading::Unusable, Reading::Usable))
}

/// A number with its UCUM unit; "less than" some number is none.
fn quantity(quantity: &Value, code: &str, datum: &Datum) -> Option<Value> {
    let value = quantity["value"]
        .is_number()
        .then_some(&quantity["value"])?;
    let unit = text(&quantity["code"]).filter(|_| quantity["system"] == UCUM)?;
    let contradictory = datum.system == LOINC && contradicts(code, unit);
    let usable = !contradictory && !has(quantity, "comparator");
    usable.then(|| json!({"value": value, "unit": unit}))
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

fn has_code(source: &Value, system: &str, code: &str) -> bool {
    let codings = source["code"]["coding"].as_array();
    codings.is_some_and(|codings| {
        codings
            .iter()
            .any(|coding| coding["system"] == system && coding["code"] == code)
    })
}

fn has(source: &Value, name: &str) -> bool {
    source.get(name).is_some_and(|value| !value.is_null())
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
