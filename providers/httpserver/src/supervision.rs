//! What the server does when what surrounds it fails: a link that was lost on
//! its way, a host that died, a lattice that is gone.

use std::os::unix::process::parent_id;
use std::time::Duration;

use async_nats::Request;
use async_nats::connection::State;
use futures_util::StreamExt as _;
use serde_json::Value;
use tokio::time::{Instant, interval, timeout};
use wasmcloud_provider_sdk::ProviderConnection;

use crate::lattice::INBOX;

const LOOK_EVERY: Duration = Duration::from_secs(1);

/// How long a link may take to arrive before the lattice is asked for it.
const LINKS_WITHIN: Duration = Duration::from_secs(4);

/// How long a server without a host waits for its lattice.
const ALONE_FOR: Duration = Duration::from_secs(60);

const REQUEST_TIMEOUT: Duration = Duration::from_secs(2);

/// What is looked after.
pub trait Supervision: Clone + Send + Sync + 'static {
    /// Whether any link has arrived.
    fn has_links(&self) -> impl Future<Output = bool> + Send;

    /// Ends all work.
    fn stop(&self) -> impl Future<Output = ()> + Send;
}

/// Looks after a server until it has to end, which ends the process.
///
/// - A link that was put while the provider started can be lost between host and
///   provider. The host gives a provider that it starts again all of its links.
/// - A server whose host died serves on: components on other hosts still
///   answer. It leaves when its successor needs the address, or when there has
///   been no lattice for a while.
pub async fn supervise(server: impl Supervision, connection: &ProviderConnection) {
    let host = parent_id();
    let mut successor = connection
        .nats
        .subscribe(leave_subject(connection))
        .await
        .ok();
    let started = Instant::now();
    let mut seen_lattice = Instant::now();
    let mut looked = interval(LOOK_EVERY);
    loop {
        let called = async {
            match &mut successor {
                Some(calls) => calls.next().await.is_some(),
                None => std::future::pending().await,
            }
        };
        let orphaned = || parent_id() != host;
        tokio::select! {
            called = called => {
                if !called {
                    // The subscription is over: it would be ready for ever.
                    successor = None;
                } else if orphaned() {
                    leave(&server, "another server takes over").await;
                }
            }
            _ = looked.tick() => {
                if connection.nats.connection_state() == State::Connected {
                    seen_lattice = Instant::now();
                }
                if orphaned() && seen_lattice.elapsed() > ALONE_FOR {
                    leave(&server, "the host and the lattice are gone").await;
                }
                if started.elapsed() > LINKS_WITHIN
                    && !server.has_links().await
                    && lattice_has_links(connection).await
                {
                    leave(&server, "a link was lost on its way").await;
                }
            }
        }
    }
}

async fn leave(server: &impl Supervision, why: &str) {
    tracing::warn!("{why}: this server ends");
    server.stop().await;
    std::process::exit(0);
}

/// Asks a server that has lost its host to leave the address to this one.
pub async fn ask_to_leave(connection: &ProviderConnection) {
    let asked = connection
        .nats
        .publish(leave_subject(connection), "".into());
    // It is asked again as long as the address is taken.
    let _ = asked.await;
}

fn leave_subject(connection: &ProviderConnection) -> String {
    format!(
        "{}.{}.httpserver.leave",
        connection.lattice, connection.provider_id
    )
}

/// Whether the lattice knows a link from this provider.
async fn lattice_has_links(connection: &ProviderConnection) -> bool {
    let subject = format!("wasmbus.ctl.v1.{}.link.get", connection.lattice);
    let request = Request::new().inbox(format!("{INBOX}.{}", nuid::next()));
    let answer = connection.nats.send_request(subject, request);
    let Ok(Ok(answer)) = timeout(REQUEST_TIMEOUT, answer).await else {
        return false;
    };
    let links: Value = serde_json::from_slice(&answer.payload).unwrap_or_default();
    let links = links["response"].as_array().cloned().unwrap_or_default();
    links
        .iter()
        .any(|link| link["source_id"] == *connection.provider_id)
}
