//! Settings that cannot be used: the server that runs keeps its own, a server
//! that starts refuses them by name, and good ones heal it.

use std::net::TcpStream;
use std::path::PathBuf;
use std::time::{Duration, Instant};

use anyhow::{Context as _, ensure};
use tests::process::signal;
use tests::{eventually, root};

use crate::setting::{Bounds, Setting, UNNOTICED};

const SAYS_WITHIN: Duration = Duration::from_secs(30);

/// A setting that cannot be used, and what the log says about it.
const WRONG: [(&str, &str); 2] = [
    (
        r#"max_in_flight: "many""#,
        "max_in_flight: must be a whole number",
    ),
    (
        "tls_key: /nowhere/key.pem",
        "tls_certificate: is missing beside tls_key",
    ),
];

pub(crate) fn wrong_settings(setting: &Setting) -> anyhow::Result<()> {
    for (wrong, said) in WRONG {
        let result = refused(setting, wrong, said);
        if result.is_err() {
            // The next case needs a server all the same.
            let good = manifest(setting, &format!("# not {wrong}, after a failure"))?;
            setting.lattice.deploy_manifest(&good)?;
        }
        result?;
    }
    Ok(())
}

fn refused(setting: &Setting, wrong: &str, said: &str) -> anyhow::Result<()> {
    let what = format!("`{wrong}` deployed over a server that runs");
    setting.under_load("a wrong setting", what, &UNNOTICED, || {
        let bad = manifest(setting, wrong)?;
        setting.lattice.deploy_manifest(&bad)?;
        says(setting, said, 0)?;
        Ok(None)
    })?;
    let bounds = Bounds {
        statuses: &[],
        failures: true,
        recovery: Duration::from_secs(30),
    };
    let what = format!("`{wrong}` when the server starts; from when it was taken back");
    setting.under_load("a wrong setting", what, &bounds, || {
        let before = setting.lattice.host_log().matches(said).count();
        let pids = setting.lattice.http_server_pids()?;
        signal(*pids.first().context("no server")?, "KILL");
        says(setting, said, before)?;
        let connection = TcpStream::connect(setting.lattice.address());
        ensure!(connection.is_err(), "something listens");
        let taken_back = Instant::now();
        let good = manifest(setting, &format!("# not {wrong}"))?;
        setting.lattice.deploy_manifest(&good)?;
        Ok(Some(taken_back))
    })
}

/// Waits until the log says this more often than before.
fn says(setting: &Setting, what: &str, before: usize) -> anyhow::Result<()> {
    eventually("the log says what is wrong", SAYS_WITHIN, || {
        let now = setting.lattice.host_log().matches(what).count();
        ensure!(now > before, "'{what}' is {now} times in the log");
        Ok(())
    })
}

/// `wadm.yaml` with one more line among the server's settings. A comment is
/// enough for a version of its own: wadm refuses one that it had before.
fn manifest(setting: &Setting, line: &str) -> anyhow::Result<PathBuf> {
    let template = std::fs::read_to_string(root().join("wadm.yaml"))?;
    let address = "              address: 127.0.0.1:8080\n";
    ensure!(template.contains(address), "wadm.yaml has no address");
    let changed = template.replace(address, &format!("{address}              {line}\n"));
    // Images are relative to the manifest.
    let changed = changed.replace("file://./", &format!("file://{}/", root().display()));
    let path = setting.lattice.folder().join("wrong.yaml");
    std::fs::write(&path, changed)?;
    Ok(path)
}
