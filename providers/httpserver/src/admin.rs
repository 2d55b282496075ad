//! What an operator's tools ask the server itself, at an address of its own: whether
//! it lives, and what it has counted. Nothing here reaches a component, or says
//! anything about a request.

use std::convert::Infallible;
use std::net::SocketAddr;
use std::sync::Arc;
use std::time::Duration;

use api::ProblemCode;
use bytes::Bytes;
use http::request::Parts;
use http::{HeaderValue, Method, Request, Response, header};
use http_body_util::Full;
use hyper::body::Incoming;
use hyper::server::conn::http1;
use hyper::service::service_fn;
use hyper_util::rt::TokioIo;
use kit::drain::Draining;
use serde_json::{Map, Value, json};
use tokio::net::TcpListener;
use tokio::sync::Semaphore;
use tokio::time::timeout;

use crate::hosts::is_allowed;
use crate::lattice::Backend;
use crate::notices::Notice;
use crate::problem::Reader;
use crate::service::Ingress;

/// Connections at a time, and how long one may take for its one request.
const CONNECTIONS: usize = 16;
const AT_MOST: Duration = Duration::from_secs(5);

const PAUSE: Duration = Duration::from_millis(50);

/// Serves until `stop` says so.
pub async fn serve<B: Backend>(
    listener: TcpListener,
    ingress: Arc<Ingress<B>>,
    mut stop: Draining,
) {
    let places = Arc::new(Semaphore::new(CONNECTIONS));
    loop {
        let accepted = tokio::select! {
            () = stop.begun() => return,
            accepted = listener.accept() => accepted,
        };
        let Ok((stream, _)) = accepted else {
            ingress.notices.note(Notice::AcceptFailed);
            tokio::time::sleep(PAUSE).await;
            continue;
        };
        let (Ok(place), Ok(own)) = (Arc::clone(&places).try_acquire_owned(), stream.local_addr())
        else {
            continue;
        };
        let ingress = Arc::clone(&ingress);
        tokio::spawn(async move {
            let service = service_fn(move |request: Request<Incoming>| {
                let (head, _) = request.into_parts();
                let answer = answer(&ingress, &head, own);
                let answer = answer.unwrap_or_else(|code| Reader::of(&head).refuse(code, 0));
                async { Ok::<_, Infallible>(answer.map(Full::new)) }
            });
            let mut builder = http1::Builder::new();
            let served = builder
                .keep_alive(false)
                .serve_connection(TokioIo::new(stream), service);
            // Whoever is slower than that is no tool of an operator's.
            let _ = timeout(AT_MOST, served).await;
            drop(place);
        });
    }
}

fn answer<B: Backend>(
    ingress: &Ingress<B>,
    head: &Parts,
    own: SocketAddr,
) -> Result<Response<Bytes>, ProblemCode> {
    let host = head.headers.get(header::HOST);
    let host = host.map(|host| host.to_str().unwrap_or_default());
    if !host.is_none_or(|host| is_allowed(host, &[], own.ip())) {
        return Err(ProblemCode::MisdirectedRequest);
    }
    let body = match head.uri.path() {
        "/livez" => json!({"status": "alive"}),
        "/counters" => counters(ingress),
        _ => return Err(ProblemCode::NotFound),
    };
    if ![Method::GET, Method::HEAD].contains(&head.method) {
        return Err(ProblemCode::MethodNotAllowed);
    }
    let mut response = Response::new(Bytes::from(body.to_string()));
    for (name, value) in [
        (header::CONTENT_TYPE, "application/json"),
        (header::CACHE_CONTROL, "no-store"),
    ] {
        let value = HeaderValue::from_static(value);
        response.headers_mut().insert(name, value);
    }
    Ok(response)
}

fn counters<B: Backend>(ingress: &Ingress<B>) -> Value {
    let notices = Notice::ALL.map(|it| (it.name().to_owned(), ingress.notices.of(it).into()));
    json!({
        "lattice": ingress.calls.backend.connected(),
        "connections": ingress.connections.count(),
        "in_flight": ingress.calls.gate.in_flight(),
        "waiting": ingress.calls.gate.waiting(),
        "notices": Map::from_iter(notices),
    })
}
