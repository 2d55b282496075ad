//! More than can be worked on: what is not answered is refused at once, and
//! nothing of it stays behind.

use std::time::Duration;

use anyhow::ensure;
use harness::load::{Outcome, Plan, run};

use crate::setting::{Setting, never_wrong};
use crate::table::Row;

pub(crate) fn overload(setting: &Setting) -> anyhow::Result<()> {
    let seconds = Duration::from_secs(setting.sized(10, 2));
    // Twice as many clients at once as the server works on and lets wait.
    let clients = 2 * (setting.in_flight + setting.queued);
    let plan = setting.plan(clients, seconds);
    let outcome = run(&plan)?;
    let what = format!("{clients} clients, each with the next request at once");
    record(setting, what, &outcome);
    refused_or_right(&outcome)?;
    setting.full_service()?;
    if !setting.full {
        return Ok(());
    }

    let saturated = run(&setting.plan(64, Duration::from_secs(5)))?;
    never_wrong(&saturated, &[])?;
    let rate = saturated.right() as f64 / saturated.elapsed.as_secs_f64();
    let flood = Plan {
        rate: Some(4.0 * rate),
        ..setting.plan(clients, seconds)
    };
    let outcome = run(&flood)?;
    let what = format!(
        "{:.0} requests a second on schedule, four times what 64 clients got answered",
        4.0 * rate
    );
    record(setting, what, &outcome);
    refused_or_right(&outcome)?;
    setting.full_service()
}

fn record(setting: &Setting, what: String, outcome: &Outcome) {
    let row = Row::of("overload", what, outcome, None);
    println!("{row}");
    println!(
        "  right answers after {:?}; not even sent: {}",
        outcome.latencies, outcome.unsent
    );
    for example in &outcome.examples {
        println!("  {example}");
    }
    setting.record(row);
}

fn refused_or_right(outcome: &Outcome) -> anyhow::Result<()> {
    never_wrong(outcome, &[503])?;
    ensure!(outcome.failed == 0, "{outcome:?}");
    ensure!(outcome.status(503) > 0, "it was no overload: {outcome:?}");
    // It goes on working for those that got in.
    ensure!(outcome.longest_gap < Duration::from_secs(2), "{outcome:?}");
    Ok(())
}
