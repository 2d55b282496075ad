//! The same questions, asked of a server over HTTP.

use std::time::Duration;

use ::text::Language;
use serde_json::{Value, json};
use ureq::{Agent, http::Response};

use crate::failure::{Failure, Violation, error};
use crate::value::Inputs;

/// Most cases in one request.
pub(crate) const MOST_CASES: usize = 1000;
/// Most bytes in one request.
pub(crate) const MOST_BYTES: usize = 1 << 20;
/// More than a server can have to say to [`MOST_BYTES`].
const MOST_ANSWER_BYTES: u64 = 64 << 20;

const CONNECT: Duration = Duration::from_secs(5);
const WHOLE_REQUEST: Duration = Duration::from_secs(60);

/// A server and how to ask it.
pub(crate) struct Server {
    agent: Agent,
    base: String,
    /// The language to ask in.
    pub(crate) language: Language,
}

/// Status and body of an answer.
type Answer = (u16, String);

impl Server {
    /// A server at a URL; it is not asked anything yet.
    pub(crate) fn new(url: &str, language: Language) -> Result<Self, Failure> {
        if url.strip_prefix("http://").is_none_or(str::is_empty) || url.contains(['?', '#']) {
            return Err(Failure::Usage(language.say(
                "--url must look like http://127.0.0.1:8080 (plain HTTP only)",
                "--url deve ser como http://127.0.0.1:8080 (somente HTTP simples)",
            )));
        }
        // What is sent is about patients: it goes to the server that was named,
        // not to a proxy of the environment and not where a redirect points.
        let agent = Agent::config_builder()
            .timeout_connect(Some(CONNECT))
            .timeout_global(Some(WHOLE_REQUEST))
            .http_status_as_error(false)
            .max_redirects(0)
            .max_redirects_will_error(false)
            .proxy(None)
            .build()
            .new_agent();
        Ok(Self {
            agent,
            base: url.trim_end_matches('/').to_owned(),
            language,
        })
    }

    /// Every calculator the server has.
    pub(crate) fn calculators(&self) -> Result<Vec<Value>, Failure> {
        let answer = self.get("/api/v1/calculators")?;
        match self.json(&answer, 200)?.get_mut("calculators") {
            Some(Value::Array(all)) => Ok(std::mem::take(all)),
            _ => Err(self.wrong(answer.0, "")),
        }
    }

    /// A definition, or nothing when the server has no such calculator.
    pub(crate) fn definition(&self, id: &str) -> Result<Option<Value>, Failure> {
        // Anything else would be another path, and no calculator is called so.
        let plain = id.starts_with(|first: char| first.is_ascii_alphanumeric())
            && id
                .bytes()
                .all(|byte| byte.is_ascii_alphanumeric() || byte == b'-' || byte == b'.');
        if !plain {
            return Ok(None);
        }
        let answer = self.get(&format!("/api/v1/calculators/{id}"))?;
        if answer.0 == 404 {
            return Ok(None);
        }
        let definition = self.json(&answer, 200)?;
        if definition["id"] == id {
            Ok(Some(definition))
        } else {
            Err(self.wrong(answer.0, ""))
        }
    }

    /// An evaluation. The definition was asked for before, so the id is one.
    pub(crate) fn evaluate(&self, id: &str, inputs: &Inputs) -> Result<Value, Failure> {
        let body = serde_json::to_string(inputs).unwrap_or_default();
        let answer = self.post(
            &format!("/api/v1/calculators/{id}"),
            "application/json",
            &format!("{{\"inputs\":{body}}}"),
        )?;
        if answer.0 == 422 {
            let problem = self.json(&answer, 422)?;
            return match violations(&problem) {
                Some(violations) => Err(Failure::Refused(violations)),
                None => Err(self.wrong(answer.0, code(&problem))),
            };
        }
        let evaluation = self.json(&answer, 200)?;
        // The figures of another calculator must not pass for those of this one.
        if evaluation["calculator"] == id && evaluation["results"].is_array() {
            Ok(evaluation)
        } else {
            Err(self.wrong(answer.0, ""))
        }
    }

