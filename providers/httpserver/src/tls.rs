//! HTTPS: certificate and key from files, taken over again when these change.

use std::fs::{Metadata, metadata};
use std::os::unix::fs::{MetadataExt as _, PermissionsExt as _};
use std::path::Path;
use std::sync::Arc;
use std::time::Duration;

use anyhow::{Context as _, ensure};
use arc_swap::ArcSwap;
use tokio::task::{JoinHandle, spawn_blocking};
use tokio::time::sleep;
use tokio_rustls::TlsAcceptor;
use tokio_rustls::rustls::pki_types::pem::PemObject as _;
use tokio_rustls::rustls::pki_types::{CertificateDer, PrivateKeyDer};
use tokio_rustls::rustls::server::WebPkiClientVerifier;
use tokio_rustls::rustls::version::{TLS12, TLS13};
use tokio_rustls::rustls::{RootCertStore, ServerConfig};

use crate::config::TlsFiles;

/// How often the files are looked at.
const LOOK_EVERY: Duration = Duration::from_secs(1);

/// Permissions of those who are neither the owner nor of the group.
const OTHERS: u32 = 0o007;

/// What new connections are secured with.
#[derive(Debug)]
pub struct Tls {
    files: TlsFiles,
    current: ArcSwap<ServerConfig>,
    /// What the files were just before they were first read.
    read: Vec<Option<State>>,
}

/// Follows the files until it is dropped.
#[derive(Debug)]
pub struct Following(JoinHandle<()>);

impl Drop for Following {
    fn drop(&mut self) {
        self.0.abort();
    }
}

impl Tls {
    /// Reads certificate and key.
    ///
    /// # Errors
    ///
    /// When a file cannot be read, is not PEM, or they do not belong together, or
    /// when everyone may read the key.
    pub fn read(files: &TlsFiles) -> anyhow::Result<Arc<Self>> {
        // Before, so that what changes meanwhile is noticed.
        let read = files.all().map(state).collect();
        let current = ArcSwap::from(config(files)?);
        let files = files.clone();
        Ok(Arc::new(Self {
            files,
            current,
            read,
        }))
    }

    /// For a new connection.
    pub fn acceptor(&self) -> TlsAcceptor {
        TlsAcceptor::from(self.current.load_full())
    }

    /// Takes the files over when they change. What cannot be used is logged, and
    /// what was there stays.
    pub fn follow_files(self: &Arc<Self>) -> Following {
        let this = Arc::clone(self);
        Following(tokio::spawn(async move {
            let mut seen = this.read.clone();
            loop {
                sleep(LOOK_EVERY).await;
                let now = this.state().await;
                if now != seen {
                    seen = now;
                    this.take_over().await;
                }
            }
        }))
    }

    async fn state(self: &Arc<Self>) -> Vec<Option<State>> {
        let this = Arc::clone(self);
        let state = spawn_blocking(move || this.files.all().map(state).collect());
        state.await.unwrap_or_default()
    }

    async fn take_over(self: &Arc<Self>) {
        let this = Arc::clone(self);
        match spawn_blocking(move || config(&this.files)).await {
            Ok(Ok(new)) => {
                self.current.store(new);
                tracing::info!("the certificate changed: new connections have the new one");
            }
            Ok(Err(error)) => {
                let error = format!("{error:#}");
                tracing::error!(
                    error,
                    "the new certificate cannot be used; the old one stays"
                );
            }
            Err(_) => tracing::error!("the new certificate was not read; the old one stays"),
        }
    }
}

impl TlsFiles {
    fn all(&self) -> impl Iterator<Item = &Path> {
        let files = [
            Some(&self.certificate),
            Some(&self.key),
            self.client_ca.as_ref(),
        ];
        files.into_iter().flatten().map(|path| path.as_path())
    }
}

/// By what a file is seen to have changed: which one it is, its length, and when it
/// was written and its permissions were given.
type State = (u64, u64, i64, i64, i64, i64);

fn state(path: &Path) -> Option<State> {
    let of = |it: Metadata| {
        let changed = (it.ctime(), it.ctime_nsec());
        (
            it.ino(),
            it.len(),
            it.mtime(),
            it.mtime_nsec(),
            changed.0,
            changed.1,
        )
    };
    metadata(path).ok().map(of)
}

fn config(files: &TlsFiles) -> anyhow::Result<Arc<ServerConfig>> {
    let chain = certificates("tls_certificate", &files.certificate)?;
    let path = files.key.display();
    let unreadable = || format!("tls_key: {path} cannot be read as PEM");
    let mode = metadata(&files.key).with_context(unreadable)?.permissions();
    ensure!(
        mode.mode() & OTHERS == 0,
        "tls_key: {path} is open to everyone: chmod o= it"
    );
    let key = PrivateKeyDer::from_pem_file(&files.key).with_context(unreadable)?;
    // Older versions than these are not even built in.
    let builder = ServerConfig::builder_with_protocol_versions(&[&TLS13, &TLS12]);
    let builder = match &files.client_ca {
        None => builder.with_no_client_auth(),
        Some(file) => {
            let mut roots = RootCertStore::empty();
            for authority in certificates("tls_client_ca", file)? {
                roots
                    .add(authority)
                    .context("tls_client_ca: is no certificate of an authority")?;
            }
            let verifier = WebPkiClientVerifier::builder(Arc::new(roots)).build();
            builder.with_client_cert_verifier(verifier.context("tls_client_ca: is of no use")?)
        }
    };
    let mut config = builder
        .with_single_cert(chain, key)
        .context("tls_key: does not belong to tls_certificate")?;
    config.alpn_protocols = vec![b"h2".to_vec(), b"http/1.1".to_vec()];
    Ok(Arc::new(config))
}

fn certificates(setting: &str, file: &Path) -> anyhow::Result<Vec<CertificateDer<'static>>> {
    let unreadable = || format!("{setting}: {} cannot be read as PEM", file.display());
    let read = CertificateDer::pem_file_iter(file).and_then(Iterator::collect::<Result<Vec<_>, _>>);
    let read = read.with_context(unreadable)?;
    ensure!(!read.is_empty(), unreadable());
    Ok(read)
}
