//! A component, its first call, and how long both took.

use std::path::Path;
use std::time::Instant;

use anyhow::{Context as _, ensure};
use bytes::Bytes;
use harness::sandbox::{Guest, ProxyPre, load, send, store};
use wasmtime::{Engine, Store};

use crate::PERSON;
use crate::machine;
use crate::report::micros;
use crate::worlds::{calculator, formatter, validator};

use calculator::exports::medical::health_calc::calculators;
use formatter::exports::medical::report::report::Format;
use validator::exports::medical::validation::validation;

/// The person of [`PERSON`], as the inputs of a calculator.
pub(crate) const INPUTS: &str = r#"{"weight": {"value": 70, "unit": "kg"},
    "height": {"value": 1.75, "unit": "m"}, "age": {"value": 30, "unit": "a"}, "sex": "male"}"#;

/// The calculator that takes [`INPUTS`].
pub(crate) const CALCULATOR: &str = "health-metrics";

/// What evaluations are asked with; ages are sent in years, so no figure depends on it.
pub(crate) const TODAY: &str = "2026-06-15";
pub(crate) const LANGUAGE: &str = "en";

/// An evaluation that a formatter can write.
const EVALUATION: &str = r#"{"calculator": "bmi", "version": "1.0.0", "category": "body",
    "title": "Body mass index", "language": "en", "results": [{"name": "bmi",
    "title": "Body mass index", "kind": "measurement", "value": 22.86, "unit": "kg/m2",
    "display": "22.9"}], "warnings": [], "assumptions": [],
    "inputs": {"weight": {"value": 70, "unit": "kg"}}, "labels": {"weight": {"title": "Weight"}},
    "reference": {"citation": "WHO, 2000."}}"#;

/// A component that can be instantiated, and what is called of it.
pub(crate) enum Ready {
    /// `evaluate`
    Calculator(calculator::HealthCalculatorPre<Guest>),
    /// `check`
    Validator(validator::ValidatorPre<Guest>),
    /// `render` as text
    Formatter(formatter::FormatterPre<Guest>),
    /// A request
    Http(ProxyPre<Guest>, Request),
}

/// A request that is answered with 200.
#[derive(Clone)]
pub(crate) struct Request {
    /// Method and path, for tables.
    pub(crate) name: &'static str,
    method: &'static str,
    path: &'static str,
    media_type: &'static str,
    body: Bytes,
    /// Lines of the answer.
    lines: usize,
}

impl Request {
    /// What calls no other component.
    pub(crate) const LIVE: Self = Self {
        name: "`GET /livez`",
        method: "GET",
        path: "/livez",
        media_type: "",
        body: Bytes::new(),
        lines: 1,
    };

    /// What calls validator and calculator.
    pub(crate) const HEALTH_METRICS: Self = Self {
        name: "`POST /api/v1/health-metrics`",
        method: "POST",
        path: "/api/v1/health-metrics",
        media_type: "application/json",
        body: Bytes::from_static(PERSON.as_bytes()),
        lines: 1,
    };

    /// A batch with a case on each of these lines.
    pub(crate) fn batch(lines: &[String]) -> Self {
        Self {
            name: "`POST /api/v1/batch`",
            method: "POST",
            path: "/api/v1/batch",
            media_type: "application/x-ndjson",
            body: lines.join("\n").into(),
            lines: lines.len(),
        }
    }

    /// As a client sends it.
    fn sent(&self) -> http::Result<http::Request<Bytes>> {
        let mut request = http::Request::builder()
            .method(self.method)
            .uri(format!("http://localhost{}", self.path));
        if !self.media_type.is_empty() {
            request = request
                .header("content-type", self.media_type)
                .header("content-length", self.body.len());
        }
        request.body(self.body.clone())
    }
}

/// Microseconds of each repetition.
#[derive(Default)]
pub(crate) struct Samples {
    pub(crate) instantiate: Vec<f64>,
    pub(crate) call: Vec<f64>,
    pub(crate) both: Vec<f64>,
    pub(crate) end: Vec<f64>,
    /// Page faults of all repetitions together.
    pub(crate) faults: f64,
}

impl Samples {
    /// Adds those of another turn.
    pub(crate) fn add(&mut self, other: Self) {
        self.instantiate.extend(other.instantiate);
        self.call.extend(other.call);
        self.both.extend(other.both);
        self.end.extend(other.end);
        self.faults += other.faults;
    }
}

/// Calls a fresh instance for each repetition.
pub(crate) async fn measure(
    engine: &Engine,
    ready: &Ready,
    repetitions: usize,
) -> anyhow::Result<Samples> {
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
    /// The component in a file, to be asked this.
    pub(crate) fn http(engine: &Engine, file: &Path, request: &Request) -> anyhow::Result<Self> {
        let pre = ProxyPre::new(load(engine, file)?);
        let pre = pre
            .map_err(anyhow::Error::from)
            .with_context(|| format!("{} serves no HTTP", file.display()))?;
        Ok(Self::Http(pre, request.clone()))
    }

    /// One instance and one call: when there was an instance, and when its
    /// answer was there.
    async fn once(&self, store: &mut Store<Guest>) -> anyhow::Result<(Instant, Instant)> {
        match self {
            Self::Calculator(pre) => {
                let instance = pre.instantiate_async(&mut *store).await?;
                let called = Instant::now();
                evaluate(&instance, store).await?;
                Ok((called, Instant::now()))
            }
            Self::Validator(pre) => {
                let context = validation::Context {
                    today: TODAY.to_owned(),
                    language: LANGUAGE.to_owned(),
                };
                let instance = pre.instantiate_async(&mut *store).await?;
                let called = Instant::now();
                let found = instance
                    .medical_validation_validation()
                    .call_check(&mut *store, CALCULATOR, INPUTS, &context)
                    .await?;
                ensure!(found.is_ok(), "refused: {found:?}");
                Ok((called, Instant::now()))
            }
            Self::Formatter(pre) => {
                let instance = pre.instantiate_async(&mut *store).await?;
                let called = Instant::now();
                let found = instance
                    .medical_report_report()
                    .call_render(&mut *store, EVALUATION, Format::Text)
                    .await?;
                ensure!(found.is_ok(), "no text: {found:?}");
                Ok((called, Instant::now()))
            }
            Self::Http(pre, request) => {
                let sent = request.sent()?;
                let instance = pre.instantiate_async(&mut *store).await?;
                let called = Instant::now();
                let response = send(store, &instance, sent).await?;
                let answered = Instant::now();
                ensure!(response.status() == 200, "{response:?}");
                let lines = response.body().split(|&byte| byte == b'\n');
                let lines = lines.filter(|line| line.starts_with(b"{")).count();
                ensure!(lines == request.lines, "{lines} lines");
                Ok((called, answered))
            }
        }
    }
}

/// The figures of [`INPUTS`] from an instance of the calculator.
pub(crate) async fn evaluate(
    instance: &calculator::HealthCalculator,
    store: &mut Store<Guest>,
) -> anyhow::Result<()> {
    let context = calculators::Context {
        today: TODAY.to_owned(),
        language: LANGUAGE.to_owned(),
    };
    let found = instance
        .medical_health_calc_calculators()
        .call_evaluate(store, CALCULATOR, INPUTS, &context)
        .await?;
    ensure!(found.is_ok(), "refused: {found:?}");
    Ok(())
}
