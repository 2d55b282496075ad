//! Inputs that passed validation, as formulas see them.

use core::cell::Cell;

use jiff::civil::Date;

use crate::definition::Calculator;
use crate::sex::Sex;
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

/// The inputs of one evaluation.
///
/// It can only be made by validation, which puts in nothing that is implausible.
/// Asking for an input that is not there is a mistake in a definition, never in
/// a request: it gives a value that cannot be taken for a measurement and marks
/// the evaluation as invalid, so that no result leaves the crate.
#[derive(Debug)]
pub struct Values {
    calculator: &'static Calculator,
    values: Vec<(&'static str, Typed)>,
    misused: Cell<bool>,
}

impl Values {
    pub(crate) const fn new(calculator: &'static Calculator) -> Self {
        Self {
            calculator,
            values: Vec::new(),
            misused: Cell::new(false),
        }
    }

    pub(crate) fn insert(&mut self, name: &'static str, value: Typed) {
        self.values.push((name, value));
    }

    /// Whether a formula asked for something that was not there.
    pub(crate) const fn misused(&self) -> bool {
        self.misused.get()
    }

    /// The inputs in the order of the definition.
    pub fn iter(&self) -> impl Iterator<Item = (&'static str, Typed)> + '_ {
        self.values.iter().copied()
    }

    /// The calculator these inputs are for.
    pub const fn calculator(&self) -> &'static Calculator {
        self.calculator
    }

    /// The value of an input, if it was sent and could be read.
    pub fn get(&self, name: &str) -> Option<Typed> {
        self.values
            .iter()
            .find_map(|(known, value)| (*known == name).then_some(*value))
    }

    /// Whether an input was sent and could be read.
    pub fn has(&self, name: &str) -> bool {
        self.get(name).is_some()
    }

    fn expect<T>(&self, value: Option<T>, otherwise: T) -> T {
        value.unwrap_or_else(|| {
            self.misused.set(true);
            otherwise
        })
    }

    /// The number of an input: a quantity in its kind's canonical unit, an age in
    /// completed years, an integer.
    pub fn number_if_sent(&self, name: &str) -> Option<f64> {
        match self.get(name)? {
            Typed::Quantity { canonical, .. } => Some(canonical),
            Typed::Age { years } => Some(f64::from(years)),
            Typed::Integer(value) => Some(f64::from(value)),
            Typed::Boolean(_) | Typed::Code(_) | Typed::Date(_) => None,
        }
    }

    /// The number of a required input, see [`Self::number_if_sent`].
    pub fn number(&self, name: &str) -> f64 {
        self.expect(self.number_if_sent(name), f64::NAN)
    }

    /// Body weight in kg.
    pub fn weight(&self) -> f64 {
        self.number("weight")
    }

    /// Body height in cm.
    pub fn height(&self) -> f64 {
        self.number("height")
    }

    /// Age in completed years.
    pub fn age(&self) -> f64 {
        self.number("age")
    }

    /// The required input `sex`.
    pub fn sex(&self) -> Sex {
        let sex = match self.get("sex") {
            Some(Typed::Code(code)) => Sex::from_code(code),
            _ => None,
        };
        self.expect(sex, Sex::Male)
    }

    /// A required truth value.
    pub fn flag(&self, name: &str) -> bool {
        let flag = match self.get(name) {
            Some(Typed::Boolean(flag)) => Some(flag),
            _ => None,
        };
        self.expect(flag, false)
    }

    /// The points of a required truth value: these when true, else none.
    pub fn points_if(&self, name: &'static str, points: f64) -> (&'static str, f64) {
        (name, if self.flag(name) { points } else { 0.0 })
    }

    /// A required code.
    pub fn code(&self, name: &str) -> &'static str {
        let code = match self.get(name) {
            Some(Typed::Code(code)) => Some(code),
            _ => None,
        };
        self.expect(code, "")
    }

    /// A required day.
    pub fn date(&self, name: &str) -> Date {
        let date = match self.get(name) {
            Some(Typed::Date(date)) => Some(date),
            _ => None,
        };
        self.expect(date, Date::ZERO)
    }

    /// The unit in which a required quantity was sent.
    pub fn unit(&self, name: &str) -> &'static str {
        let unit = match self.get(name) {
            Some(Typed::Quantity { unit, .. }) => Some(unit),
            _ => None,
        };
        self.expect(unit, "")
    }
}
