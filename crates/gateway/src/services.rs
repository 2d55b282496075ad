//! What the gateway needs from the components behind it.

use serde::Deserialize;

use crate::answer::{BmiAnswer, BmrAnswer, HealthMetricsAnswer};
use crate::body::Field;
use crate::negotiate::Format;
use crate::problem::Violation;
use text::Language;

/// What a client can ask to be calculated.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Calculation {
    /// All figures.
    HealthMetrics,
    /// Body mass index.
    Bmi,
    /// Basal metabolic rate.
    Bmr,
}

/// Sex as a parameter of the formulas.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Gender {
    /// Constants for men.
    Male,
    /// Constants for women.
    Female,
}

/// What the validator made of the fields.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct Metrics {
    /// Body weight in kg.
    pub weight: Option<f64>,
    /// Body height in m.
    pub height: Option<f64>,
    /// Age in completed years.
    pub age: Option<u32>,
    /// Which set of constants applies.
    pub gender: Option<Gender>,
    /// Physical activity factor.
    pub activity_level: Option<f64>,
}

/// What the calculator needs to know about a person.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Patient {
    /// Body weight in kg.
    pub weight: f64,
    /// Body height in m.
    pub height: f64,
    /// Age in completed years.
    pub age: u32,
    /// Which set of constants applies.
    pub gender: Gender,
    /// Physical activity factor.
    pub activity_level: Option<f64>,
}

impl Metrics {
    /// The person, if everything that every formula needs is there.
    pub(crate) fn patient(&self) -> Option<Patient> {
        Some(Patient {
            weight: self.weight?,
            height: self.height?,
            age: self.age?,
            gender: self.gender?,
            activity_level: self.activity_level,
        })
    }
}

/// What an evaluation needs to know besides its inputs.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Context {
    /// Today as an ISO 8601 date in UTC.
    pub today: String,
    /// Language of the texts.
    pub language: Language,
}

/// Why there is no evaluation.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum EvaluationError {
    /// No calculator has this id.
    UnknownCalculator,
    /// The inputs were refused; each field is a JSON pointer into the inputs
    /// without the leading slash.
    Refused(Vec<EvaluationViolation>),
    /// The component answered in a way its contract excludes here.
    Broken,
}

/// One problem with one input of an evaluation.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
pub struct EvaluationViolation {
    /// JSON pointer into the inputs, without the leading slash.
    pub field: String,
    /// Stable code.
    pub code: String,
    /// What would be accepted.
    pub message: String,
}

/// The components behind the gateway.
///
/// An implementation that cannot reach its component must not return: the
/// gateway has no answer to invent.
pub trait Services {
    /// Checks and types the fields.
    ///
    /// # Errors
    ///
    /// Every violation found.
    fn validate(
        &self,
        calculation: Calculation,
        fields: &[Field],
    ) -> Result<Metrics, Vec<Violation>>;

    /// All figures of a person.
    ///
    /// # Errors
    ///
    /// Every reason why there are none.
    fn health_metrics(&self, patient: &Patient) -> Result<HealthMetricsAnswer, Vec<Violation>>;

    /// Body mass index; weight in kg, height in m.
    ///
    /// # Errors
    ///
    /// Every reason why there is none.
    fn bmi(&self, weight: f64, height: f64) -> Result<BmiAnswer, Vec<Violation>>;

    /// Basal metabolic rate.
    ///
    /// # Errors
    ///
    /// Every reason why there is none.
    fn bmr(&self, patient: &Patient) -> Result<BmrAnswer, Vec<Violation>>;

    /// Every definition, as a JSON array.
    ///
    /// # Errors
    ///
    /// Only when the component is broken.
    fn definitions(&self, language: Language) -> Result<String, EvaluationError>;

    /// One definition, as a JSON object.
    ///
    /// # Errors
    ///
    /// When no calculator has this id.
    fn definition(&self, id: &str, language: Language) -> Result<String, EvaluationError>;

    /// Evaluates a calculator on a JSON object; gives a JSON object.
    ///
    /// # Errors
    ///
    /// With every reason why there is no evaluation.
    fn evaluate(
        &self,
        id: &str,
        inputs: &str,
        context: &Context,
    ) -> Result<String, EvaluationError>;

    /// Evaluates lines of cases; gives a line per line.
    ///
    /// # Errors
    ///
    /// Only when the component is broken.
    fn evaluate_many(&self, cases: &str, context: &Context) -> Result<String, EvaluationError>;

    /// Writes an evaluation in a format other than JSON. `now` is the present
    /// instant (RFC 3339), `provenance` what FHIR has to know of the sources.
    ///
    /// # Errors
    ///
    /// Only when the component is broken.
    fn render(
        &self,
        evaluation: &str,
        format: Format,
        now: &str,
        provenance: &str,
    ) -> Result<String, EvaluationError>;
}
