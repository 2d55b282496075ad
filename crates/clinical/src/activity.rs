//! Physical activity factors: daily energy as a multiple of the basal rate.

use crate::quantity::AdultAge;

/// A level of physical activity, stated by whoever knows the person.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ActivityLevel {
    /// Little or no exercise, factor 1.2.
    Sedentary,
    /// Light exercise on 1 to 3 days a week, factor 1.375.
    Light,
    /// Moderate exercise on 3 to 5 days a week, factor 1.55.
    Moderate,
    /// Hard exercise on 6 or 7 days a week, factor 1.725.
    VeryActive,
    /// Very hard exercise every day or physical work, factor 1.9.
    ExtraActive,
}

impl ActivityLevel {
    /// Every level, from the least active to the most.
    pub const ALL: [Self; 5] = [
        Self::Sedentary,
        Self::Light,
        Self::Moderate,
        Self::VeryActive,
        Self::ExtraActive,
    ];

    /// The multiple of the basal rate.
    pub const fn factor(self) -> f64 {
        match self {
            Self::Sedentary => 1.2,
            Self::Light => 1.375,
            Self::Moderate => 1.55,
            Self::VeryActive => 1.725,
            Self::ExtraActive => 1.9,
        }
    }

    /// The level with this factor. A factor between two levels belongs to
    /// neither, so only the five are accepted.
    pub fn from_factor(factor: f64) -> Option<Self> {
        Self::ALL
            .into_iter()
            .find(|level| (level.factor() - factor).abs() < 1e-9)
    }
}

/// Where an activity factor comes from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ActivitySource {
    /// The level that was sent with the request.
    ActivityLevel,
    /// No level was sent: a default by age, which says nothing about this person.
    AgeDefault,
}

/// An activity factor and where it comes from.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Activity {
    /// Multiple of the basal rate.
    pub factor: f64,
    /// Where the factor comes from.
    pub source: ActivitySource,
}

impl Activity {
    /// The stated level's factor, or the default for the age without one.
    pub fn new(level: Option<ActivityLevel>, age: AdultAge) -> Self {
        match level {
            Some(level) => Self {
                factor: level.factor(),
                source: ActivitySource::ActivityLevel,
            },
            None => Self {
                factor: default_factor(age),
                source: ActivitySource::AgeDefault,
            },
        }
    }
}

/// The factor assumed by age: a convention of this platform's first edition,
/// not a published result.
fn default_factor(age: AdultAge) -> f64 {
    match age.years() {
        ..=25 => 1.8,
        26..=35 => 1.6,
        36..=50 => 1.4,
        51.. => 1.2,
    }
}
