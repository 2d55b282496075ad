//! Which names a client may use for this server. A page of anyone can let its own
//! name point to this address; a request with such a name is not for this server.

use std::net::{IpAddr, Ipv6Addr};

/// A name or an address that is allowed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum AllowedHost {
    /// Any.
    Any,
    /// This one, in lower case, with this port or with any.
    Named(String, Option<u16>),
}

/// A member of `allowed_hosts`.
pub fn allowed(text: &str) -> Option<AllowedHost> {
    if text == "*" {
        return Some(AllowedHost::Any);
    }
    let (host, port) = split(text)?;
    Some(AllowedHost::Named(host.to_ascii_lowercase(), port))
}

/// A host name or an address, and its port if there is one.
pub fn split(text: &str) -> Option<(&str, Option<u16>)> {
    let (host, port) = match text.rsplit_once(':') {
        Some((host, port)) if !port.contains(']') => (host, Some(port)),
        _ => (text, None),
    };
    let port = match port {
        Some(port) if port.bytes().all(|byte| byte.is_ascii_digit()) => Some(port.parse().ok()?),
        Some(_) => return None,
        None => None,
    };
    if let Some(address) = host.strip_prefix('[') {
        address.strip_suffix(']')?.parse::<Ipv6Addr>().ok()?;
        return Some((host, port));
    }
    let admitted = |byte: u8| byte.is_ascii_alphanumeric() || b"-._".contains(&byte);
    (!host.is_empty() && host.bytes().all(admitted)).then_some((host, port))
}

/// Whether a request for this authority is for this server, which was reached at
/// the address `own`.
pub fn is_allowed(authority: &str, allowed: &[AllowedHost], own: IpAddr) -> bool {
    let Some((host, port)) = split(authority) else {
        return false;
    };
    if allowed.is_empty() {
        return is_local(host, own);
    }
    allowed.iter().any(|it| match it {
        AllowedHost::Any => true,
        AllowedHost::Named(name, any) => {
            name.eq_ignore_ascii_case(host) && any.is_none_or(|one| Some(one) == port)
        }
    })
}

/// An address cannot be anyone else's name, and the names of the loopback never
/// leave the machine.
fn is_local(host: &str, own: IpAddr) -> bool {
    let bare = host.strip_prefix('[').and_then(|it| it.strip_suffix(']'));
    if let Ok(address) = bare.unwrap_or(host).parse::<IpAddr>() {
        let address = address.to_canonical();
        return address.is_loopback() || address == own.to_canonical();
    }
    let host = host.strip_suffix('.').unwrap_or(host);
    let below = host.rsplit_once('.').map_or(host, |(_, last)| last);
    below.eq_ignore_ascii_case("localhost")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hosts_are_names_or_addresses_with_at_most_a_port() {
        for good in [
            "a",
            "localhost:8080",
            "api.example",
            "my_service:1",
            "127.0.0.1",
            "[::1]",
            "[::1]:80",
        ] {
            assert!(split(good).is_some(), "{good}");
        }
        for bad in [
            "", ":80", "a b", "a/b", "a,b", "\"", "%41", "é", "[::1", "::1", "[a]", "u@h", "a:b",
            "a:", "a:65536", "a:+1", "a?", "a#",
        ] {
            assert!(split(bad).is_none(), "{bad}");
        }
    }

    #[track_caller]
    fn check(allowed_hosts: &[&str], own: &str, authority: &str, expected: bool) {
        let hosts: Vec<_> = allowed_hosts
            .iter()
            .map(|it| allowed(it).expect(it))
            .collect();
        let own = own.parse().expect("an address");
        let found = is_allowed(authority, &hosts, own);
        assert_eq!(found, expected, "{authority} for {allowed_hosts:?}");
    }

    #[test]
    fn by_default_only_the_address_and_the_loopback_are_allowed() {
        for authority in [
            "10.1.2.3",
            "10.1.2.3:8080",
            "localhost",
            "LOCALHOST:1",
            "api.localhost:80",
            "127.0.0.1:99",
            "[::1]:8080",
            "[::ffff:10.1.2.3]",
        ] {
            check(&[], "10.1.2.3", authority, true);
        }
        for authority in ["a.example", "10.1.2.4", "localhost.example", "notlocalhost"] {
            check(&[], "10.1.2.3", authority, false);
        }
    }

    #[test]
    fn given_hosts_take_the_place_of_the_default() {
        let hosts = ["api.example", "b.example:8443"];
        for authority in ["api.example", "API.example:81", "b.example:8443"] {
            check(&hosts, "127.0.0.1", authority, true);
        }
        for authority in ["b.example", "b.example:80", "x.api.example", "localhost"] {
            check(&hosts, "127.0.0.1", authority, false);
        }
        check(&["*"], "127.0.0.1", "evil.example", true);
    }
}
