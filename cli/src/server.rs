//! The same questions, asked of a server over HTTP.

use std::net::IpAddr;
use std::time::Duration;

use ::text::Language;
use serde::Deserialize;
use serde_json::value::RawValue;
use ureq::Agent;
use ureq::http::{Response, Uri};
use ureq::tls::{RootCerts, TlsConfig};
use wire::{Definition, Evaluation, PanelEvaluation, Violation};

use crate::answer::{Answer, Refusal};
use crate::failure::Failure;

/// More than a server can have to say to a request: of a batch, some 3 KiB a line.
const MOST_ANSWER_BYTES: u64 = 8 << 20;

const CONNECT: Duration = Duration::from_secs(5);
const WHOLE_REQUEST: Duration = Duration::from_secs(60);

/// A server and how to ask it.
pub(crate) struct Server {
    agent: Agent,
    base: String,
    /// The language to ask in.
    language: Language,
}

/// Status and body of a response.
type Received = (u16, String);

/// The list of calculators.
#[derive(Deserialize)]
struct Listed<'a> {
    #[serde(borrow)]
    calculators: &'a RawValue,
}

/// The list of panels.
#[derive(Deserialize)]
struct Panels<'a> {
    #[serde(borrow)]
    panels: &'a RawValue,
}

/// A problem document, as far as it is told. Others of its members may be unknown
/// here; RFC 9457 wants them ignored.
#[derive(Default, Deserialize)]
#[serde(default)]
struct Problem {
    code: String,
    violations: Option<Vec<Refused>>,
}

#[derive(Deserialize)]
struct Refused {
    pointer: String,
    code: String,
    message: String,
}

/// A line of a batch's answer.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Line<'a> {
    #[serde(default, borrow)]
    id: Option<&'a RawValue>,
    line: usize,
    status: u16,
    #[serde(default, borrow)]
    evaluation: Option<&'a RawValue>,
    #[serde(default)]
    problem: Option<Problem>,
}

impl Server {
    /// A server at a URL; it is not asked anything yet.
    pub(crate) fn new(url: &str, language: Language) -> Result<Self, Failure> {
        if !is_safe(url) {
            return Err(Failure::Usage(language.say(
                "--url must look like https://medical.example, or http://127.0.0.1:8080 for a \
                 server on this machine",
                "--url deve ser como https://medical.example, ou http://127.0.0.1:8080 para um \
                 servidor nesta máquina",
            )));
        }
        // Whom the machine trusts; SSL_CERT_FILE names others.
        let tls = TlsConfig::builder()
            .root_certs(RootCerts::PlatformVerifier)
            .build();
        // What is sent is about patients: it goes to the server that was named,
        // not to a proxy of the environment and not where a redirect points.
        let agent = Agent::config_builder()
            .timeout_connect(Some(CONNECT))
            .timeout_global(Some(WHOLE_REQUEST))
            .http_status_as_error(false)
            .max_redirects(0)
            .max_redirects_will_error(false)
            .proxy(None)
            .tls_config(tls)
            .build()
            .new_agent();
        Ok(Self {
            agent,
            base: url.trim_end_matches('/').to_owned(),
            language,
        })
    }

    /// What lists say of every calculator the server has.
    pub(crate) fn summaries(&self) -> Result<String, Failure> {
        let answer = self.get("/api/v1/calculators")?;
        let listed: Listed<'_> = self.read(&answer)?;
        Ok(listed.calculators.get().to_owned())
    }

    /// A definition, or nothing when the server has no such calculator.
    pub(crate) fn definition(&self, id: &str) -> Result<Option<String>, Failure> {
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
        let definition: Definition<'_> = self.read(&answer)?;
        if definition.id == id {
            Ok(Some(answer.1))
        } else {
            Err(self.wrong(answer.0, ""))
        }
    }

    /// An evaluation on a JSON object of inputs. The definition was asked for before,
    /// so the id is one.
    pub(crate) fn evaluate(&self, id: &str, inputs: &str) -> Result<String, Failure> {
        let answer = self.ask(&format!("/api/v1/calculators/{id}"), inputs)?;
        let evaluation: Evaluation<'_> = self.read(&answer)?;
        // The figures of another calculator must not pass for those of this one.
        if evaluation.calculator == id {
            Ok(answer.1)
        } else {
            Err(self.wrong(answer.0, ""))
        }
    }

    /// Every panel the server has.
    pub(crate) fn panels(&self) -> Result<String, Failure> {
        let answer = self.get("/api/v1/panels")?;
        let listed: Panels<'_> = self.read(&answer)?;
        Ok(listed.panels.get().to_owned())
    }

