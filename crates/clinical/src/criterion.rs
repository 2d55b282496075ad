//! Scores as data: what each input adds to a sum.
//!
//! ```
//! use clinical::definition::{Criterion, at_most, less_than, more};
//! use clinical::handles::{Flag, OneOf, flag, one_of};
//! use clinical::inputs::{AGE, INR};
//! # use clinical::definition::{Choice, choice};
//! # const GRADES: &[Choice] = &[choice("none", "none", "ausente"), choice("some", "some", "presente")];
//! const CANCER: Flag = flag("cancer", "Cancer", "Câncer");
//! const ASCITES: OneOf = one_of("ascites", GRADES, "Ascites", "Ascite");
//!
//! const CRITERIA: &[Criterion] = &[
//!     CANCER.adds(1.0),
//!     AGE.adds_by(&[less_than(65.0, 0.0), more(2.0)]),
//!     INR.adds_by(&[less_than(1.7, 1.0), at_most(2.3, 2.0), more(3.0)]),
//!     ASCITES.adds(&[("none", 1.0), ("some", 2.0)]),
//! ];
//! ```

use crate::handles::{Age, Flag, Integer, OneOf, Quantity, SexChoice};
use crate::input::Input;
use crate::outcome::{NoResult, Outcome, Points};
use crate::round::steady;
use crate::typed::Typed;
use crate::values::Values;

/// What one input adds to a score.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Criterion {
    /// Name of the input. Where it is optional and was not sent, it adds nothing and
    /// no item.
    pub input: &'static str,
    /// Its points.
    pub rule: Rule,
}

