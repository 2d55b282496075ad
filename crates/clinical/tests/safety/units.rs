//! The same person in every unit system gets the same result.

use clinical::Raw;
use clinical::definition::{Kind, Value};
use clinical::units::AGE;

use crate::{ask, each, quantity, with};

/// The calcium formula has its own published slope for each unit system, and
/// answers in the unit it was asked in.
const OWN_UNITS: [(&str, &str); 1] = [("corrected-calcium", "calcium")];

#[test]
fn every_admitted_unit_agrees() {
    for (calculator, inputs) in each() {
        let numbers = |inputs: &crate::Inputs| {
            let found = ask(calculator, inputs).expect("accepted");
            let numbers = found
                .results
                .iter()
                .filter_map(|result| match result.value {
                    Value::Number(number) => Some(number),
                    Value::Date(_) => None,
                });
            numbers.collect::<Vec<f64>>()
        };
        let expected = numbers(&inputs);
        for input in calculator.inputs {
            let kind = match input.kind {
                Kind::Quantity(kind) => kind,
                Kind::Age => &AGE,
                _ => continue,
            };
            if OWN_UNITS.contains(&(calculator.id, input.name)) {
                continue;
            }
            let Some(canonical) = sent(&inputs, input.name) else {
                continue;
            };
            for unit in kind.units {
                let value = quantity(unit.from_canonical(canonical), unit.code);
                let found = numbers(&with(&inputs, input.name, value));
                for (found, expected) in found.iter().zip(&expected) {
                    let same = (found - expected).abs() <= 1e-9 * expected.abs().max(1.0);
                    let (id, name, unit) = (calculator.id, input.name, unit.code);
                    assert!(same, "{id}: {name} in {unit} gives {found}, not {expected}");
                }
            }
        }
    }
}

/// The number of a quantity among the inputs.
fn sent(inputs: &crate::Inputs, name: &str) -> Option<f64> {
    let value = inputs
        .iter()
        .find_map(|(known, value)| (known == name).then_some(value))?;
    let Raw::Object(members) = value else {
        return None;
    };
    members.iter().find_map(|(name, value)| match value {
        Raw::Number(number) if name == "value" => Some(*number),
        _ => None,
    })
}
