//! Each component on its own, under the runtime that the host uses.

mod calculator;
mod formatter;
mod gateway;
mod validator;

use tests::built;
use wasmtime::component::{Component, Linker, ResourceTable};
use wasmtime::{Config, Engine, Store};
use wasmtime_wasi::{WasiCtx, WasiCtxView, WasiView};

/// What a component of ours may use of WASI: nothing is given to it.
struct Host {
    wasi: WasiCtx,
    table: ResourceTable,
}

impl WasiView for Host {
    fn ctx(&mut self) -> WasiCtxView<'_> {
        WasiCtxView {
            ctx: &mut self.wasi,
            table: &mut self.table,
        }
    }
}

/// A fresh store and what is needed to instantiate a component without
/// imports of its own.
fn sandbox(name: &str) -> (Store<Host>, Component, Linker<Host>) {
    let engine = Engine::new(&Config::new()).expect("the default engine");
    let component = Component::from_file(&engine, built(name).expect("built"));
    let mut linker = Linker::new(&engine);
    wasmtime_wasi::p2::add_to_linker_sync(&mut linker).expect("WASI");
    let host = Host {
        wasi: WasiCtx::builder().build(),
        table: ResourceTable::new(),
    };
    (
        Store::new(&engine, host),
        component.expect("a valid component"),
        linker,
    )
}
