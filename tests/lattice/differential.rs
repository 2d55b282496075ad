//! The application as plain function calls, and on a lattice: whatever is asked, the
//! answer is the same. `MEDICAL_SEED` repeats what was asked in a run that printed it.

use std::sync::OnceLock;
use std::time::{Duration, SystemTime};

use anyhow::{Context as _, anyhow, ensure};
use api::{Headers, respond};
use fastrand::Rng;
use harness::http::Response;
use harness::lattice::Lattice;
use inprocess::InProcess;
use serde_json::{Value, json};

use crate::agreement::steady;
use crate::requests::{Request, every_request};

/// Requests in each wiring.
const REQUESTS: usize = 2_000;

/// Clients that send them.
const CLIENTS: usize = 4;

/// Longer bodies are for other tests.
const LONGEST: usize = 16 * 1024;

/// The headers of a request that choose how it is read and answered.
const KINDS: [&str; 6] = [
    "application/json",
    "application/fhir+json",
    "application/x-ndjson",
    "application/json; charset=utf-8",
    "text/plain",
    "json",
];
const FORMS: [&str; 6] = [
    "*/*",
    "application/json",
    "application/fhir+json;q=0.9, text/markdown;q=0.3",
    "text/plain",
    "text/markdown",
    "image/png",
];
const LANGUAGES: [&str; 4] = ["en", "pt-BR", "de, pt;q=0.4", ""];

/// So many digits of a number are the same natively: the last ones of a root or a power are
/// those of the machine's mathematics, which is not that of WebAssembly.
const DIGITS: usize = 13;

/// Any request is answered byte by byte alike in every wiring, and as by the crates in this
/// program.
pub(crate) fn any_request_is_answered_as_natively(lattice: &Lattice) -> anyhow::Result<()> {
    let seed = seed()?;
    println!("MEDICAL_SEED={seed}");
    let base = base()?;
    let clients = (0..CLIENTS).map(|client| {
        let mut random = Rng::with_seed(seed.wrapping_add(client as u64));
        let requests = (0..REQUESTS / CLIENTS).map(|_| changed(&base, &mut random));
        let requests: Vec<Request> = requests.collect();
        let client = lattice.client();
        std::thread::spawn(move || -> anyhow::Result<Vec<(Request, String)>> {
            let mut answers = Vec::new();
            for request in requests {
                let there = client.send(
                    request.method,
                    &request.path,
                    &request.headers,
                    &request.body,
                )?;
                let (there, here) = (steady(&there), steady(&natively(&request)?));
                let alike = rounded(&there) == rounded(&here);
                ensure!(alike, "{request}\nlattice: {there}\nnatively: {here}");
                answers.push((request, there));
            }
            Ok(answers)
        })
    });
    let mut answers = Vec::new();
    for client in clients.collect::<Vec<_>>() {
        answers.extend(client.join().map_err(|_| anyhow!("a client panicked"))??);
    }
    // Answers and refusals, and enough of both.
    let answered = answers
        .iter()
        .filter(|(_, answer)| answer.starts_with("200"));
    let answered = answered.count();
    println!("{answered} of {} requests were not refused", answers.len());
    let enough = (REQUESTS / 10..REQUESTS * 9 / 10).contains(&answered);
    ensure!(enough, "{answered} of {} answered", answers.len());
    agrees_with_the_first(answers)
}

/// The answers of the wiring that was asked first are those of all others.
fn agrees_with_the_first(answers: Vec<(Request, String)>) -> anyhow::Result<()> {
    static FIRST: OnceLock<Vec<(Request, String)>> = OnceLock::new();
    if let Some(first) = FIRST.get() {
        ensure!(first.len() == answers.len(), "other requests");
        for ((request, one), (same, other)) in first.iter().zip(&answers) {
            ensure!(request == same, "other requests: {request}, {same}");
            ensure!(one == other, "{request}\nfirst: {one}\nthis: {other}");
        }
    }
    // Whoever comes later was compared.
    let _ = FIRST.set(answers);
    Ok(())
}

/// A text whose numbers have no more digits than these.
fn rounded(text: &str) -> String {
    let mut out = String::new();
    let mut rest = text;
    while let Some(start) = rest.find(|one: char| one.is_ascii_digit()) {
        out.push_str(&rest[..start]);
        rest = &rest[start..];
        let end = rest.find(|one: char| !one.is_ascii_digit() && one != '.');
        let (number, behind) = rest.split_at(end.unwrap_or(rest.len()));
        match number.parse::<f64>() {
            Ok(value) if number.len() > DIGITS => {
                out.push_str(&format!("{value:.*e}", DIGITS - 1));
            }
            _ => out.push_str(number),
        }
        rest = behind;
    }
    out + rest
}

/// The same in every wiring.
fn seed() -> anyhow::Result<u64> {
    static SEED: OnceLock<u64> = OnceLock::new();
    match std::env::var("MEDICAL_SEED") {
        Ok(seed) => seed.parse().context("MEDICAL_SEED"),
        Err(_) => Ok(*SEED.get_or_init(|| Rng::new().u64(..))),
    }
}

