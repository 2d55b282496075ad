//! What a calculator is, to whoever builds a form, a document or a request.

use serde::{Deserialize, Serialize};
use text::{Language, Search};

use crate::{Input, Number, Str};

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
    /// The code of HL7's ObservationInterpretation that says the same, where one does.
    #[serde(default, borrow, skip_serializing_if = "Option::is_none")]
    pub hl7: Option<Str<'a>>,
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
