//! When a call is sent a second time, and when it is not.

use std::sync::atomic::Ordering;

use crate::common::{Server, server};
use tokio::io::AsyncWriteExt as _;
use tokio::task::JoinSet;

const REPEATABLE: [(&str, &str); 2] = [("repeatable", "true"), ("retry_after_ms", "50")];

#[tokio::test]
async fn a_call_without_an_answer_is_sent_once_more() {
    let server = server(&[], &REPEATABLE).await;
    let answer = server.get("/lost-once").await;
    assert!(answer.ends_with("from api"), "{answer}");
    assert_eq!(server.calls(), 2);
}

#[tokio::test]
async fn a_call_that_reached_nobody_is_sent_once_more_in_any_case() {
    let server = server(&[], &[]).await;
    let answer = server.get("/gone-once").await;
    assert!(answer.ends_with("from api"), "{answer}");
    assert_eq!(server.calls(), 2);
}

/// The component would fail again; only where it was replaced, its calls ended
/// because of that.
#[tokio::test]
async fn a_failure_is_no_reason_to_send_a_call_again() {
    let server = server(&[], &REPEATABLE).await;
    for (calls, path) in [(1, "/failed"), (2, "/ended")] {
        let answer = server.get(path).await;
        assert!(answer.starts_with("HTTP/1.1 502"), "{path}: {answer}");
        assert_eq!(server.calls(), calls, "{path}");
    }
    server.component.replaced.store(true, Ordering::SeqCst);
    server.component.calls.store(0, Ordering::SeqCst);
    let answer = server.get("/ended-once").await;
    assert!(answer.ends_with("from api"), "{answer}");
    assert_eq!(server.calls(), 2);
    let answer = server.get("/failed").await;
    assert!(answer.starts_with("HTTP/1.1 502"), "{answer}");
    assert_eq!(server.calls(), 3, "it said that it failed");
}

#[tokio::test]
async fn calls_that_may_not_be_repeated_are_sent_once() {
    let server = server(&[], &[("retry_after_ms", "1"), ("deadline_ms", "100")]).await;
    server.component.replaced.store(true, Ordering::SeqCst);
    let answer = server.get("/ended-once").await;
    assert!(answer.starts_with("HTTP/1.1 502"), "{answer}");
    assert_eq!(server.calls(), 1);
    assert!(server.get("/never").await.starts_with("HTTP/1.1 504"));
    assert_eq!(server.calls(), 2);
}

#[tokio::test]
async fn long_bodies_are_sent_once() {
    let route = [
        ("repeatable", "true"),
        ("retry_after_ms", "10"),
        ("deadline_ms", "200"),
    ];
    let server = server(&[], &route).await;
    for (length, calls) in [(64 << 10, 2), ((64 << 10) + 1, 1)] {
        server.component.calls.store(0, Ordering::SeqCst);
        let head = format!(
            "POST /never HTTP/1.1\r\nhost: a\r\nconnection: close\r\ncontent-length: {length}\r\n\r\n"
        );
        let request = [head.as_bytes(), &vec![b'x'; length]].concat();
        let answer = server.raw(&request).await;
        assert!(answer.starts_with("HTTP/1.1 504"), "{answer}");
        assert_eq!(server.calls(), calls, "{length} bytes");
    }
}

/// Both attempts end with the deadline of the request, and their places are free.
#[tokio::test]
async fn an_attempt_has_no_deadline_of_its_own() {
    let route = [
        ("repeatable", "true"),
        ("retry_after_ms", "250"),
        ("deadline_ms", "300"),
    ];
    let server = server(&[("max_in_flight", "2"), ("max_queued", "0")], &route).await;
    let answer = server.get("/never").await;
    assert!(answer.starts_with("HTTP/1.1 504"), "{answer}");
    assert_eq!(server.calls(), 2);
    // The second was sent 50 ms before; with 300 ms of its own it would still be there.
    tokio::time::sleep(std::time::Duration::from_millis(100)).await;
    assert_eq!(server.component.working.load(Ordering::SeqCst), 0);
}

/// So many requests from so many connections; how many were answered with this.
async fn flood(server: &Server, path: &'static str, connections: usize, each: usize) -> String {
    let mut clients = JoinSet::new();
    for _ in 0..connections {
        let mut stream = server.connect().await;
        clients.spawn(async move {
            let request = format!("GET {path} HTTP/1.1\r\nhost: a\r\n\r\n").repeat(each - 1);
            let last = format!("GET {path} HTTP/1.1\r\nhost: a\r\nconnection: close\r\n\r\n");
            let all = request + &last;
            stream.write_all(all.as_bytes()).await.expect("it listens");
            crate::common::rest(&mut stream).await
        });
    }
    clients.join_all().await.concat()
}

const MOST: usize = 16;

#[tokio::test]
async fn a_component_that_always_fails_is_not_called_more_for_it() {
    let settings = [("max_in_flight", "16")];
    // Here silence is no reason either, however busy the machine is.
    let route = [("repeatable", "true"), ("retry_after_ms", "60000")];
    let server = server(&settings, &route).await;
    for path in ["/failed", "/ended"] {
        server.component.calls.store(0, Ordering::SeqCst);
        let answers = flood(&server, path, 50, 20).await;
        assert_eq!(answers.matches("HTTP/1.1 502").count(), 1_000);
        assert_eq!(server.calls(), 1_000, "{path}");
    }
    assert!(server.component.most_working.load(Ordering::SeqCst) <= MOST);
}

#[tokio::test]
async fn a_component_that_is_always_slow_gets_few_calls_twice() {
    let settings = [("max_in_flight", "64")];
    let route = [("repeatable", "true"), ("retry_after_ms", "1")];
    let server = server(&settings, &route).await;
    let started = std::time::Instant::now();
    // Fewer clients than places, so that a second attempt always has one.
    let answers = flood(&server, "/slow", 32, 32).await;
    let received = answers.matches("HTTP/1.1 200").count();
    assert_eq!(received, 1_024);
    let again = server.calls() - received;
    assert!(again > 0, "none was sent again");
    // On a machine that takes longer than ten seconds, ten a second.
    let seconds = usize::try_from(started.elapsed().as_secs()).expect("few");
    let most = (received / 5).max(100 + 10 * seconds);
    assert!(again <= most, "{again} of {received}");
    let most = server.component.most_working.load(Ordering::SeqCst);
    assert!(most <= 64, "{most} at a time");
}

/// With every place taken, nobody is called twice.
#[tokio::test]
async fn each_attempt_has_a_place_of_its_own() {
    let settings = [("max_in_flight", "16")];
    let route = [("repeatable", "true"), ("retry_after_ms", "1")];
    let server = server(&settings, &route).await;
    flood(&server, "/slow", 64, 2).await;
    let most = server.component.most_working.load(Ordering::SeqCst);
    assert_eq!(most, MOST);
}
