//! Body mass index and the WHO classes for adults.

use crate::formula::Formula;
use crate::quantity::{BodyHeight, BodyMassIndex, BodyWeight, OutOfRange};

/// Identity of the formula.
pub const FORMULA: Formula = Formula {
    id: "bmi",
    version: "1.0.0",
    citation: "World Health Organization. Obesity: preventing and managing the global epidemic. \
               WHO Technical Report Series 894. Geneva, 2000.",
};

/// Body mass index: weight in kg divided by the square of the height in m.
///
/// # Errors
///
/// When the two measurements give an index that no person has; most often they
/// were swapped or one is in another unit.
///
/// ```
/// use clinical::{BodyHeight, BodyWeight, calculators::bmi};
///
/// let weight = BodyWeight::from_kilograms(70.0)?;
/// let height = BodyHeight::from_metres(1.5)?;
/// let bmi = bmi::calculate(weight, height)?;
/// assert!((bmi.kilograms_per_square_metre() - 31.111_111).abs() < 1e-6);
/// # Ok::<(), clinical::OutOfRange>(())
/// ```
pub fn calculate(weight: BodyWeight, height: BodyHeight) -> Result<BodyMassIndex, OutOfRange> {
    let metres = height.metres();
    BodyMassIndex::from_kilograms_per_square_metre(weight.kilograms() / (metres * metres))
}

/// WHO class of an adult's body mass index.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Classification {
    /// Under 18.5 kg/m2.
    Underweight,
    /// From 18.5 to under 25 kg/m2.
    Normal,
    /// From 25 to under 30 kg/m2.
    Overweight,
    /// 30 kg/m2 and over.
    Obese,
}

impl Classification {
    /// The class of an adult with this index, by its unrounded value.
    pub fn of(bmi: BodyMassIndex) -> Self {
        let value = bmi.kilograms_per_square_metre();
        if value < 18.5 {
            Self::Underweight
        } else if value < 25.0 {
            Self::Normal
        } else if value < 30.0 {
            Self::Overweight
        } else {
            Self::Obese
        }
    }

    /// Whether the WHO calls this range healthy. Too little is not.
    pub const fn is_healthy(self) -> bool {
        matches!(self, Self::Normal)
    }
}
