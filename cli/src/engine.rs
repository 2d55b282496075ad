//! Where definitions and evaluations come from: this program or a server.

use ::text::Language;
use clinical::{Context, calculators};
use jiff::{Timestamp, tz::TimeZone};
use serde::Deserialize as _;
use serde_json::{Value, json};

use crate::arguments::Common;
use crate::definition::Definition;
use crate::failure::{Failure, Violation};
use crate::server::Server;
use crate::value::Inputs;

/// Here or there; both say the same in the same words.
pub(crate) enum Engine {
    /// This program, with today in UTC.
    Local(Context),
    /// A server.
    Server(Server),
}

impl Engine {
    pub(crate) fn new(common: &Common) -> Result<Self, Failure> {
        let language = common.language();
        match &common.url {
            Some(url) => Server::new(url, language).map(Self::Server),
            None => Ok(Self::Local(Context {
                today: Timestamp::now().to_zoned(TimeZone::UTC).date(),
                language,
            })),
        }
    }

    fn language(&self) -> Language {
        match self {
            Self::Local(context) => context.language,
            Self::Server(server) => server.language,
        }
    }

    /// Every calculator, as definitions or summaries of them.
    pub(crate) fn calculators(&self) -> Result<Vec<Value>, Failure> {
        match self {
            Self::Local(context) => Ok(calculators::all()
                .map(|calculator| evaluator::definition(calculator, context.language))
                .collect()),
            Self::Server(server) => server.calculators(),
        }
    }

    /// The definition of a calculator, or nothing when there is none.
    pub(crate) fn find(&self, id: &str) -> Result<Option<Value>, Failure> {
        match self {
            Self::Local(context) => Ok(calculators::find(id)
                .map(|calculator| evaluator::definition(calculator, context.language))),
            Self::Server(server) => server.definition(id),
        }
    }

    /// The definition of a calculator that was asked for by name.
    pub(crate) fn definition(&self, id: &str) -> Result<Value, Failure> {
        self.find(id)?.ok_or_else(|| {
            Failure::Usage(self.language().say(
                format!("there is no calculator {id:?}; `medical list` prints all"),
                format!("não existe a calculadora {id:?}; `medical list` mostra todas"),
            ))
        })
    }

    /// A definition, as far as this program reads it.
    pub(crate) fn read(&self, definition: &Value) -> Result<Definition, Failure> {
        Definition::deserialize(definition).map_err(|_| self.unreadable())
    }

    /// What to say of an answer that has not the shape it should have.
    pub(crate) fn unreadable(&self) -> Failure {
        Failure::Server(self.language().say(
            "the answer has not the shape this program knows; versions may differ",
            "a resposta não tem a forma que este programa conhece; as versões podem diferir",
        ))
    }

    /// The evaluation of a calculator on these inputs.
    pub(crate) fn evaluate(&self, id: &str, inputs: &Inputs) -> Result<Value, Failure> {
        let context = match self {
            Self::Server(server) => return server.evaluate(id, inputs),
            Self::Local(context) => context,
        };
        let text = serde_json::to_string(inputs).unwrap_or_default();
        evaluator::evaluate(id, &text, context).map_err(|error| match error {
            evaluator::Error::Refused(violations) => {
                Failure::Refused(violations.into_iter().map(Violation::from).collect())
            }
            other => Failure::Usage(other.code().to_owned()),
        })
    }

    /// An answer per case: `{"id", "evaluation"}` or `{"id", "error"}`. The cases
    /// are lines of JSON, as many as [`crate::server`] sends at once.
    pub(crate) fn batch(&self, cases: &[&str]) -> Result<Vec<Value>, Failure> {
        let context = match self {
            Self::Server(server) => return server.batch(cases),
            Self::Local(context) => context,
        };
        let answers = evaluator::evaluate_many(&cases.join("\n"), context);
        let read = answers
            .lines()
            .map(|line| serde_json::from_str(line).unwrap_or_else(|_| json!({})));
        Ok(read.collect())
    }
}

impl From<clinical::Violation> for Violation {
    fn from(violation: clinical::Violation) -> Self {
        Self {
            field: violation.field,
            code: violation.code.as_str().to_owned(),
            message: violation.message,
        }
    }
}
