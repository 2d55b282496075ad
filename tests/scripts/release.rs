//! What is handed on, and that nobody can change it on the way.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Output;

use anyhow::{Context as _, ensure};
use harness::{command, components, root};
use serde_json::Value;
use tempfile::TempDir;

use crate::{both, flip};

/// A release, signed by a key that the test made.
struct Release {
    folder: TempDir,
    key: String,
}

impl Release {
    fn make() -> anyhow::Result<Self> {
        let folder = TempDir::new()?;
        let key = keys(folder.path())?;
        let output = command(root().join("scripts/release-files.sh"))
            .arg(folder.path().join("release"))
            .env("MEDICAL_SIGNING_KEY", folder.path().join("secret"))
            .output()?;
        ensure!(output.status.success(), "{}", both(&output));
        Ok(Self { folder, key })
    }

    fn path(&self) -> PathBuf {
        self.folder.path().join("release")
    }

    fn files(&self) -> anyhow::Result<Vec<PathBuf>> {
        let entries = fs::read_dir(self.path())?;
        let mut files = entries
            .map(|entry| Ok(entry?.path()))
            .collect::<anyhow::Result<Vec<_>>>()?;
        files.sort();
        Ok(files)
    }

    fn verify(&self, arguments: &[&str], key: &str) -> anyhow::Result<Output> {
        let mut verify = command(root().join("scripts/verify.sh"));
        verify.args(arguments).arg(self.path());
        Ok(verify.env("MEDICAL_PUBLIC_KEY", key).output()?)
    }

    fn accepted(&self) -> anyhow::Result<()> {
        let output = self.verify(&[], &self.key)?;
        ensure!(output.status.success(), "{}", both(&output));
        Ok(())
    }

    fn refused(&self, what: &str) -> anyhow::Result<()> {
        let output = self.verify(&[], &self.key)?;
        let said = both(&output);
        ensure!(!output.status.success(), "accepted with {what}: {said}");
        ensure!(said.contains("error: "), "{what}: {said}");
        Ok(())
    }

    /// What the list says, by name.
    fn sums(&self) -> anyhow::Result<BTreeMap<String, String>> {
        let list = fs::read_to_string(self.path().join("SHA256SUMS"))?;
        let sums = list.lines().map(|line| line.split_once("  "));
        let sums = sums.map(|sum| sum.map(|(sum, name)| (name.to_owned(), sum.to_owned())));
        sums.collect::<Option<_>>().context(list)
    }

    fn bill(&self, name: &str) -> anyhow::Result<Value> {
        let file = self.path().join(format!("{name}.cdx.json"));
        Ok(serde_json::from_slice(&fs::read(file)?)?)
    }
}

/// A pair of keys in a folder; the public one is returned.
fn keys(folder: &Path) -> anyhow::Result<String> {
    let output = command("minisign")
        .args(["-G", "-W", "-f", "-p"])
        .arg(folder.join("public"))
        .arg("-s")
        .arg(folder.join("secret"))
        .output()
        .context("minisign: run scripts/test.sh")?;
    ensure!(output.status.success(), "{}", both(&output));
    let public = fs::read_to_string(folder.join("public"))?;
    Ok(public.lines().last().context("a key")?.to_owned())
}

/// One of the libraries in a list, by name.
fn listed<'a>(bill: &'a Value, name: &str) -> anyhow::Result<&'a Value> {
    let mut libraries = bill["components"].as_array().into_iter().flatten();
    let library = libraries.find(|library| library["name"] == name);
    library.with_context(|| format!("{name} is not listed"))
}

/// The sum that Cargo.lock has for a crate.
fn locked(name: &str, version: &str) -> anyhow::Result<String> {
    let lock = fs::read_to_string(root().join("Cargo.lock"))?;
    let start = format!("name = \"{name}\"\nversion = \"{version}\"\n");
    let (_, found) = lock.split_once(&start).context("a locked crate")?;
    let (_, found) = found.split_once("checksum = \"").context("a checksum")?;
    Ok(found.split('"').next().unwrap_or_default().to_owned())
}

fn everything_is_there(release: &Release) -> anyhow::Result<()> {
    let sums = release.sums()?;
    for component in components()? {
        for file in [format!("{component}.wasm"), format!("{component}.cdx.json")] {
            ensure!(sums.contains_key(&file), "{file} is missing: {sums:?}");
        }
        let built = fs::read(harness::built(&format!("{component}.wasm"))?)?;
        let released = fs::read(release.path().join(format!("{component}.wasm")))?;
        ensure!(built == released, "{component} is another than was built");
    }
    let mut images = 0;
    for file in release.files()? {
        if file.extension().is_none_or(|extension| extension != "yaml") {
            continue;
        }
        for line in fs::read_to_string(&file)?.lines() {
            let Some(image) = line.trim().strip_prefix("image: file://./") else {
                continue;
            };
            ensure!(sums.contains_key(image), "{file:?} deploys {image}");
            images += 1;
        }
    }
    ensure!(images > 8, "the manifests deploy {images} images");
    Ok(())
}

