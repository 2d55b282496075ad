//! Records as they are in the wild: codes of LOINC beside local ones, units with
//! annotations, one Observation of everything a ward measures.

use fhir::IssueCode;
use serde_json::{Value, json};
use text::Language;

use crate::support::{
    accepted, bundle_of, definition, evaluate, evaluation_refused, observation, only, parameters,
    refused,
};

/// What a laboratory and a monitor send of one person, in common units.
fn record() -> Vec<Value> {
    let measured = [
        ("1975-2", 2.6, "mg/dL"),
        ("6301-6", 1.7, "{INR}"),
        ("2160-0", 1.9, "mg/dL{creat}"),
        ("2951-2", 131.0, "mmol/L"),
        ("1751-7", 2.9, "g/dL"),
        ("2075-0", 98.0, "mmol/L"),
        ("1963-8", 19.0, "mmol/L"),
        ("17861-6", 8.1, "mg/dL"),
        ("777-3", 88.0, "10*3/uL"),
        ("2703-7", 71.0, "mm[Hg]{arterial}"),
        ("3150-0", 40.0, "%"),
        ("8478-0", 68.0, "mm[Hg]"),
        ("8634-8", 0.4, "s"),
        ("8867-4", 96.0, "{beats}/min"),
        ("9279-1", 24.0, "{breaths}/min"),
        ("59408-5", 93.0, "%"),
        // Nothing that any of them asks for.
        ("2823-3", 4.4, "mmol/L"),
    ];
    let all = measured.iter().enumerate();
    let mut all: Vec<_> = all
        .map(|(at, (code, value, unit))| observation(&format!("o{at}"), code, *value, unit))
        .collect();
    for one in &mut all {
        let local = json!({"system": "urn:oid:1.2.3", "code": "LAB", "display": "Exame"});
        let codings = one["code"]["coding"].as_array_mut().expect("codings");
        codings.insert(0, local);
    }
    all.push(json!({
        "resourceType": "Patient",
        "id": "p",
        "gender": "female",
        "birthDate": "1961-02-03",
    }));
    all
}

/// What no Observation has a code for.
fn stated() -> Value {
    json!({
        "dialysis_twice_last_week": false,
        "ascites": "slight",
        "encephalopathy": "none",
        "respiratory_support": false,
        "vasopressor": "none",
        "glasgow_coma_scale": 15,
    })
}

/// Reads the record for a calculator, with what it takes of the rest, and evaluates it.
#[track_caller]
fn found(calculator: &str, record: &[Value]) -> (Value, f64) {
    let definition = definition(calculator, Language::English).expect("a definition");
    let stated = stated();
    let stated = stated.as_object().expect("members").iter();
    let mut all: Vec<_> = stated
        .filter(|(name, _)| definition.takes(name))
        .map(|(name, value)| match value {
            Value::Bool(_) => json!({"name": name, "valueBoolean": value}),
            Value::Number(_) => json!({"name": name, "valueInteger": value}),
            _ => json!({"name": name, "valueCode": value}),
        })
        .collect();
    all.push(bundle_of(record));
    let request = accepted(&parameters(calculator, &all));
    let evaluation = evaluate(calculator, &request.inputs, Language::English);
    let number = evaluation.results[0].value.number().expect("a number");
    (request.inputs, number)
}

#[test]
fn it_feeds_every_calculator_that_it_has_data_for() {
    for (calculator, expected) in [
        // 11.2 ln 1.7 + 3.78 ln 2.6 + 9.57 ln 1.9 + 6.43 = 22.13
        ("meld-2001", 22.0),
        // 22 + 1.32 x 6 - 0.033 x 22 x 6 = 25.56
        ("meld-na-2016", 26.0),
        // 27.61
        ("meld-3.0", 28.0),
        // Bilirubin 2, albumin 2, INR 2, ascites 2, no encephalopathy.
        ("child-pugh", 9.0),
        ("anion-gap", 14.0),
        ("corrected-calcium", 8.1 + 0.8 * 1.1),
        // 178 mm[Hg] without support 2, platelets 2, liver 2, circulation 1, kidneys 1.
        ("sofa", 8.0),
        ("qtc-bazett-1920", 400.0 / (60.0_f64 / 96.0).sqrt()),
        ("qtc-fridericia-1920", 400.0 / (60.0_f64 / 96.0).cbrt()),
        ("qtc-framingham-1992", 400.0 + 154.0 * (1.0 - 60.0 / 96.0)),
        ("qtc-hodges-1983", 400.0 + 1.75 * 36.0),
    ] {
        let (inputs, number) = found(calculator, &record());
        assert!(
            (number - expected).abs() < 1e-6,
            "{calculator}: {number}, not {expected}, of {inputs}"
        );
    }
}

/// The same person where laboratories count in moles.
#[test]
fn moles_give_the_same() {
    let mut moles = record();
    for (loinc, other, value, unit) in [
        ("1975-2", "14631-6", 2.6 * 17.1, "umol/L"),
        ("2160-0", "14682-9", 1.9 * 88.4, "umol/L"),
        ("2951-2", "2951-2", 131.0, "meq/L"),
        ("777-3", "26515-7", 88.0, "10*9/L"),
        ("6301-6", "34714-6", 1.7, "1"),
        ("8634-8", "8634-8", 400.0, "ms"),
    ] {
        let at = moles
            .iter()
            .position(|one| one["code"]["coding"][1]["code"] == loinc)
            .expect("measured");
        moles[at] = observation("other", other, value, unit);
    }
    for calculator in ["meld-2001", "meld-3.0", "sofa", "qtc-bazett-1920"] {
        let (_, expected) = found(calculator, &record());
        let (_, number) = found(calculator, &moles);
        assert!((number - expected).abs() < 1e-6, "{calculator}: {number}");
    }
}

