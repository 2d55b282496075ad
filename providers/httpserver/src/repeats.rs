//! How many calls may be sent a second time. Whatever makes calls slow makes all of
//! them slow: without a bound, the load would double just then.

use std::sync::atomic::{AtomicU64, Ordering};

use tokio::time::Instant;

/// What counts as now.
const SECONDS: u64 = 10;
/// Of so many calls, one may be sent again.
const CALLS_FOR_ONE: u64 = 5;
/// May be sent again in any case.
const PER_SECOND: u64 = 10;

/// Counts calls and those of them that were sent again, over the last seconds.
#[derive(Debug)]
pub struct Repeats {
    started: Instant,
    calls: Counts,
    repeated: Counts,
}

impl Default for Repeats {
    fn default() -> Self {
        Self {
            started: Instant::now(),
            calls: Counts::default(),
            repeated: Counts::default(),
        }
    }
}

impl Repeats {
    /// A call was sent for the first time.
    pub fn called(&self) {
        self.calls.add(self.second());
    }

    /// Whether a call may be sent again; it counts as sent then.
    pub fn allow(&self) -> bool {
        let second = self.second();
        let most = (self.calls.sum(second) / CALLS_FOR_ONE).max(PER_SECOND * SECONDS);
        self.repeated.add(second);
        if self.repeated.sum(second) <= most {
            return true;
        }
        self.repeated.take_back(second);
        false
    }

    /// Seconds of this server, from one.
    fn second(&self) -> u64 {
        self.started.elapsed().as_secs() + 1
    }
}

/// One number for each of the last seconds: the second above, the count below.
#[derive(Debug, Default)]
struct Counts([AtomicU64; SECONDS as usize]);

const COUNT_BITS: u32 = 32;
const COUNT: u64 = (1 << COUNT_BITS) - 1;

impl Counts {
    fn of(&self, second: u64) -> &AtomicU64 {
        &self.0[(second % SECONDS) as usize]
    }

    fn add(&self, second: u64) {
        let now = second << COUNT_BITS;
        // Never refused: the closure has a value for everything.
        let _ = self
            .of(second)
            .fetch_update(Ordering::Relaxed, Ordering::Relaxed, |count| {
                let stale = count >> COUNT_BITS != second;
                Some(if stale { now | 1 } else { count + 1 })
            });
    }

    fn take_back(&self, second: u64) {
        let _ = self
            .of(second)
            .fetch_update(Ordering::Relaxed, Ordering::Relaxed, |count| {
                let ours = count >> COUNT_BITS == second && count & COUNT > 0;
                ours.then(|| count - 1)
            });
    }

    fn sum(&self, second: u64) -> u64 {
        let counts = self.0.iter().map(|count| count.load(Ordering::Relaxed));
        let recent = counts.filter(|count| (count >> COUNT_BITS) + SECONDS > second);
        recent.map(|count| count & COUNT).sum()
    }
}

#[cfg(test)]
mod tests {
    use std::time::Duration;

    use super::*;

    fn allowed(repeats: &Repeats, asked: usize) -> usize {
        (0..asked).filter(|_| repeats.allow()).count()
    }

    #[tokio::test(start_paused = true)]
    async fn one_call_of_five_may_be_sent_again() {
        let repeats = Repeats::default();
        for _ in 0..1_000 {
            repeats.called();
        }
        assert_eq!(allowed(&repeats, 1_000), 200);
    }

    #[tokio::test(start_paused = true)]
    async fn a_few_may_be_in_any_case_and_what_is_over_does_not_count() {
        let repeats = Repeats::default();
        assert_eq!(allowed(&repeats, 1_000), 100);
        tokio::time::advance(Duration::from_secs(5)).await;
        assert_eq!(allowed(&repeats, 1_000), 0, "not per second, over ten");
        tokio::time::advance(Duration::from_secs(5)).await;
        assert_eq!(allowed(&repeats, 1_000), 100);
    }
}
