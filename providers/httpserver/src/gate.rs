//! How many calls are let in at a time. What is more is refused here, before it can
//! reach the limits of a component, where it would wait without an end.

use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Duration;

use tokio::sync::{OwnedSemaphorePermit, Semaphore};
use tokio::time::timeout;

/// Lets calls in.
#[derive(Debug)]
pub struct Gate {
    most: usize,
    calls: Arc<Semaphore>,
    waiting: AtomicUsize,
    max_waiting: usize,
    patience: Duration,
}

/// A place among the calls that are worked on; it is free again when this is
/// dropped.
#[derive(Debug)]
pub struct Place {
    _permit: OwnedSemaphorePermit,
}

impl Gate {
    /// `calls` at a time; `max_waiting` more may wait for `patience`.
    pub fn new(calls: usize, max_waiting: usize, patience: Duration) -> Self {
        Self {
            most: calls,
            calls: Arc::new(Semaphore::new(calls)),
            waiting: AtomicUsize::new(0),
            max_waiting,
            patience,
        }
    }

    /// Calls that are worked on.
    pub fn in_flight(&self) -> usize {
        self.most - self.calls.available_permits()
    }

    /// Requests that wait for a place.
    pub fn waiting(&self) -> usize {
        self.waiting.load(Ordering::Relaxed)
    }

    /// A place for a call, or nothing when there is none soon.
    pub async fn enter(&self) -> Option<Place> {
        if let Some(place) = self.try_enter() {
            return Some(place);
        }
        let _queued = Queued::new(&self.waiting, self.max_waiting)?;
        let permit = timeout(self.patience, Arc::clone(&self.calls).acquire_owned()).await;
        Some(Place {
            _permit: permit.ok()?.ok()?,
        })
    }

    /// A place for a call, if there is one right now.
    pub fn try_enter(&self) -> Option<Place> {
        let permit = Arc::clone(&self.calls).try_acquire_owned();
        permit.ok().map(|permit| Place { _permit: permit })
    }
}

/// Counts a waiting request, also when it is given up.
struct Queued<'a>(&'a AtomicUsize);

impl<'a> Queued<'a> {
    fn new(waiting: &'a AtomicUsize, most: usize) -> Option<Self> {
        let before = waiting.fetch_add(1, Ordering::Relaxed);
        let queued = Self(waiting);
        (before < most).then_some(queued)
    }
}

impl Drop for Queued<'_> {
    fn drop(&mut self) {
        self.0.fetch_sub(1, Ordering::Relaxed);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test]
    async fn one_more_than_fits_waits_and_the_next_is_refused() {
        let gate = Arc::new(Gate::new(1, 1, Duration::from_secs(60)));
        let first = gate.enter().await.expect("there is a place");
        let waiting = tokio::spawn({
            let gate = Arc::clone(&gate);
            async move { gate.enter().await.is_some() }
        });
        while gate.waiting.load(Ordering::Relaxed) == 0 {
            tokio::task::yield_now().await;
        }
        assert!(gate.enter().await.is_none(), "the queue is full");
        drop(first);
        assert!(waiting.await.expect("it does not panic"));
    }

    #[tokio::test]
    async fn patience_ends() {
        let gate = Gate::new(1, 1, Duration::from_millis(1));
        let _first = gate.enter().await.expect("there is a place");
        assert!(gate.enter().await.is_none());
        assert_eq!(gate.waiting.load(Ordering::Relaxed), 0);
    }
}
