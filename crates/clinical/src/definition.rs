//! What a calculator is: one value that says everything about it.
//!
//! Every surface is made from these values: validation, the JSON API and its
//! schema, FHIR, CDS Hooks, the command line and the printed catalogue.

use crate::units::QuantityKind;
use crate::values::Values;
use crate::violation::Violation;

pub use crate::outcome::{Found, Outcome, Points, Value};
pub use text::{Language, Text, text};

/// A group of calculators; also a folder of this crate.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Category {
    /// Body size and energy.
    Body,
    /// Kidney, chemistry and circulation.
    Laboratory,
    /// Risk and severity scores.
    Scores,
}

impl Category {
    /// Every category.
    pub const ALL: [Self; 3] = [Self::Body, Self::Laboratory, Self::Scores];

    /// The code in requests and answers.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Body => "body",
            Self::Laboratory => "laboratory",
            Self::Scores => "scores",
        }
    }

    /// The name for people.
    pub const fn title(self) -> Text {
        match self {
            Self::Body => text("Body size and energy", "Medidas corporais e energia"),
            Self::Laboratory => text(
                "Kidney, chemistry, circulation",
                "Rim, bioquímica, circulação",
            ),
            Self::Scores => text("Risk and severity scores", "Escores de risco e gravidade"),
        }
    }
}

/// A calculator.
#[derive(Debug)]
pub struct Calculator {
    /// Stable identifier with the edition, in kebab-case.
    pub id: &'static str,
    /// Semantic version of the definition: a change that can change a result
    /// changes it.
    pub version: &'static str,
    /// Its group.
    pub category: Category,
    /// Its name.
    pub title: Text,
    /// What it estimates, in whom, and what it must not be used for.
    pub description: Text,
    /// What it takes, in the order a form would ask.
    pub inputs: &'static [Input],
    /// What it gives, the principal result first.
    pub results: &'static [Output],
    /// Populations outside which there is no result.
    pub validity: &'static [Validity],
    /// What every result of it rests on.
    pub assumptions: &'static [Text],
    /// Where the formula comes from.
    pub reference: Reference,
    /// What its inputs must satisfy together, beyond the rules that hold for
    /// all calculators; it sees whatever inputs could be read.
    pub check: Option<fn(&Values) -> Vec<Violation>>,
    /// The formula. Every required input is there, plausible, and within the
    /// validity.
    pub calculate: fn(&Values) -> Outcome,
}

/// An input of a calculator.
#[derive(Debug, Clone, Copy)]
pub struct Input {
    /// Name in requests, in snake_case.
    pub name: &'static str,
    /// Name for people.
    pub title: Text,
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
}

/// A result of a calculator.
#[derive(Debug, Clone, Copy)]
pub struct Output {
    /// Name in answers, in snake_case.
    pub name: &'static str,
    /// Name for people.
    pub title: Text,
    /// UCUM code of its unit; `1` for scores and ratios, empty for dates.
    pub unit: &'static str,
    /// Digits after the point when it is displayed.
    pub digits: u8,
    /// LOINC code, only where it is certain.
    pub loinc: Option<&'static str>,
    /// What its values mean.
    pub interpretations: &'static [Interpretation],
}

/// What a range of values means.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Interpretation {
    /// The range ends before this unrounded value; the last one has infinity.
    /// NaN where the calculator chooses by more than the value.
    pub below: f64,
    /// Stable code.
    pub code: &'static str,
    /// Its meaning.
    pub text: Text,
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

/// The limit most formulas have: 18 completed years or more.
pub const ADULTS: Validity = from("age", 18.0);

/// At least this value.
pub const fn from(input: &'static str, least: f64) -> Validity {
    between(input, least, f64::INFINITY)
}

/// From one value to another, both included.
pub const fn between(input: &'static str, least: f64, greatest: f64) -> Validity {
    Validity {
        input,
        least,
        greatest,
        exclusive: false,
    }
}

/// Where a formula comes from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Reference {
    /// Authors, title, journal, year.
    pub citation: &'static str,
    /// Digital object identifier.
    pub doi: Option<&'static str>,
    /// PubMed identifier.
    pub pmid: Option<&'static str>,
}

/// A range that ends before a value.
pub const fn below(
    below: f64,
    code: &'static str,
    en: &'static str,
    pt: &'static str,
) -> Interpretation {
    Interpretation {
        below,
        code,
        text: text(en, pt),
    }
}

/// The last range.
pub const fn rest(code: &'static str, en: &'static str, pt: &'static str) -> Interpretation {
    below(f64::INFINITY, code, en, pt)
}

/// A meaning that the calculator chooses itself, by [`Outcome::meaning`].
pub const fn chosen(code: &'static str, en: &'static str, pt: &'static str) -> Interpretation {
    below(f64::NAN, code, en, pt)
}

/// A required input.
pub const fn required(name: &'static str, kind: Kind, en: &'static str, pt: &'static str) -> Input {
    Input {
        name,
        title: text(en, pt),
        kind,
        required: true,
    }
}

/// An optional input.
pub const fn optional(name: &'static str, kind: Kind, en: &'static str, pt: &'static str) -> Input {
    Input {
        required: false,
        ..required(name, kind, en, pt)
    }
}

/// A choice.
pub const fn choice(code: &'static str, en: &'static str, pt: &'static str) -> Choice {
    Choice {
        code,
        title: text(en, pt),
    }
}