#[test]
fn an_annotation_says_nothing_of_a_unit_that_is_named_too() {
    let heart_rate = |unit: &str| {
        let quantity = json!({"value": 96, "system": "http://unitsofmeasure.org", "code": unit});
        let rate = json!({"name": "heart_rate", "valueQuantity": quantity});
        let qt = observation("qt", "8634-8", 400.0, "ms");
        accepted(&parameters("qtc-bazett-1920", &[rate, bundle_of(&[qt])]))
    };
    for unit in ["/min", "{beats}/min", "/min{sitting}", "{batimentos}/min"] {
        assert_eq!(heart_rate(unit).inputs["heart_rate"]["unit"], "/min");
    }
    // What is no unit comes as it was sent, and the evaluation says what there is.
    for unit in ["1/min", "bpm", "/min{", "{beats/min", "{60}/min", "/{min}"] {
        let request = heart_rate(unit);
        assert_eq!(request.inputs["heart_rate"]["unit"], unit);
        let issues = evaluation_refused(&request);
        assert_eq!(only(&issues).1, "unknown-unit", "{unit}");
    }
}

/// A code and a unit contradict each other with an annotation as they do without.
#[test]
fn an_annotation_hides_no_contradiction() {
    let creatinine = observation("c", "2160-0", 80.0, "umol/L{jaffe}");
    let clearance = "creatinine-clearance-cockcroft-gault";
    let issues = refused(&parameters(clearance, &[bundle_of(&[creatinine])]));
    let (code, ours, _) = only(&issues);
    assert_eq!((code, ours), (IssueCode::CodeInvalid, "unknown-unit"));
}

/// No unit of the catalogue that is told apart by an annotation, nor a likely spelling of
/// one, passes for a unit of any input that does not have it.
#[test]
fn an_annotation_never_makes_another_quantity_the_same() {
    let ids: Vec<_> = evaluator::summaries(Language::English)
        .into_iter()
        .map(|one| one.id.to_string())
        .collect();
    let inputs: Vec<_> = ids
        .iter()
        .filter_map(|id| definition(id, Language::English))
        .flat_map(|one| one.inputs)
        .collect();
    let mut annotated: Vec<String> = inputs
        .iter()
        .flat_map(|input| &input.units)
        .filter(|unit| unit.contains('{'))
        .map(|unit| unit.to_string())
        .collect();
    assert!(annotated.len() > 8, "{annotated:?}");
    let spelt = [
        "mL/min/{1.73_m2}",
        "mL/min{1.73_m2}",
        "mL/min/{BSA}",
        "mL/min{BSA}",
        "mL/{1.73_m2}/min",
        "mg/L{FEU}",
        "mg/L{feu}",
        "ug/mL{D-DU, ddu}",
        "mg/dL{urea}",
        "mg/dL{ureia}",
        "mg/dL{BUN}",
        "mg/dL{urea nitrogen}",
        "%{IFCC}",
        "%{JDS}",
        "U/L{25Cel}",
        "mg/{24.h}",
    ];
    annotated.extend(spelt.map(str::to_owned));
    for input in &inputs {
        for code in &annotated {
            let read = input.unit(code);
            let own = input.units.iter().any(|unit| **unit == **code);
            let (name, id) = (&input.name, read.map(|unit| unit.to_string()));
            assert_eq!(read.is_some(), own, "{name}: {code} as {id:?}");
        }
    }
}

/// Any glucose is taken as a fasting one, and said to be, where no fasting one is there.
#[test]
fn a_fasting_glucose_counts_before_any_other() {
    let insulin = observation("i", "20448-7", 12.0, "u[IU]/mL");
    let any = observation("any", "2345-7", 180.0, "mg/dL");
    let fasting = observation("fasting", "1558-6", 99.0, "mg/dL");
    let of = |record: &[Value]| accepted(&parameters("homa-ir-1985", &[bundle_of(record)]));
    let request = of(&[insulin.clone(), any.clone()]);
    assert_eq!(request.inputs["glucose"]["value"], 180.0);
    let evaluation = evaluate("homa-ir-1985", &request.inputs, Language::English);
    let bundle = fhir::bundle(&evaluation, &request.provenance, "2026-01-31T12:00:00Z");
    let notes = bundle["entry"][0]["resource"]["note"].to_string();
    assert!(notes.contains("fasting"), "{notes}");
    for record in [
        [insulin.clone(), any.clone(), fasting.clone()],
        [insulin.clone(), fasting.clone(), any],
    ] {
        let request = of(&record);
        assert_eq!(request.inputs["glucose"]["value"], 99.0);
        let from = Value::from(request.provenance.derived_from).to_string();
        assert!(from.contains("Observation/fasting"), "{from}");
        assert!(!from.contains("Observation/any"), "{from}");
    }
    // Two that are fasting are two.
    let second = observation("second", "1558-6", 101.0, "mg/dL");
    let body = parameters("homa-ir-1985", &[bundle_of(&[insulin, fasting, second])]);
    assert_eq!(only(&refused(&body)).1, "ambiguous");
}
