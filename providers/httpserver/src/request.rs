//! A request's head: refused before anything is called when it can be read in more
//! than one way, and otherwise as the component gets it.

use std::net::{IpAddr, Ipv6Addr, SocketAddr};

use api::ProblemCode;
use bytes::Bytes;
use http::request::Parts;
use http::uri::Scheme;
use http::{HeaderMap, HeaderName, HeaderValue, Version, header};
use ipnet::IpNet;

use crate::access::Identity;
use crate::{client, codec};

/// Headers that belong to a connection and not to what is sent over it.
pub const HOP_BY_HOP: [HeaderName; 9] = [
    header::CONNECTION,
    HeaderName::from_static("keep-alive"),
    HeaderName::from_static("proxy-connection"),
    header::PROXY_AUTHENTICATE,
    header::PROXY_AUTHORIZATION,
    header::TE,
    header::TRAILER,
    header::TRANSFER_ENCODING,
    header::UPGRADE,
];

/// Says to the component which call this is, the same in each attempt.
const CALL_ID: HeaderName = HeaderName::from_static("x-call-id");
/// Says to the component whose request it is.
const CLIENT_ADDRESS: HeaderName = HeaderName::from_static("x-client-address");
const REQUEST_ID: HeaderName = HeaderName::from_static("x-request-id");
const TRACEPARENT: HeaderName = HeaderName::from_static("traceparent");

/// Headers that `Connection` may not name: without one of them a component would
/// understand another request, or somebody else's.
const KEPT: [HeaderName; 14] = [
    header::HOST,
    header::CONTENT_TYPE,
    header::CONTENT_LENGTH,
    header::CONTENT_ENCODING,
    header::ACCEPT,
    header::AUTHORIZATION,
    header::COOKIE,
    header::IF_MATCH,
    header::IF_NONE_MATCH,
    HeaderName::from_static("idempotency-key"),
    CALL_ID,
    CLIENT_ADDRESS,
    REQUEST_ID,
    TRACEPARENT,
];

/// A head that can be read in one way only.
#[derive(Debug)]
pub struct Checked {
    head: Parts,
    scheme: Scheme,
    authority: String,
    /// Headers that the connection header names.
    named: Vec<HeaderName>,
}

impl Checked {
    /// Checks a head that arrived by this scheme at this address of the server.
    ///
    /// # Errors
    ///
    /// With what the client is told.
    pub fn new(head: Parts, scheme: Scheme, own: SocketAddr) -> Result<Self, ProblemCode> {
        let authority = authority(&head, own)?;
        let named = named(&head.headers)?;
        framing(&head, &scheme)?;
        Ok(Self {
            head,
            scheme,
            authority,
            named,
        })
    }

    /// The path.
    pub fn path(&self) -> &str {
        self.head.uri.path()
    }

    /// The headers, as they were sent.
    pub fn headers(&self) -> &HeaderMap {
        &self.head.headers
    }

    /// The request as the component gets it: with every header it may need, and
    /// nothing that a client says in the server's name.
    pub fn for_component(
        self,
        body: Bytes,
        identity: &Identity,
        peer: IpAddr,
        trusted: &[IpNet],
    ) -> codec::Request {
        let mut headers = self.head.headers;
        let client = client::address(peer, &headers, trusted);
        for name in HOP_BY_HOP.iter().chain(&self.named) {
            headers.remove(name);
        }
        if !client::is_trusted(peer, trusted) {
            let names = headers.keys().filter(|name| is_of_a_proxy(name));
            let names: Vec<HeaderName> = names.cloned().collect();
            for name in &names {
                headers.remove(name);
            }
        }
        headers.insert(CALL_ID, identity.call_id.clone());
        headers.insert(REQUEST_ID, identity.request_id.clone());
        for (name, value) in [
            (TRACEPARENT, identity.traceparent.as_str()),
            (CLIENT_ADDRESS, &client.to_string()),
            (header::HOST, &self.authority),
        ] {
            // The three consist of letters, digits and a few signs.
            if let Ok(value) = HeaderValue::from_str(value) {
                headers.insert(name, value);
            }
        }
        let path_and_query = self.head.uri.path_and_query();
        codec::Request {
            method: self.head.method,
            path_and_query: path_and_query.map_or("/", |it| it.as_str()).to_owned(),
            scheme: self.scheme,
            authority: self.authority,
            headers,
            body,
        }
    }
}

