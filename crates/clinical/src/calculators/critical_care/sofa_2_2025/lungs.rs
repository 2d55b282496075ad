//! Points of breathing.

use super::inputs::{ECMO, FIO2_GIVEN, OXYGEN, SATURATION, VENTILATORY_SUPPORT};
use crate::definition::{NoResult, Points, Range, at_most, more, within};
use crate::handles::Quantity;
use crate::values::Values;

const MMHG: &[Range] = &[
    at_most(75.0, 4.0),
    at_most(150.0, 3.0),
    at_most(225.0, 2.0),
    at_most(300.0, 1.0),
    more(0.0),
];
/// The paper prints the ratio in kPa too.
const KPA: &[Range] = &[
    at_most(10.0, 4.0),
    at_most(20.0, 3.0),
    at_most(30.0, 2.0),
    at_most(40.0, 1.0),
    more(0.0),
];
const OF_SATURATION: &[Range] = &[
    at_most(120.0, 4.0),
    at_most(200.0, 3.0),
    at_most(250.0, 2.0),
    at_most(300.0, 1.0),
    more(0.0),
];

/// The points, as the item of the measure that was sent.
pub(super) fn points(values: &Values) -> Result<Points, NoResult> {
    let (measure, by_ratio): (Quantity, f64) = if values.find(OXYGEN).is_some() {
        (OXYGEN, of_oxygen(values)?)
    } else {
        let ratio = values.of(SATURATION)? * 100.0 / values.of(FIO2_GIVEN)?;
        (SATURATION, found(OF_SATURATION, ratio)?)
    };
    // Without support three points and more cannot be reached, unless it was needed
    // and could not be had.
    let points = match (values.of(ECMO)?, values.of(VENTILATORY_SUPPORT)?) {
        ("respiratory" | "cardiovascular", _) => 4.0,
        (_, "none") => by_ratio.min(2.0),
        _ => by_ratio,
    };
    Ok(measure.gives(points))
}

fn of_oxygen(values: &Values) -> Result<f64, NoResult> {
    let fio2 = values.of(FIO2_GIVEN)?;
    match values.as_sent(OXYGEN)? {
        (kilopascals, "kPa") => found(KPA, kilopascals * 100.0 / fio2),
        _ => found(MMHG, values.of(OXYGEN)? * 100.0 / fio2),
    }
}

fn found(table: &[Range], ratio: f64) -> Result<f64, NoResult> {
    within(table, ratio).ok_or(NoResult::Defect("a ratio has no points"))
}
