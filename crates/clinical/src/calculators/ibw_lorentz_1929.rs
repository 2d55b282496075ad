//! Ideal body weight by Lorentz.

use crate::formula::Formula;
use crate::quantity::BodyHeight;
use crate::sex::Sex;

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
/// use clinical::{BodyHeight, Sex, calculators::ibw_lorentz_1929 as lorentz};
///
/// let height = BodyHeight::from_metres(1.75)?;
/// assert_eq!(lorentz::calculate(Sex::Male, height), 68.75);
/// assert_eq!(lorentz::calculate(Sex::Female, height), 65.0);
/// # Ok::<(), clinical::OutOfRange>(())
/// ```
pub fn calculate(sex: Sex, height: BodyHeight) -> f64 {
    let centimetres = height.centimetres();
    let divisor = sex.pick(4.0, 2.5);
    centimetres - 100.0 - (centimetres - 150.0) / divisor
}
