//! `wasi:http` resources to `http` types and back.
//!
//! Nothing here fails on what a client sends: what cannot be represented is
//! left out, and the gateway answers what remains.

use std::io::Read as _;

use gateway::BodyError;
use wasmcloud_component::http::{HeaderMap, HeaderName, HeaderValue, Method, Response, header};
use wasmcloud_component::wasi::http::types::{
    Fields, IncomingRequest, Method as WasiMethod, OutgoingBody, OutgoingResponse, ResponseOutparam,
};

/// Method, path with query, and headers.
pub(crate) fn head(request: &IncomingRequest) -> (Method, String, HeaderMap) {
    let method = match request.method() {
        WasiMethod::Get => Method::GET,
        WasiMethod::Head => Method::HEAD,
        WasiMethod::Post => Method::POST,
        WasiMethod::Put => Method::PUT,
        WasiMethod::Delete => Method::DELETE,
        WasiMethod::Connect => Method::CONNECT,
        WasiMethod::Options => Method::OPTIONS,
        WasiMethod::Trace => Method::TRACE,
        WasiMethod::Patch => Method::PATCH,
        // Any method that no route has: the answer is 405.
        WasiMethod::Other(name) => name.parse().unwrap_or(Method::TRACE),
    };
    let target = request.path_with_query().unwrap_or_default();
    let headers = request.headers().entries().into_iter();
    let headers = headers.filter_map(|(name, value)| {
        let name = HeaderName::try_from(name).ok()?;
        Some((name, HeaderValue::try_from(value).ok()?))
    });
    let mut map = HeaderMap::new();
    for (name, value) in headers {
        map.append(name, value);
    }
    (method, target, map)
}

/// The whole body, or why there is none. No more than one byte past the limit
/// is ever held.
pub(crate) fn body(
    request: IncomingRequest,
    headers: &HeaderMap,
    limit: usize,
) -> Result<Vec<u8>, BodyError> {
    let announced = headers
        .get(header::CONTENT_LENGTH)
        .and_then(|length| length.to_str().ok()?.parse::<usize>().ok());
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
pub(crate) fn send(response: Response<Vec<u8>>, out: ResponseOutparam) {
    use std::io::Write as _;

    let (parts, bytes) = response.into_parts();
    let fields = Fields::new();
    for (name, value) in &parts.headers {
        // Our own headers are all valid; one that is not would be left out.
        let _ = fields.append(&name.as_str().to_owned(), &value.as_bytes().to_vec());
    }
    let outgoing = OutgoingResponse::new(fields);
    let _ = outgoing.set_status_code(parts.status.as_u16());
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
    let written = std::io::Write::write(&mut stream, &bytes).unwrap_or_default();
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
