//! What the operation tables declare, and what the API does.

use std::collections::{BTreeMap, BTreeSet, HashSet};

use api::{
    Answer, Api, Example, Form, Group, Headers, Method, Operation, ProblemCode, Response, Schema,
    respond,
};
use gateway::API;
use ports::Ports;
use serde_json::Value;
use text::{Language, text};

use crate::checker::Schemas;
use crate::common::{NOW, answer, ask, get, json, problem};
use crate::requests::{Expected, Request, requests_for};

/// Operations outside their group's prefix, and why there is no harm in it: the group of
/// the prefix they are under refuses in the same form.
const ELSEWHERE: [&str; 1] = ["/api/v1/batch"];

/// Every answer that an operation declares is given to some request.
#[test]
fn every_declared_answer_is_given() {
    let schemas = Schemas::of_the_api();
    for (group, operation) in API.operations() {
        for (expected, request) in requests_for(operation) {
            let id = operation.id;
            let request = request.unwrap_or_else(|| panic!("{id}: no request for {expected:?}"));
            let response = request.ask();
            match expected {
                Expected::Answer(status, media_type) => {
                    assert_eq!(response.status, status, "{id}");
                    assert_eq!(response.header("content-type"), media_type, "{id}");
                    assert_eq!(response.body.is_empty(), media_type.is_none(), "{id}");
                }
                Expected::Refused(code) => refused(group, code, &response, &schemas),
            }
            let portuguese = request.with("accept-language", "pt").ask();
            assert_eq!(portuguese.status, response.status);
            if let Expected::Refused(code) = expected {
                refused(group, code, &portuguese, &schemas);
                if group.form() == Form::Document {
                    let title = Language::Portuguese.of(code.title());
                    assert_eq!(json(&portuguese)["title"], title);
                }
            }
        }
    }
}

/// A refusal is in its group's form, and fits the form's schema.
fn refused(group: &Group<dyn Ports>, code: ProblemCode, response: &Response, schemas: &Schemas) {
    let status = code.status().as_u16();
    match group.form() {
        Form::Document => {
            let document = problem(response, status, code.as_str());
            schemas.expect("Problem", &document);
        }
        Form::JsonRpc => {
            let error = json(response);
            assert_eq!(response.status, status, "{error}");
            assert_eq!(response.header("content-type"), Some("application/json"));
            assert_eq!(error["error"]["code"], code.json_rpc(), "{error}");
            assert_eq!(error["error"]["data"]["code"], code.as_str(), "{error}");
            schemas.expect("JsonRpcError", &error);
        }
        Form::OperationOutcome => {
            let outcome = json(response);
            assert_eq!(response.status, status, "{outcome}");
            assert_eq!(
                response.header("content-type"),
                Some(Form::OperationOutcome.media_type())
            );
            schemas.expect("OperationOutcome", &outcome);
            // What is wrong with the input is said by the code of each issue.
            if code != ProblemCode::InvalidInput {
                let coded = &outcome["issue"][0]["details"]["coding"][0]["code"];
                assert_eq!(coded, code.as_str(), "{outcome}");
            }
        }
    }
}

#[test]
fn an_example_has_the_first_answer() {
    for (_, operation) in API.operations() {
        let response = Request::example(operation).ask();
        let first = operation.answers[0];
        assert_eq!(response.status, first.status, "{}", operation.id);
        let media_type = response.header("content-type");
        assert_eq!(media_type, first.media_types.first().copied());
    }
}

#[test]
fn a_path_answers_its_methods_and_names_them() {
    let mut paths: BTreeMap<&str, Vec<&'static Operation<dyn Ports>>> = BTreeMap::new();
    for (_, operation) in API.operations() {
        paths.entry(operation.path).or_default().push(operation);
    }
    for (path, operations) in paths {
        let names = operations.iter().map(|one| match one.method {
            Method::Get => "GET, HEAD",
            other => other.name(),
        });
        let allow = names.collect::<Vec<_>>().join(", ");
        for method in [
            "GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "BREW", "get",
        ] {
            let named = |one: &&&'static Operation<dyn Ports>| {
                one.method.name() == method || (one.method == Method::Get && method == "HEAD")
            };
            if let Some(operation) = operations.iter().find(named) {
                let response = Request::example(operation).by(method).ask();
                assert_eq!(response.status, 200, "{method} {path}");
                let same = Request::example(operation).ask();
                assert_eq!(response, same, "{method} {path}");
            } else {
                let target = operations[0].example.target;
                let response = ask(method, target, &[], b"");
                assert_eq!(response.status, 405, "{method} {path}");
                assert_eq!(response.header("allow"), Some(allow.as_str()), "{path}");
                let form = Form::of_path(path).media_type();
                assert_eq!(response.header("content-type"), Some(form), "{path}");
            }
        }
    }
}

#[test]
fn a_body_announced_as_something_else_is_refused() {
    for (_, operation) in API.operations() {
        let Some(body) = operation.body else {
            continue;
        };
        for media_type in body.media_types {
            let request = || Request::example(operation).without("content-type");
            let utf_16: &'static str = format!("{media_type}; charset=utf-16").leak();
            let taken = request().with("content-type", media_type);
            assert_eq!(taken.ask().status, 200, "{} {media_type}", operation.id);
            for wrong in [
                request(),
                request().with("content-type", ""),
                request().with("content-type", "application/xml"),
                request().with("content-type", utf_16),
                request()
                    .with("content-type", media_type)
                    .with("content-type", media_type),
                request()
                    .with("content-type", media_type)
                    .with("content-encoding", "gzip"),
            ] {
                let response = wrong.ask();
                assert_eq!(response.status, 415, "{}", operation.id);
                let help = ["accept-post", "accept-encoding"];
                assert!(help.iter().any(|name| response.header(name).is_some()));
            }
        }
    }
}

