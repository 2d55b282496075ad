//! Each component on its own, under the runtime that the host uses.

mod calculator;
mod formatter;
mod gateway;
mod growth;
mod validator;

use std::collections::BTreeMap;
use std::sync::{LazyLock, Mutex, PoisonError};

use harness::built;
use harness::sandbox::{self, Guest};
use wasmtime::component::{Component, Linker};
use wasmtime::{Engine, Store};

/// Seconds that all calls of one test may take together; nothing comes near it.
const SECONDS: u64 = 60;

/// One for all: its pool takes up much of the address space.
static ENGINE: LazyLock<Engine> =
    LazyLock::new(|| sandbox::engine(sandbox::Host::Ours).expect("an engine"));

/// A component that `scripts/build.sh` built, compiled once for all tests.
fn compiled(name: &'static str) -> Component {
    static COMPILED: Mutex<BTreeMap<&str, Component>> = Mutex::new(BTreeMap::new());
    let mut all = COMPILED.lock().unwrap_or_else(PoisonError::into_inner);
    let compile = || sandbox::compile(&ENGINE, &built(name).expect("built"));
    let component = all
        .entry(name)
        .or_insert_with(|| compile().expect("a valid component"));
    component.clone()
}

/// A fresh store and what is needed to instantiate a component; `behind` stands
/// in for what it imports.
fn sandbox<T: Send + 'static>(
    name: &'static str,
    behind: T,
) -> (Store<Guest<T>>, Component, Linker<Guest<T>>) {
    let mut store = sandbox::store(&ENGINE, behind);
    store.set_epoch_deadline(SECONDS);
    let linker = sandbox::linker(&ENGINE).expect("WASI");
    (store, compiled(name), linker)
}
