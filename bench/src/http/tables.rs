//! The tables of the HTTP section.

use anyhow::Context as _;

use super::{Endurance, Figures, Part};
use crate::report::{Limit, Page, median, number};
use crate::systems::{BUILTIN, FUSED, LINKED, NATIVE, SERVE, UPSTREAM};

/// Writes the section.
///
/// # Errors
///
/// When a system is missing.
pub(super) fn write(
    figures: &[Figures],
    endurance: &[Endurance],
    bytes: usize,
    page: &mut Page,
) -> anyhow::Result<()> {
    let (native, upstream) = (find(figures, NATIVE)?, find(figures, UPSTREAM)?);
    page.section("HTTP");
    page.prose(SYSTEMS);
    page.prose(&format!(
        "All six answered the same {bytes} bytes (apart from `processing_time_us`) before \
         anything was measured, and every answer was compared with these."
    ));
    throughput(figures, native, upstream, page);
    page.prose(SWEEP);
    let head = ["requests/s by connections", "1", "8", "32", "128"];
    let rows = figures.iter().map(|one| {
        let cells = one.sweep.iter().map(|(_, rate)| number(*rate));
        [one.name.to_owned()].into_iter().chain(cells).collect()
    });
    page.table(&head, &rows.collect::<Vec<_>>());
    page.prose(RESOURCES);
    page.table(&RESOURCES_HEAD, &resources(figures));
    page.prose(BETWEEN);
    page.prose(ENDURANCE);
    page.table(
        &ENDURANCE_HEAD,
        &endurance.iter().map(endured).collect::<Vec<_>>(),
    );

    ratios(figures, page)?;
    limits(find(figures, LINKED)?, endurance, page);
    Ok(())
}

fn find<'a>(figures: &'a [Figures], name: &'static str) -> anyhow::Result<&'a Figures> {
    let found = figures.iter().find(|figures| figures.name == name);
    found.context(name)
}

fn ratios(figures: &[Figures], page: &mut Page) -> anyhow::Result<()> {
    let find = |name| find(figures, name);
    let (builtin, fused, linked) = (find(BUILTIN)?, find(FUSED)?, find(LINKED)?);
    let (native, upstream) = (find(NATIVE)?, find(UPSTREAM)?);
    let ratios = [
        (
            "fused, built-in server / `wasmtime serve`",
            builtin.over(find(SERVE)?),
            1.5,
        ),
        (
            "fused, built-in server / native axum",
            builtin.over(native),
            0.3,
        ),
        ("fused, our ingress / native axum", fused.over(native), 0.18),
        (
            "linked, our ingress / native axum",
            linked.over(native),
            0.1,
        ),
        (
            "fused, our ingress / linked, upstream",
            fused.over(upstream),
            2.5,
        ),
        (
            "linked, our ingress / linked, upstream",
            linked.over(upstream),
            1.2,
        ),
    ];
    for (what, ratio, least) in ratios {
        let what = format!("throughput: {what}");
        page.target(what, ratio, Limit::Least(least), "×", "at saturation");
    }
    Ok(())
}

fn limits(linked: &Figures, endurance: &[Endurance], page: &mut Page) {
    let p99 = median(&mut linked.p99.clone());
    let what = "linked, our ingress: p99 at half load";
    page.target(
        what,
        p99,
        Limit::Most(10.0),
        "ms",
        "open loop, from the scheduled time",
    );
    if let Some(ours) = endurance.first() {
        let what = "linked, our ingress: answers other than 200 at saturation";
        #[expect(clippy::cast_precision_loss, reason = "a count")]
        let bad = ours.bad() as f64;
        page.target(
            what,
            bad,
            Limit::Most(0.0),
            "",
            "failed and hung requests count",
        );
    }
}

fn throughput(figures: &[Figures], native: &Figures, upstream: &Figures, page: &mut Page) {
    let middle = |values: &[f64]| number(median(&mut values.to_vec()));
    let rows = figures.iter().map(|one| {
        vec![
            one.name.to_owned(),
            number(one.throughput()),
            format!("{} ×", number(one.over(upstream))),
            format!("{} %", number(one.over(native) * 100.0)),
            middle(&one.p50),
            middle(&one.p99),
            middle(&one.p999),
            one.troubles.to_string(),
        ]
    });
    let head = [
        "system",
        "requests/s",
        "/ upstream",
        "/ native",
        "p50 ms",
        "p99 ms",
        "p99.9 ms",
        "not right",
    ];
    page.table(&head, &rows.collect::<Vec<_>>());
}

