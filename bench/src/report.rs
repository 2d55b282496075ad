//! The page that is written: sections of prose and tables, and the targets.

use std::fmt::Write as _;
use std::time::Duration;

use serde::Serialize;
use serde_json::{Map, Value};

use crate::machine::Machine;

/// What was to be reached, and what was.
#[derive(Debug, Serialize)]
struct Target {
    what: String,
    wanted: String,
    measured: String,
    met: bool,
    remark: &'static str,
}

/// Which side of a limit is good.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Limit {
    /// At least this.
    Least(f64),
    /// At most this.
    Most(f64),
}

/// Everything that was measured, as it will be read.
#[derive(Debug, Default)]
pub(crate) struct Page {
    text: String,
    targets: Vec<Target>,
    results: Map<String, Value>,
}

impl Page {
    /// Starts a section.
    pub(crate) fn section(&mut self, title: &str) {
        let _ = writeln!(self.text, "## {title}\n");
    }

    /// Adds a paragraph.
    pub(crate) fn prose(&mut self, text: &str) {
        let _ = writeln!(self.text, "{text}\n");
    }

    /// Adds a table.
    pub(crate) fn table(&mut self, head: &[&str], rows: &[Vec<String>]) {
        let row = |cells: &[String]| format!("| {} |", cells.join(" | "));
        let head: Vec<String> = head.iter().map(|&cell| cell.to_owned()).collect();
        // Figures to the right, words to the left.
        let is_figure = |cell: &String| {
            cell.chars()
                .next()
                .is_none_or(|first| first.is_ascii_digit())
        };
        let rule = (0..head.len()).map(|column| {
            let mut cells = rows.iter().filter_map(|row| row.get(column));
            if cells.all(is_figure) { "--:" } else { "---" }
        });
        let rule = rule.collect::<Vec<_>>().join("|");
        let _ = writeln!(self.text, "{}\n|{rule}|", row(&head));
        for cells in rows {
            let _ = writeln!(self.text, "{}", row(cells));
        }
        self.text.push('\n');
    }

    /// Adds a target to the list at the top. The remark is true either way.
    pub(crate) fn target(
        &mut self,
        what: impl Into<String>,
        measured: f64,
        limit: Limit,
        unit: &str,
        remark: &'static str,
    ) {
        let (sign, value, met) = match limit {
            Limit::Least(value) => ("≥", value, measured >= value),
            Limit::Most(value) => ("≤", value, measured <= value),
        };
        self.targets.push(Target {
            what: what.into(),
            wanted: format!("{sign} {value} {unit}").trim_end().to_owned(),
            measured: format!("{} {unit}", number(measured)).trim_end().to_owned(),
            met,
            remark,
        });
    }

    /// Keeps raw figures for `results.json`.
    ///
    /// # Errors
    ///
    /// When they are not JSON.
    pub(crate) fn record(&mut self, name: &str, figures: &impl Serialize) -> anyhow::Result<()> {
        let figures = serde_json::to_value(figures)?;
        self.results.insert(name.to_owned(), figures);
        Ok(())
    }

    /// The page in Markdown.
    pub(crate) fn markdown(&self, machine: &Machine) -> String {
        let mut top = Self::default();
        top.text.push_str("# Benchmarks\n\n");
        top.prose(INTRODUCTION);
        let versions = machine.versions.iter();
        let versions = versions.map(|(name, version)| format!("{name}: {version}"));
        top.prose(&format!(
            "Measured on {}, {} cores, {} GiB, Linux {}, on {}. {}.",
            machine.cpu,
            machine.cores,
            machine.memory_gib,
            machine.kernel,
            machine.date,
            versions.collect::<Vec<_>>().join("; "),
        ));
        if !self.targets.is_empty() {
            top.section("Targets");
            let rows = self.targets.iter().map(|target| {
                let met = if target.met { "met" } else { "**not met**" };
                vec![
                    target.what.clone(),
                    target.wanted.clone(),
                    target.measured.clone(),
                    met.to_owned(),
                    target.remark.to_owned(),
                ]
            });
            let rows: Vec<_> = rows.collect();
            top.table(&["what", "target", "measured", "", "remark"], &rows);
        }
        format!("{}{}", top.text, self.text).trim_end().to_owned() + "\n"
    }

    /// The raw figures.
    ///
    /// # Errors
    ///
    /// When they are not JSON.
    pub(crate) fn json(&self, machine: &Machine) -> anyhow::Result<String> {
        let mut all = Map::new();
        all.insert("machine".to_owned(), serde_json::to_value(machine)?);
        all.insert("targets".to_owned(), serde_json::to_value(&self.targets)?);
        all.extend(self.results.clone());
        Ok(serde_json::to_string_pretty(&all)? + "\n")
    }
}

const INTRODUCTION: &str = "\
Written by `scripts/bench.sh`, which measures everything here in one go; the raw
figures are in [results.json](../bench/results.json). Compare ratios: what is compared
ran on the same machine within the same minutes, in turns, and each figure is the
median of the turns. Absolute times belong to the machine named below, on which
servers, NATS and the load generator share the cores.";

/// Three significant digits, so that no table pretends to know more.
pub(crate) fn number(value: f64) -> String {
    if value == 0.0 {
        return "0".to_owned();
    }
    let magnitude = value.abs();
    if magnitude >= 100.0 {
        let whole = format!("{value:.0}");
        let thousands = whole.len() - 3;
        if thousands == 0 || magnitude < 10_000.0 {
            return whole;
        }
        return format!("{},{}", &whole[..thousands], &whole[thousands..]);
    }
    if magnitude >= 10.0 {
        format!("{value:.1}")
    } else {
        format!("{value:.2}")
    }
}

/// How many times the first is of the second.
pub(crate) fn times(one: f64, other: f64) -> String {
    format!("{} ×", number(one / other))
}

/// Microseconds.
pub(crate) fn micros(duration: Duration) -> f64 {
    duration.as_secs_f64() * 1e6
}

/// The value that this share of all is at most, by its rank. Sorts them.
pub(crate) fn quantile(values: &mut [f64], share: f64) -> f64 {
    values.sort_by(f64::total_cmp);
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        clippy::cast_precision_loss,
        reason = "a rank within the list"
    )]
    let rank = ((values.len() as f64 * share).ceil() as usize).max(1);
    values.get(rank - 1).copied().unwrap_or(f64::NAN)
}

/// The median. Sorts them.
pub(crate) fn median(values: &mut [f64]) -> f64 {
    quantile(values, 0.5)
}
