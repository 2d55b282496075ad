//! The body of a request, read as a whole within the limits.

use std::sync::Arc;
use std::time::Duration;

use api::ProblemCode;
use bytes::{Bytes, BytesMut};
use http::{HeaderMap, header};
use http_body::{Body, Frame};
use http_body_util::BodyExt as _;
use tokio::time::{Instant, timeout, timeout_at};

use crate::client::{Client, Slow};
use crate::memory::{Held, Memory};
use crate::peers::Peer;

/// Of a body that is refused, how much is read and thrown away for a client that
/// only listens when it has sent everything, and for how long.
const DISCARD: usize = 32 << 20;
const DISCARD_FOR: Duration = Duration::from_secs(2);

/// A body may take this long whatever its length; after it, it has to have arrived
/// this fast, and counts as one of the slow bodies of its connection.
const GRACE: Duration = Duration::from_secs(1);
const BYTES_PER_SECOND: u64 = 1 << 10;

/// Least room that is taken at a time.
const FIRST_ROOM: usize = 4 << 10;

/// Whose body is read, and how much of it.
pub struct Reading<'a> {
    /// The memory of all bodies.
    pub memory: &'a Memory,
    /// The connection.
    pub client: &'a Arc<Client>,
    /// Whose share it takes, if anyone's.
    pub peer: Option<Arc<Peer>>,
    /// Longest body.
    pub limit: usize,
    /// Longest time for all of it.
    pub timeout: Duration,
}

impl Reading<'_> {
    /// The whole body, and the memory it holds.
    ///
    /// # Errors
    ///
    /// With what the client is told when there is none.
    pub async fn read<R>(
        &self,
        headers: &HeaderMap,
        mut body: R,
    ) -> Result<(Bytes, Held), ProblemCode>
    where
        R: Body<Data = Bytes> + Unpin,
    {
        let mut held = Held::new(Arc::clone(self.client.bodies()), self.peer.clone());
        if body.is_end_stream() {
            return Ok((Bytes::new(), held));
        }
        let announced = content_length(headers);
        if announced.is_some_and(|length| length > self.limit as u64) {
            // A client that asked whether to send has not sent anything yet.
            if !headers.contains_key(header::EXPECT) {
                discard(&mut body).await;
            }
            return Err(ProblemCode::BodyTooLarge);
        }
        let result = self.collect(&mut body, &mut held).await;
        if let Err(ProblemCode::BodyTooLarge | ProblemCode::TooManyRequests) = result {
            discard(&mut body).await;
        }
        Ok((result?, held))
    }

    async fn collect<R>(&self, body: &mut R, held: &mut Held) -> Result<Bytes, ProblemCode>
    where
        R: Body<Data = Bytes> + Unpin,
    {
        let mut pace = Pace::new(self.client, self.timeout);
        let mut collected = BytesMut::new();
        let mut only = Bytes::new();
        while let Some(frame) = pace.next(body).await? {
            // Trailers say nothing to any component here, and what one program
            // reads as trailers another can read as the next request.
            let data = frame.into_data().map_err(|_| ProblemCode::InvalidFraming)?;
            let length = only.len() + collected.len() + data.len();
            if length > self.limit {
                return Err(ProblemCode::BodyTooLarge);
            }
            if length > held.bytes() {
                let room = (2 * held.bytes()).max(FIRST_ROOM).min(self.limit);
                pace.pause(held.grow(self.memory, room.max(length))).await?;
            }
            pace.received += data.len() as u64;
            // Most bodies arrive in one piece, which needs no copy.
            if length == data.len() {
                only = data;
                continue;
            }
            if collected.is_empty() {
                collected.reserve(held.bytes());
                collected.extend_from_slice(&std::mem::take(&mut only));
            }
            collected.extend_from_slice(&data);
        }
        if collected.is_empty() {
            Ok(only)
        } else {
            Ok(collected.freeze())
        }
    }
}

/// How fast a body arrives.
struct Pace<'a> {
    client: &'a Arc<Client>,
    started: Instant,
    timeout: Duration,
    received: u64,
    slow: Option<Slow>,
}

impl<'a> Pace<'a> {
    fn new(client: &'a Arc<Client>, timeout: Duration) -> Self {
        Self {
            client,
            started: Instant::now(),
            timeout,
            received: 0,
            slow: None,
        }
    }

    /// The next part, or nothing at the end.
    async fn next<R>(&mut self, body: &mut R) -> Result<Option<Frame<Bytes>>, ProblemCode>
    where
        R: Body<Data = Bytes> + Unpin,
    {
        let grace = GRACE.min(self.timeout);
        if self.slow.is_none() {
            if let Ok(frame) = timeout_at(self.started + grace, body.frame()).await {
                return part(frame);
            }
            let slow = Client::slow_body(self.client);
            self.slow = Some(slow.ok_or(ProblemCode::TooManyRequests)?);
        }
        let arrived = Duration::from_micros(self.received * 1_000_000 / BYTES_PER_SECOND);
        let until = self.started + (grace + arrived).min(self.timeout);
        let frame = timeout_at(until, body.frame()).await;
        part(frame.map_err(|_| ProblemCode::RequestTimeout)?)
    }

    /// What the client waits for does not count.
    async fn pause<T>(&mut self, wait: impl Future<Output = T>) -> T {
        let before = Instant::now();
        let result = wait.await;
        self.started += before.elapsed();
        result
    }
}

fn part<E>(frame: Option<Result<Frame<Bytes>, E>>) -> Result<Option<Frame<Bytes>>, ProblemCode> {
    frame.transpose().map_err(|_| ProblemCode::BodyInterrupted)
}

fn content_length(headers: &HeaderMap) -> Option<u64> {
    headers
        .get(header::CONTENT_LENGTH)?
        .to_str()
        .ok()?
        .parse()
        .ok()
}

async fn discard<R: Body<Data = Bytes> + Unpin>(body: &mut R) {
    let all = async {
        let mut read = 0;
        while let Some(Ok(frame)) = body.frame().await {
            read += frame.data_ref().map_or(0, Bytes::len);
            if read > DISCARD {
                return;
            }
        }
    };
    // Whether it ended or not: the connection is closed after the answer.
    let _ = timeout(DISCARD_FOR, all).await;
}
