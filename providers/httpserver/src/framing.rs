//! Where the requests of an HTTP/1 connection begin and end, read from the bytes
//! themselves: what of it the parser behind does not tell. It decides nothing about
//! a request that could not be read otherwise; what it does not understand, the
//! parser refuses.

/// How an HTTP/2 connection begins.
const PREFACE: &[u8] = b"PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n";

/// Of a line, as much as is looked at.
const LINE: usize = 64;

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum State {
    /// So many bytes have arrived, and all of them are those of the preface.
    Preface(usize),
    /// It is HTTP/2, which bounds itself.
    Http2,
    /// In a request's head, or before the next.
    Head,
    /// So much of a body is missing.
    Fixed(u64),
    ChunkSize,
    /// So much of a chunk and its line's end is missing.
    Chunk(u64),
    Trailers,
    /// This is no HTTP/1 that ends where it says.
    Lost,
}

/// Follows one connection.
#[derive(Debug)]
pub struct Framing {
    state: State,
    /// The line that is being read, up to [`LINE`] bytes of it.
    line: Vec<u8>,
    /// Lines of the head so far.
    lines: usize,
    length: Option<u64>,
    coded: bool,
    /// Heads that are complete.
    requests: usize,
    ambiguous: Option<usize>,
}

impl Default for Framing {
    fn default() -> Self {
        Self {
            state: State::Preface(0),
            line: Vec::new(),
            lines: 0,
            length: None,
            coded: false,
            requests: 0,
            ambiguous: None,
        }
    }
}

impl Framing {
    /// Whether the connection speaks HTTP/2.
    pub fn is_http2(&self) -> bool {
        self.state == State::Http2
    }

    /// Whether what has arrived is the beginning of an HTTP/2 connection, or nothing.
    pub const fn may_be_http2(&self) -> bool {
        matches!(self.state, State::Preface(_))
    }

    /// Whether a part of a head has arrived, and more of it is to come. What may
    /// still become HTTP/2 is none.
    pub fn is_in_a_head(&self) -> bool {
        self.state == State::Head && (self.lines > 0 || !self.line.is_empty())
    }

    /// The first request, counted from one, whose body's end two headers tell.
    pub const fn ambiguous(&self) -> Option<usize> {
        self.ambiguous
    }

    /// Takes what has arrived.
    pub fn add(&mut self, mut bytes: &[u8]) {
        while !bytes.is_empty() {
            bytes = match self.state {
                State::Http2 | State::Lost => return,
                State::Preface(seen) => self.preface(seen, bytes),
                State::Fixed(missing) => {
                    let (missing, rest) = skip(missing, bytes);
                    let next = if missing == 0 {
                        State::Head
                    } else {
                        State::Fixed(missing)
                    };
                    self.state = next;
                    rest
                }
                State::Chunk(missing) => {
                    let (missing, rest) = skip(missing, bytes);
                    let ended = missing == 0;
                    self.state = if ended {
                        State::ChunkSize
                    } else {
                        State::Chunk(missing)
                    };
                    rest
                }
                State::Head | State::ChunkSize | State::Trailers => self.lines(bytes),
            };
        }
    }

    fn preface<'a>(&mut self, seen: usize, bytes: &'a [u8]) -> &'a [u8] {
        let expected = &PREFACE[seen..];
        let same = expected
            .iter()
            .zip(bytes)
            .take_while(|(a, b)| a == b)
            .count();
        if same == expected.len() {
            self.state = State::Http2;
        } else if same == bytes.len() {
            self.state = State::Preface(seen + same);
        } else {
            self.state = State::Head;
            // It was a head all along.
            self.add(&PREFACE[..seen]);
            return bytes;
        }
        &[]
    }

    /// Reads up to the end of a line.
    fn lines<'a>(&mut self, bytes: &'a [u8]) -> &'a [u8] {
        let end = bytes.iter().position(|byte| *byte == b'\n');
        let part = &bytes[..end.unwrap_or(bytes.len())];
        let room = LINE.saturating_sub(self.line.len());
        self.line.extend_from_slice(&part[..part.len().min(room)]);
        let Some(end) = end else { return &[] };
        self.end_of_line();
        self.line.clear();
        &bytes[end + 1..]
    }

    fn end_of_line(&mut self) {
        let line = self.line.strip_suffix(b"\r").unwrap_or(&self.line);
        match (self.state, line.is_empty()) {
            (State::Head, true) if self.lines > 0 => self.end_of_head(),
            // Empty lines before a request are admitted.
            (State::Head, true) => {}
            (State::Head, false) => {
                if self.lines > 0 {
                    let (length, coded) = field(line);
                    self.length = length.or(self.length);
                    self.coded |= coded;
                }
                self.lines += 1;
            }
            (State::ChunkSize, _) => {
                self.state = match chunk_size(line) {
                    Some(0) => State::Trailers,
                    Some(size) => State::Chunk(size.saturating_add(2)),
                    None => {
                        // Where the next head begins is not known any more.
                        self.ambiguous.get_or_insert(self.requests + 1);
                        State::Lost
                    }
                };
            }
            (State::Trailers, true) => self.state = State::Head,
            _ => {}
        }
    }

    fn end_of_head(&mut self) {
        self.requests += 1;
        self.lines = 0;
        let (length, coded) = (self.length.take(), std::mem::take(&mut self.coded));
        if coded && length.is_some() {
            self.ambiguous.get_or_insert(self.requests);
        }
        self.state = match (coded, length) {
            (true, _) => State::ChunkSize,
            (false, Some(length)) if length > 0 => State::Fixed(length),
            (false, _) => State::Head,
        };
    }
}

