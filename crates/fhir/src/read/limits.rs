//! How much is read of one request. No patient has more; and what a request costs
//! must not grow faster than what it takes to send it.

use serde_json::Value;

use super::reason::Reason;
use crate::json::{list, string};

/// Most parameters.
pub(super) const PARAMETER_LIMIT: usize = 512;
/// Most Patients, Observations and components, in all of a request.
pub const OBSERVATION_LIMIT: usize = 2_000;
/// Most problems that are told; of more, only that there are more.
pub(super) const ISSUE_LIMIT: usize = 50;
/// Most bytes of a reference: each result bears it, so that an answer would be many times
/// as long as the request.
pub(super) const REFERENCE_LIMIT: usize = 1_024;

/// Why the parameters are too many to be read, if they are.
pub(super) fn exceeded(parameters: &[Value]) -> Option<Reason> {
    if parameters.len() > PARAMETER_LIMIT {
        return Some(Reason::MANY_PARAMETERS);
    }
    (count_observations(resources(parameters)) > OBSERVATION_LIMIT)
        .then_some(Reason::MANY_OBSERVATIONS)
}

/// How many Patients, Observations and components there are among resources and in
/// Bundles of them.
pub fn count_observations<'a>(resources: impl Iterator<Item = &'a Value>) -> usize {
    each(resources).map(parts).sum()
}

/// Resources, and those in Bundles among them.
pub(super) fn each<'a>(
    resources: impl Iterator<Item = &'a Value>,
) -> impl Iterator<Item = &'a Value> {
    resources.flat_map(|resource| {
        let entries = list(resource, "entry").iter();
        let inside = entries.filter_map(|entry| entry.get("resource"));
        core::iter::once(resource).chain(inside)
    })
}

/// The resources of parameters.
pub(super) fn resources(parameters: &[Value]) -> impl Iterator<Item = &Value> {
    parameters.iter().filter_map(|one| one.get("resource"))
}

/// Whether a reference, as it would stand in an answer, is too long.
pub(super) fn is_long(reference: &Value) -> bool {
    reference.to_string().len() > REFERENCE_LIMIT
}

fn parts(resource: &Value) -> usize {
    match string(resource, "resourceType") {
        "Observation" => 1 + list(resource, "component").len(),
        "Patient" => 1,
        _ => 0,
    }
}
