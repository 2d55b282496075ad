//! Cold start: what a call costs when nothing runs yet, which on the host is
//! every call.

use std::time::Instant;

use anyhow::{Context as _, bail, ensure};
use bytes::Bytes;
use harness::sandbox::{Guest, Host, ProxyPre, engine, load, send, store};
use harness::{built, components, root};
use serde::Serialize;
use tokio::runtime;
use wasmtime::{Engine, Store};

use crate::report::{Limit, Page, micros, number, quantile};
use crate::worlds::{calculator, formatter, validator};
use crate::{PERSON, Settings, machine};

use calculator::exports::medical::health_calc::calculations::{GenderType, PatientMetrics};
use formatter::exports::medical::report::report::{Context, Format};
use validator::exports::medical::validation::validation::{Calculation, Field, RawValue};

/// An evaluation that a formatter can write.
const EVALUATION: &str = r#"{"calculator": "bmi", "version": "1.0.0", "title": "Body mass index",
    "language": "en", "results": [{"name": "bmi", "title": "Body mass index", "value": 22.86,
    "unit": "kg/m2", "display": "22.9"}], "warnings": [], "assumptions": [],
    "inputs": {"weight": {"value": 70, "unit": "kg"}}, "reference": {"citation": "WHO, 2000."}}"#;

/// The components composed into one.
const FUSED: &str = "all of them, fused";

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

enum Ready {
    Calculator(calculator::HealthCalculatorPre<Guest>),
    Validator(validator::ValidatorPre<Guest>),
    Formatter(formatter::FormatterPre<Guest>),
    Http(ProxyPre<Guest>, Request),
}

#[derive(Clone, Copy)]
enum Request {
    Live,
    HealthMetrics,
}

/// Microseconds of each repetition.
#[derive(Default)]
struct Samples {
    instantiate: Vec<f64>,
    call: Vec<f64>,
    both: Vec<f64>,
    end: Vec<f64>,
    faults: f64,
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

/// Every component, and all of them composed into one where that was built.
fn subjects(engine: &Engine) -> anyhow::Result<Vec<Subject>> {
    let mut names = components()?;
    if root().join("build/medical.wasm").is_file() {
        names.push("medical".to_owned());
    }
    names.iter().map(|name| subject(engine, name)).collect()
}

/// One component and what is called of it first.
fn subject(engine: &Engine, component: &str) -> anyhow::Result<Subject> {
    let file = built(&format!("{component}.wasm"))?;
    let bytes = file.metadata()?.len();
    let pre = load(engine, &file)?;
    let http = |pre, request| ProxyPre::new(pre).map(|pre| Ready::Http(pre, request));
    let (call, ready) = match component {
        "health-calculator" => (
            "`calculate-health-metrics`",
            calculator::HealthCalculatorPre::new(pre).map(Ready::Calculator)?,
        ),
        "validator" => (
            "`validate`, 4 fields",
            validator::ValidatorPre::new(pre).map(Ready::Validator)?,
        ),
        "formatter" => (
            "`render` as text",
            formatter::FormatterPre::new(pre).map(Ready::Formatter)?,
        ),
        "medical-api" => ("`GET /livez`", http(pre, Request::Live)?),
        "medical" => (
            "`POST /api/v1/health-metrics`",
            http(pre, Request::HealthMetrics)?,
        ),
        other => bail!("what to call of {other} first is not known here"),
    };
    let name = if component == "medical" {
        FUSED
    } else {
        component
    };
    Ok(Subject {
        name: name.to_owned(),
        call,
        bytes,
        ready,
        samples: Samples::default(),
    })
}

async fn measure(engine: &Engine, ready: &Ready, repetitions: usize) -> anyhow::Result<Samples> {
    let mut samples = Samples::default();
    let before = machine::usage(std::process::id())?.faults;
    for _ in 0..repetitions {
        let started = Instant::now();
        let mut store = store(engine, ());
        let (called, answered) = ready.once(&mut store).await?;
        drop(store);
        let ended = answered.elapsed();
        samples.instantiate.push(micros(called - started));
        samples.call.push(micros(answered - called));
        samples.both.push(micros(answered - started));
        samples.end.push(micros(ended));
    }
    samples.faults = machine::usage(std::process::id())?.faults - before;
    Ok(samples)
}

impl Ready {
    /// One instance and one call: when there was an instance, and when its
    /// answer was there.
    async fn once(&self, store: &mut Store<Guest>) -> anyhow::Result<(Instant, Instant)> {
        let called;
        match self {
            Self::Calculator(pre) => {
                let instance = pre.instantiate_async(&mut *store).await?;
                called = Instant::now();
                let calculations = instance.medical_health_calc_calculations();
                let found = calculations
                    .call_calculate_health_metrics(&mut *store, person())
                    .await?;
                ensure!(found.is_ok(), "figures");
            }
            Self::Validator(pre) => {
                let fields = fields();
                let instance = pre.instantiate_async(&mut *store).await?;
                called = Instant::now();
                let validation = instance.medical_validation_validation();
                let found = validation
                    .call_validate(&mut *store, Calculation::HealthMetrics, &fields)
                    .await?;
                ensure!(found.is_ok(), "accepted");
            }
            Self::Formatter(pre) => {
                let context = Context {
                    now: "2026-06-15T12:00:00Z".to_owned(),
                    provenance: String::new(),
                };
                let instance = pre.instantiate_async(&mut *store).await?;
                called = Instant::now();
                let found = instance
                    .medical_report_report()
                    .call_render(&mut *store, EVALUATION, Format::Text, &context)
                    .await?;
                ensure!(found.is_ok(), "a text");
            }
            Self::Http(pre, request) => {
                let instance = pre.instantiate_async(&mut *store).await?;
                called = Instant::now();
                let body = Bytes::from_static(request.body().as_bytes());
                let response = send(store, &instance, request.builder().body(body)?).await?;
                ensure!(response.status() == 200, "{response:?}");
                let body = response.into_body();
                ensure!(body.starts_with(b"{"), "JSON");
            }
        }
        Ok((called, Instant::now()))
    }
}

impl Request {
    fn body(self) -> &'static str {
        match self {
            Self::Live => "",
            Self::HealthMetrics => PERSON,
        }
    }

