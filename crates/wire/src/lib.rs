//! The JSON of the catalogue, as data types that are written and read: what crosses
//! between components, and what clients get.
//!
//! Reading is strict. A member that is not known or is missing means that the two
//! ends speak different versions, and a member that stands twice can be read as
//! either value: nothing of such a document is used.

mod batch;
mod borrowed;
mod definition;
mod evaluation;
mod input;
pub mod json;
mod named;
mod number;
mod outcome;
mod panel;
mod ucum;
mod value;
mod violation;

pub use batch::{Failure, FailureCode, Outcome};
pub use borrowed::Str;
pub use definition::{Definition, Meaning, Output, OutputKind, Reference, Summary, Validity};
pub use evaluation::{Edition, Evaluation, Found, Interpretation, Item, Label};
pub use input::{Choice, Input, InputKind, LoincUnits, Points, Range};
pub use named::Named;
pub use number::Number;
pub use outcome::{OutcomeIssue, operation_outcome};
pub use panel::{Member, MemberAnswer, Panel, PanelEvaluation, Refusal};
pub use value::{Quantity, Understood, Value};
pub use violation::{Violation, escaped};
