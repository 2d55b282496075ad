//! Whether what stands behind the ports gives the answers it should: one that only
//! answers is not yet one that answers correctly.

use api::{Call, Problem, Response};
use ports::{Context, Error, Format, Ports};
use serde::Serialize;
use text::{Language, Text, text};
use wire::{Evaluation, Named};

use crate::question::context;

/// A port, and the question whose answer is known.
pub(super) struct Probe {
    /// Its name among the checks.
    check: &'static str,
    /// Its name for people.
    title: Text,
    /// The contract it is behind.
    pub(super) contract: &'static str,
    /// Whether it answers as it should.
    passes: fn(&dyn Ports, &Context<'_>) -> bool,
}

/// In the order in which they are asked.
pub(super) const PROBES: [Probe; 3] = [
    Probe {
        check: "validator",
        title: text("validator", "validador"),
        contract: "medical:validation@0.2.0",
        passes: validates,
    },
    Probe {
        check: "health_calculator",
        title: text("health calculator", "calculador de saúde"),
        contract: "medical:health-calc@0.2.0",
        passes: calculates,
    },
    Probe {
        check: "formatter",
        title: text("formatter", "formatador"),
        contract: "medical:report@0.2.0",
        passes: formats,
    },
];

/// A case whose answer is known: 80 kg at 2 m is exactly 20 kg/m2.
const CALCULATOR: &str = "bmi";
const CASE: &str = r#"{"weight":{"value":80,"unit":"kg"},"height":{"value":2,"unit":"m"}}"#;
const ANSWER: f64 = 20.0;

/// A case that has to be refused.
const REFUSED: &str = r#"{"weight":{"value":80,"unit":"kg"},"height":{"value":-1,"unit":"m"}}"#;

/// An evaluation whose report must show its figure.
const EVALUATION: &str = r#"{"calculator":"bmi","version":"1.0.0","category":"body",
"title":"bmi","language":"en","results":[{"name":"bmi","title":"bmi","kind":"measurement",
"value":20,"unit":"kg/m2","display":"20.0"}],"warnings":[],"assumptions":[],"inputs":{},
"labels":{},"reference":{"citation":"none"}}"#;
const SHOWN: &str = "20.0";

fn validates(ports: &dyn Ports, context: &Context<'_>) -> bool {
    let accepts = ports.check(CALCULATOR, CASE, context).is_ok_and(|checked| {
        let read: Option<Named<'_, wire::Understood<'_>>> = serde_json::from_str(&checked).ok();
        read.is_some_and(|read| read.get("weight").is_some() && read.get("height").is_some())
    });
    let refuses = ports.check(CALCULATOR, REFUSED, context);
    accepts && matches!(refuses, Err(Error::Refused(violations)) if !violations.is_empty())
}

fn calculates(ports: &dyn Ports, context: &Context<'_>) -> bool {
    let found = ports.evaluate(CALCULATOR, CASE, context);
    found.is_ok_and(|text| {
        let read: Option<Evaluation<'_>> = serde_json::from_str(&text).ok();
        let principal = read.and_then(|read| read.results.first()?.value.number());
        principal == Some(ANSWER)
    })
}

fn formats(ports: &dyn Ports, _: &Context<'_>) -> bool {
    let report = ports.render(EVALUATION, Format::Text);
    report.is_ok_and(|report| report.contains(SHOWN))
}

#[derive(Serialize)]
struct Ready {
    status: &'static str,
    checks: Named<'static, &'static str>,
}

/// Asks every port.
pub(super) fn answer(call: &Call<'_>, ports: &dyn Ports) -> Result<Response, Problem> {
    let context = context(call);
    for probe in &PROBES {
        if !(probe.passes)(ports, &context) {
            return Err(Problem::not_ready(probe.title, call.language));
        }
    }
    let checks = PROBES.iter().map(|probe| (probe.check.into(), "ok"));
    let ready = Ready {
        status: "ready",
        checks: Named(checks.collect()),
    };
    let body = serde_json::to_string(&ready).unwrap_or_default();
    Ok(Response::json(body, Language::English))
}
