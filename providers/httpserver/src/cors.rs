//! What pages of other origins may do: read answers, when their origin is allowed,
//! and send what the component answers.
//!
//! There is no list of methods here. A preflight goes to the component as the
//! `OPTIONS` it is, and the `Allow` of the answer is what a page hears.

use bytes::Bytes;
use http::header::{
    ACCESS_CONTROL_ALLOW_HEADERS, ACCESS_CONTROL_ALLOW_METHODS, ACCESS_CONTROL_ALLOW_ORIGIN,
    ACCESS_CONTROL_EXPOSE_HEADERS, ACCESS_CONTROL_MAX_AGE, ACCESS_CONTROL_REQUEST_METHOD, ALLOW,
    CACHE_CONTROL, ORIGIN, VARY,
};
use http::request::Parts;
use http::{HeaderValue, Method, Response, StatusCode};

use crate::config::ServerConfig;

/// Headers of answers that pages may read, beside those they always may.
const EXPOSED: HeaderValue = HeaderValue::from_static("etag, location, retry-after, x-request-id");

/// Seconds for which a browser may remember a preflight.
const REMEMBERED: HeaderValue = HeaderValue::from_static("600");

/// What a request is to pages of other origins.
#[derive(Debug, Clone)]
pub struct CrossOrigin {
    /// The origin, if its pages may read the answer.
    origin: Option<HeaderValue>,
    preflight: bool,
}

impl CrossOrigin {
    /// Reads a request; nothing when no origin is allowed at all.
    pub fn of(head: &Parts, config: &ServerConfig) -> Option<Self> {
        if config.cors_allowed_origins.is_empty() {
            return None;
        }
        let origin = head.headers.get(ORIGIN);
        let origin = origin.filter(|origin| config.cors_allowed_origins.contains(origin));
        let asks = head.headers.contains_key(ACCESS_CONTROL_REQUEST_METHOD);
        Some(Self {
            origin: origin.cloned(),
            preflight: head.method == Method::OPTIONS && asks,
        })
    }

    /// The answer as the page's browser has to see it.
    pub fn answer(self, mut response: Response<Bytes>, config: &ServerConfig) -> Response<Bytes> {
        // Whether it may be read depends on who asks.
        response
            .headers_mut()
            .append(VARY, HeaderValue::from(ORIGIN));
        let Some(origin) = self.origin else {
            return response;
        };
        let methods = response.headers().get(ALLOW).filter(|_| self.preflight);
        if let Some(methods) = methods.cloned() {
            response = Response::new(Bytes::new());
            *response.status_mut() = StatusCode::NO_CONTENT;
            let headers = response.headers_mut();
            headers.insert(ACCESS_CONTROL_ALLOW_METHODS, methods);
            let allowed = config.cors_allowed_headers.clone();
            headers.insert(ACCESS_CONTROL_ALLOW_HEADERS, allowed);
            headers.insert(ACCESS_CONTROL_MAX_AGE, REMEMBERED);
            headers.insert(CACHE_CONTROL, HeaderValue::from_static("no-store"));
            headers.append(VARY, HeaderValue::from(ORIGIN));
        }
        let headers = response.headers_mut();
        headers.insert(ACCESS_CONTROL_ALLOW_ORIGIN, origin);
        headers.insert(ACCESS_CONTROL_EXPOSE_HEADERS, EXPOSED);
        response
    }
}
