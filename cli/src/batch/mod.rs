//! `medical batch`: many cases from a file.

mod cases;
mod lines;
mod summary;

use std::fs::File;
use std::io::{self, BufReader, BufWriter, IsTerminal as _, Write};
use std::path::Path;
use std::process::ExitCode;

use ::text::Language;
use api::{CASE_LIMIT, LONG_BODY_LIMIT};
use indicatif::ProgressBar;

use crate::answer::{Answer, Refusal, is_null};
use crate::arguments::{Batch, Common, Format};
use crate::engine::Engine;
use crate::failure::Failure;
use crate::print::{self, REFUSED};
use cases::{BadHeader, Case, Csv};
use lines::Lines;
use summary::Summary;

const STANDARD_INPUT: &str = "-";

/// Runs the cases of a file.
pub(crate) fn batch(batch: &Batch, engine: &Engine, common: &Common) -> Result<ExitCode, Failure> {
    let language = common.language();
    let mut cases = Source::open(batch, engine, language)?;
    let mut output = Output::open(batch, language)?;
    let bar = progress(batch);
    let mut summary = Summary::default();
    // What was done before a failure is told as well.
    let outcome =
        all(&mut cases, engine, &mut output, &mut summary, &bar).and_then(|()| output.finish());
    bar.finish_and_clear();
    print::note(&if common.json {
        summary.json()
    } else {
        summary.text(language)
    });
    outcome?;
    Ok(if summary.failed == 0 {
        ExitCode::SUCCESS
    } else {
        ExitCode::from(REFUSED)
    })
}

/// Evaluates every case, in portions that fit into a request.
fn all(
    cases: &mut Source<'_>,
    engine: &Engine,
    output: &mut Output,
    summary: &mut Summary,
    bar: &ProgressBar,
) -> Result<(), Failure> {
    let mut portion: Vec<Case> = Vec::new();
    let mut bytes = 0;
    while let Some(case) = cases.next()? {
        let more = case.body.as_ref().map_or(0, |body| body.len() + 1);
        if portion.len() == CASE_LIMIT || bytes + more > LONG_BODY_LIMIT {
            evaluate(&portion, engine, output, summary)?;
            bar.set_position(cases.lines.bytes);
            portion.clear();
            bytes = 0;
        }
        bytes += more;
        portion.push(case);
    }
    evaluate(&portion, engine, output, summary)
}

/// Writes an answer per case, in their order.
fn evaluate(
    portion: &[Case],
    engine: &Engine,
    output: &mut Output,
    summary: &mut Summary,
) -> Result<(), Failure> {
    let usable = portion.iter().filter_map(|case| case.body.as_deref().ok());
    let usable: Vec<&str> = usable.collect();
    let answers = if usable.is_empty() {
        Vec::new()
    } else {
        engine.batch(&usable)?
    };
    let mut answers = answers.into_iter();
    for case in portion {
        let answer = match case.body {
            Ok(_) => {
                let mut answer = answers.next().ok_or_else(|| engine.unreadable())?;
                // A line that could not be read whole comes back without its id.
                if is_null(&answer.id) && answer.evaluation.is_none() {
                    answer.id = case.id.clone();
                }
                // Figures of one patient must not be taken for another's.
                if !is_null(&case.id) && answer.id.get() != case.id.get() {
                    return Err(engine.unreadable());
                }
                answer
            }
            Err(code) => Answer {
                id: case.id.clone(),
                evaluation: None,
                error: Some(Refusal::of_line(code)),
            },
        };
        summary.count(case.line, &answer);
        output.line(&answer)?;
    }
    Ok(())
}

/// A bar where someone watches, and nothing that it would be mixed with.
fn progress(batch: &Batch) -> ProgressBar {
    let watched = io::stderr().is_terminal();
    let mixed = batch.output.is_none() && io::stdout().is_terminal();
    if !watched || mixed {
        return ProgressBar::hidden();
    }
    let size = std::fs::metadata(&batch.file).map(|found| found.len()).ok();
    size.map_or_else(ProgressBar::new_spinner, ProgressBar::new)
}

/// Where cases come from.
struct Source<'a> {
    lines: Lines,
    /// Of a CSV file, once its header has been read.
    csv: Option<Csv<'a>>,
    name: String,
    language: Language,
}

impl<'a> Source<'a> {
    fn open(batch: &'a Batch, engine: &'a Engine, language: Language) -> Result<Self, Failure> {
        let format = format(batch, language)?;
        let name = batch.file.display().to_string();
        let reader: Box<dyn io::BufRead> = if name == STANDARD_INPUT {
            Box::new(BufReader::new(io::stdin()))
        } else {
            let file = File::open(&batch.file).map_err(|error| file_failure(&name, &error))?;
            Box::new(BufReader::new(file))
        };
        let mut source = Self {
            lines: Lines::new(reader),
            csv: None,
            name,
            language,
        };
        if format == Format::Csv {
            source.csv = Some(source.header(batch, engine)?);
        }
        Ok(source)
    }

