//! Whether the platform is alive, ready, and which version it is.

use serde::Serialize;

use crate::body::{Field, RawValue};
use crate::negotiate::Format;
use crate::problem::Problem;
use crate::services::{Calculation, Services};

/// A case whose answer is known: 80 kg at 2 m is exactly 20 kg/m2.
const PROBE_WEIGHT: f64 = 80.0;
const PROBE_HEIGHT: f64 = 2.0;
const PROBE_BMI: f64 = 20.0;

/// An evaluation whose report must show its figure.
const PROBE_EVALUATION: &str = r#"{"calculator": "bmi", "results": [
    {"name": "bmi", "title": "bmi", "value": 20, "unit": "kg/m2", "display": "20.0"}]}"#;
const PROBE_DISPLAY: &str = "20.0";

#[derive(Serialize)]
pub(crate) struct Live {
    status: &'static str,
}

#[derive(Serialize)]
pub(crate) struct Ready {
    status: &'static str,
    checks: Checks,
}

#[derive(Serialize)]
struct Checks {
    validator: &'static str,
    health_calculator: &'static str,
    formatter: &'static str,
}

#[derive(Serialize)]
pub(crate) struct Version {
    name: &'static str,
    version: &'static str,
    contracts: [&'static str; 3],
}

pub(crate) const fn live() -> Live {
    Live { status: "live" }
}

pub(crate) const fn version() -> Version {
    Version {
        name: "medical-api",
        version: env!("CARGO_PKG_VERSION"),
        contracts: [
            "medical:health-calc@0.1.0",
            "medical:validation@0.1.0",
            "medical:report@0.1.0",
        ],
    }
}

/// Calls each component with a case whose answer is known: one that only
/// answers is not yet one that answers correctly. The validator must also
/// refuse what it has to refuse.
pub(crate) fn ready(services: &impl Services, now: &str) -> Result<Ready, Problem> {
    let number = |name: &str, value| Field {
        name: name.to_owned(),
        value: RawValue::Number(value),
    };
    let good = [
        number("weight", PROBE_WEIGHT),
        number("height", PROBE_HEIGHT),
    ];
    let bad = [number("weight", PROBE_WEIGHT), number("height", -1.0)];
    let accepts = services.validate(Calculation::Bmi, &good);
    let refuses = services.validate(Calculation::Bmi, &bad);
    let validated = accepts.is_ok_and(|metrics| {
        metrics.weight == Some(PROBE_WEIGHT) && metrics.height == Some(PROBE_HEIGHT)
    });
    if !validated || refuses.is_ok() {
        return Err(Problem::not_ready("validator"));
    }
    let calculated = services.bmi(PROBE_WEIGHT, PROBE_HEIGHT);
    if !calculated.is_ok_and(|answer| (answer.bmi - PROBE_BMI).abs() < 1e-9) {
        return Err(Problem::not_ready("health calculator"));
    }
    let report = services.render(PROBE_EVALUATION, Format::Text, now, "");
    if !report.is_ok_and(|report| report.contains(PROBE_DISPLAY)) {
        return Err(Problem::not_ready("formatter"));
    }
    Ok(Ready {
        status: "ready",
        checks: Checks {
            validator: "ok",
            health_calculator: "ok",
            formatter: "ok",
        },
    })
}
