//! A connection that does not wait for ever: for the head of a request, for the
//! client to take its answer, or for another request.

use std::io;
use std::pin::Pin;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicU64, AtomicUsize, Ordering};
use std::task::{Context, Poll, ready};
use std::time::Duration;

use api::ProblemCode;
use futures_util::task::AtomicWaker;
use tokio::io::{AsyncRead, AsyncWrite, ReadBuf};
use tokio::task::JoinHandle;
use tokio::time::{Instant, Sleep, sleep_until};

use crate::framing::Framing;
use crate::notices::{Notice, Notices};
use crate::problem::raw;

/// An answer has to be taken this fast, after the time in which nothing has to be.
const BYTES_PER_SECOND: u64 = 16 << 10;

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

/// What a connection and its service know of each other.
#[derive(Debug)]
pub struct Activity {
    /// Requests that are worked on.
    active: AtomicUsize,
    /// Requests that there were.
    total: AtomicUsize,
    /// The first request whose body's end can be told in two ways, or zero.
    ambiguous: AtomicUsize,
    http2: AtomicBool,
    /// The clock of all connections.
    started: Instant,
    /// Since which millisecond nothing is asked, counted from one; zero while
    /// something is, or is being sent.
    idle_since: AtomicU64,
    /// Whether the client takes its time with an answer.
    stalled: AtomicBool,
    /// Bytes of answers that the client has taken.
    written: AtomicU64,
    /// Whether an answer was not taken in its time.
    overdue: AtomicBool,
    /// Whether it has to make room.
    closing: AtomicBool,
    waker: AtomicWaker,
}

impl Activity {
    /// Of a new connection.
    pub const fn new(started: Instant) -> Self {
        Self {
            active: AtomicUsize::new(0),
            total: AtomicUsize::new(0),
            ambiguous: AtomicUsize::new(0),
            http2: AtomicBool::new(false),
            started,
            idle_since: AtomicU64::new(0),
            stalled: AtomicBool::new(false),
            written: AtomicU64::new(0),
            overdue: AtomicBool::new(false),
            closing: AtomicBool::new(false),
            waker: AtomicWaker::new(),
        }
    }

    /// A request arrived; it ends when the guard is dropped.
    pub fn begin(self: &Arc<Self>) -> Active {
        self.active.fetch_add(1, Ordering::AcqRel);
        self.idle(false);
        let number = self.total.fetch_add(1, Ordering::AcqRel) + 1;
        Active {
            number,
            of: Arc::clone(self),
        }
    }

    /// Whether it speaks HTTP/2.
    pub fn is_http2(&self) -> bool {
        self.http2.load(Ordering::Relaxed)
    }

    /// Since when it is unused, if it is and was not told to close yet.
    pub fn idle_since(&self) -> Option<u64> {
        let since = self.idle_since.load(Ordering::Relaxed);
        let kept = self.closing.load(Ordering::Relaxed) || self.stalled.load(Ordering::Relaxed);
        (since > 0 && !kept).then_some(since)
    }

    /// Lets it close as soon as it is unused.
    pub fn close(&self) {
        self.closing.store(true, Ordering::Release);
        self.waker.wake();
    }

    fn idle(&self, idle: bool) {
        let now = || u64::try_from(self.started.elapsed().as_millis()).unwrap_or(u64::MAX - 1) + 1;
        let since = if idle { now() } else { 0 };
        self.idle_since.store(since, Ordering::Relaxed);
    }
}

/// A request that is worked on.
#[derive(Debug)]
pub struct Active {
    number: usize,
    of: Arc<Activity>,
}

impl Active {
    /// Whether the end of its body, or of one before it, can be told in two ways.
    pub fn is_ambiguous(&self) -> bool {
        let first = self.of.ambiguous.load(Ordering::Acquire);
        first != 0 && self.number >= first
    }
}

impl Drop for Active {
    fn drop(&mut self) {
        // The connection itself may only notice with its next byte.
        if self.of.active.fetch_sub(1, Ordering::AcqRel) == 1 {
            self.of.idle(true);
            self.of.waker.wake();
        }
    }
}

