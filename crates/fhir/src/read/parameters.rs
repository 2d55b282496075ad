//! A Parameters resource to a request.

use serde_json::Value;
use text::Language;
use wire::Definition;

use super::draft::Draft;
use super::element::{quantity, value_of};
use super::limits;
use super::observation;
use super::origin::{Parameter, parameters};
use super::reason::Reason;
use super::subject;
use super::time::Time;
use crate::issue::Issue;
use crate::json::{is, list, member, string};
use crate::request::Request;

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

/// FHIRPath to the parameter that names the calculator.
const CALCULATOR: &str = "Parameters.parameter.where(name='calculator')";

/// The id of the calculator that a Parameters resource asks for: the value of its
/// parameter `calculator` (valueString, valueCode, valueUri or valueCanonical).
///
/// # Errors
///
/// Why it asks for none, in this language.
///
/// ```
/// use serde_json::json;
/// use text::Language;
///
/// let asked = json!({"name": "calculator", "valueCode": "bmi"});
/// let body = json!({"resourceType": "Parameters", "parameter": [asked]});
/// assert_eq!(fhir::calculator(&body, Language::English), Ok("bmi"));
/// ```
pub fn calculator(body: &Value, language: Language) -> Result<&str, Vec<Issue>> {
    if !is(body, "Parameters") {
        return Err(vec![Reason::NOT_PARAMETERS.at(None, language)]);
    }
    asked(list(body, "parameter")).map_err(|(reason, below)| {
        let at = format!("{CALCULATOR}{below}");
        vec![reason.at(at, language)]
    })
}

/// The issue for a request that asks for a calculator that does not exist.
pub fn unknown_calculator(language: Language) -> Vec<Issue> {
    let at = format!("{CALCULATOR}.value");
    vec![Reason::UNKNOWN_CALCULATOR.at(at, language)]
}

fn asked(sent: &[Value]) -> Result<&str, (Reason, &'static str)> {
    let mut named = sent
        .iter()
        .filter(|one| string(one, "name") == "calculator");
    let parameter = named.next().ok_or((Reason::NO_CALCULATOR, ""))?;
    if named.next().is_some() {
        return Err((Reason::AMBIGUOUS, ""));
    }
    match value_of(parameter) {
        Ok(Some(("valueString" | "valueCode" | "valueUri" | "valueCanonical", id))) => {
            id.as_str().ok_or((Reason::NO_CALCULATOR, ""))
        }
        Ok(_) => Err((Reason::NO_CALCULATOR, "")),
        Err(reason) => Err((reason, ".value")),
    }
}

/// Reads a FHIR `Parameters` resource for the calculator it asks for; the issues are in
/// the language of the definition.
///
/// Besides `calculator` it holds any of: `bundle` or `observations` (a Bundle of
/// Observations), `observation` (repeated), `patient` (its birth date and gender),
/// `subject` (valueReference), `on` (valueDate), and values under the names of the
/// calculator's inputs.
///
/// # Errors
///
/// Every reason why it cannot be translated without choosing or guessing; of many, the
/// first 50. Too many parameters, Observations or components are not looked at.
pub fn parse(body: &Value, definition: &Definition<'_>) -> Result<Request, Vec<Issue>> {
    let language = definition.language;
    if definition.id != calculator(body, language)? {
        return Err(unknown_calculator(language));
    }
    let sent = list(body, "parameter");
    if let Some(reason) = limits::exceeded(sent) {
        return Err(vec![reason.at("Parameters.parameter".to_owned(), language)]);
    }
    let resources: Vec<_> = limits::each(limits::resources(sent)).collect();
    let specific = observation::specific(definition, &resources);
    let mut draft = Draft::new(definition, specific);
    draft.modified(body, "Parameters");
    let known = |name: &str| FIXED.contains(&name) || definition.takes(name);
    for parameter in parameters(sent, known) {
        take(&mut draft, &parameter);
    }
    draft.finish()
}

