//! What each endpoint does.

use http::StatusCode;
use serde::Serialize;

use crate::answer::{Envelope, Units};
use crate::body::{self, BodyError};
use crate::health;
use crate::problem::Problem;
use crate::response::{Response, response};
use crate::services::{Calculation, Services};

/// What a request asks for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Endpoint {
    /// Figures for the person in the body.
    Calculate(Calculation),
    /// Whether this component runs.
    Live,
    /// Whether the components behind it answer.
    Ready,
    /// Which versions run.
    Version,
}

impl Endpoint {
    /// Whether the body is to be read.
    pub const fn takes_body(self) -> bool {
        matches!(self, Self::Calculate(_))
    }
}

/// Answers a request.
///
/// `body` is what could be read of the body, empty for endpoints that take
/// none. `elapsed` gives the microseconds since the request arrived; it is
/// asked once, when the figures are there.
pub fn respond(
    endpoint: Endpoint,
    body: Result<Vec<u8>, BodyError>,
    services: &impl Services,
    elapsed: impl FnOnce() -> u64,
) -> Response {
    let answer = match endpoint {
        Endpoint::Calculate(calculation) => calculate(calculation, body, services, elapsed),
        Endpoint::Live => Ok(json(&health::live())),
        Endpoint::Ready => health::ready(services).map(|ready| json(&ready)),
        Endpoint::Version => Ok(json(&health::version())),
    };
    answer.unwrap_or_else(Problem::into_response)
}

fn calculate(
    calculation: Calculation,
    body: Result<Vec<u8>, BodyError>,
    services: &impl Services,
    elapsed: impl FnOnce() -> u64,
) -> Result<Response, Problem> {
    let fields = body::parse(body)?;
    let metrics = services
        .validate(calculation, &fields)
        .map_err(Problem::invalid_input)?;
    let patient = || metrics.patient().ok_or_else(Problem::internal);
    match calculation {
        Calculation::HealthMetrics => {
            let figures = services.health_metrics(&patient()?);
            envelope(
                figures.map_err(Problem::invalid_input)?,
                Units::ALL,
                elapsed,
            )
        }
        Calculation::Bmr => {
            let figures = services.bmr(&patient()?);
            envelope(
                figures.map_err(Problem::invalid_input)?,
                Units::BMR,
                elapsed,
            )
        }
        Calculation::Bmi => {
            let (Some(weight), Some(height)) = (metrics.weight, metrics.height) else {
                return Err(Problem::internal());
            };
            let mut figures = services
                .bmi(weight, height)
                .map_err(Problem::invalid_input)?;
            if metrics.age.is_none() {
                let assumed = "No age was sent: the class is the one for adults.";
                figures.assumptions.push(assumed.to_owned());
            }
            envelope(figures, Units::BMI, elapsed)
        }
    }
}

fn envelope(
    figures: impl Serialize,
    units: Units,
    elapsed: impl FnOnce() -> u64,
) -> Result<Response, Problem> {
    Ok(json(&Envelope {
        figures,
        units,
        computed_by: "wasm_component",
        processing_time_us: elapsed(),
    }))
}

fn json(value: &impl Serialize) -> Response {
    match serde_json::to_vec(value) {
        Ok(body) => response(StatusCode::OK, "application/json", body),
        Err(_) => Problem::internal().into_response(),
    }
}
