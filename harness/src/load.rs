//! Steady load over HTTP/1.1, and what came of it. One thread, and little work
//! per request: it shares the machine with what it measures.

mod exchange;
mod outcome;

use std::net::SocketAddr;
use std::rc::Rc;
use std::thread::JoinHandle;
use std::time::{Duration, Instant};

use anyhow::{Context as _, anyhow, ensure};
use bytes::Bytes;
use tokio::sync::watch;
use tokio::task::{JoinSet, LocalSet};

pub use self::outcome::{Latencies, Outcome};

use self::exchange::{Connection, Failure};
use self::outcome::Tally;

/// After a failed connection, so that a server that is gone costs no processor.
const PAUSE: Duration = Duration::from_millis(20);

/// How exactly the runtime's timer wakes a request that is due. One that had its
/// connection in time and is late by no more than this is not late by the
/// server's fault.
const TICK: Duration = Duration::from_millis(2);

/// What to send, how fast, and for how long.
#[derive(Debug, Clone)]
pub struct Plan {
    /// Where the server listens.
    pub address: SocketAddr,
    /// Sent one after the other, over and over.
    pub requests: Vec<Prepared>,
    /// How many connections there are at most; each carries one request at a time.
    pub connections: usize,
    /// For how long requests are started.
    pub duration: Duration,
    /// Requests per second, which start on schedule whatever the server does
    /// (open loop); without it, each connection sends its next request when it
    /// has the last answer (closed loop).
    pub rate: Option<f64>,
    /// When a request without an answer counts as hung.
    pub timeout: Duration,
    /// Whether a connection is used again after an answer.
    pub keep_alive: bool,
}

/// A complete HTTP request, and what its answer has to be.
#[derive(Debug, Clone)]
pub struct Prepared {
    /// Head and body.
    pub bytes: Bytes,
    /// What the body of an answer with status 200 has to be.
    pub expect: Expect,
}

/// What the body of an answer with status 200 has to be.
#[derive(Debug, Clone)]
pub enum Expect {
    /// Anything.
    Any,
    /// Exactly this.
    Body(Bytes),
    /// This, whatever time it says the calculation took.
    Timed(Bytes),
    /// Whatever this function accepts.
    Check(fn(&[u8]) -> bool),
}

impl Expect {
    fn accepts(&self, body: &[u8]) -> bool {
        match self {
            Self::Any => true,
            Self::Body(expected) => body == expected,
            Self::Timed(expected) => untimed(body) == untimed(expected),
            Self::Check(check) => check(body),
        }
    }
}

/// What is before and after the time that an answer says it took.
fn untimed(body: &[u8]) -> (&[u8], &[u8]) {
    const NAME: &[u8] = b"\"processing_time_us\":";
    let found = body.windows(NAME.len()).position(|window| window == NAME);
    let at = found.map_or(body.len(), |found| found + NAME.len());
    let (before, rest) = body.split_at(at);
    let digits = rest.iter().take_while(|byte| byte.is_ascii_digit()).count();
    (before, &rest[digits..])
}

/// A GET request that keeps its connection.
pub fn get(path: &str) -> Bytes {
    format!("GET {path} HTTP/1.1\r\nhost: localhost\r\n\r\n").into()
}

/// A POST request with JSON that keeps its connection.
pub fn post(path: &str, body: &str) -> Bytes {
    format!(
        "POST {path} HTTP/1.1\r\nhost: localhost\r\ncontent-type: application/json\r\n\
         content-length: {}\r\n\r\n{body}",
        body.len()
    )
    .into()
}

/// Sends a plan's load and waits until its time is over.
///
/// # Errors
///
/// When the plan makes no sense or there is no runtime.
pub fn run(plan: &Plan) -> anyhow::Result<Outcome> {
    // Held until the end: it is never stopped before its time.
    let (_stop, stopped) = watch::channel(());
    block_on(plan.clone(), Rounds::Endless, stopped)
}

/// Sends each request of a plan once, unless its time is over before.
///
/// # Errors
///
/// When the plan makes no sense or there is no runtime.
pub fn once(plan: &Plan) -> anyhow::Result<Outcome> {
    let (_stop, stopped) = watch::channel(());
    block_on(plan.clone(), Rounds::One, stopped)
}

/// How often the requests of a plan are sent.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Rounds {
    One,
    Endless,
}

