//! The end of a provider: everything that runs hears of it, and what is open may
//! finish within a limit.

use std::time::Duration;

use tokio::sync::watch;
use tokio::time::timeout;

/// Says to everything that runs that it has to end.
#[derive(Debug, Clone, Default)]
pub struct Drain(watch::Sender<bool>);

impl Drain {
    /// Begins the end. It cannot be taken back.
    pub fn begin(&self) {
        self.0.send_replace(true);
    }

    /// For something that runs.
    pub fn listen(&self) -> Draining {
        Draining(self.0.subscribe())
    }
}

/// Hears of the end.
#[derive(Debug, Clone)]
pub struct Draining(watch::Receiver<bool>);

impl Draining {
    /// Waits for the end to begin. A [`Drain`] that is gone is an end as well.
    pub async fn begun(&mut self) {
        let _ = self.0.wait_for(|begun| *begun).await;
    }
}

/// Lets open work finish, for `limit` at most.
pub async fn finish(limit: Duration, open: impl Future<Output = ()>) {
    if timeout(limit, open).await.is_err() {
        tracing::warn!("some work was still open when the time to stop was over");
    }
}

/// Ends this process after `stop`; the host starts the provider again, with the
/// settings of that moment.
pub fn restart(stop: impl Future<Output = ()> + Send + 'static) {
    tokio::spawn(async move {
        stop.await;
        std::process::exit(0);
    });
}

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test]
    async fn everyone_hears_of_the_end() {
        let drain = Drain::default();
        let (mut before, mut also) = (drain.listen(), drain.listen());
        drain.begin();
        before.begun().await;
        also.begun().await;
        drain.listen().begun().await;
    }

    #[tokio::test]
    async fn whoever_is_left_alone_ends() {
        let drain = Drain::default();
        let mut listener = drain.listen();
        drop(drain);
        listener.begun().await;
    }

    #[tokio::test]
    async fn open_work_has_a_limit() {
        finish(Duration::from_millis(1), std::future::pending()).await;
    }
}
