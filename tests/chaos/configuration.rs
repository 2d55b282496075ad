//! Settings that cannot be used: the server that runs keeps its own, a server
//! that starts refuses them by name, and good ones heal it.

use std::net::TcpStream;
use std::time::{Duration, Instant};

use anyhow::{Context as _, ensure};
use harness::eventually;
use harness::process::signal;

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
            deploy(setting, &format!("# not {wrong}, after a failure"))?;
        }
        result?;
    }
    Ok(())
}

fn refused(setting: &Setting, wrong: &str, said: &str) -> anyhow::Result<()> {
    let what = format!("`{wrong}` deployed over a server that runs");
    setting.under_load("a wrong setting", what, &UNNOTICED, || {
        deploy(setting, wrong)?;
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
        deploy(setting, &format!("# not {wrong}"))?;
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

/// Deploys what was deployed first with one more line among the server's
/// settings, as a version of its own.
fn deploy(setting: &Setting, line: &str) -> anyhow::Result<()> {
    let folder = setting.lattice.folder();
    let deployed = std::fs::read_to_string(folder.join("wadm.yaml"))?;
    let address = format!("              address: {}\n", setting.lattice.address());
    let version = "    version: ";
    ensure!(
        deployed.contains(&address) && deployed.contains(version),
        "{deployed}"
    );
    let number = setting.number();
    let changed = deployed
        .replacen(&address, &format!("{address}              {line}\n"), 1)
        .replacen(version, &format!("{version}{number}-"), 1);
    let path = folder.join("changed.yaml");
    std::fs::write(&path, changed)?;
    let path = path.to_str().context("the folder's name")?;
    setting.lattice.wash(&["app", "deploy", path])?;
    Ok(())
}
