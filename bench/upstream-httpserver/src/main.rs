//! wasmCloud's own HTTP server library as a program: what the benchmarks compare
//! `providers/httpserver` with.

#[tokio::main]
async fn main() -> anyhow::Result<()> {
    wasmcloud_provider_http_server::run().await
}
