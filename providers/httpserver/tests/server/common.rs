//! A server on a free port before a component of the test's own, and clients
//! that misbehave.

use std::collections::HashMap;
use std::net::SocketAddr;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::sync::{Arc, Mutex};
use std::time::Duration;

use bytes::Bytes;
use http::{HeaderValue, Method, Response, StatusCode};
use httpserver::codec::Request;
use httpserver::config::{RouteConfig, ServerConfig};
use httpserver::lattice::{Answer, Backend, Failure};
use httpserver::notices::Notices;
use httpserver::routes::Route;
use httpserver::server::{bind, serve};
use httpserver::service::Ingress;
use httpserver::tls::Tls;
use kit::Drain;
use tokio::io::{AsyncRead, AsyncReadExt as _, AsyncWriteExt as _};
use tokio::net::TcpStream;
use tokio::sync::Semaphore;
use tokio::task::JoinHandle;
use tokio::time::Instant;

/// Longer than anything here may take.
pub(crate) const SOON: Duration = Duration::from_secs(20);

/// A component that does what its path says.
pub(crate) struct Component {
    pub(crate) calls: AtomicUsize,
    pub(crate) finished: AtomicUsize,
    pub(crate) last: Mutex<Option<Request>>,
    /// What each call said in `x-call-id`.
    pub(crate) ids: Mutex<Vec<HeaderValue>>,
    pub(crate) disconnected: AtomicBool,
    /// Whether a component was replaced while calls were on their way.
    pub(crate) replaced: AtomicBool,
    /// Calls that are worked on, and how many that were at most.
    pub(crate) working: AtomicUsize,
    pub(crate) most_working: AtomicUsize,
    /// Calls to `/held` end when the test adds permits.
    pub(crate) held: Semaphore,
}

/// The fake lattice.
#[derive(Clone)]
pub(crate) struct Fake(pub Arc<Component>);

impl Backend for Fake {
    fn connected(&self) -> bool {
        !self.0.disconnected.load(Ordering::SeqCst)
    }

    fn replaced_since(&self, _: Instant) -> bool {
        self.0.replaced.load(Ordering::SeqCst)
    }

    async fn call(&self, component: &str, _: &str, request: &Request) -> Answer {
        if !self.connected() {
            return Err(Failure::NoLattice);
        }
        let _working = Working::new(&self.0);
        let number = self.0.calls.fetch_add(1, Ordering::SeqCst) + 1;
        *self.0.last.lock().expect("no test panics here") = Some(request.clone());
        let id = request.headers["x-call-id"].clone();
        self.0.ids.lock().expect("no test panics here").push(id);
        let path = request.path_and_query.split('?').next().unwrap_or_default();
        match path {
            "/held" => self.0.held.acquire().await.expect("never closed").forget(),
            "/failed" => return Err(Failure::Failed),
            "/ended" => return Err(Failure::Ended),
            "/gone" => return Err(Failure::NoComponent),
            "/gone-once" if number == 1 => return Err(Failure::NoComponent),
            "/ended-once" if number == 1 => return Err(Failure::Ended),
            "/slow" => tokio::time::sleep(Duration::from_millis(30)).await,
            "/lost-once" if number == 1 => std::future::pending().await,
            "/never" => std::future::pending().await,
            _ => {}
        }
        self.0.finished.fetch_add(1, Ordering::SeqCst);
        let mut response = Response::new(match path {
            "/long" => Bytes::from(vec![b'x'; 100_000]),
            "/echo" => request.body.clone(),
            _ => Bytes::from(format!("from {component}")),
        });
        if let Some(status) = path.strip_prefix("/status/") {
            *response.status_mut() = status.parse().expect("a status");
        }
        if request.method == Method::OPTIONS && path != "/nowhere" {
            *response.status_mut() = StatusCode::METHOD_NOT_ALLOWED;
            let allow = HeaderValue::from_static("GET, HEAD, PUT");
            response.headers_mut().insert("allow", allow);
        }
        let text = HeaderValue::from_static("text/plain");
        response.headers_mut().insert("content-type", text);
        let wrong = HeaderValue::from_static("close");
        response.headers_mut().insert("connection", wrong);
        let hop = HeaderValue::from_static("timeout=1");
        response.headers_mut().insert("keep-alive", hop);
        Ok(response)
    }
}

/// A call that is worked on.
struct Working<'a>(&'a Component);

impl<'a> Working<'a> {
    fn new(component: &'a Component) -> Self {
        let now = component.working.fetch_add(1, Ordering::SeqCst) + 1;
        component.most_working.fetch_max(now, Ordering::SeqCst);
        Self(component)
    }
}

impl Drop for Working<'_> {
    fn drop(&mut self) {
        self.0.working.fetch_sub(1, Ordering::SeqCst);
    }
}

