//! Operates a lattice: the keys of those who talk on it, and what may be started on it.
//!
//! NATS knows nobody by name or password. An operator vouches for accounts, an
//! account for its users, each with an Ed25519 signature under a token (JWT); a
//! server needs to know the operator only. A lattice is an account: what is in
//! another account does not exist for it.

mod creds;
mod files;
mod jwt;
pub mod keys;
pub mod policy;
mod rights;
mod server;

pub use creds::Credentials;
pub use keys::{Keys, Lattice};
pub use rights::{EDGE_INBOX, HOST_INBOX, User};
pub use server::Server;
