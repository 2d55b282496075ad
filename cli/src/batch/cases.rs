//! From lines to cases: NDJSON as it is, CSV by its header and the definitions.

use std::collections::HashMap;

use api::LONG_BODY_LIMIT;
use serde::Serialize;
use serde::de::IgnoredAny;
use serde_json::Value;
use serde_json::value::{RawValue, to_raw_value};
use wire::{Definition, InputKind, Named};

use super::lines::Line;
use crate::engine::Engine;
use crate::failure::Failure;
use crate::value::{value, with_unit};

/// A case, or why the line is none.
pub(crate) struct Case {
    /// The line it stands in.
    pub(crate) line: u64,
    /// What its answer is known by, as it stands there.
    pub(crate) id: Box<RawValue>,
    /// A line of JSON to evaluate, or the code of what is wrong.
    pub(crate) body: Result<String, &'static str>,
}

const INVALID_JSON: &str = "invalid-json";
const INVALID_CSV: &str = "invalid-csv";
const TOO_LARGE: &str = "too-large";

/// A line of NDJSON. Whatever is JSON is left to the evaluation.
pub(crate) fn ndjson(line: Line) -> Case {
    let id = line.text.as_deref().and_then(|text| {
        let members: Named<'_, &RawValue> = serde_json::from_str(text).ok()?;
        Some((*members.get("id")?).to_owned())
    });
    let body = match line.text {
        Some(text) if serde_json::from_str::<IgnoredAny>(&text).is_ok() => Ok(text),
        _ => Err(INVALID_JSON),
    };
    Case {
        line: line.number,
        id: id.unwrap_or_else(|| RawValue::NULL.to_owned()),
        body: body.and_then(fitting),
    }
}

/// A line that fits into a request. The same limit here as with a server, so
/// that a file that works in one place works in the other.
fn fitting(text: String) -> Result<String, &'static str> {
    if text.len() < LONG_BODY_LIMIT {
        Ok(text)
    } else {
        Err(TOO_LARGE)
    }
}

/// What a column of a CSV file holds.
#[derive(Debug, PartialEq, Eq)]
enum Column {
    Id,
    Calculator,
    /// Of an input; with a unit where the header gives one to all cells.
    Input(String, Option<String>),
}

impl Column {
    fn new(header: &str) -> Self {
        match (header, header.split_once(':')) {
            ("id", _) => Self::Id,
            ("calculator", _) => Self::Calculator,
            (_, Some((name, unit))) => {
                Self::Input(name.trim().to_owned(), Some(unit.trim().to_owned()))
            }
            (name, None) => Self::Input(name.to_owned(), None),
        }
    }
}

/// Why a header cannot be used.
#[derive(Debug, PartialEq, Eq)]
pub(crate) enum BadHeader {
    /// It is no line of CSV.
    Unreadable,
    /// A column without a name.
    Unnamed,
    /// Two columns `id` or `calculator`: either could be meant.
    Twice,
    /// No column says which calculator, and the command line does not either.
    NoCalculator,
}

/// Reads the rows below a header.
pub(crate) struct Csv<'a> {
    columns: Vec<Column>,
    delimiter: u8,
    calculator: Option<&'a str>,
    engine: &'a Engine,
    /// What the inputs of the calculators are that rows have named so far.
    kinds: HashMap<String, Kinds>,
}

/// Inputs by name; none of a calculator that does not exist.
type Kinds = HashMap<String, InputKind>;

#[derive(Serialize)]
struct Body<'a> {
    id: &'a RawValue,
    calculator: &'a str,
    inputs: Named<'a, Value>,
}

impl<'a> Csv<'a> {
    pub(crate) fn new(
        header: &Line,
        delimiter: u8,
        calculator: Option<&'a str>,
        engine: &'a Engine,
    ) -> Result<Self, BadHeader> {
        let text = header.text.as_deref().ok_or(BadHeader::Unreadable)?;
        let cells = cells(text, delimiter).ok_or(BadHeader::Unreadable)?;
        if cells.iter().any(|cell| cell.is_empty()) {
            return Err(BadHeader::Unnamed);
        }
        let columns: Vec<_> = cells.iter().map(|cell| Column::new(cell)).collect();
        let count = |wanted: &Column| columns.iter().filter(|found| *found == wanted).count();
        if count(&Column::Id) > 1 || count(&Column::Calculator) > 1 {
            return Err(BadHeader::Twice);
        }
        if count(&Column::Calculator) == 0 && calculator.is_none() {
            return Err(BadHeader::NoCalculator);
        }
        Ok(Self {
            columns,
            delimiter,
            calculator,
            engine,
            kinds: HashMap::new(),
        })
    }

