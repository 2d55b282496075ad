//! What came of a load.

use std::cell::RefCell;
use std::collections::BTreeMap;
use std::fmt;
use std::time::{Duration, Instant};

use hdrhistogram::Histogram;

use super::exchange::Answer;

/// Longest latency that is told apart, in microseconds: two minutes.
const LONGEST: u64 = 120_000_000;

/// How many answers that were not right are kept to be looked at.
const EXAMPLES: usize = 12;

/// What came of a load.
#[derive(Debug, Clone)]
pub struct Outcome {
    /// Requests that were sent.
    pub sent: u64,
    /// Requests of an open loop that were due and not sent, because every
    /// connection was waiting for an answer until the end.
    pub unsent: u64,
    /// How many answers had which status.
    pub statuses: BTreeMap<u16, u64>,
    /// Answers with status 200 and another body than expected.
    pub wrong: u64,
    /// Requests whose connection failed before the answer was complete.
    pub failed: u64,
    /// Requests without an answer in time.
    pub hung: u64,
    /// Answers with status 503 that do not say when to come back.
    pub unannounced: u64,
    /// Requests that were sent again on a new connection, because the server had
    /// closed the one they were first sent on.
    pub retried: u64,
    /// Of the right answers; of an open loop, from the time each was due.
    pub latencies: Latencies,
    /// The longest wait for any answer, from when its request was sent.
    pub slowest: Duration,
    /// How long the load took.
    pub elapsed: Duration,
    /// The longest time without any right answer.
    pub longest_gap: Duration,
    /// When the last request that got no right answer was sent, from the start
    /// on.
    pub last_trouble: Option<Duration>,
    /// The first that were not right, of each kind, shortened, with the number of
    /// their request.
    pub examples: Vec<String>,
}

impl Outcome {
    /// How many answers had this status.
    pub fn status(&self, status: u16) -> u64 {
        self.statuses.get(&status).copied().unwrap_or_default()
    }

    /// How many answers were right.
    pub fn right(&self) -> u64 {
        self.status(200) - self.wrong
    }
}

/// How long answers took.
#[derive(Clone)]
pub struct Latencies(Histogram<u64>);

/// Thousands of counters say less than a few percentiles.
impl fmt::Debug for Latencies {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut map = formatter.debug_map();
        for p in [50.0, 99.0, 100.0] {
            map.entry(&p, &self.percentile(p));
        }
        map.finish()
    }
}

impl Latencies {
    fn new() -> anyhow::Result<Self> {
        Ok(Self(Histogram::new_with_bounds(1, LONGEST, 3)?))
    }

    fn record(&mut self, latency: Duration) {
        let micros = u64::try_from(latency.as_micros()).unwrap_or(LONGEST);
        self.0.saturating_record(micros);
    }

    /// The latency that `p` percent of the answers did not exceed.
    pub fn percentile(&self, p: f64) -> Duration {
        Duration::from_micros(self.0.value_at_percentile(p))
    }

    /// How many there are.
    pub fn len(&self) -> usize {
        usize::try_from(self.0.len()).unwrap_or(usize::MAX)
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// The longest.
    pub fn max(&self) -> Duration {
        Duration::from_micros(self.0.max())
    }
}

/// Counts what comes while it comes.
pub(super) struct Tally {
    started: Instant,
    counts: RefCell<Counts>,
}

struct Counts {
    outcome: Outcome,
    taken: u64,
    last_right: Instant,
    last_trouble: Option<Instant>,
}

impl Tally {
    pub(super) fn new(started: Instant) -> anyhow::Result<Self> {
        let outcome = Outcome {
            sent: 0,
            unsent: 0,
            statuses: BTreeMap::new(),
            wrong: 0,
            failed: 0,
            hung: 0,
            unannounced: 0,
            retried: 0,
            latencies: Latencies::new()?,
            slowest: Duration::ZERO,
            elapsed: Duration::ZERO,
            longest_gap: Duration::ZERO,
            last_trouble: None,
            examples: Vec::new(),
        };
        let counts = Counts {
            outcome,
            taken: 0,
            last_right: started,
            last_trouble: None,
        };
        Ok(Self {
            started,
            counts: RefCell::new(counts),
        })
    }

    pub(super) fn started(&self) -> Instant {
        self.started
    }

    /// The number of the next request.
    pub(super) fn take(&self) -> u64 {
        let mut counts = self.counts.borrow_mut();
        counts.taken += 1;
        counts.taken - 1
    }

    /// A request is sent now.
    pub(super) fn send(&self) -> Instant {
        self.counts.borrow_mut().outcome.sent += 1;
        Instant::now()
    }

    pub(super) fn answered(
        &self,
        index: u64,
        answer: &Answer<'_>,
        right: bool,
        from: Instant,
        sent: Instant,
    ) {
        let now = Instant::now();
        let mut counts = self.counts.borrow_mut();
        let Counts { outcome, .. } = &mut *counts;
        let seen = outcome.statuses.entry(answer.status).or_default();
        *seen += 1;
        let first = *seen == 1;
        outcome.slowest = outcome.slowest.max(now - sent);
        outcome.retried += u64::from(answer.retried);
        if answer.status == 200 && right {
            outcome.latencies.record(now - from);
            let gap = now - counts.last_right;
            counts.outcome.longest_gap = counts.outcome.longest_gap.max(gap);
            counts.last_right = now;
            return;
        }
        outcome.wrong += u64::from(!right);
        let unannounced = answer.status == 503 && !answer.retry_after;
        outcome.unannounced += u64::from(unannounced);
        if first || !right || unannounced {
            let body = String::from_utf8_lossy(answer.body);
            let body: String = body.chars().take(300).collect();
            counts.example(index, format_args!("{} {body}", answer.status));
        }
        counts.trouble(sent);
    }

    pub(super) fn failed(&self, index: u64, sent: Instant) {
        let mut counts = self.counts.borrow_mut();
        counts.outcome.failed += 1;
        if counts.outcome.failed == 1 {
            counts.example(index, format_args!("the connection failed"));
        }
        counts.trouble(sent);
    }

    pub(super) fn hung(&self, index: u64, sent: Instant) {
        let mut counts = self.counts.borrow_mut();
        counts.outcome.hung += 1;
        counts.example(index, format_args!("no answer"));
        counts.trouble(sent);
    }

    pub(super) fn outcome(self, rate: Option<f64>, duration: Duration) -> Outcome {
        let now = Instant::now();
        let counts = self.counts.into_inner();
        let mut outcome = counts.outcome;
        outcome.elapsed = now - self.started;
        outcome.longest_gap = outcome.longest_gap.max(now - counts.last_right);
        outcome.last_trouble = counts.last_trouble.map(|at| at - self.started);
        let due = |rate| outcome.elapsed.min(duration).as_secs_f64() * rate;
        outcome.unsent = rate.map_or(0, |rate| (due(rate) as u64).saturating_sub(outcome.sent));
        outcome
    }
}

impl Counts {
    fn example(&mut self, index: u64, what: fmt::Arguments<'_>) {
        if self.outcome.examples.len() < EXAMPLES {
            self.outcome
                .examples
                .push(format!("request {index}: {what}"));
        }
    }

    fn trouble(&mut self, sent: Instant) {
        self.last_trouble = self.last_trouble.max(Some(sent));
    }
}
