//! The listening socket, its connections, and how they end.

use std::convert::Infallible;
use std::future::pending;
use std::io;
use std::net::SocketAddr;
use std::sync::Arc;
use std::time::Duration;

use anyhow::Context as _;
use bytes::Bytes;
use http::{Request, Response};
use http_body_util::combinators::UnsyncBoxBody;
use hyper::body::Incoming;
use hyper_util::rt::{TokioExecutor, TokioIo, TokioTimer};
use hyper_util::server::conn::auto;
use hyper_util::server::graceful::GracefulShutdown;
use hyper_util::service::TowerToHyperService;
use kit::drain::{Draining, finish};
use tokio::io::{AsyncRead, AsyncWrite};
use tokio::net::{TcpListener, TcpSocket};
use tokio::sync::{OwnedSemaphorePermit, Semaphore};
use tokio::time::timeout;
use tokio_rustls::TlsAcceptor;
use tokio_rustls::rustls::ServerConfig as TlsConfig;
use tokio_rustls::rustls::pki_types::pem::PemObject as _;
use tokio_rustls::rustls::pki_types::{CertificateDer, PrivateKeyDer};
use tower::util::BoxCloneSyncService;
use tower::{Layer as _, ServiceExt as _, service_fn};
use tower_http::compression::predicate::{NotForContentType, Predicate as _, SizeAbove};
use tower_http::compression::{CompressionLayer, CompressionLevel};

use crate::client::Ends;
use crate::config::{ServerConfig, TlsFiles};
use crate::connection::{Activity, Connection, Patience};
use crate::lattice::Backend;
use crate::service::Ingress;

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

/// Reads certificate and key.
///
/// # Errors
///
/// When a file cannot be read, is not PEM, or they do not belong together.
pub fn tls(files: &TlsFiles) -> anyhow::Result<Arc<TlsConfig>> {
    let certificate = files.certificate.display();
    let chain = CertificateDer::pem_file_iter(&files.certificate)
        .and_then(Iterator::collect::<Result<Vec<_>, _>>)
        .with_context(|| format!("tls_certificate: {certificate} cannot be read as PEM"))?;
    let key = PrivateKeyDer::from_pem_file(&files.key)
        .with_context(|| format!("tls_key: {} cannot be read as PEM", files.key.display()))?;
    let mut config = TlsConfig::builder()
        .with_no_client_auth()
        .with_single_cert(chain, key)
        .context("tls_key: does not belong to tls_certificate")?;
    config.alpn_protocols = vec![b"h2".to_vec(), b"http/1.1".to_vec()];
    Ok(Arc::new(config))
}

/// Serves until `stop` says so, then lets open requests end for as long as the
/// settings say.
pub async fn serve<B: Backend>(
    listener: TcpListener,
    tls: Option<Arc<TlsConfig>>,
    ingress: Arc<Ingress<B>>,
    mut stop: Draining,
) {
    let slots = Arc::new(Semaphore::new(ingress.config.max_connections));
    let acceptor = tls.map(TlsAcceptor::from);
    let graceful = GracefulShutdown::new();
    let drain = ingress.config.drain_timeout;
    tokio::select! {
        () = stop.begun() => {}
        () = accept(&listener, acceptor, &ingress, &slots, &graceful) => {}
    }
    drop(listener);
    finish(drain, graceful.shutdown()).await;
}

async fn accept<B: Backend>(
    listener: &TcpListener,
    acceptor: Option<TlsAcceptor>,
    ingress: &Arc<Ingress<B>>,
    slots: &Arc<Semaphore>,
    graceful: &GracefulShutdown,
) {
    loop {
        let Ok(slot) = Arc::clone(slots).acquire_owned().await else {
            return pending().await;
        };
        let (stream, peer) = match listener.accept().await {
            Ok(accepted) => accepted,
            Err(error) => {
                tracing::warn!(%error, "a connection could not be accepted");
                tokio::time::sleep(ACCEPT_PAUSE).await;
                continue;
            }
        };
        // Without it small answers wait for the client's acknowledgement.
        let _ = stream.set_nodelay(true);
        let own = stream.local_addr().unwrap_or(ingress.config.address);
        let ends = Ends { own, peer };
        let (ingress, watcher) = (Arc::clone(ingress), graceful.watcher());
        match acceptor.clone() {
            None => {
                tokio::spawn(async move { connection(stream, ends, ingress, watcher, slot).await });
            }
            Some(acceptor) => {
                tokio::spawn(async move {
                    let patience = ingress.config.header_timeout;
                    if let Ok(Ok(stream)) = timeout(patience, acceptor.accept(stream)).await {
                        connection(stream, ends, ingress, watcher, slot).await;
                    }
                });
            }
        }
    }
}

async fn connection<B, S>(
    stream: S,
    ends: Ends,
    ingress: Arc<Ingress<B>>,
    watcher: hyper_util::server::graceful::Watcher,
    _slot: OwnedSemaphorePermit,
) where
    B: Backend,
    S: AsyncRead + AsyncWrite + Send + Unpin + 'static,
{
    let config = &ingress.config;
    let activity = Arc::new(Activity::default());
    let patience = Patience {
        head: config.header_timeout,
        idle: config.idle_timeout,
        write: config.body_timeout,
    };
    let stream = Connection::new(stream, Arc::clone(&activity), patience);
    let builder = protocols(config);
    let service = TowerToHyperService::new(service(Arc::clone(&ingress), ends, activity));
    let served = builder.serve_connection(TokioIo::new(stream), service);
    // A connection that breaks off is the client's business.
    let _ = watcher.watch(served).await;
}

fn protocols(config: &ServerConfig) -> auto::Builder<TokioExecutor> {
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
        .max_concurrent_streams(STREAMS)
        .max_header_list_size(u32::try_from(2 * config.max_header_bytes).unwrap_or(u32::MAX));
    builder
}

type BoxError = Box<dyn std::error::Error + Send + Sync>;
type ResponseBody = UnsyncBoxBody<Bytes, BoxError>;
type HttpService = BoxCloneSyncService<Request<Incoming>, Response<ResponseBody>, Infallible>;

fn service<B: Backend>(
    ingress: Arc<Ingress<B>>,
    ends: Ends,
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
        async move {
            let response = ingress.handle(request, ends).await;
            drop(active);
            response
        }
    });
    let stack = compression.layer(handler);
    BoxCloneSyncService::new(stack.map_response(|response| response.map(ResponseBody::new)))
}