    /// A row. Fails only when a definition cannot be had at all.
    pub(crate) fn case(&mut self, line: &Line) -> Result<Case, Failure> {
        let number = line.number;
        let broken = |id| Case {
            line: number,
            id,
            body: Err(INVALID_CSV),
        };
        let read = line.text.as_deref();
        let Some(cells) = read.and_then(|text| cells(text, self.delimiter)) else {
            return Ok(broken(raw(&number)));
        };
        if cells.len() != self.columns.len() {
            // A cell may have slipped, and then the id is not to be trusted.
            return Ok(broken(raw(&number)));
        }
        let cell = |wanted: &Column| {
            let index = self.columns.iter().position(|column| column == wanted)?;
            let cell = cells.get(index)?;
            (!cell.is_empty()).then_some(cell.as_str())
        };
        let id = cell(&Column::Id).map_or_else(|| raw(&number), |id| raw(&id));
        let calculator = cell(&Column::Calculator).or(self.calculator);
        let calculator = calculator.unwrap_or_default();
        if !self.kinds.contains_key(calculator) {
            let kinds = kinds(calculator, self.engine)?;
            self.kinds.insert(calculator.to_owned(), kinds);
        }
        let body = Body {
            id: &id,
            calculator,
            inputs: inputs(&self.columns, &cells, self.kinds.get(calculator)),
        };
        let body = serde_json::to_string(&body).map_err(|_| INVALID_CSV);
        Ok(Case {
            line: number,
            body: body.and_then(fitting),
            id,
        })
    }
}

/// An id that is made here.
fn raw(id: &impl Serialize) -> Box<RawValue> {
    to_raw_value(id).unwrap_or_else(|_| RawValue::NULL.to_owned())
}

fn kinds(calculator: &str, engine: &Engine) -> Result<Kinds, Failure> {
    let Some(text) = engine.find(calculator)? else {
        return Ok(Kinds::new());
    };
    let definition: Definition<'_> = engine.read(&text)?;
    let inputs = definition.inputs.iter();
    Ok(inputs
        .map(|input| (input.name.to_string(), input.kind))
        .collect())
}

/// What stands in a row; an empty cell is nothing.
fn inputs<'a>(columns: &'a [Column], cells: &[String], kinds: Option<&Kinds>) -> Named<'a, Value> {
    let filled = columns
        .iter()
        .zip(cells)
        .filter(|(_, cell)| !cell.is_empty());
    let sent = filled.filter_map(|(column, cell)| match column {
        Column::Id | Column::Calculator => None,
        Column::Input(name, None) => {
            let kind = kinds.and_then(|kinds| kinds.get(name)).copied();
            Some((name.as_str().into(), value(kind, cell)))
        }
        Column::Input(name, Some(unit)) => Some((name.as_str().into(), with_unit(cell, unit))),
    });
    Named(sent.collect())
}

/// The trimmed cells of a line. Each line is read on its own: a quote that is
/// never closed must not swallow the rows below it.
fn cells(line: &str, delimiter: u8) -> Option<Vec<String>> {
    if !line
        .bytes()
        .filter(|byte| *byte == b'"')
        .count()
        .is_multiple_of(2)
    {
        return None;
    }
    let mut reader = csv::ReaderBuilder::new()
        .has_headers(false)
        .delimiter(delimiter)
        .trim(csv::Trim::All)
        .buffer_capacity(line.len().max(1))
        .from_reader(line.as_bytes());
    let record = reader.records().next()?.ok()?;
    Some(record.iter().map(str::to_owned).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cells_are_trimmed_and_unquoted() {
        let found = cells(r#" 1 ,"70 kg","a ""b""""#, b',').unwrap();
        assert_eq!(found, ["1", "70 kg", "a \"b\""]);
        assert_eq!(cells("\tb\t", b'\t').unwrap(), ["", "b", ""]);
        assert_eq!(cells("a;b,c; ", b';').unwrap(), ["a", "b,c", ""]);
        assert_eq!(cells(r#""70 kg",x"#, b',').unwrap(), ["70 kg", "x"]);
        assert_eq!(cells(r#"1,"70kg"#, b','), None);
    }

    #[test]
    fn a_header_can_give_the_unit() {
        let unit = |header| match Column::new(header) {
            Column::Input(name, unit) => (name, unit),
            other => panic!("{other:?}"),
        };
        assert_eq!(unit("weight:kg"), ("weight".into(), Some("kg".into())));
        assert_eq!(unit("weight"), ("weight".into(), None));
    }
}
