//! `wrpc:http/incoming-handler.handle` as bytes: the parameters of a call whose
//! body is known, and the assembly of its results.
//!
//! wRPC encodes values as the component model's binary values do: lengths and
//! numbers in LEB128, lists and strings with their length before them. Streams
//! and futures can stand in place when they are ready; that turns a call into
//! one message, where a pending body takes five.

use bytes::{Buf as _, BufMut as _, Bytes, BytesMut};
use http::header::{HeaderMap, HeaderName, HeaderValue};
use http::uri::Scheme;
use http::{Method, Response, StatusCode};

/// Where a pending body of the request is sent, below the parameters' subject.
pub const REQUEST_BODY: &str = "0.0";
/// Where a pending body of the response arrives, below the results' subject.
pub const RESPONSE_BODY: &str = "0.0";
/// The end of a stream.
pub const END_OF_STREAM: Bytes = Bytes::from_static(&[0]);

/// A request as a component gets it.
#[derive(Debug, Clone)]
pub struct Request {
    /// Method.
    pub method: Method,
    /// Path with query.
    pub path_and_query: String,
    /// How the client reached this server.
    pub scheme: Scheme,
    /// Host and port that the client asked for.
    pub authority: String,
    /// Headers without those of the connection.
    pub headers: HeaderMap,
    /// The whole body.
    pub body: Bytes,
}

/// The parameters of the call. An empty body cannot stand in place, as nothing
/// is how a pending one is announced: its end has to be sent to
/// [`REQUEST_BODY`].
pub fn parameters(request: &Request) -> Bytes {
    let mut out = BytesMut::with_capacity(request.body.len() + 1024);
    bytes(&mut out, &request.body);
    // Trailers: a ready future with none.
    out.put_slice(&[1, 0]);
    method(&mut out, &request.method);
    option(&mut out, &request.path_and_query);
    out.put_u8(1);
    out.put_u8(u8::from(request.scheme == Scheme::HTTPS));
    option(&mut out, &request.authority);
    number(&mut out, request.headers.keys_len());
    for name in request.headers.keys() {
        bytes(&mut out, name.as_str().as_bytes());
        let values = request.headers.get_all(name);
        number(&mut out, values.iter().count());
        for value in values {
            bytes(&mut out, value.as_bytes());
        }
    }
    out.freeze()
}

fn method(out: &mut BytesMut, method: &Method) {
    let known = [
        Method::GET,
        Method::HEAD,
        Method::POST,
        Method::PUT,
        Method::DELETE,
        Method::CONNECT,
        Method::OPTIONS,
        Method::TRACE,
        Method::PATCH,
    ];
    match (0_u8..).zip(&known).find(|(_, one)| *one == method) {
        Some((index, _)) => out.put_u8(index),
        None => {
            out.put_u8(9);
            bytes(out, method.as_str().as_bytes());
        }
    }
}

/// An optional text that is there.
fn option(out: &mut BytesMut, text: &str) {
    out.put_u8(1);
    bytes(out, text.as_bytes());
}

fn bytes(out: &mut BytesMut, bytes: &[u8]) {
    number(out, bytes.len());
    out.put_slice(bytes);
}

fn number(out: &mut BytesMut, mut number: usize) {
    while number >= 0x80 {
        out.put_u8((number & 0x7f) as u8 | 0x80);
        number >>= 7;
    }
    out.put_u8(number as u8);
}

/// The results were not what the contract says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Malformed;

/// Why results are no answer.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Fault {
    /// They ended before they were complete: the component failed, or was stopped.
    Ended,
    /// They say that the component failed, or nothing that can be understood.
    Wrong,
    /// They are longer than allowed.
    TooLong,
}

/// What arrived of a call's results so far.
#[derive(Debug)]
pub struct Assembly {
    /// Bytes of the longest answer that is passed on.
    limit: usize,
    head: BytesMut,
    head_ended: bool,
    body: BytesMut,
    body_ended: bool,
}

