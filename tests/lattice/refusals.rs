//! What is refused, and how.

use anyhow::ensure;
use harness::lattice::Lattice;

use crate::{METRICS, PERSON, SECONDS};

pub(crate) fn refused_people(lattice: &Lattice) -> anyhow::Result<()> {
    for (body, expected) in [
        (
            r#"{"weight": 70, "height": 175, "age": 30, "gender": "male"}"#,
            &[("/height", "out-of-range")][..],
        ),
        (
            r#"{"weight": 70, "height": 1.75, "age": 17, "gender": "male"}"#,
            &[("/age", "outside-validity")],
        ),
        (
            r#"{"weight": 70, "height": 1.75, "age": 30, "gender": "other"}"#,
            &[("/gender", "not-a-choice")],
        ),
        (
            r#"{"weight": "NaN", "height": "1.75", "age": true, "gender": 1}"#,
            &[
                ("/weight", "wrong-type"),
                ("/height", "wrong-type"),
                ("/age", "wrong-type"),
                ("/gender", "wrong-type"),
            ],
        ),
        (
            "{}",
            &[
                ("/weight", "missing"),
                ("/height", "missing"),
                ("/age", "missing"),
                ("/gender", "missing"),
            ],
        ),
        (
            r#"{"weight": 70, "weight": 71, "height": 1.75, "age": 30, "gender": "male"}"#,
            &[("/weight", "duplicate-field")],
        ),
        (
            r#"{"weight": 70, "height": 1.75, "age": 30, "gender": "male", "shoe/size": 42}"#,
            &[("/shoe~1size", "unknown-field")],
        ),
        (
            r#"{"weight": 10, "height": 1.75, "age": 30, "gender": "male"}"#,
            &[
                ("/weight", "implausible-combination"),
                ("/height", "implausible-combination"),
            ],
        ),
        ("[70, 1.75]", &[("", "wrong-type")]),
    ] {
        let response = lattice.client().post(METRICS, body)?;
        ensure!(response.status == 422, "{body}: {response:?}");
        ensure!(response.header("content-type") == Some("application/problem+json"));
        let found = response.violations();
        let found: Vec<_> = found
            .iter()
            .map(|(a, b)| (a.as_str(), b.as_str()))
            .collect();
        ensure!(found == expected, "{body}: {found:?}");
    }
    let centimetres = r#"{"weight": 70, "height": 175, "age": 30, "gender": "male"}"#;
    let hint = lattice.client().post(METRICS, centimetres)?;
    ensure!(hint.body.contains("plausible in cm"), "{hint:?}");
    let swapped = r#"{"weight": 170, "height": 0.7, "age": 30, "gender": "male"}"#;
    let hint = lattice.client().post(METRICS, swapped)?;
    ensure!(
        hint.status == 422 && hint.body.contains("swapped"),
        "{hint:?}"
    );
    Ok(())
}

pub(crate) fn unreadable_bodies(lattice: &Lattice) -> anyhow::Result<()> {
    let client = lattice.client();
    for (body, code) in [
        ("", "empty-body"),
        ("   ", "empty-body"),
        ("{", "invalid-json"),
        ("{\"weight\": NaN}", "invalid-json"),
        ("{\"weight\": 1e999}", "invalid-json"),
        ("weight=70&height=1.75", "invalid-json"),
        ("<weight>70</weight>", "invalid-json"),
    ] {
        let response = client.post(METRICS, body)?;
        ensure!(response.status == 400, "{body:?}: {response:?}");
        ensure!(response.json()["code"] == code, "{body:?}: {response:?}");
    }
    let binary = client.post(METRICS, [0, 159, 146, 150])?;
    ensure!(binary.status == 400, "{binary:?}");
    let deep = client.post(METRICS, "[".repeat(60_000))?;
    ensure!(deep.status == 400, "{deep:?}");
    Ok(())
}

pub(crate) fn huge_bodies(lattice: &Lattice) -> anyhow::Result<()> {
    let body = vec![b' '; 10_000_000];
    let head =
        format!("POST {METRICS} HTTP/1.1\r\nhost: localhost\r\ncontent-type: application/json\r\n");
    // The announced length is enough to refuse it.
    let announced = format!("{head}content-length: {}\r\n\r\n", body.len());
    let answer = lattice.client().raw(announced.as_bytes(), SECONDS)?;
    ensure!(answer.starts_with("HTTP/1.1 413"), "{answer}");
    // Without one, reading stops at the limit.
    let mut chunked = format!("{head}transfer-encoding: chunked\r\n\r\n").into_bytes();
    chunked.extend(format!("{:x}\r\n", body.len()).bytes());
    chunked.extend(&body);
    chunked.extend(b"\r\n0\r\n\r\n");
    let answer = lattice.client().raw(&chunked, SECONDS)?;
    ensure!(answer.starts_with("HTTP/1.1 413"), "{answer}");
    // A little over the limit is too much, a little under it is read.
    let padded = |length: usize| format!("{}{PERSON}", " ".repeat(length - PERSON.len()));
    let over = lattice.client().post(METRICS, padded(64 * 1024 + 1))?;
    ensure!(over.status == 413, "{over:?}");
    let under = lattice.client().post(METRICS, padded(64 * 1024))?;
    ensure!(under.status == 200, "{under:?}");
    Ok(())
}

pub(crate) fn wrong_methods_paths_and_types(lattice: &Lattice) -> anyhow::Result<()> {
    let client = lattice.client();
    for (method, path, allow) in [
        ("GET", METRICS, "POST"),
        ("PUT", "/api/v1/bmi", "POST"),
        ("DELETE", "/api/v1/bmr", "POST"),
        ("BREW", "/api/v1/bmr", "POST"),
        ("POST", "/livez", "GET, HEAD"),
    ] {
        let response = client.send(method, path, &[("content-type", "application/json")], b"{}")?;
        ensure!(response.status == 405, "{method} {path}: {response:?}");
        ensure!(response.header("allow") == Some(allow), "{response:?}");
    }
    for path in [
        "/",
        "/api/v1/bm",
        "/api/v2/bmi",
        "/livez/",
        "/%2e%2e/livez",
        "/api//v1/bmi",
    ] {
        let response = client.post(path, PERSON)?;
        ensure!(response.status == 404, "{path}: {response:?}");
        ensure!(response.json()["code"] == "not-found", "{response:?}");
    }
    for headers in [
        &[][..],
        &[("content-type", "text/plain")],
        &[("content-type", "application/xml")],
    ] {
        let response = client.send("POST", METRICS, headers, PERSON.as_bytes())?;
        ensure!(response.status == 415, "{headers:?}: {response:?}");
        ensure!(response.json()["code"] == "unsupported-media-type");
    }
    Ok(())
}