    fn builder(self) -> http::request::Builder {
        match self {
            Self::Live => http::Request::get("http://localhost/livez"),
            Self::HealthMetrics => http::Request::post("http://localhost/api/v1/health-metrics")
                .header("content-type", "application/json"),
        }
    }
}

/// The person of [`PERSON`], typed.
pub(crate) fn person() -> PatientMetrics {
    PatientMetrics {
        weight: 70.0,
        height: 1.75,
        age: 30,
        gender: GenderType::Male,
        activity_level: None,
    }
}

fn fields() -> Vec<Field> {
    let field = |name: &str, value| Field {
        name: name.to_owned(),
        value,
    };
    vec![
        field("weight", RawValue::Number(70.0)),
        field("height", RawValue::Number(1.75)),
        field("age", RawValue::Number(30.0)),
        field("gender", RawValue::Text("male".to_owned())),
    ]
}

impl Samples {
    fn add(&mut self, other: Self) {
        self.instantiate.extend(other.instantiate);
        self.call.extend(other.call);
        self.both.extend(other.both);
        self.end.extend(other.end);
        self.faults += other.faults;
    }
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
        let remark = if row.name == FUSED {
            REMARK_FUSED
        } else {
            REMARK
        };
        let what = format!("cold start, {}", row.name);
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

const REMARK_FUSED: &str = "four instances and three calls in one";

const PROSE: &str = "\
A call on the host always gets a fresh instance, so this is the floor of every call.
The engine is set up as that of the host in `lattice/` (pooling allocator, epochs,
asynchronous calls, pages kept from one instance to the next); there is no host, HTTP
server or network around it. The gateway alone is asked `GET /livez`, which calls no
other component; in the fused component the request runs through gateway, validator and
calculator, all in one call. *End* is what it takes to give the instance back, which the
host does after it has answered. Page faults are those of one repetition: each first
touch of a page of the instance's memory is one. The last columns are the same with the
settings of the host that wasmCloud publishes.";
