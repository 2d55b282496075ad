//! Parts of a lattice that are taken away and given back.

use super::{Lattice, lock};
use crate::process::{Process, running_from};

impl Lattice {
    /// Ids of the processes of the HTTP server provider, also of one whose host
    /// is gone. The server that is built into the host is none.
    ///
    /// # Errors
    ///
    /// When `/proc` cannot be read.
    pub fn http_server_pids(&self) -> anyhow::Result<Vec<u32>> {
        // NATS, wadm and the hosts are started from the folder of the downloads.
        Ok(running_from(self.folder())?)
    }

    /// Kills what says which programs may be started.
    pub fn kill_policy(&self) {
        if let Some(mut policy) = lock(&self.policy).take() {
            policy.kill();
        }
    }

    /// Kills NATS.
    pub fn kill_nats(&self) {
        if let Some(mut nats) = lock(&self.nats).take() {
            nats.kill();
        }
    }

    /// Starts NATS again, on the same port and with what it had stored.
    ///
    /// # Errors
    ///
    /// When it does not listen in time.
    pub fn start_nats(&self) -> anyhow::Result<()> {
        *lock(&self.nats) = Some(self.place.start_nats()?);
        Ok(())
    }

    /// Process id of NATS, while it runs.
    pub fn nats_pid(&self) -> Option<u32> {
        lock(&self.nats).as_ref().map(Process::id)
    }

    /// Process id of wadm.
    pub fn wadm_pid(&self) -> Option<u32> {
        lock(&self.wadm).as_ref().map(Process::id)
    }
}
