//! Requests that are none, or that mean nothing: each is refused as the
//! client's mistake, whatever it is made of.

use std::time::Duration;

use anyhow::ensure;
use fastrand::Rng;
use harness::load::{Expect, Plan, Prepared, once};

use crate::setting::{HANGS_AFTER, Setting, UNNOTICED};
use crate::table::Row;

/// Values that stand for a patient's; none may end up in a log.
const NAME: &str = "Quillfeather";
const FIGURE: &str = "71.31713";

const PATHS: [&str; 7] = [
    "/api/v1/health-metrics",
    "/api/v1/bmi",
    "/api/v1/bmr",
    "/api/v1/calculators/bmi",
    "/api/v1/calculators/bmr-schofield-1985",
    "/fhir/$evaluate",
    "/cds-services/body-figures",
];

/// Sent once each; half a million would fit into memory.
pub(crate) fn malformed_requests(setting: &Setting) -> anyhow::Result<()> {
    let count = setting.sized(100_000, 2_000);
    let mut random = setting.random(3);
    let requests: Vec<Prepared> = (0..count).map(|_| prepared(&mut random)).collect();
    let plan = Plan {
        requests: requests.clone(),
        ..setting.plan(16, Duration::from_secs(300))
    };
    let mut outcome = None;
    setting.under_load(
        "others, meanwhile",
        "the steady load beside malformed requests",
        &UNNOTICED,
        || {
            outcome = Some(once(&plan)?);
            Ok(None)
        },
    )?;
    let Some(outcome) = outcome else {
        return Ok(());
    };
    let what = "request lines, headers, chunks, JSON, paths, methods and types that are wrong";
    let row = Row::refused(
        "malformed requests",
        what,
        outcome.sent,
        outcome.statuses.clone(),
    );
    println!("{row}");
    for example in &outcome.examples {
        println!("  {example}");
        let number = example.split([' ', ':']).nth(1).unwrap_or_default();
        let request = number
            .parse()
            .ok()
            .and_then(|number: usize| requests.get(number));
        let bytes = request.map_or(&[][..], |request| &request.bytes);
        println!(
            "    to {:.300}",
            String::from_utf8_lossy(bytes).escape_debug().to_string()
        );
    }
    setting.record(row);
    ensure!(outcome.sent == count as u64, "{outcome:?}");
    ensure!(outcome.failed == 0 && outcome.hung == 0, "{outcome:?}");
    let refused = |status: &u16| (400..500).contains(status);
    ensure!(outcome.statuses.keys().all(refused), "{outcome:?}");
    let log = setting.lattice.host_log();
    for secret in [NAME, FIGURE] {
        let line = log.lines().find(|line| line.contains(secret));
        ensure!(line.is_none(), "{secret} is in the log: {line:?}");
    }
    ensure!(outcome.slowest < HANGS_AFTER, "{outcome:?}");
    Ok(())
}

fn prepared(random: &mut Rng) -> Prepared {
    let bytes = match random.u8(..10) {
        0 => request_line(random),
        1 => headers(random),
        2 => chunks(random),
        3 => misplaced(random),
        _ => json(random),
    };
    Prepared {
        bytes: bytes.into(),
        expect: Expect::Any,
    }
}

fn pick<T: Copy>(random: &mut Rng, all: &[T]) -> T {
    all[random.usize(..all.len())]
}

/// No request line that HTTP/1.1 knows.
fn request_line(random: &mut Rng) -> Vec<u8> {
    let line = match random.u8(..8) {
        0 => format!("POST {NAME}"),
        1 => format!("P OST /{NAME} HTTP/1.1"),
        2 => format!("GET /{NAME} HTTP/{}.{}", random.u8(3..), random.u8(..)),
        3 => format!("GET /{NAME} http/1.1"),
        4 => format!("{} /{NAME} HTTP/1.1", "\u{7f}\u{1}\t"),
        5 => format!("GET /{NAME}\u{0} HTTP/1.1"),
        6 => format!("GET  /{NAME}  HTTP/1.1"),
        // The beginning of something else altogether.
        _ => return [&[0x16, 3, 1, 2, 0, 1][..], &noise(random, 64), b"\r\n\r\n"].concat(),
    };
    format!("{line}\r\nhost: localhost\r\n\r\n").into_bytes()
}

