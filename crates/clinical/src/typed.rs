//! A value of an input that was read and is plausible.

use jiff::civil::Date;

use crate::units::QuantityKind;

/// A typed value of an input.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Typed {
    /// A plausible quantity in the canonical unit of its kind, with the unit it
    /// was sent in and the value in that unit.
    Quantity {
        /// In the canonical unit.
        canonical: f64,
        /// As sent.
        sent: f64,
        /// UCUM code as sent.
        unit: &'static str,
        /// Its kind.
        kind: &'static QuantityKind,
    },
    /// Completed years.
    Age {
        /// Completed years.
        years: u32,
        /// Days: exact from a date of birth, else by the mean length of what was sent.
        days: f64,
        /// As sent; where a date of birth was sent, completed years, or days before
        /// the second birthday.
        sent: f64,
        /// UCUM code of it.
        unit: &'static str,
        /// The date of birth and the day on which the age counts, where they were sent:
        /// neither years nor days alone say again what these say.
        born: Option<(Date, Date)>,
    },
    /// A truth value.
    Boolean(bool),
    /// A whole number within its limits.
    Integer(i32),
    /// A code of the input's choices, or the code instead of a number.
    Code(&'static str),
    /// A day.
    Date(Date),
}
