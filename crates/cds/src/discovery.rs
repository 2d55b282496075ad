//! The discovery document.

use fhir::LOINC;
use serde_json::{Map, Value, json};
use text::Language;
use wire::{Definition, Input};

use crate::datum::{Datum, OWN};
use crate::needs::Needs;
use crate::refusal::Defect;
use crate::services::all;

/// The services there are, with the prefetch templates of what they need.
/// `definitions` are those of [`all_calculators`](crate::all_calculators).
///
/// # Errors
///
/// When a definition is not what a service was made for.
pub fn services(definitions: &[Definition<'_>], language: Language) -> Result<Value, Defect> {
    let services = all().map(|service| {
        let needs = Needs::of(&service.needs, definitions)?;
        Ok(json!({
            "hook": service.hook,
            "title": language.of(service.title),
            "description": language.of(service.description),
            "id": service.id,
            "prefetch": prefetch(needs.data()),
        }))
    });
    let services = services.collect::<Result<Vec<_>, _>>()?;
    Ok(json!({"services": services}))
}

fn prefetch(data: &[(&Datum, &Input<'_>)]) -> Value {
    let mut templates = Map::new();
    templates.insert("patient".to_owned(), json!("Patient/{{context.patientId}}"));
    for (datum, _) in data {
        let sharing = data.iter().filter(|(other, _)| other.key == datum.key);
        let sharing: Vec<_> = sharing.collect();
        templates.insert(datum.key.to_owned(), json!(search(&sharing)));
    }
    Value::Object(templates)
}

/// The search for the newest Observations of the data that share a key.
fn search(data: &[&(&Datum, &Input<'_>)]) -> String {
    let codes: Vec<_> = data
        .iter()
        .flat_map(|(datum, input)| codes(datum, input))
        .collect();
    // Two, because two at the same time that differ must not pass for one. Where
    // data share a search, one of them can be recorded far more often.
    let count = if data.len() == 1 { 2 } else { 10 * data.len() };
    format!(
        "Observation?patient={{{{context.patientId}}}}&code={}\
         &status=final,amended,corrected&_sort=-date&_count={count}",
        codes.join(","),
    )
}

/// The codes of a datum and of the panel it can be in, each with its system.
fn codes(datum: &Datum, input: &Input<'_>) -> Vec<String> {
    if datum.own {
        return vec![format!("{OWN}|{}", datum.input)];
    }
    let codes = input.loinc.iter().map(AsRef::as_ref).chain(datum.panel);
    codes.map(|code| format!("{LOINC}|{code}")).collect()
}
