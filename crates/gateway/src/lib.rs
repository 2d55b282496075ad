//! The HTTP API without the HTTP server: which request means what, how JSON
//! becomes fields, and how answers and errors look.
//!
//! A request is handled in two steps, so that a body nobody asked for is never
//! read: [`route`] finds the endpoint or the refusal, and [`respond`] turns the
//! endpoint and its body into a response by calling [`Services`].

mod answer;
mod batch;
mod body;
mod catalogue;
mod cds_api;
mod endpoint;
mod fhir_api;
mod health;
mod negotiate;
mod openapi;
mod problem;
mod response;
mod route;
mod services;

pub use answer::{Activity, BmiAnswer, BmrAnswer, Formula, HealthMetricsAnswer};
pub use body::{BodyError, Field, RawValue};
pub use endpoint::{Endpoint, respond};
pub use negotiate::Format;
pub use openapi::document as openapi;
pub use problem::{Problem, Violation};
pub use response::Response;
pub use route::{Route, route};
pub use services::{
    Calculation, Context, EvaluationError, EvaluationViolation, Gender, Metrics, Patient, Services,
};
pub use text::Language;