    /// What a panel says of a JSON object of inputs; it was among those listed.
    pub(crate) fn evaluate_panel(&self, id: &str, inputs: &str) -> Result<String, Failure> {
        let answer = self.ask(&format!("/api/v1/panels/{id}"), inputs)?;
        let found: PanelEvaluation<'_> = self.read(&answer)?;
        if found.panel == id {
            Ok(answer.1)
        } else {
            Err(self.wrong(answer.0, ""))
        }
    }

    /// The answer to inputs that were not refused.
    fn ask(&self, path: &str, inputs: &str) -> Result<Received, Failure> {
        let body = format!("{{\"inputs\":{inputs}}}");
        let answer = self.post(path, "application/json", &body)?;
        if answer.0 != 422 {
            return Ok(answer);
        }
        let problem = Problem::read(&answer.1);
        match problem.violations() {
            violations if violations.is_empty() => Err(self.wrong(422, &problem.code)),
            violations => Err(Failure::Refused(violations)),
        }
    }

    /// An answer per case, in the shape of local ones.
    pub(crate) fn batch(&self, cases: &[&str]) -> Result<Vec<Answer>, Failure> {
        let body = cases.join("\n") + "\n";
        let (status, text) = self.post("/api/v1/batch", "application/x-ndjson", &body)?;
        if status != 200 {
            return Err(self.wrong(status, &Problem::read(&text).code));
        }
        let lines = text.lines().zip(1..);
        let answers: Option<Vec<Answer>> = lines.map(|(line, number)| one(line, number)).collect();
        match answers {
            Some(answers) if answers.len() == cases.len() => Ok(answers),
            _ => Err(self.wrong(status, "")),
        }
    }

    fn get(&self, path: &str) -> Result<Received, Failure> {
        let request = self.agent.get(format!("{}{path}", self.base));
        let request = request.header("Accept-Language", self.language.tag());
        self.received(request.call())
    }

    fn post(&self, path: &str, content_type: &str, body: &str) -> Result<Received, Failure> {
        let request = self.agent.post(format!("{}{path}", self.base));
        let request = request
            .header("Accept-Language", self.language.tag())
            .header("Content-Type", content_type);
        self.received(request.send(body))
    }

    fn received(
        &self,
        sent: Result<Response<ureq::Body>, ureq::Error>,
    ) -> Result<Received, Failure> {
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

    /// What a good answer says.
    fn read<'a, T: Deserialize<'a>>(&self, (status, body): &'a Received) -> Result<T, Failure> {
        if *status != 200 {
            return Err(self.wrong(*status, &Problem::read(body).code));
        }
        serde_json::from_str(body).map_err(|_| self.wrong(*status, ""))
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

/// Whether what is sent there can be read on the way by nobody: it is encrypted, or does
/// not leave this machine.
fn is_safe(url: &str) -> bool {
    let Ok(address) = url.parse::<Uri>() else {
        return false;
    };
    // A user in front of the host would be sent to it, and nothing here needs one.
    let host = address.host().unwrap_or_default();
    let named = !host.is_empty() && !url.contains(['?', '#', '@']);
    let here = || match host.trim_matches(['[', ']']).parse::<IpAddr>() {
        Ok(address) => address.is_loopback(),
        Err(_) => host.eq_ignore_ascii_case("localhost"),
    };
    match address.scheme_str() {
        Some("https") => named,
        Some("http") => named && here(),
        _ => false,
    }
}

impl Problem {
    /// The problem document; an empty one where it is none.
    fn read(text: &str) -> Self {
        serde_json::from_str(text).unwrap_or_default()
    }

    /// Its violations, by field instead of by pointer.
    fn violations(&self) -> Vec<Violation> {
        let all = self.violations.iter().flatten().map(|refused| {
            let field = refused.pointer.trim_start_matches('/');
            Violation {
                field: field.strip_prefix("inputs/").unwrap_or(field).to_owned(),
                code: refused.code.clone(),
                message: refused.message.clone(),
            }
        });
        all.collect()
    }
}

/// The line of this number of a batch's answer in the shape of a local one.
fn one(line: &str, number: usize) -> Option<Answer> {
    let found: Line<'_> = serde_json::from_str(line).ok()?;
    if found.line != number {
        return None;
    }
    let id = found.id.unwrap_or(RawValue::NULL).to_owned();
    if let (200, Some(evaluation)) = (found.status, found.evaluation) {
        serde_json::from_str::<Evaluation<'_>>(evaluation.get()).ok()?;
        return Some(Answer {
            id,
            evaluation: Some(evaluation.to_owned()),
            error: None,
        });
    }
    let problem = found.problem?;
    let violations = problem.violations();
    let error = match problem.code.as_str() {
        "" => return None,
        // As the same case is called when it is calculated here.
        _ if !violations.is_empty() => Refusal::of(violations),
        code => Refusal::of_line(code),
    };
    Some(Answer {
        id,
        evaluation: None,
        error: Some(error),
    })
}
