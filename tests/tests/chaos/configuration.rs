//! Settings that cannot be used: the server that runs keeps its own, a server
//! that starts refuses them by name, and good ones heal it.

use std::net::TcpStream;
use std::path::PathBuf;
use std::time::Duration;

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
    for (number, (wrong, said)) in WRONG.iter().enumerate() {
        let what = format!("`{wrong}` deployed over a server that runs");
        setting.under_load("a wrong setting", what, &UNNOTICED, || {
            setting
                .lattice
                .deploy_manifest(&manifest(setting, number, Some(wrong))?)?;
            says(setting, said, 0)?;
            Ok(None)
        })?;
        let bounds = Bounds {
            statuses: &[],
            failures: true,
            recovery: Duration::from_secs(60),
        };
        let what = format!("`{wrong}` when the server starts, then taken back");
        setting.under_load("a wrong setting", what, &bounds, || {
            let before = setting.lattice.host_log().matches(said).count();
            let pids = setting.lattice.http_server_pids()?;
            signal(*pids.first().context("no server")?, "KILL");
            says(setting, said, before)?;
            let connection = TcpStream::connect(setting.lattice.address());
            ensure!(connection.is_err(), "something listens");
            setting
                .lattice
                .deploy_manifest(&manifest(setting, number, None)?)?;
            Ok(None)
        })?;
    }
    Ok(())
}

/// Waits until the log says this more often than before.
fn says(setting: &Setting, what: &str, before: usize) -> anyhow::Result<()> {
    eventually("the log says what is wrong", SAYS_WITHIN, || {
        let now = setting.lattice.host_log().matches(what).count();
        ensure!(now > before, "'{what}' is {now} times in the log");
        Ok(())
    })
}

/// `wadm.yaml` with one more setting of the server, or with none but a version
/// of its own, because wadm ignores one that it had before.
fn manifest(setting: &Setting, number: usize, line: Option<&str>) -> anyhow::Result<PathBuf> {
    let template = std::fs::read_to_string(root().join("wadm.yaml"))?;
    let address = "              address: 127.0.0.1:8080\n";
    let found = template.find(address).context("the server's address")?;
    let more = match line {
        Some(line) => format!("{address}              {line}\n"),
        None => format!("{address}              # {number}\n"),
    };
    let (before, after) = template.split_at(found);
    let changed = format!("{before}{more}{}", &after[address.len()..]);
    // Images are relative to the manifest.
    let changed = changed.replace("file://./", &format!("file://{}/", root().display()));
    let path = setting.lattice.folder().join("wrong.yaml");
    std::fs::write(&path, changed)?;
    Ok(path)
}
