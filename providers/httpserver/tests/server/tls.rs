//! HTTPS and HTTP/2, as clients negotiate them.

use std::sync::Arc;

use crate::common::server;
use ::http::Request;
use bytes::Bytes;
use http_body_util::{BodyExt as _, Full};
use hyper_util::rt::{TokioExecutor, TokioIo};
use tokio::net::TcpStream;
use tokio_rustls::TlsConnector;
use tokio_rustls::rustls::pki_types::ServerName;
use tokio_rustls::rustls::{ClientConfig, RootCertStore};

/// A certificate for `localhost`, as files and as something to trust.
fn certificate() -> (tempfile::TempDir, RootCertStore) {
    let issued = rcgen::generate_simple_self_signed(["localhost".to_owned()]);
    let issued = issued.expect("a certificate");
    let folder = tempfile::tempdir().expect("a folder");
    std::fs::write(folder.path().join("certificate.pem"), issued.cert.pem()).expect("written");
    let key = issued.signing_key.serialize_pem();
    std::fs::write(folder.path().join("key.pem"), key).expect("written");
    let mut roots = RootCertStore::empty();
    roots.add(issued.cert.der().clone()).expect("it is one");
    (folder, roots)
}

async fn secure_server(folder: &tempfile::TempDir) -> crate::common::Server {
    let path = |name: &str| folder.path().join(name).to_str().expect("text").to_owned();
    let (certificate, key) = (path("certificate.pem"), path("key.pem"));
    let settings = [
        ("tls_certificate", certificate.as_str()),
        ("tls_key", key.as_str()),
    ];
    server(&settings, &[]).await
}

#[tokio::test]
async fn http2_is_negotiated_over_tls() {
    let (folder, roots) = certificate();
    let server = secure_server(&folder).await;
    let mut config = ClientConfig::builder()
        .with_root_certificates(roots)
        .with_no_client_auth();
    config.alpn_protocols = vec![b"h2".to_vec(), b"http/1.1".to_vec()];
    let stream = TcpStream::connect(server.address)
        .await
        .expect("it listens");
    let name = ServerName::try_from("localhost").expect("a name");
    let stream = TlsConnector::from(Arc::new(config)).connect(name, stream);
    let stream = stream.await.expect("TLS");
    let negotiated = stream.get_ref().1.alpn_protocol();
    assert_eq!(negotiated, Some(b"h2".as_slice()));
    let answer = over_http2(stream, "https://localhost/echo").await;
    assert_eq!(answer, (200, true, "hello".to_owned()));
    let seen = server.component.last.lock().expect("no panic").clone();
    assert_eq!(seen.expect("called").scheme, ::http::uri::Scheme::HTTPS);
}

#[tokio::test]
async fn http2_is_spoken_without_tls_to_clients_that_know() {
    let server = server(&[], &[]).await;
    let stream = TcpStream::connect(server.address)
        .await
        .expect("it listens");
    let answer = over_http2(stream, "http://localhost/echo").await;
    assert_eq!(answer, (200, false, "hello".to_owned()));
}

#[tokio::test]
async fn plain_text_on_a_tls_port_gets_nothing() {
    let (folder, _) = certificate();
    let server = secure_server(&folder).await;
    let answer = server.get("/").await;
    assert!(!answer.contains("HTTP/1.1 200"), "{answer}");
}

#[test]
fn files_that_do_not_fit_are_refused_by_name() {
    let (folder, _) = certificate();
    let (other, _) = certificate();
    let files = |certificate: std::path::PathBuf, key: std::path::PathBuf| {
        httpserver::server::tls(&httpserver::config::TlsFiles { certificate, key })
    };
    let certificate = folder.path().join("certificate.pem");
    let wrong = files(certificate.clone(), other.path().join("key.pem"));
    assert!(format!("{:#}", wrong.expect_err("not its key")).starts_with("tls_key"));
    let missing = files(certificate.clone(), folder.path().join("none.pem"));
    assert!(format!("{:#}", missing.expect_err("no file")).starts_with("tls_key"));
    let missing = files(folder.path().join("none.pem"), certificate);
    assert!(format!("{:#}", missing.expect_err("no file")).starts_with("tls_certificate"));
}

/// Status, whether HSTS is set, and body.
async fn over_http2<S>(stream: S, uri: &str) -> (u16, bool, String)
where
    S: tokio::io::AsyncRead + tokio::io::AsyncWrite + Send + Unpin + 'static,
{
    let io = TokioIo::new(stream);
    let (mut sender, connection) = hyper::client::conn::http2::handshake(TokioExecutor::new(), io)
        .await
        .expect("HTTP/2");
    let connection = tokio::spawn(connection);
    let request = Request::post(uri).body(Full::new(Bytes::from_static(b"hello")));
    let request = request.expect("a request");
    let response = sender.send_request(request).await.expect("an answer");
    let status = response.status().as_u16();
    let secure = response.headers().contains_key("strict-transport-security");
    let body = response.into_body().collect().await.expect("a body");
    drop(sender);
    connection.abort();
    let body = String::from_utf8_lossy(&body.to_bytes()).into_owned();
    (status, secure, body)
}
