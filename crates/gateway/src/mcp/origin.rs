//! Whether a page may ask: a browser says whose page it is, other programs say nothing.

use api::{ALLOWED_ORIGIN, Call, Problem, ProblemCode};

/// Refuses pages, unless the HTTP server in front vouches for their origin. It knows which
/// hosts it answers for and which origins the deployment lets read answers; here the name of
/// a host proves nothing, because whoever has a name can let it point here.
pub(super) fn check(call: &Call<'_>) -> Result<(), Problem> {
    let headers = call.headers;
    let origin = headers.only("origin");
    if !headers.has("origin") || (origin.is_some() && origin == headers.only(ALLOWED_ORIGIN)) {
        return Ok(());
    }
    Err(Problem::new(ProblemCode::OriginNotAllowed, call.language))
}
