//! What clients and components can do to the server, and what it does then.

use std::sync::atomic::Ordering;
use std::time::Duration;

use crate::common::{rest, server, until};
use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};

#[tokio::test]
async fn connections_are_kept_and_answers_are_complete() {
    let server = server(&[], &[]).await;
    let mut stream = server.connect().await;
    for round in 0..3 {
        let request = b"POST /echo HTTP/1.1\r\nhost: a\r\ncontent-length: 5\r\n\r\nhello";
        stream.write_all(request).await.expect("it is kept");
        let mut answer = [0_u8; 4096];
        let read = stream.read(&mut answer).await.expect("it answers");
        let answer = String::from_utf8_lossy(&answer[..read]).into_owned();
        assert!(
            answer.starts_with("HTTP/1.1 200 OK\r\n"),
            "{round}: {answer}"
        );
        assert!(answer.ends_with("\r\n\r\nhello"), "{answer}");
        assert!(answer.contains("content-length: 5"), "{answer}");
        assert!(!answer.contains("connection: close"), "{answer}");
    }
}

#[tokio::test]
async fn the_longest_prefix_answers() {
    let server = server(&[], &[]).await;
    assert!(server.get("/portal/x").await.ends_with("from portal"));
    assert!(server.get("/portals").await.ends_with("from api"));
}

#[tokio::test]
async fn every_answer_has_its_headers() {
    let server = server(&[], &[]).await;
    for path in ["/", "/failed"] {
        let answer = server.get(path).await;
        for header in [
            "x-request-id: ",
            "x-content-type-options: nosniff",
            "cache-control: no-store",
            "content-security-policy: default-src 'none'",
            "referrer-policy: no-referrer",
        ] {
            assert!(answer.contains(header), "{header} is not in {answer}");
        }
        assert!(!answer.contains("access-control-allow"), "{answer}");
    }
}

#[tokio::test]
async fn components_see_the_request_without_the_connection() {
    let server = server(&[], &[]).await;
    let trace = "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01";
    let request = format!(
        "POST /x?y=1 HTTP/1.1\r\nhost: api.example:8443\r\nconnection: close, x-mine\r\n\
         x-mine: 1\r\nprefer: 2\r\nte: trailers\r\ntraceparent: {trace}\r\n\
         transfer-encoding: chunked\r\n\r\n3\r\nabc\r\n2\r\nde\r\n0\r\n\r\n"
    );
    let answer = server.raw(request.as_bytes()).await;
    assert!(answer.starts_with("HTTP/1.1 200"), "{answer}");
    let seen = server.component.last.lock().expect("no panic").clone();
    let seen = seen.expect("it was called");
    assert_eq!(seen.body.as_ref(), b"abcde");
    assert_eq!(seen.path_and_query, "/x?y=1");
    assert_eq!(seen.authority, "api.example:8443");
    for gone in ["connection", "x-mine", "te", "transfer-encoding"] {
        assert!(!seen.headers.contains_key(gone), "{gone}");
    }
    assert_eq!(seen.headers["prefer"], "2");
    let continued = seen.headers["traceparent"].to_str().expect("text");
    assert!(continued.starts_with("00-4bf92f3577b34da6a3ce929d0e0e4736-"));
    assert_ne!(continued, trace);
}

