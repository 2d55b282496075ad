//! From a request on a connection to the response on it: limits, route, call,
//! and the headers every response has.

use std::convert::Infallible;
use std::sync::Arc;

use api::ProblemCode;
use arc_swap::ArcSwap;
use bytes::Bytes;
use http::request::Parts;
use http::uri::Scheme;
use http::{HeaderMap, HeaderName, HeaderValue, Request, Response, header};
use http_body::Body;
use http_body_util::Full;
use tokio::time::Instant;

use crate::access::{Access, Identity};
use crate::body::Reading;
use crate::calls::{Call, Calls};
use crate::client::{self, Client};
use crate::config::{RouteConfig, ServerConfig};
use crate::connections::Connections;
use crate::cors::CrossOrigin;
use crate::gate::Gate;
use crate::lattice::Backend;
use crate::memory::{Held, Memory};
use crate::notices::Notices;
use crate::peers::{Peers, Share, Shares};
use crate::problem::Reader;
use crate::repeats::Repeats;
use crate::request::{Checked, HOP_BY_HOP};
use crate::routes::Routes;

/// Bytes of bodies of one client, and of one connection; more where a single body
/// may be longer.
const BODIES_OF_A_CLIENT: usize = 32 << 20;
const BODIES_OF_A_CONNECTION: usize = 8 << 20;

/// What all connections share.
pub struct Ingress<B> {
    /// The server's settings.
    pub config: ServerConfig,
    /// Who answers for which path.
    pub routes: ArcSwap<Routes>,
    /// What calls go through.
    pub calls: Calls<B>,
    /// The memory of bodies.
    pub memory: Memory,
    /// All connections.
    pub connections: Arc<Connections>,
    /// Whose requests these are.
    pub peers: Arc<Peers>,
    /// What happened beside requests.
    pub notices: Arc<Notices>,
}

/// A request as it came over a connection.
pub struct Arrived<R> {
    /// Head and body.
    pub request: Request<R>,
    /// The other end.
    pub client: Arc<Client>,
    /// Whether the end of its body can be told in two ways.
    pub ambiguous: bool,
}

impl<B: Backend> Ingress<B> {
    /// An ingress without routes.
    pub fn new(config: ServerConfig, backend: B, notices: Arc<Notices>) -> Self {
        let gate = Gate::new(
            config.max_in_flight,
            config.max_queued,
            config.queue_timeout,
        );
        let shares = Shares {
            connections: config.max_connections_per_peer,
            calls: config.max_in_flight_per_peer,
            bodies: BODIES_OF_A_CLIENT.max(4 * longest(&config)),
        };
        Self {
            routes: ArcSwap::default(),
            calls: Calls {
                backend: Arc::new(backend),
                gate,
                repeats: Repeats::default(),
            },
            memory: Memory::new(config.queue_timeout),
            connections: Connections::new(config.max_connections),
            peers: Peers::new(shares, config.unlimited_peers.clone()),
            notices,
            config,
        }
    }

    /// The bytes of bodies that a connection may hold.
    pub fn bodies_of_a_connection(&self) -> usize {
        BODIES_OF_A_CONNECTION.max(2 * longest(&self.config))
    }

    /// Answers one request and logs it. It never fails.
    ///
    /// # Errors
    ///
    /// None.
    pub async fn handle<R>(
        self: Arc<Self>,
        arrived: Arrived<R>,
    ) -> Result<Response<Full<Bytes>>, Infallible>
    where
        R: Body<Data = Bytes> + Send + Unpin + 'static,
    {
        let (head, body) = arrived.request.into_parts();
        let identity = Identity::of(&head.headers);
        let reader = Reader::of(&head);
        let page = CrossOrigin::of(&head, &self.config);
        let mut access = Access::new(self.config.access_log, &identity, &head);
        let mut limit = self.config.max_body_bytes;
        let checked = self.check(head, &arrived.client, arrived.ambiguous);
        let answer = async {
            let about = About {
                client: &arrived.client,
                identity: &identity,
                access: &mut access,
                limit: &mut limit,
            };
            self.respond(checked?, body, about).await
        };
        let mut response = match answer.await {
            Ok(response) => response,
            Err(code) => {
                access.refused = Some(code);
                reader.refuse(code, limit)
            }
        };
        if let Some(page) = page {
            response = page.answer(response, &self.config);
        }
        self.finish(response.headers_mut(), &identity);
        access.end(response.status());
        Ok(response.map(Full::new))
    }

    fn check(&self, head: Parts, client: &Client, ambiguous: bool) -> Result<Checked, ProblemCode> {
        if head_size(&head) > self.config.max_header_bytes {
            return Err(ProblemCode::HeadersTooLarge);
        }
        if ambiguous {
            return Err(ProblemCode::InvalidFraming);
        }
        let own = client.ends().own;
        Checked::new(head, self.scheme(), own, &self.config.allowed_hosts)
    }

