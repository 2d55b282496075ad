//! The scripts as a newcomer runs them.

mod downloads;
mod release;

use std::fs::Permissions;
use std::net::{Ipv4Addr, SocketAddr};
use std::os::unix::fs::PermissionsExt as _;
use std::path::{Path, PathBuf};
use std::process::Output;

use anyhow::{Context as _, ensure};
use harness::http::Client;
use harness::lattice::{Wiring, host};
use harness::process::{free_port, running_from, signal};
use harness::{command, components, root};

const BODY: &str = r#"{"weight": 70, "height": 1.75}"#;

/// `scripts/up.sh` with ports of its own; dropping it runs `scripts/down.sh`.
struct Up {
    lattice: String,
    nats_port: u16,
    http: SocketAddr,
}

impl Up {
    fn new() -> anyhow::Result<Self> {
        let nats_port = free_port()?;
        Ok(Self {
            lattice: format!("scripts-{nats_port}"),
            nats_port,
            http: (Ipv4Addr::LOCALHOST, free_port()?).into(),
        })
    }

    fn run(&self, script: &str) -> anyhow::Result<String> {
        self.run_with(script, &[])
    }

    fn run_with(&self, script: &str, arguments: &[&str]) -> anyhow::Result<String> {
        let output = command(root().join("scripts").join(script))
            .args(arguments)
            .env("MEDICAL_LATTICE", &self.lattice)
            .env("MEDICAL_NATS_PORT", self.nats_port.to_string())
            .env("MEDICAL_HTTP_ADDRESS", self.http.to_string())
            .output()?;
        let text = both(&output);
        ensure!(output.status.success(), "{script} failed:\n{text}");
        Ok(text)
    }

    fn folder(&self) -> PathBuf {
        let name = format!("{}-{}", self.lattice, self.nats_port);
        root().join(".lattice").join(name)
    }
}

impl Drop for Up {
    fn drop(&mut self) {
        // Only matters when the test failed half-way.
        let _ = self.run("down.sh");
    }
}

fn both(output: &Output) -> String {
    let text = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
    text(&output.stdout) + &text(&output.stderr)
}

/// Changes one bit of a file; doing it again takes that back.
fn flip(file: &Path, at: usize) -> anyhow::Result<()> {
    let mut content = std::fs::read(file)?;
    *content.get_mut(at).context("a byte")? ^= 1;
    std::fs::write(file, content)?;
    Ok(())
}

#[test]
fn up_serves_and_down_leaves_nothing() -> anyhow::Result<()> {
    let up = Up::new()?;
    let said = up.run("up.sh")?;
    let url = format!("http://{}", up.http);
    ensure!(said.contains(&url), "the address is printed: {said}");
    let ready = Client::new(up.http).get("/readyz")?;
    ensure!(ready.status == 200, "{ready:?}");

    // The printed command is a command that works.
    let curl = said.split_once("  curl").context("no curl is printed")?.1;
    let curl = curl.split("\n==>").next().unwrap_or(curl);
    let output = command("bash")
        .args(["-c", &format!("curl{curl}")])
        .output()?;
    ensure!(both(&output).contains("22.857142857"), "{output:?}");

    is_closed(&up)?;
    let again = up.run("up.sh")?;
    ensure!(
        again.contains("already runs") && again.contains("deployed already"),
        "{again}"
    );

    // Another wiring takes over the address of the one before.
    for (wiring, processes) in [("fused-builtin", 3), ("fused", 4)] {
        up.run_with("up.sh", &[wiring])?;
        let figures = Client::new(up.http).post("/api/v1/bmi", BODY)?;
        ensure!(figures.body.contains("22.857142857"), "{figures:?}");
        let running = running_from(&up.folder())?.len();
        ensure!(running == processes, "{wiring} has {running} processes");
        let again = up.run_with("up.sh", &[wiring])?;
        ensure!(again.contains("deployed already"), "{again}");
    }

    up.run("down.sh")?;
    ensure!(running_from(&up.folder())?.is_empty());
    ensure!(!up.folder().exists());
    ensure!(
        Client::new(up.http).get("/livez").is_err(),
        "nothing listens any more"
    );
    up.run("down.sh")?;

    // Whoever cannot be asked to stop is stopped all the same.
    up.run("up.sh")?;
    let running = running_from(&up.folder())?;
    ensure!(
        running.len() == 4,
        "NATS, wadm, host, provider: {running:?}"
    );
    let nats = std::fs::read_to_string(up.folder().join("downloads/nats.pid"))?;
    signal(nats.trim().parse()?, "KILL");
    up.run("down.sh")?;
    let left = running_from(&up.folder())?;
    ensure!(left.is_empty(), "{left:?} are still there");
    Ok(())
}

