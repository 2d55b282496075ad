//! Pure calculation: native, in WebAssembly, and in Elixir.

use std::collections::BTreeMap;
use std::hint::black_box;
use std::path::PathBuf;
use std::process::Command;
use std::time::Instant;

use anyhow::{bail, ensure};
use harness::sandbox::{Guest, Host, engine, load, store};
use harness::{built, root};
use inprocess::InProcess;
use ports::{Calculators as _, Context};
use serde::Serialize;
use text::Language;
use tokio::runtime;
use wasmtime::{Engine, Store};

use crate::Settings;
use crate::first_call::{CALCULATOR, INPUTS, TODAY, evaluate};
use crate::report::{Limit, Page, median, micros, number, times};
use crate::worlds::calculator::HealthCalculatorPre;
use crate::worlds::workload::{Workload, WorkloadPre};

/// The roadmap's loop, and as many people.
const SIZE: u32 = 10_000;

/// The loops: the roadmap's, the same with one sine everywhere, people by the formulas
/// alone, and people as they are evaluated.
const SUM: &str = "sum";
const SAME_SINE: &str = "sum, same sine";
const FIGURES: &str = "figures";
const EVALUATIONS: &str = "evaluations";
const LOOPS: [&str; 4] = [SUM, SAME_SINE, FIGURES, EVALUATIONS];

/// Calls of the calculator that are timed together.
const CALLS: u32 = 200;

/// One loop in every language: medians in microseconds.
#[derive(Serialize)]
struct Loop {
    name: &'static str,
    result: f64,
    native: f64,
    wasm: f64,
    elixir: Option<f64>,
}

/// One call for one person: medians in microseconds.
#[derive(Serialize)]
struct Call {
    native: f64,
    same_instance: f64,
    fresh_instance: f64,
}

#[derive(Serialize)]
struct Results {
    size: u32,
    loops: Vec<Loop>,
    call: Call,
}

/// Measures and writes this section.
pub(crate) fn run(settings: &Settings, page: &mut Page) -> anyhow::Result<()> {
    let runtime = runtime::Builder::new_current_thread()
        .enable_all()
        .build()?;
    let samples = if settings.quick { 20 } else { 500 };
    let results = Results {
        size: SIZE,
        loops: runtime.block_on(loops(samples))?,
        call: runtime.block_on(call(samples))?,
    };
    write(&results, page);
    page.record("arithmetic", &results)
}

async fn loops(samples: usize) -> anyhow::Result<Vec<Loop>> {
    let engine = engine(Host::Ours)?;
    let pre = WorkloadPre::new(load(&engine, &workload_component())?)?;
    let mut store = store(&engine, ());
    let component = pre.instantiate_async(&mut store).await?;
    let elixir = elixir(samples)?;
    let mut loops = Vec::new();
    for name in LOOPS {
        let (mut native, mut wasm) = (Vec::new(), Vec::new());
        let (mut here, mut there) = (0.0, 0.0);
        // In turns, so that what disturbs one disturbs the other.
        for _ in 0..samples {
            store.set_epoch_deadline(60);
            let started = Instant::now();
            here = natively(name);
            native.push(micros(started.elapsed()));
            let started = Instant::now();
            there = in_component(name, &component, &mut store).await?;
            wasm.push(micros(started.elapsed()));
        }
        let elixir = elixir.get(name).copied();
        same(name, here, there)?;
        if let Some((found, _)) = elixir {
            same(name, here, found)?;
        }
        loops.push(Loop {
            name,
            result: here,
            native: median(&mut native),
            wasm: median(&mut wasm),
            elixir: elixir.map(|(_, micros)| micros),
        });
    }
    Ok(loops)
}

fn natively(name: &str) -> f64 {
    let size = black_box(SIZE);
    black_box(match name {
        SUM => workload::sum(size),
        SAME_SINE => workload::sum_same_sine(size),
        FIGURES => workload::figures(size),
        _ => workload::evaluations(size),
    })
}

async fn in_component(
    name: &str,
    component: &Workload,
    store: &mut Store<Guest>,
) -> wasmtime::Result<f64> {
    match name {
        SUM => component.call_sum(store, SIZE).await,
        SAME_SINE => component.call_sum_same_sine(store, SIZE).await,
        FIGURES => component.call_figures(store, SIZE).await,
        _ => component.call_evaluations(store, SIZE).await,
    }
}

/// The component that `scripts/bench.sh` builds.
fn workload_component() -> PathBuf {
    let target = std::env::var_os("CARGO_TARGET_DIR");
    let target = target.map_or_else(|| root().join("target"), PathBuf::from);
    target.join("wasm32-wasip2/release/workload.wasm")
}

/// Result and median microseconds of the loops that Elixir has; none without it.
fn elixir(samples: usize) -> anyhow::Result<BTreeMap<String, (f64, f64)>> {
    let output = Command::new("elixir")
        .arg(root().join("bench/workload.exs"))
        .args([samples.to_string(), SIZE.to_string(), SIZE.to_string()])
        .output();
    let Ok(output) = output else {
        return Ok(BTreeMap::new());
    };
    ensure!(output.status.success(), "Elixir: {output:?}");
    let text = String::from_utf8(output.stdout)?;
    let lines = text.lines().map(|line| {
        let words: Vec<_> = line.split(' ').collect();
        let [name, result, micros] = words[..] else {
            bail!("Elixir says {line}");
        };
        Ok((name.to_owned(), (result.parse()?, micros.parse()?)))
    });
    lines.collect()
}

