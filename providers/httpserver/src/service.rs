//! From a request on a connection to the response on it: limits, route, call,
//! and the headers every response has.

use std::convert::Infallible;
use std::sync::Arc;
use std::time::Instant;

use api::ProblemCode;
use arc_swap::ArcSwap;
use bytes::Bytes;
use http::request::Parts;
use http::uri::Scheme;
use http::{HeaderMap, HeaderName, HeaderValue, Request, Response, header};
use http_body::Body;
use http_body_util::Full;

use crate::access::{Access, Identity};
use crate::body;
use crate::calls::{Call, answer};
use crate::client::Ends;
use crate::config::{RouteConfig, ServerConfig};
use crate::cors::CrossOrigin;
use crate::gate::Gate;
use crate::lattice::Backend;
use crate::problem::Reader;
use crate::request::{Checked, HOP_BY_HOP};
use crate::routes::Routes;

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
        ends: Ends,
    ) -> Result<Response<Full<Bytes>>, Infallible>
    where
        R: Body<Data = Bytes> + Send + Unpin + 'static,
    {
        let (head, body) = request.into_parts();
        let identity = Identity::of(&head.headers);
        let reader = Reader::of(&head);
        let page = CrossOrigin::of(&head, &self.config);
        let mut access = Access::new(self.config.access_log, &identity, &head);
        let answer = self.respond(head, body, ends, &identity, &mut access);
        let mut response = match answer.await {
            Ok(response) => response,
            Err(code) => {
                access.refused = Some(code);
                reader.refuse(code, self.config.max_body_bytes)
            }
        };
        if let Some(page) = page {
            response = page.answer(response, &self.config);
        }
        self.finish(response.headers_mut(), &identity);
        access.end(response.status());
        Ok(response.map(Full::new))
    }

    async fn respond<R>(
        &self,
        head: Parts,
        body: R,
        ends: Ends,
        identity: &Identity,
        access: &mut Access,
    ) -> Result<Response<Bytes>, ProblemCode>
    where
        R: Body<Data = Bytes> + Send + Unpin + 'static,
    {
        if head_size(&head) > self.config.max_header_bytes {
            return Err(ProblemCode::HeadersTooLarge);
        }
        let checked = Checked::new(head, self.scheme(), ends.own)?;
        let route = self.routes.load().find(checked.path()).cloned();
        let route = route.ok_or(ProblemCode::NotFound)?;
        let config: &RouteConfig = route
            .config
            .as_ref()
            .map_err(|_| ProblemCode::Unavailable)?;
        let (body, _memory) = body::read(&self.config, &self.gate, checked.headers(), body).await?;
        let trusted = &self.config.trusted_proxies;
        let request = checked.for_component(body, identity, ends.peer.ip(), trusted);
        let arrived = Instant::now();
        let place = self.gate.enter().await.ok_or(ProblemCode::Overloaded)?;
        access.waited = arrived.elapsed();
        let call = Call {
            component: route.component.clone(),
            traceparent: identity.traceparent.clone(),
            request,
            place,
        };
        let mut response = answer(&self.backend, config, call).await?;
        // A status below is no answer yet, and one above is none at all.
        if !(200..600).contains(&response.status().as_u16()) {
            return Err(ProblemCode::NoAnswer);
        }
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

fn head_size(head: &Parts) -> usize {
    // ": " and the end of the line, as HTTP/1.1 has them.
    let line = |(name, value): (&HeaderName, &HeaderValue)| name.as_str().len() + value.len() + 4;
    let target = head.uri.path_and_query().map_or(0, |it| it.as_str().len());
    target + head.headers.iter().map(line).sum::<usize>()
}
