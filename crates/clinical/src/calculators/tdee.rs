//! Total daily energy expenditure: the basal rate times an activity factor.

use crate::activity::Activity;
use crate::formula::Formula;
use crate::quantity::EnergyRate;

/// Identity of the formula.
pub const FORMULA: Formula = Formula {
    id: "tdee",
    version: "1.0.0",
    citation: "Convention: basal metabolic rate, unrounded, times a physical activity factor.",
};

/// Daily energy in kcal/d.
pub fn calculate(bmr: EnergyRate, activity: Activity) -> f64 {
    bmr.kilocalories_per_day() * activity.factor
}
