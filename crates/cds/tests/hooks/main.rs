//! The services as an electronic health record sees them.

#![expect(
    clippy::unwrap_used,
    reason = "a test that unwraps fails where it should"
)]

mod body_figures;
mod definitions;
mod discovery;
mod kidney_function;
mod measurements;
mod news2;
mod properties;
mod repeated;
mod requests;
mod support;
#[path = "../../../fhir/tests/resources/twice.rs"]
mod twice;
