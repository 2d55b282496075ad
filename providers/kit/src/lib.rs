//! What capability providers share: settings that are refused by name, logs, the
//! start, who they are on the lattice, health, and an end that lets open work finish.

pub mod credentials;
pub mod drain;
pub mod health;
pub mod settings;
pub mod start;

pub use drain::Drain;
pub use settings::{ConfigError, Settings};
