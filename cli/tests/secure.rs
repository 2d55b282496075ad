//! `--url` with `https`: what is sent is encrypted for a server that the machine trusts.

mod common;

use std::io::{BufRead as _, BufReader, Write as _};
use std::net::TcpListener;
use std::process::Command;
use std::sync::Arc;
use std::thread::JoinHandle;

use common::{Outcome, TestFile, medical};
use rustls::pki_types::PrivateKeyDer;
use rustls::{ServerConfig, ServerConnection, StreamOwned};

/// A server for `localhost` that answers one request, and who vouches for it.
fn server() -> (String, TestFile, JoinHandle<Option<String>>) {
    let issued = rcgen::generate_simple_self_signed(["localhost".to_owned()]);
    let issued = issued.expect("a certificate");
    let key = PrivateKeyDer::try_from(issued.signing_key.serialize_der()).expect("a key");
    let provider = Arc::new(rustls::crypto::ring::default_provider());
    let config = ServerConfig::builder_with_provider(provider)
        .with_safe_default_protocol_versions()
        .expect("versions")
        .with_no_client_auth()
        .with_single_cert(vec![issued.cert.der().clone()], key)
        .expect("they belong together");
    let listener = TcpListener::bind("127.0.0.1:0").expect("a free port");
    let port = listener.local_addr().expect("an address").port();
    let serving = std::thread::spawn(move || {
        let (stream, _) = listener.accept().ok()?;
        let connection = ServerConnection::new(Arc::new(config)).ok()?;
        let mut stream = BufReader::new(StreamOwned::new(connection, stream));
        let mut line = String::new();
        stream.read_line(&mut line).ok()?;
        let body = r#"{"calculators": []}"#;
        let head = format!("content-length: {}\r\nconnection: close", body.len());
        let answer = format!("HTTP/1.1 200 OK\r\n{head}\r\n\r\n{body}");
        stream.get_mut().write_all(answer.as_bytes()).ok()?;
        Some(line)
    });
    let trusted = TestFile::new("authority.pem", issued.cert.pem());
    (format!("https://localhost:{port}"), trusted, serving)
}

fn list(url: &str, trusted: Option<&TestFile>) -> Outcome {
    let mut command = Command::new(env!("CARGO_BIN_EXE_medical"));
    command.args(["list", "--json", "--url", url]);
    command.env("LC_ALL", "C.UTF-8");
    if let Some(trusted) = trusted {
        command.env("SSL_CERT_FILE", trusted.path());
    }
    let output = command.output().expect("the program runs");
    Outcome {
        code: output.status.code(),
        stdout: String::from_utf8(output.stdout).expect("UTF-8"),
        stderr: String::from_utf8(output.stderr).expect("UTF-8"),
    }
}

#[test]
fn a_server_that_is_trusted_is_asked_over_tls() {
    let (url, trusted, serving) = server();
    let found = list(&url, Some(&trusted));
    assert_eq!(found.code, Some(0), "{found:?}");
    let line = serving.join().expect("no panic").expect("a request");
    assert!(line.starts_with("GET /api/v1/calculators "), "{line}");
}

#[test]
fn a_server_that_is_not_trusted_learns_nothing() {
    let (url, _, serving) = server();
    let found = list(&url, None);
    assert_eq!(
        (found.code, found.stdout.as_str()),
        (Some(3), ""),
        "{found:?}"
    );
    let line = serving.join().expect("no panic");
    assert_eq!(line, None);
}

#[test]
fn what_leaves_the_machine_is_encrypted() {
    for url in [
        "http://192.0.2.1:8080",
        "http://medical.example",
        "http://localhost.medical.example",
        "http://127.0.0.1@medical.example",
        "https://user@medical.example",
        "https://",
        "ftp://medical.example",
        "medical.example",
    ] {
        let found = medical(&["list", "--url", url]);
        assert_eq!(found.code, Some(2), "{url}: {found:?}");
        assert!(
            found.stderr.contains("https://medical.example"),
            "{found:?}"
        );
    }
}
