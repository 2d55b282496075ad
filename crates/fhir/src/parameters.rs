//! A Parameters resource to a request.

use std::collections::BTreeMap;

use serde_json::{Map, Value};
use text::Language;

use crate::dates::{is_date_time, latest};
use crate::issue::Issue;
use crate::observation::{quantity, value_of};
use crate::origin::{Parameter, parameters};
use crate::reason::{Reason, language};
use crate::request::{Provenance, Request};
use crate::{is, list, string, subject};

/// Reads a FHIR `Parameters` resource, given the definitions of all calculators
/// (the JSON array of crate `evaluator`, whose language the issues are in).
///
/// It holds `calculator` (valueString, valueCode, valueUri or valueCanonical),
/// and any of: `bundle` or `observations` (a Bundle of Observations),
/// `observation` (repeated), `patient` (its birth date and gender), `subject`
/// (valueReference), `on` (valueDate), and values under the names of the
/// calculator's inputs.
///
/// # Errors
///
/// Every reason why it cannot be translated without choosing or guessing.
pub fn parse(body: &str, definitions: &Value) -> Result<Request, Vec<Issue>> {
    let language = language(definitions);
    let whole = |reason: Reason| vec![reason.at(None, language)];
    let body: Value = serde_json::from_str(body).map_err(|_| whole(Reason::NOT_JSON))?;
    if !is(&body, "Parameters") {
        return Err(whole(Reason::NOT_PARAMETERS));
    }
    let sent = list(&body, "parameter");
    let definition = definition(sent, definitions).map_err(|(reason, at)| {
        let at = format!("Parameters.parameter.where(name='calculator'){at}");
        vec![reason.at(at, language)]
    })?;
    let mut reader = Reader::new(definition, language);
    if body.get("implicitRules").is_some() {
        reader.refuse(Reason::MODIFIER, "Parameters.implicitRules".to_owned());
    }
    let known = |name: &str| FIXED.contains(&name) || takes(definition, name);
    for parameter in parameters(sent, known) {
        reader.parameter(&parameter);
    }
    reader.finish()
}

/// Names with the same meaning for every calculator.
const FIXED: [&str; 7] = [
    "calculator",
    "bundle",
    "observations",
    "observation",
    "patient",
    "subject",
    "on",
];

/// The calculator that a request asks for, if it asks for exactly one: whose
/// definition [`parse`] needs. What is wrong with the request is for [`parse`] to
/// say.
pub fn calculator(body: &str) -> Option<String> {
    let body: Value = serde_json::from_str(body).ok()?;
    let id = asked(list(&body, "parameter")).ok()?;
    Some(id.to_owned())
}

fn asked(sent: &[Value]) -> Result<&str, (Reason, &'static str)> {
    let mut named = sent
        .iter()
        .filter(|one| string(one, "name") == "calculator");
    let (Some(parameter), None) = (named.next(), named.next()) else {
        let none = !sent.iter().any(|one| string(one, "name") == "calculator");
        let reason = if none {
            Reason::NO_CALCULATOR
        } else {
            Reason::AMBIGUOUS
        };
        return Err((reason, ""));
    };
    ["valueString", "valueCode", "valueUri", "valueCanonical"]
        .iter()
        .find_map(|name| parameter.get(name)?.as_str())
        .ok_or((Reason::NO_CALCULATOR, ""))
}

/// The definition that is asked for; or why there is none, and where.
fn definition<'a>(
    sent: &[Value],
    definitions: &'a Value,
) -> Result<&'a Value, (Reason, &'static str)> {
    let id = asked(sent)?;
    let all = definitions.as_array().map(Vec::as_slice);
    all.unwrap_or_default()
        .iter()
        .find(|definition| string(definition, "id") == id)
        .ok_or((Reason::UNKNOWN_CALCULATOR, ".value"))
}

/// Whether a calculator takes an input of this name.
fn takes(definition: &Value, name: &str) -> bool {
    list(definition, "inputs").iter().any(|input| {
        let mut instead = list(input, "instead").iter();
        string(input, "name") == name || instead.any(|other| other.as_str() == Some(name))
    })
}

