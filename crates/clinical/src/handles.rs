//! Inputs as formulas ask for them: a handle knows the kind of its input, so what
//! a formula gets has the right type, or the formula does not compile.

use text::{Text, text};

use crate::input::{Choice, Input, Kind, Validity, choice, required};
use crate::outcome::Points;
use crate::sex;
use crate::typed::Typed;
use crate::units::QuantityKind;

/// What all handles are: an input, and how its value is read.
pub trait Handle: Copy {
    /// What a formula gets.
    type Value;

    /// The input.
    fn input(self) -> Input;

    /// The value, if it is one of this kind.
    fn value(self, typed: Typed) -> Option<Self::Value>;
}

/// Declares a handle and what a formula gets for it.
macro_rules! handle {
    ($(#[$doc:meta])* $name:ident, $value:ty, $pattern:pat => $found:expr) => {
        $(#[$doc])*
        #[derive(Debug, Clone, Copy)]
        pub struct $name {
            /// The input, for definitions.
            pub input: Input,
        }

        impl $name {
            /// The same input, where a calculator can do without.
            #[must_use]
            pub const fn optional(self) -> Self {
                Self { input: Input { required: false, ..self.input } }
            }

            /// The same input under another title.
            #[must_use]
            pub const fn titled(self, title: Text) -> Self {
                Self { input: Input { title, ..self.input } }
            }

            /// The same input, with what counts as it.
            #[must_use]
            pub const fn defined(self, en: &'static str, pt: &'static str) -> Self {
                let definition = Some(text(en, pt));
                Self { input: Input { definition, ..self.input } }
            }

            /// The points that this input gives in a score.
            pub const fn gives(self, points: f64) -> Points {
                Points { item: self.input.name, points }
            }
        }

        impl Handle for $name {
            type Value = $value;

            fn input(self) -> Input {
                self.input
            }

            fn value(self, typed: Typed) -> Option<$value> {
                match typed {
                    $pattern => $found,
                    _ => None,
                }
            }
        }
    };
}

handle! {
    /// A quantity; formulas get it in the canonical unit of its kind.
    Quantity, f64, Typed::Quantity { canonical, .. } => Some(canonical)
}
handle! {
    /// An age; formulas get completed years.
    Age, f64, Typed::Age { years, .. } => Some(f64::from(years))
}
handle! {
    /// The same age, where a formula counts days; a month and a year sent as such
    /// have their mean lengths.
    DaysOld, f64, Typed::Age { days, .. } => Some(days)
}
handle! {
    /// Yes or no.
    Flag, bool, Typed::Boolean(flag) => Some(flag)
}
handle! {
    /// A whole number. There is none where the code that can stand instead was
    /// sent.
    Integer, f64, Typed::Integer(number) => Some(f64::from(number))
}
handle! {
    /// One of a few codes.
    OneOf, &'static str, Typed::Code(code) => Some(code)
}
handle! {
    /// A day.
    Day, jiff::civil::Date, Typed::Date(date) => Some(date)
}
handle! {
    /// Sex as a parameter of a formula.
    SexChoice, sex::Sex, Typed::Code(code) => sex::Sex::from_code(code)
}

/// Limits of the population, for handles whose values are numbers.
macro_rules! limited {
    ($name:ident) => {
        impl $name {
            /// At least this value, in the canonical unit.
            pub const fn from(self, least: f64) -> Validity {
                self.between(least, f64::INFINITY)
            }

            /// At most this value, in the canonical unit.
            pub const fn up_to(self, greatest: f64) -> Validity {
                self.between(f64::NEG_INFINITY, greatest)
            }

            /// From one value to another, both included, in the canonical unit.
            pub const fn between(self, least: f64, greatest: f64) -> Validity {
                Validity {
                    input: self.input.name,
                    least,
                    greatest,
                    exclusive: false,
                }
            }

            /// Less than this value, in the canonical unit.
            pub const fn less_than(self, end: f64) -> Validity {
                Validity {
                    exclusive: true,
                    ..self.up_to(end)
                }
            }
        }
    };
}
limited!(Quantity);
limited!(Age);

impl Age {
    /// The same age in days.
    pub const fn in_days(self) -> DaysOld {
        DaysOld { input: self.input }
    }
}

impl Flag {
    /// The same input, with the truth value there is no answer to, and why.
    #[must_use]
    pub const fn refused_when(self, value: bool, en: &'static str, pt: &'static str) -> Self {
        let refused = Some((value, text(en, pt)));
        Self {
            input: Input {
                refused,
                ..self.input
            },
        }
    }
}

/// A required quantity.
pub const fn quantity(
    name: &'static str,
    kind: &'static QuantityKind,
    en: &'static str,
    pt: &'static str,
) -> Quantity {
    let input = required(name, Kind::Quantity(kind), en, pt);
    Quantity { input }
}

/// A required age.
pub(crate) const fn age(name: &'static str, en: &'static str, pt: &'static str) -> Age {
    let input = required(name, Kind::Age, en, pt);
    Age { input }
}

/// A required truth value.
pub const fn flag(name: &'static str, en: &'static str, pt: &'static str) -> Flag {
    let input = required(name, Kind::Boolean, en, pt);
    Flag { input }
}

/// A required whole number from the least to the greatest.
pub const fn integer(
    name: &'static str,
    (least, greatest): (i32, i32),
    en: &'static str,
    pt: &'static str,
) -> Integer {
    let kind = Kind::Integer {
        least,
        greatest,
        or: None,
    };
    let input = required(name, kind, en, pt);
    Integer { input }
}

/// A required code.
pub const fn one_of(
    name: &'static str,
    choices: &'static [Choice],
    en: &'static str,
    pt: &'static str,
) -> OneOf {
    let input = required(name, Kind::Choice(choices), en, pt);
    OneOf { input }
}

/// A required day.
pub const fn day(name: &'static str, en: &'static str, pt: &'static str) -> Day {
    let input = required(name, Kind::Date, en, pt);
    Day { input }
}

/// The sex, for formulas that were published for each of the two.
pub(crate) const fn sex(name: &'static str, en: &'static str, pt: &'static str) -> SexChoice {
    let input = required(name, Kind::Choice(SEXES), en, pt);
    SexChoice { input }
}

/// The codes of a sex; the formulas were published for these two.
const SEXES: &[Choice] = &[
    choice("male", "male", "masculino"),
    choice("female", "female", "feminino"),
];