/// What the random requests are made of.
fn base() -> anyhow::Result<Vec<Request>> {
    let get = |path: &str| -> anyhow::Result<Value> {
        let (path, headers, body) = (path.to_owned(), Vec::new(), Vec::new());
        let request = Request {
            method: "GET",
            path,
            headers,
            body,
        };
        Ok(natively(&request)?.json())
    };
    let list = get("/api/v1/calculators")?;
    let ids = list["calculators"].as_array().context("a list")?;
    let ids = ids.iter().filter_map(|one| one["id"].as_str());
    let definitions = ids.map(|id| get(&format!("/api/v1/calculators/{id}")));
    let mut all = every_request(&definitions.collect::<anyhow::Result<Vec<_>>>()?)?;
    // HEAD has no body on its way, and no method of HTTP is for another test.
    all.retain(|one| one.body.len() < LONGEST && ["GET", "POST"].contains(&one.method));
    Ok(all)
}

/// The answer of the crates as they are in this program.
fn natively(request: &Request) -> anyhow::Result<Response> {
    let headers = request.headers.iter();
    let headers = headers.map(|(name, value)| ((*name).to_owned(), value.as_bytes().to_vec()));
    let headers = Headers::new(headers.collect());
    let now = SystemTime::now().duration_since(SystemTime::UNIX_EPOCH)?;
    let now = jiff::Timestamp::from_second(i64::try_from(now.as_secs())?);
    let now = now.map_err(|error| anyhow!("{error}"))?.to_string();
    let answer = match gateway::API.find(request.method, &request.path, &headers) {
        Ok(found) => respond(&found, &headers, Ok(&request.body), &InProcess, &now, &|| 0),
        Err(refusal) => refusal,
    };
    let headers = answer.headers.iter();
    Ok(Response {
        status: answer.status,
        headers: headers
            .map(|(name, value)| (name.to_string(), value.to_string()))
            .collect(),
        body: String::from_utf8(answer.body.into_owned())?,
        took: Duration::ZERO,
    })
}

fn one<'a, T>(all: &'a [T], random: &mut Rng) -> &'a T {
    &all[random.usize(..all.len())]
}

/// One of the requests with other headers, another body, or at another place.
fn changed(all: &[Request], random: &mut Rng) -> Request {
    let (from, other) = (one(all, random), one(all, random));
    let (mut headers, mut body) = (from.headers.clone(), from.body.clone());
    let choices: [(&'static str, &[&'static str]); 3] = [
        ("content-type", &KINDS),
        ("accept", &FORMS),
        ("accept-language", &LANGUAGES),
    ];
    for (name, values) in choices {
        if random.u8(..6) == 0 {
            headers.retain(|(found, _)| *found != name);
            headers.push((name, *one(values, random)));
        }
    }
    match random.u8(..4) {
        0 => broken(&mut body, random),
        1 | 2 => body = another_value(&body, &other.body, random),
        _ => {}
    }
    let elsewhere = random.u8(..12) == 0 && from.method == other.method;
    Request {
        method: from.method,
        path: if elsewhere { &other.path } else { &from.path }.clone(),
        headers,
        body,
    }
}

/// A body whose text is slightly broken.
fn broken(body: &mut Vec<u8>, random: &mut Rng) {
    let at = random.usize(..=body.len());
    match random.u8(..3) {
        0 => body.truncate(at),
        1 => body.insert(at, random.u8(..)),
        _ => {
            let end = (at + random.usize(..8)).min(body.len());
            body.drain(at..end);
        }
    }
}

/// The document with one of its values replaced; any other text as it is.
fn another_value(body: &[u8], other: &[u8], random: &mut Rng) -> Vec<u8> {
    let Ok(mut document) = serde_json::from_slice::<Value>(body) else {
        return body.to_vec();
    };
    let values = [
        json!(null),
        json!(true),
        json!(0),
        json!(-1.5),
        json!(random.u32(..300)),
        json!(random.f64() * 200.0),
        json!(1e300),
        json!("kg"),
        json!("µmol/l"),
        json!("2027-02-29"),
        json!([]),
        json!({}),
        serde_json::from_slice(other).unwrap_or_default(),
    ];
    *place(&mut document, random) = one(&values, random).clone();
    document.to_string().into_bytes()
}

/// A value somewhere in a document.
fn place<'a>(value: &'a mut Value, random: &mut Rng) -> &'a mut Value {
    let inside = match &*value {
        Value::Array(all) => all.len(),
        Value::Object(all) => all.len(),
        _ => 0,
    };
    if inside == 0 || random.u8(..8) == 0 {
        return value;
    }
    let at = random.usize(..inside);
    match value {
        Value::Array(all) => place(&mut all[at], random),
        Value::Object(all) => match all.values_mut().nth(at) {
            Some(value) => place(value, random),
            None => unreachable!("there are {inside}"),
        },
        _ => value,
    }
}
