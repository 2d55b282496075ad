//! Ideal body weight by Lorentz.

use super::adults::ADULT;
use super::ideal_weight::IDEAL_WEIGHT;
use crate::definition::{Calculator, Category, Outcome, Reference, from, text};
use crate::formula::Formula;
use crate::inputs::{HEIGHT, SEX};
use crate::quantity::BodyHeight;
use crate::sex::Sex;
use crate::values::Values;

/// Identity of the formula.
pub const FORMULA: Formula = Formula {
    id: "ibw-lorentz-1929",
    version: "1.0.0",
    citation: "Lorentz FH, 1929, from secondary sources; divisor 4 for men and 2.5 for women \
               (some sources print 2 for women).",
};

/// Least height of the equation, in metres.
pub const LEAST_HEIGHT_METRES: f64 = 1.30;

/// Ideal body weight of an adult in kg. The equation takes the height in cm.
/// Whether the height is at least [`LEAST_HEIGHT_METRES`] is the caller's to
/// check.
///
/// ```
/// use clinical::{BodyHeight, Sex, calculators::body::ibw_lorentz_1929 as lorentz};
///
/// let height = BodyHeight::from_metres(1.75)?;
/// assert_eq!(lorentz::calculate(Sex::Male, height), 68.75);
/// assert_eq!(lorentz::calculate(Sex::Female, height), 65.0);
/// # Ok::<(), clinical::OutOfRange>(())
/// ```
pub fn calculate(sex: Sex, height: BodyHeight) -> f64 {
    equation(sex, height.centimetres())
}

/// cm.
fn equation(sex: Sex, height: f64) -> f64 {
    height - 100.0 - (height - 150.0) / sex.pick(4.0, 2.5)
}

/// The definition.
pub static CALCULATOR: Calculator = Calculator {
    id: FORMULA.id,
    version: FORMULA.version,
    category: Category::Body,
    title: text(
        "Ideal body weight (Lorentz 1929)",
        "Peso corporal ideal (Lorentz 1929)",
    ),
    description: text(
        "Ideal body weight of an adult from sex and height.",
        "Peso corporal ideal de um adulto por sexo e altura.",
    ),
    inputs: &[SEX, HEIGHT],
    results: &[IDEAL_WEIGHT],
    validity: &[from("height", 130.0)],
    assumptions: &[
        ADULT,
        text(
            "For women the divisor is 2.5; some sources print 2.",
            "Para mulheres o divisor é 2,5; algumas fontes trazem 2.",
        ),
    ],
    reference: Reference {
        citation: FORMULA.citation,
        doi: None,
        pmid: None,
    },
    check: None,
    calculate: outcome,
};

fn outcome(values: &Values) -> Outcome {
    Outcome::number("ideal_weight", equation(values.sex(), values.height()))
}
