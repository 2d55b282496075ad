//! The memory of bodies: what all of them, those of one connection and those of one
//! client may hold. It is taken as bytes arrive, never because they are announced.

use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Duration;

use api::ProblemCode;
use bytes::Bytes;
use tokio::sync::{OwnedSemaphorePermit, Semaphore};
use tokio::time::timeout;

use crate::peers::{Peer, Share, Taken};

/// For the bodies of requests that are being read or worked on, and for answers
/// that are not written yet.
const ALL: usize = 256 << 20;
const UNIT: usize = 1 << 10;

/// Memory for all bodies.
#[derive(Debug)]
pub struct Memory {
    room: Arc<Semaphore>,
    /// How long a body waits for room.
    patience: Duration,
}

/// What the bodies of one connection hold.
#[derive(Debug)]
pub struct OfConnection {
    most: usize,
    taken: AtomicUsize,
}

impl OfConnection {
    /// Nothing of `most` bytes.
    pub const fn new(most: usize) -> Self {
        Self {
            most,
            taken: AtomicUsize::new(0),
        }
    }
}

/// What one body holds, given back when it is dropped.
#[derive(Debug)]
pub struct Held {
    bytes: usize,
    room: Option<OwnedSemaphorePermit>,
    connection: Arc<OfConnection>,
    peer: Option<Arc<Peer>>,
    of_peer: Option<Taken>,
}

impl Held {
    /// Nothing yet.
    pub const fn new(connection: Arc<OfConnection>, peer: Option<Arc<Peer>>) -> Self {
        Self {
            bytes: 0,
            room: None,
            connection,
            peer,
            of_peer: None,
        }
    }

    /// How many bytes there is room for.
    pub const fn bytes(&self) -> usize {
        self.bytes
    }

    /// Room for so many bytes in all. It may wait for the room.
    ///
    /// # Errors
    ///
    /// With what the client is told when there is none.
    pub async fn grow(&mut self, memory: &Memory, bytes: usize) -> Result<(), ProblemCode> {
        let bytes = bytes.next_multiple_of(UNIT);
        let more = bytes.saturating_sub(self.bytes);
        let taken = &self.connection.taken;
        let before = taken.fetch_add(more, Ordering::Relaxed);
        self.bytes += more;
        if before + more > self.connection.most || !self.grow_of_peer(more) {
            return Err(ProblemCode::TooManyRequests);
        }
        let room = memory.room(more).await.ok_or(ProblemCode::Overloaded)?;
        match &mut self.room {
            Some(all) => all.merge(room),
            none => *none = Some(room),
        }
        Ok(())
    }

    fn grow_of_peer(&mut self, more: usize) -> bool {
        match (&mut self.of_peer, &self.peer) {
            (Some(taken), _) => taken.grow(more),
            (None, Some(peer)) => {
                self.of_peer = peer.take(Share::Bodies, more);
                self.of_peer.is_some()
            }
            (None, None) => true,
        }
    }
}

impl Drop for Held {
    fn drop(&mut self) {
        let taken = &self.connection.taken;
        taken.fetch_sub(self.bytes, Ordering::Relaxed);
    }
}

impl Memory {
    /// All of it, of which a body waits so long for a part.
    pub fn new(patience: Duration) -> Self {
        Self {
            room: Arc::new(Semaphore::new(ALL / UNIT)),
            patience,
        }
    }

    async fn room(&self, bytes: usize) -> Option<OwnedSemaphorePermit> {
        let units = u32::try_from(bytes.div_ceil(UNIT)).ok()?;
        let room = Arc::clone(&self.room);
        if let Ok(permit) = Arc::clone(&room).try_acquire_many_owned(units) {
            return Some(permit);
        }
        let permit = timeout(self.patience, room.acquire_many_owned(units)).await;
        permit.ok()?.ok()
    }

    /// These bytes, counted until the last of them is written or dropped.
    ///
    /// # Errors
    ///
    /// When there is no room for them, or they are over the share of their client.
    pub async fn answer(&self, bytes: Bytes, mut held: Held) -> Result<Bytes, ProblemCode> {
        if bytes.is_empty() {
            return Ok(bytes);
        }
        held.grow(self, bytes.len()).await?;
        Ok(Bytes::from_owner(Answer { bytes, _held: held }))
    }
}

/// An answer that is not written yet.
struct Answer {
    bytes: Bytes,
    _held: Held,
}

impl AsRef<[u8]> for Answer {
    fn as_ref(&self) -> &[u8] {
        &self.bytes
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn held(most: usize) -> Held {
        Held::new(Arc::new(OfConnection::new(most)), None)
    }

    #[tokio::test]
    async fn bodies_share_a_bounded_memory_and_wait_for_it() {
        let memory = Memory::new(Duration::from_millis(1));
        let mut all = held(usize::MAX);
        assert_eq!(all.grow(&memory, ALL).await, Ok(()));
        let refused = held(usize::MAX).grow(&memory, 1).await;
        assert_eq!(refused, Err(ProblemCode::Overloaded));
        let patient = Memory {
            room: Arc::clone(&memory.room),
            patience: Duration::from_secs(60),
        };
        let mut next = held(usize::MAX);
        let waited = tokio::join!(next.grow(&patient, 1), async { drop(all) }).0;
        assert_eq!(waited, Ok(()));
    }

    #[tokio::test]
    async fn a_connection_has_its_part_and_gives_it_back() {
        let memory = Memory::new(Duration::ZERO);
        let connection = Arc::new(OfConnection::new(4 * UNIT));
        let mut one = Held::new(Arc::clone(&connection), None);
        assert_eq!(one.grow(&memory, 3 * UNIT).await, Ok(()));
        let mut other = Held::new(Arc::clone(&connection), None);
        let refused = other.grow(&memory, 2 * UNIT).await;
        assert_eq!(refused, Err(ProblemCode::TooManyRequests));
        drop((one, other));
        assert_eq!(connection.taken.load(Ordering::Relaxed), 0);
        assert_eq!(memory.room.available_permits(), ALL / UNIT);
    }

    #[tokio::test]
    async fn an_answer_counts_until_its_last_part_is_gone() {
        let memory = Memory::new(Duration::ZERO);
        let answer = memory
            .answer(Bytes::from(vec![0; 10 * UNIT]), held(20 * UNIT))
            .await;
        let mut answer = answer.expect("there is room");
        let written = answer.split_to(UNIT);
        drop(answer);
        assert_eq!(memory.room.available_permits(), ALL / UNIT - 10);
        drop(written);
        assert_eq!(memory.room.available_permits(), ALL / UNIT);
    }
}
