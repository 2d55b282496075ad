//! A request's head: refused before anything is called when it can be read in more
//! than one way, and otherwise as the component gets it.

use std::net::{IpAddr, SocketAddr};

use api::{ALLOWED_ORIGIN, ProblemCode};
use bytes::Bytes;
use http::request::Parts;
use http::uri::Scheme;
use http::{HeaderMap, HeaderName, HeaderValue, Version, header};

use crate::access::Identity;
use crate::codec;
use crate::hosts::{AllowedHost, is_allowed, split};

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
/// Says to the component whose page asks, where it is one that may.
const ALLOWED: HeaderName = HeaderName::from_static(ALLOWED_ORIGIN);
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
    /// Whether the authority is surely this server's, and no name that somebody else
    /// lets point here.
    own: bool,
    /// Headers that the connection header names.
    named: Vec<HeaderName>,
}

impl Checked {
    /// Checks a head that arrived by this scheme at this address of the server.
    ///
    /// # Errors
    ///
    /// With what the client is told.
    pub fn new(
        head: Parts,
        scheme: Scheme,
        own: SocketAddr,
        allowed: &[AllowedHost],
    ) -> Result<Self, ProblemCode> {
        let asked = authority(&head)?;
        let named = named(&head.headers)?;
        framing(&head, &scheme)?;
        let authority = match asked {
            None => own.to_string(),
            Some(asked) if is_allowed(asked, allowed, own.ip()) => asked.to_owned(),
            Some(_) => return Err(ProblemCode::MisdirectedRequest),
        };
        Ok(Self {
            head,
            scheme,
            authority,
            own: !allowed.contains(&AllowedHost::Any),
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

    /// The request as the component gets it: with the headers that any component
    /// may need and those that its route names, and nothing that a client says in
    /// the server's name. `client` is its address; what is said about its way is
    /// believed if `trusted`. Pages of the origins in `readers` may read the answer.
    pub fn for_component(
        self,
        body: Bytes,
        identity: &Identity,
        client: IpAddr,
        trusted: bool,
        more: &[HeaderName],
        readers: &[HeaderValue],
    ) -> codec::Request {
        let mut headers = self.head.headers;
        let gone = headers.keys().filter(|name| {
            let handed =
                HANDED.contains(name) || more.contains(name) || (trusted && is_of_a_proxy(name));
            !handed || self.named.contains(name)
        });
        let gone: Vec<HeaderName> = gone.cloned().collect();
        for name in &gone {
            headers.remove(name);
        }
        let host = self.own.then_some(self.authority.as_str());
        if let Some(origin) = allowed_origin(&headers, host, readers) {
            headers.insert(ALLOWED, origin);
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

/// Headers that any component may need. All others stay here: whatever crosses the
/// lattice is read by more than the component.
const HANDED: [HeaderName; 24] = [
    header::ACCEPT,
    header::ACCEPT_LANGUAGE,
    header::ACCESS_CONTROL_REQUEST_HEADERS,
    header::ACCESS_CONTROL_REQUEST_METHOD,
    header::CONTENT_ENCODING,
    header::CONTENT_LANGUAGE,
    header::CONTENT_LENGTH,
    header::CONTENT_TYPE,
    header::HOST,
    header::IF_MATCH,
    header::IF_MODIFIED_SINCE,
    header::IF_NONE_MATCH,
    header::IF_UNMODIFIED_SINCE,
    header::ORIGIN,
    header::RANGE,
    HeaderName::from_static("idempotency-key"),
    HeaderName::from_static("if-none-exist"),
    HeaderName::from_static("mcp-method"),
    HeaderName::from_static("mcp-name"),
    HeaderName::from_static("mcp-protocol-version"),
    HeaderName::from_static("prefer"),
    HeaderName::from_static("tracestate"),
    REQUEST_ID,
    TRACEPARENT,
];

/// What a client can say nothing with to a component, whatever its route names.
pub fn is_of_the_server(name: &HeaderName) -> bool {
    HOP_BY_HOP.contains(name)
        || is_of_a_proxy(name)
        || [CALL_ID, CLIENT_ADDRESS, ALLOWED].contains(name)
        || *name == header::HOST
}

/// What proxies say about the way of a request.
fn is_of_a_proxy(name: &HeaderName) -> bool {
    let name = name.as_str();
    name.starts_with("x-forwarded-") || matches!(name, "forwarded" | "x-real-ip")
}

/// Whom the request is for, if it says so; HTTP/1.1 has to. Where the target says it
/// too, both have to say the same.
fn authority(head: &Parts) -> Result<Option<&str>, ProblemCode> {
    let mut hosts = head.headers.get_all(header::HOST).iter();
    let host = match (hosts.next(), hosts.next()) {
        (None, _) if head.version == Version::HTTP_11 => return Err(ProblemCode::InvalidHost),
        (None, _) => None,
        (Some(host), None) => Some(host.to_str().map_err(|_| ProblemCode::InvalidHost)?),
        (Some(_), Some(_)) => return Err(ProblemCode::InvalidHost),
    };
    let target = head.uri.authority().map(http::uri::Authority::as_str);
    let differ = matches!((target, host), (Some(a), Some(b)) if !a.eq_ignore_ascii_case(b));
    match target.or(host) {
        Some(authority) if differ || split(authority).is_none() => Err(ProblemCode::InvalidHost),
        authority => Ok(authority),
    }
}

/// The origin of the page that asks, if it is one of those that may read answers or a page
/// of this host.
fn allowed_origin(
    headers: &HeaderMap,
    host: Option<&str>,
    readers: &[HeaderValue],
) -> Option<HeaderValue> {
    let mut origins = headers.get_all(header::ORIGIN).iter();
    // Two origins are nobody's.
    let origin = origins.next().filter(|_| origins.next().is_none())?;
    let text = origin.to_str().ok()?;
    let allowed = readers.contains(origin) || host.is_some_and(|host| is_of(text, host));
    allowed.then(|| origin.clone())
}

/// Whether an origin is that of a host. A proxy can have ended TLS, so the scheme only says
/// which port needs not be named.
fn is_of(origin: &str, host: &str) -> bool {
    let Some((scheme, authority)) = origin.split_once("://") else {
        return false;
    };
    let port = match scheme {
        "http" => ":80",
        "https" => ":443",
        _ => return false,
    };
    let short = |authority: &str| {
        let short = authority.strip_suffix(port).unwrap_or(authority);
        short.to_ascii_lowercase()
    };
    short(authority) == short(host)
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
    match (codings.next(), codings.next()) {
        (None, _) => {}
        (Some(coding), None) if coding.as_bytes().eq_ignore_ascii_case(b"chunked") => {}
        (Some(_), _) => return Err(ProblemCode::UnsupportedTransferCoding),
    }
    // In HTTP/2 the scheme is what the client spoke, perhaps to a proxy.
    if head.version >= Version::HTTP_2 || head.uri.scheme().is_none_or(|it| it == scheme) {
        Ok(())
    } else {
        Err(ProblemCode::InvalidFraming)
    }
}
