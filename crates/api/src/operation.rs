//! What an operation is: one value from which come the router, `Allow`, 405, 415, the
//! limits, its entry in the OpenAPI document, the printed page, and whether a call of it
//! may be repeated.

use text::{Language, Text};

use crate::body::BodyError;
use crate::problem::{Form, ProblemCode};
use crate::{Headers, Problem, Response};

/// One operation of the API. `P` is what it needs behind it.
pub struct Operation<P: ?Sized + 'static> {
    /// Its id in the OpenAPI document, in kebab-case.
    pub id: &'static str,
    /// Its method; GET answers HEAD as well.
    pub method: Method,
    /// Its path; one segment can be a parameter, `{id}`.
    pub path: &'static str,
    /// What it does.
    pub summary: Text,
    /// What it takes besides a body.
    pub parameters: &'static [Parameter],
    /// The body it takes.
    pub body: Option<Body>,
    /// What it gives.
    pub answers: &'static [Answer],
    /// Why it gives something else, beyond what follows from the body it takes.
    pub problems: &'static [ProblemCode],
    /// Whether running it twice is the same as running it once. What may not be
    /// repeated is never sent a second time, and stands behind a link of its own.
    pub repeatable: bool,
    /// A request that it answers, for the printed page and the tests.
    pub example: Example,
    /// Answers a call.
    pub answer: fn(&Call<'_>, &P) -> Result<Response, Problem>,
}

/// A method that operations have.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Method {
    /// Reads.
    Get,
    /// Asks something, or creates.
    Post,
    /// Replaces.
    Put,
    /// Changes.
    Patch,
    /// Deletes.
    Delete,
}

impl Method {
    /// Its name in a request.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Get => "GET",
            Self::Post => "POST",
            Self::Put => "PUT",
            Self::Patch => "PATCH",
            Self::Delete => "DELETE",
        }
    }

    /// Whether a request with this method is one for it.
    pub(crate) fn answers(self, method: &str) -> bool {
        method == self.name() || (self == Self::Get && method == "HEAD")
    }

    /// How `Allow` says it.
    pub(crate) const fn allow(self) -> &'static str {
        match self {
            Self::Get => "GET, HEAD",
            other => other.name(),
        }
    }
}

/// A parameter of a path or a query.
#[derive(Debug, Clone, Copy)]
pub struct Parameter {
    /// Its name.
    pub name: &'static str,
    /// Where it stands in a request.
    pub place: Place,
    /// What it says.
    pub title: Text,
    /// Which texts it can be.
    pub choices: Choices,
}

/// Where a parameter stands in a request.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Place {
    /// A part of the path, which is never without it.
    Path,
    /// After the question mark.
    Query,
    /// A header.
    Header,
}

impl Place {
    /// How the documents call it.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Path => "path",
            Self::Query => "query",
            Self::Header => "header",
        }
    }
}

/// The texts that a parameter can be.
#[derive(Debug, Clone, Copy)]
pub enum Choices {
    /// Any.
    Any,
    /// The categories of the catalogue.
    Categories,
    /// The ids of the panels.
    Panels,
    /// One of these.
    Of(fn() -> Vec<&'static str>),
}

/// A body that an operation takes.
#[derive(Debug, Clone, Copy)]
pub struct Body {
    /// Media types it can be announced as, the one to recommend first.
    pub media_types: &'static [&'static str],
    /// Longest body, in bytes.
    pub limit: usize,
    /// How much else of it is taken at most; empty where nothing but the bytes counts.
    pub most: Text,
    /// What it holds.
    pub schema: Schema,
}

/// A successful answer.
#[derive(Debug, Clone, Copy)]
pub struct Answer {
    /// Its status.
    pub status: u16,
    /// Media types it can have, the one without being asked first; none without a body.
    pub media_types: &'static [&'static str],
    /// What it holds in the first of them; in the others it is a text for people or a
    /// document of a standard.
    pub schema: Schema,
}

