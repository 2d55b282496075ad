//! A thousand patients: in one request, and each in one of their own at once.

use std::net::SocketAddr;
use std::sync::Arc;
use std::time::{Duration, Instant};

use anyhow::{Context as _, ensure};
use harness::http::Client;
use harness::lattice::{Lattice, Wiring};
use harness::load::post;
use serde::Serialize;
use serde_json::{Value, json};
use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use tokio::net::TcpStream;
use tokio::sync::Barrier;
use tokio::task::JoinSet;
use tokio::time::{sleep, timeout};

use crate::Settings;
use crate::report::{Limit, Page, median, number};

pub(crate) const PATIENTS: u32 = 1_000;

/// When a patient without an answer is lost.
const PATIENCE: Duration = Duration::from_secs(15);

/// What was measured of one wiring; an entry for each repetition.
#[derive(Debug, Default, Serialize)]
struct Figures {
    wiring: &'static str,
    /// Milliseconds for all in one request.
    batch: Vec<f64>,
    /// The same, each in a request of its own, all on connections of their own.
    crowds: Vec<Crowd>,
}

/// What came of all patients at once.
#[derive(Debug, Serialize)]
struct Crowd {
    /// Milliseconds until the last one had an answer.
    all: f64,
    /// Milliseconds until half of them had.
    half: f64,
    /// Refusals with 503; they came again when they were told to.
    refused: u32,
    /// Without the right answer in the end.
    lost: u32,
}

/// Measures and writes this section.
pub(crate) fn run(settings: &Settings, page: &mut Page) -> anyhow::Result<()> {
    let (batches, crowds) = if settings.quick { (3, 1) } else { (30, 5) };
    let mut lattices = Vec::new();
    let mut figures = Vec::new();
    for wiring in [Wiring::Linked, Wiring::Fused] {
        let lattice = Lattice::start()?;
        lattice.deploy_wiring(wiring)?;
        lattices.push(lattice);
        figures.push(Figures {
            wiring: wiring.name(),
            ..Figures::default()
        });
    }
    // In turns; the first of each only warms up.
    for repetition in 0..=batches {
        for (lattice, figures) in lattices.iter().zip(&mut figures) {
            let millis = batch(&lattice.client(), PATIENTS)?;
            if repetition > 0 {
                figures.batch.push(millis);
            }
        }
    }
    for repetition in 0..=crowds {
        for (lattice, figures) in lattices.iter().zip(&mut figures) {
            let crowd = crowd(lattice.address())?;
            if repetition > 0 {
                figures.crowds.push(crowd);
            }
        }
    }
    write(&figures, page);
    page.record("batch", &figures)
}

/// A batch of this many cases, each of which has an answer, line by line.
pub(crate) fn lines(cases: u32) -> Vec<String> {
    let lines = (0..cases).map(|id| {
        let (weight, height) = measures(id);
        let inputs = json!({
            "weight": {"value": weight, "unit": "kg"},
            "height": {"value": height * 100.0, "unit": "cm"},
        });
        json!({"id": id, "calculator": "bmi", "inputs": inputs}).to_string()
    });
    lines.collect()
}

/// Milliseconds for a batch of this many cases, each with an answer.
pub(crate) fn batch(client: &Client, cases: u32) -> anyhow::Result<f64> {
    let body = lines(cases).join("\n");
    let headers = [("content-type", "application/x-ndjson")];
    let answer = client.post_with("/api/v1/batch", body, &headers)?;
    ensure!(answer.status == 200, "{answer:?}");
    let mut answered = 0;
    for line in answer.body.lines() {
        let line: Value = serde_json::from_str(line)?;
        ensure!(line["status"] == 200, "{line}");
        answered += 1;
    }
    ensure!(answered == cases, "{answered} answers");
    Ok(answer.took.as_secs_f64() * 1e3)
}

/// Weight in kg and height in m of one of many.
fn measures(number: u32) -> (f64, f64) {
    (
        f64::from(50 + number % 50),
        f64::from(150 + number % 41) / 100.0,
    )
}

fn crowd(address: SocketAddr) -> anyhow::Result<Crowd> {
    let runtime = tokio::runtime::Builder::new_current_thread()
        .enable_all()
        .build()?;
    let barrier = Arc::new(Barrier::new(PATIENTS as usize));
    runtime.block_on(async {
        let mut patients = JoinSet::new();
        for number in 0..PATIENTS {
            patients.spawn(patient(address, number, Arc::clone(&barrier)));
        }
        let mut answered = Vec::new();
        let (mut refused, mut lost) = (0, 0);
        while let Some(patient) = patients.join_next().await {
            match patient? {
                Ok((after, refusals)) => {
                    answered.push(after);
                    refused += refusals;
                }
                Err(error) => {
                    if lost == 0 {
                        eprintln!("a patient was lost: {error:#}");
                    }
                    lost += 1;
                }
            }
        }
        Ok(Crowd {
            all: answered.iter().copied().fold(0.0, f64::max),
            half: median(&mut answered),
            refused,
            lost,
        })
    })
}

