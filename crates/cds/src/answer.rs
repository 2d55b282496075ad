//! Answers of the catalogue, as far as cards need them.

use serde::Deserialize;
use serde_json::Value;

use crate::Answer;

/// What became of a question.
#[derive(Debug)]
pub(crate) enum Outcome {
    /// An evaluation.
    Found(Box<Evaluation>),
    /// The formula was not made for this person: there is nothing to say.
    OutsideValidity,
    /// No evaluation; the reasons, as far as any were given.
    Refused {
        calculator: &'static str,
        reasons: Vec<String>,
    },
}

/// An evaluation.
#[derive(Debug, Deserialize)]
pub(crate) struct Evaluation {
    pub(crate) calculator: String,
    pub(crate) version: String,
    pub(crate) title: String,
    pub(crate) results: Vec<Found>,
    #[serde(default)]
    pub(crate) items: Vec<Item>,
    #[serde(default)]
    pub(crate) warnings: Vec<String>,
    #[serde(default)]
    pub(crate) assumptions: Vec<String>,
    pub(crate) reference: Reference,
}

/// A result.
#[derive(Debug, Deserialize)]
pub(crate) struct Found {
    pub(crate) title: String,
    /// Unrounded.
    pub(crate) value: f64,
    /// UCUM; nothing where there is no unit.
    #[serde(default)]
    pub(crate) unit: String,
    pub(crate) display: String,
    pub(crate) interpretation: Option<Interpretation>,
}

/// What a value means.
#[derive(Debug, Deserialize)]
pub(crate) struct Interpretation {
    pub(crate) code: String,
    pub(crate) text: String,
}

/// The points of an item of a score.
#[derive(Debug, Deserialize)]
pub(crate) struct Item {
    pub(crate) item: String,
    pub(crate) points: serde_json::Number,
}

/// Where a formula comes from.
#[derive(Debug, Deserialize)]
pub(crate) struct Reference {
    pub(crate) citation: String,
    pub(crate) doi: Option<String>,
}

impl Outcome {
    pub(crate) fn of(calculator: &'static str, answer: Option<&Answer>) -> Self {
        let refused = |reasons| Self::Refused {
            calculator,
            reasons,
        };
        match answer {
            Some(Ok(evaluation)) => match Evaluation::read(evaluation, calculator) {
                Some(evaluation) => Self::Found(Box::new(evaluation)),
                None => refused(Vec::new()),
            },
            Some(Err(violations)) => {
                let outside = |(_, code, _): &_| code == "outside-validity";
                if !violations.is_empty() && violations.iter().all(outside) {
                    return Self::OutsideValidity;
                }
                let messages = violations.iter().map(|(_, _, message)| message.clone());
                refused(messages.collect())
            }
            None => refused(Vec::new()),
        }
    }
}

impl Evaluation {
    /// The evaluation, if it is one of this calculator and has a result.
    fn read(evaluation: &Value, calculator: &str) -> Option<Self> {
        let evaluation = Self::deserialize(evaluation).ok()?;
        let usable = evaluation.calculator == calculator && !evaluation.results.is_empty();
        usable.then_some(evaluation)
    }

    /// The principal result.
    pub(crate) fn principal(&self) -> Option<&Found> {
        self.results.first()
    }
}

impl Found {
    /// The code of its interpretation.
    pub(crate) fn code(&self) -> Option<&str> {
        let code = self.interpretation.as_ref().map(|one| one.code.as_str());
        code.filter(|code| !code.is_empty())
    }
}
