//! Parts that are gone for a while: the HTTP server, a component, NATS.

use std::time::{Duration, Instant};

use anyhow::{Context as _, ensure};
use tests::eventually;
use tests::process::signal;

use crate::setting::{Bounds, Setting};

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

/// wadm starts it again; until then the other host's answers.
pub(crate) fn a_component_is_stopped(setting: &Setting) -> anyhow::Result<()> {
    let components = setting.sized(
        &["medical_api", "validator", "health_calculator"][..],
        &["validator"],
    );
    for component in components {
        for everywhere in setting.sized(&[false, true][..], &[true]) {
            let bounds = Bounds {
                statuses: &[502, 503, 504],
                failures: false,
                recovery: Duration::from_secs(60),
            };
            let place = if *everywhere {
                "on both hosts"
            } else {
                "on one host"
            };
            let what = format!("{component} {place}: wash stop component");
            setting.under_load("a component is stopped", what, &bounds, || {
                stop(setting, component, *everywhere)?;
                Ok(Some(Instant::now()))
            })?;
            setting.runs_completely()?;
        }
    }
    Ok(())
}

fn stop(setting: &Setting, component: &str, everywhere: bool) -> anyhow::Result<()> {
    let hosts = setting.lattice.wash(&["get", "hosts"])?;
    let hosts = hosts["hosts"].as_array().context("hosts")?;
    let id = format!("medical_app-{component}");
    for host in hosts.iter().take(if everywhere { 2 } else { 1 }) {
        let host = host["id"].as_str().context("a host's id")?;
        setting
            .lattice
            .wash(&["stop", "component", &id, "--host-id", host])?;
    }
    Ok(())
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
