//! What the HTTP API needs from what stands behind it, whether that is a component
//! on the lattice or a function in the same program.
//!
//! Texts cross a port in one piece: inputs, definitions and evaluations are the JSON
//! that crate `wire` types. An implementation that cannot reach its other end must not
//! return: there is no answer to invent.

use text::Language;
use wire::Violation;

/// What an evaluation needs to know besides its inputs.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Context<'a> {
    /// Today as an ISO 8601 date in UTC.
    pub today: &'a str,
    /// Language of the texts.
    pub language: Language,
}

/// Why there is no answer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Error {
    /// No calculator, or no panel, has this id.
    UnknownCalculator,
    /// The inputs are no JSON.
    InvalidJson,
    /// The inputs were refused; at least one reason, all that were found.
    Refused(Vec<Violation>),
    /// The other end is at fault: a defect, or an answer that its contract excludes.
    Broken,
}

/// Checks inputs without calculating.
pub trait Validator {
    /// The JSON object of a calculator's inputs as they were read.
    ///
    /// # Errors
    ///
    /// With every reason why there would be no evaluation.
    fn check(&self, calculator: &str, inputs: &str, context: &Context<'_>)
    -> Result<String, Error>;
}

/// The catalogue.
pub trait Calculators {
    /// What lists say of every calculator: a JSON array of [`wire::Summary`].
    ///
    /// # Errors
    ///
    /// Only when the other end is at fault.
    fn summaries(&self, language: Language) -> Result<String, Error>;

    /// These definitions, in this order: a JSON array of [`wire::Definition`].
    ///
    /// # Errors
    ///
    /// When one of them does not exist.
    fn definitions(&self, calculators: &[&str], language: Language) -> Result<String, Error>;

    /// Evaluates a calculator on the JSON object of its inputs: a
    /// [`wire::Evaluation`].
    ///
    /// # Errors
    ///
    /// With every reason why there is none.
    fn evaluate(
        &self,
        calculator: &str,
        inputs: &str,
        context: &Context<'_>,
    ) -> Result<String, Error>;

    /// Every panel: a JSON array of [`wire::Panel`].
    ///
    /// # Errors
    ///
    /// Only when the other end is at fault.
    fn panels(&self, language: Language) -> Result<String, Error>;

    /// Evaluates the members of a panel that have what they need, on the JSON object of
    /// the panel's inputs: a [`wire::PanelEvaluation`].
    ///
    /// # Errors
    ///
    /// When there is no such panel, and with every reason why an input is of no use.
    fn evaluate_panel(
        &self,
        panel: &str,
        inputs: &str,
        context: &Context<'_>,
    ) -> Result<String, Error>;

    /// Evaluates lines of cases: a [`wire::Outcome`] per line.
    ///
    /// # Errors
    ///
    /// Only when the other end is at fault.
    fn evaluate_many(&self, cases: &str, context: &Context<'_>) -> Result<String, Error>;
}

/// How a report is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Format {
    /// Plain text.
    Text,
    /// Markdown.
    Markdown,
}

/// Reports for people.
pub trait Reports {
    /// Writes a [`wire::Evaluation`] in its own language.
    ///
    /// # Errors
    ///
    /// Only when the other end is at fault.
    fn render(&self, evaluation: &str, format: Format) -> Result<String, Error>;
}

/// Everything that the stateless groups of the API need.
pub trait Ports: Validator + Calculators + Reports {}

impl<T: Validator + Calculators + Reports> Ports for T {}
