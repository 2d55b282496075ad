//! `medical list` and `medical show`.

use std::process::ExitCode;

use ::text::{Language, Search};
use serde_json::{Value, json};
use wire::{Definition, Summary};

use crate::arguments::{Common, List};
use crate::engine::Engine;
use crate::failure::Failure;
use crate::print;

/// Lists the calculators that fit.
pub(crate) fn list(list: &List, engine: &Engine, common: &Common) -> Result<ExitCode, Failure> {
    let language = common.language();
    let text = engine.summaries()?;
    let mut found: Vec<Summary<'_>> = engine.read(&text)?;
    if let Some(category) = &list.category {
        known(category, &found, language)?;
        found.retain(|summary| summary.category == *category);
    }
    let found = Summary::found(found, &Search::new(&list.text.join(" ")));
    if common.json {
        print::json(&json!({"calculators": found}))?;
    } else if found.is_empty() {
        print::note(&language.say("no calculator fits", "nenhuma calculadora corresponde"));
    } else {
        print::line(&report::terminal::list(&found))?;
    }
    Ok(ExitCode::SUCCESS)
}

/// Shows a calculator.
pub(crate) fn show(id: &str, engine: &Engine, common: &Common) -> Result<ExitCode, Failure> {
    let text = engine.definition(id)?;
    let definition: Definition<'_> = engine.read(&text)?;
    if common.json {
        print::json(&engine.read::<Value>(&text)?)?;
    } else {
        print::line(&report::terminal::definition(&definition))?;
    }
    Ok(ExitCode::SUCCESS)
}

/// Refuses a category that no calculator is of.
fn known(category: &str, all: &[Summary<'_>], language: Language) -> Result<(), Failure> {
    let mut categories: Vec<&str> = Vec::new();
    for summary in all {
        if !categories.contains(&&*summary.category) {
            categories.push(&summary.category);
        }
    }
    if categories.contains(&category) {
        return Ok(());
    }
    let list = ::text::list(&categories, language);
    Err(Failure::Usage(language.say(
        format!("there is no category {category:?}; there are {list}"),
        format!("não existe a categoria {category:?}; existem {list}"),
    )))
}