fn skip(missing: u64, bytes: &[u8]) -> (u64, &[u8]) {
    let here = usize::try_from(missing).map_or(bytes.len(), |it| it.min(bytes.len()));
    (missing - here as u64, &bytes[here..])
}

/// What a line of a head says about the body: its length, whether it is coded. A
/// length that is none counts as one: it is there.
fn field(line: &[u8]) -> (Option<u64>, bool) {
    let Some(colon) = line.iter().position(|byte| *byte == b':') else {
        return (None, false);
    };
    let (name, value) = (&line[..colon], &line[colon + 1..]);
    if name.eq_ignore_ascii_case(b"content-length") {
        let value = std::str::from_utf8(value).unwrap_or_default().trim();
        // No number is that long: where it ends is not looked at, and not believed.
        return (Some(value.parse().unwrap_or_default()), line.len() == LINE);
    }
    (None, name.eq_ignore_ascii_case(b"transfer-encoding"))
}

fn chunk_size(line: &[u8]) -> Option<u64> {
    let size = line.split(|byte| *byte == b';').next()?;
    // One that long goes on where it is not looked at.
    if size.len() + 1 >= LINE {
        return None;
    }
    let size = std::str::from_utf8(size).ok()?.trim();
    u64::from_str_radix(size, 16).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The same whole and in pieces of one byte.
    fn after(text: &str) -> Framing {
        let mut whole = Framing::default();
        whole.add(text.as_bytes());
        let mut pieces = Framing::default();
        for byte in text.as_bytes() {
            pieces.add(&[*byte]);
        }
        assert_eq!(format!("{whole:?}"), format!("{pieces:?}"), "{text:?}");
        whole
    }

    const CHUNKED: &str = "POST / HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\n\
                           5;x=y\r\nGET /\r\n1\r\n\n\r\n0\r\n\r\n";

    #[test]
    fn heads_are_found_behind_bodies() {
        let fixed = "POST / HTTP/1.1\r\nhost: a\r\nContent-LENGTH: 7\r\n\r\nGET /\r\n";
        for whole in ["GET / HTTP/1.1\r\nhost: a\r\n\r\n", fixed, CHUNKED] {
            let end = after(&whole.repeat(3));
            assert_eq!((end.requests, end.is_in_a_head()), (3, false), "{whole}");
            let begun = after(&format!("{whole}G"));
            assert!(begun.is_in_a_head(), "{whole}");
            let again = after(&format!("{whole}GET / HTTP/1.1\r\n"));
            assert_eq!((again.requests, again.is_in_a_head()), (1, true));
        }
        assert!(!after(&fixed[..fixed.len() - 1]).is_in_a_head());
    }

    #[test]
    fn two_ends_of_a_body_are_found_in_any_order() {
        let start = "GET / HTTP/1.1\r\n\r\n";
        for headers in [
            "content-length: 5\r\nTRANSFER-encoding: chunked\r\n",
            "transfer-encoding: chunked\r\nContent-Length: 5\r\n",
            "transfer-encoding: chunked\r\nx: y\r\ncontent-length: z\r\n",
            "content-length:                                                       5\r\n",
        ] {
            let seen = after(&format!("{start}POST / HTTP/1.1\r\n{headers}\r\n"));
            assert_eq!(seen.ambiguous(), Some(2), "{headers}");
        }
        assert_eq!(after(CHUNKED).ambiguous(), None);
        let in_a_body = CHUNKED.replace("5;x=y\r\nGET /", "11\r\ncontent-length: 5");
        assert_eq!(after(&in_a_body).ambiguous(), None);
    }

    #[test]
    fn behind_a_chunk_whose_size_is_not_understood_nothing_is_believed() {
        for size in [format!("{}5", "0".repeat(64)), "x".to_owned()] {
            let whole = CHUNKED.replace("5;x=y", &size);
            assert_eq!(after(&whole).ambiguous(), Some(2), "{size}");
        }
        let long = format!("5;x={}", "y".repeat(100));
        let twice = CHUNKED.replace("5;x=y", &long).repeat(2);
        let seen = after(&twice);
        assert_eq!((seen.ambiguous(), seen.requests), (None, 2));
    }

    #[test]
    fn http2_is_known_from_its_whole_preface_only() {
        let preface = std::str::from_utf8(PREFACE).expect("text");
        assert!(after(&format!("{preface}\0\0")).is_http2());
        let begun = after(&preface[..20]);
        assert!(!begun.is_http2() && !begun.is_in_a_head());
        assert!(after("PRI /").is_in_a_head());
        assert_eq!(after("POST / HTTP/1.1\r\n\r\n").requests, 1);
    }
}
