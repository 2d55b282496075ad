//! What a calculator is, to whoever builds a form, a document or a request.

use serde::{Deserialize, Serialize};
use text::{Language, Search};

use crate::{Number, Str};

/// What a list says of a calculator.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Summary<'a> {
    /// Stable identifier with the edition.
    #[serde(borrow)]
    pub id: Str<'a>,
    /// Semantic version of the definition.
    #[serde(borrow)]
    pub version: Str<'a>,
    /// Code of its speciality.
    #[serde(borrow)]
    pub category: Str<'a>,
    /// Its name.
    #[serde(borrow)]
    pub title: Str<'a>,
    /// What it estimates, in whom, and what it must not be used for.
    #[serde(borrow)]
    pub description: Str<'a>,
    /// Other words that people look for it by: abbreviations, its name in the other
    /// language, its speciality in both.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub keywords: Vec<Str<'a>>,
}

impl<'a> Summary<'a> {
    /// Those that are found by a text, the best first; the order among equals stays.
    pub fn found(all: Vec<Self>, search: &Search) -> Vec<Self> {
        let rank = |one: &Self| {
            let mut names: Vec<&str> = vec![&one.id, &one.title];
            names.extend(one.keywords.iter().map(|word| &**word));
            search.rank(&names, &[&one.description])
        };
        let ranked = all.into_iter();
        let ranked = ranked.filter_map(|one| Some((rank(&one)?, one)));
        let mut ranked: Vec<_> = ranked.collect();
        ranked.sort_by_key(|(rank, _)| *rank);
        ranked.into_iter().map(|(_, one)| one).collect()
    }
}

/// Everything about a calculator, in one language.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Definition<'a> {
    /// Stable identifier with the edition.
    #[serde(borrow)]
    pub id: Str<'a>,
    /// Semantic version.
    #[serde(borrow)]
    pub version: Str<'a>,
    /// Code of its speciality.
    #[serde(borrow)]
    pub category: Str<'a>,
    /// Its name.
    #[serde(borrow)]
    pub title: Str<'a>,
    /// What it estimates, in whom, and what it must not be used for.
    #[serde(borrow)]
    pub description: Str<'a>,
    /// Language of all texts.
    pub language: Language,
    /// Other words that people look for it by, in both languages.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub aliases: Vec<Str<'a>>,
    /// What it takes, in the order a form would ask.
    pub inputs: Vec<Input<'a>>,
    /// Groups of inputs of which exactly one is needed.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub alternatives: Vec<Vec<Str<'a>>>,
    /// What it gives, the principal result first.
    pub results: Vec<Output<'a>>,
    /// Populations outside which there is no result.
    pub validity: Vec<Validity<'a>>,
    /// What every result of it rests on.
    pub assumptions: Vec<Str<'a>>,
    /// Where the formula comes from.
    pub reference: Reference<'a>,
    /// What else it rests on.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub sources: Vec<Reference<'a>>,
    /// Points before those of any input, where the result is a sum of points.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub base_points: Option<Number>,
    /// JSON Schema (2020-12) of the member `inputs` of a request.
    #[serde(deserialize_with = "crate::json::tree")]
    pub schema: serde_json::Value,
}

impl<'a> Definition<'a> {
    /// The input of this name.
    pub fn input(&self, name: &str) -> Option<&Input<'a>> {
        self.inputs.iter().find(|input| input.name == name)
    }

    /// Whether something of this name can be sent: an input, or what can be sent
    /// instead of one.
    pub fn takes(&self, name: &str) -> bool {
        let instead = |input: &Input<'_>| input.instead.iter().any(|other| other == name);
        let mut all = self.inputs.iter();
        all.any(|input| input.name == name || instead(input))
    }
}

/// An input.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Input<'a> {
    /// Name in requests.
    #[serde(borrow)]
    pub name: Str<'a>,
    /// Name for people.
    #[serde(borrow)]
    pub title: Str<'a>,
    /// What counts as it, where its title leaves a doubt.
    #[serde(default, borrow, skip_serializing_if = "Option::is_none")]
    pub definition: Option<Str<'a>>,
    /// Whether the calculator cannot do without it.
    pub required: bool,
    /// What it takes.
    pub kind: InputKind,
    /// UCUM codes of a quantity, the canonical one first.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub units: Vec<Str<'a>>,
    /// Values of a quantity that a measurement can have.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub plausible: Option<Range<'a>>,
    /// Whether a number without a unit is admitted too.
    #[serde(default, skip_serializing_if = "is_false")]
    pub bare_number: bool,
    /// LOINC codes of Observations that measure it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub loinc: Vec<Str<'a>>,
    /// The units that a LOINC code admits, where they are not all of them.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub loinc_units: Vec<LoincUnits<'a>>,
    /// Names of dates that can be sent instead.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub instead: Vec<Str<'a>>,
    /// Least whole number.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub least: Option<i64>,
    /// Greatest whole number.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub greatest: Option<i64>,
    /// A code that can stand instead of the number.
    #[serde(default, borrow, skip_serializing_if = "Option::is_none")]
    pub or: Option<Str<'a>>,
    /// The codes it can have.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub choices: Vec<Choice<'a>>,
    /// What it adds to a score, where that is a sum of points.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub points: Vec<Points<'a>>,
    /// The inputs of which, this one among them, the one that adds most counts.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub greatest_of: Vec<Str<'a>>,
}

