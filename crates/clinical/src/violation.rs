//! Why an input was refused.

use core::fmt;

use text::{Language, Text};

/// What kind of refusal it is. The codes are part of the public interface.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Code {
    /// A required field is absent or null.
    Missing,
    /// The value has another JSON type than the field takes.
    WrongType,
    /// The field takes a whole number and this is not one.
    NotWhole,
    /// The field takes one of a few values and this is none of them.
    NotAChoice,
    /// A quantity came without its unit.
    MissingUnit,
    /// The unit is none of those that the quantity admits.
    UnknownUnit,
    /// The text is no date.
    NotADate,
    /// Nothing is known by this name.
    UnknownField,
    /// The same field was sent more than once.
    DuplicateField,
    /// There is more of something than is looked at.
    TooMany,
    /// No measurement can have this value: a typing or a unit error.
    OutOfRange,
    /// Each value is plausible, but together they describe no one.
    ImplausibleCombination,
    /// A real person, but outside the group the formula was derived in.
    OutsideValidity,
}

impl Code {
    /// Every code.
    pub const ALL: [Self; 13] = [
        Self::Missing,
        Self::WrongType,
        Self::NotWhole,
        Self::NotAChoice,
        Self::MissingUnit,
        Self::UnknownUnit,
        Self::NotADate,
        Self::UnknownField,
        Self::DuplicateField,
        Self::TooMany,
        Self::OutOfRange,
        Self::ImplausibleCombination,
        Self::OutsideValidity,
    ];

    /// The code as it stands in answers.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Missing => "missing",
            Self::WrongType => "wrong-type",
            Self::NotWhole => "not-whole",
            Self::NotAChoice => "not-a-choice",
            Self::MissingUnit => "missing-unit",
            Self::UnknownUnit => "unknown-unit",
            Self::NotADate => "not-a-date",
            Self::UnknownField => "unknown-field",
            Self::DuplicateField => "duplicate-field",
            Self::TooMany => "too-many",
            Self::OutOfRange => "out-of-range",
            Self::ImplausibleCombination => "implausible-combination",
            Self::OutsideValidity => "outside-validity",
        }
    }
}

impl fmt::Display for Code {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

/// One problem with one field.
///
/// The message says what would be accepted and never repeats the value, which
/// may be a patient's.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Violation {
    /// Name of the field; where the problem lies deeper, the JSON pointer (RFC
    /// 6901) to it without the leading slash, for example `weight/unit`.
    pub field: String,
    /// Kind of refusal.
    pub code: Code,
    /// A sentence for the person who sent the value.
    pub message: String,
}

impl Violation {
    pub(crate) fn new(field: &str, code: Code, message: impl Into<String>) -> Self {
        Self {
            field: field.to_owned(),
            code,
            message: message.into(),
        }
    }
}

/// What is wrong with one input, in every language.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Finding {
    /// Name of the input; where the problem lies deeper, as in
    /// [`Violation::field`].
    pub input: &'static str,
    /// Kind of refusal.
    pub code: Code,
    /// A sentence for the person who sent the value.
    pub text: Text,
}

impl Finding {
    /// The same finding at each of several inputs.
    pub(crate) fn at_each(names: &[&'static str], code: Code, text: Text) -> Vec<Self> {
        let at = |&input| Self { input, code, text };
        names.iter().map(at).collect()
    }

    /// Several inputs that together describe no one.
    pub(crate) fn together(names: &[&'static str], text: Text) -> Vec<Self> {
        Self::at_each(names, Code::ImplausibleCombination, text)
    }

    pub(crate) fn say(self, language: Language) -> Violation {
        Violation::new(self.input, self.code, language.of(self.text))
    }
}
