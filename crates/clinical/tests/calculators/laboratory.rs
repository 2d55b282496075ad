//! Kidney, chemistry and circulation: values worked by hand, categories at their
//! thresholds, both systems of units, and what is refused.

use clinical::definition::{Category, Kind, OutputKind, Value};
use clinical::units::Unit;
use clinical::{Code, Evaluation, Language, Raw, Violation, calculators, units};

use crate::cases::has_file;
use crate::{ask, measured};

#[derive(Clone, Copy)]
enum Sent {
    Is(&'static str),
    Of(f64, &'static str),
}
use Sent::{Is, Of};

type Inputs = Vec<(&'static str, Sent)>;

fn run(id: &str, inputs: &[(&str, Sent)]) -> Result<Evaluation, Vec<Violation>> {
    let raw = |(name, sent): &(&str, Sent)| match *sent {
        Is(code) => ((*name).to_owned(), Raw::Text(code.to_owned())),
        Of(value, unit) => measured(name, value, unit),
    };
    let sent = inputs.iter().map(raw).collect();
    ask(id, &sent, Language::English)
}

fn numbers(found: &Evaluation) -> Vec<f64> {
    let number = |value| match value {
        Value::Number(number) => number,
        Value::Date(_) => panic!("a date"),
    };
    found.results.iter().map(|one| number(one.value)).collect()
}

/// The only result's meaning.
fn stage(id: &str, inputs: &[(&str, Sent)]) -> &'static str {
    let found = run(id, inputs).expect("a result");
    found.results[0].interpretation.expect("a meaning").code
}

#[track_caller]
fn refused(id: &str, inputs: &[(&str, Sent)], field: &str, code: Code) -> String {
    let found = run(id, inputs).expect_err("this must be refused");
    let one = found
        .iter()
        .find(|one| one.field == field && one.code == code);
    one.unwrap_or_else(|| panic!("{field} {code}: {found:?}"))
        .message
        .clone()
}

#[track_caller]
fn close(id: &str, found: &[f64], expected: &[f64], relative: f64) {
    let near = |(one, other): (&f64, &f64)| (one - other).abs() <= relative * other.abs();
    let all = found.len() == expected.len() && found.iter().zip(expected).all(near);
    assert!(all, "{id}: found {found:?}, expected {expected:?}");
}

fn person(sex: &'static str, age: f64, creatinine: f64) -> Inputs {
    vec![
        ("sex", Is(sex)),
        ("age", Of(age, "a")),
        ("creatinine", Of(creatinine, "mg/dL")),
    ]
}

fn pressures(systolic: f64, diastolic: f64) -> Inputs {
    vec![
        ("systolic_bp", Of(systolic, "mm[Hg]")),
        ("diastolic_bp", Of(diastolic, "mm[Hg]")),
    ]
}

fn lipids(total: f64, hdl: f64, triglycerides: f64) -> Inputs {
    vec![
        ("total_cholesterol", Of(total, "mg/dL")),
        ("hdl_cholesterol", Of(hdl, "mg/dL")),
        ("triglycerides", Of(triglycerides, "mg/dL")),
    ]
}

fn heart(qt: f64, rate: f64) -> Inputs {
    vec![("qt", Of(qt, "ms")), ("heart_rate", Of(rate, "/min"))]
}

fn blood(values: &[(&'static str, f64, &'static str)]) -> Inputs {
    let sent = |&(name, value, unit)| (name, Of(value, unit));
    values.iter().map(sent).collect()
}

/// Calculator, inputs in canonical units, every result.
/// Inputs and results of each calculator, worked by hand.
fn cases() -> Vec<(&'static str, Inputs, Vec<f64>)> {
    let mut all = kidney();
    all.extend(chemistry_and_circulation());
    all
}

fn kidney() -> Vec<(&'static str, Inputs, Vec<f64>)> {
    let child = [
        ("height", 100.0, "cm"),
        ("creatinine", 0.5, "mg/dL"),
        ("age", 4.0, "a"),
    ];
    let mut clearance = person("female", 40.0, 1.0);
    clearance.push(("weight", Of(72.0, "kg")));
    vec![
        // At the knot both powers are 1: 142 x 0.9938^50 = 142 x 0.732740
        (
            "egfr-ckd-epi-2021",
            person("male", 50.0, 0.9),
            vec![104.049_012_993_225],
        ),
        // Twice the knot: x 2^-1.2 = 0.435275
        (
            "egfr-ckd-epi-2021",
            person("male", 50.0, 1.8),
            vec![45.289_963_435_829],
        ),
        // Half the knot: 142 x 0.5^-0.241 (1.181812) x 0.9938^40 (0.779758) x 1.012
        (
            "egfr-ckd-epi-2021",
            person("female", 40.0, 0.35),
            vec![132.427_073_658_545],
        ),
        // 141 x 0.993^50 = 141 x 0.703821
        (
            "egfr-ckd-epi-2009",
            person("male", 50.0, 0.9),
            vec![99.238_807_609_421],
        ),
        // x 2^-1.209 = 0.432568
        (
            "egfr-ckd-epi-2009",
            person("male", 50.0, 1.8),
            vec![42.927_566_796_407],
        ),
        // 141 x 0.5^-0.329 (1.256142) x 0.993^40 (0.755040) x 1.018
        (
            "egfr-ckd-epi-2009",
            person("female", 40.0, 0.35),
            vec![136.136_850_493_667],
        ),
        // (140 - 40) x 72 / (72 x 1) x 0.85
        (
            "creatinine-clearance-cockcroft-gault",
            clearance,
            vec![85.0],
        ),
        // 0.413 x 100 / 0.5
        ("egfr-schwartz-2009", blood(&child), vec![82.6]),
    ]
}

fn chemistry_and_circulation() -> Vec<(&'static str, Inputs, Vec<f64>)> {
    let gap = [
        ("sodium", 140.0, "mmol/L"),
        ("chloride", 104.0, "mmol/L"),
        ("bicarbonate", 24.0, "mmol/L"),
        ("albumin", 2.0, "g/dL"),
    ];
    let calcium = |albumin| [("calcium", 8.0, "mg/dL"), ("albumin", albumin, "g/dL")];
    let osmoles = [
        ("sodium", 140.0, "mmol/L"),
        ("glucose", 90.0, "mg/dL"),
        ("bun", 14.0, "mg/dL"),
    ];
    let fasting = [("insulin", 9.0, "u[IU]/mL"), ("glucose", 90.0, "mg/dL")];
    vec![
        // 80 + (120 - 80) / 3
        (
            "mean-arterial-pressure",
            pressures(120.0, 80.0),
            vec![280.0 / 3.0],
        ),
        // 120 - 80
        ("pulse-pressure", pressures(120.0, 80.0), vec![40.0]),
        // 8 + 0.8 x (4 - 2)
        ("corrected-calcium", blood(&calcium(2.0)), vec![9.6]),
        // 8 + 0.8 x (4 - 5)
        ("corrected-calcium", blood(&calcium(5.0)), vec![7.2]),
        // 140 - (104 + 24); + 2.5 x (4 - 2)
        ("anion-gap", blood(&gap), vec![12.0, 17.0]),
        ("anion-gap", blood(&gap[..3]), vec![12.0]),
        // 280 + 90/18 + 14/2.8
        ("serum-osmolality", blood(&osmoles), vec![290.0]),
        // 200 - 50 - 150/5
        (
            "ldl-friedewald-1972",
            lipids(200.0, 50.0, 150.0),
            vec![120.0],
        ),
        // 210.970464 - 51.493306 - (17.523364 + 10.514019 - 1.397516) - 9.44
        (
            "ldl-sampson-2020",
            lipids(200.0, 50.0, 150.0),
            vec![123.397_290_615_164],
        ),
        // 9 x 90 / 405
        ("homa-ir-1985", blood(&fasting), vec![2.0]),
        // 28.7 x 7 - 46.7
        (
            "estimated-average-glucose",
            blood(&[("hba1c", 7.0, "%")]),
            vec![154.2],
        ),
        // RR = 60/93.75 = 0.64 s; 400 / 0.8
        ("qtc-bazett-1920", heart(400.0, 93.75), vec![500.0]),
        // RR = 60/117.1875 = 0.512 s; 400 / 0.8
        ("qtc-fridericia-1920", heart(400.0, 117.1875), vec![500.0]),
        // RR = 60/75 = 0.8 s; 400 + 154 x 0.2
        ("qtc-framingham-1992", heart(400.0, 75.0), vec![430.8]),
        // 400 + 1.75 x 15
        ("qtc-hodges-1983", heart(400.0, 75.0), vec![426.25]),
    ]
}

#[test]
fn worked_by_hand() {
    let cases = cases();
    for (id, inputs, expected) in &cases {
        let found = run(id, inputs).unwrap_or_else(|found| panic!("{id}: {found:?}"));
        close(id, &numbers(&found), expected, 1e-9);
    }
    let by_laboratory = calculators::all().filter(|calculator| {
        let kind = calculator.results[0].kind;
        let heart = calculator.category == Category::Heart;
        let laboratory = kind == OutputKind::Laboratory;
        (laboratory || heart && kind == OutputKind::Measurement) && !has_file(calculator.id)
    });
    for calculator in by_laboratory {
        let covered = cases.iter().any(|(id, ..)| *id == calculator.id);
        assert!(covered, "{} has no case", calculator.id);
    }
}

/// Everything a case sends, sent again in every other unit that is admitted.
#[test]
fn both_systems_of_units_agree() {
    let mut compared = 0;
    for (id, inputs, expected) in cases() {
        let calculator = calculators::find(id).expect("a calculator");
        for (at, (name, sent)) in inputs.iter().enumerate() {
            let admitted: &[Unit] = match calculator.input(name).expect("an input").kind {
                Kind::Quantity(kind) => kind.units,
                Kind::Age => units::AGE.units,
                _ => continue,
            };
            let Of(value, unit) = *sent else { continue };
            assert_eq!(unit, admitted[0].code, "{id} {name}");
            for other in &admitted[1..] {
                // These have an equation of their own in each unit.
                let own = ["corrected-calcium", "homa-ir-1985", "serum-osmolality"];
                if own.contains(&id) {
                    continue;
                }
                let mut changed = inputs.clone();
                changed[at].1 = Of(other.from_canonical(value), other.code);
                let found = run(id, &changed).unwrap_or_else(|found| panic!("{id}: {found:?}"));
                close(id, &numbers(&found), &expected, 1e-9);
                compared += 1;
            }
        }
    }
    assert!(compared > 40, "{compared}");
}

#[test]
fn calcium_answers_in_the_unit_it_was_sent_in() {
    let calcium = |value, unit, albumin| vec![("calcium", Of(value, unit)), ("albumin", albumin)];
    // 2.0 + 0.02 x (40 - 20)
    for albumin in [Of(20.0, "g/L"), Of(2.0, "g/dL")] {
        let found = run("corrected-calcium", &calcium(2.0, "mmol/L", albumin)).expect("a result");
        assert_eq!(found.results[0].unit, "mmol/L");
        close("mmol/L", &numbers(&found), &[2.4], 1e-9);
    }
    let found = run("corrected-calcium", &calcium(8.0, "mg/dL", Of(20.0, "g/L")));
    assert_eq!(found.expect("a result").results[0].unit, "mg/dL");
    // The two published slopes differ by 0.2 %: 0.8 mg/dL is 0.1996 mmol/L.
    let same = run(
        "corrected-calcium",
        &calcium(8.016, "mg/dL", Of(20.0, "g/L")),
    );
    let in_molar = numbers(&same.expect("a result"))[0] / 4.008;
    assert!((in_molar - 2.4).abs() < 0.001, "{in_molar}");
}

/// Creatinine that gives this rate in a man of 60, above the knot.
fn creatinine_for(rate: f64, factor: f64, per_year: f64, power: f64) -> f64 {
    0.9 * (rate / (factor * f64::powi(per_year, 60))).powf(1.0 / power)
}

#[test]
fn kdigo_categories_at_their_thresholds() {
    let categories = ["G5", "G4", "G3b", "G3a", "G2", "G1"];
    let thresholds = [15.0, 30.0, 45.0, 60.0, 90.0];
    for (id, factor, per_year, power) in [
        ("egfr-ckd-epi-2021", 142.0, 0.9938, -1.2),
        ("egfr-ckd-epi-2009", 141.0, 0.993, -1.209),
    ] {
        for (threshold, pair) in thresholds.iter().zip(categories.windows(2)) {
            // Both display as the threshold; only the unrounded value decides.
            for (rate, category) in [(threshold - 1e-6, pair[0]), (threshold + 1e-6, pair[1])] {
                let creatinine = creatinine_for(rate, factor, per_year, power);
                let found = stage(id, &person("male", 60.0, creatinine));
                assert_eq!(found, category, "{id} at {rate}");
            }
        }
        // A value on the threshold belongs to the upper category.
        let calculator = calculators::find(id).expect("a calculator");
        for (threshold, upper) in thresholds.iter().zip(&categories[1..]) {
            let mut all = calculator.results[0].interpretations.iter();
            let found = all.find(|one| *threshold < one.below).expect("a category");
            assert_eq!(found.code, *upper, "{id} at {threshold}");
        }
    }
    let child = calculators::find("egfr-schwartz-2009").expect("a calculator");
    assert!(child.results[0].interpretations.is_empty());
}

#[test]
fn bazett_warns_outside_60_to_100() {
    for (rate, warnings) in [(59.9, 1), (60.0, 0), (100.0, 0), (100.1, 1)] {
        let found = run("qtc-bazett-1920", &heart(380.0, rate)).expect("a result");
        assert_eq!(found.warnings.len(), warnings, "at {rate}");
        let found = run("qtc-fridericia-1920", &heart(380.0, rate)).expect("a result");
        assert!(found.warnings.is_empty(), "at {rate}");
    }
}

#[test]
fn every_correction_warns_from_500_ms() {
    for id in [
        "qtc-bazett-1920",
        "qtc-fridericia-1920",
        "qtc-framingham-1992",
        "qtc-hodges-1983",
    ] {
        // At one beat a second all four leave the interval as it is.
        for (qt, warnings) in [(499.9, 0), (500.0, 1), (500.1, 1)] {
            let found = run(id, &heart(qt, 60.0)).expect("a result");
            assert_eq!(found.warnings.len(), warnings, "{id} at {qt}");
        }
    }
}

#[test]
fn pressures_must_be_in_order() {
    for id in ["mean-arterial-pressure", "pulse-pressure"] {
        for (systolic, diastolic) in [(80.0, 80.0), (80.0, 120.0)] {
            let inputs = pressures(systolic, diastolic);
            refused(id, &inputs, "systolic_bp", Code::ImplausibleCombination);
        }
        assert!(run(id, &pressures(81.0, 80.0)).is_ok());
    }
}

#[test]
fn lipids_outside_the_equations() {
    let (field, outside) = ("triglycerides", Code::OutsideValidity);
    for (id, greatest, least_outside) in [
        ("ldl-friedewald-1972", 399.999, 400.0),
        ("ldl-sampson-2020", 800.0, 800.001),
    ] {
        assert!(run(id, &lipids(300.0, 50.0, greatest)).is_ok(), "{id}");
        refused(id, &lipids(300.0, 50.0, least_outside), field, outside);
        let all_hdl = lipids(50.0, 50.0, 100.0);
        refused(
            id,
            &all_hdl,
            "hdl_cholesterol",
            Code::ImplausibleCombination,
        );
    }
}

#[test]
fn ages_and_haemoglobin_outside_the_equations() {
    let outside = Code::OutsideValidity;
    for id in ["egfr-ckd-epi-2021", "egfr-ckd-epi-2009"] {
        refused(id, &person("male", 17.0, 1.0), "age", outside);
        assert!(run(id, &person("male", 18.0, 1.0)).is_ok());
    }
    for (age, accepted) in [(0.0, false), (1.0, true), (17.0, true), (18.0, false)] {
        let mut child = person("male", age, 0.5);
        child[0] = ("height", Of(100.0, "cm"));
        assert_eq!(run("egfr-schwartz-2009", &child).is_ok(), accepted, "{age}");
    }
    for (hba1c, accepted) in [(3.9, false), (4.0, true), (16.0, true), (16.1, false)] {
        let sent = [("hba1c", Of(hba1c, "%"))];
        assert_eq!(run("estimated-average-glucose", &sent).is_ok(), accepted);
    }
}

#[test]
fn another_unit_is_suggested() {
    let outside = Code::OutOfRange;
    let inputs = person("male", 50.0, 80.0);
    for id in ["egfr-ckd-epi-2021", "egfr-ckd-epi-2009"] {
        let message = refused(id, &inputs, "creatinine/value", outside);
        assert!(message.contains("umol/L"), "{message}");
    }
    let inputs = [("hba1c", Of(53.0, "%"))];
    let message = refused("estimated-average-glucose", &inputs, "hba1c/value", outside);
    assert!(message.contains("mmol/mol"), "{message}");
}

#[test]
fn figures_no_one_can_have() {
    let impossible = Code::ImplausibleCombination;
    // 100 - 60 - 300/5 = -20; no one has less than no LDL.
    let inputs = lipids(100.0, 60.0, 300.0);
    refused("ldl-friedewald-1972", &inputs, "triglycerides", impossible);
    // 300 + 154 x (1 - 6) is below zero.
    refused("qtc-framingham-1992", &heart(300.0, 10.0), "qt", impossible);
    // A QT of 600 ms does not fit into the 600 ms between beats.
    refused("qtc-hodges-1983", &heart(600.0, 100.0), "qt", impossible);
    // 3 + 0.8 x (4 - 8) = -0.2
    let inputs = blood(&[("calcium", 3.0, "mg/dL"), ("albumin", 8.0, "g/dL")]);
    refused("corrected-calcium", &inputs, "calcium", impossible);
}
