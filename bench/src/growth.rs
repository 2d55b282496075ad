//! What more hosts and longer requests do.

use std::time::Duration;

use harness::http::Client;
use harness::lattice::{Lattice, Wiring};
use harness::load::run as send;
use serde::Serialize;

use crate::Settings;
use crate::batch::batch;
use crate::http::{closed, throughput};
use crate::report::{Page, median, number, times};
use crate::systems::System;

const HOSTS: [usize; 3] = [1, 2, 4];
const CASES: [u32; 4] = [1, 10, 100, 1_000];
const CONNECTIONS: usize = 32;

/// Right answers per second at saturation, an entry for each round.
#[derive(Debug, Serialize)]
struct Hosts {
    wiring: &'static str,
    hosts: usize,
    saturation: Vec<f64>,
}

/// Milliseconds of a batch, an entry for each request.
#[derive(Debug, Serialize)]
struct Payload {
    wiring: &'static str,
    cases: u32,
    request: Vec<f64>,
}

/// Measures and writes this section.
pub(crate) fn run(settings: &Settings, page: &mut Page) -> anyhow::Result<()> {
    let mut hosts = Vec::new();
    let mut singles = Vec::new();
    for wiring in [Wiring::Linked, Wiring::Fused] {
        let lattices = HOSTS.iter().map(|count| deployed(wiring, *count));
        let mut systems = lattices.collect::<anyhow::Result<Vec<_>>>()?;
        hosts.extend(saturate(settings, wiring, &systems)?);
        // The others stop here.
        singles.push(systems.swap_remove(0));
    }
    let payloads = payloads(settings, &singles)?;
    write(&hosts, &payloads, page);
    page.record("hosts", &hosts)?;
    page.record("payloads", &payloads)
}

fn deployed(wiring: Wiring, hosts: usize) -> anyhow::Result<System> {
    let lattice = Lattice::with_hosts(hosts)?;
    lattice.deploy_wiring(wiring)?;
    System::of(wiring.name(), lattice)
}

fn saturate(settings: &Settings, wiring: Wiring, systems: &[System]) -> anyhow::Result<Vec<Hosts>> {
    let (rounds, seconds) = if settings.quick { (1, 1) } else { (3, 4) };
    let mut all: Vec<_> = HOSTS
        .iter()
        .map(|hosts| Hosts {
            wiring: wiring.name(),
            hosts: *hosts,
            saturation: Vec::new(),
        })
        .collect();
    // The first round only warms up.
    for round in 0..=rounds {
        for (system, hosts) in systems.iter().zip(&mut all) {
            let duration = Duration::from_secs(seconds);
            let outcome = send(&closed(system, CONNECTIONS, duration))?;
            if round > 0 {
                hosts.saturation.push(throughput(&outcome, duration));
            }
        }
    }
    Ok(all)
}

fn payloads(settings: &Settings, systems: &[System]) -> anyhow::Result<Vec<Payload>> {
    let repetitions = if settings.quick { 3 } else { 30 };
    let mut all = Vec::new();
    for cases in CASES {
        let mut requests = vec![Vec::new(); systems.len()];
        for repetition in 0..=repetitions {
            for (system, requests) in systems.iter().zip(&mut requests) {
                let millis = batch(&Client::new(system.address), cases)?;
                // The first only warms up.
                if repetition > 0 {
                    requests.push(millis);
                }
            }
        }
        let of_systems = systems.iter().zip(requests);
        all.extend(of_systems.map(|(system, request)| Payload {
            wiring: system.name,
            cases,
            request,
        }));
    }
    Ok(all)
}

fn write(hosts: &[Hosts], payloads: &[Payload], page: &mut Page) {
    page.section("Growth");
    page.prose(HOSTS_PROSE);
    let one = |wiring: &str| {
        let mut all = hosts.iter();
        let single = all.find(|found| found.wiring == wiring && found.hosts == 1);
        single.map_or(f64::NAN, |found| median(&mut found.saturation.clone()))
    };
    let rows = hosts.iter().map(|found| {
        let rate = median(&mut found.saturation.clone());
        vec![
            found.wiring.to_owned(),
            found.hosts.to_string(),
            number(rate),
            times(rate, one(found.wiring)),
        ]
    });
    page.table(
        &["wiring, our ingress", "hosts", "requests/s", "/ one host"],
        &rows.collect::<Vec<_>>(),
    );
    page.prose(PAYLOADS_PROSE);
    let rows = payloads.iter().map(|found| {
        let request = median(&mut found.request.clone());
        vec![
            found.wiring.to_owned(),
            found.cases.to_string(),
            number(request),
            number(request * 1e3 / f64::from(found.cases)),
        ]
    });
    page.table(
        &["wiring, our ingress", "cases", "request ms", "case µs"],
        &rows.collect::<Vec<_>>(),
    );
}

const HOSTS_PROSE: &str = "\
The same load as above on lattices of one, two and four hosts. All of them share this
machine's cores, so more hosts cannot make it faster here: the table shows what it
costs to spread the work, not what further machines would bring.";

const PAYLOADS_PROSE: &str = "\
`POST /api/v1/batch` with more and more cases in one request, one request at a time on a
connection of its own, the wirings in turns, median of 30. What a request costs by itself is spread over its cases.";
