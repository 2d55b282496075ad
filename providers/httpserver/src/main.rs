//! The HTTP server provider: runs until the host stops it.

use std::process::ExitCode;

use httpserver::provider::HttpServer;
use httpserver::supervision::supervise;

// Each request is many short allocations that one thread makes and another frees.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

#[tokio::main]
async fn main() -> ExitCode {
    kit::start::run("httpserver", HttpServer::start, supervise).await
}
