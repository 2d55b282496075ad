//! Capability provider that serves HTTP into the lattice.
//!
//! For now it is wasmCloud's own HTTP server library as a program, with the
//! configuration that library documents (`address`, `timeout_ms`, ...).

#[tokio::main]
async fn main() -> anyhow::Result<()> {
    wasmcloud_provider_http_server::run().await
}
