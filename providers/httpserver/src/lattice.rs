//! Calls to components over NATS (wRPC).
//!
//! One subscription takes the answers of all calls. A call is entered in the
//! table before its message is sent, so that no answer can arrive too early to
//! be recognised. (The general client of wRPC enters it in another task; under
//! load answers overtake that and are dropped, and the call hangs.)

use std::collections::HashMap;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use anyhow::Context as _;
use async_nats::connection::State;
use async_nats::{Client, HeaderMap, Message, StatusCode, Subject};
use bytes::Bytes;
use futures_util::StreamExt as _;
use http::Response;
use tokio::sync::oneshot;
use tokio::time::Instant;

use crate::codec::{
    Assembly, END_OF_STREAM, Fault, REQUEST_BODY, RESPONSE_BODY, Request, parameters,
};
use crate::notices::{Notice, Notices};

const FUNCTION: &str = "wrpc.0.0.1.wrpc:http/incoming-handler@0.1.0.handle";

/// Below this are the answers to calls. On a closed lattice only hosts may write and
/// only an HTTP server may listen there; where everyone else gets answers, everyone else
/// would hear them.
pub const INBOX: &str = "_EDGE";

/// What the headers of a message may take of the longest payload.
const HEADERS_AT_MOST: usize = 8 << 10;

/// Why a call has no answer.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Failure {
    /// Nobody answers for the component; the call reached no one.
    NoComponent,
    /// There is no connection to the lattice; the call was not sent.
    NoLattice,
    /// The call ended without an answer: the component failed, or was stopped.
    Ended,
    /// The component says that it failed, or its answer is none or too long.
    Failed,
}

/// A component's complete answer.
pub type Answer = Result<Response<Bytes>, Failure>;

/// Something that can call components.
pub trait Backend: Send + Sync + 'static {
    /// Whether calls can be sent right now.
    fn connected(&self) -> bool;

    /// Whether a component was started, stopped or replaced since then: calls that
    /// were on their way may have ended with it.
    fn replaced_since(&self, then: Instant) -> bool;

    /// Calls a component and waits for its complete answer, however long it
    /// takes.
    fn call(
        &self,
        component: &str,
        traceparent: &str,
        request: &Request,
    ) -> impl Future<Output = Answer> + Send;
}

/// The way to the components of a lattice.
#[derive(Debug, Clone)]
pub struct Lattice {
    nats: Client,
    name: Arc<str>,
    source: Arc<str>,
    inbox: Arc<str>,
    calls: Arc<Calls>,
    /// Bytes of the longest answer.
    answer_limit: usize,
    notices: Arc<Notices>,
    /// When a component was last started, stopped or replaced.
    replaced: Arc<Mutex<Option<Instant>>>,
}

impl Lattice {
    /// Connects calls to the lattice of this name. `source` is this provider; an
    /// answer has `answer_limit` bytes at most.
    ///
    /// # Errors
    ///
    /// When answers cannot be subscribed to.
    pub async fn new(
        nats: Client,
        name: &str,
        source: &str,
        answer_limit: usize,
        notices: Arc<Notices>,
    ) -> anyhow::Result<Self> {
        let inbox: Arc<str> = format!("{INBOX}.{}", nuid::next()).into();
        let subject = format!("{inbox}.>");
        let mut answers = nats
            .subscribe(subject)
            .await
            .context("answers cannot be subscribed to")?;
        let calls = Arc::new(Calls::default());
        let lattice = Self {
            nats,
            name: name.into(),
            source: source.into(),
            inbox,
            calls,
            answer_limit,
            notices,
            replaced: Arc::default(),
        };
        lattice.follow_components().await;
        let receiver = lattice.clone();
        tokio::spawn(async move {
            while let Some(message) = answers.next().await {
                receiver.receive(message);
            }
        });
        Ok(lattice)
    }

    /// Hears of components that are started, stopped or replaced. A lattice that
    /// does not let this server hear of it only loses the repetition of calls that
    /// ended with a component.
    async fn follow_components(&self) {
        let subject = format!("wasmbus.evt.{}.component_scaled", self.name);
        let Ok(mut events) = self.nats.subscribe(subject).await else {
            return;
        };
        let replaced = Arc::clone(&self.replaced);
        tokio::spawn(async move {
            while events.next().await.is_some() {
                *replaced.lock().unwrap_or_else(PoisonError::into_inner) = Some(Instant::now());
            }
        });
    }

