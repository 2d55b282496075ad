//! What several test files share.

use fhir::{Issue, IssueCode, Request};
use serde_json::{Value, json};
use text::Language;
use wire::{Definition, Evaluation, LoincUnits};

/// The definition of a calculator, if there is one.
pub(crate) fn definition(calculator: &str, language: Language) -> Option<Definition<'static>> {
    let mut found = evaluator::definitions(&[calculator], language).ok()?;
    for input in &mut found[0].inputs {
        if input.name == "creatinine" && input.loinc_units.is_empty() {
            input.loinc_units = [("2160-0", "mg/dL"), ("14682-9", "umol/L")]
                .map(|(code, unit)| LoincUnits {
                    code: code.into(),
                    units: vec![unit.into()],
                })
                .into();
        }
    }
    found.pop()
}

/// Reads a body as the API does: for the calculator it asks for.
pub(crate) fn read(body: &Value, language: Language) -> Result<Request, Vec<Issue>> {
    let asked = fhir::calculator(body, language)?;
    match definition(asked, language) {
        Some(definition) => fhir::parse(body, &definition),
        None => Err(fhir::unknown_calculator(language)),
    }
}

pub(crate) fn parameters(calculator: &str, others: &[Value]) -> Value {
    let mut all = vec![json!({"name": "calculator", "valueCode": calculator})];
    all.extend(others.iter().cloned());
    json!({"resourceType": "Parameters", "parameter": all})
}

pub(crate) fn bundle_of(resources: &[Value]) -> Value {
    let entries: Vec<_> = resources
        .iter()
        .map(|resource| json!({"resource": resource}))
        .collect();
    let bundle = json!({"resourceType": "Bundle", "type": "collection", "entry": entries});
    json!({"name": "bundle", "resource": bundle})
}

pub(crate) fn observation(id: &str, loinc: &str, value: f64, code: &str) -> Value {
    json!({
        "resourceType": "Observation",
        "id": id,
        "status": "final",
        "code": coded(loinc),
        "subject": {"reference": "Patient/p"},
        "effectiveDateTime": "2026-01-30",
        "valueQuantity": {
            "value": value,
            "unit": code,
            "system": "http://unitsofmeasure.org",
            "code": code,
        },
    })
}

pub(crate) fn coded(loinc: &str) -> Value {
    json!({"coding": [{"system": "http://loinc.org", "code": loinc}]})
}

pub(crate) fn weight() -> Value {
    observation("w", "29463-7", 70.0, "kg")
}

pub(crate) fn height() -> Value {
    observation("h", "8302-2", 175.0, "cm")
}

#[track_caller]
pub(crate) fn accepted(body: &Value) -> Request {
    read(body, Language::English).expect("a request")
}

#[track_caller]
pub(crate) fn refused(body: &Value) -> Vec<Issue> {
    read(body, Language::English).expect_err("a refusal")
}

/// The only issue there is: kind, stable code, place.
#[track_caller]
pub(crate) fn only(issues: &[Issue]) -> (IssueCode, &str, &str) {
    let [issue] = issues else {
        panic!("not one issue: {issues:?}");
    };
    (
        issue.code,
        issue.our_code.as_deref().unwrap_or_default(),
        issue.expression.as_deref().unwrap_or_default(),
    )
}

#[track_caller]
pub(crate) fn evaluate(
    calculator: &str,
    inputs: &Value,
    language: Language,
) -> Evaluation<'static> {
    let context = evaluator::context("2026-01-31", language).expect("a context");
    evaluator::evaluate(calculator, &inputs.to_string(), &context).expect("an evaluation")
}

/// The issues of an evaluation that is refused.
#[track_caller]
pub(crate) fn evaluation_refused(request: &Request) -> Vec<Issue> {
    let context = evaluator::context("2026-01-31", Language::English).expect("a context");
    let refusal = evaluator::evaluate(&request.calculator, &request.inputs.to_string(), &context);
    let Err(evaluator::Error::Refused(violations)) = refusal else {
        panic!("not refused: {refusal:?}");
    };
    fhir::issues_from_violations(&violations, request)
}