    async fn respond<R>(
        &self,
        checked: Checked,
        body: R,
        about: About<'_>,
    ) -> Result<Response<Bytes>, ProblemCode>
    where
        R: Body<Data = Bytes> + Send + Unpin + 'static,
    {
        let route = self.routes.load().find(checked.path()).cloned();
        let route = route.ok_or(ProblemCode::NotFound)?;
        let config: Result<&RouteConfig, _> = route.config.as_ref();
        let config = config.map_err(|_| ProblemCode::Unavailable)?;
        *about.limit = (*about.limit).min(config.max_body_bytes.unwrap_or(usize::MAX));
        let (client, trusted) = (about.client, &self.config.trusted_proxies);
        let from = client::address(client.ends().peer.ip(), checked.headers(), trusted);
        let peer = client.sharer(from, &self.peers, trusted);
        let reading = Reading {
            memory: &self.memory,
            client,
            peer: peer.clone(),
            limit: *about.limit,
            timeout: self.config.body_timeout,
        };
        let (body, memory) = reading.read(checked.headers(), body).await?;
        let arrived = Instant::now();
        let answer = Held::new(Arc::clone(client.bodies()), peer.clone());
        let share = peer.map(|peer| {
            peer.take(Share::Calls, 1)
                .ok_or(ProblemCode::TooManyRequests)
        });
        let share = share.transpose()?;
        let (identity, believed) = (about.identity, client.is_trusted());
        let pages = &self.config.cors_allowed_origins;
        let request = checked.for_component(body, identity, from, believed, &config.headers, pages);
        let place = self.calls.gate.enter().await;
        let place = place.ok_or(ProblemCode::Overloaded)?;
        about.access.waited = arrived.elapsed();
        let call = Call {
            component: route.component.clone(),
            traceparent: identity.traceparent.clone(),
            request,
            deadline: arrived + config.deadline,
            _memory: memory,
            _share: share,
        };
        let response = self.calls.call(config, call, place).await?;
        self.passed_on(response, answer).await
    }

    /// What a client gets of a component's answer.
    async fn passed_on(
        &self,
        response: Response<Bytes>,
        held: Held,
    ) -> Result<Response<Bytes>, ProblemCode> {
        // A status below is no answer yet, and one above is none at all.
        if !(200..600).contains(&response.status().as_u16()) {
            return Err(ProblemCode::NoAnswer);
        }
        let (mut head, body) = response.into_parts();
        for name in &HOP_BY_HOP {
            head.headers.remove(name);
        }
        // The length is what the body has, not what was announced.
        head.headers.remove(header::CONTENT_LENGTH);
        let body = self.memory.answer(body, held).await?;
        Ok(Response::from_parts(head, body))
    }

    fn scheme(&self) -> Scheme {
        match self.config.tls {
            Some(_) => Scheme::HTTPS,
            None => Scheme::HTTP,
        }
    }

    /// The headers that every response has, unless the component chose others.
    fn finish(&self, headers: &mut HeaderMap, identity: &Identity) {
        for (name, value) in [
            (header::X_CONTENT_TYPE_OPTIONS, "nosniff"),
            (header::REFERRER_POLICY, "no-referrer"),
            // Answers hold figures of people.
            (header::CACHE_CONTROL, "no-store"),
            (
                header::CONTENT_SECURITY_POLICY,
                "default-src 'none'; frame-ancestors 'none'",
            ),
        ] {
            headers
                .entry(name)
                .or_insert(HeaderValue::from_static(value));
        }
        if self.config.tls.is_some() {
            let year = HeaderValue::from_static("max-age=31536000");
            headers.insert(header::STRICT_TRANSPORT_SECURITY, year);
        }
        headers.insert("x-request-id", identity.request_id.clone());
    }
}

/// What is known about a request beside it, and what its answer says about it.
struct About<'a> {
    client: &'a Arc<Client>,
    identity: &'a Identity,
    access: &'a mut Access,
    /// Longest body where the request goes.
    limit: &'a mut usize,
}

/// The longest body of a request or an answer.
fn longest(config: &ServerConfig) -> usize {
    config.max_body_bytes.max(config.max_answer_bytes)
}

fn head_size(head: &Parts) -> usize {
    // ": " and the end of the line, as HTTP/1.1 has them.
    let line = |(name, value): (&HeaderName, &HeaderValue)| name.as_str().len() + value.len() + 4;
    let target = head.uri.path_and_query().map_or(0, |it| it.as_str().len());
    target + head.headers.iter().map(line).sum::<usize>()
}
