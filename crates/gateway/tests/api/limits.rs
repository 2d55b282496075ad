//! How much of a request is looked at: said in the documents, and by the refusal.

use api::{BODY_LIMIT, CASE_LIMIT};
use clinical::INPUT_LIMIT;
use fhir::read::OBSERVATION_LIMIT;
use gateway::API;
use text::Language;
use wire::json::VALUE_LIMIT;

use crate::common::{ask, json};

/// The documents are printed from these texts.
#[test]
fn limits_are_said_by_the_operation() {
    for (id, limits) in [
        ("health-metrics", &[32][..]),
        ("evaluate", &[INPUT_LIMIT]),
        ("batch", &[CASE_LIMIT, BODY_LIMIT, INPUT_LIMIT]),
        ("fhir-evaluate", &[VALUE_LIMIT, OBSERVATION_LIMIT]),
        ("mcp", &[INPUT_LIMIT]),
        ("cds-service", &[VALUE_LIMIT, OBSERVATION_LIMIT]),
    ] {
        let mut operations = API.operations();
        let found = operations.find(|(_, operation)| operation.id == id);
        let body = found.expect(id).1.body.expect("a body");
        for language in Language::ALL {
            for limit in limits {
                let said = language.of(body.most);
                assert!(said.contains(&limit.to_string()), "{id}: {limit} in {said}");
            }
        }
    }
}

#[test]
fn too_many_values_are_refused_by_name() {
    let body = format!("{{\"x\": [{}]}}", vec!["0"; VALUE_LIMIT].join(","));
    for (target, media_type) in [
        ("/fhir/$evaluate", "application/fhir+json"),
        ("/cds-services/news2", "application/json"),
    ] {
        for (language, sentence) in [
            ("en", "may have up to 100000 JSON values"),
            ("pt-BR", "pode ter até 100000 valores JSON"),
        ] {
            let headers = [("content-type", media_type), ("accept-language", language)];
            let response = ask("POST", target, &headers, body.as_bytes());
            assert_eq!(response.status, 413, "{target}");
            let said = json(&response).to_string();
            assert!(said.contains(sentence), "{said}");
        }
    }
}
