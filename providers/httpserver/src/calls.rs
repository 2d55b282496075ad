//! One request's way to its component: within its deadline, sent again at most
//! once, and driven to its end whatever the client does.

use std::sync::Arc;
use std::time::Duration;

use api::ProblemCode;
use bytes::Bytes;
use http::Response;
use tokio::task::JoinHandle;
use tokio::time::{Instant, sleep, timeout_at};

use crate::codec::Request;
use crate::config::RouteConfig;
use crate::gate::{Gate, Place};
use crate::lattice::{Answer, Backend, Failure};
use crate::memory::Held;
use crate::peers::Taken;
use crate::repeats::Repeats;

/// Between a call that reached nobody and the next try: a component that is
/// being replaced is back soon.
const PAUSE: Duration = Duration::from_millis(100);

/// A longer body is not sent a second time: what it costs to answer it once more
/// is not known.
const REPEATED_AT_MOST: usize = 64 << 10;

/// Everything one call needs, shared by its attempts.
#[derive(Debug)]
pub struct Call {
    /// The component's id.
    pub component: String,
    /// W3C trace context that the component's host continues.
    pub traceparent: String,
    /// The request.
    pub request: Request,
    /// When an answer is of no use any more, to any attempt.
    pub deadline: Instant,
    /// What its body holds until the last attempt ended.
    pub _memory: Held,
    /// What it takes of its client's share for as long.
    pub _share: Option<Taken>,
}

/// What calls go through.
pub struct Calls<B> {
    /// The way to the components.
    pub backend: Arc<B>,
    /// How many calls are let in.
    pub gate: Gate,
    /// How many of them may be sent again.
    pub repeats: Repeats,
}

impl<B: Backend> Calls<B> {
    /// Calls a component for a client.
    ///
    /// # Errors
    ///
    /// With what the client is told when there is no answer.
    pub async fn call(
        &self,
        route: &RouteConfig,
        call: Call,
        place: Place,
    ) -> Result<Response<Bytes>, ProblemCode> {
        self.repeats.called();
        let call = Arc::new(call);
        match timeout_at(call.deadline, self.attempts(route, &call, place)).await {
            Ok(answer) => answer.map_err(ProblemCode::from),
            Err(_) => Err(ProblemCode::DeadlineExceeded),
        }
    }

    async fn attempts(&self, route: &RouteConfig, call: &Arc<Call>, place: Place) -> Answer {
        let may_repeat = route.repeatable && call.request.body.len() <= REPEATED_AT_MOST;
        let sent = Instant::now();
        let mut first = self.attempt(call, place);
        let silence = async {
            if may_repeat {
                sleep(route.retry_after).await;
            } else {
                std::future::pending().await
            }
        };
        let failure = tokio::select! {
            answer = &mut first => match joined(answer) {
                Ok(response) => return Ok(response),
                Err(failure) => failure,
            },
            () = silence => return self.beside(call, first).await,
        };
        match failure {
            // Nobody got it, so it can be sent again in any case.
            Failure::NoComponent => sleep(PAUSE).await,
            Failure::Ended if may_repeat => {
                // News of a component that was stopped comes just after its calls
                // ended. Without it the component has failed, and would again.
                sleep(PAUSE).await;
                if !self.backend.replaced_since(sent) || !self.repeats.allow() {
                    return Err(failure);
                }
            }
            Failure::Ended | Failure::Failed | Failure::NoLattice => return Err(failure),
        }
        match self.gate.enter().await {
            Some(place) => joined(self.attempt(call, place).await),
            None => Err(failure),
        }
    }

    /// Sends a call again to which there is no answer yet, if that is within the
    /// bounds; the first may still answer, and whoever is first wins.
    async fn beside(&self, call: &Arc<Call>, mut first: JoinHandle<Answer>) -> Answer {
        if !self.backend.connected() {
            return Err(Failure::NoLattice);
        }
        let place = self.gate.try_enter();
        let Some(place) = place.filter(|_| self.repeats.allow()) else {
            return joined(first.await);
        };
        let mut second = self.attempt(call, place);
        tokio::select! {
            answer = &mut first => match joined(answer) {
                Ok(response) => Ok(response),
                Err(_) => joined(second.await),
            },
            answer = &mut second => match joined(answer) {
                Ok(response) => Ok(response),
                Err(_) => joined(first.await),
            },
        }
    }

    /// Sends the call in a task of its own, so that it goes on when nobody waits.
    /// It keeps its place among those that are worked on until there is an answer
    /// or the time for one is over.
    fn attempt(&self, call: &Arc<Call>, place: Place) -> JoinHandle<Answer> {
        let (backend, call) = (Arc::clone(&self.backend), Arc::clone(call));
        tokio::spawn(async move {
            let answer = backend.call(&call.component, &call.traceparent, &call.request);
            let answer = timeout_at(call.deadline, answer).await;
            drop(place);
            answer.unwrap_or(Err(Failure::Failed))
        })
    }
}

fn joined(answer: Result<Answer, tokio::task::JoinError>) -> Answer {
    answer.unwrap_or(Err(Failure::Failed))
}

impl From<Failure> for ProblemCode {
    fn from(failure: Failure) -> Self {
        match failure {
            Failure::NoComponent => Self::Unavailable,
            Failure::NoLattice => Self::LatticeUnavailable,
            Failure::Ended | Failure::Failed => Self::NoAnswer,
        }
    }
}
