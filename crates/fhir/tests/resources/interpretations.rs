//! Meanings of results in the terms that everyone has: HL7's ObservationInterpretation.

use fhir::{HL7_INTERPRETATION, INTERPRETATION, Provenance};
use serde_json::{Value, json};
use text::Language;
use wire::{Evaluation, Interpretation};

use crate::support::{definition, evaluate};

/// Those of the code system's codes that a calculated figure can have.
const CODES: [&str; 8] = ["N", "L", "H", "LL", "HH", "A", "NEG", "POS"];

fn written(evaluation: &Evaluation<'_>) -> Vec<Value> {
    let bundle = fhir::bundle(evaluation, &Provenance::default(), "2026-01-31T12:00:00Z");
    let entries = bundle["entry"].as_array().expect("entries").iter();
    entries
        .map(|entry| entry["resource"]["interpretation"].clone())
        .collect()
}

/// Every meaning that a result of the catalogue can have, as it is written.
#[test]
fn every_meaning_is_written_with_the_code_that_fits() {
    let sized =
        json!({"weight": {"value": 70, "unit": "kg"}, "height": {"value": 175, "unit": "cm"}});
    let mut evaluation = evaluate("bmi", &sized, Language::English);
    let (mut with, mut without) = (0, 0);
    for summary in evaluator::summaries(Language::Portuguese) {
        let known = definition(&summary.id, Language::Portuguese).expect("a definition");
        evaluation.calculator = known.id.clone();
        for meaning in known.results.iter().flat_map(|one| &one.interpretations) {
            evaluation.results[0].interpretation = Some(Interpretation {
                code: meaning.code.clone(),
                text: meaning.text.clone(),
                hl7: meaning.hl7.clone(),
            });
            let own = format!("{}/{}", known.id, meaning.code);
            let mut codings = vec![json!({"system": INTERPRETATION, "code": own})];
            if let Some(code) = &meaning.hl7 {
                assert!(CODES.contains(&&**code), "{own}: {code}");
                codings.push(json!({"system": HL7_INTERPRETATION, "code": code}));
            }
            with += usize::from(meaning.hl7.is_some());
            without += usize::from(meaning.hl7.is_none());
            let expected = json!([{"coding": codings, "text": meaning.text}]);
            assert_eq!(written(&evaluation), [expected]);
        }
    }
    assert!(with > 15 && without > 50, "{with} with, {without} without");
}

#[test]
fn a_class_is_low_normal_or_high() {
    let bmi = |weight: f64| {
        let inputs = json!({
            "weight": {"value": weight, "unit": "kg"},
            "height": {"value": 175, "unit": "cm"},
        });
        let found = written(&evaluate("bmi", &inputs, Language::English));
        found[0][0]["coding"][1]["code"].clone()
    };
    assert_eq!(bmi(50.0), "L");
    assert_eq!(bmi(70.0), "N");
    assert_eq!(bmi(80.0), "H");
    assert_eq!(bmi(130.0), "H");
    // Mildly decreased by KDIGO, within what many laboratories call normal: neither.
    let egfr = |creatinine: f64| {
        let inputs = json!({
            "sex": "male",
            "age": {"value": 50, "unit": "a"},
            "creatinine": {"value": creatinine, "unit": "mg/dL"},
        });
        let evaluation = evaluate("egfr-ckd-epi-2021", &inputs, Language::English);
        written(&evaluation)[0][0]["coding"][1]["code"].clone()
    };
    assert_eq!(egfr(0.9), "N");
    assert_eq!(egfr(1.2), Value::Null);
    assert_eq!(egfr(2.5), "L");
}
