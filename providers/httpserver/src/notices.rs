//! What goes wrong before there is a request that the access log could name, or in
//! many requests at once: each cause is counted, and logged at most once a second.

use std::sync::atomic::{AtomicU64, Ordering};
use std::time::Duration;

use tokio::time::Instant;

/// Something that is worth a line.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Notice {
    /// What arrived is no HTTP; a bare 400 was the answer.
    NoHttp,
    /// More headers than are even read; a bare 431 was the answer.
    EndlessHead,
    /// The head of a request took too long: 408.
    SlowHead,
    /// There was no TLS connection.
    TlsFailed,
    /// A connection could not be accepted.
    AcceptFailed,
    /// All connections were taken when one more came.
    ConnectionsTaken,
    /// A connection of a peer that has its share was refused.
    PeerOverShare,
    /// An HTTP/2 connection was ended for what its client did.
    Http2Ended,
    /// The rest of a call could not be sent.
    CallNotSent,
    /// A component's answer was longer than allowed.
    AnswerTooLong,
}

impl Notice {
    /// All of them, in the order above.
    pub const ALL: [Self; 10] = [
        Self::NoHttp,
        Self::EndlessHead,
        Self::SlowHead,
        Self::TlsFailed,
        Self::AcceptFailed,
        Self::ConnectionsTaken,
        Self::PeerOverShare,
        Self::Http2Ended,
        Self::CallNotSent,
        Self::AnswerTooLong,
    ];

    /// The name, as logged and counted.
    pub const fn name(self) -> &'static str {
        match self {
            Self::NoHttp => "no_http",
            Self::EndlessHead => "endless_head",
            Self::SlowHead => "slow_head",
            Self::TlsFailed => "tls_failed",
            Self::AcceptFailed => "accept_failed",
            Self::ConnectionsTaken => "connections_taken",
            Self::PeerOverShare => "peer_over_share",
            Self::Http2Ended => "http2_ended",
            Self::CallNotSent => "call_not_sent",
            Self::AnswerTooLong => "answer_too_long",
        }
    }

    const fn sentence(self) -> &'static str {
        match self {
            Self::NoHttp => "what a client sent is no HTTP: 400",
            Self::EndlessHead => "a client sent more headers than are read: 431",
            Self::SlowHead => "the head of a request took too long: 408",
            Self::TlsFailed => "a client and this server found no TLS connection",
            Self::AcceptFailed => "a connection could not be accepted",
            Self::ConnectionsTaken => "all connections are taken: one more came",
            Self::PeerOverShare => "a connection was refused: its peer has its share",
            Self::Http2Ended => "an HTTP/2 connection was ended for what its client did",
            Self::CallNotSent => "the rest of a call could not be sent",
            Self::AnswerTooLong => "an answer was longer than max_answer_bytes: 502",
        }
    }
}

/// Between two lines about the same.
const QUIET_FOR: Duration = Duration::from_secs(1);

/// Counts of every notice since the start.
#[derive(Debug)]
pub struct Notices {
    started: Instant,
    counts: [Count; Notice::ALL.len()],
}

#[derive(Debug, Default)]
struct Count {
    all: AtomicU64,
    /// How many of them the log knows of.
    told: AtomicU64,
    /// From which millisecond on the next is told.
    quiet_until: AtomicU64,
}

impl Default for Notices {
    fn default() -> Self {
        Self {
            started: Instant::now(),
            counts: Default::default(),
        }
    }
}

impl Notices {
    /// Counts it, and logs it unless that was done just now.
    pub fn note(&self, notice: Notice) {
        if let Some(left_out) = self.count(notice) {
            let cause = notice.name();
            tracing::warn!(cause, left_out, "{}", notice.sentence());
        }
    }

    /// How often it was noted.
    pub fn of(&self, notice: Notice) -> u64 {
        self.counts[notice as usize].all.load(Ordering::Relaxed)
    }

    /// Counts it; says how many before it went without a line when it is to be told.
    fn count(&self, notice: Notice) -> Option<u64> {
        let count = &self.counts[notice as usize];
        let all = count.all.fetch_add(1, Ordering::Relaxed) + 1;
        let milliseconds = |time: Duration| u64::try_from(time.as_millis()).unwrap_or(u64::MAX);
        let now = milliseconds(self.started.elapsed());
        let quiet_until = count.quiet_until.load(Ordering::Relaxed);
        let next = now + milliseconds(QUIET_FOR);
        let told = now >= quiet_until
            && count
                .quiet_until
                .compare_exchange(quiet_until, next, Ordering::Relaxed, Ordering::Relaxed)
                .is_ok();
        told.then(|| all - 1 - count.told.swap(all, Ordering::Relaxed).min(all - 1))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_order_is_that_of_the_counts() {
        for (index, notice) in Notice::ALL.into_iter().enumerate() {
            assert_eq!(notice as usize, index);
        }
    }

    #[tokio::test(start_paused = true)]
    async fn a_cause_has_one_line_a_second_and_nothing_is_lost() {
        let notices = Notices::default();
        assert_eq!(notices.count(Notice::NoHttp), Some(0));
        for _ in 0..1_000 {
            assert_eq!(notices.count(Notice::NoHttp), None);
        }
        assert_eq!(notices.count(Notice::SlowHead), Some(0), "another cause");
        tokio::time::advance(QUIET_FOR).await;
        assert_eq!(notices.count(Notice::NoHttp), Some(1_000));
        assert_eq!(notices.of(Notice::NoHttp), 1_002);
    }
}
