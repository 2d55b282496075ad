//! The listening socket, its connections, and how they end.

use std::convert::Infallible;
use std::error::Error;
use std::io::{self, Write as _};
use std::net::SocketAddr;
use std::sync::Arc;
use std::time::Duration;

use api::ProblemCode;
use bytes::Bytes;
use http::{Request, Response};
use http_body::Body as _;
use http_body_util::BodyExt as _;
use http_body_util::combinators::UnsyncBoxBody;
use hyper::body::Incoming;
use hyper_util::rt::{TokioExecutor, TokioIo, TokioTimer};
use hyper_util::server::conn::auto;
use hyper_util::server::graceful::{GracefulShutdown, Watcher};
use hyper_util::service::TowerToHyperService;
use kit::drain::{Draining, finish};
use tokio::io::{AsyncRead, AsyncWrite};
use tokio::net::{TcpListener, TcpSocket, TcpStream};
use tokio::time::timeout;
use tokio_rustls::TlsAcceptor;
use tower::util::BoxCloneSyncService;
use tower::{Layer as _, ServiceExt as _, service_fn};
use tower_http::compression::predicate::{NotForContentType, Predicate as _, SizeAbove};
use tower_http::compression::{CompressionLayer, CompressionLevel};

use crate::answer::{Answering, Unwritten};
use crate::client::{Client, Ends, is_trusted};
use crate::config::ServerConfig;
use crate::connection::{Activity, Connection, Patience};
use crate::connections::Open;
use crate::lattice::Backend;
use crate::notices::Notice;
use crate::peers::{Share, Taken};
use crate::problem::raw;
use crate::service::{Arrived, Ingress};
use crate::tls::Tls;

/// Connections that the system keeps ready to be accepted.
const BACKLOG: u32 = 1_024;

/// After a failure to accept, for example for want of file descriptors.
const ACCEPT_PAUSE: Duration = Duration::from_millis(50);

/// Streams of one HTTP/2 connection at a time.
const STREAMS: u32 = 128;

/// How often a silent HTTP/2 client is asked whether it is still there.
const PING: Duration = Duration::from_secs(20);

/// Headers of one request; the size of them all is a setting.
const HEADERS: usize = 128;

/// Shorter answers are not worth compressing.
const COMPRESS_ABOVE: u16 = 1_024;

/// Listens on an address.
///
/// # Errors
///
/// When the address is taken or is not one of this machine.
pub fn bind(address: SocketAddr) -> io::Result<TcpListener> {
    let socket = match address {
        SocketAddr::V4(_) => TcpSocket::new_v4(),
        SocketAddr::V6(_) => TcpSocket::new_v6(),
    }?;
    // Connections of an earlier server that are still closing do not count.
    socket.set_reuseaddr(true)?;
    socket.bind(address)?;
    socket.listen(BACKLOG)
}

/// Serves until `stop` says so, then lets open requests end for as long as the
/// settings say.
pub async fn serve<B: Backend>(
    listener: TcpListener,
    tls: Option<Arc<Tls>>,
    ingress: Arc<Ingress<B>>,
    mut stop: Draining,
) {
    let graceful = GracefulShutdown::new();
    let drain = ingress.config.drain_timeout;
    let certificate = tls.as_ref().map(|tls| tls.follow_files());
    tokio::select! {
        () = stop.begun() => {}
        () = accept(&listener, tls.as_deref(), &ingress, &graceful) => {}
    }
    drop(listener);
    finish(drain, graceful.shutdown()).await;
    drop(certificate);
}

async fn accept<B: Backend>(
    listener: &TcpListener,
    tls: Option<&Tls>,
    ingress: &Arc<Ingress<B>>,
    graceful: &GracefulShutdown,
) {
    let connections = &ingress.connections;
    loop {
        let (stream, peer) = match listener.accept().await {
            Ok(accepted) => accepted,
            Err(_) => {
                ingress.notices.note(Notice::AcceptFailed);
                tokio::time::sleep(ACCEPT_PAUSE).await;
                continue;
            }
        };
        let Some((client, share)) = known(ingress, &stream, peer) else {
            ingress.notices.note(Notice::PeerOverShare);
            if tls.is_none() {
                refuse(stream);
            }
            continue;
        };
        let open = match connections.try_enter() {
            Some(open) => open,
            None => {
                ingress.notices.note(Notice::ConnectionsTaken);
                connections.enter().await
            }
        };
        // Without it small answers wait for the client's acknowledgement.
        let _ = stream.set_nodelay(true);
        let end = End {
            client,
            open,
            share,
        };
        let ingress = Arc::clone(ingress);
        begin(
            stream,
            end,
            ingress,
            tls.map(Tls::acceptor),
            graceful.watcher(),
        );
    }
}

/// Serves a connection in a task of its own, secured if that is asked for.
fn begin<B: Backend>(
    stream: TcpStream,
    end: End,
    ingress: Arc<Ingress<B>>,
    acceptor: Option<TlsAcceptor>,
    watcher: Watcher,
) {
    tokio::spawn(async move {
        let Some(acceptor) = acceptor else {
            return connection(stream, end, ingress, watcher).await;
        };
        let patience = ingress.config.header_timeout;
        match timeout(patience, acceptor.accept(stream)).await {
            Ok(Ok(stream)) => connection(stream, end, ingress, watcher).await,
            Ok(Err(_)) | Err(_) => ingress.notices.note(Notice::TlsFailed),
        }
    });
}

