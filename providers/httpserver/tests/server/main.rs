//! The server over real connections, before a component of the tests' own.

mod bodies;
mod calls;
mod common;
mod connections;
mod cors;
mod frames;
mod http;
mod peers;
mod problems;
mod proxies;
mod requests;
mod tls;
