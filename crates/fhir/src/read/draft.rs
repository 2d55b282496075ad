//! What has been read of a request so far.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::{Map, Value};
use wire::Definition;

use super::element::modifier;
use super::limits::{ISSUE_LIMIT, is_long};
use super::reason::Reason;
use super::subject::{self, Abouts};
use super::time::{Time, is_full_date, latest};
use crate::issue::Issue;
use crate::json::string;
use crate::request::{Provenance, Request};

/// See the module.
pub(super) struct Draft<'a> {
    pub(super) definition: &'a Definition<'a>,
    /// Names of the inputs for which a code that says less than is asked for does not
    /// count: something with another code is there.
    pub(super) specific: BTreeSet<&'a str>,
    inputs: Map<String, Value>,
    origins: BTreeMap<String, String>,
    issues: Vec<Issue>,
    /// Whether there are more issues than those.
    more: bool,
    derived_from: Vec<Value>,
    /// dateTimes of the Observations that were used; `None` for one without.
    times: Vec<Option<String>>,
    preliminary: bool,
    on: Option<String>,
    abouts: Abouts,
    subject: Option<Value>,
}

impl<'a> Draft<'a> {
    pub(super) fn new(definition: &'a Definition<'a>, specific: BTreeSet<&'a str>) -> Self {
        Self {
            definition,
            specific,
            inputs: Map::new(),
            origins: BTreeMap::new(),
            issues: Vec::new(),
            more: false,
            derived_from: Vec::new(),
            times: Vec::new(),
            preliminary: false,
            on: None,
            abouts: Abouts::default(),
            subject: None,
        }
    }

    pub(super) fn refuse(&mut self, reason: Reason, at: String) {
        if self.issues.len() < ISSUE_LIMIT {
            self.issues.push(reason.at(at, self.definition.language));
        } else {
            self.more = true;
        }
    }

    /// Refuses what could mean something else than it says.
    pub(super) fn modified(&mut self, element: &Value, path: &str) -> bool {
        let found = modifier(element);
        if let Some(name) = found {
            self.refuse(Reason::MODIFIER, format!("{path}.{name}"));
        }
        found.is_some()
    }

    /// Takes the value of an input, unless it has one: nothing chooses between
    /// two. Says whether it was taken.
    pub(super) fn put(&mut self, name: &str, value: Value, origin: String) -> bool {
        if self.inputs.contains_key(name) {
            self.refuse(Reason::AMBIGUOUS, origin);
            return false;
        }
        self.inputs.insert(name.to_owned(), value);
        self.origins.insert(name.to_owned(), origin);
        true
    }

    /// Remembers where an input would have come from, had it a value there.
    pub(super) fn lack(&mut self, name: &str, origin: String) {
        self.origins.entry(name.to_owned()).or_insert(origin);
    }

    /// Remembers an Observation at this place that gave an input.
    pub(super) fn derive(
        &mut self,
        reference: Option<Value>,
        time: Option<&str>,
        preliminary: bool,
        path: &str,
    ) {
        let reference = reference.and_then(|reference| self.short(reference, path));
        self.derived_from.extend(reference);
        self.times.push(time.map(str::to_owned));
        self.preliminary |= preliminary;
    }

    /// Remembers the day for which the results shall hold.
    pub(super) fn hold_on(&mut self, day: &str) {
        self.on = Some(day.to_owned());
    }

    /// Remembers to whom something is about.
    pub(super) fn about(&mut self, reference: &Value, full_url: &str, path: &str) {
        if self.subject.is_none() {
            self.subject = self.reference(reference, path);
        }
        let literal = match full_url {
            "" => string(reference, "reference"),
            full_url => full_url,
        };
        self.abouts.add(literal, path);
    }

    /// The same, as it was stated: that counts before what resources say.
    pub(super) fn state(&mut self, reference: &Value, path: &str) {
        self.subject = self
            .reference(reference, path)
            .or_else(|| self.subject.take());
        self.abouts.add(string(reference, "reference"), path);
    }

    /// What a reference at this place identifies.
    fn reference(&mut self, sent: &Value, path: &str) -> Option<Value> {
        subject::reference(sent).and_then(|reference| self.short(reference, path))
    }

    /// A reference that can stand in each result; a longer one is refused.
    fn short(&mut self, reference: Value, path: &str) -> Option<Value> {
        if is_long(&reference) {
            self.refuse(Reason::LONG_REFERENCE, path.to_owned());
            return None;
        }
        Some(reference)
    }

    /// When all that was measured holds. An age by a date of birth counts on that day too:
    /// a result must not bear the date of one day and the age of another. Where there is
    /// no such day, both are of now.
    fn measured(&mut self) -> Option<String> {
        let times: Option<Vec<&str>> = self.times.iter().map(Option::as_deref).collect();
        let measured = times.and_then(|times| latest(&times).map(str::to_owned))?;
        let counts = self.inputs.contains_key("birth_date") && !self.inputs.contains_key("on");
        if counts && self.definition.takes("on") {
            let day = Time::parse(&measured)?.date();
            if !is_full_date(day) {
                return None;
            }
            self.inputs.insert("on".to_owned(), Value::from(day));
        }
        Some(measured)
    }

    pub(super) fn finish(mut self) -> Result<Request, Vec<Issue>> {
        if let Some(path) = self.abouts.other.take() {
            self.refuse(Reason::OTHER_SUBJECT, path);
        }
        if self.more {
            self.issues
                .push(Reason::MORE.at(None, self.definition.language));
        }
        if !self.issues.is_empty() {
            return Err(self.issues);
        }
        let effective = match self.on.take() {
            Some(on) => Some(on),
            None => self.measured(),
        };
        Ok(Request {
            calculator: self.definition.id.to_string(),
            inputs: Value::Object(self.inputs),
            provenance: Provenance {
                subject: self.subject,
                effective,
                derived_from: self.derived_from,
                preliminary: self.preliminary,
            },
            origins: self.origins,
        })
    }
}
