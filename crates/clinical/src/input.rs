//! What an input is, and the population within which it must lie.

use text::{Text, text};

use crate::units::QuantityKind;

/// An input of a calculator.
#[derive(Debug, Clone, Copy)]
pub struct Input {
    /// Name in requests, in snake_case.
    pub name: &'static str,
    /// Name for people.
    pub title: Text,
    /// What counts as it, where its title leaves a doubt: a time, a limit, a grade.
    pub definition: Option<Text>,
    /// What it takes.
    pub kind: Kind,
    /// Whether the calculator cannot do without it. Inputs that are required
    /// only sometimes are not; the calculator's own check asks for them.
    pub required: bool,
}

/// What an input takes.
#[derive(Debug, Clone, Copy)]
pub enum Kind {
    /// `{"value": 70, "unit": "kg"}`.
    Quantity(&'static QuantityKind),
    /// An age as a quantity, or a `birth_date` and optionally the date `on`
    /// which it counts, instead. Counted in completed years.
    Age,
    /// `true` or `false`.
    Boolean,
    /// A whole number.
    Integer {
        /// Least.
        least: i32,
        /// Greatest.
        greatest: i32,
        /// A code that can stand instead of the number, for example
        /// `not-testable`.
        or: Option<&'static str>,
    },
    /// One of a few codes.
    Choice(&'static [Choice]),
    /// An ISO 8601 date, `2026-01-31`.
    Date,
}

/// A code that an input can have.
#[derive(Debug, Clone, Copy)]
pub struct Choice {
    /// The code in requests.
    pub code: &'static str,
    /// Its meaning.
    pub title: Text,
    /// The number it stands for, where it stands for one. A request may send the
    /// number instead of the code.
    pub factor: Option<f64>,
    /// Why there is no answer to it, where there is none: it is offered so that nobody
    /// takes another one for it.
    pub refused: Option<Text>,
}

impl Choice {
    /// This choice as the name of a number.
    #[must_use]
    pub const fn worth(self, factor: f64) -> Self {
        Self {
            factor: Some(factor),
            ..self
        }
    }

    /// This choice as one that there is no answer to, and why.
    #[must_use]
    pub const fn refused(self, en: &'static str, pt: &'static str) -> Self {
        Self {
            refused: Some(text(en, pt)),
            ..self
        }
    }
}

/// A range of one input outside which the formula was not derived.
#[derive(Debug, Clone, Copy)]
pub struct Validity {
    /// Name of the input.
    pub input: &'static str,
    /// Least value in the canonical unit.
    pub least: f64,
    /// Greatest value in the canonical unit.
    pub greatest: f64,
    /// Whether the greatest value itself is outside.
    pub exclusive: bool,
}

/// A required input.
pub const fn required(name: &'static str, kind: Kind, en: &'static str, pt: &'static str) -> Input {
    Input {
        name,
        title: text(en, pt),
        definition: None,
        kind,
        required: true,
    }
}

/// A choice.
pub const fn choice(code: &'static str, en: &'static str, pt: &'static str) -> Choice {
    Choice {
        code,
        title: text(en, pt),
        factor: None,
        refused: None,
    }
}
