//! The discovery document.

use serde_json::{Map, Value, json};

use crate::datum::Datum;
use crate::service::{self, Service};
use ::text::Language;

/// The services there are, with the prefetch templates of what they need.
///
/// The language is Portuguese for any tag of it, else English.
pub fn services(language_tag: &str) -> Value {
    let language = Language::of_tag(language_tag);
    let services = service::all().map(|service| {
        json!({
            "hook": service.hook,
            "title": language.of(service.title),
            "description": language.of(service.description),
            "id": service.id,
            "prefetch": prefetch(service),
        })
    });
    json!({"services": services.collect::<Vec<_>>()})
}

fn prefetch(service: &Service) -> Value {
    let mut templates = Map::new();
    templates.insert("patient".to_owned(), json!("Patient/{{context.patientId}}"));
    for datum in service.data {
        let sharing: Vec<_> = service
            .data
            .iter()
            .copied()
            .filter(|other| other.key == datum.key)
            .collect();
        templates.insert(datum.key.to_owned(), json!(search(&sharing)));
    }
    Value::Object(templates)
}

/// The search for the newest Observations of the data that share a key.
fn search(data: &[&Datum]) -> String {
    let codes: Vec<_> = data
        .iter()
        .flat_map(|datum| {
            let codes = datum.codes.iter().chain(&datum.panel);
            codes.map(|code| format!("{}|{code}", datum.system))
        })
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