impl Assembly {
    /// Nothing yet of an answer of at most `limit` bytes.
    pub fn new(limit: usize) -> Self {
        Self {
            limit,
            head: BytesMut::new(),
            head_ended: false,
            body: BytesMut::new(),
            body_ended: false,
        }
    }

    /// Takes what arrived under the results' subject itself.
    pub fn add_head(&mut self, payload: &[u8]) {
        self.head_ended |= payload.is_empty();
        self.head.put_slice(payload);
    }

    /// Takes what arrived under [`RESPONSE_BODY`].
    pub fn add_body(&mut self, payload: &[u8]) {
        self.body_ended |= payload.is_empty();
        self.body.put_slice(payload);
    }

    /// The response, once it is complete.
    ///
    /// # Errors
    ///
    /// When what arrived cannot become one.
    pub fn response(&self) -> Result<Option<Response<Bytes>>, Fault> {
        if self.head.len() + self.body.len() > self.limit {
            return Err(Fault::TooLong);
        }
        // The end of a stream is the last byte of a message: before it there is
        // no need to read everything again for each part that arrives.
        if !self.body_ended && self.body.last().is_some_and(|last| *last != 0) {
            return Ok(None);
        }
        let mut input = Input(&self.head);
        let head = match head(&mut input) {
            Ok(head) => head,
            // More may come.
            Err(Malformed) if !self.head_ended => return Ok(None),
            Err(Malformed) => return Err(Fault::Ended),
        };
        let Some((body, status, headers)) = head else {
            // An error code in place of a response.
            return Err(Fault::Wrong);
        };
        let body = match body.or_else(|| chunks(&self.body)) {
            Some(body) => body,
            None if self.body_ended => return Err(Fault::Ended),
            None => return Ok(None),
        };
        let mut response = Response::new(body);
        *response.status_mut() = status;
        *response.headers_mut() = headers;
        Ok(Some(response))
    }
}

type Head = (Option<Bytes>, StatusCode, HeaderMap);

fn head(input: &mut Input<'_>) -> Result<Option<Head>, Malformed> {
    if input.byte()? != 0 {
        return Ok(None);
    }
    let body = input.bytes()?;
    let body = (!body.is_empty()).then(|| Bytes::copy_from_slice(body));
    if input.byte()? == 1 && input.byte()? == 1 {
        // Trailers are of no use to a response that has its length.
        fields(input)?;
    }
    let status = u16::try_from(input.number()?).map_err(|_| Malformed)?;
    let status = StatusCode::from_u16(status).map_err(|_| Malformed)?;
    Ok(Some((body, status, fields(input)?)))
}

fn fields(input: &mut Input<'_>) -> Result<HeaderMap, Malformed> {
    let mut headers = HeaderMap::new();
    for _ in 0..input.number()? {
        let name = HeaderName::from_bytes(input.bytes()?).map_err(|_| Malformed)?;
        for _ in 0..input.number()? {
            let value = HeaderValue::from_bytes(input.bytes()?).map_err(|_| Malformed)?;
            let added = headers.try_append(name.clone(), value);
            added.map_err(|_| Malformed)?;
        }
    }
    Ok(headers)
}

/// The chunks of a stream put together, or nothing while its end is missing.
fn chunks(stream: &[u8]) -> Option<Bytes> {
    let mut input = Input(stream);
    let mut body = BytesMut::with_capacity(stream.len());
    loop {
        match input.bytes() {
            Ok([]) => return Some(body.freeze()),
            Ok(chunk) => body.put_slice(chunk),
            Err(Malformed) => return None,
        }
    }
}

struct Input<'a>(&'a [u8]);

impl<'a> Input<'a> {
    fn byte(&mut self) -> Result<u8, Malformed> {
        let (first, _) = self.0.split_first().ok_or(Malformed)?;
        self.0.advance(1);
        Ok(*first)
    }