    fn receive(&self, message: Message) {
        let Some(path) = message.subject.get(self.inbox.len() + 1..) else {
            return;
        };
        let (id, kind) = path.split_once('.').unwrap_or((path, ""));
        let mut calls = self.calls.lock();
        // Anything for a call that has its answer is of no interest.
        let Some(call) = calls.get_mut(id) else {
            return;
        };
        let outcome = match kind.strip_prefix("results") {
            None if message.status == Some(StatusCode::NO_RESPONDERS) => Err(Failure::NoComponent),
            None => {
                self.accepted(call, message.reply);
                return;
            }
            Some("") => {
                call.results.add_head(&message.payload);
                call.results.response().map_err(|fault| self.failure(fault))
            }
            Some(nested) if nested.get(1..) == Some(RESPONSE_BODY) => {
                call.results.add_body(&message.payload);
                call.results.response().map_err(|fault| self.failure(fault))
            }
            Some(_) => return,
        };
        let outcome = match outcome {
            Ok(None) => return,
            Ok(Some(response)) => Ok(response),
            Err(failure) => Err(failure),
        };
        if let Some(call) = calls.remove(id) {
            // The caller may have gone.
            let _ = call.done.send(outcome);
        }
    }

    fn failure(&self, fault: Fault) -> Failure {
        match fault {
            Fault::Ended => Failure::Ended,
            Fault::Wrong => Failure::Failed,
            Fault::TooLong => {
                self.notices.note(Notice::AnswerTooLong);
                Failure::Failed
            }
        }
    }

    /// A host took the call: what did not fit into the first message follows.
    fn accepted(&self, call: &mut Call, host: Option<Subject>) {
        let Some(host) = host else { return };
        let rest = std::mem::take(&mut call.rest);
        let (limit, empty_body) = (call.limit, call.empty_body);
        if rest.is_empty() && !empty_body {
            return;
        }
        let (nats, notices) = (self.nats.clone(), Arc::clone(&self.notices));
        tokio::spawn(async move {
            if send_rest(&nats, &host, rest, limit, empty_body)
                .await
                .is_err()
            {
                notices.note(Notice::CallNotSent);
            }
        });
    }
}

impl Backend for Lattice {
    fn connected(&self) -> bool {
        self.nats.connection_state() == State::Connected
    }

    fn replaced_since(&self, then: Instant) -> bool {
        let replaced = self.replaced.lock();
        let last = *replaced.unwrap_or_else(PoisonError::into_inner);
        last.is_some_and(|last| last >= then)
    }

    async fn call(&self, component: &str, traceparent: &str, request: &Request) -> Answer {
        if !self.connected() {
            return Err(Failure::NoLattice);
        }
        let id = nuid::next();
        let reply = Subject::from(format!("{}.{id}", self.inbox));
        let mut rest = parameters(request);
        let limit = self.nats.server_info().max_payload;
        let first = rest.split_to(rest.len().min(limit.saturating_sub(HEADERS_AT_MOST)));
        let mut headers = HeaderMap::new();
        headers.insert("source-id", &*self.source);
        headers.insert("target-id", component);
        headers.insert("traceparent", traceparent);

        let (done, answer) = oneshot::channel();
        let _entry = self.calls.enter(
            &id,
            Call {
                rest,
                limit,
                empty_body: request.body.is_empty(),
                results: Assembly::new(self.answer_limit),
                done,
            },
        );
        let subject = format!("{}.{component}.{FUNCTION}", self.name);
        self.nats
            .publish_with_reply_and_headers(subject, reply, headers, first)
            .await
            .map_err(|_| Failure::NoLattice)?;
        answer.await.unwrap_or(Err(Failure::NoLattice))
    }
}

async fn send_rest(
    nats: &Client,
    host: &str,
    mut rest: Bytes,
    limit: usize,
    empty_body: bool,
) -> Result<(), async_nats::PublishError> {
    let parameters = format!("{host}.params");
    while !rest.is_empty() {
        let part = rest.split_to(rest.len().min(limit));
        nats.publish(parameters.clone(), part).await?;
    }
    if empty_body {
        let body = format!("{parameters}.{REQUEST_BODY}");
        nats.publish(body, END_OF_STREAM).await?;
    }
    Ok(())
}

#[derive(Debug)]
struct Call {
    rest: Bytes,
    limit: usize,
    empty_body: bool,
    results: Assembly,
    done: oneshot::Sender<Answer>,
}

/// The calls without an answer yet.
#[derive(Debug, Default)]
struct Calls(Mutex<HashMap<String, Call>>);

impl Calls {
    fn lock(&self) -> MutexGuard<'_, HashMap<String, Call>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn enter(self: &Arc<Self>, id: &str, call: Call) -> Entry {
        self.lock().insert(id.to_owned(), call);
        Entry {
            calls: Arc::clone(self),
            id: id.to_owned(),
        }
    }
}

/// Takes the call out of the table when nobody waits for it any more.
struct Entry {
    calls: Arc<Calls>,
    id: String,
}

impl Drop for Entry {
    fn drop(&mut self) {
        self.calls.lock().remove(&self.id);
    }
}
