//! One connection of a load: a request goes out, its answer is read.

use std::net::SocketAddr;

use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use tokio::net::TcpStream;

/// Room for an answer; longer ones grow it once.
const BUFFER: usize = 32 * 1024;

/// There was no complete answer, or none that is HTTP.
#[derive(Debug)]
pub(super) struct Failure;

/// An answer to a request.
#[derive(Debug)]
pub(super) struct Answer<'a> {
    pub(super) status: u16,
    /// Whether it says when to come back.
    pub(super) retry_after: bool,
    /// Whether it took a second connection, as the first was closed.
    pub(super) retried: bool,
    pub(super) body: &'a [u8],
}

/// A connection that is opened when it is needed.
#[derive(Debug)]
pub(super) struct Connection {
    address: SocketAddr,
    stream: Option<TcpStream>,
    buffer: Vec<u8>,
}

impl Connection {
    pub(super) fn new(address: SocketAddr) -> Self {
        Self {
            address,
            stream: None,
            buffer: Vec::with_capacity(BUFFER),
        }
    }

    pub(super) fn close(&mut self) {
        self.stream = None;
    }

    /// Sends a request and reads the answer. A connection that the server closed
    /// since its last answer is replaced once.
    pub(super) async fn exchange(&mut self, request: &[u8]) -> Result<Answer<'_>, Failure> {
        if self.stream.as_ref().is_some_and(closed) {
            self.stream = None;
        }
        let used = self.stream.is_some();
        let mut head = self.attempt(request).await;
        let mut retried = false;
        if head.is_err() && used && self.buffer.is_empty() {
            retried = true;
            head = self.attempt(request).await;
        }
        let Head {
            status,
            retry_after,
            length,
            ..
        } = head?;
        Ok(Answer {
            status,
            retry_after,
            retried,
            body: &self.buffer[length.0..length.1],
        })
    }

    /// One attempt. The connection stays open only when it can be used again.
    async fn attempt(&mut self, request: &[u8]) -> Result<Head, Failure> {
        self.buffer.clear();
        let mut stream = match self.stream.take() {
            Some(stream) => stream,
            None => {
                let stream = TcpStream::connect(self.address).await;
                let stream = stream.map_err(|_| Failure)?;
                stream.set_nodelay(true).map_err(|_| Failure)?;
                stream
            }
        };
        let complete = send(&mut stream, request, &mut self.buffer).await;
        let head = receive(&mut stream, &mut self.buffer).await?;
        // Bytes behind the answer belong to nothing that was asked.
        if complete && head.keeps && head.end == self.buffer.len() {
            self.stream = Some(stream);
        }
        Ok(head)
    }
}

/// Whether the server has closed an idle connection.
fn closed(stream: &TcpStream) -> bool {
    // Reads nothing as long as nothing has come: an idle server is silent.
    !matches!(stream.try_read(&mut [0]), Err(error) if error.kind() == std::io::ErrorKind::WouldBlock)
}

/// Sends a request, and stops when the server answers before it has it all;
/// whether it was sent completely.
async fn send(stream: &mut TcpStream, request: &[u8], buffer: &mut Vec<u8>) -> bool {
    let (mut reader, mut writer) = stream.split();
    let mut rest = request;
    while !rest.is_empty() {
        tokio::select! {
            biased;
            written = writer.write(rest) => match written {
                Ok(count) if count > 0 => rest = &rest[count..],
                // What the server said before it closed can still be read.
                _ => return false,
            },
            _ = reader.read_buf(buffer) => return false,
        }
    }
    true
}

async fn receive(stream: &mut TcpStream, buffer: &mut Vec<u8>) -> Result<Head, Failure> {
    loop {
        match parse(buffer, false)? {
            Some(head) => return Ok(head),
            None => {
                // Doubles when it is full.
                if buffer.len() == buffer.capacity() {
                    buffer.reserve(buffer.len());
                }
                let count = stream.read_buf(buffer).await.map_err(|_| Failure)?;
                if count == 0 {
                    return parse(buffer, true)?.ok_or(Failure);
                }
            }
        }
    }
}

