//! Cold start: what a call costs when nothing runs yet, which on the host is
//! every call.

use anyhow::{Context as _, bail};
use harness::sandbox::{Host, engine, load};
use harness::{built, components};
use serde::Serialize;
use tokio::runtime;
use wasmtime::Engine;

use crate::Settings;
use crate::first_call::{Ready, Request, Samples, measure};
use crate::report::{Limit, Page, number, quantile};
use crate::worlds::{calculator, formatter, validator};

/// The component that is whole in one module.
const WHOLE: &str = "medical-whole";

/// Turns in which the components take part.
const TURNS: usize = 4;

/// A component and its first call.
struct Subject {
    name: String,
    call: &'static str,
    bytes: u64,
    ready: Ready,
    samples: Samples,
}

/// Medians in microseconds, unless the name says otherwise.
#[derive(Serialize)]
struct Row {
    name: String,
    call_is: &'static str,
    bytes: u64,
    repetitions: usize,
    instantiate: f64,
    call: f64,
    both: f64,
    both_p99: f64,
    end: f64,
    page_faults: f64,
}

/// Measures and writes this section.
pub(crate) fn run(settings: &Settings, page: &mut Page) -> anyhow::Result<()> {
    let runtime = runtime::Builder::new_current_thread()
        .enable_all()
        .build()?;
    let repetitions = if settings.quick { 100 } else { 2_000 };
    let engines = [engine(Host::Ours)?, engine(Host::Official)?];
    let mut subjects = [subjects(&engines[0])?, subjects(&engines[1])?];
    for turn in 0..=TURNS {
        for (engine, subjects) in engines.iter().zip(&mut subjects) {
            for subject in subjects {
                let samples = runtime.block_on(measure(engine, &subject.ready, repetitions));
                let samples = samples.with_context(|| subject.name.clone())?;
                // The first turn only warms up.
                if turn > 0 {
                    subject.samples.add(samples);
                }
            }
        }
    }
    let [ours, official] = subjects.map(|all| all.into_iter().map(Row::from).collect::<Vec<_>>());
    write(&ours, &official, page);
    page.record("cold", &ours)?;
    page.record("cold_official_host", &official)
}

/// Every component.
fn subjects(engine: &Engine) -> anyhow::Result<Vec<Subject>> {
    let mut subjects = Vec::new();
    for name in components()? {
        subjects.extend(of_component(engine, &name)?);
    }
    Ok(subjects)
}

/// What is called first of one component.
fn of_component(engine: &Engine, component: &str) -> anyhow::Result<Vec<Subject>> {
    let file = built(&format!("{component}.wasm"))?;
    let bytes = file.metadata()?.len();
    let http =
        |request: Request| Ready::http(engine, &file, &request).map(|ready| (request.name, ready));
    let calls = match component {
        "health-calculator" => {
            let pre = calculator::HealthCalculatorPre::new(load(engine, &file)?)?;
            vec![("`evaluate`, 4 inputs", Ready::Calculator(pre))]
        }
        "validator" => {
            let pre = validator::ValidatorPre::new(load(engine, &file)?)?;
            vec![("`check`, 4 inputs", Ready::Validator(pre))]
        }
        "formatter" => {
            let pre = formatter::FormatterPre::new(load(engine, &file)?)?;
            vec![("`render` as text", Ready::Formatter(pre))]
        }
        // Nothing stands behind it here.
        "medical-api" => vec![http(Request::LIVE)?],
        WHOLE => vec![http(Request::LIVE)?, http(Request::HEALTH_METRICS)?],
        other => bail!("what to call of {other} first is not known here"),
    };
    let subject = |(call, ready)| Subject {
        name: component.to_owned(),
        call,
        bytes,
        ready,
        samples: Samples::default(),
    };
    Ok(calls.into_iter().map(subject).collect())
}

impl From<Subject> for Row {
    fn from(subject: Subject) -> Self {
        let mut samples = subject.samples;
        let repetitions = samples.both.len();
        #[expect(clippy::cast_precision_loss, reason = "some thousands")]
        let page_faults = samples.faults / repetitions as f64;
        Self {
            name: subject.name,
            call_is: subject.call,
            bytes: subject.bytes,
            repetitions,
            instantiate: quantile(&mut samples.instantiate, 0.5),
            call: quantile(&mut samples.call, 0.5),
            both: quantile(&mut samples.both, 0.5),
            both_p99: quantile(&mut samples.both, 0.99),
            end: quantile(&mut samples.end, 0.5),
            page_faults,
        }
    }
}

fn write(rows: &[Row], official: &[Row], page: &mut Page) {
    page.section("Cold start");
    page.prose(PROSE);
    #[expect(clippy::cast_precision_loss, reason = "sizes of files")]
    let cells = rows.iter().zip(official).map(|(row, official)| {
        vec![
            format!("{}: {}", row.name, row.call_is),
            number(row.bytes as f64 / 1024.0),
            number(row.instantiate),
            number(row.call),
            number(row.both),
            number(row.both_p99),
            number(row.end),
            number(row.page_faults),
            number(official.both),
            number(official.page_faults),
        ]
    });
    let head = [
        "component and call",
        "KiB",
        "instantiate µs",
        "call µs",
        "both µs",
        "both p99 µs",
        "end µs",
        "page faults",
        "official host: both µs",
        "page faults",
    ];
    page.table(&head, &cells.collect::<Vec<_>>());
    targets(rows, page);
}

fn targets(rows: &[Row], page: &mut Page) {
    for row in rows {
        let remark = if row.name == WHOLE {
            REMARK_WHOLE
        } else {
            REMARK
        };
        let what = format!("cold start, {}, {}", row.name, row.call_is);
        page.target(
            format!("{what}, p50"),
            row.both,
            Limit::Most(50.0),
            "µs",
            remark,
        );
        page.target(
            format!("{what}, p99"),
            row.both_p99,
            Limit::Most(250.0),
            "µs",
            remark,
        );
    }
}

const REMARK: &str = "instance and first call";

const REMARK_WHOLE: &str = "everything in one module";

const PROSE: &str = "\
A call on the host always gets a fresh instance, so this is the floor of every call.
The engine is set up as that of the host in `lattice/` (pooling allocator, epochs,
asynchronous calls, pages kept from one instance to the next); there is no host, HTTP
server or network around it. `GET /livez` calls no other component; `POST
/api/v1/health-metrics` runs through gateway, validator and calculator, all in one call:
from function to function in `medical-whole`, which is the same gateway with everything
behind it in one module.
*End* is what it takes to give the instance back, which the
host does after it has answered. Page faults are those of one repetition: each first
touch of a page of the instance's memory is one. The last columns are the same with the
settings of the host that wasmCloud publishes.";
