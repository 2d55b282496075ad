//! The API at its boundary: requests in, responses out.

mod batch;
mod bodies;
mod catalogue;
mod checker;
mod common;
mod documents;
mod fakes;
mod families;
mod figures;
mod fuzz;
mod growth;
mod limits;
mod malformed;
mod mcp;
mod mutation;
mod panels;
#[path = "../../../wire/tests/wire/places.rs"]
mod places;
mod readiness;
mod recorded;
mod refusals;
mod requests;
mod schemas;
mod shared;
mod standards;
mod tables;
mod twice;
