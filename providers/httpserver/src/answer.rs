//! An answer on its way to the client: its request is worked on until the last of it
//! is written, and that takes no longer than a slow client needs.

use std::pin::Pin;
use std::sync::Arc;
use std::task::{Context, Poll, ready};
use std::time::Duration;

use bytes::Bytes;
use http_body::{Body, Frame, SizeHint};
use tokio::task::JoinHandle;

use crate::connection::Active;

/// Held until an answer is written or given up.
#[derive(Debug)]
pub struct Unwritten {
    _active: Active,
    overdue: JoinHandle<()>,
}

impl Unwritten {
    /// An answer of so many bytes, of which a client may take nothing for `patience`.
    pub fn new(active: Active, bytes: u64, patience: Duration) -> Arc<Self> {
        let overdue = active.limited(bytes, patience);
        Arc::new(Self {
            _active: active,
            overdue,
        })
    }
}

impl Drop for Unwritten {
    fn drop(&mut self) {
        self.overdue.abort();
    }
}

/// The body of an answer, each part of which holds what the whole does: a part may
/// wait for the client when the body itself has ended.
#[derive(Debug)]
pub struct Answering<B> {
    body: B,
    unwritten: Option<Arc<Unwritten>>,
}

impl<B> Answering<B> {
    /// A body that holds this.
    pub const fn new(body: B, unwritten: Option<Arc<Unwritten>>) -> Self {
        Self { body, unwritten }
    }
}

impl<B: Body<Data = Bytes> + Unpin> Body for Answering<B> {
    type Data = Bytes;
    type Error = B::Error;

    fn poll_frame(
        self: Pin<&mut Self>,
        cx: &mut Context<'_>,
    ) -> Poll<Option<Result<Frame<Bytes>, B::Error>>> {
        let this = self.get_mut();
        let frame = ready!(Pin::new(&mut this.body).poll_frame(cx));
        let hold = |bytes| {
            let unwritten = this.unwritten.clone();
            Bytes::from_owner(Part { bytes, unwritten })
        };
        Poll::Ready(frame.map(|frame| frame.map(|frame| frame.map_data(hold))))
    }

    fn is_end_stream(&self) -> bool {
        self.body.is_end_stream()
    }

    fn size_hint(&self) -> SizeHint {
        self.body.size_hint()
    }
}

struct Part {
    bytes: Bytes,
    #[expect(dead_code, reason = "held until the bytes are written")]
    unwritten: Option<Arc<Unwritten>>,
}

impl AsRef<[u8]> for Part {
    fn as_ref(&self) -> &[u8] {
        &self.bytes
    }
}
