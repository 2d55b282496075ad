//! Body fat from the body mass index, by Deurenberg; the equation for adults.

use core::ops::RangeInclusive;

use super::bmi;
use super::fat::{BODY_FAT, possible};
use crate::definition::{Calculator, Category, Outcome, Reference, between, text};
use crate::formula::Formula;
use crate::inputs::{AGE, HEIGHT, SEX, WEIGHT};
use crate::quantity::{AdultAge, BodyFat, BodyMassIndex, OutOfRange};
use crate::sex::Sex;
use crate::values::Values;

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
/// use clinical::calculators::body::body_fat_deurenberg_1991 as deurenberg;
///
/// let age = AdultAge::new(Age::from_years(30)?).unwrap();
/// let bmi = BodyMassIndex::from_kilograms_per_square_metre(25.0)?;
/// let fat = deurenberg::calculate(Sex::Female, age, bmi).unwrap();
/// assert!((fat.percent() - 31.5).abs() < 1e-9);
/// # Ok::<(), clinical::OutOfRange>(())
/// ```
pub fn calculate(sex: Sex, age: AdultAge, bmi: BodyMassIndex) -> Result<BodyFat, OutOfRange> {
    let bmi = bmi.kilograms_per_square_metre();
    BodyFat::from_percent(equation(sex, age.in_equation(), bmi))
}

/// Years and kg/m2; the paper has one equation from 16 years and one below.
fn equation(sex: Sex, age: f64, bmi: f64) -> f64 {
    let male = sex.pick(1.0, 0.0);
    if age > 15.0 {
        1.20 * bmi + 0.23 * age - 10.8 * male - 5.4
    } else {
        1.51 * bmi - 0.70 * age - 3.6 * male + 1.4
    }
}

/// The definition.
pub static CALCULATOR: Calculator = Calculator {
    id: FORMULA.id,
    version: FORMULA.version,
    category: Category::Body,
    title: text(
        "Body fat (Deurenberg 1991)",
        "Gordura corporal (Deurenberg 1991)",
    ),
    description: text(
        "Share of fat in the body from the body mass index, age and sex.",
        "Percentual de gordura corporal pelo índice de massa corporal, idade e sexo.",
    ),
    inputs: &[SEX, AGE, WEIGHT, HEIGHT],
    results: &[BODY_FAT],
    validity: &[between("age", 7.0, 83.0)],
    assumptions: &[],
    reference: Reference {
        citation: FORMULA.citation,
        doi: Some("10.1079/BJN19910073"),
        pmid: None,
    },
    check: None,
    calculate: outcome,
};

fn outcome(values: &Values) -> Outcome {
    let bmi = bmi::equation(values.weight(), values.height());
    possible(equation(values.sex(), values.age(), bmi)).warn_if(
        !DERIVATION_BMI.contains(&bmi),
        text(
            "The body mass index is outside 13.9 to 40.9 kg/m2, the range in which the equation was \
             derived.",
            "O índice de massa corporal está fora de 13,9 a 40,9 kg/m2, a faixa em que a equação \
             foi derivada.",
        ),
    )
}
