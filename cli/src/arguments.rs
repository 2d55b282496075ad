//! The fixed part of the command line. The options of `run` are made from a
//! definition, see `definition.rs`.

use std::ffi::OsString;
use std::path::PathBuf;

use ::text::Language;
use clap::{Args, Parser, Subcommand, ValueEnum};

use crate::language;

const AFTER: &str = "\
Exit codes:
  0  done
  1  the inputs were refused, or some lines of a batch failed
  2  the command line is wrong, or there is no such calculator
  3  the server could not be reached, or answered wrongly
  4  a file could not be read or written

Nothing leaves this machine unless --url is given.";

const RUN: &str = "\
The options are the calculator's inputs; `medical run CALCULATOR --help` lists them.

  medical run bmi --weight 70kg --height 1.75m
  medical run bmi --weight '70 kg' --height '175 cm' --birth-date 1996-01-31

A quantity is a number, with a decimal point, and a UCUM unit; before a unit that
begins with a digit stands a space ('250 10*9/L'). What is true or false is said:
--NAME true, --NAME false.";

const PANEL: &str = "\
The options are the inputs of all calculators of the panel, each once; `medical panel
PANEL --help` lists them. Every member that has what it needs answers, the others say what
they miss.

  medical panel kidney --sex female --age 50a --creatinine 1.2mg/dL";

const BATCH: &str = "\
NDJSON: a line per case, {\"id\": 1, \"calculator\": \"bmi\", \"inputs\": {...}}.

CSV: a line with the names of the columns, then a line per case; cells hold no line
breaks. `id` is what the answer is known by (without it, the number of the line),
`calculator` the calculator (an empty cell means --calculator); every other column
is an input: `weight` with cells such as 70kg, or `weight:kg` with plain numbers. An
empty cell is not sent.

The answer is NDJSON in the order of the cases, the same from here and from a server:
  {\"id\": 1, \"evaluation\": {...}}
  {\"id\": 2, \"error\": {\"code\": \"refused\", \"violations\": [{\"field\", \"code\", \"message\"}]}}
A summary follows on the standard error output. A bad line spoils only itself.";

/// Medical calculators: list them, show them, run them.
#[derive(Debug, Parser)]
#[command(
    name = "medical",
    version,
    after_long_help = AFTER,
    after_help = "Exit codes: see `medical --help`."
)]
pub(crate) struct Arguments {
    #[command(flatten)]
    pub(crate) common: Common,
    #[command(subcommand)]
    pub(crate) command: Command,
}

/// What every command takes.
#[derive(Debug, Clone, Default, Args)]
pub(crate) struct Common {
    /// Print JSON, for programs
    #[arg(long, global = true)]
    pub(crate) json: bool,
    /// Language of texts [default: by LC_ALL, LC_MESSAGES, LANG]
    #[arg(long, global = true, value_name = "LANGUAGE")]
    pub(crate) lang: Option<Tag>,
    /// Ask the server of this URL (https, or http on this machine) instead of calculating here
    #[arg(long, global = true, value_name = "URL")]
    pub(crate) url: Option<String>,
}

impl Common {
    /// These options, and those of `other` where these say nothing.
    pub(crate) fn or(self, other: Self) -> Self {
        Self {
            json: self.json || other.json,
            lang: self.lang.or(other.lang),
            url: self.url.or(other.url),
        }
    }

    /// The language that was asked for, or the one of the environment.
    pub(crate) fn language(&self) -> Language {
        self.lang
            .map_or_else(language::from_environment, Tag::language)
    }
}

/// A language on the command line.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum Tag {
    /// English
    En,
    /// Brazilian Portuguese
    #[value(name = "pt-BR", alias = "pt")]
    Pt,
}

impl Tag {
    const fn language(self) -> Language {
        match self {
            Self::En => Language::English,
            Self::Pt => Language::Portuguese,
        }
    }
}

#[derive(Debug, Subcommand)]
pub(crate) enum Command {
    /// List the calculators
    List(List),
    /// Show what a calculator takes, gives and rests on
    Show(Show),
    /// Run a calculator
    #[command(
        disable_help_subcommand = true,
        arg_required_else_help = true,
        override_usage = "medical run <CALCULATOR> [INPUTS]",
        after_help = RUN
    )]
    Run(Run),
    /// Ask calculators together: `list`, or a panel and its inputs
    #[command(
        disable_help_subcommand = true,
        arg_required_else_help = true,
        override_usage = "medical panel <PANEL> [INPUTS]\n       medical panel list",
        after_help = PANEL
    )]
    Panel(Run),
    /// Run many cases from a file
    #[command(after_help = BATCH)]
    Batch(Batch),
}

#[derive(Debug, Args)]
pub(crate) struct List {
    /// Only this category; a wrong one is answered with all there are
    #[arg(long, value_name = "CODE")]
    pub(crate) category: Option<String>,
    /// Only calculators with these words in their id, title or description
    pub(crate) text: Vec<String>,
}

#[derive(Debug, Args)]
pub(crate) struct Show {
    /// Id of the calculator, as `medical list` prints it
    pub(crate) calculator: String,
}

#[derive(Debug, Args)]
pub(crate) struct Run {
    #[command(subcommand)]
    pub(crate) rest: Rest,
}

/// A calculator's id and whatever stands behind it: which options there are is
/// known only when the definition has been read.
#[derive(Debug, Subcommand)]
pub(crate) enum Rest {
    #[command(external_subcommand)]
    Words(Vec<OsString>),
}

#[derive(Debug, Args)]
pub(crate) struct Batch {
    /// The cases: a .csv or .ndjson file, or - for the standard input
    pub(crate) file: PathBuf,
    /// What the file holds [default: by its extension]
    #[arg(long)]
    pub(crate) format: Option<Format>,
    /// The calculator of CSV rows that name none
    #[arg(long, value_name = "ID")]
    pub(crate) calculator: Option<String>,
    /// What separates the cells of a CSV file
    #[arg(long, value_name = "CHARACTER", default_value = ",")]
    pub(crate) delimiter: char,
    /// Write the answers here instead of to the standard output
    #[arg(long, value_name = "FILE")]
    pub(crate) output: Option<PathBuf>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum Format {
    /// Comma-separated values
    Csv,
    /// A JSON object per line
    Ndjson,
}
