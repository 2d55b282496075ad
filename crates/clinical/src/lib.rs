//! Clinical knowledge: what is measured and in which units, the calculators that
//! use it, and the limits outside which there is no answer.
//!
//! Everything here is pure: no clock, no randomness, no input or output. A
//! calculator is one value that says everything about it ([`Calculator`]), and
//! [`evaluate`] is the one way to use it: it reads what was sent, checks all of it
//! and reports every problem at once, and only then calculates.
//! [`read_checked`] stops before that.
//!
//! ```
//! use clinical::{Context, Error, Language, Raw, calculators, definition::Value, evaluate};
//!
//! let quantity = |value: f64, unit: &str| {
//!     Raw::Object(vec![
//!         ("value".to_owned(), Raw::Number(value)),
//!         ("unit".to_owned(), Raw::Text(unit.to_owned())),
//!     ])
//! };
//! let context = Context {
//!     today: "2026-06-15".parse().unwrap(),
//!     language: Language::English,
//! };
//! let bmi = calculators::find("bmi").unwrap();
//! let mut inputs = vec![
//!     ("weight".to_owned(), quantity(70.0, "kg")),
//!     ("height".to_owned(), quantity(1.75, "m")),
//! ];
//! let found = evaluate(bmi, &inputs, &context).unwrap();
//! assert!(matches!(found.results[0].value, Value::Number(bmi) if (bmi - 22.857).abs() < 1e-3));
//!
//! inputs[1].1 = quantity(175.0, "m");
//! let Err(Error::Refused(violations)) = evaluate(bmi, &inputs, &context) else {
//!     panic!("nobody is 175 m tall");
//! };
//! assert_eq!(violations[0].field, "height/value");
//! ```

pub mod calculators;
mod category;
mod checks;
mod criterion;
pub mod definition;
mod evaluate;
pub mod handles;
mod input;
pub mod inputs;
mod outcome;
pub mod panels;
mod raw;
mod reading;
pub mod round;
mod sex;
mod typed;
pub mod units;
mod values;
mod violation;

pub use definition::{Calculator, Language, Text};
pub use evaluate::{
    Error, Evaluation, EvaluationResult, INPUT_LIMIT, Item, evaluate, read_checked,
};
pub use raw::Raw;
pub use reading::Context;
pub use sex::Sex;
pub use values::{Typed, Values};
pub use violation::{Code, Finding, Violation};
