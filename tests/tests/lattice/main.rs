//! The application on a real lattice, over HTTP: every answer it promises, and
//! what happens when a part of it is missing.

mod catalogue;
mod documents;
mod figures;
mod refusals;
mod robustness;
mod surfaces;

use std::process::ExitCode;
use std::sync::Arc;
use std::time::{Duration, Instant};

use libtest_mimic::{Arguments, Failed, Trial};
use tests::lattice::Lattice;
use tests::process::running_from;

/// Longer than anything a client should have to wait for, an outage included.
const SECONDS: Duration = Duration::from_secs(9);

const METRICS: &str = "/api/v1/health-metrics";
const PERSON: &str = r#"{"weight": 70, "height": 1.75, "age": 30, "gender": "male"}"#;

type Test = fn(&Lattice) -> anyhow::Result<()>;

/// In this order: the last ones break the application and wait until it heals.
const TESTS: &[(&str, Test)] = &[
    ("figures_of_the_example", figures::figures_of_the_example),
    ("stated_activity_level", figures::stated_activity_level),
    ("specialised_figures", figures::specialised_figures),
    ("operational_endpoints", figures::operational_endpoints),
    ("refused_people", refusals::refused_people),
    ("unreadable_bodies", refusals::unreadable_bodies),
    ("huge_bodies", refusals::huge_bodies),
    (
        "wrong_methods_paths_and_types",
        refusals::wrong_methods_paths_and_types,
    ),
    (
        "the_catalogue_is_served",
        catalogue::the_catalogue_is_served,
    ),
    ("every_vector", catalogue::every_vector),
    (
        "every_refusal_names_its_input",
        catalogue::every_refusal_names_its_input,
    ),
    ("a_batch_of_a_thousand", catalogue::a_batch_of_a_thousand),
    ("reports_for_people", surfaces::reports_for_people),
    ("fhir_is_valid", surfaces::fhir_is_valid),
    ("cds_hooks", surfaces::cds_hooks),
    (
        "the_command_line_on_a_server",
        surfaces::the_command_line_on_a_server,
    ),
    (
        "documented_examples_are_true",
        documents::documented_examples_are_true,
    ),
    ("many_clients_at_once", robustness::many_clients_at_once),
    ("cancelled_requests", robustness::cancelled_requests),
    (
        "other_origins_may_not_read",
        robustness::other_origins_may_not_read,
    ),
    (
        "logs_hold_no_patient_data",
        robustness::logs_hold_no_patient_data,
    ),
    ("without_the_calculator", robustness::without_the_calculator),
    ("without_the_validator", robustness::without_the_validator),
    ("without_the_formatter", robustness::without_the_formatter),
];

fn main() -> ExitCode {
    let mut arguments = Arguments::from_args();
    arguments.test_threads = Some(1);
    if arguments.list {
        return libtest_mimic::run(&arguments, trials(None)).exit_code();
    }
    let started = Instant::now();
    let lattice = match Lattice::start().and_then(|lattice| lattice.deploy().map(|()| lattice)) {
        Ok(lattice) => Arc::new(lattice),
        Err(error) => {
            eprintln!("there is no lattice to test on: {error:?}");
            return ExitCode::FAILURE;
        }
    };
    println!(
        "a lattice with the application is up after {:?}",
        started.elapsed()
    );
    let folder = lattice.folder().to_owned();
    let conclusion = libtest_mimic::run(&arguments, trials(Some(&lattice)));
    drop(lattice);
    let left = running_from(&folder).unwrap_or_default();
    if !left.is_empty() {
        eprintln!("processes were left running: {left:?}");
        return ExitCode::FAILURE;
    }
    conclusion.exit_code()
}

fn trials(lattice: Option<&Arc<Lattice>>) -> Vec<Trial> {
    let trial = |(name, test): &(&str, Test)| {
        let (lattice, test) = (lattice.cloned(), *test);
        Trial::test(*name, move || {
            let lattice = lattice.ok_or("no lattice")?;
            test(&lattice).map_err(|error| Failed::from(format!("{error:#}")))
        })
    };
    TESTS.iter().map(trial).collect()
}
