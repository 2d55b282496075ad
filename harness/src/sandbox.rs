//! Components under the engine that the wasmCloud host makes, in this process.

use std::path::Path;
use std::thread;
use std::time::{Duration, Instant};

use bytes::Bytes;
use http::{Request, Response};
use http_body_util::{BodyExt as _, Full};
use tokio::sync::oneshot;
use wasmtime::component::types::ComponentItem;
use wasmtime::component::{Component, InstancePre, Linker, ResourceTable};
use wasmtime::error::Context as _;
use wasmtime::{
    Config, Enabled, Engine, InstanceAllocationStrategy, PoolingAllocationConfig, Store,
    UpdateDeadline, bail,
};
use wasmtime_wasi::{WasiCtx, WasiCtxView, WasiView};
use wasmtime_wasi_http::p2::bindings::http::types::Scheme;
use wasmtime_wasi_http::{
    Error, RequestOptions, WasiBody, WasiHttpCtx, WasiHttpCtxView, WasiHttpHooks, WasiHttpView,
};

pub use wasmtime_wasi_http::p2::bindings::{Proxy, ProxyPre};

/// Defaults of the host, wasmcloud-runtime 0.12: how many components and core
/// instances may exist at once, and how large each may be.
const MAX_COMPONENTS: u32 = 10_000;
const MAX_CORE_INSTANCES_PER_COMPONENT: u32 = 30;
const MAX_COMPONENT_SIZE: usize = 50 * 1024 * 1024;
const MAX_LINEAR_MEMORY: usize = 256 * 1024 * 1024;
const TABLE_ELEMENTS: usize = 15_000;
const KEEP_RESIDENT: usize = 10 * 1024;

/// Bytes that our host keeps of a memory and of a table between instances
/// (`lattice/patches/wasmcloud-runtime-0.12.0.patch`).
const KEEP_OF_MEMORY: usize = 256 * 1024;
const KEEP_OF_TABLE: usize = 128 * 1024;

/// How long a guest may hold a thread before others have their turn, as in our host.
const TICK: Duration = Duration::from_millis(10);

/// How long a call may take.
const DEADLINE: Duration = Duration::from_secs(5);

/// What a component may use: nothing of the machine is given to it. Contracts it
/// imports are answered by what stands `behind` it.
pub struct Guest<T = ()> {
    wasi: WasiCtx,
    http: WasiHttpCtx,
    calls: NoCalls,
    table: ResourceTable,
    /// In place of the components that are linked to it.
    pub behind: T,
}

impl<T: Send> WasiView for Guest<T> {
    fn ctx(&mut self) -> WasiCtxView<'_> {
        WasiCtxView {
            ctx: &mut self.wasi,
            table: &mut self.table,
        }
    }
}

impl<T: Send> WasiHttpView for Guest<T> {
    fn http(&mut self) -> WasiHttpCtxView<'_> {
        WasiHttpCtxView {
            hooks: &mut self.calls,
            table: &mut self.table,
            ctx: &mut self.http,
        }
    }
}

/// Nothing of ours has business calling anyone over HTTP.
struct NoCalls;

/// What is left to do once a response is there.
type Rest = Box<dyn Future<Output = Result<(), Error>> + Send>;

impl WasiHttpHooks for NoCalls {
    fn send_request(
        &mut self,
        _: Request<WasiBody>,
        _: Option<RequestOptions>,
        _: Rest,
    ) -> Box<dyn Future<Output = Result<(Response<WasiBody>, Rest), Error>> + Send> {
        Box::new(async { Err(Error::HttpRequestDenied) })
    }
}

/// Whose settings an engine has.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Host {
    /// The host that `lattice/` builds.
    Ours,
    /// The host that wasmCloud publishes.
    Official,
}

/// An engine configured as the host's. Its pool reserves tens of terabytes of
/// addresses, so a process can have two or three.
///
/// # Errors
///
/// When the machine does not offer what the host needs.
pub fn engine(host: Host) -> wasmtime::Result<Engine> {
    let mut pool = PoolingAllocationConfig::default();
    pool.total_component_instances(MAX_COMPONENTS)
        .total_core_instances(MAX_COMPONENTS)
        .total_stacks(MAX_COMPONENTS)
        .max_component_instance_size(MAX_COMPONENT_SIZE)
        .max_core_instances_per_component(MAX_CORE_INSTANCES_PER_COMPONENT)
        .max_tables_per_component(20)
        .table_elements(TABLE_ELEMENTS)
        .max_memories_per_component(MAX_CORE_INSTANCES_PER_COMPONENT)
        .total_memories(MAX_COMPONENTS)
        .total_tables(MAX_COMPONENTS)
        .max_memory_size(MAX_LINEAR_MEMORY)
        .linear_memory_keep_resident(KEEP_RESIDENT)
        .table_keep_resident(KEEP_RESIDENT);
    if host == Host::Ours && PoolingAllocationConfig::is_pagemap_scan_available() {
        pool.linear_memory_keep_resident(KEEP_OF_MEMORY)
            .table_keep_resident(KEEP_OF_TABLE)
            .pagemap_scan(Enabled::Yes);
    }
    let mut config = Config::new();
    config
        .epoch_interruption(true)
        .wasm_component_model(true)
        .allocation_strategy(InstanceAllocationStrategy::Pooling(pool));
    let engine = Engine::new(&config)?;
    let weak = engine.weak();
    thread::spawn(move || {
        while let Some(engine) = weak.upgrade() {
            engine.increment_epoch();
            drop(engine);
            thread::sleep(TICK);
        }
    });
    Ok(engine)
}

