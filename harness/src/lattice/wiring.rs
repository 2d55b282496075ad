//! The ways in which the same application can be put together.

use std::path::PathBuf;

use crate::root;

/// How the application's parts are put together.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Wiring {
    /// Each part a component of its own, linked over the lattice.
    Linked,
    /// The same on every host of a lattice.
    Hosts,
    /// All parts in one component, behind our HTTP server.
    Fused,
    /// The same component behind the HTTP server that is built into the host.
    FusedBuiltin,
}

impl Wiring {
    /// Every wiring.
    pub const ALL: [Self; 4] = [Self::Linked, Self::Hosts, Self::Fused, Self::FusedBuiltin];

    /// Those whose parts are joined in a way of their own, which shows on one host.
    pub const JOINED: [Self; 3] = [Self::Linked, Self::Fused, Self::FusedBuiltin];

    /// The name that `scripts/up.sh` knows it by.
    pub fn name(self) -> &'static str {
        match self {
            Self::Linked => "linked",
            Self::Hosts => "hosts",
            Self::Fused => "fused",
            Self::FusedBuiltin => "fused-builtin",
        }
    }

    /// The manifest that deploys it, before it is rendered.
    pub fn manifest(self) -> PathBuf {
        root().join(match self {
            Self::Linked => "wadm.yaml",
            Self::Hosts => "deploy/wadm.hosts.yaml",
            Self::Fused => "deploy/wadm.fused.yaml",
            Self::FusedBuiltin => "deploy/wadm.fused-builtin.yaml",
        })
    }
}
