//! Where definitions and evaluations come from: this program or a server.
//!
//! Both give the JSON of crate `wire` as text, of which [`Engine::read`] makes what is
//! shown; a calculator that only the server has can be run as well.

use ::text::Language;
use inprocess::InProcess;
use jiff::{Timestamp, tz::TimeZone};
use ports::{Calculators as _, Context, Error};
use serde::Deserialize;
use serde_json::value::RawValue;
use serde_json::{Value, from_str};
use wire::Named;

use crate::answer::Answer;
use crate::arguments::Common;
use crate::failure::Failure;
use crate::server::Server;

/// Here or there; both say the same in the same words.
pub(crate) struct Engine {
    language: Language,
    place: Place,
}

enum Place {
    /// This program, with today in UTC.
    Here { today: String },
    /// A server.
    There(Server),
}

impl Engine {
    pub(crate) fn new(common: &Common) -> Result<Self, Failure> {
        let language = common.language();
        let place = match &common.url {
            Some(url) => Place::There(Server::new(url, language)?),
            None => Place::Here {
                today: Timestamp::now().to_zoned(TimeZone::UTC).date().to_string(),
            },
        };
        Ok(Self { language, place })
    }

    /// What lists say of every calculator: an array of [`wire::Summary`].
    pub(crate) fn summaries(&self) -> Result<String, Failure> {
        match &self.place {
            Place::There(server) => server.summaries(),
            Place::Here { .. } => {
                let all = InProcess.summaries(self.language);
                all.map_err(|error| self.failure(error))
            }
        }
    }

    /// The [`wire::Definition`] of a calculator, or nothing when there is none.
    pub(crate) fn find(&self, id: &str) -> Result<Option<String>, Failure> {
        if let Place::There(server) = &self.place {
            return server.definition(id);
        }
        match InProcess.definitions(&[id], self.language) {
            Ok(text) => {
                let all: Vec<&RawValue> = self.read(&text)?;
                Ok(all.first().map(|found| found.get().to_owned()))
            }
            Err(Error::UnknownCalculator) => Ok(None),
            Err(error) => Err(self.failure(error)),
        }
    }

    /// The definition of a calculator that was asked for by name.
    pub(crate) fn definition(&self, id: &str) -> Result<String, Failure> {
        self.find(id)?.ok_or_else(|| self.unknown(id))
    }

    fn unknown(&self, id: &str) -> Failure {
        Failure::Usage(self.language.say(
            format!("there is no calculator {id:?}; `medical list` prints all"),
            format!("não existe a calculadora {id:?}; `medical list` mostra todas"),
        ))
    }

    /// A document, as far as this program knows its shape.
    pub(crate) fn read<'a, T: Deserialize<'a>>(&self, text: &'a str) -> Result<T, Failure> {
        from_str(text).map_err(|_| self.unreadable())
    }

    /// What to say of an answer that has not the shape it should have.
    pub(crate) fn unreadable(&self) -> Failure {
        Failure::Server(self.language.say(
            "the answer has not the shape this program knows; versions may differ",
            "a resposta não tem a forma que este programa conhece; as versões podem diferir",
        ))
    }

    /// The [`wire::Evaluation`] of a calculator on these inputs.
    pub(crate) fn evaluate(&self, id: &str, inputs: &Named<'_, Value>) -> Result<String, Failure> {
        let inputs = serde_json::to_string(inputs).unwrap_or_default();
        match &self.place {
            Place::There(server) => server.evaluate(id, &inputs),
            Place::Here { today } => InProcess
                .evaluate(id, &inputs, &self.context(today))
                .map_err(|error| match error {
                    Error::UnknownCalculator => self.unknown(id),
                    other => self.failure(other),
                }),
        }
    }

    /// Every panel: an array of [`wire::Panel`].
    pub(crate) fn panels(&self) -> Result<String, Failure> {
        match &self.place {
            Place::There(server) => server.panels(),
            Place::Here { .. } => {
                let all = InProcess.panels(self.language);
                all.map_err(|error| self.failure(error))
            }
        }
    }

    /// The [`wire::PanelEvaluation`] of a panel on these inputs.
    pub(crate) fn evaluate_panel(
        &self,
        id: &str,
        inputs: &Named<'_, Value>,
    ) -> Result<String, Failure> {
        let inputs = serde_json::to_string(inputs).unwrap_or_default();
        match &self.place {
            Place::There(server) => server.evaluate_panel(id, &inputs),
            Place::Here { today } => {
                let found = InProcess.evaluate_panel(id, &inputs, &self.context(today));
                found.map_err(|error| self.failure(error))
            }
        }
    }

    pub(crate) fn unknown_panel(&self, id: &str) -> Failure {
        Failure::Usage(self.language.say(
            format!("there is no panel {id:?}; `medical panel list` prints all"),
            format!("não existe o painel {id:?}; `medical panel list` mostra todos"),
        ))
    }

    /// An answer per case. The cases are lines of JSON, as many as
    /// [`crate::server`] sends at once.
    pub(crate) fn batch(&self, cases: &[&str]) -> Result<Vec<Answer>, Failure> {
        let today = match &self.place {
            Place::There(server) => return server.batch(cases),
            Place::Here { today } => today,
        };
        let answers = InProcess.evaluate_many(&cases.join("\n"), &self.context(today));
        let answers = answers.map_err(|error| self.failure(error))?;
        answers.lines().map(|line| self.read(line)).collect()
    }

    const fn context<'a>(&self, today: &'a str) -> Context<'a> {
        Context {
            today,
            language: self.language,
        }
    }

    fn failure(&self, error: Error) -> Failure {
        match error {
            Error::Refused(violations) => Failure::Refused(violations),
            // This program writes JSON and asks for what it has found.
            Error::UnknownCalculator | Error::InvalidJson | Error::Broken => self.unreadable(),
        }
    }
}
