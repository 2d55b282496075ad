//! What is written about requests.

use anyhow::ensure;
use harness::canaries;
use harness::lattice::{Lattice, Wiring};

use crate::setting::Setting;

/// Whoever looks for a fault sets `RUST_LOG` to `trace`; that makes nothing of a request
/// stay. On a lattice of its own.
pub(crate) fn the_finest_logs_hold_no_patient_data(_: &Setting) -> anyhow::Result<()> {
    let lattice = Lattice::talkative()?;
    lattice.deploy_wiring(Wiring::Linked)?;
    canaries::send(&lattice.client())?;
    let log = lattice.host_log();
    let finest = |by: &str| {
        log.lines()
            .any(|line| line.contains("TRACE") && line.contains(by))
    };
    ensure!(finest("wasmcloud_host"), "the host does not say everything");
    let found = canaries::found(lattice.folder())?;
    ensure!(found.is_empty(), "{}", found.join("\n"));
    Ok(())
}
