//! The application on a real lattice, over HTTP: every answer it promises, and
//! what happens when a part of it is missing.

use std::process::ExitCode;
use std::sync::Arc;
use std::time::{Duration, Instant};

use anyhow::{Context as _, ensure};
use libtest_mimic::{Arguments, Failed, Trial};
use serde_json::{Value, json};
use tests::http::Client;
use tests::lattice::Lattice;
use tests::process::running_from;
use tests::{eventually, root};

/// Longer than anything a client should have to wait for, an outage included.
const SECONDS: Duration = Duration::from_secs(9);

const METRICS: &str = "/api/v1/health-metrics";
const PERSON: &str = r#"{"weight": 70, "height": 1.75, "age": 30, "gender": "male"}"#;

type Test = fn(&Lattice) -> anyhow::Result<()>;

/// In this order: the last ones break the application and wait until it heals.
const TESTS: &[(&str, Test)] = &[
    ("figures_of_the_example", figures_of_the_example),
    ("stated_activity_level", stated_activity_level),
    ("specialised_figures", specialised_figures),
    ("operational_endpoints", operational_endpoints),
    ("readme_example_is_true", readme_example_is_true),
    ("refused_people", refused_people),
    ("unreadable_bodies", unreadable_bodies),
    ("huge_bodies", huge_bodies),
    (
        "wrong_methods_paths_and_types",
        wrong_methods_paths_and_types,
    ),
    ("many_clients_at_once", many_clients_at_once),
    ("cancelled_requests", cancelled_requests),
    ("other_origins_may_not_read", other_origins_may_not_read),
    ("logs_hold_no_patient_data", logs_hold_no_patient_data),
    ("without_the_calculator", without_the_calculator),
    ("without_the_validator", without_the_validator),
];

fn main() -> ExitCode {
    let mut arguments = Arguments::from_args();
    arguments.test_threads = Some(1);
    if arguments.list {
        return libtest_mimic::run(&arguments, trials(None)).exit_code();
    }
    let started = Instant::now();
    let lattice = match Lattice::start().and_then(|lattice| lattice.deploy().map(|()| lattice)) {
        Ok(lattice) => Arc::new(lattice),
        Err(error) => {
            eprintln!("there is no lattice to test on: {error:?}");
            return ExitCode::FAILURE;
        }
    };
    println!(
        "a lattice with the application is up after {:?}",
        started.elapsed()
    );
    let folder = lattice.folder().to_owned();
    let conclusion = libtest_mimic::run(&arguments, trials(Some(&lattice)));
    drop(lattice);
    let left = running_from(&folder).unwrap_or_default();
    if !left.is_empty() {
        eprintln!("processes were left running: {left:?}");
        return ExitCode::FAILURE;
    }
    conclusion.exit_code()
}

fn trials(lattice: Option<&Arc<Lattice>>) -> Vec<Trial> {
    let trial = |(name, test): &(&str, Test)| {
        let (lattice, test) = (lattice.cloned(), *test);
        Trial::test(*name, move || {
            let lattice = lattice.ok_or("no lattice")?;
            test(&lattice).map_err(|error| Failed::from(format!("{error:#}")))
        })
    };
    TESTS.iter().map(trial).collect()
}

fn close(found: &Value, expected: f64) -> anyhow::Result<()> {
    let number = found.as_f64().context("not a number")?;
    ensure!(
        (number - expected).abs() < 1e-6,
        "found {number}, expected {expected}"
    );
    Ok(())
}

fn figures_of_the_example(lattice: &Lattice) -> anyhow::Result<()> {
    let response = lattice.client().post(METRICS, PERSON)?;
    ensure!(response.status == 200, "{response:?}");
    ensure!(response.header("content-type") == Some("application/json"));
    ensure!(response.header("cache-control") == Some("no-store"));
    let answer = response.json();
    close(&answer["bmi"], 22.857_142_857)?;
    close(&answer["bmr"], 1695.667)?;
    close(&answer["ideal_weight"], 68.75)?;
    close(&answer["body_fat_percentage"], 18.128_571_429)?;
    close(&answer["daily_calories"], 2713.0672)?;
    ensure!(answer["classification"] == "normal");
    ensure!(answer["healthy"] == true);
    ensure!(answer["activity"] == json!({"factor": 1.6, "source": "age_default"}));
    ensure!(
        answer["assumptions"]
            .as_array()
            .is_some_and(|all| all.len() == 1)
    );
    ensure!(answer["computed_by"] == "wasm_component");
    ensure!(
        answer["processing_time_us"]
            .as_u64()
            .is_some_and(|time| time > 0)
    );
    let formulas = answer["formulas"].as_array().context("formulas")?;
    let ids: Vec<_> = formulas.iter().map(|formula| &formula["id"]).collect();
    ensure!(
        ids == [
            "bmi",
            "bmr-roza-shizgal-1984",
            "ibw-lorentz-1929",
            "body-fat-deurenberg-1991",
            "tdee"
        ],
        "{ids:?}"
    );
    for formula in formulas {
        ensure!(formula["version"].is_string() && formula["citation"].is_string());
    }
    Ok(())
}

