//! From a request on a connection to the response on it: limits, route, call,
//! and the headers every response has.

use std::convert::Infallible;
use std::sync::Arc;
use std::time::{Duration, Instant};

use arc_swap::ArcSwap;
use bytes::{Bytes, BytesMut};
use http::uri::Scheme;
use http::{HeaderMap, HeaderName, HeaderValue, Method, Request, Response, header};
use http_body::Body;
use http_body_util::{BodyExt as _, Full};
use tokio::time::timeout;

use crate::access::{Access, Identity};
use crate::calls::{Call, answer};
use crate::codec;
use crate::config::{RouteConfig, ServerConfig};
use crate::gate::Gate;
use crate::lattice::Backend;
use crate::problem::Refusal;
use crate::routes::Routes;

/// Headers that belong to a connection and not to what is sent over it.
const HOP_BY_HOP: [HeaderName; 8] = [
    header::CONNECTION,
    HeaderName::from_static("keep-alive"),
    header::PROXY_AUTHENTICATE,
    header::PROXY_AUTHORIZATION,
    header::TE,
    header::TRAILER,
    header::TRANSFER_ENCODING,
    header::UPGRADE,
];

/// Of a body that is too long, how much is read and thrown away for a client
/// that only listens when it has sent everything, and for how long.
const DISCARD: usize = 32 << 20;
const DISCARD_FOR: Duration = Duration::from_secs(2);

/// What all connections share.
pub struct Ingress<B> {
    /// The server's settings.
    pub config: ServerConfig,
    /// Who answers for which path.
    pub routes: ArcSwap<Routes>,
    /// How much is let in.
    pub gate: Gate,
    /// The way to the components.
    pub backend: Arc<B>,
}

impl<B: Backend> Ingress<B> {
    /// An ingress without routes.
    pub fn new(config: ServerConfig, backend: B) -> Self {
        let gate = Gate::new(
            config.max_in_flight,
            config.max_queued,
            config.queue_timeout,
        );
        Self {
            config,
            routes: ArcSwap::default(),
            gate,
            backend: Arc::new(backend),
        }
    }

    /// Answers one request and logs it. It never fails.
    ///
    /// # Errors
    ///
    /// None.
    pub async fn handle<R>(
        self: Arc<Self>,
        request: Request<R>,
    ) -> Result<Response<Full<Bytes>>, Infallible>
    where
        R: Body<Data = Bytes> + Send + Unpin + 'static,
    {
        let identity = Identity::of(request.headers());
        let mut access = Access::new(self.config.access_log, &identity, &request);
        let response = match self.respond(request, &identity, &mut access).await {
            Ok(response) => response,
            Err(refusal) => {
                access.refused = Some(refusal);
                refusal.response()
            }
        };
        let mut response = response.map(Full::new);
        self.finish(response.headers_mut(), &identity);
        access.end(response.status());
        Ok(response)
    }

    async fn respond<R>(
        &self,
        request: Request<R>,
        identity: &Identity,
        access: &mut Access,
    ) -> Result<Response<Bytes>, Refusal>
    where
        R: Body<Data = Bytes> + Send + Unpin + 'static,
    {
        let (head, body) = request.into_parts();
        if head_size(&head) > self.config.max_header_bytes {
            return Err(Refusal::HeadersTooLarge);
        }
        let route = self.routes.load().find(head.uri.path()).cloned();
        let route = route.ok_or(Refusal::NoRoute)?;
        let config: &RouteConfig = route.config.as_ref().map_err(|_| Refusal::NoComponent)?;
        let (body, _memory) = self.read(&head.headers, body).await?;
        let request = component_request(head, body, self.scheme(), identity);
        let arrived = Instant::now();
        let place = self.gate.enter().await.ok_or(Refusal::Overloaded)?;
        access.waited = arrived.elapsed();
        let call = Call {
            component: route.component.clone(),
            traceparent: identity.traceparent.clone(),
            request,
            place,
        };
        let mut response = answer(&self.backend, config, call).await?;
        for name in &HOP_BY_HOP {
            response.headers_mut().remove(name);
        }
        // The length is what the body has, not what was announced.
        response.headers_mut().remove(header::CONTENT_LENGTH);
        Ok(response)
    }

    fn scheme(&self) -> Scheme {
        match self.config.tls {
            Some(_) => Scheme::HTTPS,
            None => Scheme::HTTP,
        }
    }

    /// The whole body, and the memory it holds.
    async fn read<R>(
        &self,
        headers: &HeaderMap,
        mut body: R,
    ) -> Result<(Bytes, Vec<tokio::sync::OwnedSemaphorePermit>), Refusal>
    where
        R: Body<Data = Bytes> + Unpin,
    {
        if body.is_end_stream() {
            return Ok((Bytes::new(), Vec::new()));
        }
        let limit = self.config.max_body_bytes;
        let announced = content_length(headers);
        if announced.is_some_and(|length| length > limit as u64) {
            // A client that asked whether to send has not sent anything yet.
            if !headers.contains_key(header::EXPECT) {
                discard(&mut body).await;
            }
            return Err(Refusal::BodyTooLarge);
        }
        let collected = timeout(
            self.config.body_timeout,
            self.collect(&mut body, announced.unwrap_or_default()),
        );
        let result = collected.await.unwrap_or(Err(Refusal::SlowRequest));
        if matches!(result, Err(Refusal::BodyTooLarge)) {
            discard(&mut body).await;
        }
        result
    }

