//! What the platform says in FHIR.

mod bundle;
mod capability;
mod outcome;

pub use bundle::bundle;
pub use capability::{capability_statement, operation_definition};
pub use outcome::{issues_from_violations, operation_outcome};
