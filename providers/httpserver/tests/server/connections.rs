//! What connections do without a request that the access log could name.

use std::time::Duration;

use crate::common::{Server, rest, server, until};
use crate::frames;
use httpserver::notices::Notice;
use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use tokio::net::TcpStream;

const GET: &[u8] = b"GET / HTTP/1.1\r\nhost: a\r\n\r\n";

async fn ask(stream: &mut TcpStream) -> String {
    stream.write_all(GET).await.expect("it is open");
    let mut answer = [0; 4096];
    let read = stream.read(&mut answer).await.expect("it answers");
    String::from_utf8_lossy(&answer[..read]).into_owned()
}

#[tokio::test]
async fn the_longest_unused_connection_makes_room() {
    let server = server(&[("max_connections", "3")], &[]).await;
    let mut busy = server.connect().await;
    let request = b"GET /held HTTP/1.1\r\nhost: a\r\nconnection: close\r\n\r\n";
    busy.write_all(request).await.expect("it listens");
    until("it is worked on", || server.calls() == 1).await;
    let mut first = server.connect().await;
    let mut second = server.connect().await;
    for stream in [&mut second, &mut first] {
        assert!(ask(stream).await.starts_with("HTTP/1.1 200"));
        tokio::time::sleep(Duration::from_millis(5)).await;
    }
    let answer = server.get("/").await;
    assert!(answer.starts_with("HTTP/1.1 200"), "{answer}");
    assert_eq!(rest(&mut second).await, "", "it made room");
    assert!(ask(&mut first).await.starts_with("HTTP/1.1 200"));
    server.component.held.add_permits(1);
    assert!(rest(&mut busy).await.starts_with("HTTP/1.1 200"));
    assert!(server.notices.of(Notice::ConnectionsTaken) >= 1);
}

#[tokio::test]
async fn a_head_that_begins_behind_a_request_has_the_time_of_a_head() {
    let settings = [("header_timeout_ms", "200"), ("idle_timeout_ms", "3600000")];
    let server = server(&settings, &[]).await;
    let answer = server.raw(&[GET, b"GET / HT"].concat()).await;
    assert!(answer.starts_with("HTTP/1.1 200"), "{answer}");
    assert!(answer.contains("HTTP/1.1 408"), "{answer}");
}

#[tokio::test]
async fn http2_may_begin_in_pieces() {
    let settings = [("header_timeout_ms", "300"), ("idle_timeout_ms", "3600000")];
    let server = server(&settings, &[]).await;
    for cut in [1, 10, 20] {
        let mut stream = server.connect().await;
        let (one, other) = frames::PREFACE.split_at(cut);
        stream.write_all(one).await.expect("it listens");
        tokio::time::sleep(Duration::from_millis(50)).await;
        let request = frames::get(1, Some("a"), None);
        let rest = [other, &frames::SETTINGS, &request].concat();
        stream.write_all(&rest).await.expect("it listens");
        assert_eq!(frames::status(&mut stream).await, 0x88, "200");
        frames::everything_is_read(&mut stream).await;
        tokio::time::sleep(Duration::from_millis(600)).await;
        // Nothing but frames has come since.
        frames::everything_is_read(&mut stream).await;
    }
    assert_eq!(server.notices.of(Notice::SlowHead), 0);
}

#[tokio::test]
async fn what_is_no_request_is_counted_by_its_cause() {
    let server = server(&[("header_timeout_ms", "200")], &[]).await;
    let endless = format!("GET / HTTP/1.1\r\nx: {}", "x".repeat(1_000_000));
    for (sent, notice) in [
        ("hello\r\n\r\n", Notice::NoHttp),
        (endless.as_str(), Notice::EndlessHead),
        ("GET / HTTP/1.1\r\n", Notice::SlowHead),
    ] {
        server.raw(sent.as_bytes()).await;
        until(notice.name(), || server.notices.of(notice) == 1).await;
    }
    let mut stream = frames::begin(&server).await;
    // Data of a stream that was never begun.
    let wrong = [0, 0, 1, 0, 0, 0, 0, 0, 5, b'x'];
    stream.write_all(&wrong).await.expect("it listens");
    rest(&mut stream).await;
    until("a GOAWAY", || server.notices.of(Notice::Http2Ended) == 1).await;
    drop(server.connect().await);
    server.get("/").await;
    let all = Notice::ALL.map(|notice| server.notices.of(notice));
    assert_eq!(
        all.iter().sum::<u64>(),
        4,
        "who hangs up is no cause: {all:?}"
    );
}