/// What has been read so far.
pub(crate) struct Reader<'a> {
    pub(crate) definition: &'a Value,
    language: Language,
    inputs: Map<String, Value>,
    origins: BTreeMap<String, String>,
    issues: Vec<Issue>,
    pub(crate) derived_from: Vec<Value>,
    /// dateTimes of the Observations that were used; `None` for one without.
    pub(crate) times: Vec<Option<String>>,
    pub(crate) preliminary: bool,
    on: Option<String>,
    /// Literal references to whom something was about, each with its place.
    abouts: Vec<(Value, String)>,
    subject: Option<Value>,
}

impl<'a> Reader<'a> {
    fn new(definition: &'a Value, language: Language) -> Self {
        Self {
            definition,
            language,
            inputs: Map::new(),
            origins: BTreeMap::new(),
            issues: Vec::new(),
            derived_from: Vec::new(),
            times: Vec::new(),
            preliminary: false,
            on: None,
            abouts: Vec::new(),
            subject: None,
        }
    }

    pub(crate) fn refuse(&mut self, reason: Reason, at: String) {
        self.issues.push(reason.at(at, self.language));
    }

    /// Takes the value of an input, unless it has one: nothing chooses between
    /// two. Says whether it was taken.
    pub(crate) fn put(&mut self, name: &str, value: Value, origin: String) -> bool {
        if self.inputs.contains_key(name) {
            self.refuse(Reason::AMBIGUOUS, origin);
            return false;
        }
        self.inputs.insert(name.to_owned(), value);
        self.origins.insert(name.to_owned(), origin);
        true
    }

    fn parameter(&mut self, parameter: &Parameter) {
        let Parameter { name, value, path } = parameter;
        let null = Value::Null;
        let resource = value.get("resource").unwrap_or(&null);
        let at = format!("{path}.resource");
        match *name {
            "calculator" => {}
            "bundle" | "observations" if is(resource, "Bundle") => self.bundle(resource, &at),
            "bundle" | "observations" => self.refuse(Reason::wrong_resource("Bundle"), at),
            "observation" if is(resource, "Observation") => self.observation(resource, "", &at),
            "observation" => self.refuse(Reason::wrong_resource("Observation"), at),
            "patient" if is(resource, "Patient") => self.patient(resource, "", &at),
            "patient" => self.refuse(Reason::wrong_resource("Patient"), at),
            "subject" => self.subject(value, path),
            "on" => self.on(value, path),
            name if takes(self.definition, name) => {
                if let Some(found) = self.named(value, path) {
                    self.put(name, found, format!("{path}.value"));
                }
            }
            _ => self.refuse(Reason::UNKNOWN_PARAMETER, path.clone()),
        }
    }

    /// Entries that are neither Observations nor Patients say nothing here.
    fn bundle(&mut self, bundle: &Value, path: &str) {
        for (position, entry) in list(bundle, "entry").iter().enumerate() {
            let Some(resource) = entry.get("resource") else {
                continue;
            };
            let at = format!("{path}.entry[{position}].resource");
            let full_url = string(entry, "fullUrl");
            match string(resource, "resourceType") {
                "Observation" => self.observation(resource, full_url, &at),
                "Patient" => self.patient(resource, full_url, &at),
                _ => {}
            }
        }
    }

    fn patient(&mut self, patient: &Value, full_url: &str, path: &str) {
        if self.modified(patient, path) {
            return;
        }
        let about = subject::to_resource("Patient", full_url, patient);
        if let Some(about) = about {
            self.about(about, full_url, path);
        }
        let sent = |name: &str| patient.get(name).filter(|value| !value.is_null());
        if let (true, Some(born)) = (takes(self.definition, "birth_date"), sent("birthDate")) {
            self.put("birth_date", born.clone(), format!("{path}.birthDate"));
        }
        if let (true, Some(gender)) = (takes(self.definition, "sex"), sent("gender")) {
            let origin = format!("{path}.gender");
            if matches!(gender.as_str(), Some("male" | "female")) {
                self.put("sex", gender.clone(), origin);
            } else {
                // An administrative gender that no formula has constants for:
                // the sex is missing, and this is why.
                self.origins.entry("sex".to_owned()).or_insert(origin);
            }
        }
    }

