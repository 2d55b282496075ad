//! `medical run`: options made from a definition.

use std::ffi::OsString;
use std::process::ExitCode;

use ::text::Language;
use clap::{Arg, ArgMatches, Args as _, FromArgMatches as _, ValueEnum as _};
use serde::Deserialize as _;

use crate::arguments::{Common, Rest, Run, Tag};
use crate::definition::{Definition, Evaluation, Input, Kind};
use crate::engine::Engine;
use crate::failure::Failure;
use crate::value::{Inputs, value};
use crate::{print, text};

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
    let language = common.language();
    let definition = engine.read(&engine.definition(&id)?)?;
    let inputs = inputs(&definition, options, language)?;
    let evaluation = engine.evaluate(&id, &inputs)?;
    if common.json {
        print::json(&evaluation)?;
    } else {
        let evaluation = Evaluation::deserialize(&evaluation).map_err(|_| engine.unreadable())?;
        print::line(&text::evaluation(&evaluation, language))?;
    }
    Ok(ExitCode::SUCCESS)
}

fn inputs(
    definition: &Definition,
    options: &[OsString],
    language: Language,
) -> Result<Inputs, Failure> {
    let name = format!("medical run {}", definition.id);
    let words = std::iter::once(OsString::from(&name)).chain(options.iter().cloned());
    let matches = command(definition, name.clone(), language)
        .try_get_matches_from(words)
        .map_err(Failure::Clap)?;
    // Says what is wrong with a common option, which looking ahead could not.
    Common::from_arg_matches(&matches).map_err(Failure::Clap)?;
    Ok(Inputs(given(definition, &matches)))
}

fn given(definition: &Definition, matches: &ArgMatches) -> Vec<(String, serde_json::Value)> {
    let names = definition.inputs.iter().flat_map(names);
    names
        .filter_map(|name| {
            let typed: &String = matches.try_get_one(name).ok().flatten()?;
            Some((name.to_owned(), value(Some(definition), name, typed.trim())))
        })
        .collect()
}

/// The names under which an input can be given.
fn names(input: &Input) -> impl Iterator<Item = &str> {
    std::iter::once(input.name.as_str()).chain(input.instead.iter().map(String::as_str))
}

fn command(definition: &Definition, name: String, language: Language) -> clap::Command {
    let mut command = clap::Command::new(name.clone())
        .override_usage(format!("{name} [INPUTS] [OPTIONS]"))
        .bin_name(name);
    for input in &definition.inputs {
        let title = &input.title;
        let need = if input.required {
            language.say("required", "obrigatório")
        } else {
            language.say("optional", "opcional")
        };
        let takes = takes(input, language);
        let help = format!("{title} ({need}): {takes}");
        command = command.arg(option(&input.name, &help, value_name(input.kind)));
        for other in &input.instead {
            let help = date_help(other, input, language);
            command = command.arg(option(other, &help, "DATE"));
        }
    }
    // Last: the common options bring a description of their own.
    Common::augment_args(command)
        .about(format!("{}\n{}", definition.title, definition.description))
        .after_help(text::sources(definition, language))
}

/// What a date means that is given instead of an age.
fn date_help(name: &str, input: &Input, language: Language) -> String {
    let own = option_name(&input.name);
    if name == "on" {
        language.say(
            "The day on which the age counts [default: today in UTC]",
            "O dia em que a idade conta [padrão: hoje em UTC]",
        )
    } else {
        language.say(
            format!("Instead of --{own}: a date such as 1996-01-31"),
            format!("No lugar de --{own}: uma data como 1996-01-31"),
        )
    }
}

/// The name of an input as an option, without the dashes before it.
pub(crate) fn option_name(name: &str) -> String {
    name.replace('_', "-")
}

fn option(name: &str, help: &str, value_name: &'static str) -> Arg {
    let dashed = option_name(name);
    let option = Arg::new(name.to_owned()).help(help.to_owned());
    let option = option.value_name(value_name);
    if dashed == name {
        option.long(dashed)
    } else {
        option.long(dashed).alias(name.to_owned())
    }
}

const fn value_name(kind: Kind) -> &'static str {
    match kind {
        Kind::Quantity | Kind::Age => "NUMBER+UNIT",
        Kind::Boolean => "TRUE|FALSE",
        Kind::Integer => "NUMBER",
        Kind::Choice => "CODE",
        Kind::Date => "DATE",
        Kind::Other => "VALUE",
    }
}

/// What an input takes, in a few words.
pub(crate) fn takes(input: &Input, language: Language) -> String {
    let units = input.units.join(", ");
    match input.kind {
        Kind::Quantity if input.bare_number => language.say(
            format!("a number, unit {units} or none"),
            format!("um número, unidade {units} ou nenhuma"),
        ),
        Kind::Quantity | Kind::Age => language.say(
            format!("a number with its unit: {units}"),
            format!("um número com sua unidade: {units}"),
        ),
        Kind::Boolean => language.say("true or false", "true ou false"),
        Kind::Integer => integer(input, language),
        Kind::Choice => {
            let choices = input.choices.iter().map(|choice| {
                if choice.code == choice.title {
                    choice.code.clone()
                } else {
                    format!("{} ({})", choice.code, choice.title)
                }
            });
            choices.collect::<Vec<_>>().join(", ")
        }
        Kind::Date => language.say("a date such as 2026-01-31", "uma data como 2026-01-31"),
        Kind::Other => String::new(),
    }
}

fn integer(input: &Input, language: Language) -> String {
    let limit = |limit: &Option<serde_json::Number>| {
        limit.as_ref().map_or_else(String::new, ToString::to_string)
    };
    let (least, greatest) = (limit(&input.least), limit(&input.greatest));
    let range = language.say(
        format!("a whole number from {least} to {greatest}"),
        format!("um número inteiro de {least} a {greatest}"),
    );
    match &input.or {
        Some(code) => language.say(format!("{range}, or {code}"), format!("{range}, ou {code}")),
        None => range,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// An input called like a common option could not be given.
    #[test]
    fn every_calculator_makes_a_valid_command() {
        for calculator in clinical::calculators::all() {
            let definition = evaluator::definition(calculator, Language::English);
            let definition = Definition::deserialize(&definition).unwrap();
            command(&definition, calculator.id.to_owned(), Language::English).debug_assert();
        }
    }
}
