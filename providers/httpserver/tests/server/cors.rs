//! What pages of other origins may do.

use crate::common::server;

#[tokio::test]
async fn allowed_origins_may_read_and_others_may_not() {
    let settings = [("cors_allowed_origins", "https://good.example")];
    let server = server(&settings, &[]).await;
    for (origin, allowed) in [
        ("https://good.example", true),
        ("https://bad.example", false),
    ] {
        let request = format!(
            "OPTIONS / HTTP/1.1\r\nhost: a\r\norigin: {origin}\r\nconnection: close\r\n\
             access-control-request-method: POST\r\n\r\n"
        );
        let answer = server.raw(request.as_bytes()).await;
        let header = format!("access-control-allow-origin: {origin}");
        assert_eq!(answer.contains(&header), allowed, "{answer}");
    }
}

/// As the public sandbox of CDS Hooks asks before it calls a service.
#[tokio::test]
async fn a_preflight_says_what_the_component_answers() {
    let settings = [("cors_allowed_origins", "https://sandbox.example")];
    let server = server(&settings, &[]).await;
    let answer = server
        .head(
            "OPTIONS /cds-services/news2 HTTP/1.1\r\nhost: a\r\n\
             origin: https://sandbox.example\r\n\
             access-control-request-method: POST\r\n\
             access-control-request-headers: authorization,content-type\r\n",
        )
        .await;
    assert!(answer.starts_with("HTTP/1.1 204"), "{answer}");
    for header in [
        "access-control-allow-origin: https://sandbox.example\r\n",
        "access-control-allow-methods: GET, HEAD, PUT\r\n",
        "access-control-allow-headers: authorization, content-type, accept, accept-language, \
         if-match, if-none-match, idempotency-key, x-request-id, traceparent, \
         mcp-protocol-version, mcp-method, mcp-name\r\n",
        "access-control-max-age: 600\r\n",
        "vary: origin",
    ] {
        assert!(answer.contains(header), "{header} is not in {answer}");
    }
    assert!(!answer.contains("allow: "), "it is no refusal: {answer}");
    assert_eq!(server.calls(), 1, "the component was asked");
}

#[tokio::test]
async fn a_preflight_to_a_path_that_nothing_answers_is_no_permission() {
    let settings = [("cors_allowed_origins", "https://good.example")];
    let server = server(&settings, &[]).await;
    for (path, origin) in [("/nowhere", "good"), ("/", "bad")] {
        let head = format!(
            "OPTIONS {path} HTTP/1.1\r\nhost: a\r\norigin: https://{origin}.example\r\n\
             access-control-request-method: GET\r\n"
        );
        let answer = server.head(&head).await;
        assert!(!answer.contains("access-control-allow-methods"), "{answer}");
    }
}

#[tokio::test]
async fn the_headers_that_pages_may_send_are_a_setting() {
    let settings = [
        ("cors_allowed_origins", "https://good.example"),
        ("cors_allowed_headers", "content-type, X-Mine"),
    ];
    let server = server(&settings, &[]).await;
    let head = "OPTIONS / HTTP/1.1\r\nhost: a\r\norigin: https://good.example\r\n\
                access-control-request-method: GET\r\n";
    let answer = server.head(head).await;
    let header = "access-control-allow-headers: content-type, x-mine\r\n";
    assert!(answer.contains(header), "{answer}");
}

#[tokio::test]
async fn pages_may_read_refusals_too() {
    let settings = [("cors_allowed_origins", "https://good.example")];
    let server = server(&settings, &[]).await;
    let head = "GET /gone HTTP/1.1\r\nhost: a\r\norigin: https://good.example\r\n";
    let answer = server.head(head).await;
    assert!(answer.starts_with("HTTP/1.1 503"), "{answer}");
    for header in [
        "access-control-allow-origin: https://good.example\r\n",
        "access-control-expose-headers: etag, location, retry-after, x-request-id\r\n",
    ] {
        assert!(answer.contains(header), "{header} is not in {answer}");
    }
}

#[tokio::test]
async fn without_allowed_origins_options_is_a_request_like_any_other() {
    let server = server(&[], &[]).await;
    let head = "OPTIONS / HTTP/1.1\r\nhost: a\r\norigin: https://good.example\r\n\
                access-control-request-method: GET\r\n";
    let answer = server.head(head).await;
    assert!(answer.starts_with("HTTP/1.1 405"), "{answer}");
    assert!(!answer.contains("access-control"), "{answer}");
}

/// A component that lets only some pages ask hears whether it is one of them, from nobody
/// but the server.
#[tokio::test]
async fn a_component_hears_whether_an_origin_is_allowed() {
    let good = "https://good.example";
    for (allowed, host, origins, heard) in [
        (good, "a", &[good][..], true),
        (good, "a", &["https://bad.example"], false),
        (good, "a", &["null"], false),
        (good, "a", &[good, "https://bad.example"], false),
        (good, "a", &[good, good], false),
        (good, "a", &[], false),
        ("", "a", &[good], false),
        // A page of the host itself, over a proxy that ends TLS too.
        ("", "a", &["http://a"], true),
        ("", "A:80", &["http://a"], true),
        ("", "a", &["https://a:443"], true),
        ("", "a:8080", &["http://a:8080"], true),
        ("", "a:8080", &["http://a"], false),
        ("", "a:443", &["http://a"], false),
        ("", "a", &["ftp://a"], false),
        ("", "a", &["http://"], false),
        ("", "a", &["http://a.example"], false),
    ] {
        let settings = [("allowed_hosts", "a"), ("cors_allowed_origins", allowed)];
        let settings = &settings[..if allowed.is_empty() { 1 } else { 2 }];
        let server = server(settings, &[]).await;
        let sent: String = origins
            .iter()
            .map(|origin| format!("origin: {origin}\r\n"))
            .collect();
        let claim = "sec-allowed-origin: https://bad.example\r\n";
        server
            .head(&format!("POST / HTTP/1.1\r\nhost: {host}\r\n{claim}{sent}"))
            .await;
        let seen = server.seen().headers;
        let found: Vec<_> = seen.get_all("sec-allowed-origin").iter().collect();
        let expected = if heard { origins } else { &[] };
        assert_eq!(found, expected, "{host} {sent}");
    }
}

/// Whoever has a name can let it point here: where every name is answered, none of them
/// says whose page it is.
#[tokio::test]
async fn a_name_that_anybody_has_is_no_origin_of_the_host() {
    let head = "POST / HTTP/1.1\r\nhost: bad.example\r\norigin: http://bad.example\r\n";
    for (hosts, heard) in [("*", false), ("bad.example", true)] {
        let server = server(&[("allowed_hosts", hosts)], &[]).await;
        let answer = server.head(head).await;
        assert!(answer.starts_with("HTTP/1.1 200"), "{answer}");
        let seen = server.seen().headers;
        assert_eq!(seen.contains_key("sec-allowed-origin"), heard, "{hosts}");
    }
}