    /// An answer per case, in the shape of local ones.
    pub(crate) fn batch(&self, cases: &[&str]) -> Result<Vec<Value>, Failure> {
        let body = cases.join("\n") + "\n";
        let (status, text) = self.post("/api/v1/batch", "application/x-ndjson", &body)?;
        if status != 200 {
            let problem: Value = serde_json::from_str(&text).unwrap_or_default();
            return Err(self.wrong(status, code(&problem)));
        }
        let answers: Option<Vec<Value>> = text.lines().map(one_answer).collect();
        match answers {
            Some(answers) if answers.len() == cases.len() => Ok(answers),
            _ => Err(self.wrong(status, "")),
        }
    }

    fn get(&self, path: &str) -> Result<Answer, Failure> {
        let request = self.agent.get(format!("{}{path}", self.base));
        let request = request.header("Accept-Language", self.language.tag());
        self.read(request.call())
    }

    fn post(&self, path: &str, content_type: &str, body: &str) -> Result<Answer, Failure> {
        let request = self.agent.post(format!("{}{path}", self.base));
        let request = request
            .header("Accept-Language", self.language.tag())
            .header("Content-Type", content_type);
        self.read(request.send(body))
    }

    fn read(&self, sent: Result<Response<ureq::Body>, ureq::Error>) -> Result<Answer, Failure> {
        let answer = sent.and_then(|mut response| {
            let status = response.status().as_u16();
            let body = response.body_mut().with_config().limit(MOST_ANSWER_BYTES);
            Ok((status, body.read_to_string()?))
        });
        answer.map_err(|error| {
            let base = &self.base;
            Failure::Server(self.language.say(
                format!("{base} could not be reached: {error}"),
                format!("não foi possível acessar {base}: {error}"),
            ))
        })
    }

    /// The JSON object of an answer that has the status it should have.
    fn json(&self, (status, body): &Answer, expected: u16) -> Result<Value, Failure> {
        let found = serde_json::from_str(body).unwrap_or(Value::Null);
        if *status == expected && found.is_object() {
            Ok(found)
        } else {
            Err(self.wrong(*status, code(&found)))
        }
    }

    fn wrong(&self, status: u16, code: &str) -> Failure {
        let base = &self.base;
        let code = if code.is_empty() {
            String::new()
        } else {
            format!(" ({code})")
        };
        Failure::Server(self.language.say(
            format!("{base} gave an answer that is not usable: status {status}{code}"),
            format!("{base} deu uma resposta que não serve: status {status}{code}"),
        ))
    }
}

/// The stable code of a problem document.
fn code(problem: &Value) -> &str {
    problem["code"].as_str().unwrap_or_default()
}

/// The violations of a problem document, by field instead of by pointer.
fn violations(problem: &Value) -> Option<Vec<Violation>> {
    let all = problem["violations"].as_array()?;
    let read: Option<Vec<_>> = all.iter().map(violation).collect();
    read.filter(|all| !all.is_empty())
}

fn violation(found: &Value) -> Option<Violation> {
    let pointer = found["pointer"].as_str()?;
    let field = pointer.trim_start_matches('/');
    Some(Violation {
        field: field.strip_prefix("inputs/").unwrap_or(field).to_owned(),
        code: found["code"].as_str()?.to_owned(),
        message: found["message"].as_str()?.to_owned(),
    })
}

/// A line of a batch's answer in the shape of a local one.
fn one_answer(line: &str) -> Option<Value> {
    let mut found: Value = serde_json::from_str(line).ok()?;
    let id = found.get("id")?.clone();
    if found["status"] == 200 && found["evaluation"].is_object() {
        return Some(json!({"id": id, "evaluation": found["evaluation"].take()}));
    }
    let problem = found.get("problem")?;
    let violations = violations(problem).unwrap_or_default();
    let code = match code(problem) {
        "" => return None,
        // As the same case is called when it is calculated here.
        _ if !violations.is_empty() => "refused",
        code => code,
    };
    Some(json!({"id": id, "error": error(code, &violations)}))
}
