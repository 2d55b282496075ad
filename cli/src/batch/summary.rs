//! What became of a batch, in a few lines.

use ::text::Language;
use serde::Serialize;
use serde_json::value::RawValue;

use crate::answer::Answer;

/// Failures that are told one by one; the output file has them all.
const MOST_TOLD: usize = 20;

/// Counts, and the first failures.
#[derive(Debug, Default, Serialize)]
pub(crate) struct Summary {
    ok: u64,
    /// How many failed.
    pub(crate) failed: u64,
    failures: Vec<Failed>,
}

#[derive(Serialize)]
struct Counted<'a> {
    #[serde(flatten)]
    counts: &'a Summary,
    more_failures: u64,
}

#[derive(Debug, Serialize)]
struct Failed {
    line: u64,
    id: Box<RawValue>,
    code: String,
    violations: Vec<Place>,
}

#[derive(Debug, Serialize)]
struct Place {
    field: String,
    code: String,
}

impl Summary {
    /// Counts an answer to the case of a line.
    pub(crate) fn count(&mut self, line: u64, answer: &Answer) {
        let Some(error) = &answer.error else {
            self.ok += 1;
            return;
        };
        self.failed += 1;
        if self.failures.len() == MOST_TOLD {
            return;
        }
        let places = error.violations.iter().map(|violation| Place {
            field: violation.field.clone(),
            code: violation.code.clone(),
        });
        self.failures.push(Failed {
            line,
            id: answer.id.clone(),
            code: error.code.clone(),
            violations: places.collect(),
        });
    }

    fn untold(&self) -> u64 {
        self.failed - self.failures.len() as u64
    }

    /// For programs.
    pub(crate) fn json(&self) -> String {
        let all = Counted {
            counts: self,
            more_failures: self.untold(),
        };
        serde_json::to_string(&all).unwrap_or_default()
    }

    /// For people.
    pub(crate) fn text(&self, language: Language) -> String {
        let (ok, failed) = (self.ok, self.failed);
        let mut text = language.say(
            format!("{ok} ok, {failed} failed"),
            format!("{ok} com resultado, {failed} com falha"),
        );
        let line = language.say("line", "linha");
        let rows: Vec<_> = self
            .failures
            .iter()
            .map(|failed| {
                vec![
                    format!("{line} {}", failed.line),
                    format!("id {}", failed.id),
                    failed.reason(),
                ]
            })
            .collect();
        if !rows.is_empty() {
            text += "\n";
            text += &report::terminal::rows(&rows);
        }
        let more = self.untold();
        if more > 0 {
            text += &language.say(format!("\n  and {more} more"), format!("\n  e mais {more}"));
        }
        text
    }
}

impl Failed {
    /// Codes and fields; the code of the line only where it says more than they.
    fn reason(&self) -> String {
        if self.violations.is_empty() {
            return self.code.clone();
        }
        let places = self.violations.iter();
        let places = places.map(|place| format!("{} {}", place.code, place.field));
        places.collect::<Vec<_>>().join(", ")
    }
}