fn stated_activity_level(lattice: &Lattice) -> anyhow::Result<()> {
    for factor in [1.2, 1.375, 1.55, 1.725, 1.9] {
        let body = json!({
            "weight": 55, "height": 1.62, "age": 44, "gender": "female", "activity_level": factor
        });
        let answer = lattice.client().post(METRICS, body.to_string())?.json();
        ensure!(
            answer["activity"] == json!({"factor": factor, "source": "activity_level"}),
            "{answer}"
        );
        ensure!(answer["assumptions"] == json!([]));
        // 447.593 + 9.247 * 55 + 3.098 * 162 - 4.330 * 44
        close(&answer["bmr"], 1267.534)?;
        close(&answer["daily_calories"], 1267.534 * factor)?;
    }
    Ok(())
}

fn specialised_figures(lattice: &Lattice) -> anyhow::Result<()> {
    let client = lattice.client();
    let bmi = client.post("/api/v1/bmi", r#"{"weight": 80, "height": 1.6}"#)?;
    ensure!(bmi.status == 200, "{bmi:?}");
    close(&bmi.json()["bmi"], 31.25)?;
    ensure!(bmi.json()["classification"] == "obese" && bmi.json()["healthy"] == false);
    ensure!(
        bmi.json()["assumptions"]
            .as_array()
            .is_some_and(|all| all.len() == 1)
    );
    let bmr = client.post("/api/v1/bmr", PERSON)?;
    ensure!(bmr.status == 200, "{bmr:?}");
    close(&bmr.json()["bmr"], 1695.667)?;
    ensure!(bmr.json()["formulas"][0]["id"] == "bmr-roza-shizgal-1984");
    Ok(())
}

fn operational_endpoints(lattice: &Lattice) -> anyhow::Result<()> {
    for (path, member, value) in [
        ("/livez", "status", "live"),
        ("/readyz", "status", "ready"),
        ("/version", "name", "medical-api"),
    ] {
        let response = lattice.client().get(path)?;
        ensure!(response.status == 200, "{response:?}");
        ensure!(response.json()[member] == value, "{response:?}");
    }
    Ok(())
}

/// The README shows one request and its answer; they are this one.
fn readme_example_is_true(lattice: &Lattice) -> anyhow::Result<()> {
    let readme = std::fs::read_to_string(root().join("README.md"))?;
    let mut blocks = readme.split("```").skip(1).step_by(2);
    let command = blocks
        .find(|block| block.contains("curl") && block.contains(METRICS))
        .context("the README shows no curl for the health metrics")?;
    let body = command
        .split('\'')
        .find(|part| part.trim_start().starts_with('{'));
    let answer = blocks.next().context("the README shows no answer")?;
    let answer = answer.trim_start_matches("json");
    let mut shown: Value = serde_json::from_str(answer).context("the README's answer")?;
    let mut real = lattice
        .client()
        .post(METRICS, body.context("no body")?)?
        .json();
    for document in [&mut shown, &mut real] {
        ensure!(document["processing_time_us"].take().is_u64());
    }
    ensure!(
        shown == real,
        "the README shows {shown}\nbut the answer is {real}"
    );
    Ok(())
}

fn refused_people(lattice: &Lattice) -> anyhow::Result<()> {
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
    ensure!(hint.body.contains("looks like centimetres"), "{hint:?}");
    let swapped = r#"{"weight": 170, "height": 0.7, "age": 30, "gender": "male"}"#;
    let hint = lattice.client().post(METRICS, swapped)?;
    ensure!(
        hint.status == 422 && hint.body.contains("swapped"),
        "{hint:?}"
    );
    Ok(())
}

fn unreadable_bodies(lattice: &Lattice) -> anyhow::Result<()> {
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

fn huge_bodies(lattice: &Lattice) -> anyhow::Result<()> {
    let body = vec![b' '; 10_000_000];
    let head = format!("POST {METRICS} HTTP/1.1\r\nhost: x\r\ncontent-type: application/json\r\n");
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

fn wrong_methods_paths_and_types(lattice: &Lattice) -> anyhow::Result<()> {
    let client = lattice.client();
    for (method, path, allow) in [
        ("GET", METRICS, "POST"),
        ("PUT", "/api/v1/bmi", "POST"),
        ("DELETE", "/api/v1/bmr", "POST"),
        ("BREW", "/api/v1/bmr", "POST"),
        ("POST", "/livez", "GET, HEAD"),
    ] {
        let response = client.send(method, path, Some("application/json"), b"{}")?;
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
    for media_type in [None, Some("text/plain"), Some("application/xml")] {
        let response = client.send("POST", METRICS, media_type, PERSON.as_bytes())?;
        ensure!(response.status == 415, "{media_type:?}: {response:?}");
        ensure!(response.json()["code"] == "unsupported-media-type");
    }
    Ok(())
}

/// Each client's answers are its own.
fn many_clients_at_once(lattice: &Lattice) -> anyhow::Result<()> {
    let clients = (1..=32_u32).map(|number| {
        let client = lattice.client();
        std::thread::spawn(move || -> anyhow::Result<()> {
            for turn in 0..10 {
                let weight = f64::from(40 + number * 2 + turn);
                let body = json!({"weight": weight, "height": 2});
                let response = client.post("/api/v1/bmi", body.to_string())?;
                ensure!(response.status == 200, "{response:?}");
                close(&response.json()["bmi"], weight / 4.0)?;
            }
            Ok(())
        })
    });
    for client in clients.collect::<Vec<_>>() {
        client
            .join()
            .map_err(|_| anyhow::anyhow!("a client panicked"))??;
    }
    Ok(())
}

/// Clients that hang up at any point of a request leave a service that answers.
fn cancelled_requests(lattice: &Lattice) -> anyhow::Result<()> {
    let request = format!(
        "POST {METRICS} HTTP/1.1\r\nhost: x\r\ncontent-type: application/json\r\n\
         content-length: {}\r\n\r\n{PERSON}",
        PERSON.len()
    );
    for round in 0..100 {
        let sent = request.len() - (round * 7) % request.len();
        let client: Client = lattice.client();
        client.raw(&request.as_bytes()[..sent], Duration::ZERO)?;
    }
    let response = lattice.client().post(METRICS, PERSON)?;
    ensure!(
        response.status == 200 && response.took < SECONDS,
        "{response:?}"
    );
    Ok(())
}

fn other_origins_may_not_read(lattice: &Lattice) -> anyhow::Result<()> {
    let request = "GET /livez HTTP/1.1\r\nhost: x\r\norigin: https://elsewhere.example\r\n\r\n";
    let answer = lattice.client().raw(request.as_bytes(), SECONDS)?;
    ensure!(answer.starts_with("HTTP/1.1 200"), "{answer}");
    let allowed = answer
        .to_lowercase()
        .contains("access-control-allow-origin");
    ensure!(!allowed, "{answer}");
    Ok(())
}

/// A figure, a field or a text that a client sent is nowhere in the logs.
fn logs_hold_no_patient_data(lattice: &Lattice) -> anyhow::Result<()> {
    let body = r#"{"weight": 71.31713, "height": 1.7313, "age": 31, "gender": "zeferina",
                   "zoraide": "zenaide"}"#;
    let path = "/api/v1/health-metrics?name=zuleica";
    ensure!(lattice.client().post(path, body)?.status == 422);
    let log = lattice.host_log();
    for secret in [
        "71.31713", "1.7313", "zeferina", "zoraide", "zenaide", "zuleica",
    ] {
        ensure!(!log.contains(secret), "{secret} is in the log");
    }
    Ok(())
}

fn without_the_calculator(lattice: &Lattice) -> anyhow::Result<()> {
    lattice.stop_component("health-calculator")?;
    fails_in_seconds_and_says_no_figure(lattice)?;
    heals(lattice)
}

fn without_the_validator(lattice: &Lattice) -> anyhow::Result<()> {
    lattice.stop_component("validator")?;
    fails_in_seconds_and_says_no_figure(lattice)?;
    heals(lattice)
}

fn fails_in_seconds_and_says_no_figure(lattice: &Lattice) -> anyhow::Result<()> {
    let client = lattice.client();
    for path in [METRICS, "/api/v1/bmi", "/api/v1/bmr"] {
        let response = client.post(path, PERSON)?;
        ensure!(response.status >= 500, "{path}: {response:?}");
        ensure!(response.took < SECONDS, "{path} took {:?}", response.took);
        for figure in ["22.857", "1695", "68.75", "18.128", "2713"] {
            ensure!(!response.body.contains(figure), "{response:?}");
        }
    }
    let ready = client.get("/readyz")?;
    ensure!(ready.status >= 500 && ready.took < SECONDS, "{ready:?}");
    let live = client.get("/livez")?;
    ensure!(live.status == 200, "the gateway itself lives: {live:?}");
    Ok(())
}

fn heals(lattice: &Lattice) -> anyhow::Result<()> {
    lattice.resume_wadm();
    let started = Instant::now();
    eventually("the application heals", Duration::from_secs(60), || {
        let response = lattice.client().get("/readyz")?;
        ensure!(response.status == 200, "{response:?}");
        Ok(())
    })?;
    println!("healed after {:?}", started.elapsed());
    figures_of_the_example(lattice)
}
