//! A connection that does not wait for ever: for the head of a request, for the
//! client to take its answer, or for another request.

use std::io;
use std::pin::Pin;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::task::{Context, Poll, ready};
use std::time::Duration;

use api::ProblemCode;
use tokio::io::{AsyncRead, AsyncWrite, ReadBuf};
use tokio::time::{Instant, Sleep, sleep_until};

use crate::problem::raw;

/// How an HTTP/2 connection begins.
const HTTP2: &[u8] = b"PRI * HTTP/2.0";

/// How long each wait may last.
#[derive(Debug, Clone, Copy)]
pub struct Patience {
    /// For the head of a request.
    pub head: Duration,
    /// For the next request.
    pub idle: Duration,
    /// For the client to take something of its answer.
    pub write: Duration,
}

/// How many requests of a connection are worked on, and how many there were;
/// the service counts them.
#[derive(Debug, Default)]
pub struct Activity {
    active: AtomicUsize,
    total: AtomicUsize,
}

impl Activity {
    /// A request arrived; it ends when the guard is dropped.
    pub fn begin(self: &Arc<Self>) -> Active {
        self.active.fetch_add(1, Ordering::AcqRel);
        self.total.fetch_add(1, Ordering::AcqRel);
        Active(Arc::clone(self))
    }
}

/// A request that is worked on.
#[derive(Debug)]
pub struct Active(Arc<Activity>);

impl Drop for Active {
    fn drop(&mut self) {
        self.0.active.fetch_sub(1, Ordering::AcqRel);
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Waiting {
    /// For a first or a further request, of which nothing has arrived.
    Idle,
    /// For the rest of a request's head.
    Head,
    /// For nothing: a request is worked on.
    Busy,
}

/// The connection, with a time limit on every wait.
pub struct Connection<S> {
    stream: S,
    activity: Arc<Activity>,
    patience: Patience,
    http2: bool,
    waiting: Waiting,
    /// Requests that had begun when the present wait did.
    seen: usize,
    deadline: Pin<Box<Sleep>>,
    write_deadline: Option<Pin<Box<Sleep>>>,
    /// What is still to be written of the answer to a slow request.
    farewell: Option<Vec<u8>>,
}

impl<S> Connection<S> {
    /// Guards a connection that was just accepted.
    pub fn new(stream: S, activity: Arc<Activity>, patience: Patience) -> Self {
        Self {
            stream,
            activity,
            patience,
            http2: false,
            waiting: Waiting::Idle,
            seen: 0,
            // A new connection has to say something as soon as a head has to
            // be complete.
            deadline: Box::pin(sleep_until(Instant::now() + patience.head)),
            write_deadline: None,
            farewell: None,
        }
    }

    fn wait(&mut self, waiting: Waiting) {
        let time = match waiting {
            Waiting::Head => self.patience.head,
            Waiting::Idle | Waiting::Busy => self.patience.idle,
        };
        self.waiting = waiting;
        self.seen = self.activity.total.load(Ordering::Acquire);
        self.deadline.as_mut().reset(Instant::now() + time);
    }

    /// Follows what the service did since the last look.
    fn observe(&mut self) {
        if self.activity.active.load(Ordering::Acquire) > 0 {
            if self.waiting != Waiting::Busy {
                self.wait(Waiting::Busy);
            }
        } else if self.waiting == Waiting::Busy
            || self.seen != self.activity.total.load(Ordering::Acquire)
        {
            self.wait(Waiting::Idle);
        }
    }

    fn received(&mut self, bytes: &[u8]) {
        if self.seen == 0 && bytes.starts_with(HTTP2) {
            self.http2 = true;
        }
        match self.waiting {
            // Frames of HTTP/2 are not heads; the protocol bounds those itself.
            Waiting::Idle if !self.http2 => self.wait(Waiting::Head),
            _ => {}
        }
    }
}

impl<S: AsyncWrite + Unpin> Connection<S> {
    /// Tells a client that was too slow, as far as it listens, and ends.
    fn poll_farewell(&mut self, cx: &mut Context<'_>) -> Poll<io::Result<()>> {
        while let Some(rest) = &mut self.farewell {
            if rest.is_empty() {
                self.farewell = None;
                break;
            }
            let written = ready!(Pin::new(&mut self.stream).poll_write(cx, rest))?;
            rest.drain(..written.min(rest.len()));
            if written == 0 {
                break;
            }
        }
        Pin::new(&mut self.stream).poll_flush(cx)
    }
}

impl<S: AsyncRead + AsyncWrite + Unpin> AsyncRead for Connection<S> {
    fn poll_read(
        self: Pin<&mut Self>,
        cx: &mut Context<'_>,
        buf: &mut ReadBuf<'_>,
    ) -> Poll<io::Result<()>> {
        let this = self.get_mut();
        this.observe();
        let before = buf.filled().len();
        if let Poll::Ready(result) = Pin::new(&mut this.stream).poll_read(cx, buf) {
            let received = buf.filled().get(before..).unwrap_or_default();
            if !received.is_empty() {
                this.received(received);
            }
            return Poll::Ready(result);
        }
        if this.waiting == Waiting::Busy {
            return Poll::Pending;
        }
        ready!(this.deadline.as_mut().poll(cx));
        if this.waiting == Waiting::Head && this.farewell.is_none() {
            this.farewell = Some(raw(ProblemCode::RequestTimeout));
            // One try: a client that does not read has no right to more.
            let _ = this.poll_farewell(cx);
        }
        // To hyper this is a client that has closed its side.
        Poll::Ready(Ok(()))
    }
}

impl<S: AsyncRead + AsyncWrite + Unpin> AsyncWrite for Connection<S> {
    fn poll_write(
        self: Pin<&mut Self>,
        cx: &mut Context<'_>,
        buf: &[u8],
    ) -> Poll<io::Result<usize>> {
        let this = self.get_mut();
        if let Poll::Ready(result) = Pin::new(&mut this.stream).poll_write(cx, buf) {
            this.write_deadline = None;
            return Poll::Ready(result);
        }
        this.poll_stalled(cx).map(Err)
    }

    fn poll_write_vectored(
        self: Pin<&mut Self>,
        cx: &mut Context<'_>,
        bufs: &[io::IoSlice<'_>],
    ) -> Poll<io::Result<usize>> {
        let this = self.get_mut();
        if let Poll::Ready(result) = Pin::new(&mut this.stream).poll_write_vectored(cx, bufs) {
            this.write_deadline = None;
            return Poll::Ready(result);
        }
        this.poll_stalled(cx).map(Err)
    }

    fn is_write_vectored(&self) -> bool {
        self.stream.is_write_vectored()
    }

    fn poll_flush(self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<io::Result<()>> {
        Pin::new(&mut self.get_mut().stream).poll_flush(cx)
    }

    fn poll_shutdown(self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<io::Result<()>> {
        Pin::new(&mut self.get_mut().stream).poll_shutdown(cx)
    }
}

impl<S> Connection<S> {
    /// Ready when the client has taken nothing for too long.
    fn poll_stalled(&mut self, cx: &mut Context<'_>) -> Poll<io::Error> {
        let patience = self.patience.write;
        let deadline = self
            .write_deadline
            .get_or_insert_with(|| Box::pin(sleep_until(Instant::now() + patience)));
        ready!(deadline.as_mut().poll(cx));
        Poll::Ready(io::ErrorKind::TimedOut.into())
    }
}
