//! Every document that is known to be answered, changed at any depth: other numbers,
//! texts, types and depths, members twice or missing, and broken text. Whatever comes of
//! it is no fault of the server's.
//!
//! `MEDICAL_MUTATIONS` says how many cases to try, `MEDICAL_SEED` which.

use std::panic::{AssertUnwindSafe, catch_unwind};

use api::Response;
use fastrand::Rng;

use crate::bodies::{Document, documents};
use crate::common::{ask, text};
use crate::places::{Part, Place, places};

/// Cases of an ordinary run.
const CASES: u64 = 3_000;

/// Values in place of others; the first of them are JSON.
const VALUES: &[&str] = &[
    "null",
    "true",
    "false",
    "0",
    "-0",
    "-1",
    "70.0",
    "1e308",
    "-1e308",
    "5e-324",
    "1e-400",
    "1E5",
    "0.1000000000000000055511151231257827",
    "9007199254740993",
    "18446744073709551615",
    "18446744073709551616",
    "-9223372036854775809",
    "\"\"",
    "\" \"",
    "\"70\"",
    "\"\\u0000\"",
    "\"\\ud83d\\ude00\"",
    "\"\\\"}]\"",
    "\"~/~1\"",
    "\"'\"",
    "\"2026-02-30\"",
    "\"9999-12-31T23:59:60+14:00\"",
    "\"-000001-01-01\"",
    "\"kg\"",
    "\"http://loinc.org\"",
    "[]",
    "{}",
    "[null]",
    "[[]]",
    "{\"\":{}}",
    "{\"value\":null,\"unit\":null}",
];

/// Texts that are no JSON value.
const BROKEN: &[&str] = &[
    "1e400",
    "-1e400",
    "\"\\ud800\"",
    "\"\\x\"",
    "\"\u{1}\"",
    "01",
    "+1",
    ".5",
    "1.",
    "NaN",
    "Infinity",
    "nul",
    "{",
    "]",
    "\"",
    "'a'",
    "1,",
    "/**/1",
    "",
    "\u{feff}1",
    "\u{2028}",
];

fn number(name: &str, otherwise: u64) -> u64 {
    let said = std::env::var_os(name).and_then(|said| said.into_string().ok());
    said.map_or(otherwise, |said| said.parse().expect(name))
}

/// One of them.
fn one<'a, T>(all: &'a [T], random: &mut Rng) -> &'a T {
    &all[random.usize(..all.len())]
}

/// A place of one of these kinds.
fn place(body: &str, parts: &[Part], random: &mut Rng) -> Place {
    let mut all = places(body);
    all.retain(|place| parts.contains(&place.part));
    // A document without names still is a value.
    all.get(random.usize(..all.len().max(1)))
        .copied()
        .unwrap_or(Place {
            part: Part::Value,
            start: 0,
            end: body.len(),
        })
}

/// A value that is JSON: a known one, one of another document, a long or a deep one.
fn value(all: &[Document], random: &mut Rng) -> String {
    let depth = random.usize(1..140);
    match random.u8(..10) {
        0 => format!("{}{}", "[".repeat(depth), "]".repeat(depth)),
        1 => format!("{}0{}", "{\"value\":".repeat(depth), "}".repeat(depth)),
        2 => format!("{}.{}", random.u32(..), "7".repeat(6 * depth)),
        3 => format!("\"{}\"", "\\u00e9".repeat(depth)),
        4..7 => {
            let other = &one(all, random).body;
            place(other, &[Part::Value], random).of(other).to_owned()
        }
        _ => (*one(VALUES, random)).to_owned(),
    }
}