    fn number(&mut self) -> Result<usize, Malformed> {
        let mut number = 0;
        for shift in (0..32).step_by(7) {
            let byte = self.byte()?;
            number |= usize::from(byte & 0x7f) << shift;
            if byte & 0x80 == 0 {
                return Ok(number);
            }
        }
        Err(Malformed)
    }

    fn bytes(&mut self) -> Result<&'a [u8], Malformed> {
        let length = self.number()?;
        let (taken, rest) = self.0.split_at_checked(length).ok_or(Malformed)?;
        self.0 = rest;
        Ok(taken)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Results as a host sends them: body and trailers pending.
    const HEAD: &[u8] = b"\x00\x00\x00\xc8\x01\x01\x0ccontent-type\x01\x09text/html";

    #[test]
    fn a_response_arrives_in_pieces() {
        let mut assembly = Assembly::new(100);
        for byte in HEAD {
            assert_eq!(assembly.response().map(|r| r.is_some()), Ok(false));
            assembly.add_head(&[*byte]);
        }
        assembly.add_head(b"");
        for byte in b"\x03abc\x02de\x00" {
            assert_eq!(assembly.response().map(|r| r.is_some()), Ok(false));
            assembly.add_body(&[*byte]);
        }
        let response = assembly.response().expect("well-formed").expect("complete");
        assert_eq!(response.status(), StatusCode::OK);
        assert_eq!(response.headers()["content-type"], "text/html");
        assert_eq!(response.body().as_ref(), b"abcde");
    }

    #[test]
    fn what_ends_early_is_not_what_went_wrong() {
        let mut stopped = Assembly::new(100);
        stopped.add_head(b"");
        assert_eq!(stopped.response().map(|_| ()), Err(Fault::Ended));

        let mut cut = Assembly::new(100);
        cut.add_head(HEAD);
        cut.add_body(b"\x03ab");
        assert_eq!(cut.response().map(|r| r.is_some()), Ok(false));
        cut.add_body(b"");
        assert_eq!(cut.response().map(|_| ()), Err(Fault::Ended));

        let mut refused = Assembly::new(100);
        refused.add_head(b"\x01\x26\x00");
        assert_eq!(refused.response().map(|_| ()), Err(Fault::Wrong));
    }

    #[test]
    fn more_headers_than_a_map_holds_are_malformed() {
        let mut many = BytesMut::from(&b"\x00\x00\x00\xc8\x01"[..]);
        number(&mut many, 40_000);
        for name in 0..40_000 {
            bytes(&mut many, format!("x{name}").as_bytes());
            many.put_slice(&[1, 0]);
        }
        let mut assembly = Assembly::new(1 << 20);
        assembly.add_head(&many);
        assembly.add_head(b"");
        assert_eq!(assembly.response().map(|_| ()), Err(Fault::Ended));
    }

    #[test]
    fn an_answer_has_a_longest_length() {
        let mut long = Assembly::new(100);
        long.add_head(HEAD);
        long.add_body(&[0x7f; 60]);
        assert_eq!(long.response().map(|r| r.is_some()), Ok(false));
        long.add_body(&[b'x'; 60]);
        assert_eq!(long.response().map(|_| ()), Err(Fault::TooLong));
    }

    #[test]
    fn parameters_hold_the_request() {
        let mut headers = HeaderMap::new();
        headers.append("accept", HeaderValue::from_static("a"));
        headers.append("accept", HeaderValue::from_static("b"));
        let encoded = parameters(&Request {
            method: Method::POST,
            path_and_query: "/x".to_owned(),
            scheme: Scheme::HTTPS,
            authority: "a:1".to_owned(),
            headers,
            body: Bytes::from_static(&[b'z'; 200]),
        });
        let mut expected = vec![0xc8, 0x01];
        expected.extend([b'z'; 200]);
        expected.extend(b"\x01\x00\x02\x01\x02/x\x01\x01\x01\x03a:1\x01\x06accept\x02\x01a\x01b");
        assert_eq!(encoded.as_ref(), expected);
    }
}
