//! The discovery document.

use serde_json::Value;
use text::Language;

use crate::support::{ENGLISH, LANGUAGES, PORTUGUESE, assert_nothing_empty, definitions};

fn discovered(language: Language) -> Value {
    cds::services(definitions(language), language).unwrap()
}

#[test]
fn every_service_says_what_the_specification_asks() {
    for language in LANGUAGES {
        let document = discovered(language);
        assert_nothing_empty(&document);
        let services = document["services"].as_array().unwrap();
        let hooks: Vec<_> = services
            .iter()
            .map(|one| (one["id"].as_str().unwrap(), one["hook"].as_str().unwrap()))
            .collect();
        assert_eq!(
            hooks,
            [
                ("body-figures", "patient-view"),
                ("kidney-function", "order-select"),
                ("news2", "patient-view"),
            ]
        );
        for service in services {
            assert!(service["title"].is_string() && service["description"].is_string());
            let prefetch = service["prefetch"].as_object().unwrap();
            assert_eq!(prefetch["patient"], "Patient/{{context.patientId}}");
            for (key, template) in prefetch.iter().filter(|(key, _)| *key != "patient") {
                let template = template.as_str().unwrap();
                let start = "Observation?patient={{context.patientId}}&code=";
                assert!(template.starts_with(start), "{key}: {template}");
                assert!(template.contains("&_sort=-date&_count="), "{key}");
            }
        }
    }
}

#[test]
fn templates_search_by_system_and_code() {
    let document = discovered(ENGLISH);
    let template = |service: usize, key: &str| {
        let template = &document["services"][service]["prefetch"][key];
        template.as_str().unwrap().to_owned()
    };
    assert_eq!(
        template(0, "weight"),
        "Observation?patient={{context.patientId}}&code=http://loinc.org|29463-7\
         &status=final,amended,corrected&_sort=-date&_count=2"
    );
    let creatinine = template(1, "creatinine");
    assert!(creatinine.contains("code=http://loinc.org|2160-0,http://loinc.org|14682-9&"));
    let pressure = template(2, "systolic_bp");
    assert!(pressure.contains("code=http://loinc.org|8480-6,http://loinc.org|85354-9&"));
    let clinical = template(2, "clinical");
    for code in ["consciousness", "supplemental_oxygen", "spo2_scale"] {
        assert!(clinical.contains(&format!("urn:medical-platform:input|{code}")));
    }
}

#[test]
fn texts_are_in_the_language_asked_for() {
    let title = |language| discovered(language)["services"][0]["title"].clone();
    assert_eq!(title(ENGLISH), "Body figures");
    assert_eq!(title(PORTUGUESE), "Medidas corporais");
}
