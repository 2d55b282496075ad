//! How much is read of one request. No patient has more; and what a request costs
//! must not grow faster than what it takes to send it.

use serde_json::Value;

use super::reason::Reason;
use crate::json::{is, list};

/// Parameters.
const PARAMETERS: usize = 512;
/// Observations and their components, in all of the request.
const OBSERVATIONS: usize = 2_000;
/// Problems that are told; of more, only that there are more.
pub(super) const ISSUES: usize = 50;

/// Why the parameters are too many to be read, if they are.
pub(super) fn exceeded(parameters: &[Value]) -> Option<Reason> {
    if parameters.len() > PARAMETERS {
        return Some(Reason::MANY_PARAMETERS);
    }
    let mut count = 0;
    for resource in parameters.iter().filter_map(|one| one.get("resource")) {
        let entries = list(resource, "entry").iter();
        let inside = entries.filter_map(|entry| entry.get("resource"));
        count += observations(resource) + inside.map(observations).sum::<usize>();
    }
    (count > OBSERVATIONS).then_some(Reason::MANY_OBSERVATIONS)
}

fn observations(resource: &Value) -> usize {
    if is(resource, "Observation") {
        1 + list(resource, "component").len()
    } else {
        0
    }
}