/// Nobody else may look into the lattice's folder or use its NATS; whoever takes the
/// settings from there may.
fn is_closed(up: &Up) -> anyhow::Result<()> {
    let folder = up.folder();
    for private in [root().join(".lattice"), folder.clone(), folder.join("keys")] {
        let mode = std::fs::metadata(&private)?.permissions().mode();
        ensure!(mode & 0o077 == 0, "{}: {mode:o}", private.display());
    }
    let path = std::env::var("PATH")?;
    let hosts = |before: &str| {
        let script = format!("{before} exec wash get hosts --output json");
        let mut wash = command("bash");
        wash.args(["-c", &script]).env_clear().env("PATH", &path);
        wash.env("HOME", &folder)
            .env("WASMCLOUD_LATTICE", &up.lattice)
            .env("WASMCLOUD_CTL_PORT", up.nats_port.to_string());
        anyhow::Ok(both(&wash.output()?))
    };
    let stranger = hosts("")?;
    ensure!(!stranger.contains("friendly_name"), "{stranger}");
    let known = hosts(&format!("source {} &&", folder.join("env").display()))?;
    ensure!(known.contains("friendly_name"), "{known}");
    Ok(())
}

/// A host ends at once for what it does not know, before it looks for NATS.
#[test]
fn a_host_refuses_settings_that_it_would_ignore() -> anyhow::Result<()> {
    for (name, value) in [
        ("WASMCLOUD_POLICY_TOPICS", "a"),
        ("WASMCLOUD_OBSERVABILITY_ENABLED", "true"),
        ("WASMCLOUD_EXPERIMENTAL_FEATURES", "builtin-htp-server"),
        ("WASMCLOUD_RPC_CREDS", "/nowhere"),
    ] {
        let output = command(host()?).env(name, value).output()?;
        let said = both(&output);
        ensure!(!output.status.success(), "{name}={value} was accepted");
        let named = [name, value].iter().any(|word| said.contains(word));
        ensure!(named, "{name}={value}: {said}");
    }
    Ok(())
}

#[test]
fn the_built_in_server_is_not_opened_to_others() -> anyhow::Result<()> {
    for address in ["0.0.0.0:18081", "192.0.2.1:18081", "[::]:18081"] {
        let output = command(root().join("scripts/up.sh"))
            .arg("fused-builtin")
            .env("MEDICAL_HTTP_ADDRESS", address)
            .output()?;
        let said = both(&output);
        ensure!(!output.status.success(), "{address} was accepted");
        ensure!(said.contains(address) && !said.contains("==>"), "{said}");
    }
    Ok(())
}

#[test]
fn wrong_settings_are_refused_with_a_sentence() -> anyhow::Result<()> {
    for (name, value) in [
        ("MEDICAL_HTTP_ADDRESS", "8080"),
        ("MEDICAL_HTTP_ADDRESS", "127.0.0.1:99999"),
        ("MEDICAL_NATS_PORT", "0"),
        ("MEDICAL_NATS_PORT", "abc"),
        ("MEDICAL_LATTICE", "a b"),
        ("MEDICAL_LATTICE", "../x"),
    ] {
        for script in ["up.sh", "down.sh"] {
            let script = root().join("scripts").join(script);
            let output = command(script).env(name, value).output()?;
            ensure!(!output.status.success(), "{name}={value} was accepted");
            ensure!(both(&output).contains(name), "{output:?}");
        }
    }
    Ok(())
}