    async fn collect<R>(
        &self,
        body: &mut R,
        announced: u64,
    ) -> Result<(Bytes, Vec<tokio::sync::OwnedSemaphorePermit>), Refusal>
    where
        R: Body<Data = Bytes> + Unpin,
    {
        let announced = usize::try_from(announced).unwrap_or(usize::MAX);
        let mut memory = vec![self.gate.body(announced).ok_or(Refusal::Overloaded)?];
        let mut held = announced;
        let mut collected = BytesMut::new();
        let mut only = Bytes::new();
        while let Some(frame) = body.frame().await {
            let frame = frame.map_err(|_| Refusal::BrokenRequest)?;
            // Trailers say nothing to any component here.
            let Ok(data) = frame.into_data() else {
                continue;
            };
            let length = only.len() + collected.len() + data.len();
            if length > self.config.max_body_bytes {
                return Err(Refusal::BodyTooLarge);
            }
            if length > held {
                memory.push(self.gate.body(length - held).ok_or(Refusal::Overloaded)?);
                held = length;
            }
            // Most bodies arrive in one piece, which needs no copy.
            if length == data.len() {
                only = data;
                continue;
            }
            if collected.is_empty() {
                collected.reserve(announced.max(length));
                collected.extend_from_slice(&std::mem::take(&mut only));
            }
            collected.extend_from_slice(&data);
        }
        let body = if collected.is_empty() {
            only
        } else {
            collected.freeze()
        };
        Ok((body, memory))
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

fn head_size(head: &http::request::Parts) -> usize {
    // ": " and the end of the line, as HTTP/1.1 has them.
    let line = |(name, value): (&HeaderName, &HeaderValue)| name.as_str().len() + value.len() + 4;
    let target = head.uri.path_and_query().map_or(0, |it| it.as_str().len());
    target + head.headers.iter().map(line).sum::<usize>()
}

fn content_length(headers: &HeaderMap) -> Option<u64> {
    headers
        .get(header::CONTENT_LENGTH)?
        .to_str()
        .ok()?
        .parse()
        .ok()
}

async fn discard<R: Body<Data = Bytes> + Unpin>(body: &mut R) {
    let all = async {
        let mut read = 0;
        while let Some(Ok(frame)) = body.frame().await {
            read += frame.data_ref().map_or(0, Bytes::len);
            if read > DISCARD {
                return;
            }
        }
    };
    // Whether it ended or not: the connection is closed after the answer.
    let _ = timeout(DISCARD_FOR, all).await;
}

fn component_request(
    head: http::request::Parts,
    body: Bytes,
    scheme: Scheme,
    identity: &Identity,
) -> codec::Request {
    let mut headers = head.headers;
    // Those that the connection header names belong to the connection too.
    let named: Vec<HeaderName> = headers
        .get_all(header::CONNECTION)
        .iter()
        .filter_map(|value| value.to_str().ok())
        .flat_map(|list| list.split(','))
        .filter_map(|name| name.trim().parse().ok())
        .collect();
    for name in HOP_BY_HOP.iter().chain(&named) {
        headers.remove(name);
    }
    if let Ok(traceparent) = HeaderValue::from_str(&identity.traceparent) {
        headers.insert("traceparent", traceparent);
    }
    headers.insert("x-request-id", identity.request_id.clone());
    let host = headers
        .get(header::HOST)
        .and_then(|host| host.to_str().ok());
    let authority = head.uri.authority().map(http::uri::Authority::as_str);
    // What is no authority would make the host refuse the call.
    let authority = authority
        .or(host)
        .filter(|authority| authority.parse::<http::uri::Authority>().is_ok())
        .map(str::to_owned);
    let path_and_query = head.uri.path_and_query().map_or("/", |it| it.as_str());
    codec::Request {
        method: head.method,
        path_and_query: path_and_query.to_owned(),
        scheme,
        authority,
        headers,
        body,
    }
}

/// Methods and headers that pages of allowed origins may use.
pub fn cross_origin(config: &ServerConfig) -> Option<tower_http::cors::CorsLayer> {
    if config.cors_allowed_origins.is_empty() {
        return None;
    }
    let cors = tower_http::cors::CorsLayer::new()
        .allow_origin(config.cors_allowed_origins.clone())
        .allow_methods([Method::GET, Method::POST, Method::HEAD])
        .allow_headers([
            header::ACCEPT,
            header::ACCEPT_LANGUAGE,
            header::CONTENT_TYPE,
            HeaderName::from_static("x-request-id"),
            HeaderName::from_static("traceparent"),
        ])
        .expose_headers([header::RETRY_AFTER, HeaderName::from_static("x-request-id")])
        .max_age(Duration::from_secs(600));
    Some(cors)
}
