//! The application on a real lattice, over HTTP, in each of its wirings: every
//! answer it promises, and what happens when a part of it is missing.

mod agreement;
mod application;
mod catalogue;
mod closed;
mod differential;
mod documents;
mod figures;
mod governed;
mod logs;
mod mcp;
mod refusals;
mod requests;
mod robustness;
mod suites;
mod surfaces;
mod wire;

use std::process::ExitCode;
use std::sync::Arc;
use std::time::Duration;

use harness::lattice::{Lattice, Wiring};
use harness::process::running_from;
use libtest_mimic::{Arguments, Failed, Trial};

use crate::application::Application;

/// Longer than anything a client should have to wait for, an outage included.
const SECONDS: Duration = Duration::from_secs(9);

const METRICS: &str = "/api/v1/health-metrics";
const PERSON: &str = r#"{"weight": 70, "height": 1.75, "age": 30, "gender": "male"}"#;

type Test = fn(&Lattice) -> anyhow::Result<()>;

/// The wirings a test is for.
const EVERY: &[Wiring] = &Wiring::JOINED;
const LINKED: &[Wiring] = &[Wiring::Linked];
/// Those that our HTTP server stands before.
const BEHIND_OURS: &[Wiring] = &[Wiring::Linked, Wiring::Fused];

/// In this order in each wiring: the last ones break the application and wait
/// until it heals.
const TESTS: &[(&str, &[Wiring], Test)] = &[
    (
        "figures_of_the_example",
        EVERY,
        figures::figures_of_the_example,
    ),
    (
        "stated_activity_level",
        EVERY,
        figures::stated_activity_level,
    ),
    ("specialised_figures", EVERY, figures::specialised_figures),
    (
        "operational_endpoints",
        EVERY,
        figures::operational_endpoints,
    ),
    ("refused_people", EVERY, refusals::refused_people),
    ("unreadable_bodies", EVERY, refusals::unreadable_bodies),
    ("huge_bodies", EVERY, refusals::huge_bodies),
    (
        "wrong_methods_paths_and_types",
        EVERY,
        refusals::wrong_methods_paths_and_types,
    ),
    (
        "the_catalogue_is_served",
        EVERY,
        catalogue::the_catalogue_is_served,
    ),
    ("every_vector", EVERY, catalogue::every_vector),
    (
        "every_refusal_names_its_input",
        EVERY,
        catalogue::every_refusal_names_its_input,
    ),
    (
        "a_batch_of_a_thousand",
        EVERY,
        catalogue::a_batch_of_a_thousand,
    ),
    ("reports_for_people", EVERY, surfaces::reports_for_people),
    ("fhir_is_valid", EVERY, surfaces::fhir_is_valid),
    ("cds_hooks", EVERY, surfaces::cds_hooks),
    ("mcp_clients_of_others", EVERY, mcp::clients_of_others),
    (
        "pages_of_others_may_not_ask",
        BEHIND_OURS,
        mcp::pages_of_others_may_not_ask,
    ),
    (
        "the_command_line_on_a_server",
        EVERY,
        surfaces::the_command_line_on_a_server,
    ),
    (
        "documented_examples_are_true",
        EVERY,
        documents::documented_examples_are_true,
    ),
    (
        "texts_that_are_json_or_nearly",
        EVERY,
        suites::texts_that_are_json_or_nearly,
    ),
    // The wirings agree, and once takes a minute.
    (
        "requests_made_from_the_document",
        LINKED,
        suites::requests_made_from_the_document,
    ),
    (
        "many_clients_at_once",
        EVERY,
        robustness::many_clients_at_once,
    ),
    ("cancelled_requests", EVERY, robustness::cancelled_requests),
    (
        "other_origins_may_not_read",
        EVERY,
        robustness::other_origins_may_not_read,
    ),
    (
        "logs_hold_no_patient_data",
        EVERY,
        robustness::logs_hold_no_patient_data,
    ),
    (
        "a_refusal_costs_little_log",
        LINKED,
        logs::a_refusal_costs_little_log,
    ),
    (
        "any_request_is_answered_as_natively",
        EVERY,
        differential::any_request_is_answered_as_natively,
    ),
    (
        "strangers_are_refused",
        EVERY,
        closed::strangers_are_refused,
    ),
    (
        "nobody_does_more_than_he_has_to",
        LINKED,
        closed::nobody_does_more_than_he_has_to,
    ),
    (
        "nothing_is_overheard_or_forged",
        LINKED,
        closed::nothing_is_overheard_or_forged,
    ),
    (
        "a_key_is_changed_unnoticed",
        LINKED,
        closed::a_key_is_changed_unnoticed,
    ),
    (
        "without_the_calculator",
        LINKED,
        robustness::without_the_calculator,
    ),
    (
        "without_the_validator",
        LINKED,
        robustness::without_the_validator,
    ),
    (
        "without_the_formatter",
        LINKED,
        robustness::without_the_formatter,
    ),
    (
        "without_the_gateway",
        LINKED,
        robustness::without_the_gateway,
    ),
];

fn main() -> ExitCode {
    let mut arguments = Arguments::from_args();
    arguments.test_threads = Some(1);
    if arguments.list {
        return libtest_mimic::run(&arguments, trials(None)).exit_code();
    }
    let application = match Lattice::start() {
        Ok(lattice) => Arc::new(Application::on(lattice)),
        Err(error) => {
            eprintln!("there is no lattice to test on: {error:?}");
            return ExitCode::FAILURE;
        }
    };
    let folder = application.folder();
    let conclusion = libtest_mimic::run(&arguments, trials(Some(&application)));
    drop(application);
    let left = running_from(&folder).unwrap_or_default();
    if !left.is_empty() {
        eprintln!("processes were left running: {left:?}");
        return ExitCode::FAILURE;
    }
    conclusion.exit_code()
}

/// Wiring after wiring, so that each is deployed once.
fn trials(application: Option<&Arc<Application>>) -> Vec<Trial> {
    let mut trials = vec![Trial::test("hosts_start_what_is_on_the_list", || {
        governed::hosts_start_what_is_on_the_list()
            .map_err(|error| Failed::from(format!("{error:#}")))
    })];
    for wiring in Wiring::JOINED {
        for (name, wirings, test) in TESTS {
            if wirings.contains(&wiring) {
                trials.push(trial(application, wiring, name, |application, wiring| {
                    test(application.deployed(wiring)?)
                }));
            }
        }
        trials.push(trial(
            application,
            wiring,
            "wirings_agree",
            agreement::wirings_agree,
        ));
    }
    trials
}

fn trial(
    application: Option<&Arc<Application>>,
    wiring: Wiring,
    name: &str,
    test: impl Fn(&Application, Wiring) -> anyhow::Result<()> + Send + 'static,
) -> Trial {
    let application = application.cloned();
    Trial::test(format!("{}::{name}", wiring.name()), move || {
        let application = application.ok_or("no lattice")?;
        test(&application, wiring).map_err(|error| Failed::from(format!("{error:#}")))
    })
}
