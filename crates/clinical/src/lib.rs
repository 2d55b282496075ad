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
mod formula;
mod metrics;
mod quantity;
mod sex;
pub mod validation;
mod violation;

pub use activity::{Activity, ActivityLevel, ActivitySource};
pub use calculators::bmi::Classification;
pub use formula::Formula;
pub use metrics::{BmiResult, BmrResult, HealthMetrics, Patient, bmi, bmr, health_metrics};
pub use quantity::{
    AdultAge, Age, BodyFat, BodyHeight, BodyMassIndex, BodyWeight, EnergyRate, OutOfRange,
};
pub use sex::Sex;
pub use violation::{Code, Violation};
