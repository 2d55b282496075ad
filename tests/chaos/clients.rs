//! Clients that hang up, and clients that send too much.

use std::collections::BTreeMap;
use std::io::{Read as _, Write as _};
use std::net::{SocketAddr, TcpStream};
use std::time::{Duration, Instant};

use anyhow::{Context as _, anyhow, ensure};
use fastrand::Rng;
use serde_json::Value;

use crate::setting::{HANGS_AFTER, Setting, UNNOTICED};
use crate::table::Row;

const THREADS: usize = 8;

/// What no client of these tests sends, in bytes: 5 MB.
const LARGE: usize = 5_000_000;

/// By how much the server may grow when 32 clients send 5 MB each: a body is
/// kept up to the limit of 2 MiB, and there are buffers.
const GROWS_BY_KB: u64 = 128 * 1024;

/// When a client hangs up.
#[derive(Debug, Clone, Copy)]
enum Moment {
    Connected,
    InTheHead,
    InTheBody,
    Sent,
    Reading,
}

const MOMENTS: [Moment; 5] = [
    Moment::Connected,
    Moment::InTheHead,
    Moment::InTheBody,
    Moment::Sent,
    Moment::Reading,
];

/// Clients that hang up at any moment take nothing from the others, and leave
/// nothing behind.
pub(crate) fn cancelled_requests(setting: &Setting) -> anyhow::Result<()> {
    let count = setting.sized(2_000, 400);
    let mut sent = 0;
    setting.under_load(
        "others, meanwhile",
        "the steady load beside clients that hang up",
        &UNNOTICED,
        || {
            sent = in_threads(setting, 1, |random| {
                for _ in 0..count / THREADS {
                    let moment = MOMENTS[random.usize(..MOMENTS.len())];
                    let request = &setting.traffic()[random.usize(..setting.traffic().len())];
                    cancel(setting.lattice.address(), &request.bytes, moment, random)
                        .with_context(|| format!("{moment:?}"))?;
                }
                Ok(count / THREADS)
            })?;
            // At once, not after a while.
            setting.full_service()?;
            Ok(None)
        },
    )?;
    let what = "hung up: after connecting, in the head, in the body, after sending, while reading";
    setting.record(Row::refused(
        "clients hang up",
        what,
        sent as u64,
        BTreeMap::new(),
    ));
    Ok(())
}

/// Runs the same in some threads, each with its own randomness, and adds up
/// what they return.
fn in_threads(
    setting: &Setting,
    case: u64,
    work: impl Fn(&mut Rng) -> anyhow::Result<usize> + Sync,
) -> anyhow::Result<usize> {
    let mut random = setting.random(case);
    std::thread::scope(|scope| {
        let threads: Vec<_> = (0..THREADS)
            .map(|_| {
                let (mut random, work) = (random.fork(), &work);
                scope.spawn(move || work(&mut random))
            })
            .collect();
        let results = threads.into_iter().map(|thread| {
            let result = thread.join();
            result.map_err(|_| anyhow!("a client panicked"))?
        });
        results.sum()
    })
}

fn cancel(
    address: SocketAddr,
    request: &[u8],
    moment: Moment,
    random: &mut Rng,
) -> anyhow::Result<()> {
    let mut stream = TcpStream::connect_timeout(&address, HANGS_AFTER)?;
    let separator = b"\r\n\r\n";
    let head = request
        .windows(separator.len())
        .position(|window| window == separator)
        .context("a head")?
        + separator.len();
    let sent = match moment {
        Moment::Connected => 0,
        Moment::InTheHead => random.usize(1..head),
        Moment::InTheBody => random.usize(head..request.len()),
        Moment::Sent | Moment::Reading => request.len(),
    };
    stream.write_all(&request[..sent])?;
    if matches!(moment, Moment::Reading) {
        stream.set_read_timeout(Some(HANGS_AFTER))?;
        let mut start = vec![0; random.usize(12..100)];
        stream.read_exact(&mut start)?;
        ensure!(start.starts_with(b"HTTP/1.1 200"), "{start:?}");
    } else if random.bool() {
        std::thread::sleep(Duration::from_micros(random.u64(..3_000)));
    }
    Ok(())
}

