//! HTTP into the lattice, without losing a call.
//!
//! A request is read completely, then called, then answered: a client that is
//! slow, rude or gone never holds an instance of a component. What cannot be
//! answered is refused with a status that says who is to blame and a problem
//! document ([`problem`]); every wait has a limit ([`config`]).

pub mod access;
pub mod admin;
pub mod answer;
pub mod body;
pub mod calls;
pub mod client;
pub mod codec;
pub mod config;
pub mod connection;
pub mod connections;
pub mod cors;
pub mod framing;
pub mod gate;
pub mod hosts;
pub mod lattice;
pub mod memory;
pub mod notices;
pub mod peers;
pub mod problem;
pub mod provider;
pub mod repeats;
pub mod request;
pub mod routes;
pub mod server;
pub mod service;
pub mod supervision;
pub mod tls;
