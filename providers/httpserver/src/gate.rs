//! How much is let in at a time. What is more is refused here, before it can
//! reach the limits of a component, where it would wait without an end.

use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Duration;

use tokio::sync::{OwnedSemaphorePermit, Semaphore};
use tokio::time::timeout;

/// Memory for request bodies that are being read or worked on.
const BODIES_AT_MOST: usize = 256 << 20;
const UNIT: usize = 1 << 10;

/// Lets calls and bodies in.
#[derive(Debug)]
pub struct Gate {
    calls: Arc<Semaphore>,
    waiting: AtomicUsize,
    max_waiting: usize,
    patience: Duration,
    bodies: Arc<Semaphore>,
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
            calls: Arc::new(Semaphore::new(calls)),
            waiting: AtomicUsize::new(0),
            max_waiting,
            patience,
            bodies: Arc::new(Semaphore::new(BODIES_AT_MOST / UNIT)),
        }
    }

    /// A place for a call, or nothing when there is none soon.
    pub async fn enter(&self) -> Option<Place> {
        let calls = Arc::clone(&self.calls);
        if let Ok(permit) = Arc::clone(&calls).try_acquire_owned() {
            return Some(Place { _permit: permit });
        }
        let _queued = Queued::new(&self.waiting, self.max_waiting)?;
        let permit = timeout(self.patience, calls.acquire_owned()).await;
        Some(Place {
            _permit: permit.ok()?.ok()?,
        })
    }

    /// Room for this many bytes of a body, or nothing when memory is taken.
    pub fn body(&self, bytes: usize) -> Option<OwnedSemaphorePermit> {
        let units = u32::try_from(bytes.div_ceil(UNIT)).ok()?;
        Arc::clone(&self.bodies).try_acquire_many_owned(units).ok()
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

    #[test]
    fn bodies_share_a_bounded_memory() {
        let gate = Gate::new(1, 1, Duration::ZERO);
        let all = gate.body(BODIES_AT_MOST);
        assert!(all.is_some());
        assert!(gate.body(1).is_none());
        drop(all);
        assert!(gate.body(1).is_some());
    }
}
