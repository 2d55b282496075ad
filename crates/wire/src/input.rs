//! What a calculator takes, as part of its definition.

use serde::{Deserialize, Serialize};

use crate::{Number, Str};

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
    /// Those of the LOINC codes that say less than is asked for, as the code of any
    /// glucose does of one that has to be fasting: where there is something with
    /// another code, that counts.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub loinc_unspecific: Vec<Str<'a>>,
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
            loinc_unspecific: Vec::new(),
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

    /// Its title, and what counts as it.
    pub fn titled(&self) -> String {
        match &self.definition {
            Some(definition) => format!("{}: {definition}", self.title),
            None => self.title.to_string(),
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
