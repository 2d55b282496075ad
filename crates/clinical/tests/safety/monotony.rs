//! More of a cause never means less of its effect, for the pairs below: those
//! whose direction no formula may turn. Where the publications bend or jump, and
//! for every pair that is not listed, nothing is said here.

use clinical::calculators;
use clinical::definition::{Kind, Value};
use clinical::units::AGE;

use crate::{ask, quantity, samples, with};

/// Calculator, input, and whether the result rises with it.
const DIRECTIONS: &[(&str, &str, bool)] = &[
    ("bmi", "weight", true),
    ("bmi", "height", false),
    ("adult-bmr", "age", false),
    ("adult-bmr", "weight", true),
    ("body-fat-deurenberg-1991", "weight", true),
    ("ibw-lorentz-1929", "height", true),
    ("bmr-mifflin-st-jeor-1990", "age", false),
    ("bmr-harris-benedict-1919", "weight", true),
    ("bmr-schofield-1985", "weight", true),
    ("bmr-katch-mcardle", "lean_body_mass", true),
    ("tdee", "height", true),
    ("ibw-devine-1974", "height", true),
    ("adjusted-body-weight", "weight", true),
    ("body-fat-gallagher-2000", "weight", true),
    ("bsa-mosteller-1987", "height", true),
    ("bsa-dubois-1916", "weight", true),
    ("waist-height-ratio", "waist", true),
    ("egfr-ckd-epi-2021", "creatinine", false),
    ("egfr-ckd-epi-2021", "age", false),
    ("egfr-ckd-epi-2009", "creatinine", false),
    ("egfr-schwartz-2009", "creatinine", false),
    ("creatinine-clearance-cockcroft-gault", "creatinine", false),
    ("creatinine-clearance-cockcroft-gault", "weight", true),
    ("corrected-calcium", "albumin", false),
    ("anion-gap", "sodium", true),
    ("serum-osmolality", "glucose", true),
    ("ldl-friedewald-1972", "triglycerides", false),
    ("homa-ir-1985", "insulin", true),
    ("estimated-average-glucose", "hba1c", true),
    ("meld-2001", "inr", true),
    ("meld-3.0", "albumin", false),
    ("child-pugh", "bilirubin", true),
    ("ascvd-pce-2013", "systolic_bp", true),
    ("framingham-cvd-2008", "total_cholesterol", true),
    ("sofa", "platelets", false),
    ("cha2ds2-vasc", "age", true),
];

#[test]
fn results_follow_their_causes() {
    for &(id, name, rises) in DIRECTIONS {
        let calculator = calculators::find(id).expect("a calculator");
        let kind = match calculator.input(name).expect("an input").kind {
            Kind::Quantity(kind) => kind,
            Kind::Age => &AGE,
            _ => panic!("{id}: {name} is no quantity"),
        };
        let sample = samples::of(calculator);
        let mut last: Option<f64> = None;
        let mut answers = 0;
        for step in 0..=200 {
            let share = f64::from(step) / 200.0;
            let value = kind.least + share * (kind.greatest - kind.least);
            let changed = with(&sample, name, quantity(value, kind.units[0].code));
            // Where it is refused there is nothing to compare.
            let Ok(found) = ask(calculator, &changed) else {
                continue;
            };
            let Value::Number(number) = found.results[0].value else {
                panic!("{id} gives no number");
            };
            if let Some(last) = last {
                let follows = if rises {
                    number >= last
                } else {
                    number <= last
                };
                assert!(
                    follows,
                    "{id}: at {name} {value} the result goes from {last} to {number}"
                );
            }
            last = Some(number);
            answers += 1;
        }
        assert!(answers > 1, "{id}: no two values of {name} were accepted");
    }
}