/// Bodies that are too large are refused as such, however they are sent, and
/// are not kept.
pub(crate) fn large_bodies(setting: &Setting) -> anyhow::Result<()> {
    let each = setting.sized(25, 2);
    let before = memory_kb(setting, "VmRSS:")?;
    let mut sent = 0;
    setting.under_load(
        "others, meanwhile",
        "the steady load beside bodies of 5 MB",
        &UNNOTICED,
        || {
            sent = in_threads(setting, 2, |_| {
                for _ in 0..each {
                    for request in [announced(), chunked(), asked()] {
                        too_large(setting, &request)?;
                    }
                }
                Ok(each * 3)
            })?;
            Ok(None)
        },
    )?;
    let most = memory_kb(setting, "VmHWM:")?;
    let what = format!(
        "5 MB announced, in chunks, or asked for first; the server had {} MB before and {} MB at most",
        before / 1024,
        most / 1024
    );
    let answers = BTreeMap::from([(413, sent as u64)]);
    let row = Row::refused("large bodies", what, sent as u64, answers);
    println!("{row}");
    setting.record(row);
    ensure!(
        most < before + GROWS_BY_KB,
        "grown from {before} kB to {most} kB"
    );
    Ok(())
}

fn too_large(setting: &Setting, request: &[u8]) -> anyhow::Result<()> {
    let started = Instant::now();
    let answer = setting.lattice.client().raw(request, HANGS_AFTER)?;
    let head = answer.to_lowercase();
    ensure!(answer.starts_with("HTTP/1.1 413 "), "{answer}");
    ensure!(
        head.contains("content-type: application/problem+json"),
        "{answer}"
    );
    ensure!(head.contains("connection: close"), "{answer}");
    let body = answer.split_once("\r\n\r\n").context("a body")?.1;
    let problem: Value = serde_json::from_str(body).with_context(|| answer.clone())?;
    ensure!(
        problem["status"] == 413 && problem["code"] == "body-too-large",
        "{answer}"
    );
    // The server closed the connection, it was not waited for.
    ensure!(started.elapsed() < HANGS_AFTER, "{:?}", started.elapsed());
    Ok(())
}

const HEAD: &str =
    "POST /api/v1/health-metrics HTTP/1.1\r\nhost: localhost\r\ncontent-type: application/json\r\n";

fn announced() -> Vec<u8> {
    let mut request = format!("{HEAD}content-length: {LARGE}\r\n\r\n").into_bytes();
    request.resize(request.len() + LARGE, b' ');
    request
}

fn chunked() -> Vec<u8> {
    let mut request = format!("{HEAD}transfer-encoding: chunked\r\n\r\n").into_bytes();
    for _ in 0..LARGE / 50_000 {
        request.extend_from_slice(format!("{:x}\r\n", 50_000).as_bytes());
        request.resize(request.len() + 50_000, b' ');
        request.extend_from_slice(b"\r\n");
    }
    request.extend_from_slice(b"0\r\n\r\n");
    request
}

fn asked() -> Vec<u8> {
    format!("{HEAD}expect: 100-continue\r\ncontent-length: {LARGE}\r\n\r\n").into_bytes()
}

/// A line of the server's `/proc/PID/status`.
fn memory_kb(setting: &Setting, name: &str) -> anyhow::Result<u64> {
    let pids = setting.lattice.http_server_pids()?;
    let pid = pids.first().context("no server")?;
    let status = std::fs::read_to_string(format!("/proc/{pid}/status"))?;
    let line = status.lines().find_map(|line| line.strip_prefix(name));
    let kb = line.and_then(|line| line.trim().strip_suffix(" kB"));
    Ok(kb.context("a size")?.parse()?)
}
