//! Many evaluations in one text: a line of JSON per case, in and out.

use clinical::Context;
use serde::Deserialize;
use serde_json::{Value, json};

use crate::{Error, Inputs, evaluation};

/// A case of a batch.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Case {
    #[serde(default)]
    id: Value,
    calculator: Option<String>,
    inputs: Option<Inputs>,
}

/// Evaluates each line of `{"id": …, "calculator": …, "inputs": {…}}`.
///
/// Gives a line per line: `{"id": …, "evaluation": …}` or `{"id": …, "error":
/// {"code": …, "violations": […]}}`. Lines know nothing of each other; whatever
/// is wrong with one is said in its own.
pub fn evaluate_many(cases: &str, context: &Context) -> String {
    let mut answer = String::with_capacity(cases.len() * 8);
    for line in cases.lines() {
        answer.push_str(&evaluate_line(line, context).to_string());
        answer.push('\n');
    }
    answer
}

fn evaluate_line(line: &str, context: &Context) -> Value {
    let case: Case = match serde_json::from_str(line) {
        Ok(case) => case,
        Err(error) if error.is_data() => return failure(&identity(line), "wrong-shape", &[]),
        Err(_) => return failure(&Value::Null, "invalid-json", &[]),
    };
    let (Some(id), Some(inputs)) = (&case.calculator, &case.inputs) else {
        return failure(&case.id, "wrong-shape", &[]);
    };
    let Some(calculator) = clinical::calculators::find(id) else {
        return failure(&case.id, "unknown-calculator", &[]);
    };
    match clinical::evaluate(calculator, &inputs.0, context) {
        Ok(found) => json!({
            "id": case.id,
            "evaluation": evaluation(&found, context.language),
        }),
        Err(violations) => failure(&case.id, "refused", &violations),
    }
}

/// The id of a line whose other members cannot be used.
fn identity(line: &str) -> Value {
    let found: Option<Value> = serde_json::from_str(line).ok();
    let id = found.as_ref().and_then(|found| found.get("id"));
    id.cloned().unwrap_or_default()
}

fn failure(id: &Value, code: &str, violations: &[clinical::Violation]) -> Value {
    let violations = violations.iter().map(|violation| {
        json!({
            "field": violation.field,
            "code": violation.code.as_str(),
            "message": violation.message,
        })
    });
    json!({
        "id": id,
        "error": {"code": code, "violations": violations.collect::<Vec<_>>()},
    })
}

impl Error {
    /// The code of this error in a batch.
    pub const fn code(&self) -> &'static str {
        match self {
            Self::UnknownCalculator => "unknown-calculator",
            Self::NotAnObject => "wrong-shape",
            Self::InvalidContext => "invalid-context",
            Self::Refused(_) => "refused",
        }
    }
}
