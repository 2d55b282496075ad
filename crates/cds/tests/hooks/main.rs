//! The services as an electronic health record sees them.

#![expect(
    clippy::unwrap_used,
    reason = "a test that unwraps fails where it should"
)]

mod body_figures;
mod discovery;
mod kidney_function;
mod measurements;
mod news2;
mod properties;
mod requests;
mod support;
