//! What was seen, for people.

use std::collections::BTreeMap;
use std::fmt;
use std::time::Duration;

use harness::load::Outcome;
use harness::root;

/// The case whose sum the explanation states.
pub(crate) const ON_ONE_HOST: &str = "a component is stopped on one host";

const INTRODUCTION: &str = "\
# Broken on purpose

What clients see while the application is broken: two wasmCloud hosts with the
components of `deploy/wadm.hosts.yaml` on each, one HTTP server, NATS and wadm on one
machine with PROCESSORS processors, and the load generator on it as well. `scripts/chaos.sh`
does all of this and writes this page.

During each case 150 requests a second are sent on schedule whatever happens: figures
of a person, calculators, batches. Every answer is compared with the known one. An
answer that does not come within 10 s counts as hung. *Connections failed* are those
that were refused or ended without an answer; *longest wait* is the longest time in
which no request got a right answer, and *recovered* is when the last request was sent
that got none, counted from the end of the fault, or from its beginning where it did
not end by itself. After each case, CLIENTS clients at once get right answers only.

";

const EXPLANATION: &str = "
What is behind the figures that are not perfect:

- *Overload*: what finds no place is refused with 503 and `Retry-After`.
- *The HTTP server*: its host starts another, the first time at once, then after a second
  or two. Until it listens, connections are refused.
- *A component* that is gone everywhere is back when wadm has noticed: 503 for the gateway,
  502 for a part behind it, 504 for a call that was on its way. While one was gone from one
  of two hosts only, UNNOTICED: the other host's takes
  the calls, and those that were on their way are repeated.
- *A wrong setting* changes nothing in a server that runs. One that starts refuses it, and
  tries again every five seconds.
- *A part that is paused* does not look gone: calls are sent to it and end at their deadline
  (504, or 502 behind the gateway), and what they leave no place for is refused (503). Of two
  hosts the paused one gets half of the calls all the time. The HTTP server's clients wait.
- *NATS*: every request is refused while it is gone, and for the seconds that hosts and the
  server take to connect again.
- *The host of the HTTP server*: the server outlives its host. wadm takes 70 to 105 s to be
  sure that a host is gone; then it starts another server, and the old one hands over.
";

/// What the requests of a case came to.
pub(crate) struct Row {
    case: &'static str,
    what: String,
    sent: u64,
    statuses: BTreeMap<u16, u64>,
    wrong: u64,
    hung: u64,
    failed: u64,
    longest_gap: Option<Duration>,
    recovery: Option<Duration>,
}

impl Row {
    /// Of a load.
    pub(crate) fn of(
        case: &'static str,
        what: impl Into<String>,
        outcome: &Outcome,
        recovery: Option<Duration>,
    ) -> Self {
        Self {
            case,
            what: what.into(),
            sent: outcome.sent,
            statuses: outcome.statuses.clone(),
            wrong: outcome.wrong,
            hung: outcome.hung,
            failed: outcome.failed,
            longest_gap: Some(outcome.longest_gap),
            recovery,
        }
    }

    /// Of requests that were made to be refused, or cancelled.
    pub(crate) fn refused(
        case: &'static str,
        what: impl Into<String>,
        sent: u64,
        statuses: BTreeMap<u16, u64>,
    ) -> Self {
        Self {
            case,
            what: what.into(),
            sent,
            statuses,
            wrong: 0,
            hung: 0,
            failed: 0,
            longest_gap: None,
            recovery: None,
        }
    }

    fn answers(&self) -> String {
        let answers = self.statuses.iter();
        let answers: Vec<_> = answers
            .map(|(status, count)| format!("{count} × {status}"))
            .collect();
        if answers.is_empty() {
            return "none".to_owned();
        }
        answers.join(", ")
    }

    fn recovered(&self) -> String {
        match (self.longest_gap, self.recovery) {
            (_, Some(recovery)) => seconds(recovery),
            (Some(_), None) if self.statuses.keys().all(|status| *status == 200) => {
                "nothing noticed".to_owned()
            }
            _ => "–".to_owned(),
        }
    }
}

impl fmt::Display for Row {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            formatter,
            "| {} | {} | {} | {} | {} | {} | {} | {} | {} |",
            self.case,
            self.what,
            self.sent,
            self.answers(),
            self.wrong,
            self.hung,
            self.failed,
            self.longest_gap.map_or("–".to_owned(), seconds),
            self.recovered(),
        )
    }
}

fn seconds(duration: Duration) -> String {
    format!("{:.2} s", duration.as_secs_f64())
}

/// How many requests got right answers while a component was gone from one of
/// two hosts.
fn on_one_host(rows: &[Row]) -> String {
    let cases = rows.iter().filter(|row| row.case == ON_ONE_HOST);
    let (sent, right) = cases.fold((0, 0), |(sent, right), row| {
        let answered = row.statuses.get(&200).copied().unwrap_or_default();
        (sent + row.sent, right + answered.saturating_sub(row.wrong))
    });
    format!("{right} of {sent} requests got their answer")
}

/// Writes the page.
pub(crate) fn write(rows: &[Row], clients: usize) -> anyhow::Result<()> {
    let processors = std::thread::available_parallelism()?.to_string();
    let mut page = INTRODUCTION
        .replace("PROCESSORS", &processors)
        .replace("CLIENTS", &clients.to_string());
    page.push_str(
        "| case | what was done | requests | answers | wrong | hung | connections failed \
         | longest wait | recovered |\n|---|---|---|---|---|---|---|---|---|\n",
    );
    for row in rows {
        page.push_str(&format!("{row}\n"));
    }
    page.push_str(&EXPLANATION.replace("UNNOTICED", &on_one_host(rows)));
    std::fs::write(root().join("docs/chaos.md"), page)?;
    Ok(())
}
