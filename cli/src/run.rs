//! `medical run` and `medical panel`.

use std::ffi::OsString;
use std::process::ExitCode;

use clap::{Command, FromArgMatches as _, ValueEnum as _};
use serde_json::Value;
use wire::{Definition, Evaluation, Input, Named, Panel, PanelEvaluation};

use crate::arguments::{Common, Rest, Run, Tag};
use crate::engine::Engine;
use crate::failure::Failure;
use crate::{definition, print};

/// The common options behind the calculator's id. They decide where the
/// definition comes from, which has to be known before the rest can be parsed.
pub(crate) fn peek(run: &Run) -> Common {
    let Rest::Words(words) = &run.rest;
    let words: Vec<_> = words.iter().map(|word| word.to_string_lossy()).collect();
    let option = |name: &str| {
        words.iter().enumerate().find_map(|(index, word)| {
            let rest = word.strip_prefix(name)?;
            match rest.strip_prefix('=') {
                Some(value) => Some(value.to_owned()),
                None if rest.is_empty() => words.get(index + 1).map(|next| next.to_string()),
                None => None,
            }
        })
    };
    Common {
        json: words.iter().any(|word| word == "--json"),
        lang: option("--lang").and_then(|tag| Tag::from_str(&tag, false).ok()),
        url: option("--url"),
    }
}

/// The id, and what stands behind it.
fn split(run: &Run) -> (String, &[OsString]) {
    let Rest::Words(words) = &run.rest;
    words
        .split_first()
        .map_or_else(Default::default, |(id, rest)| {
            (id.to_string_lossy().into_owned(), rest)
        })
}

/// Runs a calculator on the inputs that were given as options.
pub(crate) fn run(run: &Run, engine: &Engine, common: &Common) -> Result<ExitCode, Failure> {
    let (id, options) = split(run);
    let text = engine.definition(&id)?;
    let definition: Definition<'_> = engine.read(&text)?;
    let name = format!("medical run {}", definition.id);
    let command = definition::command(&definition, name.clone());
    let inputs = inputs(&definition.inputs, command, name, options)?;
    let text = engine.evaluate(&id, &inputs)?;
    let evaluation: Evaluation<'_> = engine.read(&text)?;
    if common.json {
        print::json(&engine.read(&text)?)?;
    } else {
        print::line(&report::terminal::evaluation(&evaluation))?;
    }
    Ok(ExitCode::SUCCESS)
}

/// Lists the panels, or asks one on the inputs that were given as options.
pub(crate) fn panel(run: &Run, engine: &Engine, common: &Common) -> Result<ExitCode, Failure> {
    let (id, options) = split(run);
    let text = engine.panels()?;
    let panels: Vec<Panel<'_>> = engine.read(&text)?;
    if id == "list" {
        if common.json {
            print::json(&serde_json::json!({"panels": panels}))?;
        } else {
            print::line(&report::terminal::panels(&panels))?;
        }
        return Ok(ExitCode::SUCCESS);
    }
    let panel = panels.iter().find(|one| one.id == id);
    let panel = panel.ok_or_else(|| engine.unknown_panel(&id))?;
    let name = format!("medical panel {}", panel.id);
    let command = definition::of_panel(panel, name.clone());
    let inputs = inputs(&panel.inputs, command, name, options)?;
    let text = engine.evaluate_panel(&id, &inputs)?;
    let found: PanelEvaluation<'_> = engine.read(&text)?;
    if common.json {
        print::json(&engine.read(&text)?)?;
    } else {
        print::line(&report::terminal::panel(&found))?;
    }
    Ok(ExitCode::SUCCESS)
}

fn inputs<'a>(
    inputs: &'a [Input<'_>],
    command: Command,
    name: String,
    options: &[OsString],
) -> Result<Named<'a, Value>, Failure> {
    let words = std::iter::once(OsString::from(name)).chain(options.iter().cloned());
    let matches = command.try_get_matches_from(words).map_err(Failure::Clap)?;
    // Says what is wrong with a common option, which looking ahead could not.
    Common::from_arg_matches(&matches).map_err(Failure::Clap)?;
    Ok(definition::given(inputs, &matches))
}
