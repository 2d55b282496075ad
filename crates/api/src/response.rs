//! What every response has in common.

use std::borrow::Cow;

use text::Language;

use crate::Headers;

/// A response with its whole body.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Response {
    /// The status.
    pub status: u16,
    /// Names in lower case, and values.
    pub headers: Vec<(Cow<'static, str>, Cow<'static, str>)>,
    /// The body.
    pub body: Cow<'static, [u8]>,
}

/// How long a document that is the same for everyone may be kept, in seconds. It names
/// a version that a deployment can replace at any time.
const KEPT: &str = "public, max-age=300";

impl Response {
    /// A response that nobody may store on the way, or guess another type for: answers
    /// hold figures of a person.
    pub fn new(status: u16, media_type: &'static str, body: impl Into<Cow<'static, [u8]>>) -> Self {
        Self {
            status,
            headers: vec![
                ("content-type".into(), media_type.into()),
                ("cache-control".into(), "no-store".into()),
                ("x-content-type-options".into(), "nosniff".into()),
            ],
            body: body.into(),
        }
    }

    /// A successful answer whose texts are in a language.
    pub fn ok(
        media_type: &'static str,
        body: impl Into<Cow<'static, [u8]>>,
        language: Language,
    ) -> Self {
        Self::new(200, media_type, body).in_language(language)
    }

    /// A successful JSON answer.
    pub fn json(body: impl Into<String>, language: Language) -> Self {
        Self::ok("application/json", body.into().into_bytes(), language)
    }

    /// What was sent is taken, and there is nothing to say about it.
    pub fn accepted() -> Self {
        let mut response = Self::new(202, "", Vec::new());
        response.headers.retain(|(name, _)| *name != "content-type");
        response
    }

    /// Says which language its texts are in.
    #[must_use]
    pub fn in_language(self, language: Language) -> Self {
        self.with("content-language", language.tag())
            .with("vary", "accept, accept-language")
    }

    /// One more header.
    #[must_use]
    pub fn with(
        mut self,
        name: impl Into<Cow<'static, str>>,
        value: impl Into<Cow<'static, str>>,
    ) -> Self {
        self.headers.push((name.into(), value.into()));
        self
    }

    /// The value of a header.
    pub fn header(&self, name: &str) -> Option<&str> {
        let mut all = self.headers.iter();
        all.find(|(known, _)| *known == name)
            .map(|(_, value)| value.as_ref())
    }

    /// A document that is the same for everyone who asks for it like this, and may be
    /// kept: whoever has it already gets 304 and no body.
    #[must_use]
    pub fn shared(mut self, headers: &Headers) -> Self {
        let tag = format!("\"{:016x}\"", fingerprint(&self.body));
        let known = headers.all("if-none-match").flat_map(|all| all.split(','));
        let known = known.map(|one| one.trim().trim_start_matches("W/"));
        let mut known = known.filter(|one| *one == "*" || *one == tag);
        if known.next().is_some() {
            self.status = 304;
            self.body = Cow::Borrowed(&[]);
            self.headers.retain(|(name, _)| *name != "content-type");
        }
        for (name, value) in &mut self.headers {
            if *name == "cache-control" {
                *value = KEPT.into();
            }
        }
        self.with("etag", tag)
    }
}

impl From<Response> for http::Response<Vec<u8>> {
    fn from(response: Response) -> Self {
        let mut converted = Self::new(response.body.into_owned());
        // Both are made here; what is none would be left out.
        if let Ok(status) = http::StatusCode::from_u16(response.status) {
            *converted.status_mut() = status;
        }
        for (name, value) in response.headers {
            let name = http::HeaderName::from_bytes(name.as_bytes());
            let value = http::HeaderValue::from_str(&value);
            if let (Ok(name), Ok(value)) = (name, value) {
                converted.headers_mut().append(name, value);
            }
        }
        converted
    }
}

/// FNV-1a over words of eight bytes: tells documents apart, and is no secret.
fn fingerprint(bytes: &[u8]) -> u64 {
    const OFFSET: u64 = 0xcbf2_9ce4_8422_2325;
    const PRIME: u64 = 0x0100_0000_01b3;
    let words = bytes.chunks(8).map(|chunk| {
        let mut word = [0; 8];
        word[..chunk.len()].copy_from_slice(chunk);
        u64::from_le_bytes(word)
    });
    let start = OFFSET ^ bytes.len() as u64;
    words.fold(start, |hash, word| {
        (hash ^ word).wrapping_mul(PRIME).rotate_left(23)
    })
}