/// Says why, once: whoever does not listen has no right to more.
fn refuse(stream: TcpStream) {
    let refusal = raw(ProblemCode::TooManyRequests);
    let written = stream.into_std();
    let _ = written.and_then(|mut stream| stream.write(&refusal));
}

/// Who is at the other end, unless they have their share of connections.
fn known<B: Backend>(
    ingress: &Ingress<B>,
    stream: &TcpStream,
    peer: SocketAddr,
) -> Option<(Client, Option<Taken>)> {
    let own = stream.local_addr().unwrap_or(ingress.config.address);
    let trusted = is_trusted(peer.ip(), &ingress.config.trusted_proxies);
    // A proxy has the connections of many.
    let sharer = if trusted {
        None
    } else {
        ingress.peers.at(peer.ip())
    };
    let share = match &sharer {
        Some(peer) => Some(peer.take(Share::Connections, 1)?),
        None => None,
    };
    let bodies = ingress.bodies_of_a_connection();
    Some((
        Client::new(Ends { own, peer }, sharer, trusted, bodies),
        share,
    ))
}

/// A connection's end, held until it is closed.
struct End {
    client: Client,
    open: Open,
    share: Option<Taken>,
}

async fn connection<B, S>(stream: S, end: End, ingress: Arc<Ingress<B>>, watcher: Watcher)
where
    B: Backend,
    S: AsyncRead + AsyncWrite + Send + Unpin + 'static,
{
    let config = &ingress.config;
    let activity = Arc::clone(end.open.activity());
    let patience = Patience {
        head: config.header_timeout,
        idle: config.idle_timeout,
        write: config.body_timeout,
    };
    let notices = Arc::clone(&ingress.notices);
    let stream = Connection::new(stream, Arc::clone(&activity), notices, patience);
    let builder = protocols(config, end.share.is_some());
    let client = Arc::new(end.client);
    let service = service(Arc::clone(&ingress), client, Arc::clone(&activity));
    let served = builder.serve_connection(TokioIo::new(stream), TowerToHyperService::new(service));
    if let Err(error) = watcher.watch(served).await
        && let Some(notice) = fault(&*error, activity.is_http2())
    {
        ingress.notices.note(notice);
    }
}

/// What an operator hears of the end of a connection. One that breaks off is the
/// client's business.
fn fault(error: &(dyn Error + 'static), http2: bool) -> Option<Notice> {
    let error = error.downcast_ref::<hyper::Error>()?;
    if error.is_parse_too_large() {
        return Some(Notice::EndlessHead);
    }
    if error.is_parse() {
        return Some(Notice::NoHttp);
    }
    let ended = http2 && error.source()?.downcast_ref::<h2::Error>()?.is_library();
    ended.then_some(Notice::Http2Ended)
}

fn protocols(config: &ServerConfig, limited: bool) -> auto::Builder<TokioExecutor> {
    let calls = u32::try_from(config.max_in_flight_per_peer).unwrap_or(STREAMS);
    // Whoever keeps to what is announced is not refused for it.
    let streams = if limited { calls.min(STREAMS) } else { STREAMS };
    let mut builder = auto::Builder::new(TokioExecutor::new());
    builder
        .http1()
        // Twice what is allowed: up to there the refusal is ours and explains
        // itself, past it the head is not even read to its end.
        .max_buf_size((2 * config.max_header_bytes).max(64 << 10))
        .max_headers(HEADERS);
    builder
        .http2()
        .timer(TokioTimer::new())
        .keep_alive_interval(PING)
        .max_concurrent_streams(streams)
        .max_header_list_size(u32::try_from(2 * config.max_header_bytes).unwrap_or(u32::MAX));
    builder
}

type BoxError = Box<dyn std::error::Error + Send + Sync>;
type ResponseBody = UnsyncBoxBody<Bytes, BoxError>;
type HttpService = BoxCloneSyncService<Request<Incoming>, Response<ResponseBody>, Infallible>;

fn service<B: Backend>(
    ingress: Arc<Ingress<B>>,
    client: Arc<Client>,
    activity: Arc<Activity>,
) -> HttpService {
    // Compressed archives and events in their stream gain nothing.
    let worth = SizeAbove::new(COMPRESS_ABOVE)
        .and(NotForContentType::IMAGES)
        .and(NotForContentType::SSE);
    let compression = CompressionLayer::new()
        .gzip(ingress.config.compression)
        .quality(CompressionLevel::Fastest)
        .compress_when(worth);
    let handler = service_fn(move |request: Request<Incoming>| {
        let active = activity.begin();
        let ingress = Arc::clone(&ingress);
        let arrived = Arrived {
            request,
            client: Arc::clone(&client),
            ambiguous: active.is_ambiguous(),
        };
        async move {
            let patience = ingress.config.body_timeout;
            let mut response = ingress.handle(arrived).await?;
            let bytes = response.body().size_hint().lower();
            let unwritten = Unwritten::new(active, bytes, patience);
            response.extensions_mut().insert(unwritten);
            Ok::<_, Infallible>(response)
        }
    });
    let stack = compression.layer(handler);
    BoxCloneSyncService::new(stack.map_response(|mut response| {
        let unwritten = response.extensions_mut().remove::<Arc<Unwritten>>();
        response.map(|body| {
            ResponseBody::new(Answering::new(
                body.map_err(Into::into).boxed_unsync(),
                unwritten,
            ))
        })
    }))
}
