//! What a formula gives: results, points, warnings, assumptions.

use crate::definition::Text;

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
    /// Code of the interpretation, where the value alone does not decide.
    pub code: Option<&'static str>,
    /// Unit, where it is not the one of the [`Output`](crate::definition::Output).
    pub unit: Option<&'static str>,
    /// LOINC code, where it depends on the inputs.
    pub loinc: Option<&'static str>,
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
    pub fn score(items: &[(&'static str, f64)]) -> Self {
        let total = items.iter().map(|(_, points)| points).sum();
        let items = items.iter().map(|&(item, points)| Points { item, points });
        Self {
            items: items.collect(),
            ..Self::number("score", total)
        }
    }

    /// One more number.
    #[must_use]
    pub fn and(mut self, name: &'static str, value: f64) -> Self {
        self.results.push(Found {
            name,
            value: Value::Number(value),
            code: None,
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
                code: None,
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
            last.code = Some(code);
        }
        self
    }

    /// Gives the last result without a meaning, whatever its value.
    #[must_use]
    pub fn uninterpreted(self) -> Self {
        self.meaning("")
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
