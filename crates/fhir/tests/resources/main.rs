//! FHIR as its senders and readers see it.

mod interpretations;
mod limits;
mod observations;
mod properties;
mod reading;
mod repeated;
mod support;
mod twice;
mod wild;
mod writing;
