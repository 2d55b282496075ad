//! Inputs that passed validation, as formulas see them.

use crate::handles::{Flag, Handle, Quantity};
use crate::outcome::{NoResult, Points};
pub use crate::typed::Typed;

/// The inputs of one evaluation.
///
/// It can only be made by validation, which puts in nothing that is implausible.
#[derive(Debug, Default)]
pub struct Values {
    values: Vec<(&'static str, Typed)>,
}

impl Values {
    pub(crate) fn insert(&mut self, name: &'static str, value: Typed) {
        self.values.push((name, value));
    }

    /// The inputs in the order of the definition.
    pub fn iter(&self) -> impl Iterator<Item = (&'static str, Typed)> + '_ {
        self.values.iter().copied()
    }

    /// The value of an input, if it was sent and could be read.
    pub fn get(&self, name: &str) -> Option<Typed> {
        self.values
            .iter()
            .find_map(|(known, value)| (*known == name).then_some(*value))
    }

    /// The value of an input, if it was sent and could be read.
    pub fn find<H: Handle>(&self, input: H) -> Option<H::Value> {
        input.value(self.get(input.input().name)?)
    }

    /// The value of an input that must be there.
    ///
    /// # Errors
    ///
    /// When it is not: that is a mistake in the definition, never in a request.
    pub fn of<H: Handle>(&self, input: H) -> Result<H::Value, NoResult> {
        self.find(input).ok_or(NoResult::Defect(
            "a formula asked for an input that was not there",
        ))
    }

    /// A quantity that must be there as it was sent: its value, and the UCUM code
    /// of its unit.
    ///
    /// # Errors
    ///
    /// As [`Self::of`].
    pub fn as_sent(&self, input: Quantity) -> Result<(f64, &'static str), NoResult> {
        match self.get(input.input.name) {
            Some(Typed::Quantity { sent, unit, .. }) => Ok((sent, unit)),
            _ => Err(NoResult::Defect(
                "a formula asked for the unit of an input that was not there",
            )),
        }
    }

    /// The points of a truth value that must be there: these when true, else none.
    ///
    /// # Errors
    ///
    /// As [`Self::of`].
    pub fn points_if(&self, input: Flag, points: f64) -> Result<Points, NoResult> {
        Ok(input.gives(if self.of(input)? { points } else { 0.0 }))
    }
}
