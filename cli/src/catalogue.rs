//! `medical list` and `medical show`.

use std::process::ExitCode;

use ::text::fold;
use serde::Deserialize as _;
use serde_json::{Map, Value, json};

use crate::arguments::{Common, List};
use crate::definition::Summary;
use crate::engine::Engine;
use crate::failure::Failure;
use crate::{print, text};

/// Lists the calculators that fit.
pub(crate) fn list(list: &List, engine: &Engine, common: &Common) -> Result<ExitCode, Failure> {
    let mut found = Vec::new();
    for calculator in engine.calculators()? {
        let summary = Summary::deserialize(&calculator).map_err(|_| engine.unreadable())?;
        if fits(&summary, list) {
            found.push((summary, calculator));
        }
    }
    if common.json {
        let all = found.iter().map(|(_, calculator)| shortened(calculator));
        print::json(&json!({"calculators": all.collect::<Vec<_>>()}))?;
    } else if found.is_empty() {
        print::note(
            &common
                .language()
                .say("no calculator fits", "nenhuma calculadora corresponde"),
        );
    } else {
        let summaries: Vec<_> = found.into_iter().map(|(summary, _)| summary).collect();
        print::line(&text::list(&summaries, common.language()))?;
    }
    Ok(ExitCode::SUCCESS)
}

/// Shows a calculator.
pub(crate) fn show(id: &str, engine: &Engine, common: &Common) -> Result<ExitCode, Failure> {
    let definition = engine.definition(id)?;
    if common.json {
        print::json(&definition)?;
    } else {
        let definition = engine.read(&definition)?;
        print::line(&text::definition(&definition, common.language()))?;
    }
    Ok(ExitCode::SUCCESS)
}

fn fits(summary: &Summary, list: &List) -> bool {
    let of_category = list
        .category
        .as_ref()
        .is_none_or(|category| *category == summary.category);
    let Summary {
        id,
        title,
        description,
        ..
    } = summary;
    let searched = fold(&format!("{id} {title} {description}"));
    let words = list.text.iter().flat_map(|text| text.split_whitespace());
    of_category && words.map(fold).all(|word| searched.contains(&word))
}

/// What a list says of a calculator; `show` says the rest.
fn shortened(calculator: &Value) -> Value {
    let names = ["id", "version", "category", "title", "description"];
    let kept = names.into_iter().filter_map(|name| {
        let value = calculator.get(name)?;
        Some((name.to_owned(), value.clone()))
    });
    Value::Object(kept.collect::<Map<_, _>>())
}
