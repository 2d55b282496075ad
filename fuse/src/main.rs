//! `fuse`: composes components into one. Every import of the first that another
//! one exports is plugged; what remains may only be WASI, which the host brings.

mod compose;

use std::path::PathBuf;
use std::process::ExitCode;

use anyhow::Context as _;
use clap::Parser;

/// Composes components into one that exports what SOCKET exports.
#[derive(Debug, Parser)]
#[command(name = "fuse", version)]
struct Arguments {
    /// Where to write the composed component.
    out: PathBuf,
    /// The component whose imports are plugged.
    socket: PathBuf,
    /// The components that export what it imports.
    #[arg(required = true)]
    plugs: Vec<PathBuf>,
}

fn main() -> ExitCode {
    let arguments = Arguments::parse();
    match run(&arguments) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("error: {error:#}");
            ExitCode::FAILURE
        }
    }
}

fn run(arguments: &Arguments) -> anyhow::Result<()> {
    let fused = compose::compose(&arguments.socket, &arguments.plugs)?;
    std::fs::write(&arguments.out, fused)
        .with_context(|| format!("{} cannot be written", arguments.out.display()))
}
