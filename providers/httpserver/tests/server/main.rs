//! The server over real connections, before a component of the tests' own.

mod common;
mod http;
mod tls;
