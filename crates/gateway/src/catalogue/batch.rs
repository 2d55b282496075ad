//! Many evaluations in one request: a line of JSON per case, in and out.

use api::{CASE_LIMIT, Call, Document, Problem, ProblemCode, Response};
use ports::{Context, Ports};
use serde::Serialize;
use serde_json::value::RawValue;
use wire::{Failure, FailureCode, Outcome};

use crate::question::{at, context, problem, read, refused};

/// Longest line in bytes.
const LINE_LIMIT: usize = 64 * 1024;

/// A chunk goes to the calculator in one call. Its answer must stay below the lattice's
/// message limit of 1 MB: a case's answer has up to about 3 KB.
const CHUNK_CASES: usize = 200;
const CHUNK_BYTES: usize = 256 * 1024;

/// A line of the answer.
#[derive(Serialize)]
struct Line<'a> {
    #[serde(skip_serializing_if = "Option::is_none")]
    id: Option<&'a RawValue>,
    line: usize,
    status: u16,
    #[serde(skip_serializing_if = "Option::is_none")]
    evaluation: Option<&'a RawValue>,
    #[serde(skip_serializing_if = "Option::is_none")]
    problem: Option<Document<'a>>,
}

/// A case as it came: its number and its text.
type Case<'a> = (usize, &'a str);

/// Evaluates every line; one that is wrong spoils nothing but itself.
pub(super) fn answer(call: &Call<'_>, ports: &dyn Ports) -> Result<Response, Problem> {
    let text = call.text()?;
    let lines = text
        .lines()
        .enumerate()
        // Other white space than ASCII's is none in JSON.
        .map(|(index, line)| (index + 1, line.trim_ascii()));
    let cases = lines.filter(|(_, line)| !line.is_empty());
    // Those beyond the limit are not kept to be counted.
    let cases: Vec<Case<'_>> = cases.take(CASE_LIMIT + 1).collect();
    if cases.len() > CASE_LIMIT {
        return Err(Problem::too_many_cases(CASE_LIMIT, call.language));
    }
    let context = context(call);
    let mut answer = Vec::with_capacity(cases.len() * 1024);
    let mut rest = cases.as_slice();
    while !rest.is_empty() {
        let (now, later) = rest.split_at(chunk(rest));
        evaluate(now, call, ports, &context, &mut answer)?;
        rest = later;
    }
    Ok(Response::ok("application/x-ndjson", answer, call.language))
}

/// How many of the cases go into the next call; one at least.
fn chunk(cases: &[Case<'_>]) -> usize {
    let mut bytes = 0;
    let fitting = cases.iter().take(CHUNK_CASES).take_while(|(_, line)| {
        bytes += line.len().min(LINE_LIMIT);
        bytes <= CHUNK_BYTES
    });
    fitting.count().max(1)
}

fn evaluate(
    cases: &[Case<'_>],
    call: &Call<'_>,
    ports: &dyn Ports,
    context: &Context<'_>,
    answer: &mut Vec<u8>,
) -> Result<(), Problem> {
    let internal = || Problem::new(ProblemCode::InternalError, call.language);
    let sent = cases.iter().filter(|(_, line)| line.len() <= LINE_LIMIT);
    let text: Vec<&str> = sent.map(|(_, line)| *line).collect();
    let outcomes = if text.is_empty() {
        String::new()
    } else {
        let outcomes = ports.evaluate_many(&text.join("\n"), context);
        outcomes.map_err(|error| problem(error, "/inputs", call))?
    };
    let mut outcomes = outcomes.lines();
    for &(number, line) in cases {
        let (id, found) = if line.len() > LINE_LIMIT {
            (
                None,
                Err(Problem::body_too_large(LINE_LIMIT, call.language)),
            )
        } else {
            // Fewer lines than were sent: nobody knows whose they are.
            finished(read(outcomes.next().ok_or_else(internal)?, call)?, call)?
        };
        let problem = found.as_ref().err();
        let line = Line {
            id,
            line: number,
            status: problem.map_or(200, |problem| problem.code.status().as_u16()),
            evaluation: found.as_ref().ok().copied(),
            problem: problem.map(Problem::document),
        };
        serde_json::to_writer(&mut *answer, &line).map_err(|_| internal())?;
        answer.push(b'\n');
    }
    // More of them: neither.
    match outcomes.next() {
        Some(_) => Err(internal()),
        None => Ok(()),
    }
}

/// The id of a line, and what became of it.
type Finished<'a> = (Option<&'a RawValue>, Result<&'a RawValue, Problem>);

fn finished<'a>(outcome: Outcome<'a>, call: &Call<'_>) -> Result<Finished<'a>, Problem> {
    let id = Some(outcome.id).filter(|id| id.get() != "null");
    match (outcome.evaluation, outcome.error) {
        (Some(evaluation), None) => Ok((id, Ok(evaluation))),
        (None, Some(failure)) => Ok((id, Err(reason(failure, call)))),
        _ => Err(Problem::new(ProblemCode::InternalError, call.language)),
    }
}

fn reason(Failure { code, violations }: Failure, call: &Call<'_>) -> Problem {
    match code {
        FailureCode::Refused => refused(violations, "/inputs", call),
        FailureCode::WrongShape => {
            let message = call.language.say(
                "a line must be an object with the members id, calculator and inputs (an object)",
                "uma linha deve ser um objeto com os membros id, calculator e inputs (um objeto)",
            );
            at("", "wrong-type", message, call)
        }
        FailureCode::InvalidJson => Problem::invalid_line(call.language),
        FailureCode::UnknownCalculator => {
            Problem::new(ProblemCode::UnknownCalculator, call.language)
        }
        FailureCode::Defect => Problem::new(ProblemCode::InternalError, call.language),
    }
}
