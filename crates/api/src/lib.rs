//! HTTP without HTTP: what an API is made of, and what follows from it.
//!
//! An API is a table of operations in groups. A request is handled in two steps, so that
//! a body nobody asked for is never read: [`Api::find`] gives the operation or the
//! refusal, and [`respond`] calls it. From the same table come `Allow`, the limits, the
//! OpenAPI document ([`openapi`]) and the printed page ([`page`]).

mod body;
mod headers;
pub mod negotiate;
pub mod openapi;
mod operation;
pub mod page;
pub mod problem;
mod response;
mod router;

pub use body::{BODY_LIMIT, BodyError, CASE_LIMIT, LONG_BODY_LIMIT};
pub use headers::{ALLOWED_ORIGIN, Headers};
pub use operation::{
    Answer, Body, Call, Choices, Example, Group, Method, Operation, Parameter, Place, Schema,
};
pub use problem::{Document, Form, Problem, ProblemCode, Violation};
pub use response::Response;
pub use router::{Api, Found, respond};