/// Bytes without a line break.
fn noise(random: &mut Rng, length: usize) -> Vec<u8> {
    let byte = |_| Some(random.u8(..)).filter(|byte| !b"\r\n".contains(byte));
    (0..length)
        .map(byte)
        .map(Option::unwrap_or_default)
        .collect()
}

/// Headers that contradict themselves or are none.
fn headers(random: &mut Rng) -> Vec<u8> {
    let path = pick(random, &PATHS);
    let header = match random.u8(..9) {
        0 => NAME.to_owned(),
        1 => format!("bad name: {NAME}"),
        2 => format!("x-name: {NAME}\u{0}"),
        3 => "content-length: 3\r\ncontent-length: 4".to_owned(),
        4 => "content-length: many".to_owned(),
        5 => format!("content-length: -{}", random.u32(1..)),
        6 => "content-length: 99999999999999999999999".to_owned(),
        7 => format!("x-long: {}", NAME.repeat(2_000)),
        _ => {
            (0..200)
                .map(|number| format!("x-{number}: {NAME}\r\n"))
                .collect::<String>()
                + "x: y"
        }
    };
    let mut request = format!(
        "POST {path} HTTP/1.1\r\nhost: localhost\r\ncontent-type: application/json\r\n\
         connection: close\r\n"
    )
    .into_bytes();
    request.extend_from_slice(header.as_bytes());
    request.extend_from_slice(b"\r\n\r\n");
    request
}

/// A chunked body whose framing is broken.
fn chunks(random: &mut Rng) -> Vec<u8> {
    let path = pick(random, &PATHS);
    let body = match random.u8(..6) {
        0 => format!("zz\r\n{NAME}\r\n0\r\n\r\n"),
        1 => format!("-5\r\n{NAME}\r\n0\r\n\r\n"),
        2 => format!("ffffffffffffffffff\r\n{NAME}\r\n0\r\n\r\n"),
        3 => format!("3\r\n{NAME}\r\n0\r\n\r\n"),
        4 => format!("\r\n{NAME}\r\n"),
        _ => format!("{};{}\r\n", random.u8(1..9), NAME.repeat(3_000)),
    };
    format!(
        "POST {path} HTTP/1.1\r\nhost: localhost\r\ncontent-type: application/json\r\n\
         transfer-encoding: chunked\r\n\r\n{body}"
    )
    .into_bytes()
}

/// Well-formed requests for what there is not.
fn misplaced(random: &mut Rng) -> Vec<u8> {
    let person = person("1.7");
    let (method, path, kind) = match random.u8(..7) {
        0 => (
            "POST",
            format!("/{NAME}/{}", random.u64(..)),
            "application/json",
        ),
        1 => ("POST", "/api/v1/%zz%".to_owned(), "application/json"),
        2 => (
            "POST",
            "/api/v1/../../etc/passwd".to_owned(),
            "application/json",
        ),
        3 => (
            "POST",
            format!("/api/v1/calculators/{NAME}"),
            "application/json",
        ),
        4 => (
            "DELETE",
            pick(random, &PATHS).to_owned(),
            "application/json",
        ),
        5 => (NAME, pick(random, &PATHS).to_owned(), "application/json"),
        _ => (
            "POST",
            pick(random, &PATHS).to_owned(),
            pick(random, &["text/html", "x", "a/b;"]),
        ),
    };
    post(method, &path, kind, person.as_bytes())
}

fn post(method: &str, path: &str, kind: &str, body: &[u8]) -> Vec<u8> {
    let head = format!(
        "{method} {path} HTTP/1.1\r\nhost: localhost\r\ncontent-type: {kind}\r\n\
         content-length: {}\r\n\r\n",
        body.len()
    );
    [head.as_bytes(), body].concat()
}