/// What a value of an input adds to a score. Ranges ascend, each begins where the one
/// before it ends, and the last one has no end.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Points<'a> {
    /// The truth value that adds it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub truth: Option<bool>,
    /// The code that adds it.
    #[serde(default, borrow, skip_serializing_if = "Option::is_none")]
    pub code: Option<Str<'a>>,
    /// The range that adds it ends before this number.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub below: Option<Number>,
    /// The range that adds it ends with this number.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub up_to: Option<Number>,
    /// UCUM code of the unit of the range; a table holds in its own unit only.
    #[serde(default, borrow, skip_serializing_if = "Option::is_none")]
    pub unit: Option<Str<'a>>,
    /// Points; absent where the number itself is the points.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub points: Option<Number>,
}

impl<'a> Input<'a> {
    /// An input of this kind about which nothing more is known.
    pub const fn new(name: Str<'a>, title: Str<'a>, required: bool, kind: InputKind) -> Self {
        Self {
            name,
            title,
            required,
            kind,
            units: Vec::new(),
            plausible: None,
            bare_number: false,
            loinc: Vec::new(),
            loinc_units: Vec::new(),
            instead: Vec::new(),
            least: None,
            greatest: None,
            or: None,
            choices: Vec::new(),
            definition: None,
            points: Vec::new(),
            greatest_of: Vec::new(),
        }
    }

    /// Whether a result with this LOINC code can be in this unit: the code of a mass
    /// concentration excludes moles.
    pub fn admits(&self, loinc: &str, unit: &str) -> bool {
        let limited = self.loinc_units.iter().find(|one| one.code == loinc);
        limited.is_none_or(|one| one.units.iter().any(|known| known == unit))
    }
}

#[expect(
    clippy::trivially_copy_pass_by_ref,
    reason = "serde calls it with a reference"
)]
const fn is_false(value: &bool) -> bool {
    !*value
}

/// What an input takes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum InputKind {
    /// A number with its unit.
    Quantity,
    /// An age as a quantity, or a date of birth instead.
    Age,
    /// `true` or `false`.
    Boolean,
    /// A whole number.
    Integer,
    /// One of a few codes.
    Choice,
    /// An ISO 8601 date.
    Date,
}

/// Values that a measurement can have.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Range<'a> {
    /// Least.
    pub least: Number,
    /// Greatest.
    pub greatest: Number,
    /// UCUM code of both.
    #[serde(borrow)]
    pub unit: Str<'a>,
}

/// The units that a LOINC code admits.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct LoincUnits<'a> {
    /// LOINC code.
    #[serde(borrow)]
    pub code: Str<'a>,
    /// UCUM codes.
    pub units: Vec<Str<'a>>,
}

/// A code that an input can have.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Choice<'a> {
    /// The code in requests.
    #[serde(borrow)]
    pub code: Str<'a>,
    /// Its meaning.
    #[serde(borrow)]
    pub title: Str<'a>,
    /// The number that can be sent instead of the code.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub factor: Option<Number>,
    /// Why there is no answer to it, where there is none.
    #[serde(default, borrow, skip_serializing_if = "Option::is_none")]
    pub refused: Option<Str<'a>>,
}

/// A result.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Output<'a> {
    /// Name in answers.
    #[serde(borrow)]
    pub name: Str<'a>,
    /// Name for people.
    #[serde(borrow)]
    pub title: Str<'a>,
    /// What sort of figure it is.
    pub kind: OutputKind,
    /// UCUM code of its unit; `1` for scores and ratios, empty for dates.
    #[serde(borrow)]
    pub unit: Str<'a>,
    /// Digits after the point when it is displayed.
    pub digits: u8,
    /// LOINC code, only where it is certain.
    #[serde(default, borrow, skip_serializing_if = "Option::is_none")]
    pub loinc: Option<Str<'a>>,
    /// What its values mean.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub interpretations: Vec<Meaning<'a>>,
    /// Id of the calculator whose edition gives it, where that is another one.
    #[serde(default, borrow, skip_serializing_if = "Option::is_none")]
    pub formula: Option<Str<'a>>,
}

/// What sort of figure a result is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum OutputKind {
    /// A figure of the body or of its functions.
    Measurement,
    /// A figure of a laboratory.
    Laboratory,
    /// Points.
    Score,
    /// A probability.
    Risk,
    /// A day.
    Date,
}

/// What a range of values means.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Meaning<'a> {
    /// Stable code.
    #[serde(borrow)]
    pub code: Str<'a>,
    /// For people.
    #[serde(borrow)]
    pub text: Str<'a>,
    /// The range ends before this unrounded value; the last one, and those that more
    /// than the value decides about, have no end.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub below: Option<Number>,
    /// The range ends with this unrounded value.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub up_to: Option<Number>,
}

/// A range of one input outside which the formula was not derived.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Validity<'a> {
    /// Name of the input.
    #[serde(borrow)]
    pub input: Str<'a>,
    /// Least value.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub least: Option<Number>,
    /// Greatest value.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub greatest: Option<Number>,
    /// The value it must stay under.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub below: Option<Number>,
    /// UCUM code of the limits.
    #[serde(default, borrow, skip_serializing_if = "Option::is_none")]
    pub unit: Option<Str<'a>>,
}

/// Where a formula comes from; only what is known.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Reference<'a> {
    /// Authors, title, journal, year.
    #[serde(borrow)]
    pub citation: Str<'a>,
    /// Digital object identifier.
    #[serde(default, borrow, skip_serializing_if = "Option::is_none")]
    pub doi: Option<Str<'a>>,
    /// PubMed identifier.
    #[serde(default, borrow, skip_serializing_if = "Option::is_none")]
    pub pmid: Option<Str<'a>>,
}