#[test]
fn a_processor_that_would_calculate_wrongly_is_refused() -> anyhow::Result<()> {
    let folder = tempfile::TempDir::new()?;
    let uname = folder.path().join("uname");
    std::fs::write(&uname, "#!/bin/sh\necho aarch64\n")?;
    std::fs::set_permissions(&uname, Permissions::from_mode(0o755))?;
    let path = std::env::var("PATH")?;
    let output = command(root().join("scripts/tools.sh"))
        .env("PATH", format!("{}:{path}", folder.path().display()))
        .output()?;
    let said = both(&output);
    ensure!(!output.status.success(), "accepted: {said}");
    ensure!(
        said.contains("aarch64") && said.contains("x86-64"),
        "{said}"
    );
    Ok(())
}

#[test]
fn an_unknown_wiring_is_refused_before_anything_is_built() -> anyhow::Result<()> {
    for arguments in [&["nothing"][..], &[""], &["Linked"], &["fused", "linked"]] {
        let script = root().join("scripts/up.sh");
        let output = command(script).args(arguments).output()?;
        let said = both(&output);
        ensure!(!output.status.success(), "{arguments:?} was accepted");
        ensure!(said.contains("wiring"), "{arguments:?}: {said}");
        ensure!(!said.contains("==>"), "{arguments:?}: {said}");
    }
    Ok(())
}

#[test]
fn the_manifests_are_valid() -> anyhow::Result<()> {
    for wiring in Wiring::ALL {
        let output = command("wash")
            .args(["app", "validate"])
            .arg(wiring.manifest())
            .output()?;
        ensure!(output.status.success(), "{}", both(&output));
    }
    Ok(())
}

#[test]
fn manifests_are_rendered_for_one_address() -> anyhow::Result<()> {
    let folder = tempfile::TempDir::new()?;
    for wiring in Wiring::ALL {
        let mut versions = Vec::new();
        for address in ["127.0.0.1:8080", "127.0.0.1:18099", "127.0.0.1:18099"] {
            let file = folder.path().join(wiring.name());
            let output = command(root().join("scripts/render-manifest.sh"))
                .arg(&file)
                .arg(wiring.manifest())
                .env("MEDICAL_HTTP_ADDRESS", address)
                .env("MEDICAL_INGRESS_CREDS", "/keys/ingress.creds")
                .output()?;
            ensure!(output.status.success(), "{}", both(&output));
            let manifest = std::fs::read_to_string(file)?;
            ensure!(manifest.contains(&format!("address: {address}")));
            ensure!(
                address.ends_with(":8080") || !manifest.contains(":8080"),
                "{manifest}"
            );
            ensure!(manifest.contains("name: http-route-"), "{manifest}");
            let user = "              nats_creds: \"/keys/ingress.creds\"";
            let ours = wiring != Wiring::FusedBuiltin;
            ensure!(manifest.contains(user) == ours, "{manifest}");
            let version = manifest.lines().find(|line| line.contains("version: "));
            versions.push(version.context("a version")?.to_owned());
        }
        ensure!(versions[0] != versions[1], "{versions:?}");
        ensure!(versions[1] == versions[2], "{versions:?}");
    }
    for path in ["/a\"b", "/a'b", "/a\\b", "/a\nb"] {
        let output = command(root().join("scripts/render-manifest.sh"))
            .arg(folder.path().join("out"))
            .env("MEDICAL_INGRESS_CREDS", path)
            .output()?;
        let said = both(&output);
        ensure!(!output.status.success() && said.contains("MEDICAL_INGRESS_CREDS"));
        ensure!(!folder.path().join("out").exists(), "{said}");
    }
    let output = command(root().join("scripts/render-manifest.sh"))
        .arg(folder.path().join("out"))
        .arg("deploy/nothing.yaml")
        .output()?;
    ensure!(!output.status.success() && both(&output).contains("deploy/nothing.yaml"));
    Ok(())
}

#[test]
fn each_component_builds_with_wash_in_its_folder() -> anyhow::Result<()> {
    let keys = tempfile::TempDir::new()?;
    for component in components()? {
        let folder = root().join("components").join(&component);
        let output = command("wash")
            .args(["build", "--skip-fetch"])
            .env("WASH_KEYS", keys.path())
            .current_dir(&folder)
            .output()?;
        ensure!(output.status.success(), "{}", both(&output));
        let artifact = format!("{}_s.wasm", component.replace('-', "_"));
        ensure!(
            folder.join("build").join(&artifact).is_file(),
            "no {artifact}"
        );
    }
    Ok(())
}