/// How an input becomes points.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Rule {
    /// Points of a truth value.
    Truth {
        /// When it is true.
        yes: f64,
        /// When it is false.
        no: f64,
    },
    /// Points of each code.
    Codes(&'static [(&'static str, f64)]),
    /// The whole number itself is the points.
    Itself,
    /// Of several criteria the one with most points counts, as the item of the input
    /// that the criterion names.
    Greatest(&'static [Criterion]),
    /// Points by the range that the number lies in, in the canonical unit; an age in
    /// completed years.
    Ranges(&'static [Range]),
    /// Points by the range in the unit that was sent, where the source prints a
    /// table for each: a converted limit is another limit.
    RangesIn(&'static [(&'static str, &'static [Range])]),
}

/// The points of a range of numbers, from where the range before it ends.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Range {
    /// Where it ends.
    pub end: f64,
    /// Whether its end belongs to it.
    pub included: bool,
    /// Points.
    pub points: f64,
}

/// The range below a limit, which is outside it.
pub const fn less_than(end: f64, points: f64) -> Range {
    Range {
        end,
        included: false,
        points,
    }
}

/// The range up to a limit, which belongs to it.
pub const fn at_most(end: f64, points: f64) -> Range {
    Range {
        end,
        included: true,
        points,
    }
}

/// The last range.
pub const fn more(points: f64) -> Range {
    less_than(f64::INFINITY, points)
}

/// A score: what it starts from, and what each input adds.
#[derive(Debug, Clone, Copy)]
pub struct Score {
    /// Points before any criterion.
    pub base: f64,
    /// What each input adds.
    pub criteria: &'static [Criterion],
    /// What to say of the sum beyond its ranges: a chosen meaning, warnings.
    pub conclude: Option<fn(&Values, Outcome) -> Outcome>,
}

impl Score {
    /// The sum, item by item, as the result `score`.
    ///
    /// # Errors
    ///
    /// When an input has no points: that is a mistake in the definition.
    pub fn sum(&self, values: &Values) -> Result<Outcome, NoResult> {
        let mut items = Vec::with_capacity(self.criteria.len());
        for criterion in self.criteria {
            if let Some(points) = criterion.points(values)? {
                let item = criterion.input;
                items.push(Points { item, points });
            }
        }
        let outcome = Outcome::score_from(self.base, items);
        Ok(match self.conclude {
            Some(conclude) => conclude(values, outcome),
            None => outcome,
        })
    }
}

/// A score of which some items take more than one input: they come first.
///
/// # Errors
///
/// As [`Score::sum`].
pub(crate) fn sum_with(
    values: &Values,
    mut items: Vec<Points>,
    criteria: &'static [Criterion],
) -> Result<Outcome, NoResult> {
    let others = Score {
        base: 0.0,
        criteria,
        conclude: None,
    };
    items.extend(others.sum(values)?.items);
    Ok(Outcome::score(items))
}

impl Criterion {
    /// Its points; none where nothing was sent that has any.
    ///
    /// # Errors
    ///
    /// When a value has no points: that is a mistake in the definition.
    pub fn points(&self, values: &Values) -> Result<Option<f64>, NoResult> {
        if let Rule::Greatest(criteria) = self.rule {
            return criteria.iter().try_fold(None, |most: Option<f64>, one| {
                let points = one.points(values)?;
                Ok(points.map_or(most, |points| {
                    Some(most.map_or(points, |most| most.max(points)))
                }))
            });
        }
        let value = values.get(self.input);
        value.map(|value| self.rule.points(value)).transpose()
    }

    /// The rule for an input, also where it is one of several.
    pub fn rule_of(&self, input: &str) -> Option<Rule> {
        match self.rule {
            Rule::Greatest(criteria) => criteria.iter().find_map(|one| one.rule_of(input)),
            rule => (self.input == input).then_some(rule),
        }
    }
}

/// The criterion with most points counts, as the item of the first of their inputs.
pub const fn greatest(criteria: &'static [Criterion]) -> Criterion {
    Criterion {
        input: criteria[0].input,
        rule: Rule::Greatest(criteria),
    }
}

impl Rule {
    fn points(&self, value: Typed) -> Result<f64, NoResult> {
        let points = match (self, value) {
            (Self::Truth { yes, no }, Typed::Boolean(truth)) => {
                Some(if truth { *yes } else { *no })
            }
            (Self::Codes(codes), Typed::Code(code)) => codes
                .iter()
                .find_map(|(known, points)| (*known == code).then_some(*points)),
            (Self::Itself, Typed::Integer(number)) => Some(f64::from(number)),
            (Self::Ranges(ranges), Typed::Quantity { canonical, .. }) => within(ranges, canonical),
            (Self::Ranges(ranges), Typed::Integer(number)) => within(ranges, f64::from(number)),
            (Self::Ranges(ranges), Typed::Age { years, .. }) => within(ranges, f64::from(years)),
            (Self::RangesIn(tables), Typed::Quantity { sent, unit, .. }) => tables
                .iter()
                .find(|(known, _)| *known == unit)
                .and_then(|(_, ranges)| within(ranges, sent)),
            _ => None,
        };
        points.ok_or(NoResult::Defect("a value has no points in its criterion"))
    }
}

/// The points of a number in a table of ranges, the lowest first.
///
/// ```
/// use clinical::definition::{at_most, less_than, more, within};
///
/// let table = [less_than(2.0, 1.0), at_most(3.0, 2.0), more(3.0)];
/// assert_eq!(within(&table, 2.0), Some(2.0));
/// assert_eq!(within(&table, 3.0), Some(2.0));
/// assert_eq!(within(&table, 3.1), Some(3.0));
/// ```
pub fn within(ranges: &[Range], number: f64) -> Option<f64> {
    // A computed number that lies on a limit must not end up a hair beside it.
    let number = steady(number);
    let range = ranges
        .iter()
        .find(|range| number < range.end || (range.included && number <= range.end));
    range.map(|range| range.points)
}

/// What an input adds to a score.
const fn by(input: Input, rule: Rule) -> Criterion {
    let input = input.name;
    Criterion { input, rule }
}

/// Points by the range that a number lies in.
macro_rules! ranged {
    ($name:ident) => {
        impl $name {
            /// Points by the range that it lies in, in the canonical unit.
            pub const fn adds_by(self, ranges: &'static [Range]) -> Criterion {
                by(self.input, Rule::Ranges(ranges))
            }
        }
    };
}
ranged!(Quantity);
ranged!(Age);
ranged!(Integer);

impl Quantity {
    /// Points by the range that it lies in, with a table for each admitted unit.
    pub const fn adds_in(self, tables: &'static [(&'static str, &'static [Range])]) -> Criterion {
        by(self.input, Rule::RangesIn(tables))
    }
}

impl Flag {
    /// These points when it is true.
    pub const fn adds(self, points: f64) -> Criterion {
        let (yes, no) = (points, 0.0);
        by(self.input, Rule::Truth { yes, no })
    }

    /// These points when it is false.
    pub const fn adds_unless(self, points: f64) -> Criterion {
        let (yes, no) = (0.0, points);
        by(self.input, Rule::Truth { yes, no })
    }
}

impl Integer {
    /// The number itself.
    pub const fn adds_itself(self) -> Criterion {
        by(self.input, Rule::Itself)
    }
}

impl OneOf {
    /// The points of each code.
    pub const fn adds(self, codes: &'static [(&'static str, f64)]) -> Criterion {
        by(self.input, Rule::Codes(codes))
    }
}

impl SexChoice {
    /// The points of each sex.
    pub const fn adds(self, codes: &'static [(&'static str, f64)]) -> Criterion {
        by(self.input, Rule::Codes(codes))
    }
}
