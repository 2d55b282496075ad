//! The server over real connections, before a component of the tests' own.

mod common;
mod cors;
mod http;
mod problems;
mod requests;
mod tls;