    fn header(&mut self, batch: &'a Batch, engine: &'a Engine) -> Result<Csv<'a>, Failure> {
        let delimiter = u8::try_from(batch.delimiter)
            .ok()
            .filter(|byte| byte.is_ascii() && !matches!(byte, b'"' | b'\n' | b'\r'))
            .ok_or_else(|| {
                Failure::Usage(self.language.say(
                    "--delimiter takes one ASCII character",
                    "--delimiter aceita um caractere ASCII",
                ))
            })?;
        let line = self.line()?;
        let calculator = batch.calculator.as_deref();
        let csv = line.map_or(Err(BadHeader::Unreadable), |line| {
            Csv::new(&line, delimiter, calculator, engine)
        });
        csv.map_err(|bad| self.bad_header(&bad))
    }

    fn bad_header(&self, bad: &BadHeader) -> Failure {
        let name = &self.name;
        let (en, pt) = match bad {
            BadHeader::NoCalculator => {
                return Failure::Usage(self.language.say(
                    format!("{name} has no column calculator: say which by --calculator"),
                    format!("{name} não tem coluna calculator: diga qual com --calculator"),
                ));
            }
            BadHeader::Unreadable => (
                "begins with no line of column names",
                "não começa com uma linha de nomes de colunas",
            ),
            BadHeader::Unnamed => ("has a column without a name", "tem uma coluna sem nome"),
            BadHeader::Twice => (
                "has more than one column id or calculator",
                "tem mais de uma coluna id ou calculator",
            ),
        };
        let problem = self.language.say(en, pt);
        Failure::File(format!("{name} {problem}"))
    }

    fn line(&mut self) -> Result<Option<lines::Line>, Failure> {
        let line = self.lines.next();
        line.map_err(|error| file_failure(&self.name, &error))
    }

    fn next(&mut self) -> Result<Option<Case>, Failure> {
        let Some(line) = self.line()? else {
            return Ok(None);
        };
        match &mut self.csv {
            Some(csv) => csv.case(&line).map(Some),
            None => Ok(Some(cases::ndjson(line))),
        }
    }
}

/// What the file holds, as far as the command line or the name tells.
fn format(batch: &Batch, language: Language) -> Result<Format, Failure> {
    let extension = batch.file.extension().unwrap_or_default();
    let format = match (batch.format, extension.to_string_lossy().as_ref()) {
        (Some(format), _) => format,
        (None, "csv") => Format::Csv,
        (None, "ndjson" | "jsonl") => Format::Ndjson,
        (None, _) => {
            return Err(Failure::Usage(language.say(
                "say by --format what the file holds: csv or ndjson",
                "diga com --format o que o arquivo contém: csv ou ndjson",
            )));
        }
    };
    if format == Format::Ndjson && batch.calculator.is_some() {
        return Err(Failure::Usage(language.say(
            "--calculator is for CSV; every line of NDJSON names its own",
            "--calculator é para CSV; cada linha de NDJSON diz a sua",
        )));
    }
    Ok(format)
}

fn file_failure(name: &str, error: &io::Error) -> Failure {
    Failure::File(format!("{name}: {error}"))
}

/// Where answers go.
struct Output {
    writer: BufWriter<Box<dyn Write>>,
    /// Of the file; nothing for the standard output.
    name: Option<String>,
}

impl Output {
    fn open(batch: &Batch, language: Language) -> Result<Self, Failure> {
        let Some(path) = &batch.output else {
            return Ok(Self {
                writer: BufWriter::new(Box::new(io::stdout())),
                name: None,
            });
        };
        if same_file(path, &batch.file) {
            return Err(Failure::Usage(language.say(
                "--output would overwrite the cases",
                "--output sobrescreveria os casos",
            )));
        }
        let name = path.display().to_string();
        let file = File::create(path).map_err(|error| file_failure(&name, &error))?;
        Ok(Self {
            writer: BufWriter::new(Box::new(file)),
            name: Some(name),
        })
    }

    fn line(&mut self, answer: &Answer) -> Result<(), Failure> {
        let written = serde_json::to_writer(&mut self.writer, answer).map_err(io::Error::from);
        let written = written.and_then(|()| writeln!(self.writer));
        written.map_err(|error| self.failure(&error))
    }

    fn finish(&mut self) -> Result<(), Failure> {
        let flushed = self.writer.flush();
        flushed.map_err(|error| self.failure(&error))
    }

    fn failure(&self, error: &io::Error) -> Failure {
        match &self.name {
            Some(name) => file_failure(name, error),
            None => Failure::of_output(error),
        }
    }
}

fn same_file(one: &Path, other: &Path) -> bool {
    match (one.canonicalize(), other.canonicalize()) {
        (Ok(one), Ok(other)) => one == other,
        _ => false,
    }
}
