//! Bodies that are announced and never sent, that trickle, and that are too many.

use std::pin::Pin;
use std::task::{Context, Poll};

use crate::common::{Server, server};
use crate::frames;
use ::http::Request;
use bytes::Bytes;
use hyper::body::{Body, Frame};
use hyper_util::rt::{TokioExecutor, TokioIo};
use tokio::io::AsyncWriteExt as _;
use tokio::task::JoinSet;

const CONNECTIONS: u32 = 32;
const STREAMS: u32 = 128;

/// Enough of a body to be fast enough for longer than the test takes.
const BEGUN: usize = 6_000;

/// An announcement costs the server nothing: others are served as if it were not
/// there.
#[tokio::test]
async fn thousands_of_announced_bodies_hinder_nobody() {
    // They stay announced for longer than this test takes.
    let settings = [("queue_timeout_ms", "0"), ("body_timeout_ms", "600000")];
    let server = server(&settings, &[]).await;
    let mut announced = Vec::new();
    for _ in 0..CONNECTIONS {
        let mut stream = frames::begin(&server).await;
        // Until there is a window for all of them.
        frames::everything_is_read(&mut stream).await;
        for number in 0..STREAMS {
            let head = frames::post(2 * number + 1, 2 << 20);
            let begun = frames::data(2 * number + 1, &[b'x'; BEGUN]);
            let both = [head, begun].concat();
            stream.write_all(&both).await.expect("it listens");
        }
        frames::everything_is_read(&mut stream).await;
        announced.push(stream);
    }
    for length in [5, 100_000].repeat(20) {
        let head = format!(
            "POST /echo HTTP/1.1\r\nhost: a\r\nconnection: close\r\ncontent-length: {length}\r\n\r\n"
        );
        let request = [head.as_bytes(), &vec![b'x'; length]].concat();
        let answer = server.raw(&request).await;
        assert!(answer.starts_with("HTTP/1.1 200"), "{answer}");
        assert!(answer.ends_with(&"x".repeat(length)));
    }
}

/// After a second a body has to have a least rate; the longest time for all of it is
/// not waited for.
#[tokio::test]
async fn a_body_that_trickles_is_not_waited_for() {
    let server = server(&[("body_timeout_ms", "600000")], &[]).await;
    let start = "POST /echo HTTP/1.1\r\nhost: a\r\ncontent-length: 500\r\n\r\nhe";
    let answer = server.raw(start.as_bytes()).await;
    assert!(answer.starts_with("HTTP/1.1 408"), "{answer}");
    assert_eq!(server.calls(), 0);
}

/// Some bytes, and then nothing more for ever.
struct Unfinished(Option<Bytes>);

impl Body for Unfinished {
    type Data = Bytes;
    type Error = std::convert::Infallible;

    fn poll_frame(
        mut self: Pin<&mut Self>,
        _: &mut Context<'_>,
    ) -> Poll<Option<Result<Frame<Bytes>, Self::Error>>> {
        match self.0.take() {
            Some(bytes) => Poll::Ready(Some(Ok(Frame::data(bytes)))),
            None => Poll::Pending,
        }
    }
}

/// Waits for an answer with this status, and whether it says when to come again, to
/// so many bodies of so many bytes that do not end, on one connection. A client on a
/// busy machine may be too slow with one or the other.
async fn answered(server: &Server, bodies: usize, bytes: usize, status: u16) -> bool {
    let io = TokioIo::new(server.connect().await);
    let (sender, connection) = hyper::client::conn::http2::handshake(TokioExecutor::new(), io)
        .await
        .expect("HTTP/2");
    tokio::spawn(connection);
    let mut answers = JoinSet::new();
    for _ in 0..bodies {
        let body = Unfinished(Some(Bytes::from(vec![b'x'; bytes])));
        let request = Request::post("http://a/echo").body(body);
        let mut sender = sender.clone();
        let request = request.expect("a request");
        answers.spawn(async move { sender.send_request(request).await });
    }
    let answer = async {
        while let Some(response) = answers.join_next().await {
            let response = response.expect("no panic").expect("an answer");
            if response.status() == status {
                return response.headers().contains_key("retry-after");
            }
            assert_eq!(response.status(), 408);
        }
        panic!("none was answered with {status}");
    };
    let answer = tokio::time::timeout(crate::common::SOON, answer).await;
    answer.expect("in time")
}

#[tokio::test]
async fn one_connection_has_few_bodies_that_take_their_time() {
    // Enough to be fast enough for longer than this test takes.
    let (bodies, bytes) = (18, 60_000);
    let server = server(&[("body_timeout_ms", "600000")], &[]).await;
    assert!(answered(&server, bodies, bytes, 429).await);
    let trusting = [
        ("trusted_proxies", "127.0.0.1"),
        ("body_timeout_ms", "3000"),
    ];
    let server = crate::common::server(&trusting, &[]).await;
    // It belongs to many clients; none is refused before its time is over.
    assert!(!answered(&server, bodies, bytes, 408).await);
}

#[tokio::test]
async fn the_bodies_of_one_connection_hold_little() {
    let server = server(&[("body_timeout_ms", "600000")], &[]).await;
    assert!(answered(&server, 12, 2 << 20, 429).await);
}

#[tokio::test]
async fn a_route_may_take_shorter_bodies_than_the_server() {
    let server = server(&[], &[("max_body_bytes", "100")]).await;
    let request = |length: usize| {
        let body = "x".repeat(length);
        format!(
            "POST /echo HTTP/1.1\r\nhost: a\r\nconnection: close\r\ncontent-length: {length}\r\n\r\n{body}"
        )
    };
    let answer = server.raw(request(100).as_bytes()).await;
    assert!(answer.starts_with("HTTP/1.1 200"), "{answer}");
    let answer = server.raw(request(101).as_bytes()).await;
    assert!(answer.starts_with("HTTP/1.1 413"), "{answer}");
    assert!(answer.contains("up to 100 bytes"), "{answer}");
}
