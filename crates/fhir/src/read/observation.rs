//! Observations to inputs, by their LOINC codes.

use std::collections::BTreeSet;

use serde_json::Value;
use wire::{Definition, Input};

use super::draft::Draft;
use super::element::{self, Status, codes};
use super::reason::Reason;
use super::subject;
use super::time::Time;
use crate::json::list;
use crate::systems::LOINC;

/// Takes what an Observation and its components say about inputs of the
/// calculator. One that says nothing about them is no concern of ours.
pub(super) fn take(draft: &mut Draft<'_>, observation: &Value, full_url: &str, path: &str) {
    let own = (measures(draft, observation), observation, path.to_owned());
    let components = list(observation, "component").iter().enumerate();
    let components = components.map(|(position, component)| {
        let at = format!("{path}.component[{position}]");
        (measures(draft, component), component, at)
    });
    let parts: Vec<_> = core::iter::once(own)
        .chain(components)
        .filter(|(inputs, ..)| !inputs.is_empty())
        .collect();
    if parts.is_empty() {
        return;
    }
    let Some(status) = element::status(observation) else {
        draft.refuse(Reason::STATUS, format!("{path}.status"));
        return;
    };
    if draft.modified(observation, path) {
        return;
    }
    let mut used = false;
    for (inputs, element, at) in parts {
        // The Observation itself has been looked at above.
        if at != path && draft.modified(element, &at) {
            continue;
        }
        used |= measurement(draft, &inputs, element, &at);
    }
    if used {
        let reference = subject::to_resource("Observation", full_url, observation);
        let time = Time::of_observation(observation).map(|time| time.text());
        draft.derive(reference, time, status == Status::Preliminary, path);
        if let Some(about) = observation.get("subject") {
            draft.about(about, "", &format!("{path}.subject"));
        }
    }
}

/// Takes one measurement; says whether there was one to take.
fn measurement(draft: &mut Draft<'_>, inputs: &[&Input<'_>], element: &Value, path: &str) -> bool {
    let [input] = inputs else {
        // Codes of two inputs in one element.
        draft.refuse(Reason::AMBIGUOUS, format!("{path}.code"));
        return false;
    };
    let at = format!("{path}.value");
    match value(element, input) {
        Ok(Some(value)) => draft.put(&input.name, value, at),
        Ok(None) => false,
        Err((reason, below)) => {
            draft.refuse(reason, format!("{at}{below}"));
            false
        }
    }
}

/// What an element says an input is, if it says anything; or why that is no value, and
/// where below the element's value that lies.
fn value(element: &Value, input: &Input<'_>) -> Result<Option<Value>, (Reason, &'static str)> {
    let quantity = match element::measured(element) {
        Ok(Some(("valueQuantity", sent))) => element::quantity(sent, Some(input))?,
        Ok(Some(_)) => return Err((Reason::NOT_QUANTITY, "")),
        Ok(None) => return Ok(None),
        Err(reason) => return Err((reason, "")),
    };
    let unit = quantity.code.as_deref().and_then(Value::as_str);
    if unit.is_some_and(|unit| element::contradicts(element, input, unit)) {
        return Err((Reason::CONTRADICTION, ".code"));
    }
    Ok(Some(quantity.to_input()))
}

/// The inputs of the calculator that an element's LOINC codes stand for.
fn measures<'a>(draft: &Draft<'a>, element: &Value) -> Vec<&'a Input<'a>> {
    let codes: Vec<_> = codes(element, LOINC).collect();
    let inputs = draft.definition.inputs.iter();
    let measured = |input: &&Input<'_>| {
        let mut loinc = input.loinc.iter().filter(|code| codes.contains(&&***code));
        match draft.specific.contains(&*input.name) {
            true => loinc.any(|code| !input.loinc_unspecific.contains(code)),
            false => loinc.next().is_some(),
        }
    };
    inputs.filter(measured).collect()
}

/// The inputs that also have codes which say less than is asked for, and of which there
/// is something with another code among these resources.
pub(super) fn specific<'a>(
    definition: &'a Definition<'_>,
    resources: &[&Value],
) -> BTreeSet<&'a str> {
    let is_there = |input: &&Input<'_>| {
        let unspecific = &input.loinc_unspecific;
        let mut own = input.loinc.iter().filter(|own| !unspecific.contains(own));
        !unspecific.is_empty() && own.any(|own| resources.iter().any(|one| has_code(one, own)))
    };
    let there = definition.inputs.iter().filter(is_there);
    there.map(|input| &*input.name).collect()
}

/// Whether a resource or a component of it has a LOINC code.
fn has_code(resource: &Value, loinc: &str) -> bool {
    let components = list(resource, "component").iter();
    let mut parts = core::iter::once(resource).chain(components);
    parts.any(|part| codes(part, LOINC).any(|code| code == loinc))
}
