//! What it costs to answer a request that grows, counted in instructions of the whole
//! application under the host's engine: no clock, so no other program changes it.

#[path = "../../crates/gateway/tests/api/families.rs"]
mod families;

use bytes::Bytes;
use families::{Family, Made, families, longest, sizes};
use harness::built;
use harness::sandbox::{self, Guest, ProxyPre, send};
use http::{Request, Response};
use wasmtime::{Config, Engine, Store, StoreLimits, StoreLimitsBuilder};

/// A request twice as long may cost so many times as much: somewhat more than twice, as
/// lists and maps double their room.
const GROWTH: f64 = 2.5;

/// What costs less is mostly what any request costs.
const NEGLIGIBLE: u64 = 4_000_000;

/// Most instructions that a request may take. The dearest that are known are a fault below a
/// hundred names of ten thousand bytes, as the parser looks for its line at every level, and a
/// batch of a thousand refused lines; they take four fifths of it.
const DEAREST: u64 = 700_000_000;

/// Most memory of an instance, in bytes.
const MEMORY: usize = 64 * 1024 * 1024;

/// More than anything here takes.
const FUEL: u64 = 100 * DEAREST;

/// An engine that counts instructions.
fn engine() -> Engine {
    let mut config = Config::new();
    config.consume_fuel(true);
    Engine::new(&config).expect("an engine")
}

/// The answer to a request by a fresh instance, and the instructions that it took.
async fn ask(
    pre: &ProxyPre<Guest<StoreLimits>>,
    family: &Family,
    made: &Made,
) -> (u64, Response<Bytes>) {
    let limits = StoreLimitsBuilder::new()
        .memory_size(MEMORY)
        .trap_on_grow_failure(true);
    let mut store: Store<Guest<StoreLimits>> = sandbox::store(pre.engine(), limits.build());
    store.limiter(|guest| &mut guest.behind);
    store.set_fuel(FUEL).expect("fuel is counted");
    let instance = pre
        .instantiate_async(&mut store)
        .await
        .expect("an instance");
    let mut request = Request::builder()
        .method(family.method)
        .uri(format!("http://localhost{}", made.target));
    for (name, value) in &made.headers {
        request = request.header(*name, value);
    }
    let request = request.body(Bytes::copy_from_slice(made.body.as_bytes()));
    let answer = send(&mut store, &instance, request.expect("a request")).await;
    let answer = answer.unwrap_or_else(|error| panic!("{}: {error:?}", family.name));
    (FUEL - store.get_fuel().expect("fuel is counted"), answer)
}

#[tokio::test]
async fn a_request_twice_as_long_costs_twice_as_much() {
    let engine = engine();
    let file = built("medical-whole.wasm").expect("built");
    let component = sandbox::compile(&engine, &file).expect("a component");
    let linker = sandbox::linker(&engine).expect("WASI");
    let pre = linker.instantiate_pre(&component).expect("linked");
    let pre = ProxyPre::new(pre).expect("exports wasi:http");
    let mut wrong = Vec::new();
    for family in families() {
        let mut before = None;
        for size in sizes(family) {
            let made = family.of(size);
            let (fuel, answer) = ask(&pre, family, &made).await;
            let name = family.name;
            println!(
                "{:>6.1} M {size:>8} {} {:>8} {name}",
                fuel as f64 / 1e6,
                answer.status().as_u16(),
                answer.body().len()
            );
            let growth = before.map_or(0.0, |before| fuel as f64 / before as f64);
            if fuel > NEGLIGIBLE && growth > GROWTH {
                wrong.push(format!("{name}: {growth:.2} times as much at {size}"));
            }
            if fuel > DEAREST {
                wrong.push(format!("{name}: {fuel} instructions at {size}"));
            }
            if answer.body().len() > longest(&made) || answer.status().is_server_error() {
                wrong.push(format!(
                    "{name}: {} with {} bytes at {size}",
                    answer.status(),
                    answer.body().len()
                ));
            }
            before = Some(fuel);
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}
