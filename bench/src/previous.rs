//! Against the previous release: another build's components in the same process, in
//! turns with ours.

use std::env;
use std::path::{Path, PathBuf};

use anyhow::Context as _;
use harness::built;
use harness::sandbox::{Host, engine};
use serde::Serialize;
use tokio::runtime;
use wasmtime::Engine;

use crate::Settings;
use crate::batch::{PATIENTS, lines};
use crate::first_call::{Ready, Request, Samples, measure};
use crate::report::{Limit, Page, median, number, times};

/// The environment variable with the folder of the other build.
const FOLDER: &str = "MEDICAL_BASELINE";

/// Rounds in which every build takes its turn.
const ROUNDS: usize = 20;

/// The builds: the other one, and ours.
const BUILDS: usize = 2;

/// What is asked of every build.
struct Question {
    request: Request,
    /// Repetitions in each turn.
    repetitions: usize,
    /// What one answer is divided by.
    cases: u32,
    /// By build.
    ready: [Ready; BUILDS],
    samples: [Samples; BUILDS],
}

/// One kind of time: medians in microseconds.
#[derive(Serialize)]
struct Row {
    what: String,
    previous: f64,
    ours: f64,
}

/// Measures and writes this section, when there is something to compare with.
pub(crate) fn run(settings: &Settings, page: &mut Page) -> anyhow::Result<()> {
    let Some(folder) = env::var_os(FOLDER).map(PathBuf::from) else {
        eprintln!("    {FOLDER} names no other build to compare with");
        return Ok(());
    };
    let runtime = runtime::Builder::new_current_thread()
        .enable_all()
        .build()?;
    let engine = engine(Host::Ours)?;
    let mut questions = questions(&engine, &folder, settings)?;
    // The first round only warms up.
    for round in 0..=ROUNDS {
        for question in &mut questions {
            for build in 0..BUILDS {
                // Whoever comes first in one round comes last in another.
                let build = (build + round) % BUILDS;
                let ready = &question.ready[build];
                let samples = runtime.block_on(measure(&engine, ready, question.repetitions));
                let samples = samples.context(question.request.name)?;
                if round > 0 {
                    question.samples[build].add(samples);
                }
            }
        }
    }
    let rows = rows(questions);
    write(&rows, page);
    page.record("previous", &rows)
}

fn questions(engine: &Engine, folder: &Path, settings: &Settings) -> anyhow::Result<Vec<Question>> {
    // The first release composed its component and called it otherwise.
    let names = ["medical-whole.wasm", "medical.wasm"];
    let mut other = names.map(|name| folder.join(name)).into_iter();
    let other = other.find(|file| file.is_file());
    let other = other.with_context(|| format!("{FOLDER}: no {} in {folder:?}", names[0]))?;
    let files = [other, built("medical-whole.wasm")?];
    let few = if settings.quick { 10 } else { 1 };
    let all = [
        (Request::LIVE, 500 / few, 1),
        (Request::HEALTH_METRICS, 500 / few, 1),
        (Request::batch(&lines(PATIENTS)), 20 / few, PATIENTS),
    ];
    let question = |(request, repetitions, cases)| {
        let ready = |file: &PathBuf| Ready::http(engine, file, &request);
        let [other, ours] = &files;
        Ok(Question {
            ready: [ready(other)?, ready(ours)?],
            samples: Default::default(),
            request,
            repetitions,
            cases,
        })
    };
    all.into_iter().map(question).collect()
}

/// Which of the times of a call.
type Times = fn(&mut Samples) -> &mut Vec<f64>;

fn rows(questions: Vec<Question>) -> Vec<Row> {
    let mut rows = Vec::new();
    for mut question in questions {
        let name = question.request.name;
        let kinds: [(_, Times); 3] = [
            ("instantiate", |samples| &mut samples.instantiate),
            ("call", |samples| &mut samples.call),
            ("both", |samples| &mut samples.both),
        ];
        let batch = question.cases > 1;
        for (kind, of) in kinds {
            // An instance is a small part of a batch, and none of it belongs to a case.
            if batch && kind != "call" {
                continue;
            }
            let mut time =
                |build: usize| median(of(&mut question.samples[build])) / f64::from(question.cases);
            rows.push(Row {
                what: match batch {
                    true => format!("{name}, {} cases: each", question.cases),
                    false => format!("{name}: {kind}"),
                },
                previous: time(0),
                ours: time(1),
            });
        }
    }
    rows
}

fn write(rows: &[Row], page: &mut Page) {
    page.section("Against the previous release");
    page.prose(PROSE);
    let cells = rows.iter().map(|row| {
        vec![
            row.what.clone(),
            number(row.previous),
            number(row.ours),
            times(row.ours, row.previous),
        ]
    });
    let head = ["request", "previous µs", "now µs", "now / previous"];
    page.table(&head, &cells.collect::<Vec<_>>());
    let limits = [
        (Request::LIVE.name, "call", 0.4),
        (Request::HEALTH_METRICS.name, "both", 0.55),
        ("`POST /api/v1/batch`", "each", 0.5),
    ];
    for (name, kind, limit) in limits {
        let named = |row: &&Row| row.what.starts_with(name) && row.what.ends_with(kind);
        if let Some(row) = rows.iter().find(named) {
            let what = format!("now / previous release, {}", row.what);
            let ratio = row.ours / row.previous;
            page.target(what, ratio, Limit::Most(limit), "×", REMARK);
        }
    }
}

const REMARK: &str = "in turns, in one process";

const PROSE: &str = "\
The fused component of the previous release beside that of this one in the same
process and engine as above, round by round in turns; medians over all rounds. Every
call gets a fresh instance. A case of the batch is a thousandth of one call with 1,000
body mass indices.";