/// A running server.
pub(crate) struct Server {
    pub(crate) address: SocketAddr,
    pub(crate) component: Arc<Component>,
    pub(crate) notices: Arc<Notices>,
    ingress: Arc<Ingress<Fake>>,
    pub(crate) stop: Drain,
    pub(crate) task: JoinHandle<()>,
}

/// Starts a server with settings of its own and a component under `/`.
pub(crate) async fn server(settings: &[(&str, &str)], route: &[(&str, &str)]) -> Server {
    let mut values = map(&[("address", "127.0.0.1:0"), ("allowed_hosts", "*")]);
    values.extend(map(settings));
    let config = ServerConfig::read(&values).expect("the settings are right");
    let tls = config.tls.as_ref().map(Tls::read);
    let tls = tls.transpose().expect("certificate and key are right");
    let listener = bind(config.address).expect("a free port");
    let address = listener.local_addr().expect("it listens");
    let component = Arc::new(Component {
        calls: AtomicUsize::new(0),
        finished: AtomicUsize::new(0),
        last: Mutex::default(),
        ids: Mutex::default(),
        disconnected: AtomicBool::new(false),
        replaced: AtomicBool::new(false),
        working: AtomicUsize::new(0),
        most_working: AtomicUsize::new(0),
        held: Semaphore::new(0),
    });
    let notices = Arc::new(Notices::default());
    let fake = Fake(Arc::clone(&component));
    let ingress = Arc::new(Ingress::new(config, fake, Arc::clone(&notices)));
    for (name, path) in [("api", None), ("portal", Some("/portal"))] {
        let mut values = map(route);
        if let Some(path) = path {
            values.insert("path".to_owned(), path.to_owned());
        }
        let route = Route {
            component: name.to_owned(),
            link: "default".to_owned(),
            config: Ok(RouteConfig::read(&values).expect("the route is right")),
        };
        ingress.routes.rcu(|routes| routes.with(route.clone()));
    }
    let stop = Drain::default();
    let task = tokio::spawn(serve(listener, tls, Arc::clone(&ingress), stop.listen()));
    Server {
        address,
        component,
        notices,
        ingress,
        stop,
        task,
    }
}

fn map(pairs: &[(&str, &str)]) -> HashMap<String, String> {
    let owned = |(key, value): &(&str, &str)| ((*key).to_owned(), (*value).to_owned());
    pairs.iter().map(owned).collect()
}

impl Server {
    pub(crate) async fn connect(&self) -> TcpStream {
        TcpStream::connect(self.address).await.expect("it listens")
    }

    /// Where the server itself is asked.
    pub(crate) async fn admin(&self) -> SocketAddr {
        let any = "127.0.0.1:0".parse().expect("an address");
        let listener = bind(any).expect("a free port");
        let address = listener.local_addr().expect("it listens");
        let ingress = Arc::clone(&self.ingress);
        tokio::spawn(httpserver::admin::serve(
            listener,
            ingress,
            self.stop.listen(),
        ));
        address
    }

    /// Sends bytes on a connection of its own and reads until it is closed.
    pub(crate) async fn raw(&self, bytes: &[u8]) -> String {
        let mut stream = self.connect().await;
        // The server may answer and close before it has everything.
        let _ = stream.write_all(bytes).await;
        rest(&mut stream).await
    }

    /// The answer to a head, to which an empty line is added, on a connection that
    /// then closes.
    pub(crate) async fn head(&self, head: &str) -> String {
        let request = format!("{head}connection: close\r\n\r\n");
        self.raw(request.as_bytes()).await
    }

    /// The last request that the component got.
    pub(crate) fn seen(&self) -> Request {
        let seen = self.component.last.lock().expect("no panic").clone();
        seen.expect("it was called")
    }

    /// How many connections are open.
    pub(crate) fn open(&self) -> usize {
        self.ingress.connections.count()
    }

    /// How often a component was called.
    pub(crate) fn calls(&self) -> usize {
        self.component.calls.load(Ordering::SeqCst)
    }

    /// The answer to a request for a path, on a connection that then closes.
    pub(crate) async fn get(&self, path: &str) -> String {
        let request = format!("GET {path} HTTP/1.1\r\nhost: a\r\nconnection: close\r\n\r\n");
        self.raw(request.as_bytes()).await
    }
}

/// Everything until the server closes the connection.
pub(crate) async fn rest(stream: &mut (impl AsyncRead + Unpin)) -> String {
    let mut answer = Vec::new();
    // A reset after the answer is as good an end as any.
    let read = tokio::time::timeout(SOON, stream.read_to_end(&mut answer)).await;
    assert!(read.is_ok(), "the connection stays open");
    String::from_utf8_lossy(&answer).into_owned()
}

/// Waits until something holds.
pub(crate) async fn until(what: &str, holds: impl Fn() -> bool) {
    let waited = async {
        while !holds() {
            tokio::time::sleep(Duration::from_millis(2)).await;
        }
    };
    assert!(
        tokio::time::timeout(SOON, waited).await.is_ok(),
        "{what}: not within {SOON:?}"
    );
}
