//! The environment variables that a host is configured by: none may be misspelt, and
//! none that the official host knows may be ignored.

use std::collections::HashMap;

use anyhow::bail;

/// Variables with this prefix are for hosts.
const PREFIX: &str = "WASMCLOUD_";

/// Environment variables with this prefix become labels of the host.
const LABEL_PREFIX: &str = "WASMCLOUD_LABEL_";

/// What `wash` reads for itself and leaves in the environment of a host that it starts.
/// What there is in it for the host, it gives the host under other names.
const OF_WASH: [&str; 6] = [
    "WASMCLOUD_CTL_CREDSFILE",
    "WASMCLOUD_CTL_TIMEOUT_MS",
    "WASMCLOUD_HOST_LOG_PATH",
    "WASMCLOUD_HOST_PATH",
    "WASMCLOUD_RPC_CREDSFILE",
    "WASMCLOUD_VERSION",
];

/// Refuses a variable that no option reads: a limit or a protection that somebody
/// believes in would not be there.
pub(super) fn refuse_unknown<'a>(
    names: impl Iterator<Item = &'a String>,
    known: &[String],
) -> anyhow::Result<()> {
    let mut unknown: Vec<_> = names
        .filter(|name| name.starts_with(PREFIX) && !name.starts_with(LABEL_PREFIX))
        .filter(|name| !known.contains(name) && !OF_WASH.contains(&name.as_str()))
        .map(String::as_str)
        .collect();
    unknown.sort_unstable();
    if unknown.is_empty() {
        return Ok(());
    }
    bail!(
        "this host does not know {}: correct or remove it (wasmcloud_host --help lists what there is)",
        unknown.join(", ")
    )
}

/// The labels in an environment.
pub(super) fn labels(environment: &HashMap<String, String>) -> HashMap<String, String> {
    environment
        .iter()
        .filter_map(|(name, value)| {
            let label = name.strip_prefix(LABEL_PREFIX)?;
            Some((label.to_owned(), value.clone()))
        })
        .collect()
}
