//! What every response has in common.

use http::{HeaderValue, StatusCode, header};
use serde_json::Value;

use text::Language;

/// A response with its whole body.
pub type Response = http::Response<Vec<u8>>;

/// Answers hold figures of a person: nobody may store them on the way, or
/// guess another type for them.
pub(crate) fn response(status: StatusCode, media_type: &'static str, body: Vec<u8>) -> Response {
    let mut response = Response::new(body);
    *response.status_mut() = status;
    let headers = response.headers_mut();
    headers.insert(header::CONTENT_TYPE, HeaderValue::from_static(media_type));
    headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
    headers.insert(
        header::X_CONTENT_TYPE_OPTIONS,
        HeaderValue::from_static("nosniff"),
    );
    response
}

/// A successful answer whose texts are in a language.
pub(crate) fn ok(media_type: &'static str, body: Vec<u8>, language: Language) -> Response {
    let mut response = response(StatusCode::OK, media_type, body);
    let headers = response.headers_mut();
    let tag = HeaderValue::from_static(language.tag());
    headers.insert(header::CONTENT_LANGUAGE, tag);
    headers.insert(
        header::VARY,
        HeaderValue::from_static("accept, accept-language"),
    );
    response
}

/// A successful JSON answer whose texts are in a language.
pub(crate) fn ok_json(value: &Value, language: Language) -> Response {
    ok("application/json", value.to_string().into_bytes(), language)
}
