//! The headers of a request, as they came: looked up, never copied into a map.

/// Says to a component that the HTTP server vouches for the origin of the request. What a
/// client says under this name does not pass the server, and where another server is in
/// front, browsers let no page send a header that begins like this.
pub const ALLOWED_ORIGIN: &str = "sec-allowed-origin";

/// Names and values in the order received.
#[derive(Debug, Clone, Default)]
pub struct Headers(Vec<(String, Vec<u8>)>);

impl Headers {
    /// The headers of a request.
    pub const fn new(all: Vec<(String, Vec<u8>)>) -> Self {
        Self(all)
    }

    /// The values of this name that are text.
    pub fn all<'a>(&'a self, name: &'a str) -> impl Iterator<Item = &'a str> {
        let found = self.0.iter();
        let found = found.filter(move |(known, _)| known.eq_ignore_ascii_case(name));
        // What is no text says nothing that is understood here.
        found.map(|(_, value)| core::str::from_utf8(value).unwrap_or_default())
    }

    /// The value of this name, when it stands exactly once.
    pub fn only<'a>(&'a self, name: &'a str) -> Option<&'a str> {
        let mut all = self.all(name);
        let first = all.next();
        first.filter(|_| all.next().is_none())
    }

    /// Whether there is a header of this name.
    pub fn has(&self, name: &str) -> bool {
        self.all(name).next().is_some()
    }
}

impl From<&http::HeaderMap> for Headers {
    fn from(headers: &http::HeaderMap) -> Self {
        let all = headers.iter();
        let all = all.map(|(name, value)| (name.as_str().to_owned(), value.as_bytes().to_vec()));
        Self(all.collect())
    }
}