#[tokio::test]
async fn failures_have_a_status_and_a_problem_document() {
    let route = [("deadline_ms", "200")];
    let server = server(&[], &route).await;
    for (path, status, code) in [
        ("/failed", "502 Bad Gateway", "no-answer"),
        ("/gone", "503 Service Unavailable", "unavailable"),
        ("/never", "504 Gateway Timeout", "deadline-exceeded"),
    ] {
        let answer = server.get(path).await;
        assert!(
            answer.starts_with(&format!("HTTP/1.1 {status}")),
            "{answer}"
        );
        assert!(answer.contains("application/problem+json"), "{answer}");
        assert!(answer.contains(&format!(r#""code":"{code}""#)), "{answer}");
        assert_eq!(answer.contains("retry-after: 1"), status.starts_with("503"));
    }
    server.component.disconnected.store(true, Ordering::SeqCst);
    let answer = server.get("/").await;
    assert!(answer.starts_with("HTTP/1.1 503"), "{answer}");
    assert!(
        answer.contains(r#""code":"lattice-unavailable""#),
        "{answer}"
    );
    assert!(answer.contains("retry-after: 1"), "{answer}");
}

#[tokio::test]
async fn calls_of_clients_that_went_are_driven_to_their_end() {
    let server = server(&[("max_in_flight", "4")], &[]).await;
    for _ in 0..4 {
        let mut stream = server.connect().await;
        let request = b"GET /held HTTP/1.1\r\nhost: a\r\n\r\n";
        stream.write_all(request).await.expect("it listens");
        let before = server.component.calls.load(Ordering::SeqCst);
        until("the call arrives", || {
            server.component.calls.load(Ordering::SeqCst) > before
                || server.component.calls.load(Ordering::SeqCst) == 4
        })
        .await;
        drop(stream);
    }
    until("all calls arrive", || {
        server.component.calls.load(Ordering::SeqCst) == 4
    })
    .await;
    server.component.held.add_permits(4);
    until("all calls end", || {
        server.component.finished.load(Ordering::SeqCst) == 4
    })
    .await;
    assert!(server.get("/").await.starts_with("HTTP/1.1 200"));
}

#[tokio::test]
async fn overload_is_refused_before_it_reaches_a_component() {
    let settings = [
        ("max_in_flight", "2"),
        ("max_queued", "1"),
        ("queue_timeout_ms", "60000"),
    ];
    let server = server(&settings, &[]).await;
    let mut open = Vec::new();
    for _ in 0..3 {
        let mut stream = server.connect().await;
        let request = b"GET /held HTTP/1.1\r\nhost: a\r\nconnection: close\r\n\r\n";
        stream.write_all(request).await.expect("it listens");
        open.push(stream);
    }
    until("two are worked on", || {
        server.component.calls.load(Ordering::SeqCst) == 2
    })
    .await;
    let refused = loop {
        // The third may not have reached the queue yet.
        let answer = tokio::time::timeout(Duration::from_millis(200), server.get("/held")).await;
        if let Ok(answer) = answer {
            break answer;
        }
        server.component.held.add_permits(1);
    };
    assert!(refused.starts_with("HTTP/1.1 503"), "{refused}");
    assert!(refused.contains("retry-after: 1"), "{refused}");
    assert!(refused.contains(r#""code":"overloaded""#), "{refused}");
    server.component.held.add_permits(10);
    for stream in &mut open {
        assert!(rest(stream).await.starts_with("HTTP/1.1 200"));
    }
}

#[tokio::test]
async fn slow_clients_are_told_and_closed() {
    let settings = [
        ("header_timeout_ms", "100"),
        ("body_timeout_ms", "100"),
        ("idle_timeout_ms", "100"),
    ];
    let server = server(&settings, &[]).await;
    for slow in [
        "GET / HTTP/1.1\r\nhost: a\r\n",
        "POST /echo HTTP/1.1\r\nhost: a\r\ncontent-length: 5\r\n\r\nhe",
    ] {
        let answer = server.raw(slow.as_bytes()).await;
        assert!(answer.starts_with("HTTP/1.1 408"), "{slow:?}: {answer:?}");
        assert!(answer.contains("request-timeout"), "{answer}");
    }
    assert_eq!(server.raw(b"").await, "", "silence is closed silently");
    let mut idle = server.connect().await;
    let request = b"GET / HTTP/1.1\r\nhost: a\r\n\r\n";
    idle.write_all(request).await.expect("it listens");
    let answer = rest(&mut idle).await;
    assert!(answer.starts_with("HTTP/1.1 200"), "{answer}");
    assert!(answer.ends_with("from api"), "nothing after it: {answer}");
    assert_eq!(server.component.calls.load(Ordering::SeqCst), 1);
}

#[tokio::test]
async fn a_client_that_trickles_its_head_is_slow_too() {
    let server = server(&[("header_timeout_ms", "150")], &[]).await;
    let mut stream = server.connect().await;
    let head = b"GET / HTTP/1.1\r\nhost: a\r\nx-long: aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa";
    for byte in head {
        if stream.write_all(&[*byte]).await.is_err() {
            break;
        }
        tokio::time::sleep(Duration::from_millis(10)).await;
    }
    let answer = rest(&mut stream).await;
    assert!(
        answer.is_empty() || answer.starts_with("HTTP/1.1 408"),
        "{answer}"
    );
    assert_eq!(server.component.calls.load(Ordering::SeqCst), 0);
}

#[tokio::test]
async fn long_bodies_are_refused() {
    let server = server(&[("max_body_bytes", "1000")], &[]).await;
    let announced = format!(
        "POST /echo HTTP/1.1\r\nhost: a\r\ncontent-length: 5000000\r\n\r\n{}",
        "x".repeat(5_000_000)
    );
    let chunked = format!(
        "POST /echo HTTP/1.1\r\nhost: a\r\ntransfer-encoding: chunked\r\n\r\n4c4b40\r\n{}\r\n0\r\n\r\n",
        "x".repeat(5_000_000)
    );
    let asking = "POST /echo HTTP/1.1\r\nhost: a\r\nexpect: 100-continue\r\n\
                  content-length: 5000000\r\n\r\n";
    for request in [announced.as_str(), chunked.as_str(), asking] {
        let answer = server.raw(request.as_bytes()).await;
        assert!(answer.starts_with("HTTP/1.1 413"), "{answer}");
        assert!(answer.contains(r#""code":"body-too-large""#), "{answer}");
    }
    assert_eq!(server.component.calls.load(Ordering::SeqCst), 0);
}

#[tokio::test]
async fn long_heads_are_refused() {
    let server = server(&[("max_header_bytes", "4096")], &[]).await;
    let header = format!(
        "GET / HTTP/1.1\r\nhost: a\r\nx-long: {}\r\n\r\n",
        "x".repeat(5_000)
    );
    let answer = server.raw(header.as_bytes()).await;
    assert!(answer.starts_with("HTTP/1.1 431"), "{answer}");
    assert!(answer.contains("headers-too-large"), "{answer}");
    let many = format!("GET / HTTP/1.1\r\n{}\r\n", "x: y\r\n".repeat(1_000));
    let answer = server.raw(many.as_bytes()).await;
    assert!(answer.starts_with("HTTP/1.1 431"), "{answer}");
    let endless = format!("GET / HTTP/1.1\r\nx: {}", "x".repeat(1_000_000));
    let answer = server.raw(endless.as_bytes()).await;
    assert!(answer.starts_with("HTTP/1.1 431"), "{answer}");
}

#[tokio::test]
async fn what_is_no_http_is_refused() {
    let server = server(&[], &[]).await;
    for request in [
        "hello\r\n\r\n",
        "GET / HTTP/9.9\r\n\r\n",
        "GET / HTTP/1.1\r\nhost: a\r\ncontent-length: x\r\n\r\n",
        "POST / HTTP/1.1\r\nhost: a\r\ncontent-length: 1\r\ncontent-length: 2\r\n\r\nab",
    ] {
        let answer = server.raw(request.as_bytes()).await;
        assert!(answer.starts_with("HTTP/1.1 400"), "{request:?}: {answer}");
    }
    let strange = "GET / HTTP/1.1\r\nhost: not a host\r\nconnection: close\r\n\r\n";
    let answer = server.raw(strange.as_bytes()).await;
    assert!(!answer.starts_with("HTTP/1.1 5"), "{answer}");
}

#[tokio::test]
async fn long_answers_are_compressed_for_those_who_ask() {
    let server = server(&[], &[]).await;
    let request = |accept: &str| {
        format!("GET /long HTTP/1.1\r\nhost: a\r\nconnection: close\r\n{accept}\r\n")
    };
    let plain = server.raw(request("").as_bytes()).await;
    assert!(
        plain.contains("content-length: 100000"),
        "{}",
        &plain[..500]
    );
    let packed = server
        .raw(request("accept-encoding: gzip\r\n").as_bytes())
        .await;
    assert!(packed.contains("content-encoding: gzip"));
    assert!(packed.len() < 5_000, "{}", packed.len());
}

#[tokio::test]
async fn stopping_lets_open_requests_end() {
    let server = server(&[], &[]).await;
    let mut stream = server.connect().await;
    let request = b"GET /held HTTP/1.1\r\nhost: a\r\n\r\n";
    stream.write_all(request).await.expect("it listens");
    until("it is worked on", || {
        server.component.calls.load(Ordering::SeqCst) == 1
    })
    .await;
    server.stop.begin();
    let address = server.address;
    until("nothing listens", || {
        std::net::TcpStream::connect(address).is_err()
    })
    .await;
    server.component.held.add_permits(1);
    let answer = rest(&mut stream).await;
    assert!(answer.starts_with("HTTP/1.1 200"), "{answer}");
    tokio::time::timeout(crate::common::SOON, server.task)
        .await
        .expect("it ends")
        .expect("without a panic");
}
