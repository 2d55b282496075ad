//! Many evaluations in one text: a line of JSON per case, in and out.

use core::fmt;

use clinical::{Code, Context, Raw, calculators};
use serde::Serialize;
use serde::de::{Deserialize, Deserializer, MapAccess, Visitor};
use serde_json::value::RawValue;
use wire::{Evaluation, Failure, FailureCode, Violation};

use crate::input::JsonRaw;
use crate::{evaluation, refused};

/// What the violations of a line may take at least, and at most, in bytes: four times what
/// the line takes between them. A thousand tiny lines must not make an answer of megabytes,
/// and two hundred of any length fit into a message of the lattice.
const TOLD_LEAST: usize = 1024;
const TOLD_MOST: usize = 2 * 1024;

/// Bytes of JSON around the texts of a violation.
const AROUND: usize = 40;

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
            let told = told(refused(violations), line.len(), context);
            failure(id, FailureCode::Refused, told)
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

/// The violations that fit into the answer to a line of this length, one at least.
fn told(mut violations: Vec<Violation>, line: usize, context: &Context) -> Vec<Violation> {
    let limit = (TOLD_LEAST + 4 * line).min(TOLD_MOST);
    let mut bytes = 0;
    let fitting = violations.iter().take_while(|one| {
        bytes += one.field.len() + one.code.len() + one.message.len() + AROUND;
        bytes <= limit
    });
    let fitting = fitting.count().max(1);
    if fitting < violations.len() {
        violations.truncate(fitting);
        violations.push(Violation {
            field: String::new(),
            code: Code::TooMany.as_str().to_owned(),
            message: context.language.say(
                "there are more problems; send this case alone to hear of all",
                "há mais problemas; envie este caso sozinho para saber de todos",
            ),
        });
    }
    violations
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
