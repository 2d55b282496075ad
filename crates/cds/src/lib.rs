//! [CDS Hooks 2.0](https://cds-hooks.hl7.org/2.0/) over the calculators of the
//! catalogue, without HTTP and without calculating anything itself.
//!
//! A request is answered in two steps, so that whoever calls decides how the
//! calculators are reached: [`plan`] says which [`Question`]s to ask, and
//! [`cards`] turns the answers into the response.
//!
//! A measurement is used only if nothing about it has to be guessed: its status
//! says that it holds, its unit is a UCUM code, and it is clearly the newest. What
//! a service cannot do without and does not find is [`Refusal::MissingData`].

mod answer;
mod body_figures;
mod card;
mod datum;
mod detail;
mod discovery;
mod kidney_function;
mod news2;
mod observation;
mod reader;
mod request;
mod service;
mod text;
mod time;

pub use discovery::services;

use serde_json::{Value, json};

use ::text::Language;
use answer::Outcome;
use reader::{Measured, Reader};
use request::Request;
use service::Service;

/// An evaluation to make.
#[derive(Debug, Clone, PartialEq)]
pub struct Question {
    /// The calculator's id in the catalogue.
    pub calculator: &'static str,
    /// Its inputs, as the JSON of the catalogue takes them.
    pub inputs: Value,
}

/// One reason against an evaluation: field, code and message of the violation.
pub type Violation = (String, String, String);

/// The answer to a [`Question`]: the evaluation as the JSON of the catalogue, or
/// every reason why there is none.
pub type Answer = Result<Value, Vec<Violation>>;

/// Why a request gets no cards. None of it holds patient data.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Refusal {
    /// No service has this id: 404.
    UnknownService,
    /// The body is not JSON: 400.
    InvalidJson,
    /// The body is no CDS Hooks request; what is wrong with it: 400.
    InvalidRequest(String),
    /// The service answers another hook: 400.
    WrongHook,
    /// Data that the service cannot do without did not come, or nothing usable
    /// did; the prefetch keys, or `key.element` where only a part is missing: 412.
    MissingData(Vec<String>),
}

/// What one request needs before it can be answered.
#[derive(Debug, Clone)]
pub struct Plan {
    service: &'static Service,
    questions: Vec<Question>,
    measured: Vec<Measured>,
}

impl Plan {
    /// The evaluations to make; [`cards`] takes the answers in this order.
    pub fn questions(&self) -> &[Question] {
        &self.questions
    }
}

/// Reads a request to a service. `today` is an ISO 8601 date in UTC, on which
/// ages count.
///
/// # Errors
///
/// With the reason why nothing can be asked.
///
/// ```
/// let body = r#"{"hook": "patient-view", "hookInstance": "1", "context": {"patientId": "1"}}"#;
/// let missing = vec!["weight".to_owned(), "height".to_owned()];
/// assert_eq!(
///     cds::plan("body-figures", body, "2026-01-31").unwrap_err(),
///     cds::Refusal::MissingData(missing),
/// );
/// ```
pub fn plan(service_id: &str, body: &str, today: &str) -> Result<Plan, Refusal> {
    let service = service::find(service_id).ok_or(Refusal::UnknownService)?;
    let body: Value = serde_json::from_str(body).map_err(|_| Refusal::InvalidJson)?;
    let request = Request::read(&body, service.hook)?;
    let mut reader = Reader::new(&request, today);
    let questions = (service.ask)(&mut reader);
    let measured = reader.finish().map_err(Refusal::MissingData)?;
    Ok(Plan {
        service,
        questions,
        measured,
    })
}

/// The response to a planned request: `{"cards": […]}`, the most urgent first,
/// and empty where there is nothing to say.
///
/// `answers` are those to [`Plan::questions`], in their order. An answer that is
/// not there, or belongs to another calculator, counts as refused: nobody may
/// take silence for a good result. The language is Portuguese for any tag of it,
/// else English.
pub fn cards(plan: &Plan, answers: &[Answer], language_tag: &str) -> Value {
    let language = Language::of_tag(language_tag);
    let outcomes: Vec<_> = plan
        .questions
        .iter()
        .enumerate()
        .map(|(position, question)| Outcome::of(question.calculator, answers.get(position)))
        .collect();
    json!({"cards": card::all(plan.service, &outcomes, &plan.measured, language)})
}
