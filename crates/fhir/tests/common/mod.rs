//! Helpers that several test files share.

use fhir::{Issue, IssueCode, Request};
use serde_json::{Value, json};

pub(crate) fn definitions() -> Value {
    evaluator::definitions(text::Language::English)
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
    fhir::parse(&body.to_string(), &definitions()).expect("a request")
}

#[track_caller]
pub(crate) fn refused(body: &Value) -> Vec<Issue> {
    fhir::parse(&body.to_string(), &definitions()).expect_err("a refusal")
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
pub(crate) fn evaluate(calculator: &str, inputs: &Value, language: &str) -> Value {
    let context = evaluator::context("2026-01-31", language).expect("a context");
    evaluator::evaluate(calculator, &inputs.to_string(), &context).expect("an evaluation")
}

/// The issues of an evaluation that is refused.
#[track_caller]
pub(crate) fn evaluation_refused(request: &Request) -> Vec<Issue> {
    let context = evaluator::context("2026-01-31", "en").expect("a context");
    let refusal = evaluator::evaluate(&request.calculator, &request.inputs.to_string(), &context);
    let Err(evaluator::Error::Refused(violations)) = refusal else {
        panic!("not refused: {refusal:?}");
    };
    let violations: Vec<_> = violations
        .into_iter()
        .map(|one| (one.field, one.code.as_str().to_owned(), one.message))
        .collect();
    fhir::issues_from_violations(&violations, request)
}