/// Milliseconds until this patient had the right answer, and how many times it
/// was told to come back first.
async fn patient(
    address: SocketAddr,
    number: u32,
    barrier: Arc<Barrier>,
) -> anyhow::Result<(f64, u32)> {
    let (weight, height) = measures(number);
    let body = json!({"weight": weight, "height": height, "age": 30, "gender": "female"});
    let request = post("/api/v1/health-metrics", &body.to_string());
    let mut stream = TcpStream::connect(address).await?;
    barrier.wait().await;
    let started = Instant::now();
    let asking = async {
        for refusals in 0.. {
            stream.write_all(&request).await?;
            let (head, body) = answer(&mut stream).await?;
            let status = head.split(' ').nth(1).context("a status")?;
            if status == "503" {
                sleep(come_back_after(&head)?).await;
                continue;
            }
            ensure!(status == "200", "{head}{body}");
            let bmi: Value = serde_json::from_str(&body)?;
            let expected = weight / (height * height);
            let bmi = bmi["bmi"].as_f64().context("a figure")?;
            ensure!((bmi - expected).abs() < 1e-9, "{bmi} for {expected}");
            return Ok((started.elapsed().as_secs_f64() * 1e3, refusals));
        }
        unreachable!("it asks until there is an answer");
    };
    timeout(PATIENCE, asking).await?
}

/// Head in lower case, and body with its length given.
async fn answer(stream: &mut TcpStream) -> anyhow::Result<(String, String)> {
    let mut bytes = Vec::new();
    loop {
        let text = String::from_utf8_lossy(&bytes);
        if let Some((head, body)) = text.split_once("\r\n\r\n") {
            let head = head.to_ascii_lowercase();
            let length: usize = field(&head, "content-length")?.parse()?;
            if body.len() >= length {
                return Ok((head, body.to_owned()));
            }
        }
        ensure!(stream.read_buf(&mut bytes).await? > 0, "closed: {bytes:?}");
    }
}

fn come_back_after(head: &str) -> anyhow::Result<Duration> {
    Ok(Duration::from_secs(field(head, "retry-after")?.parse()?))
}

fn field<'a>(head: &'a str, name: &str) -> anyhow::Result<&'a str> {
    let mut fields = head.lines().filter_map(|line| line.split_once(": "));
    let found = fields.find_map(|(found, value)| (found == name).then_some(value));
    found.with_context(|| format!("no {name} in {head}"))
}

fn write(figures: &[Figures], page: &mut Page) {
    page.section("A thousand patients");
    page.prose(PROSE);
    let rows = figures.iter().map(|one| {
        vec![
            one.wiring.to_owned(),
            number(median(&mut one.batch.clone())),
            number(middle(one, |crowd| crowd.half)),
            number(middle(one, |crowd| crowd.all)),
            number(middle(one, |crowd| f64::from(crowd.refused))),
            one.crowds
                .iter()
                .map(|crowd| crowd.lost)
                .sum::<u32>()
                .to_string(),
        ]
    });
    let head = [
        "wiring, our ingress",
        "one request ms",
        "1,000 at once: half ms",
        "all ms",
        "told to come back",
        "lost",
    ];
    page.table(&head, &rows.collect::<Vec<_>>());
    targets(figures, page);
}

fn middle(one: &Figures, value: fn(&Crowd) -> f64) -> f64 {
    median(&mut one.crowds.iter().map(value).collect::<Vec<_>>())
}

fn targets(figures: &[Figures], page: &mut Page) {
    for one in figures {
        let name = one.wiring;
        let batch = median(&mut one.batch.clone());
        let what = format!("{name}: 1,000 patients in one request");
        page.target(
            what,
            batch,
            Limit::Most(50.0),
            "ms",
            "client's time, JSON included",
        );
        let what = format!("{name}: 1,000 patients at once, all answered");
        let all = middle(one, |crowd| crowd.all);
        page.target(what, all, Limit::Most(1000.0), "ms", "every answer checked");
        let lost = one.crowds.iter().map(|crowd| crowd.lost).sum::<u32>();
        let what = format!("{name}: patients lost of all these");
        page.target(
            what,
            f64::from(lost),
            Limit::Most(0.0),
            "",
            "refused is not lost",
        );
    }
}

const PROSE: &str = "\
In one request: `POST /api/v1/batch` with 1,000 lines on a
connection of its own, the wirings in turns, median of 30. At once: 1,000
connections, opened before, on which 1,000 different people are sent at the same
moment; whoever is refused with 503 comes again on the same connection after the time
in `Retry-After`. Every figure is compared with the right one. A connection that
closes, another status or no answer within 15 s counts as lost.";
