//! Behind the proxies that others put in front, which keep their connections to the
//! server and lend them to one client after the other: no client gets another's answer,
//! and nobody's request hides in another's body.

use std::fmt::Write as _;
use std::net::{Ipv4Addr, SocketAddr, TcpListener};
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::sync::atomic::Ordering;

use tempfile::TempDir;
use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use tokio::net::TcpStream;
use tokio::time::{Duration, Instant, timeout};

use crate::common::{SOON, Server, server};

/// Requests on one connection of an honest client.
const HONEST: usize = 300;

/// What a client sends that hides another request, or begins like one: after the head's
/// first two lines, with the rest of it and all that follows.
const HIDING: &[&str] = &[
    "content-length: 4\r\ntransfer-encoding: chunked\r\n\r\n0\r\n\r\n",
    "transfer-encoding: chunked\r\ncontent-length: 4\r\n\r\n0\r\n\r\n",
    "transfer-encoding: chunked\r\n\r\n0\r\nx: y\n\r\n",
    "transfer-encoding: chunked\r\n\r\n0\r\nx: y\r\n\r\n",
    "transfer-encoding: chunked\r\n\r\n2;a=\nxx\r\n0\r\n\r\n",
    "transfer-encoding: chunked\n\n0\n\n",
    "transfer-encoding: gzip, chunked\r\n\r\n0\r\n\r\n",
    "transfer-encoding: identity\r\ntransfer-encoding: chunked\r\n\r\n0\r\n\r\n",
    "transfer-encoding: xchunked\r\n\r\n0\r\n\r\n",
    "transfer-encoding : chunked\r\n\r\n0\r\n\r\n",
    "transfer-encoding:\u{b}chunked\r\n\r\n0\r\n\r\n",
    "transfer-encoding:\r\n chunked\r\n\r\n0\r\n\r\n",
    "content-length: 3\r\ncontent-length: 4\r\n\r\nabcd",
    "content-length: 3, 3\r\n\r\nabc",
    "content-length: +3\r\n\r\nabc",
    "content-length: 0x3\r\n\r\nabc",
    "connection: content-length\r\ncontent-length: 3\r\n\r\nabc",
    "connection: host\r\ncontent-length: 3\r\n\r\nabc",
];

const HIDDEN: &str = "GET /hidden HTTP/1.1\r\nhost: localhost\r\n\r\n";

/// A running proxy before a server; gone when dropped.
struct Proxy {
    process: Child,
    address: SocketAddr,
    _folder: TempDir,
}

impl Drop for Proxy {
    fn drop(&mut self) {
        // It may have ended by itself.
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}

impl Proxy {
    async fn nginx(server: &Server) -> Self {
        let settings = |folder: &Path, port| {
            let folder = folder.display();
            let mut paths = String::new();
            for of in ["client_body", "proxy", "fastcgi", "uwsgi", "scgi"] {
                writeln!(paths, "{of}_temp_path {folder}/{of};").expect("text");
            }
            format!(
                "daemon off; master_process off; pid {folder}/pid; error_log {folder}/errors;
                 events {{}}
                 http {{
                     access_log off; {paths}
                     upstream behind {{ server {address}; keepalive 1; }}
                     server {{
                         listen 127.0.0.1:{port};
                         location / {{
                             proxy_pass http://behind; proxy_http_version 1.1;
                             proxy_set_header Connection \"\"; proxy_set_header Host $host;
                             proxy_next_upstream off;
                         }}
                     }}
                 }}",
                address = server.address
            )
        };
        Self::start("nginx", &["-c"], settings).await
    }

    async fn haproxy(server: &Server) -> Self {
        let settings = |_: &Path, port| {
            format!(
                "defaults\n mode http\n timeout connect 5s\n timeout client 30s\n\
                 timeout server 30s\n http-reuse always\n retries 0\n\
                 frontend before\n bind 127.0.0.1:{port}\n default_backend behind\n\
                 backend behind\n server one {address}\n",
                address = server.address
            )
        };
        Self::start("haproxy", &["-q", "-f"], settings).await
    }

