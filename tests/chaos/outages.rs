//! Parts that are gone for a while: the HTTP server, a component, NATS.

use std::time::{Duration, Instant};

use anyhow::{Context as _, ensure};
use harness::eventually;
use harness::process::signal;

use crate::setting::{Bounds, Setting, UNNOTICED};
use crate::table::ON_ONE_HOST;

const NATS_IS_GONE_FOR: Duration = Duration::from_secs(5);

/// Its host starts another.
pub(crate) fn the_server_is_killed(setting: &Setting) -> anyhow::Result<()> {
    let bounds = Bounds {
        statuses: &[],
        failures: true,
        recovery: Duration::from_secs(30),
    };
    for _ in 0..setting.sized(3, 1) {
        setting.under_load("the HTTP server is killed", "kill -9", &bounds, || {
            let before = setting.lattice.http_server_pids()?;
            let pid = *before.first().context("no server")?;
            signal(pid, "KILL");
            eventually("another server", Duration::from_secs(30), || {
                let now = setting.lattice.http_server_pids()?;
                ensure!(!now.is_empty() && !now.contains(&pid), "{now:?}");
                Ok(())
            })?;
            Ok(None)
        })?;
    }
    Ok(())
}

/// Nobody notices: the other host's takes the calls, and those that were on
/// their way are repeated. wadm starts it again.
pub(crate) fn a_component_is_stopped_on_one_host(setting: &Setting) -> anyhow::Result<()> {
    for component in stopped(setting) {
        stop(setting, ON_ONE_HOST, component, 1, &UNNOTICED)?;
    }
    Ok(())
}

/// wadm starts it again; until then there is no answer, or one that comes late.
pub(crate) fn a_component_is_stopped_everywhere(setting: &Setting) -> anyhow::Result<()> {
    let bounds = Bounds {
        statuses: &[502, 503, 504],
        failures: false,
        recovery: Duration::from_secs(60),
    };
    let hosts = setting.lattice.host_pids().len();
    for component in stopped(setting) {
        stop(setting, "a component is stopped", component, hosts, &bounds)?;
    }
    Ok(())
}

/// Every component in turn; in the short run one of them.
fn stopped(setting: &Setting) -> impl Iterator<Item = &String> {
    let all = setting.components();
    all.iter().rev().take(setting.sized(all.len(), 1))
}

/// Stops a component on so many hosts.
fn stop(
    setting: &Setting,
    case: &'static str,
    component: &str,
    hosts: usize,
    bounds: &Bounds,
) -> anyhow::Result<()> {
    let place = if hosts == 1 { "one host" } else { "every host" };
    let what = format!("{component} on {place}: wash stop component");
    setting.under_load(case, what, bounds, || {
        let stopped = setting.lattice.stop_component_on(hosts, component)?;
        ensure!(stopped == hosts, "{component} ran on {stopped} hosts only");
        Ok(Some(Instant::now()))
    })?;
    setting.runs_completely()
}

/// Everything goes over NATS: without it every request is refused in time, and
/// with it everything is as before.
pub(crate) fn nats_is_killed(setting: &Setting) -> anyhow::Result<()> {
    let bounds = Bounds {
        statuses: &[503, 504],
        failures: false,
        recovery: Duration::from_secs(30),
    };
    let what = format!("kill -9, and started again after {NATS_IS_GONE_FOR:?}");
    setting.under_load("NATS is killed", what, &bounds, || {
        setting.lattice.kill_nats();
        std::thread::sleep(NATS_IS_GONE_FOR);
        setting.lattice.start_nats()?;
        Ok(Some(Instant::now()))
    })
}