/// What is known of a complete answer in a buffer.
#[derive(Debug)]
struct Head {
    status: u16,
    retry_after: bool,
    /// Whether the connection can be used again.
    keeps: bool,
    /// Where the body lies.
    length: (usize, usize),
    /// Where the answer ends.
    end: usize,
}

/// The answer in a buffer, once it is complete. A chunked body is put together
/// in place.
fn parse(buffer: &mut Vec<u8>, closed: bool) -> Result<Option<Head>, Failure> {
    let mut headers = [httparse::EMPTY_HEADER; 64];
    let mut response = httparse::Response::new(&mut headers);
    let start = match response.parse(buffer).map_err(|_| Failure)? {
        httparse::Status::Complete(start) => start,
        httparse::Status::Partial => return Ok(None),
    };
    let status = response.code.ok_or(Failure)?;
    let find = |name: &str| {
        let mut headers = response.headers.iter();
        let found = headers.find(|header| header.name.eq_ignore_ascii_case(name))?;
        std::str::from_utf8(found.value).ok()
    };
    let says =
        |name: &str, value: &str| find(name).is_some_and(|it| it.eq_ignore_ascii_case(value));
    let (chunked, retry_after) = (
        says("transfer-encoding", "chunked"),
        find("retry-after").is_some(),
    );
    let keeps = response.version == Some(1) && !says("connection", "close");
    let length = find("content-length").map(|it| it.parse().map_err(|_| Failure));
    let length: Option<usize> = length.transpose()?;
    if status < 200 {
        buffer.drain(..start);
        return parse(buffer, closed);
    }
    let head = |body_end, end, keeps| Head {
        status,
        retry_after,
        keeps,
        length: (start, body_end),
        end,
    };
    if status == 204 || status == 304 {
        return Ok(Some(head(start, start, keeps)));
    }
    if chunked {
        let found = join_chunks(buffer, start)?;
        return Ok(found.map(|(body_end, end)| head(body_end, end, keeps)));
    }
    Ok(match length {
        Some(length) => {
            (buffer.len() >= start + length).then(|| head(start + length, start + length, keeps))
        }
        None => closed.then(|| head(buffer.len(), buffer.len(), false)),
    })
}

/// Joins the chunks that begin at `start` once all are there: where the body
/// ends then, and where the answer does. Nothing is moved before that.
fn join_chunks(buffer: &mut [u8], start: usize) -> Result<Option<(usize, usize)>, Failure> {
    let Some(end) = walk_chunks(buffer, start, |_, _, _| ())? else {
        return Ok(None);
    };
    // The walk has seen all of it, so its second pass finds the same. Each chunk
    // moves left by the framing before it, which has been read by then.
    let mut moves = Vec::new();
    walk_chunks(buffer, start, |to, from, length| {
        moves.push((to, from, length))
    })?;
    let mut body_end = start;
    for (to, from, length) in moves {
        buffer.copy_within(from..from + length, to);
        body_end = to + length;
    }
    Ok(Some((body_end, end)))
}

/// Names each chunk's place in the body, its place now and its length; returns
/// where the last one's framing ends, once it is there.
fn walk_chunks(
    buffer: &[u8],
    start: usize,
    mut chunk: impl FnMut(usize, usize, usize),
) -> Result<Option<usize>, Failure> {
    let (mut to, mut at) = (start, start);
    loop {
        let rest = buffer.get(at..).unwrap_or_default();
        let (framing, size) = match httparse::parse_chunk_size(rest).map_err(|_| Failure)? {
            httparse::Status::Complete(found) => found,
            httparse::Status::Partial => return Ok(None),
        };
        let size = usize::try_from(size).map_err(|_| Failure)?;
        let from = at + framing;
        // Each chunk ends with a line break; after the last one no trailers are
        // expected.
        at = from + size + 2;
        if buffer.len() < at {
            return Ok(None);
        }
        if size == 0 {
            return Ok(Some(at));
        }
        chunk(to, from, size);
        to += size;
    }
}
