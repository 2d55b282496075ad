//! Hosts start the programs that are on a list, and no other.

use std::path::Path;
use std::thread::sleep;
use std::time::Duration;

use anyhow::{Context as _, ensure};
use harness::lattice::Lattice;
use harness::{built, eventually};
use sha2::{Digest as _, Sha256};
use tempfile::TempDir;

/// Until a component that may start has started, and some time more.
const STARTS_WITHIN: Duration = Duration::from_secs(30);

/// How long something that may not start is looked for.
const LOOKS: Duration = Duration::from_secs(4);

fn line(program: &Path) -> anyhow::Result<String> {
    let hash = Sha256::digest(std::fs::read(program)?);
    let hex: String = hash.iter().map(|byte| format!("{byte:02x}")).collect();
    Ok(format!("{hex}  {}\n", program.display()))
}

fn start(lattice: &Lattice, program: &Path, id: &str) {
    let reference = format!("file://{}", program.display());
    // Whether it was refused shows in what runs, not in what is said at once.
    drop(lattice.wash(&["start", "component", &reference, id]));
}

fn runs(lattice: &Lattice, id: &str) -> anyhow::Result<bool> {
    let inventory = lattice.wash(&["get", "inventory"])?;
    Ok(inventory.to_string().contains(&format!("\"{id}\"")))
}

/// A listed program starts, another does not, not even under the name of a listed one;
/// once it is written down it may. Without anyone to ask nothing starts, and what runs
/// goes on.
pub(crate) fn hosts_start_what_is_on_the_list() -> anyhow::Result<()> {
    let folder = TempDir::new()?;
    let list = folder.path().join("allowed");
    let (formatter, validator) = (built("formatter.wasm")?, built("validator.wasm")?);
    std::fs::write(&list, line(&formatter)?)?;
    let lattice = Lattice::governed(&list)?;

    start(&lattice, &formatter, "listed");
    eventually("a listed component runs", STARTS_WITHIN, || {
        ensure!(
            runs(&lattice, "listed")?,
            "the hosts say:\n{}",
            lattice.host_log()
        );
        Ok(())
    })?;

    // The bytes count, not the name.
    let disguised = folder.path().join("formatter.wasm");
    std::fs::copy(&validator, &disguised).context("a copy")?;
    start(&lattice, &disguised, "disguised");
    start(&lattice, &validator, "unlisted");
    sleep(LOOKS);
    for id in ["disguised", "unlisted"] {
        ensure!(!runs(&lattice, id)?, "{id} was started");
    }

    std::fs::write(&list, line(&formatter)? + &line(&validator)?)?;
    eventually("a component runs once it is listed", STARTS_WITHIN, || {
        start(&lattice, &validator, "unlisted");
        sleep(Duration::from_secs(1));
        ensure!(runs(&lattice, "unlisted")?, "not yet");
        Ok(())
    })?;

    lattice.kill_policy();
    start(&lattice, &formatter, "unasked");
    sleep(LOOKS);
    ensure!(
        !runs(&lattice, "unasked")?,
        "it was started without a question"
    );
    ensure!(runs(&lattice, "listed")?, "what ran does not run any more");
    Ok(())
}
