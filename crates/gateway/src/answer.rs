//! The JSON of successful answers.
//!
//! Figures are unrounded; `units` gives the UCUM code of each.

use serde::Serialize;

/// Identity of the formula behind a figure.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Formula {
    /// Stable identifier with the edition.
    pub id: String,
    /// Semantic version of the implementation.
    pub version: String,
    /// The publication.
    pub citation: String,
}

/// The activity factor behind the daily calories.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Activity {
    /// Multiple of the basal metabolic rate.
    pub factor: f64,
    /// `activity_level` when it was sent, `age_default` when it was not.
    pub source: &'static str,
}

/// All figures of a person.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct HealthMetricsAnswer {
    /// Body mass index in kg/m2.
    pub bmi: f64,
    /// WHO class: `underweight`, `normal`, `overweight` or `obese`.
    pub classification: &'static str,
    /// Whether the body mass index is in the healthy range.
    pub healthy: bool,
    /// Basal metabolic rate in kcal/d.
    pub bmr: f64,
    /// Ideal body weight in kg.
    pub ideal_weight: f64,
    /// Share of fat in the body in %.
    pub body_fat_percentage: f64,
    /// Daily energy in kcal/d.
    pub daily_calories: f64,
    /// The activity factor.
    pub activity: Activity,
    /// What the figures rest on that was not sent.
    pub assumptions: Vec<String>,
    /// What to know before trusting a figure.
    pub warnings: Vec<String>,
    /// The formulas, in the order of the figures.
    pub formulas: Vec<Formula>,
}

/// A body mass index.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct BmiAnswer {
    /// Body mass index in kg/m2.
    pub bmi: f64,
    /// WHO class for adults.
    pub classification: &'static str,
    /// Whether the body mass index is in the healthy range.
    pub healthy: bool,
    /// What the figures rest on that was not sent.
    pub assumptions: Vec<String>,
    /// The formula.
    pub formulas: Vec<Formula>,
}

/// A basal metabolic rate.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct BmrAnswer {
    /// Basal metabolic rate in kcal/d.
    pub bmr: f64,
    /// The formula.
    pub formulas: Vec<Formula>,
}

/// An answer as it is sent: the figures and how they came about.
#[derive(Serialize)]
pub(crate) struct Envelope<T> {
    #[serde(flatten)]
    pub(crate) figures: T,
    pub(crate) units: Units,
    pub(crate) computed_by: &'static str,
    pub(crate) processing_time_us: u64,
}

/// UCUM codes of the figures in an answer.
#[derive(Debug, Clone, Copy, Default, Serialize)]
pub(crate) struct Units {
    #[serde(skip_serializing_if = "Option::is_none")]
    bmi: Option<&'static str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    bmr: Option<&'static str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    ideal_weight: Option<&'static str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    body_fat_percentage: Option<&'static str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    daily_calories: Option<&'static str>,
}

impl Units {
    pub(crate) const BMI: Self = Self {
        bmi: Some("kg/m2"),
        ..Self::NONE
    };
    pub(crate) const BMR: Self = Self {
        bmr: Some("kcal/d"),
        ..Self::NONE
    };
    pub(crate) const ALL: Self = Self {
        bmi: Some("kg/m2"),
        bmr: Some("kcal/d"),
        ideal_weight: Some("kg"),
        body_fat_percentage: Some("%"),
        daily_calories: Some("kcal/d"),
    };
    const NONE: Self = Self {
        bmi: None,
        bmr: None,
        ideal_weight: None,
        body_fat_percentage: None,
        daily_calories: None,
    };
}
