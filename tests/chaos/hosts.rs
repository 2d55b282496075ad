//! A host that is killed, with and without the HTTP server on it. Something
//! outside the lattice starts a host again after a while, as a machine's
//! supervisor would; here the test does.

use std::time::{Duration, Instant};

use anyhow::{Context as _, ensure};
use harness::eventually;

use crate::setting::{Bounds, Setting};

/// Before a host is started again.
const GONE_FOR: Duration = Duration::from_secs(5);

/// Until wadm is sure that a host is gone and puts its provider elsewhere: it
/// looks every 35 s for hosts that said nothing for 70 s.
const NOTICED_WITHIN: Duration = Duration::from_secs(180);

/// The other host answers for both; calls that were on their way are repeated.
/// Starting a host takes all of a small machine's processors for a while, in
/// which the server may be full.
pub(crate) fn a_host_without_the_server_is_killed(setting: &Setting) -> anyhow::Result<()> {
    let bounds = Bounds {
        statuses: &[503],
        failures: false,
        recovery: Duration::from_secs(30),
    };
    let what = format!("kill -9, another started after {GONE_FOR:?}");
    setting.under_load("a host without the HTTP server", what, &bounds, || {
        setting.lattice.kill_host(1 - of_the_server(setting)?)?;
        another(setting)?;
        Ok(None)
    })
}

/// The HTTP server outlives its host, and leaves when wadm has put another
/// elsewhere.
pub(crate) fn the_host_of_the_server_is_killed(setting: &Setting) -> anyhow::Result<()> {
    let bounds = Bounds {
        statuses: &[503],
        failures: true,
        recovery: Duration::from_secs(30),
    };
    let what = format!("kill -9, another started after {GONE_FOR:?}; until the server is replaced");
    setting.under_load("the host of the HTTP server", what, &bounds, || {
        let orphan = setting.lattice.http_server_pids()?;
        setting.lattice.kill_host(of_the_server(setting)?)?;
        another(setting)?;
        eventually("the server is replaced", NOTICED_WITHIN, || {
            let now = setting.lattice.http_server_pids()?;
            ensure!(now.len() == 1 && now != orphan, "{now:?}");
            of_the_server(setting)
        })?;
        // Until here the old one served; what there was to notice is over.
        Ok(Some(Instant::now()))
    })
}

fn another(setting: &Setting) -> anyhow::Result<()> {
    std::thread::sleep(GONE_FOR);
    setting.lattice.start_host()?;
    setting.runs_completely()
}

/// Which host started the HTTP server.
pub(crate) fn of_the_server(setting: &Setting) -> anyhow::Result<usize> {
    let pids = setting.lattice.http_server_pids()?;
    let pid = pids.first().context("no server")?;
    let status = std::fs::read_to_string(format!("/proc/{pid}/status"))?;
    let parent = status.lines().find_map(|line| line.strip_prefix("PPid:"));
    let parent: u32 = parent.context("a parent")?.trim().parse()?;
    let hosts = setting.lattice.host_pids();
    let index = hosts.iter().position(|host| *host == parent);
    index.context("the server's host is gone")
}
