//! FHIR R4 (4.0.1) at the edge of the platform: a `Parameters` resource becomes
//! the inputs of a calculator, an evaluation becomes Observations, and a refusal
//! becomes an `OperationOutcome` that points into the resource that was sent.
//!
//! What an input may be is not decided here. This crate translates and refuses
//! only what cannot be translated without choosing; the evaluation refuses the
//! rest, with the same codes as everywhere else.
//!
//! Resources come as trees in which no member stands twice, as
//! [`wire::json::parse`] reads them.

mod issue;
mod json;
pub mod read;
mod request;
mod systems;
mod write;

pub use issue::{Issue, IssueCode};
pub use read::{calculator, parse, unknown_calculator};
pub use request::{Provenance, Request};
pub use systems::{CALCULATOR, HL7_INTERPRETATION, INTERPRETATION, ITEM, LOINC, RESULT, UCUM};
pub use write::{
    bundle, capability_statement, issues_from_violations, operation_definition, operation_outcome,
};
