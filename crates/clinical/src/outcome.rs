//! What a formula gives: results, points, warnings, assumptions.

use crate::violation::Code;
use text::Text;

/// What a formula gives.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Outcome {
    /// Results by name. A result that is not there does not exist for these
    /// inputs.
    pub results: Vec<Found>,
    /// Points by item, for scores.
    pub items: Vec<Points>,
    /// What to know before trusting the result.
    pub warnings: Vec<Text>,
    /// What was assumed for these inputs.
    pub assumptions: Vec<Text>,
}

/// One result.
#[derive(Debug, Clone, PartialEq)]
pub struct Found {
    /// Name of the [`Output`](crate::definition::Output).
    pub name: &'static str,
    /// Unrounded value.
    pub value: Value,
    /// How its meaning is found.
    pub meaning: Meaning,
    /// Unit, where it is not the one of the [`Output`](crate::definition::Output).
    pub unit: Option<&'static str>,
    /// LOINC code, where it depends on the inputs.
    pub loinc: Option<&'static str>,
}

/// How the meaning of a result is found.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Meaning {
    /// By the range that the unrounded value lies in.
    ByValue,
    /// By the calculator, which names the code of an interpretation.
    Chosen(&'static str),
    /// It has none for these inputs, whatever its value.
    None,
}

/// Why a formula has no result.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NoResult {
    /// Each input was acceptable, but the formula has no answer to them together.
    Inputs {
        /// The inputs that make it so; none means all that were sent.
        inputs: &'static [&'static str],
        /// Whether they describe no one, or someone the formula is not for.
        code: Code,
        /// What is the matter.
        text: Text,
    },
    /// The definition is wrong; no client can do anything about it.
    Defect(&'static str),
}

impl NoResult {
    /// These inputs together describe no one.
    pub const fn together(inputs: &'static [&'static str], text: Text) -> Self {
        Self::Inputs {
            inputs,
            code: Code::ImplausibleCombination,
            text,
        }
    }

    /// These inputs together describe someone the formula is not for.
    pub const fn outside(inputs: &'static [&'static str], text: Text) -> Self {
        Self::Inputs {
            inputs,
            code: Code::OutsideValidity,
            text,
        }
    }
}

/// A value of a result.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Value {
    /// A number in the result's unit.
    Number(f64),
    /// A day.
    Date(jiff::civil::Date),
}

/// The points of one item of a score.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Points {
    /// Name of the input that gives them.
    pub item: &'static str,
    /// Points.
    pub points: f64,
}

impl Outcome {
    /// One number.
    pub fn number(name: &'static str, value: f64) -> Self {
        Self::default().and(name, value)
    }

    /// A score: the sum of its items.
    pub fn score(items: impl Into<Vec<Points>>) -> Self {
        Self::score_from(0.0, items)
    }

    /// A score that starts from some points: they and the sum of its items.
    pub fn score_from(base: f64, items: impl Into<Vec<Points>>) -> Self {
        let items = items.into();
        let sum: f64 = items.iter().map(|item| item.points).sum();
        Self {
            items,
            ..Self::number("score", base + sum)
        }
    }

    /// The value of the last result, if it is a number.
    pub fn last(&self) -> Option<f64> {
        match self.results.last()?.value {
            Value::Number(number) => Some(number),
            Value::Date(_) => None,
        }
    }

    /// One more number.
    #[must_use]
    pub fn and(mut self, name: &'static str, value: f64) -> Self {
        self.results.push(Found {
            name,
            value: Value::Number(value),
            meaning: Meaning::ByValue,
            unit: None,
            loinc: None,
        });
        self
    }

    /// One date.
    pub fn date(name: &'static str, value: jiff::civil::Date) -> Self {
        Self {
            results: vec![Found {
                name,
                value: Value::Date(value),
                meaning: Meaning::ByValue,
                unit: None,
                loinc: None,
            }],
            ..Self::default()
        }
    }

    /// Interprets the last result by this code.
    #[must_use]
    pub fn meaning(mut self, code: &'static str) -> Self {
        if let Some(last) = self.results.last_mut() {
            last.meaning = Meaning::Chosen(code);
        }
        self
    }

    /// Gives the last result without a meaning, whatever its value.
    #[must_use]
    pub fn uninterpreted(mut self) -> Self {
        if let Some(last) = self.results.last_mut() {
            last.meaning = Meaning::None;
        }
        self
    }

    /// Gives the last result in this unit.
    #[must_use]
    pub fn unit(mut self, unit: &'static str) -> Self {
        if let Some(last) = self.results.last_mut() {
            last.unit = Some(unit);
        }
        self
    }

    /// Gives the last result this LOINC code.
    #[must_use]
    pub fn loinc(mut self, code: &'static str) -> Self {
        if let Some(last) = self.results.last_mut() {
            last.loinc = Some(code);
        }
        self
    }

    /// Warns when `condition` holds.
    #[must_use]
    pub fn warn_if(mut self, condition: bool, warning: Text) -> Self {
        if condition {
            self.warnings.push(warning);
        }
        self
    }

    /// States an assumption when `condition` holds.
    #[must_use]
    pub fn assume_if(mut self, condition: bool, assumption: Text) -> Self {
        if condition {
            self.assumptions.push(assumption);
        }
        self
    }
}
