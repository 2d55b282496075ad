//! What a calculator is: one value that says everything about it.
//!
//! Every surface is made from these values: validation, the JSON API and its
//! schema, FHIR, CDS Hooks, the command line and the printed catalogue.

use crate::values::Values;
use crate::violation::Finding;

pub use crate::category::Category;
pub use crate::input::{Choice, Input, Kind, Validity, choice, required};
pub use crate::outcome::{Found, Meaning, NoResult, Outcome, Points, Value};
pub use text::{Language, Text, text};

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
    pub check: Option<fn(&Values) -> Vec<Finding>>,
    /// The formula. Every required input is there, plausible, and within the
    /// validity.
    pub calculate: fn(&Values) -> Result<Outcome, NoResult>,
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
    /// What kind of statement it is.
    pub kind: OutputKind,
    /// The calculator whose edition of the formula gives it, where that is not
    /// the calculator it is a result of.
    pub by: Option<&'static Calculator>,
    /// What its values mean.
    pub interpretations: &'static [Interpretation],
}

/// What kind of statement a result is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum OutputKind {
    /// A figure of the body, as an examination gives it.
    Measurement,
    /// A figure of blood or urine, as a laboratory gives it.
    Laboratory,
    /// Points.
    Score,
    /// The probability of an event.
    Risk,
    /// A day.
    Date,
}

impl OutputKind {
    /// Every kind.
    pub const ALL: [Self; 5] = [
        Self::Measurement,
        Self::Laboratory,
        Self::Score,
        Self::Risk,
        Self::Date,
    ];

    /// The code in definitions and answers, in kebab-case.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Measurement => "measurement",
            Self::Laboratory => "laboratory",
            Self::Score => "score",
            Self::Risk => "risk",
            Self::Date => "date",
        }
    }
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

/// What calculators for adults assume that do not ask for the age.
pub const ADULT: Text = text("The person is an adult.", "A pessoa é adulta.");

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

/// The result of a score in whole points.
pub const fn score(title: Text, interpretations: &'static [Interpretation]) -> Output {
    Output {
        name: "score",
        title,
        unit: "1",
        digits: 0,
        loinc: None,
        kind: OutputKind::Score,
        by: None,
        interpretations,
    }
}
