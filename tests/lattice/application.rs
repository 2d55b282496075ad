//! The application on the lattice that the tests share, in one wiring at a time.

use std::path::PathBuf;
use std::sync::{Mutex, MutexGuard, PoisonError};
use std::time::Instant;

use anyhow::bail;
use harness::lattice::{Lattice, Wiring};

use crate::agreement::Answers;

/// A lattice, what is deployed on it, and what the wirings answered.
pub(crate) struct Application {
    lattice: Lattice,
    deployed: Mutex<Deployed>,
    answers: Mutex<Vec<Answers>>,
}

#[derive(Clone, Copy, PartialEq)]
enum Deployed {
    Nothing,
    Wiring(Wiring),
    /// It could not be deployed: that is not tried again for every test.
    Failed(Wiring),
}

impl Application {
    /// Nothing is deployed yet.
    pub(crate) fn on(lattice: Lattice) -> Self {
        Self {
            lattice,
            deployed: Mutex::new(Deployed::Nothing),
            answers: Mutex::default(),
        }
    }

    /// The lattice with this wiring on it; whichever was there before is deleted.
    pub(crate) fn deployed(&self, wiring: Wiring) -> anyhow::Result<&Lattice> {
        let mut deployed = lock(&self.deployed);
        if *deployed == Deployed::Failed(wiring) {
            bail!("{} could not be deployed", wiring.name());
        }
        if *deployed != Deployed::Wiring(wiring) {
            let started = Instant::now();
            let before = std::mem::replace(&mut *deployed, Deployed::Failed(wiring));
            if before != Deployed::Nothing {
                self.lattice.undeploy()?;
            }
            self.lattice.deploy_wiring(wiring)?;
            *deployed = Deployed::Wiring(wiring);
            println!("{} is up after {:?}", wiring.name(), started.elapsed());
        }
        Ok(&self.lattice)
    }

    /// What each wiring answered so far.
    pub(crate) fn answers(&self) -> MutexGuard<'_, Vec<Answers>> {
        lock(&self.answers)
    }

    /// The folder everything of the lattice lives in.
    pub(crate) fn folder(&self) -> PathBuf {
        self.lattice.folder().to_owned()
    }
}

/// A test that panics fails alone.
fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}
