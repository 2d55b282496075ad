//! Many evaluations in one text: a line of JSON per case, in and out.

use core::fmt;

use clinical::{Context, Raw, calculators};
use serde::Serialize;
use serde::de::{Deserialize, Deserializer, MapAccess, Visitor};
use serde_json::value::RawValue;
use wire::{Evaluation, Failure, FailureCode, Violation};

use crate::input::JsonRaw;
use crate::{evaluation, refused};

/// Evaluates each line of `{"id": …, "calculator": …, "inputs": {…}}`; gives a line per
/// line, a [`wire::Outcome`]. Lines know nothing of each other; whatever is wrong with
/// one is said in its own.
pub fn evaluate_many(cases: &str, context: &Context) -> String {
    let mut answer = Vec::with_capacity(cases.len() * 8);
    for line in cases.lines() {
        // Writing to memory fails never.
        let _ = serde_json::to_writer(&mut answer, &evaluate(line, context));
        answer.push(b'\n');
    }
    // JSON is text.
    String::from_utf8(answer).unwrap_or_default()
}

/// A [`wire::Outcome`] as it is written: with the evaluation itself, not its text.
#[derive(Serialize)]
struct Outcome<'a> {
    id: Option<&'a RawValue>,
    #[serde(skip_serializing_if = "Option::is_none")]
    evaluation: Option<Evaluation<'static>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    error: Option<Failure>,
}

fn evaluate<'a>(line: &'a str, context: &Context) -> Outcome<'a> {
    let case: Case = match serde_json::from_str(line) {
        Ok(case) => case,
        // What is no object has not been looked into.
        Err(error) if error.is_data() && wire::json::check(line).is_ok() => {
            return failure(None, FailureCode::WrongShape, Vec::new());
        }
        Err(_) => return failure(None, FailureCode::InvalidJson, Vec::new()),
    };
    // It is kept as it stands, so nothing else has looked into it.
    if case
        .id
        .is_some_and(|id| wire::json::check(id.get()).is_err())
    {
        return failure(None, FailureCode::InvalidJson, Vec::new());
    }
    let id = case.id;
    let (Some(calculator), Some(inputs), true) = (&case.calculator, &case.inputs, case.well_formed)
    else {
        return failure(id, FailureCode::WrongShape, Vec::new());
    };
    let Some(calculator) = calculators::find(calculator) else {
        return failure(id, FailureCode::UnknownCalculator, Vec::new());
    };
    match clinical::evaluate(calculator, inputs, context) {
        Ok(found) => Outcome {
            id,
            evaluation: Some(evaluation(&found, context.language)),
            error: None,
        },
        Err(clinical::Error::Refused(violations)) => {
            failure(id, FailureCode::Refused, refused(violations))
        }
        Err(clinical::Error::Defect(_)) => failure(id, FailureCode::Defect, Vec::new()),
    }
}

fn failure(id: Option<&RawValue>, code: FailureCode, violations: Vec<Violation>) -> Outcome<'_> {
    Outcome {
        id,
        evaluation: None,
        error: Some(Failure { code, violations }),
    }
}

/// A line, as far as it is a case.
struct Case<'a> {
    /// Nothing when it stands twice: neither is surely the one.
    id: Option<&'a RawValue>,
    calculator: Option<String>,
    inputs: Option<Vec<(String, Raw)>>,
    /// Whether every member is known, is of its type, and stands once.
    well_formed: bool,
}

impl<'de: 'a, 'a> Deserialize<'de> for Case<'a> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_map(CaseVisitor)
    }
}

struct CaseVisitor;

impl<'de> Visitor<'de> for CaseVisitor {
    type Value = Case<'de>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an object")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Case<'de>, A::Error> {
        let mut case = Case {
            id: None,
            calculator: None,
            inputs: None,
            well_formed: true,
        };
        let (mut ids, mut others) = (0, 0);
        while let Some(name) = map.next_key::<String>()? {
            if name == "id" {
                ids += 1;
                case.id = Some(map.next_value()?);
                continue;
            }
            others += 1;
            match (name.as_str(), map.next_value::<JsonRaw>()?.0) {
                ("calculator", Raw::Text(id)) => case.calculator = Some(id),
                ("inputs", Raw::Object(members)) => case.inputs = Some(members),
                _ => case.well_formed = false,
            }
        }
        if ids > 1 {
            case.id = None;
        }
        case.well_formed &= ids <= 1 && others == 2;
        Ok(case)
    }
}