/// A load that is being sent.
#[derive(Debug)]
pub struct Running {
    started: Instant,
    stop: watch::Sender<()>,
    thread: JoinHandle<anyhow::Result<Outcome>>,
}

/// Sends a plan's load in the background.
pub fn start(plan: Plan) -> Running {
    let (stop, stopped) = watch::channel(());
    Running {
        started: Instant::now(),
        stop,
        thread: std::thread::spawn(move || block_on(plan, Rounds::Endless, stopped)),
    }
}

impl Running {
    /// For how long it has been running.
    pub fn elapsed(&self) -> Duration {
        self.started.elapsed()
    }

    /// Starts no further request, waits for the answers to those on their way,
    /// and returns what came of all.
    ///
    /// # Errors
    ///
    /// When it could not be sent at all.
    pub fn stop(self) -> anyhow::Result<Outcome> {
        drop(self.stop);
        let outcome = self.thread.join();
        outcome.map_err(|_| anyhow!("the load's thread panicked"))?
    }
}

fn block_on(plan: Plan, rounds: Rounds, stopped: watch::Receiver<()>) -> anyhow::Result<Outcome> {
    ensure!(!plan.requests.is_empty(), "a plan without requests");
    ensure!(plan.connections > 0, "a plan without connections");
    ensure!(plan.rate.is_none_or(|rate| rate > 0.0), "{:?}", plan.rate);
    let runtime = tokio::runtime::Builder::new_current_thread()
        .enable_all()
        .build()
        .context("the load's runtime")?;
    let load = Rc::new(Load {
        tally: Tally::new(Instant::now())?,
        plan,
        rounds,
    });
    let all = async {
        let mut clients = JoinSet::new();
        for _ in 0..load.plan.connections {
            clients.spawn_local(Rc::clone(&load).client(stopped.clone()));
        }
        clients.join_all().await;
    };
    LocalSet::new().block_on(&runtime, all);
    let load = Rc::into_inner(load).context("a client of the load is left")?;
    Ok(load.tally.outcome(load.plan.rate, load.plan.duration))
}

/// What the clients of a load share.
struct Load {
    plan: Plan,
    rounds: Rounds,
    tally: Tally,
}

impl Load {
    /// Sends request after request on a connection of its own.
    async fn client(self: Rc<Self>, mut stopped: watch::Receiver<()>) {
        let mut connection = Connection::new(self.plan.address);
        while let Some((index, from)) = self.next(&mut stopped).await {
            if !self.exchange(&mut connection, index, from).await {
                tokio::time::sleep(PAUSE).await;
            }
        }
    }

    /// Waits for the next request's turn; its number, and when its time began.
    /// None when the load is over.
    async fn next(&self, stopped: &mut watch::Receiver<()>) -> Option<(u64, Instant)> {
        let now = Instant::now();
        let started = self.tally.started();
        // Only a sender that is dropped makes this fail: nothing is ever sent.
        if now >= started + self.plan.duration || stopped.has_changed().is_err() {
            return None;
        }
        let index = self.tally.take();
        if self.rounds == Rounds::One && index >= self.plan.requests.len() as u64 {
            return None;
        }
        let Some(rate) = self.plan.rate else {
            return Some((index, now));
        };
        let due = started + Duration::from_secs_f64(index as f64 / rate);
        if due <= now {
            return Some((index, due));
        }
        tokio::select! {
            _ = stopped.changed() => None,
            () = tokio::time::sleep_until(due.into()) => {
                let now = Instant::now();
                let from = if now <= due + TICK { now } else { due };
                (due < started + self.plan.duration).then_some((index, from))
            }
        }
    }

    /// Sends one request and counts what came; false when nothing did.
    async fn exchange(&self, connection: &mut Connection, index: u64, from: Instant) -> bool {
        let requests = &self.plan.requests;
        let request = &requests[index as usize % requests.len()];
        let sent = self.tally.send();
        let answer = connection.exchange(&request.bytes);
        let answered = match tokio::time::timeout(self.plan.timeout, answer).await {
            Ok(Ok(answer)) => {
                let right = answer.status != 200 || request.expect.accepts(answer.body);
                self.tally.answered(index, &answer, right, from, sent);
                true
            }
            Ok(Err(Failure)) => {
                self.tally.failed(index, sent);
                false
            }
            Err(_) => {
                self.tally.hung(index, sent);
                connection.close();
                true
            }
        };
        if !self.plan.keep_alive {
            connection.close();
        }
        answered
    }
}
