//! Parts that are paused, not dead: nothing says that they are gone, their
//! connections stay open, and what was sent to them is done when they go on.

use std::time::{Duration, Instant};

use anyhow::Context as _;
use harness::process::signal;

use crate::hosts::of_the_server;
use crate::setting::{Bounds, Setting, UNNOTICED};

/// After a part goes on.
const WELL_WITHIN: Duration = Duration::from_secs(5);

/// Longer than the deadline of a request (8 s).
const LONG: Duration = Duration::from_secs(10);

/// Longer than it takes to send a call again, or to refuse what finds no place.
const SHORT: Duration = Duration::from_secs(4);

/// While the server itself is paused nobody can answer in its place: longer than a
/// request's deadline, shorter than clients wait (10 s).
const LONG_FOR_CLIENTS: Duration = Duration::from_secs(9);

/// Half of the calls go to it, as NATS does not know. Those are lost (504, or 502 for a
/// part behind the gateway), and there is not always a place for further ones (503).
pub(crate) fn a_host_is_paused(setting: &Setting) -> anyhow::Result<()> {
    let host = setting.lattice.host_pids()[1 - of_the_server(setting)?];
    let bounds = bounds(&[502, 503, 504]);
    paused(setting, "a host", host, setting.sized(LONG, SHORT), &bounds)
}

/// Clients wait. The few calls that were under way may come too late (504), or be ended
/// by their host meanwhile (502); nothing else is refused.
pub(crate) fn the_server_is_paused(setting: &Setting) -> anyhow::Result<()> {
    let pids = setting.lattice.http_server_pids()?;
    let server = *pids.first().context("no server")?;
    let time = setting.sized(LONG_FOR_CLIENTS, SHORT);
    paused(
        setting,
        "the HTTP server",
        server,
        time,
        &bounds(&[502, 504]),
    )
}

/// No call arrives: those that were sent end at their deadline (504), or, from within
/// the gateway, a little before it (502); further ones find no place (503).
pub(crate) fn nats_is_paused(setting: &Setting) -> anyhow::Result<()> {
    let nats = setting.lattice.nats_pid().context("no NATS")?;
    let bounds = bounds(&[502, 503, 504]);
    paused(setting, "NATS", nats, setting.sized(LONG, SHORT), &bounds)
}

/// It has no part in requests.
pub(crate) fn wadm_is_paused(setting: &Setting) -> anyhow::Result<()> {
    let wadm = setting.lattice.wadm_pid().context("no wadm")?;
    paused(
        setting,
        "wadm",
        wadm,
        setting.sized(LONG, SHORT),
        &UNNOTICED,
    )
}

/// Every request is answered by its deadline, and all are answered rightly soon after.
fn bounds(statuses: &'static [u16]) -> Bounds {
    Bounds {
        statuses,
        failures: false,
        recovery: WELL_WITHIN,
    }
}

fn paused(
    setting: &Setting,
    part: &str,
    pid: u32,
    time: Duration,
    bounds: &Bounds,
) -> anyhow::Result<()> {
    let what = format!("{part}: SIGSTOP, and SIGCONT after {time:?}");
    setting.under_load("a part is paused", what, bounds, || {
        let pause = Pause::of(pid);
        std::thread::sleep(time);
        drop(pause);
        Ok(Some(Instant::now()))
    })
}

/// Dropping it lets the process go on, also when the case fails.
struct Pause(u32);

impl Pause {
    fn of(pid: u32) -> Self {
        signal(pid, "STOP");
        Self(pid)
    }
}

impl Drop for Pause {
    fn drop(&mut self) {
        signal(self.0, "CONT");
    }
}
