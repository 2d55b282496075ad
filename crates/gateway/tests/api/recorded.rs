//! What the release before said, word for word: clients were built against it.
//!
//! `recorded/requests.ndjson` holds requests, `recorded/answers.ndjson` what that
//! release answered to each. Here stand the only differences there may be.

use serde::Deserialize;
use serde_json::Value;

use crate::bodies::Document;
use crate::common::{ask, text};

#[derive(Deserialize)]
struct Request {
    method: String,
    path: String,
    headers: Vec<(String, String)>,
    body: String,
}

#[derive(Deserialize)]
struct Answer {
    status: u16,
    headers: Vec<(String, String)>,
    body: String,
}

const REQUESTS: &str = include_str!("recorded/requests.ndjson");
const ANSWERS: &str = include_str!("recorded/answers.ndjson");

fn lines<T: for<'de> Deserialize<'de>>(text: &str) -> Vec<T> {
    let lines = text.lines().map(serde_json::from_str);
    lines.collect::<Result<_, _>>().expect("the recording")
}

/// The bodies that were answered.
pub(crate) fn answered() -> Vec<Document> {
    let requests: Vec<Request> = lines(REQUESTS);
    let answers: Vec<Answer> = lines(ANSWERS);
    let all = requests.into_iter().zip(answers);
    let answered = all.filter(|(one, answer)| one.method == "POST" && answer.status == 200);
    let documents = answered.filter_map(|(one, _)| {
        let mut headers = one.headers.into_iter();
        let media_type = headers.find(|(name, _)| name == "content-type")?.1;
        Some(Document {
            target: one.path,
            media_type,
            body: one.body,
        })
    });
    documents.collect()
}

/// Members that came since.
const ADDED: [&str; 14] = [
    // What a definition says more of.
    "aliases",
    "keywords",
    "alternatives",
    "sources",
    "base_points",
    "points",
    "refused",
    // What sort of figure a result is, and whose edition gave it.
    "kind",
    "formula",
    // Units that contradict a LOINC code; numbers that stand for codes.
    "loinc_units",
    "factor",
    // Codes that say less than is asked for; HL7's word for a meaning.
    "loinc_unspecific",
    "hl7",
    // Where documents of FHIR are.
    "url",
];

/// Members that say something else now.
const CHANGED: [&str; 19] = [
    // Codes of a pulse oximeter are asked for too.
    "prefetch",
    // Words for people, and what the same publication is called by.
    "title",
    "description",
    "text",
    "reference",
    "assumptions",
    "warnings",
    "labels",
    // The edition, and cards that name it.
    "version",
    "display",
    "label",
    "detail",
    "summary",
    // Three categories became specialities.
    "category",
    // Schemas have the limits.
    "schema",
    // The same for every patient before; a name of the content now.
    "fullUrl",
    // The statement changes when the software does, not every day; its operation has
    // a document.
    "date",
    "definition",
    // The contracts have a new version.
    "contracts",
];

/// Whether an answer says what it said: the same members in the same order, but for
/// those above. A number may differ in its last digit: the recording read evaluations
/// with a parser that loses it.
fn same(now: &Value, before: &Value) -> Result<(), String> {
    match (now, before) {
        // A new version of a definition may say something else.
        (now, before) if renewed(now, before) => Ok(()),
        (Value::Object(now), Value::Object(before)) => {
            let names = now.keys().filter(|name| before.contains_key(*name));
            if !names.eq(before.keys()) {
                return Err(format!("members {:?}", now.keys().collect::<Vec<_>>()));
            }
            let mut more = now.keys().filter(|name| !before.contains_key(*name));
            if let Some(name) = more.find(|name| !ADDED.contains(&name.as_str())) {
                return Err(format!("{name} came"));
            }
            for (name, before) in before {
                // Codes for the other units came after those that were there, and HL7's
                // codes of a meaning after ours.
                if matches!(name.as_str(), "loinc" | "coding") && starts_with(&now[name], before) {
                    continue;
                }
                if !CHANGED.contains(&name.as_str()) {
                    same(&now[name], before).map_err(|error| format!("{name}: {error}"))?;
                }
            }
            Ok(())
        }
        (Value::Array(now), Value::Array(before)) if now.len() == before.len() => {
            let mut pairs = now.iter().zip(before);
            pairs.try_for_each(|(now, before)| same(now, before))
        }
        (Value::Number(now), Value::Number(before)) => {
            let (now, before) = (now.as_f64().unwrap_or(0.0), before.as_f64().unwrap_or(1.0));
            let near = (now - before).abs() <= 1e-12 * before.abs();
            near.then_some(()).ok_or(format!("{now} was {before}"))
        }
        (now, before) if now == before => Ok(()),
        (now, before) => Err(format!("{now} was {before}")),
    }
}

fn renewed(now: &Value, before: &Value) -> bool {
    let calculator = before["id"].is_string() || before["calculator"].is_string();
    calculator && before["version"].is_string() && now["version"] != before["version"]
}

