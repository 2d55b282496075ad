//! HTTP/2 written frame by frame, for what no client would send.

use crate::common::{Server, server};
use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use tokio::net::TcpStream;

pub(crate) const PREFACE: &[u8] = b"PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n";
/// An empty SETTINGS frame.
pub(crate) const SETTINGS: [u8; 9] = [0, 0, 0, 4, 0, 0, 0, 0, 0];
const PING: [u8; 17] = [0, 0, 8, 6, 0, 0, 0, 0, 0, 1, 2, 3, 4, 5, 6, 7, 8];

const HEADERS_TYPE: u8 = 1;
const PING_TYPE: u8 = 6;
const END_STREAM: u8 = 1;
const END_HEADERS: u8 = 4;

/// A connection that has just begun.
pub(crate) async fn begin(server: &Server) -> TcpStream {
    let mut stream = server.connect().await;
    let start = [PREFACE, &SETTINGS].concat();
    stream.write_all(&start).await.expect("it listens");
    stream
}

/// A text as HPACK writes it, without compression.
fn text(text: &str) -> Vec<u8> {
    [&[text.len() as u8], text.as_bytes()].concat()
}

/// A GET of `/` as the whole of a stream.
pub(crate) fn get(stream: u32, authority: Option<&str>, host: Option<&str>) -> Vec<u8> {
    // Method, scheme and path are in the table of known headers.
    let mut head = vec![0x82, 0x86, 0x84];
    if let Some(authority) = authority {
        head.push(0x01);
        head.extend(text(authority));
    }
    if let Some(host) = host {
        head.push(0x00);
        head.extend([text("host"), text(host)].concat());
    }
    headers(stream, &head, END_STREAM)
}

/// A GET of a path.
pub(crate) fn get_of(path: &str, stream: u32) -> Vec<u8> {
    let mut head = vec![0x82, 0x86, 0x04];
    head.extend(text(path));
    head.push(0x01);
    head.extend(text("a"));
    headers(stream, &head, END_STREAM)
}

/// A POST that announces a body of so many bytes.
pub(crate) fn post(stream: u32, announced: usize) -> Vec<u8> {
    let mut head = vec![0x83, 0x86, 0x84, 0x01];
    head.extend(text("a"));
    head.extend([0x0f, 0x0d]);
    head.extend(text(&announced.to_string()));
    headers(stream, &head, 0)
}

fn headers(stream: u32, head: &[u8], flags: u8) -> Vec<u8> {
    let mut frame = vec![0, 0, head.len() as u8, HEADERS_TYPE, END_HEADERS | flags];
    frame.extend(stream.to_be_bytes());
    frame.extend(head);
    frame
}

/// A part of a body.
pub(crate) fn data(stream: u32, part: &[u8]) -> Vec<u8> {
    let length = u32::try_from(part.len()).expect("short").to_be_bytes();
    let head = [length[1], length[2], length[3], 0, 0];
    [&head, &stream.to_be_bytes()[..], part].concat()
}

/// The type and the payload of the next frame.
async fn frame(stream: &mut TcpStream) -> (u8, Vec<u8>) {
    let mut head = [0; 9];
    stream.read_exact(&mut head).await.expect("a frame");
    let length = u32::from_be_bytes([0, head[0], head[1], head[2]]);
    let mut payload = vec![0; length as usize];
    stream.read_exact(&mut payload).await.expect("its payload");
    (head[3], payload)
}

/// The first octet of the next answer's head, as HPACK (RFC 7541) numbers statuses.
pub(crate) async fn status(stream: &mut TcpStream) -> u8 {
    loop {
        if let (HEADERS_TYPE, head) = frame(stream).await {
            return head[0];
        }
    }
}

/// Waits until the server has read everything that was sent.
pub(crate) async fn everything_is_read(stream: &mut TcpStream) {
    stream.write_all(&PING).await.expect("it is open");
    while frame(stream).await.0 != PING_TYPE {}
}

#[tokio::test]
async fn no_more_streams_are_announced_than_a_peer_may_have_requests() {
    let few = ("max_in_flight_per_peer", "3");
    for (unlimited, streams) in [("none", 3), ("127.0.0.1", 128)] {
        let server = server(&[few, ("unlimited_peers", unlimited)], &[]).await;
        let mut stream = begin(&server).await;
        let (kind, settings) = frame(&mut stream).await;
        assert_eq!(kind, 4, "SETTINGS");
        let announced = [0, 3, 0, 0, 0, streams];
        assert!(settings.chunks(6).any(|it| it == announced), "{settings:?}");
    }
}
