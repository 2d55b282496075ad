//! Long lists in parts: a cursor is the id at which the next part begins, so that it
//! stays right when something else is added.

use api::{Call, ProblemCode};
use serde_json::Value;

use super::fault::Fault;
use super::message::Message;

/// A part of a list.
pub(super) struct Page<'a, T> {
    /// What is in it.
    pub(super) items: &'a [T],
    /// Where the next one begins; nothing at the end.
    pub(super) next: Option<&'a str>,
}

/// The part that begins at a cursor, or the first; nothing when there is no such place.
pub(super) fn page<'a, T>(
    all: &'a [T],
    size: usize,
    cursor: Option<&str>,
    id: impl Fn(&'a T) -> &'a str,
) -> Option<Page<'a, T>> {
    let start = match cursor {
        None => 0,
        Some(cursor) => all.iter().position(|one| id(one) == cursor)?,
    };
    let rest = &all[start..];
    let (items, rest) = rest.split_at(size.min(rest.len()));
    Some(Page {
        items,
        next: rest.first().map(id),
    })
}

/// The part of a list that a message asks for.
pub(super) fn asked<'a, T>(
    all: &'a [T],
    size: usize,
    message: &Message<'_>,
    call: &Call<'_>,
    id: impl Fn(&'a T) -> &'a str,
) -> Result<Page<'a, T>, Fault> {
    let cursor = message.param("cursor");
    let text = cursor.and_then(Value::as_str);
    let found = match (cursor, text) {
        (Some(_), None) => None,
        (_, text) => page(all, size, text, id),
    };
    found.ok_or_else(|| {
        let detail = call.language.choose(
            "cursor must be the nextCursor of a list before.",
            "cursor deve ser o nextCursor de uma lista anterior.",
        );
        Fault::new(ProblemCode::InvalidParams, detail, call.language)
    })
}
