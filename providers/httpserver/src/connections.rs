//! All connections: there are so many places, and when all are taken, the one that
//! has been unused for longest makes room.

use std::collections::HashMap;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use tokio::sync::{OwnedSemaphorePermit, Semaphore};
use tokio::time::{Instant, timeout};

use crate::connection::Activity;

/// Until another connection is asked to make room.
const ASK_EVERY: Duration = Duration::from_millis(50);

/// The places and who has them.
#[derive(Debug)]
pub struct Connections {
    started: Instant,
    places: Arc<Semaphore>,
    next: AtomicU64,
    open: Mutex<HashMap<u64, Arc<Activity>>>,
}

/// An open connection; its place is free again when this is dropped.
#[derive(Debug)]
pub struct Open {
    connections: Arc<Connections>,
    id: u64,
    activity: Arc<Activity>,
    _place: OwnedSemaphorePermit,
}

impl Connections {
    /// So many places.
    pub fn new(places: usize) -> Arc<Self> {
        Arc::new(Self {
            started: Instant::now(),
            places: Arc::new(Semaphore::new(places)),
            next: AtomicU64::new(0),
            open: Mutex::default(),
        })
    }

    /// How many are open.
    pub fn count(&self) -> usize {
        self.open().len()
    }

    /// A place, if there is one right now.
    pub fn try_enter(self: &Arc<Self>) -> Option<Open> {
        let place = Arc::clone(&self.places).try_acquire_owned().ok()?;
        Some(self.entered(place))
    }

    /// A place, as soon as another connection has made room.
    pub async fn enter(self: &Arc<Self>) -> Open {
        loop {
            self.make_room();
            let place = Arc::clone(&self.places).acquire_owned();
            if let Ok(Ok(place)) = timeout(ASK_EVERY, place).await {
                return self.entered(place);
            }
        }
    }

    fn entered(self: &Arc<Self>, place: OwnedSemaphorePermit) -> Open {
        let activity = Arc::new(Activity::new(self.started));
        let id = self.next.fetch_add(1, Ordering::Relaxed);
        self.open().insert(id, Arc::clone(&activity));
        Open {
            connections: Arc::clone(self),
            id,
            activity,
            _place: place,
        }
    }

    fn make_room(&self) {
        let open = self.open();
        let idle = open.values().filter_map(|it| Some((it.idle_since()?, it)));
        if let Some((_, longest)) = idle.min_by_key(|(since, _)| *since) {
            longest.close();
        }
    }

    fn open(&self) -> MutexGuard<'_, HashMap<u64, Arc<Activity>>> {
        self.open.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Open {
    /// What the connection does.
    pub const fn activity(&self) -> &Arc<Activity> {
        &self.activity
    }
}

impl Drop for Open {
    fn drop(&mut self) {
        self.connections.open().remove(&self.id);
    }
}
