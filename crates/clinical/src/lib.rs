//! Clinical knowledge: quantities that cannot hold an impossible value, the
//! formulas that use them, and the limits outside which there is no answer.
//!
//! Everything here is pure: no clock, no randomness, no input or output. Text
//! that comes from outside enters through [`validation`], which reports every
//! problem at once; values that are already typed enter through
//! [`health_metrics`], [`bmi`] and [`bmr`]. Both run the same checks, so what
//! validation accepts is exactly what can be calculated.
//!
//! ```
//! use clinical::{Age, BodyHeight, BodyWeight, Patient, Sex};
//!
//! let patient = Patient {
//!     weight: BodyWeight::from_kilograms(70.0)?,
//!     height: BodyHeight::from_metres(1.75)?,
//!     age: Age::from_years(30)?,
//!     sex: Sex::Male,
//! };
//! let metrics = clinical::health_metrics(&patient, None).unwrap();
//! assert!((metrics.bmr.kilocalories_per_day() - 1695.667).abs() < 1e-9);
//! # Ok::<(), clinical::OutOfRange>(())
//! ```

pub mod activity;
pub mod calculators;
mod checks;
pub mod definition;
mod evaluate;
mod formula;
pub mod inputs;
mod metrics;
mod outcome;
mod quantity;
mod raw;
mod reading;
pub mod round;
mod sex;
pub mod units;
pub mod validation;
mod values;
mod violation;

pub use activity::{Activity, ActivityLevel, ActivitySource};
pub use calculators::body::bmi::Classification;
pub use definition::{Calculator, Language, Text};
pub use evaluate::{Evaluation, Item, Result as EvaluationResult, evaluate};
pub use formula::Formula;
pub use metrics::{BmiResult, BmrResult, HealthMetrics, Patient, bmi, bmr, health_metrics};
pub use quantity::{
    AdultAge, Age, BodyFat, BodyHeight, BodyMassIndex, BodyWeight, EnergyRate, OutOfRange,
};
pub use raw::Raw;
pub use reading::Context;
pub use sex::Sex;
pub use values::{Typed, Values};
pub use violation::{Code, Violation};