/// The document with one part changed, still JSON.
fn changed(body: &str, all: &[Document], random: &mut Rng) -> String {
    match random.u8(..10) {
        0..6 => {
            let place = place(body, &[Part::Value], random);
            place.replaced(body, &value(all, random))
        }
        // A name of another document.
        6 | 7 => {
            let other = &one(all, random).body;
            let name = place(other, &[Part::Name], random);
            let name = if name.part == Part::Name {
                name.of(other)
            } else {
                "\"~\""
            };
            let place = place(body, &[Part::Name], random);
            match place.part {
                Part::Name => place.replaced(body, name),
                _ => format!("{{{name}:{body}}}"),
            }
        }
        // A member twice, with another value, or not at all.
        8 => {
            let place = place(body, &[Part::Member], random);
            let member = place.of(body);
            match place.part {
                Part::Member => place.replaced(body, &format!("{member},{member}")),
                _ => format!("[{body},{body}]"),
            }
        }
        _ => {
            let place = place(body, &[Part::Member], random);
            match place.part {
                Part::Member => place.replaced(body, "\"\":0"),
                _ => "{}".to_owned(),
            }
        }
    }
}

/// The document with its text broken somewhere.
fn broken(body: &str, random: &mut Rng) -> Vec<u8> {
    let mut bytes = body.as_bytes().to_vec();
    let at = random.usize(..=bytes.len());
    match random.u8(..5) {
        0 => bytes.truncate(at),
        1 => bytes.insert(at, random.u8(..)),
        2 => {
            if let Some(byte) = bytes.get_mut(at) {
                *byte = random.u8(..);
            }
        }
        3 => {
            let end = (at + random.usize(..8)).min(bytes.len());
            bytes.drain(at..end);
        }
        _ => {
            let place = place(body, &[Part::Value, Part::Name], random);
            bytes = place
                .replaced(body, BROKEN[random.usize(..BROKEN.len())])
                .into_bytes();
        }
    }
    bytes
}

/// A request made of one of the documents.
fn case(all: &[Document], random: &mut Rng) -> (String, String, Vec<u8>) {
    let document = one(all, random).clone();
    let mut body = document.body;
    for _ in 0..random.u8(..4) {
        body = changed(&body, all, random);
    }
    let bytes = match random.u8(..3) {
        0 => broken(&body, random),
        _ => body.into_bytes(),
    };
    // Another surface reads it as something else.
    let other = one(all, random);
    match random.u8(..10) {
        0 => (other.target.clone(), other.media_type.clone(), bytes),
        _ => (document.target, document.media_type, bytes),
    }
}

/// Whether an answer, and each line of a batch's, is no fault of the server's.
fn blameless(response: &Response) -> bool {
    let mut lines = text(response).lines();
    response.status < 500 && !lines.any(|line| line.contains("\"status\":5"))
}

#[test]
fn no_change_of_a_document_is_a_server_error() {
    let all = documents();
    let (cases, seed) = (
        number("MEDICAL_MUTATIONS", CASES),
        number("MEDICAL_SEED", 1),
    );
    let mut statuses = std::collections::BTreeMap::<u16, u64>::new();
    for at in 0..cases {
        let mut random = Rng::with_seed(seed.wrapping_mul(1_000_003).wrapping_add(at));
        let (target, media_type, body) = case(&all, &mut random);
        let language = *one(&["en", "pt-BR"], &mut random);
        let accept = *one(
            &[
                "*/*",
                "text/plain",
                "text/markdown",
                "application/fhir+json",
            ],
            &mut random,
        );
        let headers = [
            ("content-type", media_type.as_str()),
            ("accept-language", language),
            ("accept", accept),
        ];
        let asked = catch_unwind(AssertUnwindSafe(|| ask("POST", &target, &headers, &body)));
        let shown = String::from_utf8_lossy(&body);
        let response = asked.unwrap_or_else(|_| panic!("case {at}: {target} {accept}: {shown}"));
        assert!(
            blameless(&response),
            "case {at}: {target} {accept}: {shown}: {}",
            text(&response)
        );
        let longest = 4 * body.len() + 64 * 1024;
        assert!(
            response.body.len() <= longest,
            "case {at}: {target}: {shown}"
        );
        *statuses.entry(response.status).or_default() += 1;
    }
    println!("{cases} cases: {statuses:?}");
    // A run that refuses everything, or nothing, changes the wrong things.
    assert!(statuses.len() > 3, "{statuses:?}");
}
