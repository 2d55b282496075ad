//! FHIRPath to the parameters of a Parameters resource.

use std::collections::BTreeMap;

use serde_json::Value;

use crate::json::string;

/// A parameter, and the FHIRPath to it.
pub(super) struct Parameter<'a> {
    pub(super) name: &'a str,
    pub(super) value: &'a Value,
    pub(super) path: String,
}

/// The parameters with their paths: by name where the name is `known`, so that
/// no name that was sent can become a part of an expression; else by position.
pub(super) fn parameters<'a>(all: &'a [Value], known: impl Fn(&str) -> bool) -> Vec<Parameter<'a>> {
    let mut totals: BTreeMap<&str, usize> = BTreeMap::new();
    for one in all {
        *totals.entry(string(one, "name")).or_default() += 1;
    }
    let mut seen: BTreeMap<&str, usize> = BTreeMap::new();
    let with_path = all.iter().enumerate().map(|(position, value)| {
        let name = string(value, "name");
        let before = seen.entry(name).or_default();
        let path = if !known(name) {
            format!("Parameters.parameter[{position}]")
        } else if totals.get(name) == Some(&1) {
            format!("Parameters.parameter.where(name='{name}')")
        } else {
            format!("Parameters.parameter.where(name='{name}')[{before}]")
        };
        *before += 1;
        Parameter { name, value, path }
    });
    with_path.collect()
}