    /// Remembers to whom something is about.
    pub(crate) fn about(&mut self, reference: Value, full_url: &str, path: &str) {
        let literal = if full_url.is_empty() {
            reference.clone()
        } else {
            serde_json::json!({"reference": full_url})
        };
        if let Some(reference) = subject::reference(&reference) {
            self.subject.get_or_insert(reference);
        }
        self.abouts.push((literal, path.to_owned()));
    }

    fn subject(&mut self, parameter: &Value, path: &str) {
        let at = format!("{path}.value");
        match parameter.get("valueReference") {
            Some(sent) if sent.is_object() => {
                // What was stated counts before what resources say.
                self.subject = subject::reference(sent).or_else(|| self.subject.take());
                self.abouts.push((sent.clone(), at));
            }
            _ => self.refuse(Reason::wrong_resource("Reference"), at),
        }
    }

    fn on(&mut self, parameter: &Value, path: &str) {
        let Some(day) = self.named(parameter, path) else {
            return;
        };
        let at = format!("{path}.value");
        match day.as_str().filter(|text| is_date_time(text)) {
            Some(text) => self.on = Some(text.to_owned()),
            // Where it is an input the evaluation refuses it, in its own words.
            None if !takes(self.definition, "on") => self.refuse(Reason::NOT_A_DATE, at.clone()),
            None => {}
        }
        if takes(self.definition, "on") {
            self.put("on", day, at);
        }
    }

    /// The value of a named input, as the JSON API takes it.
    fn named(&mut self, parameter: &Value, path: &str) -> Option<Value> {
        let at = format!("{path}.value");
        let found = match value_of(parameter) {
            Ok(found) => found,
            Err(reason) => {
                self.refuse(reason, at);
                return None;
            }
        };
        let Some((kind, value)) = found else {
            if parameter.get("resource").is_some() || parameter.get("part").is_some() {
                self.refuse(Reason::VALUE_TYPE, path.to_owned());
            }
            return None;
        };
        match kind {
            "valueQuantity" => match quantity(value) {
                Ok(quantity) => Some(quantity),
                Err((reason, below)) => {
                    self.refuse(reason, format!("{at}{below}"));
                    None
                }
            },
            "valueBoolean" | "valueInteger" | "valuePositiveInt" | "valueUnsignedInt"
            | "valueDecimal" | "valueCode" | "valueString" | "valueDate" => Some(value.clone()),
            _ => {
                self.refuse(Reason::VALUE_TYPE, at);
                None
            }
        }
    }

    /// Refuses what could mean something else than it says.
    pub(crate) fn modified(&mut self, element: &Value, path: &str) -> bool {
        let found = ["modifierExtension", "implicitRules"]
            .into_iter()
            .find(|name| element.get(name).is_some());
        if let Some(name) = found {
            self.refuse(Reason::MODIFIER, format!("{path}.{name}"));
        }
        found.is_some()
    }

    fn finish(mut self) -> Result<Request, Vec<Issue>> {
        let other = self.abouts.iter().enumerate().find(|(at, (one, _))| {
            let mut before = self.abouts.iter().take(*at);
            before.any(|(other, _)| subject::differ(one, other))
        });
        if let Some(path) = other.map(|(_, (_, path))| path.clone()) {
            self.refuse(Reason::OTHER_SUBJECT, path);
        }
        if !self.issues.is_empty() {
            return Err(self.issues);
        }
        let times: Option<Vec<&str>> = self.times.iter().map(Option::as_deref).collect();
        let measured = times.and_then(|times| latest(&times).map(str::to_owned));
        Ok(Request {
            calculator: string(self.definition, "id").to_owned(),
            inputs: Value::Object(self.inputs),
            provenance: Provenance {
                subject: self.subject,
                effective: self.on.or(measured),
                derived_from: self.derived_from,
                preliminary: self.preliminary,
            },
            origins: self.origins,
        })
    }
}
