//! Requests that could be read in more than one way, and what a component gets of
//! the others.

use std::sync::atomic::Ordering;

use crate::common::{Server, server};
use crate::frames;
use tokio::io::AsyncWriteExt as _;

/// Refused with 400 and this code, and the connection is closed.
async fn refused(server: &Server, request: &str, code: &str) {
    let answer = server.raw(request.as_bytes()).await;
    let status = answer.get(..12).unwrap_or_default();
    assert!(
        matches!(status, "HTTP/1.1 400" | "HTTP/1.0 400"),
        "{request:?}: {answer}"
    );
    let code = format!(r#""code":"{code}""#);
    assert!(answer.contains(&code), "{request:?}: {answer}");
    assert!(answer.contains("connection: close"), "{answer}");
}

#[tokio::test]
async fn a_request_is_for_exactly_one_host() {
    let server = server(&[], &[("repeatable", "true")]).await;
    refused(&server, "GET / HTTP/1.1\r\n\r\n", "invalid-host").await;
    let two = "GET / HTTP/1.1\r\nhost: a\r\nhost: a\r\n\r\n";
    refused(&server, two, "invalid-host").await;
    let old = "GET / HTTP/1.0\r\nhost: a\r\nhost: b\r\n\r\n";
    refused(&server, old, "invalid-host").await;
    for host in [
        "", "a b", "a/b", "\"", "%41", "é", "[::1", "u@h", "a,b", "a:b", "a:65536",
    ] {
        for version in ["1.0", "1.1"] {
            let request = format!("GET / HTTP/{version}\r\nhost: {host}\r\n\r\n");
            refused(&server, &request, "invalid-host").await;
        }
    }
    let target = "GET http://u@h/ HTTP/1.1\r\nhost: a\r\n\r\n";
    refused(&server, target, "invalid-host").await;
    assert_eq!(server.calls(), 0, "nothing reached a component");
}

#[tokio::test]
async fn a_client_of_http_1_0_may_name_no_host() {
    let server = server(&[], &[]).await;
    let answer = server.raw(b"GET /health HTTP/1.0\r\n\r\n").await;
    assert!(answer.contains(" 200 OK\r\n"), "{answer}");
    let seen = server.seen();
    assert_eq!(seen.authority, server.address.to_string());
    assert_eq!(seen.headers["host"], seen.authority);
    assert_eq!(server.calls(), 1);
}

#[tokio::test]
async fn a_target_and_a_host_that_differ_are_two_hosts() {
    let server = server(&[], &[]).await;
    let answer = server
        .head("GET http://B:81/x HTTP/1.1\r\nhost: b:81\r\n")
        .await;
    assert!(answer.starts_with("HTTP/1.1 200"), "{answer}");
    assert_eq!(server.seen().authority, "B:81");
    assert_eq!(server.seen().headers["host"], "B:81");
    for target in ["a:81", "a", "b:80"] {
        let request = format!("GET http://{target}/ HTTP/1.1\r\nhost: b\r\n\r\n");
        refused(&server, &request, "invalid-host").await;
    }
    assert_eq!(server.calls(), 1);
    assert_eq!(over_http2(&server, Some("a"), Some("b")).await, BAD_REQUEST);
}

#[tokio::test]
async fn a_host_that_is_not_allowed_is_not_answered() {
    let local = [("allowed_hosts", "")];
    let default = server(&local, &[]).await;
    let own = default.address.to_string();
    for host in [
        "localhost",
        "LOCALHOST:99",
        "127.0.0.1",
        "[::1]:1",
        own.as_str(),
    ] {
        let answer = default
            .head(&format!("GET / HTTP/1.1\r\nhost: {host}\r\n"))
            .await;
        assert!(answer.starts_with("HTTP/1.1 200"), "{host}: {answer}");
    }
    for host in ["evil.example", "localhost.evil.example", "10.0.0.1"] {
        let answer = default
            .head(&format!("GET / HTTP/1.1\r\nhost: {host}\r\n"))
            .await;
        assert!(answer.starts_with("HTTP/1.1 421"), "{host}: {answer}");
        assert!(
            answer.contains(r#""code":"misdirected-request""#),
            "{answer}"
        );
    }
    assert_eq!(default.calls(), 5);
    let named = server(&[("allowed_hosts", "api.example, b.example:1")], &[]).await;
    for (host, status) in [
        ("Api.Example:5", 200),
        ("b.example", 421),
        ("localhost", 421),
    ] {
        let answer = named
            .head(&format!("GET / HTTP/1.1\r\nhost: {host}\r\n"))
            .await;
        let line = format!("HTTP/1.1 {status}");
        assert!(answer.starts_with(&line), "{host}: {answer}");
    }
    // Who names no host came by the address.
    let answer = named.raw(b"GET / HTTP/1.0\r\n\r\n").await;
    assert!(answer.contains(" 200 OK"), "{answer}");
}

/// The first octet of the head that answers a GET of `/` over HTTP/2. No client would
/// leave out the authority.
async fn over_http2(server: &Server, authority: Option<&str>, host: Option<&str>) -> u8 {
    let mut stream = frames::begin(server).await;
    let request = frames::get(1, authority, host);
    stream.write_all(&request).await.expect("it listens");
    frames::status(&mut stream).await
}

/// Statuses 200 and 400 in HPACK.
const OK: u8 = 0x88;
const BAD_REQUEST: u8 = 0x8c;

#[tokio::test]
async fn a_client_of_http_2_may_name_no_authority() {
    let server = server(&[], &[]).await;
    assert_eq!(over_http2(&server, None, None).await, OK);
    assert_eq!(server.seen().authority, server.address.to_string());
    assert_eq!(over_http2(&server, None, Some("b:81")).await, OK);
    assert_eq!(server.seen().authority, "b:81");
    assert_eq!(over_http2(&server, Some("c"), None).await, OK);
    assert_eq!(server.seen().authority, "c");
    assert_eq!(server.calls(), 3);
    assert_eq!(over_http2(&server, None, Some("a b")).await, BAD_REQUEST);
    assert_eq!(over_http2(&server, Some("u@h"), None).await, BAD_REQUEST);
    assert_eq!(server.calls(), 3);
}

#[tokio::test]
async fn a_connection_does_not_take_what_belongs_to_the_request() {
    let server = server(&[], &[]).await;
    for named in [
        "host",
        "Content-Type",
        "content-length",
        "authorization",
        "if-match",
        "x-call-id",
        "x-client-address",
        "x-request-id",
        "close, traceparent",
    ] {
        let request = format!("GET / HTTP/1.1\r\nhost: a\r\nconnection: {named}\r\n\r\n");
        refused(&server, &request, "invalid-connection").await;
    }
    assert_eq!(server.calls(), 0, "nothing reached a component");
}

#[tokio::test]
async fn a_body_ends_in_one_place_only() {
    let server = server(&[], &[]).await;
    let start = "POST /echo HTTP/1.1\r\nhost: a\r\n";
    let chunks = "\r\n1\r\na\r\n0\r\n\r\n";
    for request in [
        format!("{start}transfer-encoding: chunked\r\n\r\n1\r\na\r\n0\r\nx: y\r\n\r\n"),
        format!("{start}transfer-encoding: chunked\r\ncontent-length: 1\r\n{chunks}"),
        format!("{start}content-length: 1\r\nTransfer-Encoding: chunked\r\n{chunks}"),
        "GET ftp://a/ HTTP/1.1\r\nhost: a\r\n\r\n".to_owned(),
    ] {
        refused(&server, &request, "invalid-framing").await;
    }
    for coding in [
        "gzip, chunked",
        "identity",
        "chunked\r\ntransfer-encoding: chunked",
    ] {
        let request = format!("{start}transfer-encoding: {coding}\r\n{chunks}");
        let answer = server.raw(request.as_bytes()).await;
        // A body that does not even end with a chunk is refused where it is parsed.
        let status = if coding == "identity" { 400 } else { 501 };
        let line = format!("HTTP/1.1 {status}");
        assert!(answer.starts_with(&line), "{coding}: {answer}");
        assert!(answer.contains("connection: close"), "{answer}");
    }
    assert_eq!(server.calls(), 0, "nothing reached a component");
}

/// Also where it comes behind another request.
#[tokio::test]
async fn a_second_request_with_two_ends_is_refused_too() {
    let server = server(&[], &[]).await;
    let answer = server
        .raw(
            b"POST /echo HTTP/1.1\r\nhost: a\r\ncontent-length: 5\r\n\r\nhello\
              POST /echo HTTP/1.1\r\nhost: a\r\ntransfer-encoding: chunked\r\n\
              content-length: 5\r\n\r\n0\r\n\r\nGET /c HTTP/1.1\r\nhost: a\r\n\r\n",
        )
        .await;
    assert!(answer.starts_with("HTTP/1.1 200"), "{answer}");
    assert!(answer.contains("HTTP/1.1 400"), "{answer}");
    assert_eq!(answer.matches("HTTP/1.1").count(), 2, "{answer}");
    assert_eq!(server.calls(), 1);
}

/// A proxy that ends lines at a line feed sees a trailer and then a POST; a server
/// that reads on for the trailer's end would answer the GET in its body.
#[tokio::test]
async fn no_request_hides_behind_a_trailer() {
    let server = server(&[], &[]).await;
    let answer = server
        .raw(
            b"POST /echo HTTP/1.1\r\nhost: a\r\ntransfer-encoding: chunked\r\n\r\n\
              0\r\nx: y\n\r\nPOST /b HTTP/1.1\r\nhost: a\r\ncontent-length: 28\r\n\r\n\
              GET /c HTTP/1.1\r\nhost: a\r\n\r\n",
        )
        .await;
    assert!(answer.starts_with("HTTP/1.1 400"), "{answer}");
    assert_eq!(answer.matches("HTTP/1.1").count(), 1, "{answer}");
    assert_eq!(server.calls(), 0, "nothing reached a component");
}

/// Headers that every component gets, and those that its route has to name.
#[tokio::test]
async fn components_get_the_headers_they_may_need() {
    let for_all = [
        ("if-match", "\"1\""),
        ("if-none-match", "*"),
        ("idempotency-key", "k"),
        ("content-type", "application/fhir+json"),
        ("content-encoding", "gzip"),
        ("accept", "*/*"),
        ("accept-language", "pt"),
        ("origin", "https://a.example"),
        ("prefer", "return=minimal"),
        ("tracestate", "a=b"),
        ("mcp-protocol-version", "2026-07-28"),
        ("mcp-method", "tools/call"),
        ("mcp-name", "evaluate_calculator"),
    ];
    let for_some = [
        ("authorization", "Bearer t"),
        ("cookie", "a=b"),
        ("x-mine", "m"),
        ("user-agent", "u"),
    ];
    let sent: String = for_all
        .iter()
        .chain(&for_some)
        .map(|(name, value)| format!("{name}: {value}\r\n"))
        .collect();
    let named = [("headers", "Authorization, cookie,x-mine,user-agent")];
    for (route, some) in [(&[][..], false), (&named[..], true)] {
        let server = server(&[], route).await;
        let answer = server
            .head(&format!("PATCH /x HTTP/1.1\r\nhost: a\r\n{sent}"))
            .await;
        assert!(answer.starts_with("HTTP/1.1 200"), "{answer}");
        let seen = server.seen().headers;
        for (name, value) in for_all {
            assert_eq!(seen[name], value);
        }
        for (name, value) in for_some {
            let got = seen.get(name).map(http::HeaderValue::as_bytes);
            assert_eq!(got, some.then_some(value.as_bytes()), "{name}");
        }
    }
}

#[tokio::test]
async fn nobody_speaks_in_the_name_of_the_server_or_of_a_proxy() {
    let server = server(&[], &[]).await;
    let head = "GET / HTTP/1.1\r\nhost: a\r\nx-call-id: mine\r\nx-client-address: 192.0.2.1\r\n\
                x-call-id: again\r\nforwarded: for=192.0.2.1\r\nx-forwarded-for: 192.0.2.1\r\n\
                x-forwarded-proto: https\r\nx-real-ip: 192.0.2.1\r\n";
    let mut ids = Vec::new();
    for _ in 0..2 {
        server.head(head).await;
        let seen = server.seen();
        for gone in [
            "forwarded",
            "x-forwarded-for",
            "x-forwarded-proto",
            "x-real-ip",
        ] {
            assert!(!seen.headers.contains_key(gone), "{gone}");
        }
        assert_eq!(seen.headers["x-client-address"], "127.0.0.1");
        let calls: Vec<_> = seen.headers.get_all("x-call-id").iter().collect();
        let [call] = calls[..] else {
            panic!("one id: {calls:?}");
        };
        let call = call.to_str().expect("text");
        ids.push(uuid::Uuid::try_parse(call).expect("a UUID"));
    }
    assert_ne!(ids[0], ids[1]);
}

#[tokio::test]
async fn each_attempt_of_a_call_has_the_same_id() {
    let route = [("repeatable", "true"), ("retry_after_ms", "50")];
    let server = server(&[], &route).await;
    server.component.replaced.store(true, Ordering::SeqCst);
    server.get("/ended-once").await;
    assert_eq!(server.calls(), 2);
    let ids = server.component.ids.lock().expect("no panic").clone();
    assert_eq!(ids.len(), 2);
    assert_eq!(ids[0], ids[1]);
}

#[tokio::test]
async fn a_trusted_proxy_says_whose_request_it_is() {
    let settings = [("trusted_proxies", "127.0.0.0/8, 10.0.0.1")];
    let server = server(&settings, &[]).await;
    let head = "GET / HTTP/1.1\r\nhost: a\r\nx-client-address: 203.0.113.9\r\n\
                x-forwarded-for: 203.0.113.9\r\nx-forwarded-for: 198.51.100.7, 10.0.0.1\r\n\
                x-forwarded-proto: https\r\n";
    server.head(head).await;
    let seen = server.seen();
    assert_eq!(seen.headers["x-client-address"], "198.51.100.7");
    assert_eq!(seen.headers["x-forwarded-proto"], "https");
}

#[tokio::test]
async fn every_method_reaches_a_component() {
    let server = server(&[], &[]).await;
    for method in [
        "GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "BREW",
    ] {
        server
            .head(&format!("{method} / HTTP/1.1\r\nhost: a\r\n"))
            .await;
        assert_eq!(server.seen().method, method);
    }
}
