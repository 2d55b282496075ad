//! Body fat from the body mass index, by Deurenberg; the equation for adults.

use core::ops::RangeInclusive;

use crate::formula::Formula;
use crate::quantity::{AdultAge, BodyFat, BodyMassIndex, OutOfRange};
use crate::sex::Sex;

/// Identity of the formula.
pub const FORMULA: Formula = Formula {
    id: "body-fat-deurenberg-1991",
    version: "1.0.0",
    citation: "Deurenberg P, Weststrate JA, Seidell JC. Body mass index as a measure of body \
               fatness: age- and sex-specific prediction formulas. Br J Nutr 1991;65:105-114. \
               doi:10.1079/BJN19910073",
};

/// Ages in the group the equation was derived in, in years; adults only here.
pub const VALID_AGES: RangeInclusive<u32> = 18..=83;

/// Range of the body mass index in that group, in kg/m2. Outside it the
/// equation still answers, with a warning.
pub const DERIVATION_BMI: RangeInclusive<f64> = 13.9..=40.9;

/// Share of fat in the body of an adult.
///
/// # Errors
///
/// When the index is so extreme that the equation leaves 0 to 100 %. Whether the
/// age is one of [`VALID_AGES`] is the caller's to check.
///
/// ```
/// use clinical::{AdultAge, Age, BodyMassIndex, Sex};
/// use clinical::calculators::body_fat_deurenberg_1991 as deurenberg;
///
/// let age = AdultAge::new(Age::from_years(30)?).unwrap();
/// let bmi = BodyMassIndex::from_kilograms_per_square_metre(25.0)?;
/// let fat = deurenberg::calculate(Sex::Female, age, bmi).unwrap();
/// assert!((fat.percent() - 31.5).abs() < 1e-9);
/// # Ok::<(), clinical::OutOfRange>(())
/// ```
pub fn calculate(sex: Sex, age: AdultAge, bmi: BodyMassIndex) -> Result<BodyFat, OutOfRange> {
    let male = sex.pick(1.0, 0.0);
    let percent =
        1.20 * bmi.kilograms_per_square_metre() + 0.23 * age.in_equation() - 10.8 * male - 5.4;
    BodyFat::from_percent(percent)
}