/// What proxies say about the way of a request.
fn is_of_a_proxy(name: &HeaderName) -> bool {
    let name = name.as_str();
    name.starts_with("x-forwarded-") || matches!(name, "forwarded" | "x-real-ip")
}

/// Whom the request is for. HTTP/1.1 has to say it; where it may be left out, it
/// is this server.
fn authority(head: &Parts, own: SocketAddr) -> Result<String, ProblemCode> {
    let mut hosts = head.headers.get_all(header::HOST).iter();
    let host = match (hosts.next(), hosts.next()) {
        (None, _) if head.version == Version::HTTP_11 => return Err(ProblemCode::InvalidHost),
        (None, _) => None,
        (Some(host), None) => {
            let host = host.to_str().ok().filter(|host| is_authority(host));
            Some(host.ok_or(ProblemCode::InvalidHost)?)
        }
        (Some(_), Some(_)) => return Err(ProblemCode::InvalidHost),
    };
    // RFC 9112, 3.2.2: the target decides where it names a host itself.
    let target = head.uri.authority().map(http::uri::Authority::as_str);
    match target.or(host) {
        None => Ok(own.to_string()),
        Some(authority) if is_authority(authority) => Ok(authority.to_owned()),
        Some(_) => Err(ProblemCode::InvalidHost),
    }
}

/// A host name or an address, and at most a port.
fn is_authority(text: &str) -> bool {
    let (host, port) = match text.rsplit_once(':') {
        Some((host, port)) if !port.contains(']') => (host, Some(port)),
        _ => (text, None),
    };
    let digits = |port: &str| port.bytes().all(|byte| byte.is_ascii_digit());
    if !port.is_none_or(|port| digits(port) && port.parse::<u16>().is_ok()) {
        return false;
    }
    if let Some(address) = host.strip_prefix('[') {
        let address = address.strip_suffix(']');
        return address.is_some_and(|address| address.parse::<Ipv6Addr>().is_ok());
    }
    let admitted = |byte: u8| byte.is_ascii_alphanumeric() || b"-._".contains(&byte);
    !host.is_empty() && host.bytes().all(admitted)
}

fn named(headers: &HeaderMap) -> Result<Vec<HeaderName>, ProblemCode> {
    let lists = headers.get_all(header::CONNECTION).iter();
    let lists = lists.filter_map(|value| value.to_str().ok());
    let named = lists.flat_map(|list| list.split(','));
    let named: Vec<HeaderName> = named.filter_map(|name| name.trim().parse().ok()).collect();
    if named.iter().any(|name| KEPT.contains(name)) {
        return Err(ProblemCode::InvalidConnection);
    }
    Ok(named)
}

/// A coding that is not undone here, or a target of another scheme, could mean
/// something else to a proxy before this server.
fn framing(head: &Parts, scheme: &Scheme) -> Result<(), ProblemCode> {
    let mut codings = head.headers.get_all(header::TRANSFER_ENCODING).iter();
    let coded = match (codings.next(), codings.next()) {
        (None, _) => true,
        (Some(coding), None) => coding.as_bytes().eq_ignore_ascii_case(b"chunked"),
        (Some(_), Some(_)) => false,
    };
    // In HTTP/2 the scheme is what the client spoke, perhaps to a proxy.
    let own = head.version >= Version::HTTP_2 || head.uri.scheme().is_none_or(|it| it == scheme);
    if coded && own {
        Ok(())
    } else {
        Err(ProblemCode::InvalidFraming)
    }
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
            assert!(is_authority(good), "{good}");
        }
        for bad in [
            "", ":80", "a b", "a/b", "a,b", "\"", "%41", "é", "[::1", "::1", "[a]", "u@h", "a:b",
            "a:", "a:65536", "a:+1", "a?", "a#",
        ] {
            assert!(!is_authority(bad), "{bad}");
        }
    }
}