fn resources(figures: &[Figures]) -> Vec<Vec<String>> {
    let cpu = |part: &Part| median(&mut part.cpu.clone());
    let mut rows = Vec::new();
    for one in figures {
        let all: f64 = one.parts.iter().map(cpu).sum();
        for part in &one.parts {
            rows.push(vec![
                format!("{}: {}", one.name, part.name),
                number(cpu(part)),
                format!("{} %", number(cpu(part) / all * 100.0)),
                number(part.idle),
                number(part.peak),
            ]);
        }
    }
    rows
}

impl Endurance {
    /// Everything but right answers.
    fn bad(&self) -> u64 {
        let others = self.statuses.iter().filter(|(status, _)| **status != 200);
        others.map(|(_, count)| count).sum::<u64>() + self.wrong + self.failed + self.hung
    }
}

fn endured(one: &Endurance) -> Vec<String> {
    let others = one.statuses.iter().filter(|(status, _)| **status != 200);
    let others: Vec<_> = others
        .map(|(status, count)| format!("{count} × {status}"))
        .collect();
    vec![
        one.name.to_owned(),
        number(one.seconds),
        one.statuses
            .get(&200)
            .copied()
            .unwrap_or_default()
            .to_string(),
        if others.is_empty() {
            "0".to_owned()
        } else {
            others.join(", ")
        },
        one.wrong.to_string(),
        one.failed.to_string(),
        one.hung.to_string(),
        number(one.p99),
    ]
}

const SYSTEMS: &str = "\
One request, `POST /api/v1/health-metrics` with the example's person, to six systems
that all run at the same time and are asked in turns. *Linked* is `wadm.yaml`: gateway,
validator and calculator are components that call each other over NATS. *Fused* is
the same crates in one component, `medical-whole`. *Upstream's provider* is wasmCloud's HTTP server, with
the host of `lattice/` like all others. *Native* is the same crates in one program without
WebAssembly. Throughput is a closed loop of 32 connections that are kept; latency is an
open loop at half of that, counted from when a request was due, so that a server that
stalls cannot hide it; whatever was not right in that loop is counted. Ratios are medians of
ratios within a round. The load generator takes its share of the same cores, most where
requests are cheapest: the ratios to native are, if anything, too kind to Wasm.";

const SWEEP: &str = "\
Why 32 connections: fewer leave the linked wirings waiting, more only queue.";

const RESOURCES: &str = "\
Where the time goes: processor time of each process at saturation, in milliseconds per
1,000 requests, and its resident memory in MiB, before any load and at its peak.";

const BETWEEN: &str = "\
What lies between these figures and their targets. *Native* has no borders: no fresh
instance for each request, no request and answer as resources of `wasi:http`. That is the
host's part behind its built-in server, and the floor of every system with components. A
hop over the lattice costs the host about half as much again: values are taken apart and
put together field by field on both sides, and NATS carries the messages. Our ingress and
NATS add what a second process and a second protocol cost. Upstream's provider runs on the same mended host as ours
(docs/adr/0004-own-host-binary.md), which takes away much of what a hop used to cost and so
makes the ratios to it smaller; its other answers are calls that its host or its client
lost. The 99th percentile of a linked wiring at half load is a queue: host, NATS, ingress,
load generator and the idle systems beside it take turns on the same cores.";

const RESOURCES_HEAD: [&str; 5] = [
    "system and process",
    "CPU ms per 1,000",
    "share",
    "MiB idle",
    "MiB peak",
];

const ENDURANCE: &str = "\
Saturated without a pause, counting whatever is not a right answer.";

const ENDURANCE_HEAD: [&str; 8] = [
    "system",
    "s",
    "200",
    "other status",
    "wrong",
    "failed",
    "hung",
    "p99 ms",
];
