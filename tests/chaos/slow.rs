//! Clients that take their time: they are told or cut off, and hold up nobody.

use std::collections::BTreeMap;
use std::io::{ErrorKind, Read as _, Write as _};
use std::net::{SocketAddr, TcpStream};
use std::time::{Duration, Instant};

use anyhow::{Context as _, anyhow, bail, ensure};

use crate::setting::{Setting, UNNOTICED};
use crate::table::Row;

/// `header_timeout_ms` and `body_timeout_ms` in the manifest, where they have
/// their defaults, and what a busy machine adds.
const HEADER_TIMEOUT: Duration = Duration::from_secs(5);
const BODY_TIMEOUT: Duration = Duration::from_secs(10);
/// After it a body has to have arrived at a least rate.
const BODY_GRACE: Duration = Duration::from_secs(1);
const LATE: Duration = Duration::from_secs(2);

/// Between two bytes of a slow client.
const PAUSE: Duration = Duration::from_millis(100);

/// Requests that a client sends in one go and never reads an answer of; the
/// answers are more than what the system keeps for it.
const UNREAD: usize = 200;

/// How many such clients there are: their requests are worked on all the same.
const UNREADING: usize = 4;

/// Until what the system keeps is full, and the server waits for the client.
const FULL_AFTER: Duration = Duration::from_secs(5);

const HEAD: &str = "POST /api/v1/bmi HTTP/1.1\r\nhost: localhost\r\n\
                    content-type: application/json\r\ncontent-length: 1000\r\n\r\n";

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Kind {
    /// Connects and says nothing.
    Silent,
    /// Sends the head byte by byte.
    Head,
    /// Sends the head and a part of the body.
    Stalled,
    /// Sends the body byte by byte.
    Body,
    /// Sends requests and reads no answer.
    Unread,
}

pub(crate) fn slow_clients(setting: &Setting) -> anyhow::Result<()> {
    let kinds: &[Kind] = setting.sized(
        &[
            Kind::Silent,
            Kind::Head,
            Kind::Stalled,
            Kind::Body,
            Kind::Unread,
        ],
        &[Kind::Silent, Kind::Head],
    );
    let each = setting.sized(32, 8);
    let address = setting.lattice.address();
    let document = setting.lattice.client().get("/openapi.json")?.body.len();
    let mut seen = Vec::new();
    setting.under_load(
        "others, meanwhile",
        "the steady load beside slow clients",
        &UNNOTICED,
        || {
            seen = std::thread::scope(|scope| {
                let clients: Vec<_> = kinds
                    .iter()
                    .flat_map(|kind| std::iter::repeat_n(*kind, kind.number(each)))
                    .map(|kind| scope.spawn(move || client(kind, address, document)))
                    .collect();
                let results = clients.into_iter().map(|client| {
                    let result = client.join();
                    result.map_err(|_| anyhow!("a client panicked"))?
                });
                results.collect::<anyhow::Result<Vec<_>>>()
            })?;
            Ok(None)
        },
    )?;
    for kind in kinds {
        let of_kind = || seen.iter().filter(|one| one.kind == *kind);
        let mut statuses = BTreeMap::new();
        for status in of_kind().filter_map(|one| one.status) {
            *statuses.entry(status).or_default() += 1;
        }
        let longest = of_kind().map(|one| one.took).max().unwrap_or_default();
        let what = format!(
            "{}; let go after {:.1} s at most",
            kind.describe(),
            longest.as_secs_f64()
        );
        let row = Row::refused("slow clients", what, of_kind().count() as u64, statuses);
        println!("{row}");
        setting.record(row);
    }
    Ok(())
}

impl Kind {
    fn number(self, most: usize) -> usize {
        if self == Self::Unread {
            UNREADING
        } else {
            most
        }
    }

    fn describe(self) -> &'static str {
        match self {
            Self::Silent => "connected and said nothing",
            Self::Head => "sent the head byte by byte",
            Self::Stalled => "stopped in the body",
            Self::Body => "sent the body byte by byte",
            Self::Unread => "never read an answer",
        }
    }
}

/// How a slow client fared.
struct Seen {
    kind: Kind,
    took: Duration,
    status: Option<u16>,
}

fn client(kind: Kind, address: SocketAddr, document: usize) -> anyhow::Result<Seen> {
    let (fast, slow, limit) = match kind {
        Kind::Silent => ("", "", HEADER_TIMEOUT),
        Kind::Head => ("", HEAD, HEADER_TIMEOUT),
        Kind::Stalled => (HEAD, "", BODY_GRACE),
        Kind::Body => (HEAD, "{\"weight\": 70, \"height\": ", BODY_GRACE),
        Kind::Unread => return unread(address, document),
    };
    let (answer, took) = trickle(address, fast, slow, limit + LATE)
        .with_context(|| format!("a client that {}", kind.describe()))?;
    let status = match answer.strip_prefix("HTTP/1.1 ") {
        Some(rest) => {
            ensure!(rest.starts_with("408 "), "{kind:?}: {answer}");
            ensure!(answer.contains("application/problem+json"), "{answer}");
            Some(408)
        }
        None => {
            // Who said nothing need not be told; who sent half a body is.
            ensure!(
                answer.is_empty() && kind != Kind::Stalled,
                "{kind:?}: {answer}"
            );
            None
        }
    };
    Ok(Seen { kind, took, status })
}

/// Sends something at once and something slowly, and returns what came back
/// until the server closed the connection.
fn trickle(
    address: SocketAddr,
    fast: &str,
    slow: &str,
    limit: Duration,
) -> anyhow::Result<(String, Duration)> {
    let started = Instant::now();
    let mut stream = TcpStream::connect_timeout(&address, limit)?;
    stream.set_read_timeout(Some(PAUSE))?;
    stream.write_all(fast.as_bytes())?;
    // Over and over, so that it never is complete.
    let mut bytes = slow.bytes().cycle();
    let mut answer = Vec::new();
    while started.elapsed() < limit {
        if let Some(byte) = bytes.next() {
            // The server may have closed; what it said is read below.
            let _ = stream.write_all(&[byte]);
        }
        let mut buffer = [0; 4096];
        match stream.read(&mut buffer) {
            Ok(0) => return Ok((String::from_utf8(answer)?, started.elapsed())),
            Ok(count) => answer.extend_from_slice(&buffer[..count]),
            Err(error) if error.kind() == ErrorKind::ConnectionReset => {
                return Ok((String::from_utf8(answer)?, started.elapsed()));
            }
            Err(error) if error.kind() == ErrorKind::WouldBlock => {}
            Err(error) => return Err(error.into()),
        }
    }
    bail!("still connected after {limit:?}")
}

/// The server gives up on the answers: some of them never come.
fn unread(address: SocketAddr, document: usize) -> anyhow::Result<Seen> {
    let mut stream = TcpStream::connect_timeout(&address, LATE)?;
    stream.set_read_timeout(Some(LATE))?;
    let request = "GET /openapi.json HTTP/1.1\r\nhost: localhost\r\n\r\n";
    stream.write_all(request.repeat(UNREAD).as_bytes())?;
    let waited = FULL_AFTER + BODY_TIMEOUT + LATE;
    std::thread::sleep(waited);
    let mut answers = Vec::new();
    match stream.read_to_end(&mut answers) {
        Ok(_) => {}
        Err(error) if error.kind() == ErrorKind::ConnectionReset => {}
        Err(error) => return Err(error).context("a client that never read is still connected"),
    }
    ensure!(answers.len() < UNREAD * document, "all answers were sent");
    Ok(Seen {
        kind: Kind::Unread,
        took: waited,
        status: None,
    })
}
