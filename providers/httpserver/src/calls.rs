//! One request's way to its component: within its deadline, sent again at most
//! once, and driven to its end whatever the client does.

use std::sync::Arc;
use std::time::Duration;

use api::ProblemCode;
use bytes::Bytes;
use http::Response;
use tokio::task::JoinHandle;
use tokio::time::{Instant, sleep, sleep_until, timeout};

use crate::codec::Request;
use crate::config::RouteConfig;
use crate::gate::Place;
use crate::lattice::{Answer, Backend, Failure};

/// Between a call that reached nobody and the next try: a component that is
/// being replaced is back soon.
const PAUSE: Duration = Duration::from_millis(100);

/// Everything one call needs, shared by its attempts.
#[derive(Debug)]
pub struct Call {
    /// The component's id.
    pub component: String,
    /// W3C trace context that the component's host continues.
    pub traceparent: String,
    /// The request.
    pub request: Request,
    /// Held until the last attempt ended.
    pub place: Place,
}

/// Calls a component for a client.
///
/// # Errors
///
/// With what the client is told when there is no answer.
pub async fn answer<B: Backend>(
    backend: &Arc<B>,
    route: &RouteConfig,
    call: Call,
) -> Result<Response<Bytes>, ProblemCode> {
    let deadline = Instant::now() + route.deadline;
    let call = Arc::new(call);
    tokio::select! {
        answer = attempts(backend, route, &call) => answer.map_err(ProblemCode::from),
        () = sleep_until(deadline) => Err(ProblemCode::DeadlineExceeded),
    }
}

async fn attempts<B: Backend>(backend: &Arc<B>, route: &RouteConfig, call: &Arc<Call>) -> Answer {
    let mut first = attempt(backend, route, call);
    let patience = async {
        if route.repeatable {
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
        () = patience => {
            if !backend.connected() {
                return Err(Failure::NoLattice);
            }
            // The first may still answer: whoever is first wins.
            let mut second = attempt(backend, route, call);
            return tokio::select! {
                answer = &mut first => match joined(answer) {
                    Ok(response) => Ok(response),
                    Err(_) => joined(second.await),
                },
                answer = &mut second => match joined(answer) {
                    Ok(response) => Ok(response),
                    Err(_) => joined(first.await),
                },
            };
        }
    };
    match failure {
        // Nobody got it, so it can be sent again in any case.
        Failure::NoComponent => sleep(PAUSE).await,
        Failure::Trapped if route.repeatable => {}
        Failure::Trapped | Failure::NoLattice => return Err(failure),
    }
    joined(attempt(backend, route, call).await)
}

/// Sends the call in a task of its own, so that it goes on when nobody waits. It
/// keeps its place among those that are worked on until there is an answer or
/// the time for one is over.
fn attempt<B: Backend>(
    backend: &Arc<B>,
    route: &RouteConfig,
    call: &Arc<Call>,
) -> JoinHandle<Answer> {
    let (backend, call, deadline) = (Arc::clone(backend), Arc::clone(call), route.deadline);
    tokio::spawn(async move {
        let answer = backend.call(&call.component, &call.traceparent, &call.request);
        let answer = timeout(deadline, answer).await;
        answer.unwrap_or(Err(Failure::Trapped))
    })
}

fn joined(answer: Result<Answer, tokio::task::JoinError>) -> Answer {
    answer.unwrap_or(Err(Failure::Trapped))
}

impl From<Failure> for ProblemCode {
    fn from(failure: Failure) -> Self {
        match failure {
            Failure::NoComponent => Self::Unavailable,
            Failure::NoLattice => Self::LatticeUnavailable,
            Failure::Trapped => Self::NoAnswer,
        }
    }
}
