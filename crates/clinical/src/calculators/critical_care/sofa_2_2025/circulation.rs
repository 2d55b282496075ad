//! Points of the circulation.

use super::inputs::{ECMO, MECHANICAL_SUPPORT, OTHER_VASOACTIVE, VASOACTIVE_UNAVAILABLE};
use crate::definition::{NoResult, Points, Range, less_than, more, within};
use crate::inputs::{DOPAMINE, EPINEPHRINE, MEAN_ARTERIAL_PRESSURE, NOREPINEPHRINE};
use crate::round::steady;
use crate::values::Values;

/// Where drugs cannot be had, the pressure alone is scored.
const PRESSURE_ALONE: &[Range] = &[
    less_than(40.0, 4.0),
    less_than(50.0, 3.0),
    less_than(60.0, 2.0),
    less_than(70.0, 1.0),
    more(0.0),
];

/// The points, as the item of the pressure.
pub(super) fn points(values: &Values) -> Result<Points, NoResult> {
    let mechanical = values.of(MECHANICAL_SUPPORT)? || values.of(ECMO)? == "cardiovascular";
    let points = if mechanical {
        4.0
    } else {
        match of_drugs(values)? {
            Some(points) => points,
            None => of_pressure(values)?,
        }
    };
    Ok(MEAN_ARTERIAL_PRESSURE.gives(points))
}

fn of_drugs(values: &Values) -> Result<Option<f64>, NoResult> {
    let catecholamines = steady(values.of(NOREPINEPHRINE)? + values.of(EPINEPHRINE)?);
    let dopamine = values.of(DOPAMINE)?;
    let others = values.of(OTHER_VASOACTIVE)?;
    let beside = others || dopamine > 0.0;
    Ok(match catecholamines {
        0.0 if others => Some(2.0),
        0.0 if dopamine > 0.0 => Some(match dopamine {
            ..=20.0 => 2.0,
            ..=40.0 => 3.0,
            _ => 4.0,
        }),
        0.0 => None,
        ..=0.2 => Some(if beside { 3.0 } else { 2.0 }),
        ..=0.4 => Some(if beside { 4.0 } else { 3.0 }),
        _ => Some(4.0),
    })
}

fn of_pressure(values: &Values) -> Result<f64, NoResult> {
    let pressure = values.of(MEAN_ARTERIAL_PRESSURE)?;
    if values.of(VASOACTIVE_UNAVAILABLE)? {
        let points = within(PRESSURE_ALONE, pressure);
        return points.ok_or(NoResult::Defect("a pressure has no points"));
    }
    Ok(if pressure < 70.0 { 1.0 } else { 0.0 })
}

/// Whether much dopamine is given, but not alone and without norepinephrine and
/// epinephrine, so that its own limits do not count.
pub(super) fn dopamine_beside_others(values: &Values) -> bool {
    let dose = |drug| values.find(drug).unwrap_or(0.0);
    dose(DOPAMINE) > 20.0
        && dose(NOREPINEPHRINE) + dose(EPINEPHRINE) == 0.0
        && values.find(OTHER_VASOACTIVE) == Some(true)
}
