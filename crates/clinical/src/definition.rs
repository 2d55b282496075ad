//! What a calculator is: one value that says everything about it.
//!
//! Every surface is made from these values: validation, the JSON API and its
//! schema, FHIR, CDS Hooks, the command line and the printed catalogue.

use crate::values::Values;
use crate::violation::Finding;

pub use crate::category::Category;
pub use crate::criterion::{
    Criterion, Range, Rule, Score, at_most, greatest, less_than, more, within,
};
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
    /// Other words that people look for it by, in both languages: abbreviations,
    /// former names.
    pub aliases: &'static [&'static str],
    /// What it takes, in the order a form would ask.
    pub inputs: &'static [Input],
    /// Groups of optional inputs of which exactly one is needed: two ways to say the
    /// same thing.
    pub alternatives: &'static [&'static [&'static str]],
    /// What it gives, the principal result first.
    pub results: &'static [Output],
    /// Populations outside which there is no result.
    pub validity: &'static [Validity],
    /// What every result of it rests on.
    pub assumptions: &'static [Text],
    /// Where the formula comes from.
    pub reference: Reference,
    /// What else it rests on: a part that the principal source does not carry.
    pub sources: &'static [Reference],
    /// What its inputs must satisfy together, beyond the rules that hold for
    /// all calculators; it sees whatever inputs could be read.
    pub check: Option<fn(&Values) -> Vec<Finding>>,
    /// How the results come about. Every required input is there, plausible, and
    /// within the validity.
    pub formula: Formula,
}

/// How the results of a calculator come about.
#[derive(Debug, Clone, Copy)]
pub enum Formula {
    /// By an equation.
    Equation(fn(&Values) -> Result<Outcome, NoResult>),
    /// By adding points.
    Score(Score),
}

impl Formula {
    /// A sum of points.
    pub const fn score(criteria: &'static [Criterion]) -> Self {
        Self::Score(Score {
            base: 0.0,
            criteria,
            conclude: None,
        })
    }

    /// A sum of points about which there is more to say than its ranges do.
    pub const fn concluded(
        criteria: &'static [Criterion],
        conclude: fn(&Values, Outcome) -> Outcome,
    ) -> Self {
        Self::Score(Score {
            base: 0.0,
            criteria,
            conclude: Some(conclude),
        })
    }

    /// What it gives for these inputs.
    ///
    /// # Errors
    ///
    /// Why there is no result.
    pub fn calculate(&self, values: &Values) -> Result<Outcome, NoResult> {
        match self {
            Self::Equation(equation) => equation(values),
            Self::Score(score) => score.sum(values),
        }
    }

    /// What each input adds, where the result is a sum of points.
    pub const fn criteria(&self) -> &'static [Criterion] {
        match self {
            Self::Equation(_) => &[],
            Self::Score(score) => score.criteria,
        }
    }
}

/// What most calculators have nothing of. The rest has to be said; a definition
/// that leaves it out is found by the tests that all definitions go through.
pub const DEFAULTS: Calculator = Calculator {
    id: "",
    version: "",
    category: Category::Body,
    title: text("", ""),
    description: text("", ""),
    aliases: &[],
    inputs: &[],
    alternatives: &[],
    results: &[],
    validity: &[],
    assumptions: &[],
    reference: Reference {
        citation: "",
        doi: None,
        pmid: None,
    },
    sources: &[],
    check: None,
    formula: Formula::Equation(|_| Err(NoResult::Defect("a calculator has no formula"))),
};

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
    /// Whether the end itself belongs to the range.
    pub included: bool,
    /// Stable code.
    pub code: &'static str,
    /// Its meaning.
    pub text: Text,
    /// The code of HL7's ObservationInterpretation that says the same, only where
    /// one does: the class itself is a low, a normal or a high one, or a test is
    /// positive. A risk is none of these.
    pub hl7: Option<&'static str>,
}

impl Interpretation {
    /// The same range with the code of HL7 that says what it means.
    #[must_use]
    pub const fn hl7(self, code: &'static str) -> Self {
        Self {
            hl7: Some(code),
            ..self
        }
    }
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
        included: false,
        code,
        text: text(en, pt),
        hl7: None,
    }
}

/// A range that ends with a value.
pub const fn up_to(
    end: f64,
    code: &'static str,
    en: &'static str,
    pt: &'static str,
) -> Interpretation {
    Interpretation {
        included: true,
        ..below(end, code, en, pt)
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
    let score = output(OutputKind::Score, "score", title, "1", 0);
    Output {
        interpretations,
        ..score
    }
}

/// A result without a code and without meanings.
pub const fn output(
    kind: OutputKind,
    name: &'static str,
    title: Text,
    unit: &'static str,
    digits: u8,
) -> Output {
    Output {
        name,
        title,
        unit,
        digits,
        loinc: None,
        kind,
        by: None,
        interpretations: &[],
    }
}