impl Active {
    /// Ends the connection unless the guard is dropped in the time that so many bytes
    /// may take, or the client takes others meanwhile, as fast.
    pub(crate) fn limited(&self, bytes: u64, patience: Duration) -> JoinHandle<()> {
        let of = Arc::clone(&self.of);
        let (began, before) = (Instant::now(), of.written.load(Ordering::Relaxed));
        tokio::spawn(async move {
            let mut taken = bytes;
            loop {
                let until =
                    began + patience + Duration::from_secs(taken.div_ceil(BYTES_PER_SECOND));
                sleep_until(until).await;
                let now = of.written.load(Ordering::Relaxed) - before;
                if now <= taken {
                    break;
                }
                taken = now;
            }
            of.overdue.store(true, Ordering::Release);
            of.waker.wake();
        })
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
    notices: Arc<Notices>,
    patience: Patience,
    framing: Framing,
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
    pub fn new(
        stream: S,
        activity: Arc<Activity>,
        notices: Arc<Notices>,
        patience: Patience,
    ) -> Self {
        activity.idle(true);
        Self {
            stream,
            activity,
            notices,
            patience,
            framing: Framing::default(),
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
        if waiting == Waiting::Head {
            self.activity.idle(false);
        }
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
            // The next head may have begun to arrive behind the last request.
            self.wait(if self.framing.is_in_a_head() {
                Waiting::Head
            } else {
                Waiting::Idle
            });
        }
    }

    fn received(&mut self, bytes: &[u8]) {
        self.framing.add(bytes);
        if let Some(first) = self.framing.ambiguous() {
            self.activity.ambiguous.store(first, Ordering::Release);
        }
        // Frames of HTTP/2 are not heads; the protocol bounds those itself. What
        // may become its beginning has the time that a new connection has.
        if self.framing.is_http2() {
            self.activity.http2.store(true, Ordering::Relaxed);
        } else if self.waiting == Waiting::Idle && !self.framing.may_be_http2() {
            self.wait(Waiting::Head);
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
        this.activity.waker.register(cx.waker());
        this.in_time()?;
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
        let makes_room =
            this.waiting == Waiting::Idle && this.activity.closing.load(Ordering::Acquire);
        if !makes_room {
            ready!(this.deadline.as_mut().poll(cx));
        }
        if this.waiting == Waiting::Head && this.farewell.is_none() {
            this.notices.note(Notice::SlowHead);
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
        this.in_time()?;
        if let Poll::Ready(result) = Pin::new(&mut this.stream).poll_write(cx, buf) {
            this.taken(*result.as_ref().unwrap_or(&0));
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
        this.in_time()?;
        if let Poll::Ready(result) = Pin::new(&mut this.stream).poll_write_vectored(cx, bufs) {
            this.taken(*result.as_ref().unwrap_or(&0));
            return Poll::Ready(result);
        }
        this.poll_stalled(cx).map(Err)
    }

    fn is_write_vectored(&self) -> bool {
        self.stream.is_write_vectored()
    }

    fn poll_flush(self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<io::Result<()>> {
        // With TLS, writing only fills a buffer: it is here that a client that
        // does not read is noticed.
        let this = self.get_mut();
        this.in_time()?;
        if let Poll::Ready(result) = Pin::new(&mut this.stream).poll_flush(cx) {
            this.taken(0);
            return Poll::Ready(result);
        }
        this.poll_stalled(cx).map(Err)
    }

    fn poll_shutdown(self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<io::Result<()>> {
        let this = self.get_mut();
        if let Poll::Ready(result) = Pin::new(&mut this.stream).poll_shutdown(cx) {
            this.taken(0);
            return Poll::Ready(result);
        }
        this.poll_stalled(cx).map(Err)
    }
}

impl<S> Connection<S> {
    /// Whether every answer was taken in its time.
    fn in_time(&self) -> io::Result<()> {
        if self.activity.overdue.load(Ordering::Acquire) {
            return Err(io::ErrorKind::TimedOut.into());
        }
        Ok(())
    }

    /// The client has taken something, and so many bytes of it are new.
    fn taken(&mut self, bytes: usize) {
        let written = &self.activity.written;
        written.fetch_add(bytes as u64, Ordering::Relaxed);
        if self.write_deadline.take().is_some() {
            self.activity.stalled.store(false, Ordering::Relaxed);
        }
    }

    /// Ready when the client has taken nothing for too long.
    fn poll_stalled(&mut self, cx: &mut Context<'_>) -> Poll<io::Error> {
        let patience = self.patience.write;
        self.activity.stalled.store(true, Ordering::Relaxed);
        let deadline = self
            .write_deadline
            .get_or_insert_with(|| Box::pin(sleep_until(Instant::now() + patience)));
        ready!(deadline.as_mut().poll(cx));
        Poll::Ready(io::ErrorKind::TimedOut.into())
    }
}
