//! Whose request it is: the address of the client, behind proxies that are
//! trusted.

use std::net::{IpAddr, SocketAddr};
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

use http::HeaderMap;
use ipnet::IpNet;

use crate::memory::OfConnection;
use crate::peers::{Peer, Peers};

/// The two ends of a connection.
#[derive(Debug, Clone, Copy)]
pub struct Ends {
    /// This server's.
    pub own: SocketAddr,
    /// The client's, or that of the last proxy before this server.
    pub peer: SocketAddr,
}

/// Bodies of one connection that take their time.
const SLOW_BODIES: usize = 16;

/// Whoever is at the other end of a connection.
#[derive(Debug)]
pub struct Client {
    ends: Ends,
    /// Whose shares its requests take: nothing for a peer without limits.
    peer: Option<Arc<Peer>>,
    /// Whether it is a proxy that says whose its requests are. Its connection
    /// belongs to many clients, and has no limit of its own.
    trusted: bool,
    bodies: Arc<OfConnection>,
    slow_bodies: AtomicUsize,
}

impl Client {
    /// A client whose connection may hold so many bytes of bodies.
    pub fn new(ends: Ends, peer: Option<Arc<Peer>>, trusted: bool, bodies: usize) -> Self {
        let bodies = if trusted { usize::MAX } else { bodies };
        Self {
            ends,
            peer,
            trusted,
            bodies: Arc::new(OfConnection::new(bodies)),
            slow_bodies: AtomicUsize::new(0),
        }
    }

    /// The two ends of its connection.
    pub const fn ends(&self) -> Ends {
        self.ends
    }

    /// Whether what it says about a request's way is believed.
    pub const fn is_trusted(&self) -> bool {
        self.trusted
    }

    /// What the bodies of its connection hold.
    pub const fn bodies(&self) -> &Arc<OfConnection> {
        &self.bodies
    }

    /// Whose share a request from this address takes, if anyone's. A proxy that
    /// does not say whose it is has no share.
    pub fn sharer(&self, from: IpAddr, peers: &Arc<Peers>, trusted: &[IpNet]) -> Option<Arc<Peer>> {
        if !self.trusted {
            return self.peer.clone();
        }
        if is_trusted(from, trusted) {
            None
        } else {
            peers.at(from)
        }
    }

    /// One more body that takes its time, unless there are too many of them.
    pub fn slow_body(this: &Arc<Self>) -> Option<Slow> {
        let before = this.slow_bodies.fetch_add(1, Ordering::Relaxed);
        let slow = Slow(Arc::clone(this));
        (this.trusted || before < SLOW_BODIES).then_some(slow)
    }
}

/// A body that takes its time.
#[derive(Debug)]
pub struct Slow(Arc<Client>);

impl Drop for Slow {
    fn drop(&mut self) {
        self.0.slow_bodies.fetch_sub(1, Ordering::Relaxed);
    }
}

/// Whether an address is that of a proxy that is trusted.
pub fn is_trusted(address: IpAddr, trusted: &[IpNet]) -> bool {
    let address = address.to_canonical();
    trusted.iter().any(|network| network.contains(&address))
}

/// The client's address: the peer's, or what a trusted proxy says it is. Of
/// `x-forwarded-for` the right-most address counts that is no trusted proxy's:
/// what stands left of it, anyone can have written.
pub fn address(peer: IpAddr, headers: &HeaderMap, trusted: &[IpNet]) -> IpAddr {
    let mut client = peer.to_canonical();
    let lists = headers.get_all("x-forwarded-for").iter();
    // What is no text ends the chain as any other word does.
    let lists: Vec<&str> = lists.map(|list| list.to_str().unwrap_or("-")).collect();
    let mut named = lists.iter().flat_map(|list| list.split(',')).rev();
    while is_trusted(client, trusted) {
        match named.next().and_then(|text| parse(text.trim())) {
            Some(address) => client = address,
            None => break,
        }
    }
    client
}

/// An address, with or without a port.
fn parse(text: &str) -> Option<IpAddr> {
    let with_port = || text.parse::<SocketAddr>().ok().map(|it| it.ip());
    let bracketed = || text.strip_prefix('[')?.strip_suffix(']')?.parse().ok();
    let address = text.parse().ok().or_else(with_port).or_else(bracketed)?;
    Some(IpAddr::to_canonical(&address))
}

#[cfg(test)]
mod tests {
    use http::HeaderValue;

    use super::*;

    #[track_caller]
    fn is_from(peer: &str, forwarded: &[&'static str], client: &str) {
        let trusted: Vec<IpNet> = ["10.0.0.0/8", "::1/128"]
            .iter()
            .map(|network| network.parse().expect("a network"))
            .collect();
        let mut headers = HeaderMap::new();
        for list in forwarded {
            headers.append("x-forwarded-for", HeaderValue::from_static(list));
        }
        let found = address(peer.parse().expect("an address"), &headers, &trusted);
        assert_eq!(found.to_string(), client);
    }

    #[test]
    fn a_stranger_is_who_it_is() {
        is_from("192.0.2.1", &[], "192.0.2.1");
        is_from("192.0.2.1", &["198.51.100.7"], "192.0.2.1");
        is_from("::ffff:192.0.2.1", &[], "192.0.2.1");
    }

    #[test]
    fn a_trusted_proxy_says_who_it_is() {
        is_from("10.0.0.1", &["198.51.100.7"], "198.51.100.7");
        is_from("::1", &["[2001:db8::7]:4711"], "2001:db8::7");
        is_from("::ffff:10.0.0.1", &["198.51.100.7:80"], "198.51.100.7");
        is_from(
            "10.0.0.1",
            &["203.0.113.9, 198.51.100.7, 10.0.0.2"],
            "198.51.100.7",
        );
        is_from("10.0.0.1", &["203.0.113.9", "198.51.100.7"], "198.51.100.7");
    }

    #[test]
    fn the_chain_ends_where_nothing_is_known() {
        is_from("10.0.0.1", &[], "10.0.0.1");
        is_from("10.0.0.1", &["10.0.0.3, 10.0.0.2"], "10.0.0.3");
        is_from("10.0.0.1", &["198.51.100.7, unknown, 10.0.0.2"], "10.0.0.2");
    }
}
