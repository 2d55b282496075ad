//! The application broken on purpose, on a lattice of two hosts and under a
//! steady load of requests with known answers, each of which is counted.
//!
//! Short as one of the tests; with `MEDICAL_CHAOS=full` everything, in its full
//! size, and the table in `docs/chaos.md`.

mod clients;
mod configuration;
mod garbage;
mod hosts;
mod logs;
mod neighbours;
mod outages;
mod overload;
mod pauses;
mod setting;
mod slow;
mod table;
mod traffic;

use std::process::ExitCode;
use std::sync::Arc;
use std::time::Instant;

use harness::process::running_from;
use libtest_mimic::{Arguments, Failed, Trial};

use crate::setting::Setting;

type Case = fn(&Setting) -> anyhow::Result<()>;

/// In this order; whether a case belongs to the short run as well.
const CASES: &[(&str, bool, Case)] = &[
    ("cancelled_requests", true, clients::cancelled_requests),
    ("slow_clients", true, slow::slow_clients),
    ("large_bodies", true, clients::large_bodies),
    ("malformed_requests", true, garbage::malformed_requests),
    ("dear_requests", true, neighbours::dear_requests),
    ("endless_calls", true, neighbours::endless_calls),
    ("overload", true, overload::overload),
    ("the_server_is_killed", true, outages::the_server_is_killed),
    (
        "a_component_is_stopped_on_one_host",
        true,
        outages::a_component_is_stopped_on_one_host,
    ),
    (
        "a_component_is_stopped_everywhere",
        true,
        outages::a_component_is_stopped_everywhere,
    ),
    ("the_server_is_paused", true, pauses::the_server_is_paused),
    ("nats_is_paused", true, pauses::nats_is_paused),
    ("a_host_is_paused", false, pauses::a_host_is_paused),
    (
        "the_finest_logs_hold_no_patient_data",
        false,
        logs::the_finest_logs_hold_no_patient_data,
    ),
    ("wadm_is_paused", false, pauses::wadm_is_paused),
    ("wrong_settings", false, configuration::wrong_settings),
    ("nats_is_killed", false, outages::nats_is_killed),
    (
        "a_host_without_the_server_is_killed",
        false,
        hosts::a_host_without_the_server_is_killed,
    ),
    (
        "the_host_of_the_server_is_killed",
        false,
        hosts::the_host_of_the_server_is_killed,
    ),
];

fn main() -> ExitCode {
    let mut arguments = Arguments::from_args();
    arguments.test_threads = Some(1);
    let full = std::env::var("MEDICAL_CHAOS").is_ok_and(|size| size == "full");
    if arguments.list {
        return libtest_mimic::run(&arguments, trials(full, None)).exit_code();
    }
    let started = Instant::now();
    let setting = match Setting::new(full) {
        Ok(setting) => Arc::new(setting),
        Err(error) => {
            eprintln!("there is nothing to break: {error:?}");
            return ExitCode::FAILURE;
        }
    };
    println!("two hosts with the application: {:?}", started.elapsed());
    let folder = setting.lattice.folder().to_owned();
    let conclusion = libtest_mimic::run(&arguments, trials(full, Some(&setting)));
    let written = setting.finish(conclusion.num_failed == 0 && conclusion.num_filtered_out == 0);
    if conclusion.num_failed > 0 {
        let log = concat!(env!("CARGO_TARGET_TMPDIR"), "/chaos.log");
        // Without it there is still what the failures say.
        let kept = std::fs::write(log, setting.lattice.host_log());
        eprintln!("what the hosts have logged is in {log}: {kept:?}");
    }
    drop(setting);
    println!("chaos took {:?}", started.elapsed());
    let left = running_from(&folder).unwrap_or_default();
    if !left.is_empty() {
        eprintln!("processes were left running: {left:?}");
        return ExitCode::FAILURE;
    }
    if let Err(error) = written {
        eprintln!("the table could not be written: {error:?}");
        return ExitCode::FAILURE;
    }
    conclusion.exit_code()
}

fn trials(full: bool, setting: Option<&Arc<Setting>>) -> Vec<Trial> {
    let cases = CASES.iter().filter(|(_, short, _)| full || *short);
    let trial = |(name, _, case): &(&str, bool, Case)| {
        let (setting, case) = (setting.cloned(), *case);
        Trial::test(*name, move || {
            let setting = setting.ok_or("no lattice")?;
            case(&setting).map_err(|error| Failed::from(format!("{error:#}")))
        })
    };
    cases.map(trial).collect()
}