/// The component in a file, compiled.
///
/// # Errors
///
/// When there is none in it.
pub fn compile(engine: &Engine, file: &Path) -> wasmtime::Result<Component> {
    Component::from_file(engine, file)
        .with_context(|| format!("{} is no component", file.display()))
}

/// A linker with WASI and its HTTP, and no contract of ours.
///
/// # Errors
///
/// Never: nothing is defined twice.
pub fn linker<T: Send + 'static>(engine: &Engine) -> wasmtime::Result<Linker<Guest<T>>> {
    let mut linker = Linker::new(engine);
    wasmtime_wasi::p2::add_to_linker_async(&mut linker)?;
    wasmtime_wasi_http::p2::add_only_http_to_linker_async(&mut linker)?;
    Ok(linker)
}

/// A component ready to be instantiated. It has WASI and no other component.
///
/// # Errors
///
/// When the file holds none, or one that needs something else.
pub fn load(engine: &Engine, file: &Path) -> wasmtime::Result<InstancePre<Guest>> {
    let component = compile(engine, file)?;
    let mut linker = linker(engine)?;
    refuse_contracts(&component, &mut linker)?;
    linker.instantiate_pre(&component)
}

/// Lets every function of our own contracts that a component imports trap.
fn refuse_contracts(component: &Component, linker: &mut Linker<Guest>) -> wasmtime::Result<()> {
    let engine = component.engine();
    for (name, item) in component.component_type().imports(engine) {
        let ComponentItem::ComponentInstance(contract) = item.ty else {
            continue;
        };
        if !name.starts_with("medical:") {
            continue;
        }
        let mut instance = linker.instance(name)?;
        for (function, item) in contract.exports(engine) {
            if matches!(item.ty, ComponentItem::ComponentFunc(_)) {
                instance.func_new(function, |_, _, _, _| bail!("nothing is linked here"))?;
            }
        }
    }
    Ok(())
}

/// A store as the host makes one for each call.
pub fn store<T>(engine: &Engine, behind: T) -> Store<Guest<T>> {
    let guest = Guest {
        wasi: WasiCtx::builder()
            .args(&["main.wasm"])
            .inherit_stderr()
            .build(),
        http: WasiHttpCtx::new(),
        calls: NoCalls,
        table: ResourceTable::new(),
        behind,
    };
    let mut store = Store::new(engine, guest);
    let mut started = None;
    store.set_epoch_deadline(1);
    store.epoch_deadline_callback(move |_| {
        if started.get_or_insert_with(Instant::now).elapsed() >= DEADLINE {
            return Ok(UpdateDeadline::Interrupt);
        }
        Ok(UpdateDeadline::YieldCustom(
            1,
            Box::pin(tokio::task::yield_now()),
        ))
    });
    store
}

/// Sends a request to an instance that serves HTTP and reads its answer.
///
/// # Errors
///
/// When it traps, or ends without an answer.
pub async fn send<T: Send + 'static>(
    store: &mut Store<Guest<T>>,
    instance: &Proxy,
    request: Request<Bytes>,
) -> wasmtime::Result<Response<Bytes>> {
    let request = request.map(Full::new);
    let (sender, receiver) = oneshot::channel();
    let request = store
        .data_mut()
        .http()
        .new_incoming_request(Scheme::Http, request)?;
    let out = store.data_mut().http().new_response_outparam(sender)?;
    let handler = instance.wasi_http_incoming_handler();
    let handling = handler.call_handle(store, request, out);
    // A long answer is written only as far as someone reads it.
    let reading = async {
        let (head, body) = receiver.await??.into_parts();
        wasmtime::Result::Ok(Response::from_parts(head, body.collect().await?.to_bytes()))
    };
    // After a trap the store still holds the sender: nobody must wait for the answer.
    let ((), answer) = tokio::try_join!(handling, reading)?;
    Ok(answer)
}