/// Whether a request is of a calculator whose definition has a new version.
fn is_of_a_renewed(request: &Request) -> bool {
    let id = request.path.strip_prefix("/api/v1/calculators/");
    let calculator = id.and_then(clinical::calculators::find);
    calculator.is_some_and(|one| one.version != "1.0.0")
}

fn starts_with(now: &Value, before: &Value) -> bool {
    let (Some(now), Some(before)) = (now.as_array(), before.as_array()) else {
        return false;
    };
    now.starts_with(before)
}

/// A problem without its title and detail, cards without their texts; anything else as
/// it is.
fn without_sentences(text: &str) -> String {
    let Ok(mut document) = serde_json::from_str::<Value>(text) else {
        return text.to_owned();
    };
    let card = |card: &mut Value, names: &[&str]| {
        for name in names {
            card.as_object_mut().map(|members| members.remove(*name));
        }
    };
    if document["type"].is_string() {
        card(&mut document, &["title", "detail"]);
    }
    let cards = document.get_mut("cards").and_then(Value::as_array_mut);
    for one in cards.into_iter().flatten() {
        card(one, &["summary", "detail"]);
    }
    document.to_string()
}

/// Requests whose refusal has other sentences now: the figures are read by the one
/// engine, which says what would be accepted in its own words.
fn is_of_figures(request: &Request) -> bool {
    ["/api/v1/health-metrics", "/api/v1/bmi", "/api/v1/bmr"].contains(&request.path.as_str())
}

/// Pointer and code of each violation, in any order.
fn violations(body: &str) -> Vec<(String, String)> {
    let problem: Value = serde_json::from_str(body).expect("a problem");
    let all = problem["violations"].as_array().expect("violations");
    let mut all: Vec<_> = all
        .iter()
        .map(|one| (one["pointer"].to_string(), one["code"].to_string()))
        .collect();
    all.sort();
    all
}

fn compare(request: &Request, before: &Answer) -> Result<(), String> {
    // The categories have other codes.
    if request.path.contains("category=") || is_of_a_renewed(request) {
        return Ok(());
    }
    let headers: Vec<(&str, &str)> = request
        .headers
        .iter()
        .map(|(name, value)| (name.as_str(), value.as_str()))
        .collect();
    let now = ask(
        &request.method,
        &request.path,
        &headers,
        request.body.as_bytes(),
    );
    if now.status != before.status {
        return Err(format!("{} was {}", now.status, before.status));
    }
    for (name, value) in &before.headers {
        if now.header(name) != Some(value) {
            return Err(format!("{name} {:?} was {value}", now.header(name)));
        }
    }
    let (now, before) = (text(&now), before.body.as_str());
    let portuguese = headers.contains(&("accept-language", "pt-BR"));
    let (now, before) = match (portuguese, before) {
        // Problems spoke English to everyone, and cards wrote decimals in English.
        (true, before) => (without_sentences(now), without_sentences(before)),
        (false, before) => (now.to_owned(), before.to_owned()),
    };
    let (now, before) = (now.as_str(), before.as_str());
    if request.path.starts_with("/api/v1/calculators?") || request.path == "/api/v1/calculators" {
        return catalogue(now, before);
    }
    if is_of_figures(request) && before.contains("\"violations\"") {
        let (now, before) = (violations(now), violations(before));
        return (now == before)
            .then_some(())
            .ok_or(format!("{now:?} was {before:?}"));
    }
    if now.lines().count() != before.lines().count() {
        return Err(format!("{now} was {before}"));
    }
    for (now, before) in now.lines().zip(before.lines()) {
        match (serde_json::from_str(now), serde_json::from_str(before)) {
            (Ok(now), Ok(before)) => same(&now, &before)?,
            _ if now == before => {}
            _ => return Err(format!("{now} was {before}")),
        }
    }
    Ok(())
}

/// The list has more calculators, in an order by specialities.
fn catalogue(now: &str, before: &str) -> Result<(), String> {
    let list = |text: &str| -> Vec<Value> {
        let catalogue: Value = serde_json::from_str(text).expect("a catalogue");
        let mut all = catalogue["calculators"].as_array().expect("a list").clone();
        all.sort_by_key(|one| one["id"].to_string());
        all
    };
    let (mut before, mut now) = (list(before), list(now));
    // A search finds by more words, and short ones no longer inside of others.
    let both = |one: &Value, others: &[Value]| others.iter().any(|other| other["id"] == one["id"]);
    before.retain(|one| both(one, &now));
    now.retain(|one| both(one, &before));
    same(&Value::Array(now), &Value::Array(before))
}

#[test]
fn answers_are_those_of_the_release_before() {
    let requests: Vec<Request> = lines(REQUESTS);
    let answers: Vec<Answer> = lines(ANSWERS);
    assert_eq!(answers.len(), requests.len());
    let mut differ = Vec::new();
    for (request, before) in requests.iter().zip(&answers) {
        if let Err(error) = compare(request, before) {
            let (method, path, body) = (&request.method, &request.path, &request.body);
            differ.push(format!("{method} {path} {body}\n  {error}"));
        }
    }
    assert!(
        differ.is_empty(),
        "{}:\n{}",
        differ.len(),
        differ.join("\n")
    );
}