/// A person that would be fine, but for what stands for the height.
fn person(height: &str) -> String {
    format!(r#"{{"weight": {FIGURE}, "height": {height}, "age": 30, "gender": "male"}}"#)
}

/// A body that is no JSON, or JSON without a meaning.
fn json(random: &mut Rng) -> Vec<u8> {
    let path = pick(random, &PATHS);
    let body = match random.u8(..16) {
        // Cut off: what is left of an object is none.
        0 => {
            let person = person("1.7");
            person[..random.usize(..person.len())]
                .to_owned()
                .into_bytes()
        }
        1 => unicode(random).into_bytes(),
        2 => {
            let length = random.usize(1..300);
            [b"\xff\xfe", &noise(random, length)[..]].concat()
        }
        3 => nested(random),
        4 => person(pick(random, &NUMBERS)).into_bytes(),
        5 => person(pick(random, &VALUES)).into_bytes(),
        6 => person(&"9".repeat(random.usize(200..2_000))).into_bytes(),
        7 => person(&format!("1.7, \"height\": {FIGURE}")).into_bytes(),
        8 => person(&format!("1.7, \"{NAME}\": 1")).into_bytes(),
        9 => person(&format!("\"{}\"", quoted(random))).into_bytes(),
        10 => [&[0xef, 0xbb, 0xbf, 0xff][..], person("1.7").as_bytes()].concat(),
        11 => person("1.7")
            .encode_utf16()
            .flat_map(u16::to_be_bytes)
            .collect(),
        12 => format!("{}{}", person("1.7"), pick(random, &["}", ",", "{}", "x"])).into_bytes(),
        13 => format!("// {NAME}\n{}", person("1.7")).into_bytes(),
        14 => person(&format!("1.7\u{0}{NAME}")).into_bytes(),
        _ => pick(random, &["", "null", "[]", "{}", "0", "\"\"", "true", " "]).into(),
    };
    post("POST", path, "application/json", &body)
}

/// Numbers that JSON has not, or that no one measures.
const NUMBERS: [&str; 16] = [
    "1e400",
    "-1e400",
    "1e99999999999",
    "1e-99999999999",
    "NaN",
    "Infinity",
    "-Infinity",
    "0x1p3",
    "01.7",
    "1.",
    ".7",
    "+1.7",
    "-0",
    "-1.7",
    "1_7",
    "1e",
];

const VALUES: [&str; 10] = [
    "null",
    "true",
    "[]",
    "{}",
    "[1.7]",
    r#"{"value": 1.7}"#,
    r#""1,7""#,
    r#""""#,
    "'1.7'",
    "",
];

/// Deep, so that a parser that calls itself would end.
fn nested(random: &mut Rng) -> Vec<u8> {
    let (open, close) = pick(random, &[("[", "]"), ("{\"a\":", "}"), ("[{\"a\":", "}]")]);
    let depth = random.usize(100..8_000);
    let closed = pick(random, &[true, false]);
    let inside = format!(
        "{}1{}",
        open.repeat(depth),
        close.repeat(if closed { depth } else { 0 })
    );
    match random.bool() {
        true => inside.into_bytes(),
        false => person(&inside).into_bytes(),
    }
}

/// Text of any script, without a digit or a bracket that could make it JSON.
fn unicode(random: &mut Rng) -> String {
    let length = random.usize(1..200);
    let text: String = (0..length).map(|_| random.char('\u{a0}'..)).collect();
    format!("{NAME}{text}")
}

/// The inside of a JSON string: escapes that are halves, and control characters.
fn quoted(random: &mut Rng) -> String {
    let escape = pick(
        random,
        &[
            "\\ud800",
            "\\udfff\\ud800",
            "\\u12",
            "\\x41",
            "\\",
            "\u{1}",
            "\\u0000",
        ],
    );
    format!("{NAME}{escape}{}", unicode(random))
}
