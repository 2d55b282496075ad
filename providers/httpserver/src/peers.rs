//! Whose connections and requests these are, and each client's share of them: one
//! client must not be all clients.

use std::collections::HashMap;
use std::hash::{BuildHasher as _, RandomState};
use std::net::{IpAddr, Ipv6Addr};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use ipnet::IpNet;

/// Tables, so that clients rarely wait for each other.
const SHARDS: usize = 32;

/// The part of an IPv6 address that names a network; one client has all of it.
const NETWORK: u128 = !(u64::MAX as u128);

/// What a peer has a share of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Share {
    /// Connections.
    Connections,
    /// Requests that wait for a component, or are worked on.
    Calls,
    /// Bytes of bodies that are being read or worked on.
    Bodies,
}

/// How much of each a peer may have.
#[derive(Debug, Clone, Copy)]
pub struct Shares {
    /// Of [`Share::Connections`].
    pub connections: usize,
    /// Of [`Share::Calls`].
    pub calls: usize,
    /// Of [`Share::Bodies`].
    pub bodies: usize,
}

/// All peers that have something right now.
#[derive(Debug)]
pub struct Peers {
    shares: Shares,
    /// Peers without a limit: proxies, and what runs on the same machine.
    unlimited: Vec<IpNet>,
    hasher: RandomState,
    shards: [Mutex<HashMap<IpAddr, Arc<Taking>>>; SHARDS],
}

/// What a peer has taken, in the order of [`Share`].
#[derive(Debug, Default)]
struct Taking([AtomicUsize; 3]);

/// A peer whose shares are counted, known as long as something of it is here.
#[derive(Debug)]
pub struct Peer {
    peers: Arc<Peers>,
    key: IpAddr,
    taking: Arc<Taking>,
}

/// A part of a peer's share, given back when it is dropped.
#[derive(Debug)]
pub struct Taken {
    peer: Arc<Peer>,
    share: Share,
    amount: usize,
}

impl Peers {
    /// Nobody yet.
    pub fn new(shares: Shares, unlimited: Vec<IpNet>) -> Arc<Self> {
        Arc::new(Self {
            shares,
            unlimited,
            hasher: RandomState::new(),
            shards: Default::default(),
        })
    }

    /// The peer at an address; nothing if it has no limit.
    pub fn at(self: &Arc<Self>, address: IpAddr) -> Option<Arc<Peer>> {
        let address = address.to_canonical();
        if self.unlimited.iter().any(|it| it.contains(&address)) {
            return None;
        }
        let key = network(address);
        let taking = Arc::clone(self.shard(key).entry(key).or_default());
        Some(Arc::new(Peer {
            peers: Arc::clone(self),
            key,
            taking,
        }))
    }

    fn shard(&self, key: IpAddr) -> MutexGuard<'_, HashMap<IpAddr, Arc<Taking>>> {
        let index = self.hasher.hash_one(key) as usize % SHARDS;
        let shard = self.shards[index].lock();
        shard.unwrap_or_else(PoisonError::into_inner)
    }

    const fn most(&self, share: Share) -> usize {
        match share {
            Share::Connections => self.shares.connections,
            Share::Calls => self.shares.calls,
            Share::Bodies => self.shares.bodies,
        }
    }
}

/// Whoever has one address of an IPv6 network has them all.
fn network(address: IpAddr) -> IpAddr {
    match address {
        IpAddr::V4(_) => address,
        IpAddr::V6(address) => Ipv6Addr::from(u128::from(address) & NETWORK).into(),
    }
}

impl Peer {
    /// Takes so much of a share, or nothing when that would be over it.
    pub fn take(self: &Arc<Self>, share: Share, amount: usize) -> Option<Taken> {
        let mut taken = Taken {
            peer: Arc::clone(self),
            share,
            amount: 0,
        };
        taken.grow(amount).then_some(taken)
    }
}

impl Drop for Peer {
    fn drop(&mut self) {
        let mut shard = self.peers.shard(self.key);
        // Within the lock, so that of two that go at once the last one sees it.
        drop(std::mem::take(&mut self.taking));
        let known = shard.get(&self.key);
        if known.is_some_and(|it| Arc::strong_count(it) == 1) {
            shard.remove(&self.key);
        }
    }
}

impl Taken {
    /// Takes more, unless that would be over the share.
    pub fn grow(&mut self, more: usize) -> bool {
        let taken = &self.peer.taking.0[self.share as usize];
        let before = taken.fetch_add(more, Ordering::Relaxed);
        if before + more > self.peer.peers.most(self.share) {
            taken.fetch_sub(more, Ordering::Relaxed);
            return false;
        }
        self.amount += more;
        true
    }
}

impl Drop for Taken {
    fn drop(&mut self) {
        let taken = &self.peer.taking.0[self.share as usize];
        taken.fetch_sub(self.amount, Ordering::Relaxed);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn peers() -> Arc<Peers> {
        let shares = Shares {
            connections: 2,
            calls: 1,
            bodies: 10,
        };
        let unlimited = vec!["127.0.0.0/8".parse().expect("a network")];
        Peers::new(shares, unlimited)
    }

    fn at(peers: &Arc<Peers>, address: &str) -> Option<Arc<Peer>> {
        peers.at(address.parse().expect("an address"))
    }

    #[test]
    fn a_share_is_of_an_address_or_of_a_network() {
        for (one, same, other) in [
            ("192.0.2.1", "::ffff:192.0.2.1", "192.0.2.2"),
            ("2001:db8::1", "2001:db8::ffff:2", "2001:db8:0:1::1"),
        ] {
            let peers = peers();
            let peer = at(&peers, one).expect("limited");
            let _call = peer.take(Share::Calls, 1).expect("there is one");
            let same = at(&peers, same).expect("limited");
            assert!(same.take(Share::Calls, 1).is_none());
            assert!(same.take(Share::Connections, 1).is_some());
            let other = at(&peers, other).expect("limited");
            assert!(other.take(Share::Calls, 1).is_some());
        }
    }

    #[test]
    fn what_is_given_back_can_be_taken_again_and_nobody_is_remembered() {
        let peers = peers();
        let peer = at(&peers, "192.0.2.1").expect("limited");
        let mut body = peer.take(Share::Bodies, 4).expect("there is room");
        // The connection may be gone while its call is worked on.
        drop(peer);
        assert!(body.grow(6));
        assert!(!body.grow(1));
        let again = at(&peers, "192.0.2.1").expect("limited");
        assert!(again.take(Share::Bodies, 1).is_none(), "it is remembered");
        drop((body, again));
        let again = at(&peers, "192.0.2.1").expect("limited");
        assert!(again.take(Share::Bodies, 10).is_some());
        drop(again);
        let known: usize = peers
            .shards
            .iter()
            .map(|it| it.lock().expect("ok").len())
            .sum();
        assert_eq!(known, 0);
    }

    #[test]
    fn some_have_no_limit() {
        assert!(at(&peers(), "127.0.0.9").is_none());
        assert!(at(&peers(), "::ffff:127.0.0.9").is_none());
    }
}