#[tokio::test]
async fn the_server_itself_says_that_it_lives_and_what_it_counted() {
    let server = server(&[], &[]).await;
    let admin = server.admin().await;
    let ask = async |head: &str| {
        let mut stream = TcpStream::connect(admin).await.expect("it listens");
        let request = format!("{head}\r\n\r\n");
        stream.write_all(request.as_bytes()).await.expect("open");
        rest(&mut stream).await
    };
    let live = ask("GET /livez HTTP/1.1\r\nhost: localhost").await;
    assert!(live.starts_with("HTTP/1.1 200"), "{live}");
    let mut busy = server.connect().await;
    let held = b"GET /held HTTP/1.1\r\nhost: a\r\nconnection: close\r\n\r\n";
    busy.write_all(held).await.expect("it listens");
    until("it is worked on", || server.calls() == 1).await;
    server.raw(b"hello\r\n\r\n").await;
    until("counted", || server.notices.of(Notice::NoHttp) == 1).await;
    let counters = ask("GET /counters HTTP/1.1\r\nhost: localhost").await;
    for counted in [r#""in_flight":1"#, r#""connections":1"#, r#""no_http":1"#] {
        assert!(counters.contains(counted), "{counted}: {counters}");
    }
    for (head, status) in [
        ("GET / HTTP/1.1\r\nhost: localhost", 404),
        ("POST /livez HTTP/1.1\r\nhost: localhost", 405),
        ("GET /livez HTTP/1.1\r\nhost: evil.example", 421),
    ] {
        let answer = ask(head).await;
        let line = format!("HTTP/1.1 {status}");
        assert!(answer.starts_with(&line), "{head}: {answer}");
    }
    assert_eq!(server.calls(), 1, "no component was asked");
}

/// HTTP/2 whose client has no room for any part of an answer.
async fn without_a_window(server: &Server, streams: u32) -> TcpStream {
    let mut stream = server.connect().await;
    let window = [0, 0, 6, 4, 0, 0, 0, 0, 0, 0, 4, 0, 0, 0, 0];
    let start = [frames::PREFACE, &window].concat();
    stream.write_all(&start).await.expect("it listens");
    for number in 0..streams {
        let get = frames::get_of("/long", 2 * number + 1);
        stream.write_all(&get).await.expect("it is open");
    }
    stream
}

#[tokio::test]
async fn answers_that_nobody_takes_are_of_the_connection_and_end_with_it() {
    let settings = [("compression", "false"), ("body_timeout_ms", "1000")];
    let server = server(&settings, &[]).await;
    let mut greedy = without_a_window(&server, 100).await;
    let mut refused = 0;
    // So many of 100 kB are more than a connection's 8 MiB.
    for _ in 0..100 {
        refused += usize::from(frames::status(&mut greedy).await != 0x88);
    }
    assert!((10..40).contains(&refused), "{refused}");
    until("it is closed", || server.open() == 0).await;
}

#[tokio::test]
async fn an_answer_that_is_being_taken_is_not_cut() {
    let settings = [
        ("compression", "false"),
        ("idle_timeout_ms", "200"),
        ("max_connections", "1"),
    ];
    let server = server(&settings, &[]).await;
    let mut slow = without_a_window(&server, 1).await;
    assert_eq!(frames::status(&mut slow).await, 0x88, "200");
    let mut other = server.connect().await;
    other.write_all(GET).await.expect("it listens");
    tokio::time::sleep(Duration::from_millis(700)).await;
    frames::everything_is_read(&mut slow).await;
    drop(slow);
    assert!(ask(&mut other).await.starts_with("HTTP/1.1 200"));
}
