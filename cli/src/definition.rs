//! The options of `medical run`, made from a definition.

use ::text::Language;
use clap::{Arg, ArgMatches, Args as _, Command};
use report::terminal;
use serde_json::Value;
use wire::{Definition, Input, InputKind, Named, Panel};

use crate::arguments::Common;
use crate::value::value;

/// The command that runs a calculator.
pub(crate) fn command(definition: &Definition<'_>, name: String) -> Command {
    let about = format!("{}\n{}", definition.title, definition.description);
    with_inputs(&definition.inputs, name, about, definition.language)
        .after_help(terminal::sources(definition))
}

/// The command that asks a panel.
pub(crate) fn of_panel(panel: &Panel<'_>, name: String) -> Command {
    let about = format!("{}\n{}", panel.title, panel.description);
    with_inputs(&panel.inputs, name, about, panel.language)
}

fn with_inputs(inputs: &[Input<'_>], name: String, about: String, language: Language) -> Command {
    let mut command = Command::new(name.clone())
        .override_usage(format!("{name} [INPUTS] [OPTIONS]"))
        .bin_name(name);
    for input in inputs {
        let title = input.titled();
        let need = if input.required {
            language.choose("required", "obrigatório")
        } else {
            language.choose("optional", "opcional")
        };
        let takes = terminal::takes(input, language);
        let help = format!("{title} ({need}): {takes}");
        command = command.arg(option(&input.name, &help, value_name(input.kind)));
        for other in &input.instead {
            let help = date_help(other, input, language);
            command = command.arg(option(other, &help, "DATE"));
        }
    }
    // Last: the common options bring a description of their own.
    Common::augment_args(command).about(about)
}

/// What a date means that is given instead of an age.
fn date_help(name: &str, input: &Input<'_>, language: Language) -> String {
    let own = terminal::option(&input.name);
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

fn option(name: &str, help: &str, value_name: &'static str) -> Arg {
    let dashed = terminal::option(name);
    let option = Arg::new(name.to_owned()).help(help.to_owned());
    let option = option.value_name(value_name);
    if dashed == name {
        option.long(dashed)
    } else {
        option.long(dashed).alias(name.to_owned())
    }
}

const fn value_name(kind: InputKind) -> &'static str {
    match kind {
        InputKind::Quantity | InputKind::Age => "NUMBER+UNIT",
        InputKind::Boolean => "TRUE|FALSE",
        InputKind::Integer => "NUMBER",
        InputKind::Choice => "CODE",
        InputKind::Date => "DATE",
    }
}

/// Those of the inputs that were given as options, in their order.
pub(crate) fn given<'a>(inputs: &'a [Input<'_>], matches: &ArgMatches) -> Named<'a, Value> {
    let mut given = Named::default();
    for input in inputs {
        let own = (&input.name, Some(input.kind));
        let instead = input.instead.iter().map(|name| (name, None));
        for (name, kind) in core::iter::once(own).chain(instead) {
            let typed: Option<&String> = matches.try_get_one(name).ok().flatten();
            if let Some(typed) = typed {
                given
                    .0
                    .push((name.as_ref().into(), value(kind, typed.trim())));
            }
        }
    }
    given
}

#[cfg(test)]
mod tests {
    use super::*;
    use inprocess::InProcess;
    use ports::Calculators as _;
    use wire::Summary;

    /// An input called like a common option could not be given.
    #[test]
    fn every_calculator_makes_a_valid_command() {
        let all = InProcess.summaries(Language::English).unwrap();
        let all: Vec<Summary<'_>> = serde_json::from_str(&all).unwrap();
        let ids: Vec<&str> = all.iter().map(|one| &*one.id).collect();
        let definitions = InProcess.definitions(&ids, Language::English).unwrap();
        let definitions: Vec<Definition<'_>> = serde_json::from_str(&definitions).unwrap();
        for definition in &definitions {
            command(definition, definition.id.to_string()).debug_assert();
        }
        let panels = InProcess.panels(Language::English).unwrap();
        let panels: Vec<Panel<'_>> = serde_json::from_str(&panels).unwrap();
        for panel in &panels {
            of_panel(panel, panel.id.to_string()).debug_assert();
        }
    }
}