    async fn start(
        program: &str,
        arguments: &[&str],
        settings: impl Fn(&Path, u16) -> String,
    ) -> Self {
        let folder = tempfile::tempdir().expect("a folder");
        let free = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).expect("a free port");
        let address = free.local_addr().expect("an address");
        drop(free);
        let file = folder.path().join("settings");
        std::fs::write(&file, settings(folder.path(), address.port())).expect("written");
        let process = Command::new(program)
            .args(arguments)
            .arg(&file)
            .stdout(Stdio::null())
            .spawn()
            .unwrap_or_else(|error| panic!("{program}: {error}: run scripts/test.sh"));
        let proxy = Self {
            process,
            address,
            _folder: folder,
        };
        let end = Instant::now() + SOON;
        while TcpStream::connect(address).await.is_err() {
            assert!(Instant::now() < end, "{program} does not listen");
            tokio::time::sleep(Duration::from_millis(5)).await;
        }
        proxy
    }

    async fn connect(&self) -> TcpStream {
        TcpStream::connect(self.address).await.expect("it listens")
    }

    /// Sends a request of one's own and asserts that its answer comes back.
    async fn is_honest(&self, stream: &mut TcpStream, number: usize) {
        let body = format!("<{number:08}>");
        let head = "POST /echo HTTP/1.1\r\nhost: localhost\r\ncontent-length: 10";
        let request = format!("{head}\r\n\r\n{body}");
        stream.write_all(request.as_bytes()).await.expect("kept");
        let mut answer = String::new();
        while !answer.ends_with('>') {
            let read = read(stream, SOON).await;
            assert!(!read.is_empty(), "{number}: {answer}");
            answer += &read;
        }
        assert!(answer.starts_with("HTTP/1.1 200"), "{answer}");
        assert!(answer.ends_with(&body), "{body}: {answer}");
        assert_eq!(answer.matches("HTTP/1.1").count(), 1, "{answer}");
    }
}

/// What comes next; nothing when the connection is closed or it takes longer.
async fn read(stream: &mut TcpStream, wait: Duration) -> String {
    let mut buffer = vec![0; 65_536];
    let read = timeout(wait, stream.read(&mut buffer)).await;
    let length = read.ok().and_then(Result::ok).unwrap_or_default();
    String::from_utf8_lossy(&buffer[..length]).into_owned()
}

async fn clients_get_their_own_answers(server: &Server, proxy: &Proxy) {
    let mut stream = proxy.connect().await;
    for number in 0..HONEST {
        proxy.is_honest(&mut stream, number).await;
    }
    let mut honest = HONEST;
    let mut answered = 0;
    for hiding in HIDING {
        let head = "POST /echo HTTP/1.1\r\nhost: localhost\r\n";
        let mut hostile = proxy.connect().await;
        let request = format!("{head}{hiding}{HIDDEN}");
        // The proxy may have answered and closed before it has everything.
        let _ = hostile.write_all(request.as_bytes()).await;
        let mut answers = read(&mut hostile, SOON).await;
        for _ in 0..2 {
            honest += 1;
            proxy.is_honest(&mut proxy.connect().await, honest).await;
        }
        // Each call of the component is an answer that somebody got.
        let end = Instant::now() + SOON;
        loop {
            let right = answers.matches("HTTP/1.1 200").count();
            let calls = server.component.calls.load(Ordering::SeqCst);
            if calls == honest + answered + right {
                answered += right;
                break;
            }
            assert!(
                Instant::now() < end,
                "{calls} calls for {request:?}: {answers}"
            );
            answers += &read(&mut hostile, Duration::from_millis(20)).await;
        }
        // A coding that it does not know is not implemented; nothing else is a fault.
        let faults = answers.matches("HTTP/1.1 5").count();
        let unknown = answers.matches("HTTP/1.1 501").count();
        assert_eq!(faults, unknown, "{request:?}: {answers}");
    }
}

#[tokio::test]
async fn behind_nginx_clients_get_their_own_answers() {
    let server = server(&[], &[]).await;
    let proxy = Proxy::nginx(&server).await;
    clients_get_their_own_answers(&server, &proxy).await;
}

#[tokio::test]
async fn behind_haproxy_clients_get_their_own_answers() {
    let server = server(&[], &[]).await;
    let proxy = Proxy::haproxy(&server).await;
    clients_get_their_own_answers(&server, &proxy).await;
}
