//! Which request goes to which operation.

use text::Language;

use crate::body::BodyError;
use crate::negotiate::{is_announced, is_plain, language};
use crate::operation::{Call, Group, Operation};
use crate::problem::{Form, ProblemCode};
use crate::{Headers, Problem, Response};

/// An API: its groups.
pub struct Api<P: ?Sized + 'static> {
    /// The groups, in the order of the documents.
    pub groups: &'static [Group<P>],
}

/// An operation that a request asks for.
pub struct Found<'a, P: ?Sized + 'static> {
    operation: &'static Operation<P>,
    form: Form,
    id: &'a str,
    query: &'a str,
    language: Language,
}

impl<P: ?Sized> Found<'_, P> {
    /// How many bytes of the body to read at most; none for operations without.
    pub fn body_limit(&self) -> Option<usize> {
        self.operation.body.as_ref().map(|body| body.limit)
    }
}

impl<P: ?Sized> Api<P> {
    /// Finds what answers a request. `target` is the path with the query. Nothing of the
    /// body has to be read for it.
    ///
    /// # Errors
    ///
    /// With the response that refuses it: 404 for a path nothing answers at, 405 for
    /// another method than the path's, 415 for a body announced as something else.
    pub fn find<'a>(
        &self,
        method: &str,
        target: &'a str,
        headers: &Headers,
    ) -> Result<Found<'a, P>, Response> {
        let (path, query) = target.split_once('?').unwrap_or((target, ""));
        let language = language(headers);
        let refuse = |problem: Problem| problem.respond(Form::of_path(path));
        let mut at_path = self.at(path).peekable();
        if at_path.peek().is_none() {
            return Err(refuse(Problem::new(ProblemCode::NotFound, language)));
        }
        let mut allowed = Vec::new();
        for (group, operation, id) in at_path {
            if !operation.method.answers(method) {
                allowed.push(operation.method.allow());
                continue;
            }
            announced(operation, headers, language).map_err(refuse)?;
            return Ok(Found {
                operation,
                form: group.form(),
                id,
                query,
                language,
            });
        }
        let allowed = allowed.join(", ");
        Err(refuse(Problem::method_not_allowed(&allowed, language)))
    }

    /// The operations at a path, and the parameter in it.
    fn at<'a>(
        &self,
        path: &'a str,
    ) -> impl Iterator<Item = (&'static Group<P>, &'static Operation<P>, &'a str)> {
        // A table of some twenty short paths is searched faster than a router for it is
        // built, and an instance of a component answers one request.
        self.groups.iter().flat_map(move |group| {
            let operations = group.operations.iter();
            operations.filter_map(move |operation| {
                Some((group, operation, matches(operation.path, path)?))
            })
        })
    }

    /// Every operation with its group.
    pub fn operations(&self) -> impl Iterator<Item = (&'static Group<P>, &'static Operation<P>)> {
        self.groups
            .iter()
            .flat_map(|group| group.operations.iter().map(move |one| (group, one)))
    }
}

/// Refuses a body that is announced as something else than the operation takes.
fn announced<P: ?Sized>(
    operation: &Operation<P>,
    headers: &Headers,
    language: Language,
) -> Result<(), Problem> {
    let Some(body) = &operation.body else {
        return Ok(());
    };
    if !is_announced(headers, body.media_types) {
        return Err(Problem::unsupported_media_type(
            body.media_types[0],
            language,
        ));
    }
    if !is_plain(headers) {
        return Err(Problem::unsupported_coding(language));
    }
    Ok(())
}

/// Whether a path is this one; gives the parameter in it, or an empty text.
fn matches<'a>(pattern: &str, path: &'a str) -> Option<&'a str> {
    let Some((before, after)) = pattern.split_once('{') else {
        // Some clients encode the dollar sign of a FHIR operation.
        let same = path == pattern
            || pattern.split_once('$').is_some_and(|(start, end)| {
                path.strip_prefix(start)
                    .and_then(|rest| rest.strip_prefix("%24"))
                    == Some(end)
            });
        return same.then_some("");
    };
    let (_, after) = after.split_once('}')?;
    let parameter = path.strip_prefix(before)?.strip_suffix(after)?;
    (!parameter.is_empty() && !parameter.contains('/')).then_some(parameter)
}

/// Answers a request.
///
/// `body` is what could be read of the body, empty for operations that take none. `now`
/// is the present instant (RFC 3339, UTC). `elapsed` gives the microseconds since the
/// request arrived.
pub fn respond<P: ?Sized>(
    found: &Found<'_, P>,
    headers: &Headers,
    body: Result<&[u8], BodyError>,
    ports: &P,
    now: &str,
    elapsed: &dyn Fn() -> u64,
) -> Response {
    let call = Call {
        id: found.id,
        query: found.query,
        headers,
        language: found.language,
        now,
        body,
        elapsed,
    };
    let answer = (found.operation.answer)(&call, ports);
    let response = answer.unwrap_or_else(|problem| problem.respond(found.form));
    debug_assert!(
        found.operation.declares(found.form, &response),
        "{} answers {} {:?}, which it does not declare",
        found.operation.id,
        response.status,
        response.header("content-type"),
    );
    response
}