/// The lists name the very file, what is in it with cargo's own sums, and nothing else.
fn lists_are_true(release: &Release) -> anyhow::Result<()> {
    let sums = release.sums()?;
    for (name, artifact) in [
        ("validator", "validator.wasm"),
        ("httpserver", "httpserver.par.gz"),
        ("ops", "ops"),
    ] {
        let bill = release.bill(name)?;
        let hash = &bill["metadata"]["component"]["hashes"][0]["content"];
        ensure!(hash.as_str() == sums.get(artifact).map(String::as_str));
        let json = listed(&bill, "serde_json")?;
        let version = json["version"].as_str().context("a version")?;
        ensure!(json["hashes"][0]["content"] == *locked("serde_json", version)?);
        ensure!(json["scope"] == "required" && json["licenses"][0]["expression"].is_string());
        ensure!(json["purl"] == *format!("pkg:cargo/serde_json@{version}"));
        ensure!(
            listed(&bill, "syn")?["scope"] == "excluded",
            "syn only ran while {name} was built"
        );
        ensure!(listed(&bill, "proptest").is_err(), "{name} has what tests");
    }
    ensure!(listed(&release.bill("httpserver")?, "tokio").is_ok());
    ensure!(listed(&release.bill("validator")?, "tokio").is_err());
    Ok(())
}

fn changes_are_refused(release: &Release) -> anyhow::Result<()> {
    for file in release.files()? {
        let content = fs::read(&file)?;
        flip(&file, content.len() / 2)?;
        release.refused(&format!("a changed byte in {file:?}"))?;
        fs::remove_file(&file)?;
        release.refused(&format!("{file:?} away"))?;
        fs::write(&file, content)?;
    }
    let more = release.path().join("more.wasm");
    fs::write(&more, "")?;
    release.refused("a file more")?;
    fs::remove_file(&more)?;
    fs::create_dir(release.path().join("more"))?;
    release.refused("a folder")?;
    fs::remove_dir(release.path().join("more"))?;

    // Whoever changes a file can write its new sum, but not sign that.
    let component = release.path().join("validator.wasm");
    let list = release.path().join("SHA256SUMS");
    let (content, sums) = (fs::read(&component)?, fs::read(&list)?);
    flip(&component, content.len() / 2)?;
    let rewritten = command("bash")
        .args([
            "-c",
            "cd \"$0\" && sha256sum -- *.* LICENSE ops >SHA256SUMS.new",
        ])
        .arg(release.path())
        .status()?;
    ensure!(rewritten.success());
    let own = fs::read_to_string(release.path().join("SHA256SUMS.new"))?;
    fs::remove_file(release.path().join("SHA256SUMS.new"))?;
    let own = own.lines().filter(|line| !line.contains("  SHA256SUMS"));
    fs::write(&list, own.collect::<Vec<_>>().join("\n") + "\n")?;
    let unsigned = release.verify(&["--unsigned"], "")?;
    ensure!(unsigned.status.success(), "{}", both(&unsigned));
    release.refused("sums of somebody else")?;
    fs::write(&component, content)?;
    fs::write(&list, sums)?;
    release.accepted()
}

#[test]
fn what_is_handed_on_is_what_was_signed() -> anyhow::Result<()> {
    let release = Release::make()?;
    release.accepted()?;
    everything_is_there(&release)?;
    lists_are_true(&release)?;
    changes_are_refused(&release)?;

    let other = TempDir::new()?;
    let output = release.verify(&[], &keys(other.path())?)?;
    ensure!(!output.status.success(), "another key: {}", both(&output));
    let output = release.verify(&[], "")?;
    let said = both(&output);
    ensure!(
        !output.status.success() && said.contains("MEDICAL_PUBLIC_KEY"),
        "{said}"
    );
    let output = release.verify(&["--unsigned"], "")?;
    ensure!(both(&output).contains("NOT checked"), "{}", both(&output));
    flip(&release.path().join("LICENSE"), 0)?;
    let output = release.verify(&["--unsigned"], "")?;
    ensure!(!output.status.success(), "{}", both(&output));
    Ok(())
}

/// Nothing is deleted that this did not make.
#[test]
fn a_release_replaces_only_a_release() -> anyhow::Result<()> {
    let folder = TempDir::new()?;
    let mine = folder.path().join("mine");
    // One with a list of sums as well, and one at the place where a release is made.
    for (name, file) in [("mine", "it"), ("mine", "SHA256SUMS"), ("mine.new", "it")] {
        fs::create_dir_all(folder.path().join(name))?;
        fs::write(folder.path().join(name).join(file), "")?;
        let output = command(root().join("scripts/release-files.sh"))
            .arg(&mine)
            .output()?;
        let said = both(&output);
        ensure!(!output.status.success() && said.contains("was not made by this"));
        ensure!(folder.path().join(name).join(file).is_file());
        if file == "SHA256SUMS" {
            fs::remove_dir_all(&mine)?;
        }
    }
    let output = command(root().join("scripts/release-files.sh"))
        .arg(folder.path().join("new"))
        .env("MEDICAL_SIGNING_KEY", "nowhere")
        .output()?;
    let said = both(&output);
    ensure!(
        !output.status.success() && said.contains("MEDICAL_SIGNING_KEY"),
        "{said}"
    );
    Ok(())
}
