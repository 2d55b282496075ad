//! Quantities whose values are always plausible.
//!
//! Each type has one private number in one unit and fallible constructors.
//! Outside its plausible range a value is a typing error or a unit error, not
//! a measurement, so it cannot be represented.

use core::fmt;
use core::ops::RangeInclusive;

/// A number that no measurement of this quantity can have.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct OutOfRange {
    /// What was to be measured, for example `weight`.
    pub quantity: &'static str,
    /// Least plausible value.
    pub least: f64,
    /// Greatest plausible value.
    pub greatest: f64,
    /// UCUM code of the unit of `least` and `greatest`.
    pub unit: &'static str,
}

impl fmt::Display for OutOfRange {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self {
            quantity,
            least,
            greatest,
            unit,
        } = self;
        write!(
            f,
            "{quantity} must be a number from {least} to {greatest} {unit}"
        )
    }
}

impl core::error::Error for OutOfRange {}

/// Checks `value`; NaN and the infinities are in no range.
fn within(
    value: f64,
    range: &RangeInclusive<f64>,
    quantity: &'static str,
    unit: &'static str,
) -> Result<f64, OutOfRange> {
    if range.contains(&value) {
        Ok(value)
    } else {
        Err(OutOfRange {
            quantity,
            least: *range.start(),
            greatest: *range.end(),
            unit,
        })
    }
}

/// Body weight, 0.3 to 650 kg.
#[derive(Debug, Clone, Copy, PartialEq, PartialOrd)]
pub struct BodyWeight(f64);

impl BodyWeight {
    /// Plausible range in kilograms.
    pub const PLAUSIBLE: RangeInclusive<f64> = 0.3..=650.0;

    /// A weight in kilograms.
    ///
    /// # Errors
    ///
    /// Outside [`Self::PLAUSIBLE`], or not a number.
    pub fn from_kilograms(value: f64) -> Result<Self, OutOfRange> {
        within(value, &Self::PLAUSIBLE, "weight", "kg").map(Self)
    }

    /// The weight in kilograms.
    pub const fn kilograms(self) -> f64 {
        self.0
    }
}

/// Body height, 0.2 to 2.8 m.
#[derive(Debug, Clone, Copy, PartialEq, PartialOrd)]
pub struct BodyHeight(f64);

impl BodyHeight {
    /// Plausible range in metres.
    pub const PLAUSIBLE: RangeInclusive<f64> = 0.2..=2.8;

    /// A height in metres.
    ///
    /// # Errors
    ///
    /// Outside [`Self::PLAUSIBLE`], or not a number.
    pub fn from_metres(value: f64) -> Result<Self, OutOfRange> {
        within(value, &Self::PLAUSIBLE, "height", "m").map(Self)
    }

    /// The height in metres.
    pub const fn metres(self) -> f64 {
        self.0
    }

    /// The height in centimetres, the unit of most published equations.
    pub fn centimetres(self) -> f64 {
        self.0 * 100.0
    }
}

/// Age in completed years, 0 to 130.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Age(u32);

impl Age {
    /// Greatest plausible age in years.
    pub const GREATEST: u32 = 130;

    /// An age in completed years.
    ///
    /// # Errors
    ///
    /// Above [`Self::GREATEST`].
    pub fn from_years(years: u32) -> Result<Self, OutOfRange> {
        let greatest = f64::from(Self::GREATEST);
        within(f64::from(years), &(0.0..=greatest), "age", "a").map(|_| Self(years))
    }

    /// The age in completed years.
    pub const fn years(self) -> u32 {
        self.0
    }
}

/// The age of an adult: 18 completed years or more.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct AdultAge(Age);

impl AdultAge {
    /// Least age of an adult in completed years.
    pub const LEAST: u32 = 18;

    /// This age as an adult's, `None` under 18.
    pub fn new(age: Age) -> Option<Self> {
        (age.years() >= Self::LEAST).then_some(Self(age))
    }

    /// The age in completed years.
    pub const fn years(self) -> u32 {
        self.0.years()
    }

    /// The age in completed years as the number that equations take.
    pub(crate) fn in_equation(self) -> f64 {
        f64::from(self.years())
    }
}

/// Body mass index, 5 to 150 kg/m2.
#[derive(Debug, Clone, Copy, PartialEq, PartialOrd)]
pub struct BodyMassIndex(f64);

impl BodyMassIndex {
    /// Plausible range in kg/m2.
    pub const PLAUSIBLE: RangeInclusive<f64> = 5.0..=150.0;

    /// An index in kg/m2.
    ///
    /// # Errors
    ///
    /// Outside [`Self::PLAUSIBLE`], or not a number.
    pub fn from_kilograms_per_square_metre(value: f64) -> Result<Self, OutOfRange> {
        within(value, &Self::PLAUSIBLE, "body mass index", "kg/m2").map(Self)
    }

    /// The index in kg/m2, unrounded.
    pub const fn kilograms_per_square_metre(self) -> f64 {
        self.0
    }
}

/// Energy that a body needs at rest, 100 to 10000 kcal/d.
#[derive(Debug, Clone, Copy, PartialEq, PartialOrd)]
pub struct EnergyRate(f64);

impl EnergyRate {
    /// Plausible range in kcal/d.
    pub const PLAUSIBLE: RangeInclusive<f64> = 100.0..=10_000.0;

    /// An energy rate in kcal/d.
    ///
    /// # Errors
    ///
    /// Outside [`Self::PLAUSIBLE`], or not a number.
    pub fn from_kilocalories_per_day(value: f64) -> Result<Self, OutOfRange> {
        within(value, &Self::PLAUSIBLE, "energy rate", "kcal/d").map(Self)
    }

    /// The energy rate in kcal/d, unrounded.
    pub const fn kilocalories_per_day(self) -> f64 {
        self.0
    }
}

/// Share of the body's mass that is fat, above 0 and below 100 %.
#[derive(Debug, Clone, Copy, PartialEq, PartialOrd)]
pub struct BodyFat(f64);

impl BodyFat {
    /// A share in percent.
    ///
    /// # Errors
    ///
    /// Zero or less, 100 or more, or not a number: no living body.
    pub fn from_percent(value: f64) -> Result<Self, OutOfRange> {
        let possible = f64::MIN_POSITIVE..=100.0_f64.next_down();
        within(value, &possible, "body fat", "%").map(Self)
    }

    /// The share in percent, unrounded.
    pub const fn percent(self) -> f64 {
        self.0
    }
}
