//! One client's share, and who counts as one client.

use std::net::SocketAddr;

use crate::common::{Server, rest, server, until};
use httpserver::notices::Notice;
use tokio::io::AsyncWriteExt as _;
use tokio::net::{TcpSocket, TcpStream};

/// A connection from another address of this machine.
async fn connect_from(server: &Server, address: &str) -> TcpStream {
    let own: SocketAddr = format!("{address}:0").parse().expect("an address");
    let socket = TcpSocket::new_v4().expect("a socket");
    socket.bind(own).expect("all of 127.0.0.0/8 is ours");
    socket.connect(server.address).await.expect("it listens")
}

/// The answer to a GET from an address.
async fn get_from(server: &Server, address: &str, path: &str, more: &str) -> String {
    let mut stream = connect_from(server, address).await;
    let request = format!("GET {path} HTTP/1.1\r\nhost: a\r\n{more}connection: close\r\n\r\n");
    // A refused connection may be closed before it is read.
    let _ = stream.write_all(request.as_bytes()).await;
    rest(&mut stream).await
}

#[tokio::test]
async fn a_peer_has_so_many_connections() {
    let settings = [
        ("max_connections_per_peer", "2"),
        ("unlimited_peers", "none"),
    ];
    let server = server(&settings, &[]).await;
    let held = [server.connect().await, server.connect().await];
    let mut refused = server.connect().await;
    let answer = rest(&mut refused).await;
    assert!(answer.starts_with("HTTP/1.1 429"), "{answer}");
    assert!(answer.contains("retry-after: 1\r\n"), "{answer}");
    assert_eq!(server.notices.of(Notice::PeerOverShare), 1);
    let answer = get_from(&server, "127.0.0.2", "/", "").await;
    assert!(answer.starts_with("HTTP/1.1 200"), "another: {answer}");
    drop(held);
    let mut answer = String::new();
    while !answer.starts_with("HTTP/1.1 200") {
        answer = get_from(&server, "127.0.0.1", "/", "").await;
        tokio::task::yield_now().await;
    }
}

/// Requests to a component that does not answer until it is let.
async fn hold(server: &Server, number: usize, address: &str, more: &str) -> Vec<TcpStream> {
    let before = server.calls();
    let mut streams = Vec::new();
    for _ in 0..number {
        let mut stream = connect_from(server, address).await;
        let request = format!("GET /held HTTP/1.1\r\nhost: a\r\n{more}connection: close\r\n\r\n");
        stream.write_all(request.as_bytes()).await.expect("open");
        streams.push(stream);
    }
    until("they are worked on", || server.calls() == before + number).await;
    streams
}

#[tokio::test]
async fn a_peer_has_so_many_requests_under_way() {
    let settings = [("max_in_flight_per_peer", "2"), ("unlimited_peers", "none")];
    let server = server(&settings, &[]).await;
    let held = hold(&server, 2, "127.0.0.1", "").await;
    let answer = get_from(&server, "127.0.0.1", "/", "").await;
    assert!(answer.starts_with("HTTP/1.1 429"), "{answer}");
    assert!(answer.contains("retry-after: 1\r\n"), "{answer}");
    assert!(answer.contains(r#""code":"too-many-requests""#), "{answer}");
    let answer = get_from(&server, "127.0.0.2", "/", "").await;
    assert!(answer.starts_with("HTTP/1.1 200"), "another: {answer}");
    // Who hangs up has them all the same.
    drop(held);
    let answer = get_from(&server, "127.0.0.1", "/", "").await;
    assert!(answer.starts_with("HTTP/1.1 429"), "{answer}");
    server.component.held.add_permits(2);
    let mut answer = String::new();
    while !answer.starts_with("HTTP/1.1 200") {
        answer = get_from(&server, "127.0.0.1", "/", "").await;
        tokio::task::yield_now().await;
    }
}

#[tokio::test]
async fn behind_a_trusted_proxy_each_client_has_a_share() {
    let settings = [
        ("max_in_flight_per_peer", "2"),
        ("max_connections_per_peer", "1"),
        ("trusted_proxies", "127.0.0.1"),
        ("unlimited_peers", "none"),
    ];
    let server = server(&settings, &[]).await;
    let one = "x-forwarded-for: 2001:db8::1\r\n";
    let _held = hold(&server, 2, "127.0.0.1", one).await;
    for (from, status) in [
        (one, 429),
        ("x-forwarded-for: 2001:db8::ffff\r\n", 429),
        ("x-forwarded-for: 2001:db8:0:1::1\r\n", 200),
        ("", 200),
    ] {
        let answer = get_from(&server, "127.0.0.1", "/", from).await;
        let line = format!("HTTP/1.1 {status}");
        assert!(answer.starts_with(&line), "{from}: {answer}");
    }
    // Nobody else is believed.
    let answer = get_from(&server, "127.0.0.2", "/", one).await;
    assert!(answer.starts_with("HTTP/1.1 200"), "{answer}");
}

#[tokio::test]
async fn what_runs_on_the_same_machine_has_no_limit() {
    let settings = [
        ("max_in_flight_per_peer", "1"),
        ("max_connections_per_peer", "1"),
    ];
    let server = server(&settings, &[]).await;
    let _held = hold(&server, 3, "127.0.0.1", "").await;
    let answer = get_from(&server, "127.0.0.1", "/", "").await;
    assert!(answer.starts_with("HTTP/1.1 200"), "{answer}");
}