/// What a body holds.
#[derive(Debug, Clone, Copy)]
pub enum Schema {
    /// A schema of this name in the document.
    Named(&'static str),
    /// The one that belongs to each calculator: its inputs, when asked.
    Inputs,
    /// A document of a standard.
    Document(&'static str),
    /// A text, line by line.
    Lines(&'static str),
    /// Nothing.
    Nothing,
}

/// A request that an operation answers.
#[derive(Debug, Clone, Copy)]
pub struct Example {
    /// The path, with the query.
    pub target: &'static str,
    /// The body; empty without one.
    pub body: &'static str,
}

/// A call of an operation.
pub struct Call<'a> {
    /// The part of the path that is a parameter; empty without one.
    pub id: &'a str,
    /// The query, without the question mark.
    pub query: &'a str,
    /// The headers.
    pub headers: &'a Headers,
    /// The language to answer in.
    pub language: Language,
    /// The present instant (RFC 3339, UTC).
    pub now: &'a str,
    /// What could be read of the body; empty for operations that take none.
    pub body: Result<&'a [u8], BodyError>,
    /// Microseconds since the request arrived.
    pub elapsed: &'a dyn Fn() -> u64,
}

impl<'a> Call<'a> {
    /// Today in UTC.
    pub fn today(&self) -> &'a str {
        self.now.split('T').next().unwrap_or_default()
    }

    /// The first value of a query parameter, decoded.
    pub fn parameter(&self, name: &str) -> Option<String> {
        form_urlencoded::parse(self.query.as_bytes())
            .find_map(|(found, value)| (found == name).then(|| value.into_owned()))
    }

    /// The body as text that is JSON in all its parts, or says why not.
    ///
    /// # Errors
    ///
    /// When it could not be read, is empty, no text, or no JSON.
    pub fn json_text(&self) -> Result<&'a str, Problem> {
        let text = self.text()?;
        match wire::json::check(text) {
            Ok(()) => Ok(text),
            Err((line, column)) => Err(Problem::invalid_json(line, column, self.language)),
        }
    }

    /// The body as a JSON tree in which no member stands twice.
    ///
    /// # Errors
    ///
    /// When it could not be read, is empty, no text, no JSON, says something twice, or has
    /// more values than are read.
    pub fn json(&self) -> Result<serde_json::Value, Problem> {
        wire::json::parse(self.text()?).map_err(|error| match error {
            wire::json::Error::Syntax(line, column) => {
                Problem::invalid_json(line, column, self.language)
            }
            wire::json::Error::Duplicate(pointer) => {
                Problem::duplicate_member(&pointer, self.language)
            }
            wire::json::Error::TooMany => {
                Problem::too_many_values(wire::json::VALUE_LIMIT, self.language)
            }
        })
    }
}

/// Operations of one kind.
pub struct Group<P: ?Sized + 'static> {
    /// Its name in the OpenAPI document.
    pub name: &'static str,
    /// What it is about.
    pub title: Text,
    /// What the paths of its operations begin with; it decides about the form of what is
    /// refused there.
    pub prefix: &'static str,
    /// Its operations.
    pub operations: &'static [Operation<P>],
}

impl<P: ?Sized> Group<P> {
    /// How it refuses.
    pub fn form(&self) -> Form {
        Form::of_path(self.prefix)
    }
}

impl<P: ?Sized> Operation<P> {
    /// Every code it can be refused with, also by its shape alone.
    pub fn codes(&self) -> Vec<ProblemCode> {
        let mut codes = Vec::new();
        if self.body.is_some() {
            codes.extend([
                ProblemCode::UnsupportedMediaType,
                ProblemCode::BodyTooLarge,
                ProblemCode::BodyInterrupted,
                ProblemCode::EmptyBody,
                ProblemCode::NotText,
            ]);
        }
        codes.extend(self.problems);
        codes
    }

    /// Whether this operation's description has room for a response; a group's form
    /// decides about refusals.
    pub fn declares(&self, form: Form, response: &Response) -> bool {
        let media_type = response.header("content-type");
        let answered = self.answers.iter().any(|answer| {
            let typed = match media_type {
                Some(found) => answer.media_types.contains(&found),
                None => answer.media_types.is_empty(),
            };
            answer.status == response.status && typed
        });
        answered
            || (media_type == Some(form.media_type())
                && self
                    .codes()
                    .iter()
                    .any(|code| code.status().as_u16() == response.status))
    }
}
