//! Many evaluations in one request: a line of JSON per case, in and out.

use serde::{Deserialize, Serialize};
use serde_json::Value;
use serde_json::value::RawValue;

use crate::body::{self, BodyError};
use crate::endpoint::Moment;
use crate::problem::Problem;
use crate::response::{Response, ok};
use crate::services::{EvaluationError, EvaluationViolation, Services};

/// Most cases of a batch.
const CASE_LIMIT: usize = 1000;

/// Longest line in bytes.
const LINE_LIMIT: usize = 64 * 1024;

/// A chunk goes to the calculator in one call. Its answer must stay below the
/// lattice's message limit of 1 MB: a case's answer has up to about 3 KB.
const CHUNK_CASES: usize = 200;
const CHUNK_BYTES: usize = 256 * 1024;

/// What the calculator says of a line.
#[derive(Deserialize)]
struct Outcome<'a> {
    id: Value,
    #[serde(borrow)]
    evaluation: Option<&'a RawValue>,
    error: Option<Failure>,
}

#[derive(Deserialize)]
struct Failure {
    code: String,
    violations: Vec<EvaluationViolation>,
}

/// A line of the answer.
#[derive(Serialize)]
struct Line<'a> {
    #[serde(skip_serializing_if = "Value::is_null")]
    id: Value,
    line: usize,
    status: u16,
    #[serde(skip_serializing_if = "Option::is_none")]
    evaluation: Option<&'a RawValue>,
    #[serde(skip_serializing_if = "Option::is_none")]
    problem: Option<Value>,
}

/// A case as it came: its number and its text.
type Case<'a> = (usize, &'a str);

/// Evaluates every line; one that is wrong spoils nothing but itself.
pub(crate) fn evaluate(
    services: &impl Services,
    body: Result<Vec<u8>, BodyError>,
    moment: &Moment<'_>,
) -> Result<Response, Problem> {
    let text = body::text(body)?;
    let lines = text
        .lines()
        .enumerate()
        .map(|(index, line)| (index + 1, line.trim()));
    let cases: Vec<Case> = lines.filter(|(_, line)| !line.is_empty()).collect();
    if cases.len() > CASE_LIMIT {
        return Err(Problem::too_many_cases(CASE_LIMIT));
    }
    let mut answer = Vec::with_capacity(cases.len() * 1024);
    let mut rest = cases.as_slice();
    while let Some(count) = chunk(rest) {
        let (now, later) = rest.split_at(count);
        evaluate_chunk(services, now, moment, &mut answer)?;
        rest = later;
    }
    Ok(ok("application/x-ndjson", answer, moment.language))
}

/// How many of the cases go into the next call.
fn chunk(cases: &[Case]) -> Option<usize> {
    if cases.is_empty() {
        return None;
    }
    let mut bytes = 0;
    let fitting = cases.iter().take(CHUNK_CASES).take_while(|(_, line)| {
        bytes += line.len().min(LINE_LIMIT);
        bytes <= CHUNK_BYTES
    });
    Some(fitting.count().max(1))
}

fn evaluate_chunk(
    services: &impl Services,
    cases: &[Case],
    moment: &Moment<'_>,
    answer: &mut Vec<u8>,
) -> Result<(), Problem> {
    let sent = cases.iter().filter(|(_, line)| line.len() <= LINE_LIMIT);
    let text: Vec<&str> = sent.map(|(_, line)| *line).collect();
    let outcomes = if text.is_empty() {
        String::new()
    } else {
        let outcomes = services.evaluate_many(&text.join("\n"), &moment.context());
        outcomes.map_err(|error| Problem::evaluation(error, "/inputs"))?
    };
    let mut outcomes = outcomes.lines();
    for &(number, line) in cases {
        let line = if line.len() > LINE_LIMIT {
            failed(Value::Null, number, &Problem::body_too_large(LINE_LIMIT))
        } else {
            // Fewer lines than were sent: nobody knows whose they are.
            let outcome = outcomes.next().ok_or_else(Problem::internal)?;
            let outcome = serde_json::from_str(outcome).map_err(|_| Problem::internal())?;
            finished(outcome, number)?
        };
        serde_json::to_writer(&mut *answer, &line).map_err(|_| Problem::internal())?;
        answer.push(b'\n');
    }
    Ok(())
}

fn finished(outcome: Outcome<'_>, line: usize) -> Result<Line<'_>, Problem> {
    let Outcome {
        id,
        evaluation,
        error,
    } = outcome;
    let Some(error) = error else {
        return match evaluation {
            Some(_) => Ok(Line {
                id,
                line,
                status: 200,
                evaluation,
                problem: None,
            }),
            None => Err(Problem::internal()),
        };
    };
    let problem = match error.code.as_str() {
        "unknown-calculator" => Problem::unknown_calculator(),
        "refused" => Problem::evaluation(EvaluationError::Refused(error.violations), "/inputs"),
        "wrong-shape" => Problem::at(
            "",
            "wrong-type",
            "a line must be an object with the members id, calculator and inputs (an object)",
        ),
        "invalid-json" => Problem::invalid_line(),
        _ => Problem::internal(),
    };
    Ok(failed(id, line, &problem))
}

fn failed(id: Value, line: usize, problem: &Problem) -> Line<'static> {
    Line {
        id,
        line,
        status: problem.status().as_u16(),
        evaluation: None,
        problem: Some(problem.document()),
    }
}
