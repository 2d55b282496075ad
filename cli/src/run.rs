//! `medical run`.

use std::ffi::OsString;
use std::process::ExitCode;

use clap::{FromArgMatches as _, ValueEnum as _};
use serde_json::Value;
use wire::{Definition, Evaluation, Named};

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

/// Runs a calculator on the inputs that were given as options.
pub(crate) fn run(run: &Run, engine: &Engine, common: &Common) -> Result<ExitCode, Failure> {
    let Rest::Words(words) = &run.rest;
    let (id, options) = words
        .split_first()
        .map_or_else(Default::default, |(id, rest)| {
            (id.to_string_lossy().into_owned(), rest)
        });
    let text = engine.definition(&id)?;
    let definition: Definition<'_> = engine.read(&text)?;
    let inputs = inputs(&definition, options)?;
    let text = engine.evaluate(&id, &inputs)?;
    let evaluation: Evaluation<'_> = engine.read(&text)?;
    if common.json {
        print::json(&engine.read(&text)?)?;
    } else {
        print::line(&report::terminal::evaluation(&evaluation))?;
    }
    Ok(ExitCode::SUCCESS)
}

fn inputs<'a>(
    definition: &'a Definition<'_>,
    options: &[OsString],
) -> Result<Named<'a, Value>, Failure> {
    let name = format!("medical run {}", definition.id);
    let words = std::iter::once(OsString::from(&name)).chain(options.iter().cloned());
    let matches = definition::command(definition, name.clone())
        .try_get_matches_from(words)
        .map_err(Failure::Clap)?;
    // Says what is wrong with a common option, which looking ahead could not.
    Common::from_arg_matches(&matches).map_err(Failure::Clap)?;
    Ok(definition::given(definition, &matches))
}