fn take(draft: &mut Draft<'_>, parameter: &Parameter<'_>) {
    let Parameter { name, value, path } = parameter;
    if draft.modified(value, path) {
        return;
    }
    let null = Value::Null;
    let resource = value.get("resource").unwrap_or(&null);
    let at = format!("{path}.resource");
    match *name {
        "calculator" => {}
        "bundle" | "observations" if is(resource, "Bundle") => bundle(draft, resource, &at),
        "bundle" | "observations" => draft.refuse(Reason::wrong_resource("Bundle"), at),
        "observation" if is(resource, "Observation") => {
            observation::take(draft, resource, "", &at);
        }
        "observation" => draft.refuse(Reason::wrong_resource("Observation"), at),
        "patient" if is(resource, "Patient") => patient(draft, resource, "", &at),
        "patient" => draft.refuse(Reason::wrong_resource("Patient"), at),
        "subject" => about(draft, value, path),
        "on" => on(draft, value, path),
        name if draft.definition.takes(name) => {
            if let Some(found) = named(draft, value, path) {
                draft.put(name, found, format!("{path}.value"));
            }
        }
        _ => draft.refuse(Reason::UNKNOWN_PARAMETER, path.clone()),
    }
}

/// Entries that are neither Observations nor Patients say nothing here.
fn bundle(draft: &mut Draft<'_>, bundle: &Value, path: &str) {
    if draft.modified(bundle, path) {
        return;
    }
    for (position, entry) in list(bundle, "entry").iter().enumerate() {
        let Some(resource) = entry.get("resource") else {
            continue;
        };
        let at = format!("{path}.entry[{position}].resource");
        let full_url = string(entry, "fullUrl");
        match string(resource, "resourceType") {
            "Observation" => observation::take(draft, resource, full_url, &at),
            "Patient" => patient(draft, resource, full_url, &at),
            _ => {}
        }
    }
}

fn patient(draft: &mut Draft<'_>, patient: &Value, full_url: &str, path: &str) {
    if draft.modified(patient, path) {
        return;
    }
    if let Some(about) = subject::to_resource("Patient", full_url, patient) {
        draft.about(&about, full_url, path);
        // By its id others may refer to it all the same.
        if let Some(known) = subject::to_resource("Patient", "", patient) {
            draft.about(&known, "", path);
        }
    }
    let definition = draft.definition;
    let sent = |name, element| member(patient, element).filter(|_| definition.takes(name));
    if let Some(born) = sent("birth_date", "birthDate") {
        draft.put("birth_date", born.clone(), format!("{path}.birthDate"));
    }
    if let Some(gender) = sent("sex", "gender") {
        let origin = format!("{path}.gender");
        if matches!(gender.as_str(), Some("male" | "female")) {
            draft.put("sex", gender.clone(), origin);
        } else {
            // An administrative gender that no formula has constants for:
            // the sex is missing, and this is why.
            draft.lack("sex", origin);
        }
    }
}

fn about(draft: &mut Draft<'_>, parameter: &Value, path: &str) {
    let at = format!("{path}.value");
    match parameter.get("valueReference") {
        Some(sent) if sent.is_object() => draft.state(sent, &at),
        _ => draft.refuse(Reason::wrong_resource("Reference"), at),
    }
}

fn on(draft: &mut Draft<'_>, parameter: &Value, path: &str) {
    let Some(day) = named(draft, parameter, path) else {
        return;
    };
    let at = format!("{path}.value");
    let takes = draft.definition.takes("on");
    match day.as_str().filter(|text| Time::parse(text).is_some()) {
        Some(text) => draft.hold_on(text),
        // Where it is an input the evaluation refuses it, in its own words.
        None if !takes => draft.refuse(Reason::NOT_A_DATE, at.clone()),
        None => {}
    }
    if takes {
        draft.put("on", day, at);
    }
}

/// The value of a named input, as the JSON API takes it.
fn named(draft: &mut Draft<'_>, parameter: &Value, path: &str) -> Option<Value> {
    let at = format!("{path}.value");
    let input = draft.definition.input(string(parameter, "name"));
    match value_of(parameter) {
        Ok(Some(("valueQuantity", sent))) => match quantity(sent, input) {
            Ok(quantity) => return Some(quantity.to_input()),
            Err((reason, below)) => draft.refuse(reason, format!("{at}{below}")),
        },
        Ok(Some((
            "valueBoolean" | "valueInteger" | "valuePositiveInt" | "valueUnsignedInt"
            | "valueDecimal" | "valueCode" | "valueString" | "valueDate",
            value,
        ))) => return Some(value.clone()),
        Ok(Some(_)) => draft.refuse(Reason::VALUE_TYPE, at),
        Ok(None) if parameter.get("resource").is_some() || parameter.get("part").is_some() => {
            draft.refuse(Reason::VALUE_TYPE, path.to_owned());
        }
        Ok(None) => {}
        Err(reason) => draft.refuse(reason, at),
    }
    None
}
