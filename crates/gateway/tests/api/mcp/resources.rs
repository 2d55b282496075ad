//! The catalogue as resources.

use std::collections::HashSet;

use clinical::calculators;
use serde_json::{Value, json};

use super::asking::{BOTH, Client, Request, error_in, result};
use crate::common::{answer, ask, get};

/// Bytes that no answer has, whatever is asked and however many calculators there are.
const LONGEST: usize = 64 * 1024;

/// The text of a resource.
fn read(uri: &str) -> Value {
    let mut found = result(Client::Modern, "resources/read", &json!({"uri": uri}));
    let content = found["contents"][0].take();
    assert_eq!(found["contents"].as_array().map(Vec::len), Some(1));
    assert_eq!(content["uri"], uri);
    assert_eq!(content["mimeType"], "application/json");
    serde_json::from_str(content["text"].as_str().expect("a text")).expect("JSON")
}

/// Every part of a list.
fn listed(client: Client) -> Vec<Value> {
    let mut all = Vec::new();
    let mut params = json!({});
    loop {
        let part = result(client, "resources/list", &params);
        assert!(part.to_string().len() < LONGEST);
        let part_of = part["resources"].as_array().expect("resources");
        assert!(!part_of.is_empty());
        all.extend(part_of.iter().cloned());
        match part.get("nextCursor") {
            Some(cursor) => params["cursor"] = cursor.clone(),
            None => return all,
        }
    }
}

#[test]
fn every_resource_is_listed_once_and_can_be_read() {
    let all = listed(Client::Modern);
    assert_eq!(all, listed(Client::Legacy));
    assert_eq!(all.len(), 1 + 2 * calculators::all().count());
    let uris: HashSet<_> = all.iter().map(|one| one["uri"].to_string()).collect();
    assert_eq!(uris.len(), all.len());
    for one in &all {
        for name in ["name", "title", "description", "mimeType"] {
            assert!(one[name].is_string(), "{name} in {one}");
        }
        let found = read(one["uri"].as_str().expect("a URI"));
        assert!(found.to_string().len() < LONGEST, "{one}");
    }
}

#[test]
fn a_definition_is_that_of_the_api() {
    for calculator in calculators::all() {
        let id = calculator.id;
        let path = format!("/api/v1/calculators/{id}");
        let uri = format!("medical://calculators/{id}");
        assert_eq!(read(&uri), answer(&get(&path)));
        let portuguese = ask("GET", &path, &[("accept-language", "pt-BR")], b"");
        let found = read(&format!("{uri}?language=pt-BR"));
        assert_eq!(found, answer(&portuguese));
        assert_eq!(read(&format!("{uri}?language=en")), answer(&get(&path)));
    }
}

#[test]
fn a_citation_is_that_of_the_definition() {
    for calculator in calculators::all() {
        let definition = read(&format!("medical://calculators/{}", calculator.id));
        let uri = format!("medical://calculators/{}/citation", calculator.id);
        let citation = read(&uri);
        assert_eq!(citation["calculator"], calculator.id);
        for name in ["version", "title", "reference", "sources", "language"] {
            assert_eq!(citation.get(name), definition.get(name), "{name}");
        }
        // Whose edition gives a result is cited as well.
        let results = definition["results"].as_array().expect("results");
        let others: HashSet<_> = results
            .iter()
            .filter_map(|one| one["formula"].as_str())
            .collect();
        let cited = citation["formulas"].as_array().into_iter().flatten();
        let cited: Vec<_> = cited
            .map(|one| one["id"].as_str().expect("an id"))
            .collect();
        assert_eq!(cited.len(), others.len(), "{citation}");
        assert_eq!(cited.into_iter().collect::<HashSet<_>>(), others);
        for one in citation["formulas"].as_array().into_iter().flatten() {
            assert!(one["version"].is_string() && one["citation"].is_string());
        }
        let portuguese = read(&format!("{uri}?language=pt-BR"));
        assert_eq!(portuguese["language"], "pt-BR");
        assert_eq!(portuguese["reference"], citation["reference"]);
    }
}

#[test]
fn the_index_has_every_calculator_in_parts() {
    let mut uri = "medical://calculators".to_owned();
    let mut found = Vec::new();
    loop {
        let index = read(&uri);
        assert_eq!(index["total"], calculators::all().count());
        let part = index["calculators"].as_array().expect("calculators");
        let id = |one: &Value| one["id"].as_str().expect("an id").to_owned();
        found.extend(part.iter().map(id));
        match index["next"].as_str() {
            Some(next) => uri = format!("medical://calculators?after={next}"),
            None => break,
        }
    }
    let all: Vec<_> = calculators::all().map(|one| one.id).collect();
    assert_eq!(found, all);
    let body = read("medical://calculators?category=body&language=pt-BR");
    assert_eq!(body["language"], "pt-BR");
    let part = body["calculators"].as_array().expect("calculators");
    assert!(!part.is_empty() && part.iter().all(|one| one["category"] == "body"));
    assert_eq!(body["total"], part.len());
}

#[test]
fn what_is_no_resource_is_not_found() {
    for uri in [
        "",
        "medical:",
        "medical://",
        "medical://calculator",
        "medical://calculatorss",
        "medical://calculators/",
        "medical://calculators/nope",
        "medical://calculators/nope/citation",
        "medical://calculators/BMI",
        "medical://calculators/bmi/",
        "medical://calculators/bmi/citations",
        "medical://calculators/bmi/citation/",
        "medical://calculators//citation",
        "medical://calculators/bmi?language=de",
        "medical://calculators?category=nope",
        "medical://calculators?after=nope",
        "MEDICAL://calculators/bmi",
        "https://calculators/bmi",
        "file:///etc/passwd",
        "medical://calculators/../calculators/bmi",
    ] {
        for client in BOTH {
            let request = Request::new(client, "resources/read", &json!({"uri": uri}));
            let rpc = if client == Client::Legacy {
                -32002
            } else {
                -32602
            };
            let body = error_in(&request.ask(), 200, rpc, "invalid-params");
            assert_eq!(body["error"]["data"]["uri"], uri);
        }
    }
    for params in [json!({}), json!({"uri": 1}), json!({"uri": null})] {
        let request = Request::new(Client::Modern, "resources/read", &params);
        error_in(&request.ask(), 200, -32602, "invalid-params");
    }
    // No more of what was sent is repeated than anyone reads.
    let long = format!("medical://calculators/{}", "x".repeat(10_000));
    let request = Request::new(Client::Modern, "resources/read", &json!({"uri": long}));
    let body = error_in(&request.ask(), 200, -32602, "invalid-params");
    assert!(body.to_string().len() < 2_000);
}

#[test]
fn templates_say_where_resources_are() {
    let found = result(Client::Modern, "resources/templates/list", &json!({}));
    let all = found["resourceTemplates"].as_array().expect("templates");
    let templates: Vec<_> = all.iter().map(|one| one["uriTemplate"].as_str()).collect();
    assert_eq!(
        templates,
        [
            Some("medical://calculators{?category,language,after}"),
            Some("medical://calculators/{id}{?language}"),
            Some("medical://calculators/{id}/citation{?language}"),
        ]
    );
}
