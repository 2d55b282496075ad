//! Requests that could be read in more than one way, and what a component gets of
//! the others.

use crate::common::{Server, server};
use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};

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
async fn the_target_names_the_host_before_the_header_does() {
    let server = server(&[], &[]).await;
    let answer = server
        .head("GET http://b:81/x HTTP/1.1\r\nhost: a\r\n")
        .await;
    assert!(answer.starts_with("HTTP/1.1 200"), "{answer}");
    assert_eq!(server.seen().authority, "b:81");
    assert_eq!(server.seen().headers["host"], "b:81");
}

/// The first octet of the head that answers a GET of `/` over HTTP/2, as HPACK
/// (RFC 7541) numbers the statuses. No client would leave out the authority, so
/// the frames are written here.
async fn over_http2(server: &Server, authority: Option<&str>, host: Option<&str>) -> u8 {
    // Method, scheme and path are in the table of known headers.
    let mut head = vec![0x82, 0x86, 0x84];
    let text = |text: &str| [&[text.len() as u8], text.as_bytes()].concat();
    if let Some(authority) = authority {
        head.push(0x01);
        head.extend(text(authority));
    }
    if let Some(host) = host {
        head.push(0x00);
        head.extend([text("host"), text(host)].concat());
    }
    let mut frames = b"PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n".to_vec();
    frames.extend([0, 0, 0, 4, 0, 0, 0, 0, 0]);
    // A whole head and the end of stream 1.
    frames.extend([0, 0, head.len() as u8, 1, 0x05, 0, 0, 0, 1]);
    frames.extend(head);
    let mut stream = server.connect().await;
    stream.write_all(&frames).await.expect("it listens");
    loop {
        let mut frame = [0; 9];
        stream.read_exact(&mut frame).await.expect("a frame");
        let length = u32::from_be_bytes([0, frame[0], frame[1], frame[2]]);
        let mut payload = vec![0; length as usize];
        stream.read_exact(&mut payload).await.expect("its payload");
        if frame[3] == 1 {
            return payload[0];
        }
    }
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
    let start = "POST /echo HTTP/1.1\r\nhost: a\r\ntransfer-encoding:";
    for request in [
        format!("{start} gzip, chunked\r\n\r\n1\r\na\r\n0\r\n\r\n"),
        format!("{start} chunked\r\ntransfer-encoding: chunked\r\n\r\n1\r\na\r\n0\r\n\r\n"),
        format!("{start} chunked\r\n\r\n1\r\na\r\n0\r\nx: y\r\n\r\n"),
        "GET ftp://a/ HTTP/1.1\r\nhost: a\r\n\r\n".to_owned(),
    ] {
        refused(&server, &request, "invalid-framing").await;
    }
    assert_eq!(server.calls(), 0, "nothing reached a component");
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

#[tokio::test]
async fn components_get_every_header_they_may_need() {
    let server = server(&[], &[]).await;
    let sent = [
        ("authorization", "Bearer t"),
        ("cookie", "a=b"),
        ("if-match", "\"1\""),
        ("if-none-match", "*"),
        ("idempotency-key", "k"),
        ("content-type", "application/fhir+json"),
        ("content-encoding", "gzip"),
        ("accept", "*/*"),
        ("accept-language", "pt"),
        ("prefer", "return=minimal"),
    ];
    let sent_head: String = sent
        .iter()
        .map(|(name, value)| format!("{name}: {value}\r\n"))
        .collect();
    let answer = server
        .head(&format!("PATCH /x HTTP/1.1\r\nhost: a\r\n{sent_head}"))
        .await;
    assert!(answer.starts_with("HTTP/1.1 200"), "{answer}");
    let seen = server.seen();
    for (name, value) in sent {
        assert_eq!(seen.headers[name], value);
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
    server.get("/trapped-once").await;
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
