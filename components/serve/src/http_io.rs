//! `wasi:http` resources to `http` types and back.
//!
//! Nothing here fails on what a client sends: what cannot be represented is
//! left out, and the gateway answers what remains.

use std::io::Read as _;

use api::{BodyError, Headers, Response};
use wasmcloud_component::wasi::http::types::{
    Fields, IncomingRequest, Method, OutgoingBody, OutgoingResponse, ResponseOutparam,
};

/// Method, path with query, and headers.
pub(crate) fn head(request: &IncomingRequest) -> (String, String, Headers) {
    let method = match request.method() {
        Method::Get => "GET",
        Method::Head => "HEAD",
        Method::Post => "POST",
        Method::Put => "PUT",
        Method::Delete => "DELETE",
        Method::Connect => "CONNECT",
        Method::Options => "OPTIONS",
        Method::Trace => "TRACE",
        Method::Patch => "PATCH",
        Method::Other(name) => return (name, target(request), headers(request)),
    };
    (method.to_owned(), target(request), headers(request))
}

fn target(request: &IncomingRequest) -> String {
    request.path_with_query().unwrap_or_default()
}

fn headers(request: &IncomingRequest) -> Headers {
    Headers::new(request.headers().entries())
}

/// The whole body, or why there is none. No more than one byte past the limit
/// is ever held.
pub(crate) fn body(
    request: IncomingRequest,
    headers: &Headers,
    limit: usize,
) -> Result<Vec<u8>, BodyError> {
    let announced = headers
        .only("content-length")
        .and_then(|length| length.parse::<usize>().ok());
    if announced.is_some_and(|length| length > limit) {
        return Err(BodyError::TooLarge(limit));
    }
    let body = request.consume().map_err(|()| BodyError::Interrupted)?;
    let stream = body.stream().map_err(|()| BodyError::Interrupted)?;
    let mut bytes = Vec::with_capacity(announced.unwrap_or_default());
    stream
        .take(limit as u64 + 1)
        .read_to_end(&mut bytes)
        .map_err(|_| BodyError::Interrupted)?;
    if bytes.len() > limit {
        return Err(BodyError::TooLarge(limit));
    }
    Ok(bytes)
}

/// Sends the response. A client that has gone is no error of ours.
pub(crate) fn send(response: &Response, out: ResponseOutparam) {
    use std::io::Write as _;

    let bytes = response.body.as_ref();
    let headers = response.headers.iter();
    let headers = headers.map(|(name, value)| (name.to_string(), value.as_bytes().to_vec()));
    // Our own headers are all valid; if one were not, none would be sent.
    let fields = Fields::from_list(&headers.collect::<Vec<_>>()).unwrap_or_else(|_| Fields::new());
    let outgoing = OutgoingResponse::new(fields);
    let _ = outgoing.set_status_code(response.status);
    let Ok(body) = outgoing.body() else {
        ResponseOutparam::set(out, Ok(outgoing));
        return;
    };
    let Ok(mut stream) = body.write() else {
        ResponseOutparam::set(out, Ok(outgoing));
        return;
    };
    // What fits at once is written before the response is handed over: then head
    // and body travel in one message. Nearly every body fits.
    let written = std::io::Write::write(&mut stream, bytes).unwrap_or_default();
    let rest = &bytes[written..];
    if rest.is_empty() {
        drop(stream);
        let _ = OutgoingBody::finish(body, None);
        ResponseOutparam::set(out, Ok(outgoing));
        return;
    }
    ResponseOutparam::set(out, Ok(outgoing));
    let _ = stream.write_all(rest);
    let _ = stream.flush();
    drop(stream);
    let _ = OutgoingBody::finish(body, None);
}
