//! From the bytes of a request to text.

use crate::{Call, Problem};

/// Longest body of a single question, in bytes.
pub const BODY_LIMIT: usize = 64 * 1024;

/// Longest batch and longest FHIR or CDS Hooks request, in bytes.
pub const LONG_BODY_LIMIT: usize = 1024 * 1024;

/// Most cases of a batch.
pub const CASE_LIMIT: usize = 1000;

/// Why a body could not be read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum BodyError {
    /// It is longer than this limit, in bytes.
    TooLarge(usize),
    /// It ended before its announced end.
    Interrupted,
}

impl<'a> Call<'a> {
    /// The body as text.
    ///
    /// # Errors
    ///
    /// When it could not be read, is empty, or is no text.
    pub fn text(&self) -> Result<&'a str, Problem> {
        let bytes = self.body.map_err(|error| match error {
            BodyError::TooLarge(limit) => Problem::body_too_large(limit, self.language),
            BodyError::Interrupted => {
                Problem::new(crate::ProblemCode::BodyInterrupted, self.language)
            }
        })?;
        if bytes.iter().all(u8::is_ascii_whitespace) {
            return Err(Problem::new(crate::ProblemCode::EmptyBody, self.language));
        }
        core::str::from_utf8(bytes)
            .map_err(|_| Problem::new(crate::ProblemCode::NotText, self.language))
    }
}