/// The mathematical libraries may round the last digit differently.
fn same(name: &str, one: f64, other: f64) -> anyhow::Result<()> {
    let difference = ((one - other) / one).abs();
    ensure!(difference < 1e-9, "{name}: {one} here, {other} there");
    Ok(())
}

async fn call(samples: usize) -> anyhow::Result<Call> {
    let engine = engine(Host::Ours)?;
    let pre = HealthCalculatorPre::new(load(&engine, &built("health-calculator.wasm")?)?)?;
    let (mut native, mut same, mut fresh) = (Vec::new(), Vec::new(), Vec::new());
    let context = Context {
        today: TODAY,
        language: Language::English,
    };
    for _ in 0..samples {
        let started = Instant::now();
        for _ in 0..CALLS {
            let found = InProcess.evaluate(CALCULATOR, black_box(INPUTS), &context);
            ensure!(black_box(found).is_ok(), "refused");
        }
        native.push(micros(started.elapsed()) / f64::from(CALLS));
        let mut store = store(&engine, ());
        let instance = pre.instantiate_async(&mut store).await?;
        let started = Instant::now();
        for _ in 0..CALLS {
            evaluate(&instance, &mut store).await?;
        }
        same.push(micros(started.elapsed()) / f64::from(CALLS));
        drop(store);
        fresh.push(with_fresh_instances(&engine, &pre).await?);
    }
    Ok(Call {
        native: median(&mut native),
        same_instance: median(&mut same),
        fresh_instance: median(&mut fresh),
    })
}

/// Microseconds of a call with an instance of its own.
async fn with_fresh_instances(
    engine: &Engine,
    pre: &HealthCalculatorPre<Guest>,
) -> anyhow::Result<f64> {
    let calls = CALLS / 10;
    let started = Instant::now();
    for _ in 0..calls {
        let mut store = store(engine, ());
        let instance = pre.instantiate_async(&mut store).await?;
        evaluate(&instance, &mut store).await?;
    }
    Ok(micros(started.elapsed()) / f64::from(calls))
}

fn write(results: &Results, page: &mut Page) {
    page.section("Arithmetic");
    page.prose(LOOPS_PROSE);
    let rows = results.loops.iter().map(|one| {
        let elixir = one.elixir.map_or(String::new(), number);
        let faster = one
            .elixir
            .map_or(String::new(), |elixir| times(elixir, one.wasm));
        vec![
            one.name.to_owned(),
            number(one.native),
            number(one.wasm),
            elixir,
            times(one.wasm, one.native),
            faster,
        ]
    });
    let head = [
        "10,000 turns",
        "native µs",
        "Wasm µs",
        "Elixir µs",
        "Wasm / native",
        "Elixir / Wasm",
    ];
    page.table(&head, &rows.collect::<Vec<_>>());
    page.prose(CALL_PROSE);
    let call = &results.call;
    let row =
        |name: &str, value: f64| vec![name.to_owned(), number(value), times(value, call.native)];
    let rows = [
        row("native function", call.native),
        row("component, same instance", call.same_instance),
        row("component, fresh instance each", call.fresh_instance),
    ];
    page.table(&["one person", "µs", "/ native"], &rows);
    for one in results.loops.iter().filter(|one| one.name != SAME_SINE) {
        targets(one, page);
    }
}

fn targets(one: &Loop, page: &mut Page) {
    let (remark, beside_elixir) = match one.name {
        SUM => (SINE, BEAM),
        FIGURES => (FIGURES_REMARK, OUTCOMES),
        _ => (EVALUATIONS_REMARK, BEAM),
    };
    let what = format!("{}: Wasm / native", one.name);
    page.target(what, one.wasm / one.native, Limit::Most(1.6), "×", remark);
    if let Some(elixir) = one.elixir {
        let what = format!("{}: Elixir / Wasm", one.name);
        let ratio = elixir / one.wasm;
        page.target(what, ratio, Limit::Least(4.0), "×", beside_elixir);
    }
}

const SINE: &str = "two C libraries' sines, see *same sine*";

const FIGURES_REMARK: &str = "formulas alone";

const EVALUATIONS_REMARK: &str = "inputs read and checked, texts allocated";

const BEAM: &str = "the BEAM compiles to machine code as well";

const OUTCOMES: &str = "ours look up inputs and allocate an outcome; Elixir's are plain functions";

const LOOPS_PROSE: &str = "\
`sum` adds √i · sin i for i up to 10,000; `figures` adds up the health metrics of
10,000 people by the formulas alone, whose inputs were read and checked before the clock
started; `evaluations` adds up the same from inputs as they are sent, each read in its
unit, checked against every limit, and told what its figures mean, which Elixir has
nothing for. The same Rust source runs natively and as a
component; Elixir runs its own version, compiled and warm, timed inside the BEAM. All
give the same sums. The loops cross no boundary, so they show what the code that
Cranelift makes is worth. Two C libraries differ as well: natively and in Elixir, sin is
glibc's, which picks instructions of this processor; in the component it is musl's. With
*same sine* both sides compile one from the same source, which leaves the difference
that WebAssembly makes. The targets are judged without that help.";

const CALL_PROSE: &str = "\
The same figures for one person by `evaluate` of the contract `medical:health-calc`: JSON
in, JSON out, both copied over the component's border. A fresh instance is what the host
gives each call. Natively the same function gets and gives the same texts.";
