//! `medical`: the catalogue on the command line.
//!
//! An adapter: it turns options and cells into the JSON that every surface takes
//! and prints what the evaluation says. It checks nothing clinical itself and
//! knows no calculator by name.

mod answer;
mod arguments;
mod batch;
mod catalogue;
mod definition;
mod engine;
mod failure;
mod language;
mod print;
mod run;
mod server;
mod value;

use std::process::ExitCode;

use clap::Parser as _;

use arguments::{Arguments, Command, Common};
use engine::Engine;
use failure::Failure;

fn main() -> ExitCode {
    let arguments = match Arguments::try_parse() {
        Ok(arguments) => arguments,
        Err(error) => return print::from_clap(&error),
    };
    let common = match &arguments.command {
        Command::Run(run) | Command::Panel(run) => arguments.common.or(run::peek(run)),
        _ => arguments.common,
    };
    match execute(arguments.command, &common) {
        Ok(code) => code,
        Err(failure) => print::failure(failure, common.json, common.language()),
    }
}

fn execute(command: Command, common: &Common) -> Result<ExitCode, Failure> {
    let engine = Engine::new(common)?;
    match command {
        Command::List(list) => catalogue::list(&list, &engine, common),
        Command::Show(show) => catalogue::show(&show.calculator, &engine, common),
        Command::Run(run) => run::run(&run, &engine, common),
        Command::Panel(run) => run::panel(&run, &engine, common),
        Command::Batch(batch) => batch::batch(&batch, &engine, common),
    }
}
