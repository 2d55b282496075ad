//! HTTPS and HTTP/2, as clients negotiate them.

use std::sync::Arc;

use crate::common::server;
use ::http::Request;
use bytes::Bytes;
use http_body_util::{BodyExt as _, Full};
use hyper_util::rt::{TokioExecutor, TokioIo};
use tokio::io::AsyncWriteExt as _;
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
    write_key(&folder.path().join("key.pem"), &key);
    let mut roots = RootCertStore::empty();
    roots.add(issued.cert.der().clone()).expect("it is one");
    (folder, roots)
}

/// A key that nobody else may read.
fn write_key(path: &std::path::Path, key: &str) {
    use std::os::unix::fs::PermissionsExt as _;
    std::fs::write(path, key).expect("written");
    let mode = std::fs::Permissions::from_mode(0o600);
    std::fs::set_permissions(path, mode).expect("it is ours");
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
        httpserver::tls::Tls::read(&httpserver::config::TlsFiles {
            certificate,
            key,
            client_ca: None,
        })
    };
    let certificate = folder.path().join("certificate.pem");
    let wrong = files(certificate.clone(), other.path().join("key.pem"));
    assert!(format!("{:#}", wrong.expect_err("not its key")).starts_with("tls_key"));
    let missing = files(certificate.clone(), folder.path().join("none.pem"));
    assert!(format!("{:#}", missing.expect_err("no file")).starts_with("tls_key"));
    let missing = files(folder.path().join("none.pem"), certificate);
    assert!(format!("{:#}", missing.expect_err("no file")).starts_with("tls_certificate"));
}

#[test]
fn a_key_that_everyone_may_read_is_refused_by_name() {
    use std::os::unix::fs::PermissionsExt as _;
    let (folder, _) = certificate();
    let key = folder.path().join("key.pem");
    for (mode, right) in [(0o644, false), (0o602, false), (0o640, true), (0o400, true)] {
        let mode_of_file = std::fs::Permissions::from_mode(mode);
        std::fs::set_permissions(&key, mode_of_file).expect("it is ours");
        let read = httpserver::tls::Tls::read(&httpserver::config::TlsFiles {
            certificate: folder.path().join("certificate.pem"),
            key: key.clone(),
            client_ca: None,
        });
        assert_eq!(read.is_ok(), right, "{mode:o}");
        if let Err(error) = read {
            assert!(error.to_string().starts_with("tls_key"), "{error:#}");
        }
    }
}

/// The certificate that a new connection is shown.
async fn shown(server: &crate::common::Server, roots: &RootCertStore) -> Option<Vec<u8>> {
    let config = ClientConfig::builder()
        .with_root_certificates(roots.clone())
        .with_no_client_auth();
    let stream = server.connect().await;
    let name = ServerName::try_from("localhost").expect("a name");
    let stream = TlsConnector::from(Arc::new(config)).connect(name, stream);
    let stream = stream.await.ok()?;
    let shown = stream.get_ref().1.peer_certificates()?;
    Some(shown.first()?.to_vec())
}

#[tokio::test]
async fn a_new_certificate_is_taken_over_and_a_wrong_one_is_not() {
    let (folder, mut roots) = certificate();
    let (other, more) = certificate();
    roots.roots.extend(more.roots);
    let server = secure_server(&folder).await;
    let old = shown(&server, &roots).await.expect("TLS");
    let take = |name: &str| {
        let (from, to) = (other.path().join(name), folder.path().join(name));
        std::fs::rename(from, to).expect("one of ours");
    };
    take("certificate.pem");
    // Until the files were looked at: the key is still that of the old one.
    tokio::time::sleep(std::time::Duration::from_millis(1_500)).await;
    let same = shown(&server, &roots).await.expect("TLS");
    assert_eq!(same, old, "without its key it is of no use");
    take("key.pem");
    let replaced = async {
        while shown(&server, &roots).await.expect("TLS") == old {
            tokio::time::sleep(std::time::Duration::from_millis(20)).await;
        }
    };
    let replaced = tokio::time::timeout(crate::common::SOON, replaced).await;
    replaced.expect("the new certificate is taken over");
}

