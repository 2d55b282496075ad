//! What tests and benchmarks share: real processes behind guards, HTTP as a client
//! sees it, components under the host's engine. Every wait has a deadline, every
//! port is free, nothing stays.

pub mod canaries;
pub mod http;
pub mod lattice;
pub mod load;
pub mod process;
pub mod sandbox;

use std::ffi::OsStr;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::{Duration, Instant};

use anyhow::{Context as _, bail, ensure};
use serde_json::Value;

/// The checkout.
pub fn root() -> PathBuf {
    let harness = Path::new(env!("CARGO_MANIFEST_DIR"));
    harness.parent().unwrap_or(harness).to_owned()
}

/// What `scripts/build.sh` built under this name.
///
/// # Errors
///
/// When it was not built.
pub fn built(name: &str) -> anyhow::Result<PathBuf> {
    let path = root().join("build").join(name);
    if !path.is_file() {
        bail!("{} does not exist: run scripts/test.sh", path.display());
    }
    Ok(path)
}

/// Names of the components of the application: the packages in `components/`
/// that are built to be deployed, in the order of their names.
///
/// # Errors
///
/// When `cargo metadata` does not say.
pub fn components() -> anyhow::Result<Vec<String>> {
    let output = command("cargo")
        .args(["metadata", "--no-deps", "--format-version", "1"])
        .output()?;
    let errors = String::from_utf8_lossy(&output.stderr);
    ensure!(output.status.success(), "cargo metadata: {errors}");
    let metadata: Value = serde_json::from_slice(&output.stdout)?;
    let packages = metadata["packages"].as_array().context("packages")?;
    let folder = root().join("components");
    let deployed = |package: &&Value| {
        let manifest = Path::new(package["manifest_path"].as_str().unwrap_or_default());
        let mut targets = package["targets"].as_array().into_iter().flatten();
        manifest.starts_with(&folder)
            && targets.any(|target| target["crate_types"][0].as_str() == Some("cdylib"))
    };
    let name = |package: &Value| Some(package["name"].as_str()?.to_owned());
    let mut names: Vec<_> = packages.iter().filter(deployed).filter_map(name).collect();
    ensure!(!names.is_empty(), "there is no component in {packages:?}");
    names.sort();
    Ok(names)
}

/// The folder with `nats-server`, `wadm` and the host, as `scripts/tools.sh`
/// prints it.
///
/// # Errors
///
/// When the environment does not name it.
pub fn downloads() -> anyhow::Result<PathBuf> {
    let folder = std::env::var_os("MEDICAL_DOWNLOADS")
        .context("MEDICAL_DOWNLOADS is not set: run scripts/test.sh")?;
    Ok(folder.into())
}

/// A command of the checkout, as someone at a shell would run it: without what
/// cargo tells the programs it starts, which would make nested builds start over.
pub fn command(program: impl AsRef<OsStr>) -> Command {
    let mut command = Command::new(program);
    command.current_dir(root());
    for (name, _) in std::env::vars_os() {
        let text = name.to_string_lossy();
        let ours = [
            "CARGO_HOME",
            "CARGO_TARGET_DIR",
            "CARGO_TARGET_WASM32_WASIP2_RUSTFLAGS",
        ];
        if text.starts_with("CARGO") && !ours.contains(&&*text) {
            command.env_remove(&name);
        }
    }
    command
}

/// Asks until there is an answer.
///
/// # Errors
///
/// With the last reason, when there was none in time.
pub fn eventually<T>(
    what: &str,
    within: Duration,
    mut ask: impl FnMut() -> anyhow::Result<T>,
) -> anyhow::Result<T> {
    let deadline = Instant::now() + within;
    loop {
        match ask() {
            Ok(answer) => return Ok(answer),
            Err(error) if Instant::now() >= deadline => {
                return Err(error.context(format!("{what}: not within {within:?}")));
            }
            Err(_) => std::thread::sleep(Duration::from_millis(50)),
        }
    }
}