/// Whoever is linked as repeatable is asked again when there is no answer, so all of it
/// may run twice.
#[test]
fn every_operation_may_be_repeated_and_is_where_its_group_is() {
    for (group, operation) in API.operations() {
        let (id, path) = (operation.id, operation.path);
        assert!(operation.repeatable, "{id}");
        let below = path
            .strip_prefix(group.prefix)
            .is_some_and(|rest| rest.is_empty() || rest.starts_with('/'));
        assert!(below || ELSEWHERE.contains(&path), "{id} is at {path}");
        assert_eq!(Form::of_path(path), group.form(), "{path}");
    }
}

#[test]
fn every_named_schema_is_there() {
    let schemas = Schemas::of_the_api();
    for (_, operation) in API.operations() {
        let body = operation.body.map(|body| body.schema);
        let answers = operation.answers.iter().map(|answer| answer.schema);
        for schema in answers.chain(body) {
            if let Schema::Named(name) | Schema::Lines(name) = schema {
                assert!(schemas.has(name), "{} names {name}", operation.id);
            }
        }
    }
}

/// The places of an operation in the document: one, or one for each calculator.
fn places(operation: &Operation<dyn Ports>, document: &Value) -> Vec<String> {
    if document["paths"].get(operation.path).is_some() {
        return vec![operation.path.to_owned()];
    }
    let all = clinical::calculators::all();
    all.map(|one| operation.path.replace("{id}", one.id))
        .collect()
}

#[test]
fn the_openapi_document_is_the_table() {
    let document = answer(&get("/openapi.json"));
    let mut ids = HashSet::new();
    let mut described = 0;
    for (group, operation) in API.operations() {
        let declared = operation.answers.iter().map(|answer| answer.status);
        let refused = operation.codes().into_iter();
        let refused = refused.map(|code| code.status().as_u16());
        let statuses = declared.chain(refused).map(|status| status.to_string());
        let mut statuses: BTreeSet<String> = statuses.collect();
        statuses.insert("default".to_owned());
        for place in places(operation, &document) {
            let method = operation.method.name().to_lowercase();
            let entry = &document["paths"][&place][&method];
            let found = entry["responses"].as_object().expect("responses");
            let found: BTreeSet<String> = found.keys().cloned().collect();
            assert_eq!(found, statuses, "{method} {place}");
            let id = entry["operationId"].as_str().expect("an id").to_owned();
            assert!(ids.insert(id.clone()), "{id} stands twice");
            assert_eq!(entry["tags"][0], group.name);
            assert_eq!(entry["requestBody"].is_object(), operation.body.is_some());
            described += 1;
        }
    }
    let paths = document["paths"].as_object().expect("paths").values();
    let all: usize = paths
        .map(|item| item.as_object().map_or(0, serde_json::Map::len))
        .sum();
    assert_eq!(all, described, "nothing else is described");
}

/// Every code that a refusal can have is in the printed page.
#[test]
fn every_code_of_a_violation_is_documented() {
    let known: HashSet<_> = api::page::VIOLATIONS
        .iter()
        .map(|(code, _)| *code)
        .collect();
    assert_eq!(known.len(), api::page::VIOLATIONS.len());
    for code in clinical::Code::ALL {
        assert!(known.contains(code.as_str()), "{code}");
    }
    // The codes of FHIR's own refusals stand in one file, each on a line of its own.
    let reasons = include_str!("../../../fhir/src/read/reason.rs").lines();
    let codes = reasons.filter_map(|line| line.trim().strip_prefix('"')?.strip_suffix("\","));
    let is_code = |code: &&str| {
        code.bytes()
            .all(|byte| byte.is_ascii_lowercase() || byte == b'-')
    };
    let codes: Vec<&str> = codes.filter(is_code).collect();
    assert!(codes.len() > 15, "{codes:?}");
    for code in codes {
        assert!(known.contains(code), "{code}");
    }
}

#[test]
fn every_operation_is_in_the_printed_page() {
    let page = api::page::page(&API, api::page::VIOLATIONS);
    for (_, operation) in API.operations() {
        let heading = format!("### {} {}\n", operation.method.name(), operation.path);
        assert!(page.contains(&heading), "{heading}");
    }
}

static MADE_UP: Api<()> = Api {
    groups: &[Group {
        name: "made-up",
        title: text("", ""),
        prefix: "",
        operations: &[Operation {
            id: "made-up",
            method: Method::Get,
            path: "/made-up",
            summary: text("", ""),
            parameters: &[],
            body: None,
            answers: &[Answer {
                status: 200,
                media_types: &["application/json"],
                schema: Schema::Nothing,
            }],
            problems: &[],
            repeatable: true,
            example: Example {
                target: "/made-up",
                body: "",
            },
            answer: |call, ()| {
                Ok(Response::ok(
                    "text/plain",
                    call.query.as_bytes().to_vec(),
                    call.language,
                ))
            },
        }],
    }],
};

/// An answer that no table declares does not leave a build with assertions.
#[test]
#[should_panic(expected = "made-up answers 200 Some(\"text/plain\"), which it does not declare")]
fn an_answer_that_is_not_declared_is_noticed() {
    let headers = Headers::default();
    let found = MADE_UP.find("GET", "/made-up", &headers);
    let Ok(found) = found else {
        return;
    };
    respond(&found, &headers, Ok(b""), &(), NOW, &|| 0);
}
