//! [CDS Hooks 2.0](https://cds-hooks.hl7.org/2.0/) over the calculators of the
//! catalogue, without HTTP and without calculating anything itself.
//!
//! A request is answered in steps, so that whoever calls decides how the calculators
//! are reached: [`calculators`] says whose definitions a service is made from,
//! [`plan`] which [`Question`]s to ask, and [`cards`] turns the answers into the
//! response. What inputs are called, which codes and units they have and what results
//! mean stands in the definitions.
//!
//! A measurement is used only if nothing about it has to be guessed: its status
//! says that it holds, its unit is a UCUM code, and it is clearly the newest. What
//! a service cannot do without and does not find is [`Refusal::MissingData`].

mod answer;
mod card;
mod datum;
mod discovery;
mod needs;
mod newest;
mod plan;
mod question;
mod reader;
mod refusal;
mod request;
mod service;
mod services;
mod verdict;

pub use card::cards;
pub use discovery::services;
pub use plan::{Plan, plan};
pub use question::Question;
pub use refusal::{Defect, Refusal};
pub use services::{all_calculators, calculators, ids};