#[tokio::test]
async fn what_changes_before_the_files_are_followed_is_noticed() {
    let (folder, _) = certificate();
    let (other, _) = certificate();
    let files = httpserver::config::TlsFiles {
        certificate: folder.path().join("certificate.pem"),
        key: folder.path().join("key.pem"),
        client_ca: None,
    };
    let tls = httpserver::tls::Tls::read(&files).expect("they fit");
    let first = Arc::clone(tls.acceptor().config());
    for name in ["certificate.pem", "key.pem"] {
        let (from, to) = (other.path().join(name), folder.path().join(name));
        std::fs::rename(from, to).expect("one of ours");
    }
    let _following = tls.follow_files();
    let replaced = || !Arc::ptr_eq(&first, tls.acceptor().config());
    crate::common::until("it is taken over", replaced).await;
}

#[tokio::test]
async fn only_clients_with_a_certificate_are_served_where_that_is_asked_for() {
    let (folder, roots) = certificate();
    let authority_key = rcgen::KeyPair::generate().expect("a key");
    let mut authority = rcgen::CertificateParams::default();
    authority.is_ca = rcgen::IsCa::Ca(rcgen::BasicConstraints::Unconstrained);
    let signed = authority.self_signed(&authority_key).expect("an authority");
    std::fs::write(folder.path().join("ca.pem"), signed.pem()).expect("written");
    let authority = rcgen::Issuer::new(authority, authority_key);
    let path = |name: &str| folder.path().join(name).to_str().expect("text").to_owned();
    let files = ["certificate.pem", "key.pem", "ca.pem"].map(path);
    let settings = [
        ("tls_certificate", files[0].as_str()),
        ("tls_key", files[1].as_str()),
        ("tls_client_ca", files[2].as_str()),
    ];
    let server = server(&settings, &[]).await;
    let key = rcgen::KeyPair::generate().expect("a key");
    let params = rcgen::CertificateParams::new(["client".to_owned()]).expect("a name");
    let own = params.signed_by(&key, &authority).expect("a certificate");
    let stranger = params.self_signed(&key).expect("a certificate");
    for (certificate, served) in [(Some(own), true), (Some(stranger), false), (None, false)] {
        let config = ClientConfig::builder().with_root_certificates(roots.clone());
        let config = match certificate {
            None => config.with_no_client_auth(),
            Some(it) => {
                let key =
                    tokio_rustls::rustls::pki_types::PrivatePkcs8KeyDer::from(key.serialize_der());
                config
                    .with_client_auth_cert(vec![it.der().clone()], key.into())
                    .expect("they belong together")
            }
        };
        let name = ServerName::try_from("localhost").expect("a name");
        let stream = TlsConnector::from(Arc::new(config)).connect(name, server.connect().await);
        let mut answer = String::new();
        if let Ok(mut stream) = stream.await {
            let request = b"GET / HTTP/1.1\r\nhost: a\r\nconnection: close\r\n\r\n";
            // A client may only hear on reading that it is refused.
            let _ = stream.write_all(request).await;
            answer = crate::common::rest(&mut stream).await;
        }
        assert_eq!(answer.starts_with("HTTP/1.1 200"), served, "{answer}");
    }
    let failed = || server.notices.of(httpserver::notices::Notice::TlsFailed) == 2;
    crate::common::until("both are counted", failed).await;
}

#[tokio::test]
async fn a_client_that_does_not_read_over_tls_loses_its_connection() {
    let (folder, roots) = certificate();
    let path = |name: &str| folder.path().join(name).to_str().expect("text").to_owned();
    let files = ["certificate.pem", "key.pem"].map(path);
    let settings = [
        ("tls_certificate", files[0].as_str()),
        ("tls_key", files[1].as_str()),
        ("body_timeout_ms", "300"),
        ("compression", "false"),
    ];
    let server = server(&settings, &[]).await;
    let socket = tokio::net::TcpSocket::new_v4().expect("a socket");
    socket.set_recv_buffer_size(4_096).expect("small");
    let stream = socket.connect(server.address).await.expect("it listens");
    let config = ClientConfig::builder()
        .with_root_certificates(roots)
        .with_no_client_auth();
    let name = ServerName::try_from("localhost").expect("a name");
    let stream = TlsConnector::from(Arc::new(config)).connect(name, stream);
    let mut stream = stream.await.expect("TLS");
    let get = b"GET /long HTTP/1.1\r\nhost: a\r\n\r\n".repeat(200);
    stream.write_all(&get).await.expect("it is open");
    let began = || server.calls() > 0;
    crate::common::until("it is asked", began).await;
    let ended = || server.open() == 0;
    crate::common::until("the connection is closed", ended).await;
    drop(stream);
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
